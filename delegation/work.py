"""What waits for whoever holds a role, beside plans and registers: told by the modules, shown on the first page.

tell_of_work(Work(title="Responses to complaints to sign", address="casework:complaints", roles=..., standing=...))
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from delegation.counting import Told, Waiting, counted
from delegation.models import Post


@dataclass(frozen=True, kw_only=True)
class Work:
    """Work that waits for the holders of some roles, in the organisation of their post.

    Args:
        address: the name of the page on which it is done.
        standing: what of it waits for the holder of a post on a day, and what is late, for `work_of` to count.
    """

    title: str
    address: str
    roles: Collection[str]
    standing: Callable[[Post, date], Told]

    @property
    def href(self) -> str:
        return reverse(self.address)


_works: list[Work] = []


def tell_of_work(work: Work) -> None:
    """Add some work, once, when the program starts."""
    _works.append(work)


def work_of(posts: Sequence[Post], on: date) -> list[tuple[Work, Waiting]]:
    """What waits for the holder of these posts, where anything does. One statement for all of it."""
    theirs = [(work, post) for work in _works for post in posts if post.role in work.roles]
    asked = {(work.title, post.organisation_id): (work, post) for work, post in theirs}
    numbers = counted([work.standing(post, on) for work, post in asked.values()])
    return [(work, waiting) for (work, _), waiting in zip(asked.values(), numbers, strict=True) if waiting.open]
