"""The pages of direct payments: the register, late first, a payment, and each act."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.charging.share import share_by_charge
from casework.models import SupportPlan
from casework.rules import DIRECT_PAYMENT_CONDITIONS
from casework.selectors import plans_visible_to
from delegation.authority import Question
from delegation.counting import numbers_of
from delegation.directory import Place, organisation_by_key, organisations_in
from delegation.models import Account, Organisation
from delegation.register import record_reading
from delegation.templatetags.govuk import day, money
from delegation.views.places import account_of, found_or_404, place_or_404
from delegation.views.records import (
    Falling,
    NewRecordPage,
    RecordActPage,
    acts_on,
    nexts_of,
    page_of,
    show_list,
    show_record,
    told,
    wants_closed,
)
from verification.direct_payments.asking import KIND, NOT_BY_THE_SELLER, might_sell, payment_question, question_of
from verification.direct_payments.forms import (
    ApproveForm,
    CallReviewForm,
    NameSellerForm,
    RefuseForm,
    RepayForm,
    RequestForm,
    ReviewForm,
    TerminateForm,
)
from verification.direct_payments.rules import STARTS_FROM
from verification.direct_payments.selectors import OVER, payment_list, payment_of, payments_standing
from verification.direct_payments.services import (
    Found,
    approve_direct_payment,
    call_direct_payment_review,
    name_seller,
    refuse_direct_payment,
    request_direct_payment,
    require_repayment,
    review_direct_payment,
    terminate_direct_payment,
)
from verification.models import DirectPayment, DirectPaymentReview

COLOURS = {"requested": "blue", "in_payment": "green", "to_end": "red", "refused": "grey", "ended": "grey"}
PAGES = (
    ("name_seller", "Say whose care it buys", "verification:name_seller"),
    ("approve_direct_payment", "Agree to it", "verification:approve_direct_payment"),
    ("refuse_direct_payment", "Refuse it", "verification:refuse_direct_payment"),
    ("review_direct_payment", "Record the review", "verification:review_direct_payment"),
    ("call_direct_payment_review", "Call a review now", "verification:call_direct_payment_review"),
    ("terminate_direct_payment", "End it", "verification:terminate_direct_payment"),
    ("require_repayment", "Have money repaid", "verification:require_repayment"),
)
LEAD = (
    "Each begins from a running package that the council funds as a direct payment. It is reviewed within six months "
    "of the first payment and then each year. The council alone ends one or has money repaid."
)
DUE = {
    "requested": ("Decision", "The council’s own target; the Act sets no clock"),
    "in_payment": ("Review", "SI 2014/2871 reg 7(1): six months, then twelve, and on a doubt"),
    "to_end": ("End of the payment", "Section 33(4): must end where a condition fails"),
}


@require_safe
def direct_payments(request: HttpRequest) -> HttpResponse:
    """The register, late first."""
    place, account = place_or_404(request), account_of(request)
    page = page_of(request, payment_list(account, place.council, closed=wants_closed(request)))
    standing = numbers_of(payments_standing(place.council, timezone.localdate())) if place.is_council_staff else None
    return show_list(
        request,
        place,
        {
            "title": "Direct payments",
            "lead": LEAD,
            "figures": [(standing.open, "asked for or in force"), (standing.late, "late")] if standing else [],
            "columns": ["Payment", "Plan", "Amount", "Next day due", "How it stands"],
            "rows": [_row(one) for one in page],
            "page": page,
        },
    )


def _row(one: DirectPayment) -> list[tuple[str, dict[str, Any]]]:
    due = Falling(what="", day=one.due_on, source="")
    stands: dict[str, Any] = {"text": one.get_state_display(), "colour": COLOURS[one.state]}
    if one.due_on and (due.colour == "red" or one.plan.state in OVER):
        below = "The plan has ended" if one.plan.state in OVER else one.get_state_display()
        stands = {"text": "Late", "colour": "red", "below": below}
    href = reverse("verification:direct_payment", args=[one.ref])
    return [
        ("Payment", {"text": one.ref, "href": href, "below": f"Section {one.section}"}),
        ("Plan", {"text": one.plan.ref, "whole": True}),
        ("Amount", {"text": money(one.amount), "below": one.get_frequency_display()}),
        (
            "Next day due",
            {"text": day(one.due_on) if one.due_on else "–", "whole": True, "below": due.left if one.due_on else ""},
        ),
        ("How it stands", stands),
    ]


@require_safe
def direct_payment(request: HttpRequest, ref: str) -> HttpResponse:
    """One payment: its terms, its conditions, its reviews and its end. A reading."""
    place, account = place_or_404(request), account_of(request)
    held = found_or_404(payment_of(account, ref))
    record_reading(by=account, council=held.council, subject_kind=KIND, subject=held.ref)
    what, source = DUE.get(held.state, ("", ""))
    ended = held.due_on is not None and held.plan.state in OVER
    pages = pages_for(account, held)
    return show_record(
        request,
        place,
        {
            "title": f"Direct payment {held.ref}",
            "caption": f"{held.council}, for plan {held.plan.ref}",
            "state": held.get_state_display(),
            "colour": COLOURS[held.state],
            "warning": "The plan has ended, and the payment with it is still to be ended." if ended else "",
            "nexts": nexts_of(held, STARTS_FROM, lambda verb: question_of(verb, account, held), pages),
            "falling": [Falling(what=what, day=held.due_on, source=source)] if held.due_on else [],
            "panels": [
                ("The payment", _terms(held)),
                ("Conditions", _conditions(held)),
                ("Decision and end", _decision(held)),
                ("Reviews", _reviews(held)),
            ],
            "acts": acts_on(account, KIND, held.ref),
            "back_href": reverse("verification:direct_payments"),
            "back_text": "Direct payments",
        },
    )


def pages_for(account: Account, held: DirectPayment) -> tuple[tuple[str, str, str], ...]:
    """The acts to offer: who sells it where nobody knew; and whoever does, or might, is not offered to decide."""
    left_out = NOT_BY_THE_SELLER if might_sell(account, held) else frozenset()
    if held.sold_by != DirectPayment.SoldBy.UNKNOWN:
        left_out |= {"name_seller"}
    return tuple(page for page in PAGES if page[0] not in left_out)


def sold_by(held: DirectPayment) -> str:
    """Who sells the care, and who therefore does not decide."""
    if held.seller:
        return f"{held.seller}, which does not decide on it"
    if held.sold_by == DirectPayment.SoldBy.UNKNOWN:
        return "Not known yet: only the council decides on it"
    return str(held.get_sold_by_display())


def _terms(held: DirectPayment) -> list[dict[str, Any]]:
    rows = told(
        ("Amount", f"{money(held.amount)}, {held.get_frequency_display().lower()}"),
        ("The adult’s share of the plan", adults_share(held.plan)),
        ("Managed by", held.managed_by),
        ("Who asks", f"{held.asked_by}. {held.get_section_display()}"),
        ("Whose care it buys", sold_by(held)),
        ("Asked for", f"{day(held.requested_on)}, recorded by {held.requested_by}"),
        ("First payment", day(held.first_paid_on) if held.first_paid_on else ""),
    )
    return [{"key": "Plan", "value": held.plan.ref, "link": reverse("verification:plan", args=[held.plan.ref])}, *rows]


def adults_share(plan: SupportPlan) -> str:
    """What the adult pays of the plan: by the charge in force for it, and by the budget where that differs."""
    charged = share_by_charge(plan)
    if charged is None:
        return f"{money(plan.budget_adult_share_weekly)} a week by the budget; no charge is issued for the plan"
    differs = "" if charged.agrees else f". The budget has {money(plan.budget_adult_share_weekly)}"
    return f"{money(charged.weekly)} a week, charge {', '.join(charged.refs)}{differs}"


def _conditions(held: DirectPayment) -> list[dict[str, Any]]:
    if not held.first_paid_on:
        return []
    rows = [row for row in DIRECT_PAYMENT_CONDITIONS if row["section"] == held.section]
    met = [
        {
            "key": f"{row['title']} ({row['source']})",
            "value": "Met" if row["key"] in held.conditions else "Not met",
            "tag": "green" if row["key"] in held.conditions else "red",
        }
        for row in rows
    ]
    return met + told(
        ("Schedule 1", "Nobody who is paid is excluded" if held.not_excluded else ""),
        ("Close relatives", f"{held.get_relative_display()}. {held.relative_because}"),
        ("Consulted", held.consulted),
        ("Certificate", day(held.certificate_on) if held.certificate_on else ""),
    )


def _decision(held: DirectPayment) -> list[dict[str, Any]]:
    ended = f"{day(held.ended_on)}. {held.get_ended_ground_display()}" if held.ended_on else ""
    repaid = f"{money(held.repay)}. {held.repay_because} {held.repay_decided_by}" if held.repay else ""
    return told(
        ("Decided by", f"{held.decided_by}, {day(held.decided_on)}" if held.decided_by else ""),
        ("Reasons", held.reasons),
        ("Last day paid", ended),
        ("Why it ended", held.ended_because),
        ("Ended by", held.ended_by),
        ("To be repaid", repaid),
    )


def _reviews(held: DirectPayment) -> list[dict[str, Any]]:
    found = held.reviews.select_related("recorded_by__worker").order_by("-pk")[:10]
    return [{"key": day(one.reviewed_on), "value": f"{_went(one)} {one.findings} {one.recorded_by}"} for one in found]


def _went(one: DirectPaymentReview) -> str:
    return "Every condition is met." if one.all_met else "A condition is no longer met."


def sellers_in(place: Place) -> list[tuple[str, str]]:
    """The organisations known here that may sell care, by key and name."""
    sellers = organisations_in(place).exclude(kind=Organisation.Kind.COUNCIL).order_by("name")
    return list(sellers.values_list("key", "name"))


def with_seller(place: Place, typed: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with the organisation in the place of its key."""
    key = typed["seller"]
    return typed | {"seller": found_or_404(organisation_by_key(place, key)) if key else None}


class RequestDirectPayment(NewRecordPage):
    """A direct payment is asked for, from a plan whose package runs."""

    form_class = RequestForm
    title = "Ask for a direct payment"
    button = "Save"
    lead = "Amount and frequency are those of the plan, as the council funded it."
    back_text = "Back to the plan"
    plan: SupportPlan

    def find(self, **named: Any) -> None:
        plans = plans_visible_to(self.by).select_related("council", "provider")
        self.plan = found_or_404(plans.filter(ref=named["ref"]).first())

    def question(self) -> Question:
        return payment_question("request_direct_payment", self.by, self.plan.council, self.plan.provider)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"sellers": sellers_in(self.place)}

    def back_href(self) -> str:
        return reverse("verification:plan", args=[self.plan.ref])

    def act(self, form: RequestForm) -> DirectPayment:
        return request_direct_payment(by=self.by, plan=self.plan.ref, **with_seller(self.place, form.cleaned_data))

    def done(self, result: DirectPayment) -> str:
        return f"{result.ref} waits for the decision."

    def next_url(self, result: DirectPayment) -> str:
        return reverse("verification:direct_payment", args=[result.ref])


class PaymentActPage(RecordActPage):
    """An act on a payment."""

    record_name = "verification:direct_payment"
    starts_from = STARTS_FROM
    held: DirectPayment

    def find(self, **named: Any) -> None:
        self.held = found_or_404(payment_of(self.by, named["ref"]))

    def question(self) -> Question:
        return question_of(self.verb, self.by, self.held)


class NameSeller(PaymentActPage):
    """It is known now who sells the care."""

    form_class = NameSellerForm
    verb = "name_seller"
    title = "Say whose care the payment buys"
    button = "Save"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"sellers": sellers_in(self.place)}

    def act(self, form: NameSellerForm) -> DirectPayment:
        return name_seller(by=self.by, payment=self.held.ref, **with_seller(self.place, form.cleaned_data))

    def done(self, result: DirectPayment) -> str:
        return "It is known now whose care the payment buys."


class ApproveDirectPayment(PaymentActPage):
    """The conditions are met."""

    form_class = ApproveForm
    verb = "approve_direct_payment"
    title = "Agree to the direct payment"
    button = "Agree"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"section": self.held.section}

    def act(self, form: ApproveForm) -> DirectPayment:
        typed = dict(form.cleaned_data)
        first_paid_on, reasons = typed.pop("first_paid_on"), typed.pop("reasons")
        found = Found(**typed | {"conditions": tuple(typed["conditions"])})
        return approve_direct_payment(
            by=self.by, payment=self.held.ref, found=found, first_paid_on=first_paid_on, reasons=reasons
        )

    def done(self, result: DirectPayment) -> str:
        return f"Agreed. The first review falls due on {day(result.due_on)}."


class RefuseDirectPayment(PaymentActPage):
    """The conditions are not met."""

    form_class = RefuseForm
    verb = "refuse_direct_payment"
    title = "Refuse the direct payment"
    button = "Refuse"

    def act(self, form: RefuseForm) -> DirectPayment:
        return refuse_direct_payment(by=self.by, payment=self.held.ref, **form.cleaned_data)

    def done(self, result: DirectPayment) -> str:
        return "Refused, with its reasons."


class CallDirectPaymentReview(PaymentActPage):
    """A breach or a doubt."""

    form_class = CallReviewForm
    verb = "call_direct_payment_review"
    title = "Call a review now"
    button = "Call the review"

    def act(self, form: CallReviewForm) -> DirectPayment:
        return call_direct_payment_review(by=self.by, payment=self.held.ref, **form.cleaned_data)

    def done(self, result: DirectPayment) -> str:
        return "The review is due now."


class ReviewDirectPayment(PaymentActPage):
    """The conditions are looked at again."""

    form_class = ReviewForm
    verb = "review_direct_payment"
    title = "Record the review"
    button = "Record"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"section": self.held.section}

    def act(self, form: ReviewForm) -> DirectPaymentReview:
        return review_direct_payment(by=self.by, payment=self.held.ref, **form.cleaned_data)

    def done(self, result: DirectPaymentReview) -> str:
        return "Reviewed." if result.all_met else "A condition is no longer met: the council must end the payment."


class TerminateDirectPayment(PaymentActPage):
    """The council ends the payment."""

    form_class = TerminateForm
    verb = "terminate_direct_payment"
    title = "End the direct payment"
    button = "End it"

    def act(self, form: TerminateForm) -> DirectPayment:
        return terminate_direct_payment(by=self.by, payment=self.held.ref, **form.cleaned_data)

    def done(self, result: DirectPayment) -> str:
        return "The payment is ended."


class RequireRepayment(PaymentActPage):
    """The council has money repaid."""

    form_class = RepayForm
    verb = "require_repayment"
    title = "Have money repaid"
    button = "Decide"

    def act(self, form: RepayForm) -> DirectPayment:
        return require_repayment(by=self.by, payment=self.held.ref, **form.cleaned_data)

    def done(self, result: DirectPayment) -> str:
        return "It is decided what is repaid."
