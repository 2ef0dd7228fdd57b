"""The acts of the board: who sits on it, what it published, whose case is reviewed. The council's alone.

Source: Care Act 2014 ss.43-44, 79(2)(d), Schedule 2.
"""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from casework.models import BoardMember, BoardReport, Person, ReviewReferral, SafeguardingConcern
from casework.refusals import AlreadyRecorded, refuse_faults
from casework.safeguarding.asking import refuse_managed_in_a_provider
from casework.safeguarding.rules import falls_due
from casework.safeguarding.words import faults_of_text
from casework.safeguarding_board.flows import REFERRED, ReviewFlow
from casework.safeguarding_board.rules import why_not_decided_so
from casework.services.people import lock_person
from delegation import route
from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound
from delegation.register import act, keep, record

MEMBER, REPORT, REFERRAL = "board_member", "board_report", "review_referral"


def _ask(verb: str, by: Account, council: Organisation, kind: str, subject: str) -> Permission:
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    return permit(replace(question, subject_kind=kind, subject=subject))


@act
def record_board_member(
    *, by: Account, council: Organisation, name: str, body: str, seat: str, from_day: date
) -> BoardMember:
    """Record who sits on the board, for which body, and since when. Raises NotKept.

    Source: Care Act 2014 Schedule 2 para 1.
    """
    permission = _ask("record_board_member", by, council, MEMBER, council.key)
    faults = faults_of_text(name=name, body=body, short=("name", "body"))
    if seat not in BoardMember.Seat.values:
        faults.append(Fault("seat", "Choose which seat it is."))
    refuse_faults(faults, "The member cannot be recorded yet")
    member = BoardMember(
        council=council, name=name.strip(), body=body.strip(), seat=seat, from_day=from_day, recorded_by=by
    )
    keep(member, by=by, why="recorded")
    record(permission, subject_kind=MEMBER, subject=f"{council.key}:{member.pk}", detail={"seat": seat})
    return member


@act
def end_board_membership(*, by: Account, member: BoardMember, to_day: date) -> BoardMember:
    """Record the last day somebody sat on the board.

    Raises:
        AlreadyRecorded: it is ended already.
        NotKept: the day is before the first, or still to come.
    Source: Care Act 2014 Schedule 2 para 1.
    """
    member = BoardMember.objects.select_for_update(of=("self",)).select_related("council").get(pk=member.pk)
    subject = f"{member.council.key}:{member.pk}"
    permission = _ask("end_board_membership", by, member.council, MEMBER, subject)
    if member.to_day is not None:
        raise AlreadyRecorded("This membership is ended already.")
    faults = []
    if not member.from_day <= to_day <= timezone.localdate():
        faults.append(Fault("to_day", "Choose a day on which they still sat, today at the latest."))
    refuse_faults(faults, "The membership cannot be ended yet")
    member.to_day = to_day
    keep(member, by=by, why="ended")
    record(permission, subject_kind=MEMBER, subject=subject, detail={"to_day": to_day})
    return member


@act
def record_board_report(
    *, by: Account, council: Organisation, year_ended: int, published_on: date, published_where: str
) -> BoardReport:
    """Record that the board's report on a financial year was published, when and where.

    Args: `year_ended`, the calendar year in which the financial year ended (31 March).

    Raises:
        AlreadyRecorded: that year's is recorded.
        NotKept.
    Source: Care Act 2014 Schedule 2 para 4.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=council.pk)  # a year is recorded once
    permission = _ask("record_board_report", by, council, REPORT, f"{council.key}:{year_ended}")
    today = timezone.localdate()
    faults = faults_of_text(published_where=published_where, short=("published_where",))
    if not 2016 <= year_ended <= today.year:  # the first financial year of the Act ended in 2016
        faults.append(Fault("year_ended", "The board reports on a financial year of the Act that is over."))
    elif not date(year_ended, 4, 1) <= published_on <= today:
        faults.append(Fault("published_on", "It was published after the financial year ended, today at the latest."))
    refuse_faults(faults, "The report cannot be recorded yet")
    if BoardReport.objects.filter(council=council, year_ended=year_ended).exists():
        raise AlreadyRecorded(f"The report on the year to 31 March {year_ended} is recorded already.")
    report = BoardReport(
        council=council,
        year_ended=year_ended,
        published_on=published_on,
        published_where=published_where.strip(),
        recorded_by=by,
    )
    keep(report, by=by, why="published")
    record(permission, subject_kind=REPORT, subject=f"{council.key}:{year_ended}")
    return report


@act
def refer_for_review(*, by: Account, person: str, why: str, concern: str = "") -> ReviewReferral:
    """Refer a person's case for a safeguarding adults review; the decision falls due by the local target.

    Args: the concern it comes from, by its reference, where there is one. Raises NotKept, NotFound.
    Source: Care Act 2014 s.44(1), (4).
    """
    held = lock_person(person)
    permission = _ask("refer_for_review", by, held.council, "person", held.ref)
    faults = faults_of_text(why=why)
    comes_from = _concern_of(held, concern)
    if concern and comes_from is None:
        faults.append(Fault("concern", "This person has no such concern."))
    refuse_faults(faults, "The case cannot be referred yet")
    today = timezone.localdate()
    referral = ReviewReferral(
        ref=new_reference("SV"),
        council=held.council,
        person=held,
        concern=comes_from,
        why=why.strip(),
        due_on=falls_due("review_decision", today),
        referred_on=today,
        referred_by=by,
    )
    keep(referral, by=by, why="referred")
    route.begin(ReviewFlow, REFERRAL, referral.ref, state=REFERRED)
    record(permission, subject_kind=REFERRAL, subject=referral.ref, detail={"person": held.ref})
    return referral


def _concern_of(person: Person, ref: str) -> SafeguardingConcern | None:
    return SafeguardingConcern.objects.filter(person=person, ref=ref).first() if ref else None


@act
def decide_review(
    *,
    by: Account,
    referral: str,
    has_needs: bool | None,
    worked_together_badly: bool | None,
    died_of_abuse: bool | None,
    alive_after_serious_abuse: bool | None,
    decision: str,
    reasons: str,
) -> ReviewReferral:
    """Decide whether a case is reviewed: the criteria of section 44(1) to (3) answered one by one, with reasons.

    Raises:
        AlreadyRecorded: it is decided.
        ManagedInAProvider: the one who decides holds a post outside the council.
        NotKept: with every fault, among them a decision the criteria do not allow.
    Source: Care Act 2014 ss.44(1)-(4), 79(2)(d).
    """
    try:
        referrals = ReviewReferral.objects.select_for_update(of=("self",)).select_related("council", "person")
        held = referrals.get(ref=referral)
    except ReviewReferral.DoesNotExist:
        raise NotFound(f"There is no referral {referral}.") from None
    permission = _ask("decide_review", by, held.council, REFERRAL, held.ref)
    if held.decision:
        raise AlreadyRecorded("This referral is decided already.")
    refuse_managed_in_a_provider(by)
    criteria = {
        "has_needs": has_needs,
        "worked_together_badly": worked_together_badly,
        "died_of_abuse": died_of_abuse,
        "alive_after_serious_abuse": alive_after_serious_abuse,
    }
    faults = [Fault(path, sentence) for path, sentence in why_not_decided_so(decision, criteria).items()]
    refuse_faults([*faults, *faults_of_text(reasons=reasons)], "The referral cannot be decided yet")
    for name, answer in criteria.items():
        setattr(held, name, answer)
    held.decision, held.reasons, held.due_on = decision, reasons.strip(), None
    held.decided_on, held.decided_by = timezone.localdate(), by
    keep(held, by=by, why=reasons.strip())
    route.finish(ReviewFlow, REFERRAL, held.ref, "decision", state=decision, by=by)
    detail = {**criteria, "decision": decision}
    record(permission, subject_kind=REFERRAL, subject=held.ref, reason=reasons.strip(), detail=detail)
    return held
