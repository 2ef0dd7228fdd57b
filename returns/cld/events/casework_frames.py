"""What casework and verification hold of one council that a file of a period is made of.

Twelve queries, however many people and plans. Each begins at the council: nobody's record of another is read.
"""

from dataclasses import dataclass

import polars as pl
from django.db.models import Exists, OuterRef, Q, QuerySet

from casework.models import Assessment, CarerLink, Charge, Contact, Need, Person, PlannedSupport
from casework.rules import PAID_BY_THE_COUNCIL
from delegation.models import Act, Organisation
from returns.cld.events.frames import DAY, MOMENT, MONEY, Columns, frame_of
from returns.cld.events.period import Period
from verification.models import Award, ChangeRequest, FundedLine, Package, UrgentSupport

TEXT, KEY = pl.String, pl.Int64

PERSON: Columns = {
    "person_id": ("pk", KEY),
    "person": ("ref", TEXT),
    "restricted": ("restricted", pl.Boolean),
    "council_identifier": ("council_identifier", TEXT),
    "nhs_number": ("nhs_number", TEXT),
    "first_name": ("first_name", TEXT),
    "last_name": ("last_name", TEXT),
    "gp_practice_name": ("gp_practice_name", TEXT),
    "gp_practice_code": ("gp_practice_code", TEXT),
    "gender": ("gender", TEXT),
    "ethnicity": ("ethnicity", TEXT),
    "date_of_birth": ("date_of_birth", DAY),
    "date_of_death": ("date_of_death", DAY),
    "moved_away_on": ("moved_away_on", DAY),
    "client_type": ("client_type", TEXT),
    "primary_support_reason": ("primary_support_reason", TEXT),
    "postcode": ("postcode", TEXT),
    "accommodation_status": ("accommodation_status", TEXT),
    "employment_status": ("employment_status", TEXT),
    "has_unpaid_carer": ("has_unpaid_carer", TEXT),
    "autism": ("autism", TEXT),
    "visual_impairment": ("visual_impairment", TEXT),
    "hearing_impairment": ("hearing_impairment", TEXT),
    "dementia": ("dementia", TEXT),
    "client_funding_status": ("client_funding_status", TEXT),
}
CONTACT: Columns = {
    "person_id": ("person_id", KEY),
    "contact": ("ref", TEXT),
    "made_on": ("made_on", DAY),
    "route_of_access": ("route_of_access", TEXT),
    "outcome": ("outcome", TEXT),
}
ASSESSMENT: Columns = {
    "person_id": ("person_id", KEY),
    "assessment": ("ref", TEXT),
    "kind": ("kind", TEXT),
    "started_on": ("started_on", DAY),
    "completed_on": ("completed_on", DAY),
    "assessment_type": ("assessment_type", TEXT),
    "method": ("method", TEXT),
    "refusal": ("refusal", TEXT),
    "eligible": ("determination__eligible", pl.Boolean),
    "determined_on": ("determination__determined_on", DAY),
    "found_needs": ("found_needs", pl.Boolean),
}
CHARGE: Columns = {
    "person_id": ("person_id", KEY),
    "charge": ("ref", TEXT),
    "calculated_at": ("calculated_at", MOMENT),
    "decided_at": ("decided_at", MOMENT),
    "weekly": ("weekly", MONEY),
    "weekly_cost": ("weekly_cost", MONEY),
}
SUPPORT: Columns = {
    "person_id": ("plan__person_id", KEY),
    "plan": ("plan__ref", TEXT),
    "package": ("plan__package__pk", KEY),
    "decision": ("plan__package__decision_id", KEY),
    "decided_as": ("plan__package__decision__kind", TEXT),
    "kind_of_plan": ("plan__assessment__kind", TEXT),
    "has_budget": ("has_budget", pl.Boolean),
    "state": ("plan__package__state", TEXT),
    "package_starts_on": ("plan__package__starts_on", DAY),
    "package_ends_on": ("plan__package__ends_on", DAY),
    "suspended_on": ("plan__package__suspended_on", DAY),
    "line": ("line_key", TEXT),
    "how": ("how", TEXT),
    "component": ("service_component", TEXT),
    "paid": ("kind", TEXT),
    "quantity": ("quantity", MONEY),
    "unit": ("unit", TEXT),
    "unit_cost": ("unit_cost", MONEY),
    "line_starts_on": ("starts_on", DAY),
    "planned_weeks": ("planned_weeks", KEY),
}
FUNDED: Columns = {
    "decision": ("decision_id", KEY),
    "line": ("line_key", TEXT),
    "funded": ("outcome", TEXT),
    "funded_weekly": ("weekly", MONEY),
    "funded_one_off": ("one_off", MONEY),
    "until": ("until", DAY),
}
AWARD: Columns = {
    "plan": ("requirement__plan__ref", TEXT),
    "line": ("requirement__line_key", TEXT),
    "awarded_price": ("unit_price", MONEY),
    "care_provider": ("offer__organisation__name", TEXT),
    "cqc_location": ("offer__organisation__cqc_location_id", TEXT),
}
PACKAGE: Columns = {
    "plan": ("plan__ref", TEXT),
    "person_id": ("plan__person_id", KEY),
    "package": ("pk", KEY),
    "kind_of_plan": ("plan__assessment__kind", TEXT),
}
URGENT: Columns = {
    "person_id": ("person_id", KEY),
    "plan": ("plan__ref", TEXT),
    "urgent": ("pk", KEY),
    "kind_of_plan": ("plan__assessment__kind", TEXT),
    "weekly": ("weekly", MONEY),
    "starts_on": ("starts_on", DAY),
    "ended_at": ("ended_at", MOMENT),
    "package_starts_on": ("plan__package__starts_on", DAY),
}
CARER: Columns = {
    "person_id": ("carer_id", KEY),
    "cared_for_id": ("cared_for_id", KEY),
    "hours": ("hours_a_week", KEY),
    "from_day": ("from_day", DAY),
    "to_day": ("to_day", DAY),
}
CHANGE: Columns = {
    "plan": ("plan__ref", TEXT),
    "requested_at": ("requested_at", MOMENT),
}
ACT: Columns = {
    "act": ("seq", KEY),
    "verb": ("verb", TEXT),
    "subject": ("subject", TEXT),
    "acted_on": ("day", DAY),
    "carer": ("detail__carer", TEXT),
    "review_reason": ("detail__review_reason", TEXT),
    "outcomes_achieved": ("detail__review_outcomes_achieved", TEXT),
    "method_of_review": ("detail__method_of_review", TEXT),
}
# The acts that make an event, by the function that guards each: the register is read by that, never whole.
ACTS = {
    "charging_policy_apply": ("decide_charge",),
    "single_access_point_advice": ("record_contact",),
    "care_support_assessment": ("record_assessment",),
    "carer_assessment": ("record_carer_assessment", "link_carer"),
    "eligibility_determination": ("determine_eligibility",),
    "brokerage_sourcing": ("start_package",),
    "support_plan_development": ("review_plan", "conclude_review"),
    "plan_verification_and_funding": ("start_urgent_support", "end_package"),
}


@dataclass(frozen=True, kw_only=True)
class Casework:
    """What was read, a frame a kind of record; keys of persons are the database's own and travel nowhere."""

    people: pl.DataFrame
    contacts: pl.DataFrame
    assessments: pl.DataFrame
    charges: pl.DataFrame
    support: pl.DataFrame
    funded: pl.DataFrame
    awards: pl.DataFrame
    packages: pl.DataFrame
    urgent: pl.DataFrame
    carers: pl.DataFrame
    changes: pl.DataFrame
    acts: pl.DataFrame


def casework_of(council: Organisation, period: Period) -> Casework:
    """All of a council's casework that a file of this period can be made of. Twelve queries."""
    return Casework(
        people=frame_of(Person.objects.filter(council=council), PERSON),
        contacts=frame_of(contacts_made(council, period), CONTACT),
        assessments=frame_of(assessments_completed(council, period), ASSESSMENT),
        charges=frame_of(charges_decided(council, period), CHARGE),
        support=frame_of(support_given(council, period), SUPPORT),
        funded=frame_of(lines_funded(council, period), FUNDED),
        awards=frame_of(awards_made(council, period), AWARD),
        packages=frame_of(packages_started(council, period), PACKAGE),
        urgent=frame_of(urgent_support_given(council, period), URGENT),
        carers=frame_of(carers_linked(council, period), CARER),
        changes=frame_of(changes_asked(council, period), CHANGE),
        acts=frame_of(acts_that_made_events(council, period), ACT),
    )


def contacts_made(council: Organisation, period: Period) -> QuerySet[Contact]:
    """Contacts of the period: a contact begins and ends on one day."""
    return Contact.objects.filter(council=council, made_on__range=(period.start, period.end))


def assessments_completed(council: Organisation, period: Period) -> QuerySet[Assessment]:
    """Assessments that were complete by the period's end, with what was determined, and whether a need was found."""
    complete = Q(determination__determined_on__gte=period.start) | Q(completed_on__gte=period.start)
    needs = Need.objects.filter(assessment=OuterRef("pk"))
    return Assessment.objects.filter(complete, council=council, completed_on__lte=period.end).annotate(
        found_needs=Exists(needs)
    )


def charges_decided(council: Organisation, period: Period) -> QuerySet[Charge]:
    """What people are to pay, decided by the period's end; the rules say which of it is of the period."""
    return Charge.objects.filter(council=council, decided_at__date__lte=period.end)


def support_given(council: Organisation, period: Period) -> QuerySet[PlannedSupport]:
    """Lines the council pays for, of packages that had started and had not ended before the period."""
    return PlannedSupport.objects.filter(
        Q(plan__package__ends_on__isnull=True) | Q(plan__package__ends_on__gte=period.start),
        plan__council=council,
        plan__package__started_at__isnull=False,
        plan__package__starts_on__lte=period.end,
        how__in=PAID_BY_THE_COUNCIL,
    ).annotate(has_budget=Q(plan__budget_total_weekly__isnull=False))


def lines_funded(council: Organisation, period: Period) -> QuerySet[FundedLine]:
    """What the decisions that those packages stand on say of each line; what is funded and costs nothing is left out.

    Such a line is one nobody is paid for, or keeps the cost of nought that the plan says too.
    """
    told = FundedLine.objects.filter(
        decision__plan__council=council,
        decision__packages__started_at__isnull=False,
        decision__packages__starts_on__lte=period.end,
    )
    return told.exclude(outcome=FundedLine.Outcome.FUND, weekly=0, one_off=0).order_by()


def awards_made(council: Organisation, period: Period) -> QuerySet[Award]:
    """Who gives each line of those packages, and at which price: the award made last."""
    return Award.objects.filter(
        council=council,
        requirement__plan__package__started_at__isnull=False,
        requirement__plan__package__starts_on__lte=period.end,
    ).order_by("pk")


def packages_started(council: Organisation, period: Period) -> QuerySet[Package]:
    """Whose each package is that a review can be of: it had started, and had not ended before the period."""
    return Package.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=period.start),
        plan__council=council,
        started_at__isnull=False,
        starts_on__lte=period.end,
    )


def urgent_support_given(council: Organisation, period: Period) -> QuerySet[UrgentSupport]:
    """Support that started before verification, by the period's end."""
    return UrgentSupport.objects.filter(plan__council=council, starts_on__lte=period.end)


def carers_linked(council: Organisation, period: Period) -> QuerySet[CarerLink]:
    """Who cared for whom on a day of the period, in the order in which they were linked."""
    return CarerLink.objects.filter(
        Q(to_day__isnull=True) | Q(to_day__gte=period.start), carer__council=council, from_day__lte=period.end
    ).order_by("pk")


def changes_asked(council: Organisation, period: Period) -> QuerySet[ChangeRequest]:
    """Changes asked for of packages: what a review led to."""
    return ChangeRequest.objects.filter(
        plan__council=council, kind=ChangeRequest.Kind.PACKAGE, requested_at__date__gte=period.start
    )


def acts_that_made_events(council: Organisation, period: Period) -> QuerySet[Act]:
    """The acts of the register that events came of, up to the period's end, in their order."""
    verbs = [verb for several in ACTS.values() for verb in several]
    exercised = Act.objects.filter(council=council, function__in=list(ACTS), outcome=Act.Outcome.EXERCISED)
    return exercised.filter(verb__in=verbs, day__lte=period.end).order_by("seq")
