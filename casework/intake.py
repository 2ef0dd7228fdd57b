"""Support plans from a provider's own system: read, checked, and taken in through the same services as the pages.

`read_plans` is pure: bytes in, plans and faults out, never a traceback. `take_in` does one plan, all or nothing.
The format is docs/formats/support-plan.md; its JSON Schema is casework/data/support-plan.schema.json.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.details import (
    Agreement,
    AssessmentDetails,
    Budget,
    Findings,
    LineDetails,
    NeedDetails,
    PersonDetails,
    PlanDetails,
    Shares,
    assessment_faults,
    budget_faults,
    line_faults,
    person_faults,
    plan_faults,
    tidy_nhs_number,
)
from casework.json_reading import FileFault, Reader, parse
from casework.models import Person, SupportPlan
from casework.refusals import AlreadyRecorded
from casework.rules import Answer
from casework.selectors import people_visible_to, plans_visible_to
from casework.services.assessments import assess_locked, determine_locked
from casework.services.people import lock_person, record_new_person
from casework.services.plans import agree_locked, prepare_locked, set_budget_locked
from delegation.models import Account, Organisation
from delegation.refusals import Fault, NotFound, Refused, RuleBroken
from delegation.register import whole
from delegation.selectors import organisations_seen_by

FORMAT = "countersign-support-plan/1"
MOST_BYTES = 200_000_000
MOST_PLANS = 50_000
NEVER = date(1900, 1, 1)
NOUGHT = Decimal("0.00")


@dataclass(frozen=True, kw_only=True)
class SentPlan:
    """One plan of a file, read; with its faults, where it has any, by path."""

    path: str
    provider: str
    their_reference: str
    person: PersonDetails
    person_reference: str
    kind: str
    assessment: AssessmentDetails
    findings: Findings
    details: PlanDetails
    lines: tuple[LineDetails, ...]
    budget: Budget | None
    agreement: Agreement | None
    sha256: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What became of one plan of a file: "added", "already here" or "refused", with the faults that refused it."""

    path: str
    their_reference: str
    outcome: str
    plan: str = ""
    sentence: str = ""
    faults: tuple[Fault, ...] = ()


# Reading


def read_plans(raw: bytes, *, most_bytes: int = MOST_BYTES, most_plans: int = MOST_PLANS) -> list[SentPlan]:
    """The plans of a file, one or a list, each with every fault found in it. Asks no database.

    Raises FileFault where the file as a whole cannot be read.
    """
    value = parse(raw, most_bytes=most_bytes)
    if isinstance(value, list):
        if len(value) > most_plans:
            raise FileFault(f"The file holds {len(value):,} plans, more than {most_plans:,}. Send it in parts.")
        return [_plan(one, f"$[{index}]") for index, one in enumerate(value)]
    return [_plan(value, "$")]


def _plan(value: Any, path: str) -> SentPlan:
    faults: list[Fault] = []
    today = timezone.localdate()
    reader = Reader(value, path, faults)
    told_format = reader.text("format", required=True)
    if told_format and told_format != FORMAT:
        faults.append(Fault(f"{path}.format", f"This product reads the format {FORMAT}."))
    person_reader = reader.object("person")
    person_reference = person_reader.text("reference")
    person = _person(person_reader)
    kind, assessment = _assessment(reader.object("assessment"))
    sent = SentPlan(
        path=path,
        provider=reader.text("provider", required=True),
        their_reference=_their_reference(reader),
        person=person,
        person_reference=person_reference,
        kind=kind,
        assessment=assessment,
        findings=_findings(reader.object("eligibility")),
        details=_details(reader.object("plan"), reader.object("direct_payment", required=False)),
        lines=tuple(_line(line) for line in reader.objects("support")),
        budget=_budget(reader.object("budget")) if reader.has("budget") else None,
        agreement=_agreement(reader.object("agreement")) if reader.has("agreement") else None,
        sha256=_hash(value),
        faults=(),
    )
    reader.done()
    if not faults:
        faults += _checked(sent, today)
    return replace(sent, faults=tuple(faults))


def _hash(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _their_reference(reader: Reader) -> str:
    reference = reader.text("their_reference", required=True)
    if len(reference) > 64:
        reader.faults.append(Fault(f"{reader.path}.their_reference", "At most 64 letters."))
    return reference


def _checked(sent: SentPlan, today: date) -> Iterable[Fault]:
    """What the same checks as the services' find, each under its place in the file."""
    parts = [
        ("person", person_faults(sent.person, today)),
        ("assessment", assessment_faults(sent.kind, sent.assessment, today)),
        ("budget", budget_faults(sent.budget) if sent.budget else []),
        *((f"support[{index}]", line_faults(line)) for index, line in enumerate(sent.lines)),
    ]
    for place, found in parts:
        yield from (Fault(f"{sent.path}.{place}.{fault.path}", fault.sentence) for fault in found)
    for fault in plan_faults(sent.details):
        name = fault.path.removeprefix("direct_payment_")
        place = "plan" if name == fault.path else "direct_payment"
        yield Fault(f"{sent.path}.{place}.{name}", fault.sentence)
    needs = {need.need for need in sent.assessment.needs}
    for index, line in enumerate(sent.lines):
        if line.need not in needs:
            yield Fault(f"{sent.path}.support[{index}].need", f"The assessment has no need ‘{line.need[:20]}’.")


_PERSON_TEXTS = (
    "nhs_number",
    "council_identifier",
    "preferred_name",
    "address",
    "postcode",
    "telephone",
    "communication_needs",
    "gp_practice_name",
    "gp_practice_code",
    "primary_support_reason",
    "employment_status",
    "autism",
    "visual_impairment",
    "hearing_impairment",
    "dementia",
    "client_funding_status",
)


def _person(reader: Reader) -> PersonDetails:
    required = ("first_name", "last_name", "gender", "ethnicity", "accommodation_status")
    texts = {name: reader.text(name, required=True) for name in required}
    texts |= {name: reader.text(name) for name in _PERSON_TEXTS}
    details = PersonDetails(
        **texts,
        date_of_birth=reader.day("date_of_birth", required=True) or NEVER,
        date_of_death=reader.day("date_of_death"),
        client_type=reader.text("client_type") or "Service user",
        has_unpaid_carer=reader.text("has_unpaid_carer") or "Unknown",
        moved_away_on=reader.day("moved_away_on"),
    )
    reader.done()
    return details


_ASSESSMENT_TEXTS = (
    "wellbeing",
    "desired_outcomes",
    "involvement",
    "other_help",
    "capacity_decision",
    "best_interests",
    "advocacy_note",
    "refusal",
    "carer_note",
)


def _assessment(reader: Reader) -> tuple[str, AssessmentDetails]:
    kind = reader.text("kind", required=True)
    if kind and kind not in ("adult", "carer"):
        reader.faults.append(Fault(f"{reader.path}.kind", "An assessment is of an adult or of a carer."))
    texts = {name: reader.text(name) for name in _ASSESSMENT_TEXTS}
    details = AssessmentDetails(
        **texts,
        method=reader.text("method", required=True),
        capacity=reader.text("capacity", required=True),
        advocacy=reader.text("advocacy", required=True),
        assessment_type=reader.text("assessment_type") or "Long term assessment",
        started_on=reader.day("started_on", required=True) or NEVER,
        completed_on=reader.day("completed_on", required=True) or NEVER,
        continuing_healthcare_referral=bool(reader.flag("continuing_healthcare_referral")),
        carer_willing=reader.flag("carer_willing"),
        carer_able=reader.flag("carer_able"),
        answers=_answers(reader.object("outcomes")),
        needs=tuple(_need(need) for need in reader.objects("needs")),
    )
    reader.done()
    return kind or "adult", details


def _answers(reader: Reader) -> tuple[Answer, ...]:
    answers = []
    for key in reader.names():
        answer = reader.object(key)
        answers.append(
            Answer(
                outcome=key,
                can_achieve=bool(answer.flag("can_achieve", required=True)),
                unable_because=answer.texts("unable_because"),
                wellbeing_impact=answer.text("wellbeing_impact"),
            )
        )
        answer.done()
    return tuple(answers)


def _need(reader: Reader) -> NeedDetails:
    need = NeedDetails(
        need=reader.text("need", required=True),
        outcome=reader.text("outcome", required=True),
        description=reader.text("description", required=True),
        how_far=reader.text("how_far"),
        met_otherwise_because=reader.text("met_otherwise_because"),
    )
    reader.done()
    return need


def _findings(reader: Reader) -> Findings:
    told = Findings(
        need_from_impairment=bool(reader.flag("need_from_impairment", required=True)),
        significant_effect=bool(reader.flag("significant_effect", required=True)),
        health_at_risk=bool(reader.flag("health_at_risk")),
        reasons=reader.text("reasons", required=True),
        advice=reader.text("advice"),
        determined_on=reader.day("determined_on"),
    )
    reader.done()
    return told


def _details(reader: Reader, payment: Reader) -> PlanDetails:
    texts = ["wellbeing_matters", "prevention_advice", "person_involvement", "carer_involvement", "others_involvement"]
    details = PlanDetails(
        **{name: reader.text(name) for name in texts},
        section_117_aftercare=bool(reader.flag("section_117_aftercare")),
        continuing_healthcare=bool(reader.flag("continuing_healthcare")),
        review_on=reader.day("review_on"),
        direct_payment_amount=payment.pounds("amount"),
        direct_payment_frequency=payment.text("frequency"),
        direct_payment_managed_by=payment.text("managed_by"),
        direct_payment_conditions=payment.texts("conditions"),
    )
    reader.done()
    payment.done()
    return details


def _line(reader: Reader) -> LineDetails:
    line = LineDetails(
        need=reader.text("need", required=True),
        how=reader.text("how", required=True),
        description=reader.text("description", required=True),
        unit=reader.text("unit", required=True),
        kind=reader.text("kind") or "weekly",
        service_component=reader.text("service_component"),
        quantity=reader.pounds("quantity", required=True) or NOUGHT,
        unit_cost=reader.pounds("unit_cost") or NOUGHT,
        weekly_cost=reader.pounds("weekly_cost"),
        one_off_cost=reader.pounds("one_off_cost"),
        starts_on=reader.day("starts_on", required=True) or NEVER,
        planned_weeks=reader.weeks("planned_weeks"),
    )
    reader.done()
    return line


def _shares(reader: Reader) -> Shares:
    names = ("total", "adult_share", "council_share")
    shares = Shares(**{name: reader.pounds(name, required=True) or NOUGHT for name in names})
    reader.done()
    return shares


def _budget(reader: Reader) -> Budget:
    weekly = _shares(reader.object("weekly"))
    budget = Budget(weekly=weekly)
    if reader.has("one_off"):
        budget = replace(budget, one_off=_shares(reader.object("one_off")))
    reader.done()
    return budget


def _agreement(reader: Reader) -> Agreement:
    agreement = Agreement(
        agreed_on=reader.day("agreed_on", required=True) or NEVER,
        agreed_with=reader.text("agreed_with", required=True),
        steps_to_agree=reader.text("steps_to_agree", required=True),
        copy_offered=bool(reader.flag("copy_offered", required=True)),
    )
    reader.done()
    return agreement


# Taking in


def take_in(sent: SentPlan, *, by: Account, providers: dict[str, Organisation]) -> Taken:
    """Take one read plan in, all of it or nothing, through the same services and the same guard as the pages.

    A plan whose provider's reference and content are already here changes nothing.
    Args: `providers`, by key: kept by the caller over a whole file, filled here.
    """
    if sent.faults:
        return _refused(sent, "The plan has faults and was left out.", sent.faults)
    provider = _provider(sent.provider, providers)
    if provider is None:
        fault = Fault(f"{sent.path}.provider", f"There is no provider ‘{sent.provider[:60]}’.")
        return _refused(sent, fault.sentence, (fault,))
    here = _already_here(sent, by, provider)
    if here is not None:
        return here
    place = ["person"]
    try:
        with whole():
            plan = _all_of_it(sent, by, provider, place)
    except RuleBroken as broken:
        at = f"{sent.path}.{place[0]}" if place[0] else sent.path
        faults = tuple(Fault(f"{at}.{fault.path}", fault.sentence) for fault in broken.faults)
        return _refused(sent, broken.sentence, faults or (Fault(at, broken.sentence),))
    except Refused as refused:
        return _refused(sent, refused.sentence, (Fault(sent.path, refused.sentence),))
    return Taken(path=sent.path, their_reference=sent.their_reference, outcome="added", plan=plan.ref)


def _refused(sent: SentPlan, sentence: str, faults: tuple[Fault, ...]) -> Taken:
    return Taken(
        path=sent.path,
        their_reference=sent.their_reference,
        outcome="refused",
        sentence=sentence,
        faults=faults,
    )


def _provider(key: str, providers: dict[str, Organisation]) -> Organisation | None:
    if key not in providers:
        found = Organisation.objects.filter(key=key, kind="provider").select_related("council").first()
        if found is None:
            return None
        providers[key] = found
    return providers[key]


def _already_here(sent: SentPlan, by: Account, provider: Organisation) -> Taken | None:
    """What to answer where the provider's reference is already here; a plan they may not read keeps its own."""
    if provider.pk not in organisations_seen_by(by):
        return None
    plans = SupportPlan.objects.filter(provider=provider, their_reference=sent.their_reference)
    found = plans.values_list("pk", "ref", "import_hash").first()
    if found is None:
        return None
    key, ref, sha256 = found
    if not plans_visible_to(by).filter(pk=key).exists():
        sentence = "A plan with this reference is already here."
        return _refused(sent, sentence, (Fault(f"{sent.path}.their_reference", sentence),))
    if sha256 == sent.sha256:
        return Taken(path=sent.path, their_reference=sent.their_reference, outcome="already here", plan=ref)
    sentence = f"Your reference {sent.their_reference[:64]} is here already as plan {ref}, otherwise. Amend it there."
    return _refused(sent, sentence, (Fault(f"{sent.path}.their_reference", sentence),))


def _all_of_it(sent: SentPlan, by: Account, provider: Organisation, place: list[str]) -> SupportPlan:
    """Person, assessment, determination, plan, budget, agreement: each its own act, in the order of the way.

    Each asks the guard and keeps its rules as on the pages. What one act locked or made is handed to the next, so
    nothing is locked or read twice. `place` is kept at the part of the file the act under way reads, so that its
    faults can be told by path.
    """
    person = _person_here(sent, by, provider)
    if person is None:
        person = record_new_person(by=by, provider=provider, details=sent.person)
    place[0] = "assessment"
    assessed = assess_locked(sent.kind, person, by=by, details=sent.assessment)
    place[0] = "eligibility"
    determination = determine_locked(assessed, by=by, found=sent.findings)
    place[0] = ""
    prepared = prepare_locked(
        assessed.assessment,
        by=by,
        determination=determination,
        needs=assessed.needs,
        details=sent.details,
        lines=sent.lines,
        their_reference=sent.their_reference,
        import_hash=sent.sha256,
    )
    if sent.budget:
        place[0] = "budget"
        set_budget_locked(prepared.plan, by=by, budget=sent.budget)
    if sent.agreement:
        place[0] = "agreement"
        agree_locked(prepared, by=by, needs=assessed.needs, agreement=sent.agreement)
    return prepared.plan


def _person_here(sent: SentPlan, by: Account, provider: Organisation) -> Person | None:
    """The person of this plan, locked, where the provider already knows them.

    Known by our reference, the NHS number or the council's identifier; never by name.
    """
    mine = people_visible_to(by).filter(provider=provider)
    number = tidy_nhs_number(sent.person.nhs_number)
    if sent.person_reference:
        found = mine.filter(ref=sent.person_reference).first()
        if found is None:
            raise NotFound(f"There is no person {sent.person_reference[:20]}.")
    elif number:
        found = mine.filter(nhs_number=number).first()
    elif sent.person.council_identifier:
        found = mine.filter(council_identifier=sent.person.council_identifier).first()
    else:
        return None
    if found and found.date_of_birth != sent.person.date_of_birth:
        sentence = f"Person {found.ref} is recorded with another day of birth; correct whichever is wrong first."
        raise AlreadyRecorded(sentence, faults=[Fault("date_of_birth", sentence)])
    return lock_person(found.ref) if found else None


def take_in_file(raw: bytes, *, by: Account, most_bytes: int = MOST_BYTES, most_plans: int = MOST_PLANS) -> list[Taken]:
    """Take in every plan of a file, each on its own; a file that cannot be read is one refusal of the whole."""
    try:
        sent = read_plans(raw, most_bytes=most_bytes, most_plans=most_plans)
    except FileFault as fault:
        told = Fault("$", str(fault))
        return [Taken(path="$", their_reference="", outcome="refused", sentence=str(fault), faults=(told,))]
    providers: dict[str, Organisation] = {}
    return [take_in(plan, by=by, providers=providers) for plan in sent]
