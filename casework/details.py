"""What a person tells the product, before it is a record: the form, the import and the tests all fill these in.

Each `..._faults` says, by path and in sentences, what cannot be kept. No database is asked.
"""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from stdnum.exceptions import ValidationError as NumberFault
from stdnum.gb import nhs

from casework.models import Assessment, Person, PlannedSupport, SupportPlan
from casework.outcomes import outcomes_of
from casework.rules import PAID_BY_THE_COUNCIL, Answer, faults_of_answers, line_cost
from delegation.refusals import Fault
from delegation.unfit import unfit_sentence
from delegation.unfit import unfit_text as unfit_text
from delegation.wording import sentence_case

EARLIEST_BIRTH = date(1880, 1, 1)


@dataclass(frozen=True, kw_only=True)
class PersonDetails:
    """Who somebody is: the personal fields of client level data."""

    first_name: str
    last_name: str
    date_of_birth: date
    gender: str
    ethnicity: str
    accommodation_status: str
    client_type: str = "Service user"
    has_unpaid_carer: str = "Unknown"
    nhs_number: str = ""
    council_identifier: str = ""
    preferred_name: str = ""
    date_of_death: date | None = None
    moved_away_on: date | None = None
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    communication_needs: str = ""
    gp_practice_name: str = ""
    gp_practice_code: str = ""
    primary_support_reason: str = ""
    employment_status: str = ""
    autism: str = ""
    visual_impairment: str = ""
    hearing_impairment: str = ""
    dementia: str = ""
    client_funding_status: str = ""


@dataclass(frozen=True, kw_only=True)
class NeedDetails:
    """A need the assessment found, on which outcome it bears, and how far it meets the criteria."""

    need: str
    outcome: str
    description: str
    how_far: str = ""
    met_otherwise_because: str = ""


@dataclass(frozen=True, kw_only=True)
class AssessmentDetails:
    """What an assessment found. Source: Care Act 2014 ss.9-12; SI 2014/2827; SI 2015/313."""

    started_on: date
    completed_on: date
    method: str
    capacity: str
    advocacy: str
    answers: tuple[Answer, ...] = ()
    needs: tuple[NeedDetails, ...] = ()
    assessment_type: str = "Long term assessment"
    wellbeing: str = ""
    desired_outcomes: str = ""
    involvement: str = ""
    other_help: str = ""
    capacity_decision: str = ""
    best_interests: str = ""
    advocacy_note: str = ""
    refusal: str = ""
    continuing_healthcare_referral: bool = False
    carer_willing: bool | None = None
    carer_able: bool | None = None
    carer_note: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanDetails:
    """What a plan says beside its needs, its lines and its budget."""

    wellbeing_matters: str = ""
    prevention_advice: str = ""
    person_involvement: str = ""
    carer_involvement: str = ""
    others_involvement: str = ""
    section_117_aftercare: bool = False
    continuing_healthcare: bool = False
    review_on: date | None = None
    direct_payment_amount: Decimal | None = None
    direct_payment_frequency: str = ""
    direct_payment_managed_by: str = ""
    direct_payment_conditions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LineDetails:
    """One line of support. Quantity is units a week (or units once); unit cost is pounds.

    `weekly_cost` and `one_off_cost` may be told by another system: they must then be what the product makes of
    quantity and unit cost.
    """

    need: str
    how: str
    description: str
    unit: str
    quantity: Decimal
    starts_on: date
    unit_cost: Decimal = Decimal("0.00")
    kind: str = "weekly"
    service_component: str = ""
    planned_weeks: int | None = None
    weekly_cost: Decimal | None = None
    one_off_cost: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Three figures in pounds that must reconcile: the cost, the adult's share, the council's share."""

    total: Decimal
    adult_share: Decimal
    council_share: Decimal


@dataclass(frozen=True, kw_only=True)
class Budget:
    """The personal budget: pounds a week, and pounds once. Source: Care Act 2014 s.26(1)."""

    weekly: Shares
    one_off: Shares = Shares(total=Decimal("0.00"), adult_share=Decimal("0.00"), council_share=Decimal("0.00"))


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What a determination rests on beside the answers of the assessment, with its reasons."""

    need_from_impairment: bool
    significant_effect: bool
    reasons: str
    advice: str = ""
    health_at_risk: bool = False
    determined_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """That the person, or who agreed on their behalf, agreed the plan. Source: Care Act 2014 s.25(5), (9)."""

    agreed_on: date
    agreed_with: str
    steps_to_agree: str
    copy_offered: bool


def said(details: Any, *, but: Collection[str] = ()) -> dict[str, Any]:
    """The fields of some details with their values, one level deep, leaving out those named."""
    return {field.name: getattr(details, field.name) for field in fields(details) if field.name not in but}


def field_faults(record: models.Model, names: Iterable[str], path: str = "") -> list[Fault]:
    """What the fields of an unsaved record say of the values in it, each by its path."""
    found = []
    for name in names:
        field: Any = record._meta.get_field(name)
        value = getattr(record, field.attname)
        if isinstance(value, str) and unfit_text(value):
            found.append(Fault(f"{path}{name}", unfit_sentence(str(field.verbose_name))))
            continue
        if isinstance(value, str) and value in _listed(field):
            continue
        try:
            field.clean(value, record)
        except ValidationError as error:
            found.append(Fault(f"{path}{name}", _sentence(field, value, error)))
    return found


@cache
def _listed(field: Any) -> frozenset[Any]:
    """The values of the field's list, read once; what is among them needs no further look."""
    return frozenset(value for value, _ in field.flatchoices if value != "")


def _sentence(field: Any, value: Any, error: ValidationError) -> str:
    codes, title = {each.code for each in error.error_list}, sentence_case(str(field.verbose_name))
    if "invalid_choice" in codes:
        return f"‘{str(value)[:80]}’ is not one of the values of ‘{title}’."
    if codes & {"blank", "null"}:
        return f"Fill in ‘{title}’."
    return f"‘{title}’: {' '.join(error.messages)}"


def tidy_nhs_number(number: str) -> str:
    """The ten digits alone, without the spaces and hyphens people type."""
    return nhs.compact(number) if number else ""


def person_faults(details: PersonDetails, today: date) -> list[Fault]:
    """What cannot be kept of a person: names, dates, the check digit of the NHS number, the national lists."""
    person = Person(**{**said(details), "nhs_number": tidy_nhs_number(details.nhs_number)})
    found = field_faults(person, [field.name for field in fields(details)])
    if details.nhs_number:
        try:
            nhs.validate(details.nhs_number)
        except NumberFault:
            sentence = "The NHS number is not one: it has ten digits, the last of which checks the others."
            found = [fault for fault in found if fault.path != "nhs_number"]
            found.append(Fault("nhs_number", sentence))
    if not EARLIEST_BIRTH <= details.date_of_birth <= today:
        found.append(Fault("date_of_birth", f"The day of birth must be between {EARLIEST_BIRTH} and today."))
    for name, words in {"date_of_death": "date of death", "moved_away_on": "day they moved away"}.items():
        day = getattr(details, name)
        if day and not details.date_of_birth <= day <= today:
            found.append(Fault(name, f"The {words} must be after the day of birth and not after today."))
    return found


ASSESSMENT_TEXTS = {
    "wellbeing": "Say what the impact of the needs on wellbeing is: Care Act 2014 s.9(4)(a).",
    "desired_outcomes": "Say which outcomes the person wishes to achieve: Care Act 2014 s.9(4)(b).",
    "involvement": "Say how the person, and those they ask, were involved: Care Act 2014 s.9(5).",
}


def assessment_faults(kind: str, details: AssessmentDetails, today: date) -> list[Fault]:
    """What is missing or wrong of an assessment of this kind ("adult" or "carer")."""
    apart = ("answers", "needs", "carer_willing", "carer_able")
    names = [field.name for field in fields(details) if field.name not in apart]
    record = Assessment(kind=kind, **said(details, but=("answers", "needs")))
    found = field_faults(record, names)
    if not details.started_on <= details.completed_on <= today:
        found.append(Fault("completed_on", "An assessment ends on or after the day it starts, and not after today."))
    if details.capacity == "lacks_capacity":
        if not details.capacity_decision:
            found.append(Fault("capacity_decision", "Name the decision the person lacks capacity for: MCA 2005 s.2."))
        if not details.best_interests:
            found.append(Fault("best_interests", "Say how it is in the person's best interests: MCA 2005 s.4."))
    if details.advocacy in ("needed", "declined") and not details.advocacy_note:
        found.append(Fault("advocacy_note", "Say why, and what is done about it: Care Act 2014 s.67."))
    if details.refusal == "best_interests" and details.capacity != "lacks_capacity":
        found.append(Fault("refusal", "Section 11(2)(a) asks that the person lacks capacity to refuse."))
    if details.refusal == "ends_the_duty":
        return found
    found += [Fault(name, why) for name, why in ASSESSMENT_TEXTS.items() if not getattr(details, name)]
    found += [Fault(each.path, each.sentence) for each in faults_of_answers(kind, details.answers)]
    found += _need_faults(kind, details.needs)
    if kind == "carer" and (details.carer_willing is None or details.carer_able is None):
        found.append(Fault("carer_willing", "Say whether the carer is willing and able: Care Act 2014 s.10(5)(a)-(b)."))
    return found


def _need_faults(kind: str, needs: Collection[NeedDetails]) -> list[Fault]:
    own = {outcome.key for outcome in outcomes_of(kind)}
    found: list[Fault] = []
    seen: set[str] = set()
    for need in needs:
        path = f"needs[{need.need}]"
        if not need.need or len(need.need) > 12 or not need.need.isalnum():
            found.append(Fault(f"{path}.need", "A need has a key of up to twelve letters and digits, such as N1."))
        if need.need in seen:
            found.append(Fault(f"{path}.need", "Two needs have this key."))
        seen.add(need.need)
        if need.outcome not in own:
            found.append(Fault(f"{path}.outcome", f"‘{need.outcome[:80]}’ is not an outcome of a {kind}'s assessment."))
        if not need.description:
            found.append(Fault(f"{path}.description", "Describe the need."))
        for text in (need.description, need.how_far, need.met_otherwise_because):
            if unfit_text(text):
                found.append(Fault(path, "The need holds a character that cannot be kept."))
    return found


def line_of(details: LineDetails) -> PlannedSupport:
    """An unsaved line of support from its details, with its cost worked out."""
    weekly, one_off = line_cost(details.kind, details.quantity, details.unit_cost)
    told = said(details, but=("need", "weekly_cost", "one_off_cost"))
    return PlannedSupport(**told, weekly_cost=weekly, one_off_cost=one_off)


LINE_FIELDS = (
    "how",
    "service_component",
    "description",
    "kind",
    "quantity",
    "unit",
    "unit_cost",
    "weekly_cost",
    "one_off_cost",
    "starts_on",
    "planned_weeks",
)
# Money and quantities beyond this are a slip of the hand, and are stopped before any arithmetic.
MOST_POUNDS = Decimal(10_000_000)


def line_faults(details: LineDetails, path: str = "") -> list[Fault]:
    """What is missing or wrong of one line of support."""
    amounts = {"quantity": details.quantity, "unit_cost": details.unit_cost}
    for name, amount in amounts.items():
        if not amount.is_finite() or abs(amount) > MOST_POUNDS:
            return [Fault(f"{path}{name}", f"The {name.replace('_', ' ')} is not an amount that can be kept.")]
    line = line_of(details)
    found = field_faults(line, LINE_FIELDS, path)
    if details.quantity <= 0:
        found.append(Fault(f"{path}quantity", "The quantity is more than nought."))
    if details.unit_cost < 0:
        found.append(Fault(f"{path}unit_cost", "A cost is not below nought."))
    if details.planned_weeks is not None and details.planned_weeks < 1:
        found.append(Fault(f"{path}planned_weeks", "Planned weeks are at least one; leave them out where open-ended."))
    if details.how not in PAID_BY_THE_COUNCIL and details.unit_cost:
        sentence = "Only support commissioned by the council or bought with a direct payment has a cost."
        found.append(Fault(f"{path}unit_cost", sentence))
    for name in ("weekly_cost", "one_off_cost"):
        told, made = getattr(details, name), getattr(line, name)
        if told is not None and told != made:
            found.append(Fault(f"{path}{name}", f"£{told} is not quantity times unit cost, which is £{made}."))
    return found


def budget_faults(budget: Budget, path: str = "") -> list[Fault]:
    """Whether the three figures reconcile, a week and once. Source: Care Act 2014 s.26(1)."""
    found = []
    for name, shares in (("weekly", budget.weekly), ("one_off", budget.one_off)):
        for part, amount in asdict(shares).items():
            if not amount.is_finite() or not 0 <= amount <= MOST_POUNDS or amount != round(amount, 2):
                sentence = "A share of the budget is pounds and pence, not below nought."
                found.append(Fault(f"{path}{name}.{part}", sentence))
                break
        else:
            if shares.total != shares.adult_share + shares.council_share:
                sentence = (
                    f"The cost of £{shares.total} is not £{shares.adult_share} from the adult "
                    f"and £{shares.council_share} from the council."
                )
                found.append(Fault(f"{path}{name}", sentence))
    return found


PLAN_FIELDS = tuple(field.name for field in fields(PlanDetails))


def plan_faults(details: PlanDetails) -> list[Fault]:
    """What cannot be kept of a plan's own texts, days and terms; what is merely missing is said by the task list."""
    told = said(details)
    told["direct_payment_conditions"] = list(details.direct_payment_conditions)
    return field_faults(SupportPlan(**told), PLAN_FIELDS)
