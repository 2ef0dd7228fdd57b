"""What the services of every register share: the question they ask, the words they need, and where an act starts.

permission = permit(question_about("answer_foi_request", by, held.council, subject_kind="foi", subject=held.ref))
check_state(held, STARTS_FROM, "answer_foi_request")
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from delegation.authority import Question
from delegation.guarded import ACTS, acts_in_words, title_of_act
from delegation.models import Account, Cover, Organisation, Post
from delegation.refusals import NotFound, NothingSaid, RuleBroken, WrongState
from delegation.selectors import posts_of
from delegation.unfit import refuse_unfit_words

# The longest that is kept where a name, an address or a reference of others is asked for.
SHORT = 200


class TooLong(RuleBroken):
    """More was written than can be kept."""


def question_about(
    act: str, by: Account, council: Organisation, *, subject_kind: str, subject: str, **further: Any
) -> Question:
    """What the guard is asked when somebody would do an act to a record. `act` may name a told variant of it.

    Args: `further`, whatever else of the question the law asks: organisation_id, hands, registration.
    """
    asked = ACTS[act].question(by=by, council=council, on=timezone.localdate())
    return replace(asked, subject_kind=subject_kind, subject=subject, **further)


def said(words: str, sentence: str, *, most: int | None = None) -> str:
    """The words without the blanks around them. Raises NothingSaid with the sentence where there are none.

    Raises: TooLong; NotKept for a character that no database keeps.
    """
    told = words.strip()
    if not told:
        raise NothingSaid(sentence)
    refuse_unfit_words(told)
    if most is not None and len(told) > most:
        raise TooLong(f"At most {most} characters can be kept here: {told[:30]}…")
    return told


def may_say(words: str, *, most: int = SHORT) -> str:
    """Words that may be left out. Raises TooLong."""
    return said(words, "", most=most) if words.strip() else ""


def lock_record(model: type[Model], ref: str, *related: str) -> Any:
    """The record of this reference, locked until the transaction ends, with its council. Raises NotFound."""
    rows: QuerySet[Any] = model._default_manager.select_for_update(of=("self",)).select_related("council", *related)
    held = rows.filter(ref=ref).first()
    if held is None:
        raise NotFound(f"There is no record {ref}.")
    return held


def check_state(held: Any, starts_from: Mapping[str, Collection[str]], act: str) -> None:
    """Raise WrongState, saying where the record stands and what may be done there, unless the act starts from there."""
    if held.state not in starts_from[act]:
        may = [other for other, states in starts_from.items() if held.state in states]
        raise WrongState(
            f"{held.ref} stands at “{held.get_state_display()}”, from where “{title_of_act(act)}” cannot be done. "
            f"What can be done there: {acts_in_words(may) or 'nothing more'}."
        )


def post_in(by: Account, organisation: Organisation, council: Organisation) -> Post | None:
    """The live post of this person in a provider that works for the council; None where there is none today.

    For what whoever holds it must pass on, authorised or not: it exercises no function and the register notes it.
    """
    if organisation.kind != Organisation.Kind.PROVIDER or organisation.council_id != council.pk or not by.is_active:
        return None
    today = timezone.localdate()
    if organisation.closed_on and organisation.closed_on <= today:
        return None
    return next((post for post in posts_of(by, today) if post.organisation_id == organisation.pk), None)


def council_roles_of(account: Account, council: Organisation) -> frozenset[str]:
    """The council roles somebody has today, their own and those they cover. Kept on the account for one request."""
    known: dict[int, frozenset[str]] = account.__dict__.setdefault("_council_roles", {})
    if council.pk not in known:
        known[council.pk] = _council_roles(account, council)
    return known[council.pk]


def _council_roles(account: Account, council: Organisation) -> frozenset[str]:
    if account.worker_id is None or not account.is_active:
        return frozenset()
    today = timezone.localdate()
    covers = Cover.objects.live_on(today).filter(Q(ended_on=None) | Q(ended_on__gt=today))
    covered = covers.filter(council=council, covering=account.worker_id).values("covered")
    posts = Post.objects.live_on(today).filter(organisation=council)
    return frozenset(posts.filter(Q(worker=account.worker_id) | Q(worker__in=covered)).values_list("role", flat=True))
