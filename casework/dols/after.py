"""An authorisation in force: reviewed, suspended, resumed, ended. Source: Mental Capacity Act 2005 Sch A1 Parts 6-8."""

from datetime import date

from django.utils import timezone

from casework.details import field_faults, unfit_text
from casework.dols.lock import KIND, ask, check_state, lock_request, move
from casework.dols.rules import ENDINGS, IN_FORCE, OPEN
from casework.models import DolsAuthorisation, DolsRequest, DolsReview
from casework.refusals import NotKept, refuse_faults
from delegation.models import Account
from delegation.refusals import Fault, NothingSaid, WrongDates
from delegation.register import act, keep, record


@act
def open_dols_review(*, by: Account, request: str, asked_by: str, asked_on: date, grounds: str) -> DolsReview:
    """Begin the review of an authorisation, which the person, their representative or the home may ask for.

    Source: Sch A1 paras 101-103.
    """
    held = lock_request(request)
    permission = ask("open_dols_review", held, by)
    check_state(held, "granted")
    review = DolsReview(
        request=held,
        asked_by=asked_by,
        asked_on=asked_on,
        grounds=grounds,
        opened_at=timezone.now(),
        opened_by=by,
    )
    faults = field_faults(review, ["asked_by", "asked_on", "grounds"])
    if asked_on > timezone.localdate():
        faults.append(Fault("asked_on", "A review was asked for today or before."))
    refuse_faults(faults, "This review cannot begin")
    keep(review, by=by, why="asked for")
    move(held, "under_review", by=by, why="review asked for", authorisation=held.authorisation)
    record(permission, subject_kind=KIND, subject=held.ref, detail={"asked_by": asked_by})
    return review


@act
def conclude_dols_review(*, by: Account, request: str, outcome: str, reasons: str, conditions: str = "") -> DolsReview:
    """Conclude a review: it continues, continues on other conditions, or ends. Source: Sch A1 paras 110-120."""
    held = lock_request(request)
    permission = ask("conclude_dols_review", held, by)
    check_state(held, "under_review")
    review = DolsReview.objects.select_for_update().get(request=held, outcome="")
    review.outcome, review.reasons = outcome, reasons
    review.concluded_at, review.concluded_by = timezone.now(), by
    faults = field_faults(review, ["outcome", "reasons"])
    if outcome not in DolsReview.Outcome.values:
        faults.append(Fault("outcome", "Choose what the review found."))
    if not reasons.strip():
        faults.append(Fault("reasons", "Write the reasons."))
    if outcome == DolsReview.Outcome.VARIED and (not conditions.strip() or unfit_text(conditions)):
        faults.append(Fault("conditions", "Write the conditions as they now are."))
    refuse_faults(faults, "This review cannot be concluded")
    keep(review, by=by, why=reasons)
    _after_review(held, review, conditions, by=by)
    record(permission, subject_kind=KIND, subject=held.ref, reason=reasons, detail={"outcome": outcome})
    return review


def _after_review(held: DolsRequest, review: DolsReview, conditions: str, *, by: Account) -> None:
    authorisation = held.authorisation
    if review.outcome == DolsReview.Outcome.ENDS:
        held.ended_on, held.ending, held.ended_because = timezone.localdate(), "review", review.reasons
        move(held, "ended", by=by, why=review.reasons)
        return
    if review.outcome == DolsReview.Outcome.VARIED:
        authorisation.conditions = conditions.strip()
        keep(authorisation, by=by, why=review.reasons)
    move(held, "granted", by=by, why=review.reasons, authorisation=authorisation)


@act
def suspend_dols_authorisation(*, by: Account, request: str, on: date, because: str) -> DolsRequest:
    """Note that the authorisation is suspended, the person meanwhile not meeting the eligibility requirement.

    Source: Sch A1 paras 91-97 (general knowledge, with its twenty-eight days).
    """
    held = lock_request(request)
    permission = ask("suspend_dols_authorisation", held, by)
    check_state(held, "granted")
    authorisation = held.authorisation
    if not authorisation.from_day <= on <= timezone.localdate():
        raise WrongDates("It was suspended today or before, and after it began.")
    _say(because, "Write why the person is not eligible meanwhile.")
    held.suspended_on, held.suspended_because = on, because.strip()
    move(held, "suspended", by=by, why=because.strip(), authorisation=authorisation)
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip(), detail={"on": on})
    return held


@act
def resume_dols_authorisation(*, by: Account, request: str, because: str) -> DolsRequest:
    """Resume a suspended authorisation, the person meeting the eligibility requirement again.

    Raises WrongDates where its period or the time for resuming is over. Source: Sch A1 paras 95-97.
    """
    held = lock_request(request)
    permission = ask("resume_dols_authorisation", held, by)
    check_state(held, "suspended")
    if held.due_on is not None and held.due_on < timezone.localdate():
        raise WrongDates("The time for resuming it is over: it has ended, and is to be recorded so.")
    _say(because, "Write what shows that the person is eligible again.")
    held.suspended_on, held.suspended_because = None, ""
    move(held, "granted", by=by, why=because.strip(), authorisation=held.authorisation)
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip())
    return held


@act
def end_dols_authorisation(*, by: Account, request: str, ending: str, on: date, because: str = "") -> DolsRequest:
    """Record that an authorisation, or a request not yet decided, came to its end, and how.

    Raises WrongDates where the period is said to have ended and has not. Source: Sch A1 paras 29, 91, 97, 121.
    """
    held = lock_request(request)
    permission = ask("end_dols_authorisation", held, by)
    check_state(held, *OPEN, *IN_FORCE, "suspended")
    if ending not in ENDINGS or ending == "review":
        raise NotKept("Choose how it ended.", faults=[Fault("ending", "Choose how it ended.")])
    authorisation = DolsAuthorisation.objects.filter(request=held).first()
    _check_ending(held, authorisation, ending, on)
    if unfit_text(because):
        raise NotKept("The reason holds a character that cannot be kept.")
    _close_review(held, because or ENDINGS[ending], by=by)
    held.ended_on, held.ending, held.ended_because = on, ending, because.strip()
    move(held, "ended", by=by, why=because.strip() or ENDINGS[ending])
    record(permission, subject_kind=KIND, subject=held.ref, reason=because.strip(), detail={"ending": ending, "on": on})
    return held


def _check_ending(held: DolsRequest, authorisation: DolsAuthorisation | None, ending: str, on: date) -> None:
    if not held.received_on <= on <= timezone.localdate():
        raise WrongDates("It ended today or before, and after the request was received.")
    if ending == "expired" and (authorisation is None or on < authorisation.to_day):
        raise WrongDates("Its period has not ended on that day.")
    if ending == "not_resumed" and (held.state != "suspended" or held.due_on is None or on < held.due_on):
        raise WrongDates("The time for resuming it is not over on that day.")


def _close_review(held: DolsRequest, because: str, *, by: Account) -> None:
    """A review still open ends with the authorisation."""
    for review in DolsReview.objects.select_for_update().filter(request=held, outcome=""):
        review.outcome, review.reasons = DolsReview.Outcome.ENDS, because
        review.concluded_at, review.concluded_by = timezone.now(), by
        keep(review, by=by, why=because)


def _say(words: str, otherwise: str) -> None:
    if not words.strip():
        raise NothingSaid(otherwise)
    if unfit_text(words):
        raise NotKept("The reason holds a character that cannot be kept.")
