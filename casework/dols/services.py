"""A deprivation of liberty from the request to the council's decision.

Source: Mental Capacity Act 2005 Sch A1; SI 2008/1858.
"""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, timedelta
from itertools import groupby

from django.utils import timezone

from casework import asking
from casework.details import field_faults
from casework.dols.details import NO_TIES, GrantDetails, RequestDetails, ResultDetails
from casework.dols.flows import DolsFlow
from casework.dols.lock import KIND, ask, check_state, decided, lock_request, move, set_due, urgent_last_day
from casework.dols.registered import facts_of, facts_on
from casework.dols.rules import (
    ADULT,
    AHEAD_DAYS,
    BEST_INTERESTS,
    EXTENSION_DAYS,
    IN_FORCE,
    KINDS,
    OPEN,
    URGENT_DAYS,
    Independence,
    Result,
    age_on,
    latest_end,
    months_after,
    same_hands,
    state_after,
    unknown,
    why_not_eligible,
    why_not_granted,
    why_not_independent,
)
from casework.models import (
    DolsAssessment,
    DolsAssessor,
    DolsAuthorisation,
    DolsRequest,
    Person,
    ThirdPartyRequest,
)
from casework.refusals import AlreadyRecorded, NotKept, refuse_faults
from casework.services.people import lock_person
from delegation import route
from delegation.models import Account, Organisation, Post
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound, NothingSaid
from delegation.register import act, keep, keep_changed, keep_many, record
from delegation.wording import long_day, tidy_name

TOLD = ("setting", "received_on", "circumstances", "hospital_name", "urgent_on", "urgent_days", "urgent_because")
FOUND = ("assessed_on", "reasons", "most_days", "conditions")


@act
def record_dols_request(*, by: Account, person: str, details: RequestDetails) -> DolsRequest:
    """Log a managing authority's request for a standard authorisation, and the urgent one it has given itself.

    Args: the person's reference. Raises NotKept with every fault, for an under-eighteen too; AlreadyRecorded where a
    request about the person is not yet decided.
    Source: Mental Capacity Act 2005 Sch A1 paras 24, 30, 76-78; para 13 for the age.
    """
    held = lock_person(person)
    permission = asking.ask("record_dols_request", by, held)
    request = DolsRequest(
        ref=new_reference("DL"),
        council=held.council,
        person=held,
        logged_at=timezone.now(),
        logged_by=by,
        **asdict_shallow(details),
    )
    refuse_faults(_request_faults(request, held), "This request cannot be logged")
    if held.dols_requests.filter(state__in=OPEN).exists():
        raise AlreadyRecorded("A request about this person is already waiting for its decision.")
    set_due(request)
    keep(request, by=by, why="received")
    route.begin(DolsFlow, KIND, request.ref, state=request.state)
    detail = {"person": held.ref, "urgent_days": details.urgent_days}
    record(permission, subject_kind=KIND, subject=request.ref, detail=detail)
    return request


def asdict_shallow(details: RequestDetails | ResultDetails | GrantDetails) -> dict[str, object]:
    """What was told, by field, with organisations as they are."""
    return {name: getattr(details, name) for name in details.__dataclass_fields__}


def _request_faults(request: DolsRequest, person: Person) -> list[Fault]:
    faults = field_faults(request, list(TOLD))
    today = timezone.localdate()
    if request.received_on > today:
        faults.append(Fault("received_on", "A request was received today or before."))
    if age_on(person.date_of_birth, request.received_on) < ADULT:
        sentence = "Only an adult’s liberty is authorised here: the person was under 18 on that day (Sch A1 para 13)."
        faults.append(Fault("received_on", sentence))
    if person.date_of_death:
        faults.append(Fault("", "The person has died."))
    if bool(request.managing_authority) == bool(request.hospital_name.strip()):
        faults.append(Fault("hospital_name", "Choose the care home, or write the hospital’s name; not both."))
    authority = request.managing_authority
    if authority and authority.council_id != request.council_id and authority.pk != request.council_id:
        faults.append(Fault("managing_authority", "Choose the care home from the list."))
    return faults + _urgent_faults(request)


def _urgent_faults(request: DolsRequest) -> list[Fault]:
    if (request.urgent_on is None) != (request.urgent_days is None):
        return [Fault("urgent_on", "An urgent authorisation has both its first day and its number of days.")]
    if request.urgent_on is None or request.urgent_days is None:
        return []
    faults = []
    if not 1 <= request.urgent_days <= URGENT_DAYS:
        faults.append(Fault("urgent_days", "An urgent authorisation is of one to seven days (Sch A1 para 78)."))
    if request.urgent_on > request.received_on:
        faults.append(Fault("urgent_on", "The urgent authorisation was given on or before the day of the request."))
    if not request.urgent_because.strip():
        faults.append(Fault("urgent_because", "Write why the need was urgent."))
    return faults


@act
def extend_urgent_authorisation(*, by: Account, request: str, days: int, because: str) -> DolsRequest:
    """Extend the urgent authorisation once, by up to seven days, for exceptional reasons.

    Raises NotKept where there is none, where it was extended before, or where it has run out.
    Source: Sch A1 paras 84-85 (general knowledge); law of urgent authorisations para 78.
    """
    held = lock_request(request)
    permission = ask("extend_urgent_authorisation", held, by)
    check_state(held, *OPEN)
    last = urgent_last_day(held)
    if last is None:
        raise NotKept("No urgent authorisation was given.")
    if held.extended_by_days:
        raise NotKept("An urgent authorisation is extended once only.")
    if last < timezone.localdate():
        raise NotKept(f"The urgent authorisation ended on {long_day(last)}; what has ended is not extended.")
    if not 1 <= days <= EXTENSION_DAYS:
        raise NotKept("An extension is of one to seven days.", faults=[Fault("days", "Enter 1 to 7 days.")])
    if not because.strip():
        raise NothingSaid("Write the exceptional reasons.")
    held.extended_by_days, held.extended_because = days, because.strip()
    held.extended_at, held.extended_by = timezone.now(), by
    set_due(held)
    keep(held, by=by, why=because.strip())
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip(), detail={"days": days})
    return held


@act
def select_dols_assessor(
    *,
    by: Account,
    request: str,
    assessor: str,
    kinds: Collection[str],
    independence: Independence = NO_TIES,
) -> DolsRequest:
    """Select an assessor, eligible today and independent of the case, for one or more of the six assessments.

    Who was selected before is replaced while their assessment is not yet recorded.

    Raises: NotKept, with the regulation, where they may not make it. Source: Sch A1 para 129; SI 2008/1858.
    """
    held = lock_request(request)
    permission = ask("select_dols_assessor", held, by)
    check_state(held, "received", "assessing")
    chosen = _assessor_of(held.council, assessor)
    known = {each.kind: each for each in held.assessments.all()}
    refuse_faults(_selection_faults(held, chosen, list(kinds), independence, known), "This assessor cannot be selected")
    _keep_selection(held, chosen, set(kinds), known, by=by)
    if held.state == "received" and set(known) | set(kinds) == set(KINDS):
        move(held, "assessing", by=by, why="all six assessors selected")
    detail = {"assessor": chosen.ref, "kinds": sorted(kinds), "independent": True}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def _assessor_of(council: Organisation, ref: str) -> DolsAssessor:
    found = DolsAssessor.objects.filter(council=council, ref=ref).first()
    if found is None:
        raise NotFound(f"There is no assessor {ref}.")
    return found


def _selection_faults(
    held: DolsRequest,
    chosen: DolsAssessor,
    kinds: list[str],
    independence: Independence,
    known: dict[str, DolsAssessment],
) -> list[Fault]:
    if not kinds or unknown(kinds):
        return [Fault("kinds", "Choose one or more of the six assessments.")]
    today = timezone.localdate()
    facts = facts_on(chosen, today)
    faults = [Fault("kinds", why) for kind in kinds if (why := why_not_eligible(kind, facts, today))]
    faults += [
        Fault("kinds", f"{KINDS[kind]} is already recorded.")
        for kind in kinds
        if kind in known and known[kind].met is not None
    ]
    employed = works_for(chosen, held)
    answers = Independence(
        **{**asdict(independence), **({"is_employed_by_managing_authority": True} if employed else {})}
    )
    if why := why_not_independent(answers):
        faults.append(Fault("", why))
    after = {kind: each.assessor_id for kind, each in known.items()} | dict.fromkeys(kinds, chosen.pk)
    if why := same_hands(after):
        faults.append(Fault("kinds", why))
    return faults


def works_for(chosen: DolsAssessor, held: DolsRequest | ThirdPartyRequest) -> bool:
    """Whether the managing authority employs the assessor, by the entry, a post there or the name that stands there."""
    if chosen.employer_id is not None and chosen.employer_id == held.managing_authority_id:
        return True
    posts = Post.objects.live_on(timezone.localdate()).filter(worker=chosen.worker_id, worker__isnull=False)
    if held.managing_authority_id and posts.filter(organisation=held.managing_authority_id).exists():
        return True
    return bool(chosen.employer_name.strip()) and tidy_name(chosen.employer_name) == tidy_name(held.managed_by)


def _keep_selection(
    held: DolsRequest, chosen: DolsAssessor, kinds: set[str], known: dict[str, DolsAssessment], *, by: Account
) -> None:
    today, replaced = timezone.localdate(), [known[kind] for kind in sorted(kinds & set(known))]
    for each in replaced:
        each.assessor, each.selected_on, each.selected_by = chosen, today, by
    keep_changed(replaced, ["assessor", "selected_on", "selected_by"], by=by, why="another assessor selected")
    new = [
        DolsAssessment(request=held, kind=kind, assessor=chosen, selected_on=today, selected_by=by)
        for kind in sorted(kinds - set(known))
    ]
    keep_many(new, by=by, why="selected")


@act
def record_dols_assessment(*, by: Account, request: str, details: ResultDetails) -> DolsRequest:
    """Record what a selected assessor found; the first requirement not met ends the assessing.

    Raises: NotKept where nobody was selected for it, or a result is already recorded. Source: Sch A1 paras 33-49, 133.
    """
    held = lock_request(request)
    permission = ask("record_dols_assessment", held, by)
    check_state(held, "assessing")
    known = {each.kind: each for each in held.assessments.select_related("assessor")}
    if details.kind not in known:
        raise NotKept("Nobody is selected for this assessment.", faults=[Fault("kind", "Choose one of the six.")])
    assessment = known[details.kind]
    if assessment.met is not None:
        raise AlreadyRecorded(f"{assessment.title} is already recorded.")
    for name, value in asdict_shallow(details).items():
        setattr(assessment, name, value)
    assessment.recorded_at, assessment.recorded_by = timezone.now(), by
    refuse_faults(_result_faults(assessment), "This assessment cannot be kept")
    keep(assessment, by=by, why="recorded")
    if state_after(results_of(known.values())) == "assessed":
        move(held, "assessed", by=by, why="met" if details.met else f"{details.kind} not met")
    detail = {"kind": details.kind, "met": details.met, "assessor": assessment.assessor.ref}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


def results_of(assessments: Collection[DolsAssessment]) -> list[Result]:
    """The results of some assessments, as the rules read them."""
    return [Result(kind=each.kind, met=each.met) for each in assessments]


def _result_faults(assessment: DolsAssessment) -> list[Fault]:
    faults = field_faults(assessment, list(FOUND))
    today = timezone.localdate()
    if not assessment.reasons.strip():
        faults.append(Fault("reasons", "Write the assessor’s reasons."))
    if assessment.assessed_on and not months_after(today, -12) < assessment.assessed_on <= today:
        faults.append(Fault("assessed_on", "An assessment was made today or in the twelve months before."))
    if assessment.kind == BEST_INTERESTS and assessment.met and not 1 <= (assessment.most_days or 0) <= 366:
        sentence = "Best interests says for how long at most: 1 to 366 days (Sch A1 para 42)."
        faults.append(Fault("most_days", sentence))
    if assessment.kind != BEST_INTERESTS and (assessment.most_days or assessment.conditions):
        faults.append(Fault("most_days", "Only best interests says a period and conditions."))
    if assessment.assessed_on and (
        why := why_not_eligible(
            assessment.kind, facts_on(assessment.assessor, assessment.assessed_on), assessment.assessed_on
        )
    ):
        faults.append(Fault("assessed_on", why))
    return faults


@act
def grant_dols_authorisation(*, by: Account, request: str, details: GrantDetails) -> DolsAuthorisation:
    """Authorise the deprivation of liberty, all six requirements being met, for no longer than best interests allows.

    Raises: NotKept where an assessment says no or is missing, or the period is too long; SameHands for an assessor.
    Source: Sch A1 paras 50-55, 139.
    """
    held = lock_request(request)
    permission = ask("grant_dols_authorisation", held, by)
    check_state(held, "assessed")
    assessments = list(held.assessments.select_related("assessor"))
    if why := why_not_granted(results_of(assessments)):
        raise NotKept(why)
    # What was learnt of an assessor since counts, a suspension above all.
    for on, made in groupby(sorted(assessments, key=_made_on), key=_made_on):
        same_day = list(made)
        facts = facts_of([each.assessor for each in same_day], on)
        for each in same_day:
            if why := why_not_eligible(each.kind, facts[each.assessor_id], on):
                raise NotKept(f"{each.title}: {why}")
    given = DolsAuthorisation(request=held, granted_at=timezone.now(), granted_by=by, **asdict_shallow(details))
    most = next(each.most_days or 0 for each in assessments if each.kind == BEST_INTERESTS)
    refuse_faults(_grant_faults(held, given, most), "This authorisation cannot be given")
    decided(held, by)
    keep(given, by=by, why="granted")
    move(held, "granted", by=by, why="granted", authorisation=given)
    detail = {"from_day": given.from_day, "to_day": given.to_day, "representative": given.representative_kind}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return given


def _made_on(assessment: DolsAssessment) -> date:
    if assessment.assessed_on is None:
        raise LookupError(f"{assessment.kind} was not recorded")
    return assessment.assessed_on


def _grant_faults(held: DolsRequest, given: DolsAuthorisation, most_days: int) -> list[Fault]:
    faults = field_faults(given, ["purpose", "conditions", "representative_name", "representative_kind"])
    today = timezone.localdate()
    if not today <= given.from_day <= today + timedelta(days=AHEAD_DAYS):
        faults.append(Fault("from_day", f"It begins today or within {AHEAD_DAYS} days."))
    elif given.to_day < given.from_day:
        faults.append(Fault("to_day", "It ends on or after its first day."))
    elif given.to_day > (latest := latest_end(given.from_day, most_days)):
        faults.append(
            Fault("to_day", f"It may run to {long_day(latest)} at the latest: best interests, twelve months.")
        )
    others = DolsAuthorisation.objects.filter(request__person=held.person_id, request__state__in=IN_FORCE)
    running = others.exclude(request=held.pk).filter(from_day__lte=given.to_day, to_day__gte=given.from_day)
    if other := running.select_related("request").order_by("pk").first():
        sentence = f"{other.request.ref} is in force until {long_day(other.to_day)}. End it first, or begin after it."
        faults.append(Fault("from_day", sentence))
    return faults


@act
def refuse_dols_authorisation(*, by: Account, request: str, because: str) -> DolsRequest:
    """Refuse the authorisation with reasons, a requirement not being met. Source: Sch A1 paras 50(2), 58.

    Raises: NotKept where all six are met, because then the council must authorise; NothingSaid without reasons.
    """
    held = lock_request(request)
    permission = ask("refuse_dols_authorisation", held, by)
    check_state(held, "assessed")
    if not why_not_granted(results_of(list(held.assessments.all()))):
        raise NotKept("All six requirements are met, and then the council authorises (Sch A1 para 50(1)).")
    if not because.strip():
        raise NothingSaid("Write the reasons for the refusal.")
    held.refused_because = because.strip()
    decided(held, by)
    move(held, "refused", by=by, why=because.strip())
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip())
    return held
