"""What every act on a round begins and ends with: the lock, the guard, the state, the line of the register."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils import timezone

from delegation.authority import Permission, Question, permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.records import said
from delegation.refusals import NotFound, WrongState
from delegation.register import record
from returns.models import ReturnRound
from returns.rounds.guarded import COLLECTORS
from returns.rounds.words import KIND, STATES


def lock(ref: str) -> ReturnRound:
    """The round as it stands now, locked until the act is whole."""
    found = ReturnRound.objects.select_for_update(of=("self",)).select_related("council", "cut")
    try:
        return found.get(ref=ref)
    except ReturnRound.DoesNotExist:
        raise NotFound("There is no such round.") from None


def permit_on(verb: str, by: Account, held: ReturnRound, hands: Mapping[int, str] | None = None) -> Permission:
    """The guard's answer for an act of the council on this round."""
    question = ACTS[verb].question(by=by, council=held.council, on=timezone.localdate())
    return permit(replace(question, hands=hands or {}, subject_kind=KIND, subject=held.ref))


def collection_question(
    verb: str, by: Account, council: Organisation, organisation: Organisation, subject: str = ""
) -> Question:
    """What the guard is asked about collecting an organisation's data: of its own staff, or of the council's.

    Whoever holds a post in the council collects as the council, whosever data it is; others for their own organisation.
    """
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    question = replace(question, subject_kind=KIND, subject=subject)
    if organisation.pk == council.pk or _is_of_the_council(by, council):
        return replace(question, side="council", roles=COLLECTORS)
    return replace(question, organisation_id=organisation.pk)


def _is_of_the_council(by: Account, council: Organisation) -> bool:
    if by.worker is None:
        return False
    return by.worker.posts.live_on(timezone.localdate()).filter(organisation=council).exists()


def check_state(held: ReturnRound, *states: str) -> None:
    """Raises WrongState where the round stands elsewhere."""
    if held.state not in states:
        raise WrongState(f"The round is now: {STATES[held.state].lower()}. This cannot be done to it.")


def say(words: str, what: str) -> str:
    """What was written, as it is kept; NothingSaid where there is nothing, NotKept where no database keeps it."""
    return said(words, what)


def tell(
    permission: Permission, held: ReturnRound, *, reason: str = "", detail: Mapping[str, object] | None = None
) -> None:
    """The act in the register."""
    record(permission, subject_kind=KIND, subject=held.ref, reason=reason, detail=detail)
