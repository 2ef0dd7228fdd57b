"""The pages of deprivation of liberty: the list with its backlog, one request, and an act a page."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework import asking
from casework.dols import after, assessors, services
from casework.dols.forms import (
    AssessorForm,
    BecauseForm,
    ConcludeReviewForm,
    EndForm,
    ExtendForm,
    GrantForm,
    OpenReviewForm,
    RequestForm,
    ResultForm,
    SelectForm,
    SuspendForm,
    UpdateAssessorForm,
)
from casework.dols.guarded import is_open_to
from casework.dols.lock import KIND, SIGNED, assessors_hands, check_state, urgent_last_day
from casework.dols.rules import BEST_INTERESTS, IN_FORCE, OPEN, STATES, kinds_open_to, latest_end, why_not_granted
from casework.dols.rules import KINDS as SIX
from casework.dols.selectors import (
    assessor_of,
    assessors_of,
    backlog,
    dols_for_reading,
    dols_found,
    dols_page,
    managing_authorities_of,
)
from casework.models import DolsAssessment, DolsAssessor, DolsRequest
from casework.views.acting import CaseworkPage
from casework.views.records import BeginPage, Offer, RecordPage, acts_of
from delegation.authority import Question, permit
from delegation.directory import Place
from delegation.models import Account
from delegation.templatetags.govuk import day
from delegation.views.places import account_of, council_place_or_404, found_or_404

COLOURS = {"received": "blue", "assessing": "blue", "assessed": "yellow", "granted": "green", "refused": "grey"}
COLOURS |= {"under_review": "yellow", "suspended": "orange", "ended": "grey"}
# Every act on a request: from where it starts, its page and its button, in the order they are offered.
ACTS = (
    ("select_dols_assessor", {"received", "assessing"}, "dols-select", "Select an assessor"),
    ("record_dols_assessment", {"assessing"}, "dols-assess", "Record an assessment"),
    ("grant_dols_authorisation", {"assessed"}, "dols-grant", "Authorise"),
    ("refuse_dols_authorisation", {"assessed"}, "dols-refuse", "Refuse"),
    ("open_dols_review", {"granted"}, "dols-review", "Begin a review"),
    ("conclude_dols_review", {"under_review"}, "dols-conclude-review", "Conclude the review"),
    ("resume_dols_authorisation", {"suspended"}, "dols-resume", "Resume"),
    ("suspend_dols_authorisation", {"granted"}, "dols-suspend", "Suspend"),
    ("extend_urgent_authorisation", set(OPEN), "dols-extend", "Extend the urgent authorisation"),
    ("end_dols_authorisation", {*OPEN, *IN_FORCE, "suspended"}, "dols-end", "Record its end"),
)


def place_or_404(request: HttpRequest) -> Place:
    """Where somebody of the council stands who reads its casework; everybody else finds nothing here."""
    place = council_place_or_404(request)
    if not is_open_to(account_of(request), place.council):
        raise Http404
    return place


@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """Every live request, the longest overdue first, with the backlog; or those at one state."""
    place, account, today = place_or_404(request), account_of(request), timezone.localdate()
    state = request.GET.get("state", "")
    page = dols_page(account, place.council, state, request.GET.get("page", ""))
    counted = backlog(account, place.council, today)
    told = {
        "page": page,
        "backlog": counted,
        "states": [(key, words, counted.states[key]) for key, words in STATES.items()],
        "state": state if state in STATES else "",
        "rows": [(each, COLOURS[each.state], bool(each.due_on and each.due_on < today)) for each in page],
        "place": place,
        "back_href": reverse("delegation:procedures"),
        "back_text": "Procedures",
    }
    return render(request, "casework/dols/requests.html", told)


@require_safe
def request_record(request: HttpRequest, ref: str) -> HttpResponse:
    """One request: where it stands, what may be done next, its facts, its assessments, its days and its acts."""
    account, today = account_of(request), timezone.localdate()
    held = dols_for_reading(by=account, ref=ref)
    found = list(held.assessments.select_related("assessor__employer", "recorded_by__worker").order_by("pk"))
    authorisation = getattr(held, "authorisation", None)
    told = {
        "held": held,
        "state": STATES[held.state],
        "colour": COLOURS[held.state],
        "is_late": bool(held.due_on and held.due_on < today),
        "offers": offers_of(account, held, found),
        "facts": facts_of(held),
        "days": days_of(held),
        "assessments": in_order(found),
        "is_partial": len(found) < len(SIX),
        "authorisation": authorisation,
        "authorised": authorised_facts(held) if authorisation else [],
        "reviews": held.reviews.select_related("opened_by__worker", "concluded_by__worker").order_by("-pk"),
        "acts": acts_of(account, held.council, KIND, held.ref),
        "place": {"council": held.council},
        "back_href": reverse("casework:dols"),
        "back_text": "Deprivation of liberty",
    }
    return render(request, "casework/dols/request.html", told)


def in_order(found: list[DolsAssessment]) -> list[tuple[str, DolsAssessment | None]]:
    """The six assessments in the order of the Schedule, with nothing where nobody is selected yet."""
    by_kind = {each.kind: each for each in found}
    return [(title, by_kind.get(kind)) for kind, title in SIX.items()]


def offers_of(account: Account, held: DolsRequest, found: list[DolsAssessment]) -> list[Offer]:
    """What this account may do now; the guard is asked once for each kind of question."""
    plain = asking.may(question_of("select_dols_assessor", account, held))
    signs = plain and held.state == "assessed" and asking.may(question_of("grant_dols_authorisation", account, held))
    unmet = bool(why_not_granted(services.results_of(found)))
    offers: list[Offer] = []
    for verb, states, name, text in ACTS:
        fits = held.state in states and (signs if verb in SIGNED else plain)
        fits = fits and (verb != "grant_dols_authorisation" or not unmet)
        fits = fits and (verb != "refuse_dols_authorisation" or unmet)
        fits = fits and (verb != "extend_urgent_authorisation" or may_extend(held))
        if fits:
            href = reverse(f"casework:{name}", args=[held.ref])
            offers.append(Offer(text=text, href=href, is_first=not offers))
    return offers


def may_extend(held: DolsRequest) -> bool:
    """Whether there is an urgent authorisation still running that was not extended yet."""
    last = urgent_last_day(held)
    return last is not None and not held.extended_by_days and last >= timezone.localdate()


def question_of(verb: str, account: Account, held: DolsRequest) -> Question:
    """The question the service will ask."""
    hands = assessors_hands(held) if verb in SIGNED else {}
    return asking.question(verb, account, held.council, subject_kind=KIND, subject=held.ref, hands=hands)


def facts_of(held: DolsRequest) -> list[dict[str, Any]]:
    """What the managing authority told, and how it came out."""
    rows = [
        ("Person", held.person.name, reverse("casework:person", args=[held.person.ref])),
        (held.get_setting_display(), held.managed_by, ""),
        ("Circumstances", held.circumstances, ""),
    ]
    if held.urgent_on:
        rows.append(("Why it was urgent", held.urgent_because, ""))
    if held.extended_by_days:
        rows.append(("Why it was extended", held.extended_because, ""))
    if held.refused_because:
        rows.append(("Refused because", held.refused_because, ""))
    if held.suspended_because:
        rows.append(("Suspended because", held.suspended_because, ""))
    if held.ended_on:
        rows.append(("How it ended", f"{held.get_ending_display()}. {held.ended_because}".strip(), ""))
    return [{"key": key, "value": value, "link": link} for key, value, link in rows]


def days_of(held: DolsRequest) -> list[dict[str, Any]]:
    """The days that matter, and the one that falls due next."""
    last = urgent_last_day(held)
    pairs = [
        ("Received", held.received_on),
        ("Urgent authorisation from", held.urgent_on),
        ("Urgent authorisation until", last),
        ("Decided", held.decided_at),
        ("Suspended", held.suspended_on),
        ("Ended", held.ended_on),
        ("Falls due", held.due_on),
    ]
    return [{"key": key, "value": day(moment)} for key, moment in pairs if moment]


def authorised_facts(held: DolsRequest) -> list[dict[str, Any]]:
    """What the council authorised."""
    given = held.authorisation
    return [
        {"key": "Period", "value": f"{day(given.from_day)} to {day(given.to_day)}"},
        {"key": "Purpose", "value": given.purpose},
        {"key": "Conditions", "value": given.conditions or "None"},
        {"key": "Representative", "value": f"{given.representative_name} ({given.get_representative_kind_display()})"},
        {"key": "Signed by", "value": f"{given.granted_by}, {day(given.granted_at)}"},
    ]


@require_safe
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    """The notice of the council's decision, and to whom copies go. Source: Sch A1 paras 55, 57-58."""
    held = dols_for_reading(by=account_of(request), ref=ref)
    told = {
        "held": held,
        "authorisation": getattr(held, "authorisation", None),
        "unmet": [each for each in held.assessments.all() if each.met is False],
        "back_href": reverse("casework:dols-request", args=[held.ref]),
        "back_text": "Back to the record",
    }
    return render(request, "casework/dols/notice.html", told)


# -- an act a page ----------------------------------------------------------------------------------------------------


class LogRequest(BeginPage):
    """Log what a managing authority asks. Source: Sch A1 para 24."""

    verb = "record_dols_request"
    title = "Log a request for authorisation"
    button = "Log the request"
    form_class = RequestForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "homes": managing_authorities_of(self.person.council)}

    def get_initial(self) -> dict[str, Any]:
        return {"received_on": timezone.localdate()}

    def act(self, form: RequestForm) -> DolsRequest:
        return services.record_dols_request(by=self.account, person=self.person.ref, details=form.details())

    def done(self, result: DolsRequest) -> str:
        return f"Request {result.ref} is logged. Its assessments are due by {day(result.due_on)}."

    def next_url(self, result: Any) -> str:
        return reverse("casework:dols-request", args=[result.ref])


class DolsPage(RecordPage):
    """A page that acts on a request."""

    kind = KIND
    home = "casework:dols-request"
    record: DolsRequest

    def read(self, ref: str) -> DolsRequest:
        return dols_for_reading(by=self.account, ref=ref)

    def found(self, ref: str) -> DolsRequest | None:
        return dols_found(self.account, ref)

    def question(self) -> Question:
        return question_of(self.verb, self.account, self.record)

    def check(self) -> None:
        check_state(self.record, *next(states for verb, states, *_ in ACTS if verb == self.verb))


class Extend(DolsPage):
    """Extend the urgent authorisation once. Source: Sch A1 para 84."""

    verb = "extend_urgent_authorisation"
    title = button = "Extend the urgent authorisation"
    form_class = ExtendForm

    def act(self, form: ExtendForm) -> DolsRequest:
        return services.extend_urgent_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return f"It runs until {day(result.due_on)}."


class Select(DolsPage):
    """Select an assessor. Source: Sch A1 para 129; SI 2008/1858."""

    verb = "select_dols_assessor"
    title = "Select an assessor"
    button = "Select"
    form_class = SelectForm

    def get_form_kwargs(self) -> dict[str, Any]:
        given = {"assessors": assessors_of(self.record.council), "on": timezone.localdate()}
        return {**super().get_form_kwargs(), **given}

    def act(self, form: SelectForm) -> DolsRequest:
        return services.select_dols_assessor(
            by=self.account,
            request=self.record.ref,
            assessor=form.cleaned_data["assessor"],
            kinds=form.cleaned_data["kinds"],
            independence=form.independence(),
        )

    def done(self, result: DolsRequest) -> str:
        return "The assessor is selected."


class Assess(DolsPage):
    """Record what an assessor found. Source: Sch A1 paras 33-49."""

    verb = "record_dols_assessment"
    title = "Record an assessment"
    form_class = ResultForm

    def get_form_kwargs(self) -> dict[str, Any]:
        waiting = self.record.assessments.filter(met__isnull=True).select_related("assessor").order_by("pk")
        return {**super().get_form_kwargs(), "waiting": list(waiting)}

    def get_initial(self) -> dict[str, Any]:
        return {"assessed_on": timezone.localdate()}

    def act(self, form: ResultForm) -> DolsRequest:
        return services.record_dols_assessment(by=self.account, request=self.record.ref, details=form.details())

    def done(self, result: DolsRequest) -> str:
        return "The assessment is recorded."


class Grant(DolsPage):
    """Authorise. Source: Sch A1 paras 50-55."""

    verb = "grant_dols_authorisation"
    title = button = "Authorise the deprivation of liberty"
    form_class = GrantForm

    def get_initial(self) -> dict[str, Any]:
        best = self.record.assessments.filter(kind=BEST_INTERESTS).first()
        today = timezone.localdate()
        most = best.most_days if best else None
        told = {"from_day": today, "conditions": best.conditions if best else ""}
        return told | ({"to_day": latest_end(today, most)} if most else {})

    def act(self, form: GrantForm) -> Any:
        return services.grant_dols_authorisation(by=self.account, request=self.record.ref, details=form.details())

    def done(self, result: Any) -> str:
        return f"Authorised until {day(result.to_day)}. Give the notice to everybody it names."

    def next_url(self, result: Any) -> str:
        return reverse("casework:dols-notice", args=[self.record.ref])


class Refuse(DolsPage):
    """Refuse with reasons. Source: Sch A1 paras 50(2), 58."""

    verb = "refuse_dols_authorisation"
    title = button = "Refuse the authorisation"
    form_class = BecauseForm

    def act(self, form: BecauseForm) -> DolsRequest:
        return services.refuse_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return "Refused. Give the notice to everybody it names."

    def next_url(self, result: Any) -> str:
        return reverse("casework:dols-notice", args=[self.record.ref])


class OpenReview(DolsPage):
    """Begin a review. Source: Sch A1 Part 8."""

    verb = "open_dols_review"
    title = button = "Begin a review"
    form_class = OpenReviewForm

    def get_initial(self) -> dict[str, Any]:
        return {"asked_on": timezone.localdate()}

    def act(self, form: OpenReviewForm) -> Any:
        return after.open_dols_review(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: Any) -> str:
        return "The review has begun."


class ConcludeReview(DolsPage):
    """Conclude a review. Source: Sch A1 Part 8."""

    verb = "conclude_dols_review"
    title = button = "Conclude the review"
    form_class = ConcludeReviewForm

    def act(self, form: ConcludeReviewForm) -> Any:
        return after.conclude_dols_review(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: Any) -> str:
        return "The review is concluded."


class Suspend(DolsPage):
    """Note a suspension. Source: Sch A1 Part 6."""

    verb = "suspend_dols_authorisation"
    title = button = "Suspend the authorisation"
    form_class = SuspendForm

    def get_initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def act(self, form: SuspendForm) -> DolsRequest:
        return after.suspend_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return f"Suspended. It is resumed by {day(result.due_on)}, or it ends."


class Resume(DolsPage):
    """Resume a suspended authorisation. Source: Sch A1 Part 6."""

    verb = "resume_dols_authorisation"
    title = button = "Resume the authorisation"
    form_class = BecauseForm

    def act(self, form: BecauseForm) -> DolsRequest:
        return after.resume_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return "The authorisation is in force again."


class End(DolsPage):
    """Record an end. Source: Sch A1 paras 29, 91, 97."""

    verb = "end_dols_authorisation"
    title = button = "Record its end"
    form_class = EndForm

    def get_initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate()}

    def act(self, form: EndForm) -> DolsRequest:
        return after.end_dols_authorisation(by=self.account, request=self.record.ref, **form.cleaned_data)

    def done(self, result: DolsRequest) -> str:
        return "Its end is recorded."


# -- assessors --------------------------------------------------------------------------------------------------------


@require_safe
def assessor_list(request: HttpRequest) -> HttpResponse:
    """The council's assessors, and what each may assess today."""
    place, today = place_or_404(request), timezone.localdate()
    rows = [(each, [SIX[kind] for kind in kinds_open_to(each.facts, today)]) for each in assessors_of(place.council)]
    asked = asking.question(
        "enter_dols_assessor", account_of(request), place.council, subject_kind=assessors.KIND, subject=""
    )
    told = {
        "rows": rows,
        "place": place,
        "may_enter": asking.may(asked),
        "back_href": reverse("casework:dols"),
        "back_text": "Deprivation of liberty",
    }
    return render(request, "casework/dols/assessors.html", told)


class AssessorPage(CaseworkPage):
    """A page that acts on the council's list of assessors."""

    verb = ""
    place: Place
    assessor: DolsAssessor | None = None
    back_text = "Assessors"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.place, self.account = place_or_404(request), account_of(request)
        if "ref" in kwargs:
            self.assessor = found_or_404(assessor_of(self.place.council, kwargs["ref"]))
        return super().dispatch(request, *args, **kwargs)

    def permit(self) -> None:
        subject = self.assessor.ref if self.assessor else ""
        permit(
            asking.question(self.verb, self.account, self.place.council, subject_kind=assessors.KIND, subject=subject)
        )

    def back_href(self) -> str:
        return reverse("casework:dols-assessors")

    def next_url(self, result: Any) -> str:
        return self.back_href()


class EnterAssessor(AssessorPage):
    """Enter an assessor. Source: SI 2008/1858 regs 3-9."""

    verb = "enter_dols_assessor"
    title = "Enter an assessor"
    button = "Enter"
    form_class = AssessorForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "employers": managing_authorities_of(self.place.council)}

    def act(self, form: AssessorForm) -> DolsAssessor:
        return assessors.enter_dols_assessor(by=self.account, council=self.place.council, details=form.details())

    def done(self, result: DolsAssessor) -> str:
        return "The assessor is entered."


class UpdateAssessor(AssessorPage):
    """Note what changed of an assessor. Source: SI 2008/1858 regs 3-9."""

    verb = "update_dols_assessor"
    title = "Note a change"
    form_class = UpdateAssessorForm
    assessor: DolsAssessor

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.assessor, name) for name in assessors.CHANGED}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.assessor.name, **kwargs})

    def act(self, form: UpdateAssessorForm) -> DolsAssessor:
        return assessors.update_dols_assessor(
            by=self.account,
            assessor=self.assessor.ref,
            changes=form.changes(),
            reason=form.cleaned_data["reason"],
        )

    def done(self, result: DolsAssessor) -> str:
        return "The change is noted."
