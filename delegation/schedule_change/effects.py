"""What a change of the schedule would stop or start, counted on the live data; nothing is written.

    tell_of_effects(count)

Each app says what it knows of the work an organisation does under a function, in exact counts by query: this app the
people in post, casework the enquiries, people and plans, verification what is late among them.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from delegation.models import Organisation, Post
from delegation.schedule import FUNCTIONS


@dataclass(frozen=True, kw_only=True)
class Effect:
    """How many of something a change touches, in words for one and for many."""

    key: str
    number: int
    one: str
    many: str

    @property
    def sentence(self) -> str:
        """ "3 live plans with their next step under it"."""
        return f"{self.number:,} {self.one if self.number == 1 else self.many}"

    def as_json(self) -> dict[str, Any]:
        """As it is kept with the decision."""
        return asdict(self)


EffectsOf = Callable[[Organisation, Organisation, str], Iterable[Effect]]
_tellers: list[EffectsOf] = []


def tell_of_effects(count: EffectsOf) -> None:
    """Let a module say what of its work stands under a function in an organisation; once, when the program starts."""
    if count not in _tellers:
        _tellers.append(count)


def effects_of(council: Organisation, organisation: Organisation, function: str) -> list[Effect]:
    """Everything that is told of the work of an organisation under a function today."""
    return [effect for count in _tellers for effect in count(council, organisation, function)]


def posts_under(council: Organisation, organisation: Organisation, function: str) -> Iterable[Effect]:
    """The posts of the organisation, live today, whose role exercises the function, and the people who hold them."""
    today: date = timezone.localdate()
    roles = FUNCTIONS[function].provider_roles
    posts = Post.objects.live_on(today).filter(organisation=organisation)
    posts = posts.filter(role__in=roles) if roles else posts
    yield Effect(
        key="posts",
        number=posts.count(),
        one="post of the organisation with a role that exercises it",
        many="posts of the organisation with a role that exercises it",
    )
    yield Effect(
        key="staff",
        number=posts.values("worker").distinct().count(),
        one="member of its staff in such a post",
        many="members of its staff in such a post",
    )


tell_of_effects(posts_under)
