"""Asking the guard for the acts of casework that lie beside the way of a plan.

The registers here (deprivation of liberty, charging, after-care) tell their acts in `delegation.guarded`; the question
is made from what they told, so that a page shows what the service will decide.
"""

from collections.abc import Mapping
from dataclasses import replace

from django.utils import timezone

from casework.models import Person
from delegation.authority import Permission, Question, permit, would_permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation
from delegation.refusals import Refused


def question(
    verb: str,
    by: Account,
    council: Organisation,
    *,
    subject_kind: str,
    subject: str,
    provider_id: int | None = None,
    hands: Mapping[int, str] | None = None,
) -> Question:
    """What the guard is asked when `by` would do the act named to this record.

    Args: the provider whose record it is, where the act is a provider's; the hands that may not, by worker.
    """
    act = ACTS[verb]
    return replace(
        act.question(by=by, council=council, on=timezone.localdate()),
        organisation_id=provider_id if act.side == "provider" else None,
        hands=hands or {},
        subject_kind=subject_kind,
        subject=subject,
    )


def ask(verb: str, by: Account, person: Person, *, hands: Mapping[int, str] | None = None) -> Permission:
    """Permission for an act that begins something about this person, or the guard's refusal."""
    return permit(about(verb, by, person, hands=hands))


def about(verb: str, by: Account, person: Person, *, hands: Mapping[int, str] | None = None) -> Question:
    """The question of an act about this person."""
    return question(
        verb,
        by,
        person.council,
        subject_kind="person",
        subject=person.ref,
        provider_id=person.provider_id,
        hands=hands,
    )


def may(asked: Question) -> bool:
    """Whether to offer an act on a page; the service decides again."""
    return not isinstance(would_permit(asked), Refused)
