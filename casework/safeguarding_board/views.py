"""The pages of the board: its register, and each act."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.models import BoardMember, BoardReport, ReviewReferral
from casework.safeguarding.selectors import decides_in
from casework.safeguarding_board.forms import DecideForm, EndMemberForm, MemberForm, ReferForm, ReportForm
from casework.safeguarding_board.rules import SEATS_OF_THE_ACT, year_to_report_on
from casework.safeguarding_board.services import (
    REFERRAL,
    decide_review,
    end_board_membership,
    record_board_member,
    record_board_report,
    refer_for_review,
)
from casework.selectors import readable
from casework.views.acting import CaseworkPage, PersonPage, account_of, read_again
from delegation.authority import permit, would_permit
from delegation.directory import Place
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.references import tidy_reference
from delegation.refusals import Refused
from delegation.views.places import council_place_or_404, may

PAGE = 50


def referrals_of(account: Account, council: Organisation) -> QuerySet[ReviewReferral]:
    """The referrals of a council this account reads: those undecided first, by their day."""
    found = ReviewReferral.objects.filter(council=council)
    if not decides_in(account).filter(organisation=council).exists():
        found = found.filter(readable(account, "person"))
    return found.order_by(F("due_on").asc(nulls_last=True), "-id")


def reader_or_refused(request: HttpRequest) -> Place:
    """Where somebody of the council stands who reads the board's register; others are told who does."""
    place = council_place_or_404(request)
    permit(ask_of("read_safeguarding_board", account_of(request), place.council))
    return place


def ask_of(verb: str, account: Account, council: Organisation) -> Any:
    """What the guard is asked for an act of the board."""
    return ACTS[verb].question(by=account, council=council, on=timezone.localdate())


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """The board: who sits on it, what it published, which cases were referred for review."""
    place, today = reader_or_refused(request), timezone.localdate()
    account = account_of(request)
    members = list(BoardMember.objects.filter(council=place.council).order_by("to_day", "name", "pk"))
    sit = [one for one in members if one.to_day is None or one.to_day >= today]
    referrals = referrals_of(account, place.council).select_related("person")
    reports = list(BoardReport.objects.filter(council=place.council).order_by("-year_ended")[:PAGE])
    late_year = year_to_report_on(today)
    told = {
        "place": place,
        "today": today,
        "members": sit,
        "past_members": [one for one in members if one not in sit][:PAGE],
        "empty_seats": [seat.label for seat in SEATS_OF_THE_ACT if seat not in {one.seat for one in sit}],
        "reports": reports,
        "late_year": None if late_year in {one.year_ended for one in reports} else late_year,
        "page": Paginator(referrals, PAGE).get_page(request.GET.get("page")),
        "may_act": may(request, place, "record_board_member"),
    }
    return render(request, "casework/safeguarding_board/board.html", told)


def referral_or_404(request: HttpRequest, place: Place, ref: str) -> ReviewReferral:
    """A referral of the council that this account reads."""
    mine = referrals_of(account_of(request), place.council)
    referrals = mine.select_related("person", "council", "concern", "referred_by__worker", "decided_by__worker")
    return get_object_or_404(referrals, ref=ref)


@require_safe
def review(request: HttpRequest, ref: str) -> HttpResponse:
    """One referral: why, and what was decided on which criteria. A reading."""
    place = council_place_or_404(request)
    referral = referral_or_404(request, place, ref)
    account = account_of(request)
    permit(ask_of("read_safeguarding_board", account, place.council))
    read_again(account, REFERRAL, referral.ref, referral.council)
    told = {
        "referral": referral,
        "today": timezone.localdate(),
        "may_decide": not referral.decision
        and not isinstance(would_permit(ask_of("decide_review", account, place.council)), Refused),
        "back_href": reverse("casework:safeguarding-board"),
        "back_text": "Safeguarding Adults Board",
    }
    return render(request, "casework/safeguarding_board/review.html", told)


class BoardPage(CaseworkPage):
    """A page that acts on the board; only for the council's own staff."""

    act_name = ""
    back_text = "Safeguarding Adults Board"
    place: Place

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.place = council_place_or_404(request)
        self.account = account_of(request)
        self.find(**kwargs)
        return super().dispatch(request, *args, **kwargs)

    def find(self, **named: Any) -> None:
        """Look up what the address names."""

    def permit(self) -> None:
        permit(ask_of(self.act_name, self.account, self.place.council))

    def back_href(self) -> str:
        return reverse("casework:safeguarding-board")

    def next_url(self, result: Any) -> str:
        return self.back_href()


class RecordMember(BoardPage):
    """Somebody joins the board. Source: Care Act 2014 Schedule 2 para 1."""

    act_name = "record_board_member"
    title = "Record a member of the board"
    form_class = MemberForm

    def act(self, form: MemberForm) -> BoardMember:
        return record_board_member(by=self.account, council=self.place.council, **form.cleaned_data)

    def done(self, result: BoardMember) -> str:
        return "The member is recorded."


class EndMembership(BoardPage):
    """Somebody leaves the board."""

    act_name = "end_board_membership"
    title = "End a membership"
    button = "End the membership"
    form_class = EndMemberForm
    member: BoardMember

    def find(self, **named: Any) -> None:
        self.member = get_object_or_404(BoardMember, council=self.place.council, pk=named["pk"])
        self.caption = f"{self.member.name}, {self.member.body}"

    def act(self, form: EndMemberForm) -> BoardMember:
        return end_board_membership(by=self.account, member=self.member, **form.cleaned_data)

    def done(self, result: BoardMember) -> str:
        return "The membership is ended."


class RecordReport(BoardPage):
    """The board published its annual report. Source: Care Act 2014 Schedule 2 para 4."""

    act_name = "record_board_report"
    title = "Record the annual report"
    form_class = ReportForm

    def get_initial(self) -> dict[str, Any]:
        return {"year_ended": year_to_report_on(timezone.localdate())}

    def act(self, form: ReportForm) -> BoardReport:
        return record_board_report(by=self.account, council=self.place.council, **form.cleaned_data)

    def done(self, result: BoardReport) -> str:
        return "The report is recorded."


class ReferForReview(PersonPage):
    """A case is referred for a safeguarding adults review. Source: Care Act 2014 s.44."""

    act_name = "refer_for_review"
    title = "Refer for a safeguarding adults review"
    button = "Refer"
    form_class = ReferForm

    def permit(self) -> None:
        permit(ask_of(self.act_name, self.account, self.person.council))

    def act(self, form: ReferForm) -> ReviewReferral:
        typed = {**form.cleaned_data, "concern": tidy_reference(form.cleaned_data["concern"])}
        return refer_for_review(by=self.account, person=self.person.ref, **typed)

    def next_url(self, result: ReviewReferral) -> str:
        return reverse("casework:safeguarding-review", args=[result.ref])

    def done(self, result: ReviewReferral) -> str:
        return f"Referral {result.ref} waits for the decision."


class DecideReview(BoardPage):
    """The council decides on the criteria of section 44."""

    act_name = "decide_review"
    title = "Decide on a review"
    button = "Record the decision"
    form_class = DecideForm
    template_name = "casework/safeguarding_board/decide.html"
    referral: ReviewReferral

    def find(self, **named: Any) -> None:
        self.referral = referral_or_404(self.request, self.place, named["ref"])
        self.caption = f"{self.referral.person.name}, {self.referral.ref}"

    def back_href(self) -> str:
        return reverse("casework:safeguarding-review", args=[self.referral.ref])

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        read_again(self.account, REFERRAL, self.referral.ref, self.referral.council)
        return super().render_to_response(context, **kwargs)

    def act(self, form: DecideForm) -> ReviewReferral:
        return decide_review(by=self.account, referral=self.referral.ref, **form.cleaned_data)

    def done(self, result: ReviewReferral) -> str:
        return f"{result.get_decision_display()}."
