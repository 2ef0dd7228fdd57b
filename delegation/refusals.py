"""The named refusals: each tells a person, in a sentence, the function, the source and who may do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from delegation.schedule import FUNCTIONS

if TYPE_CHECKING:
    from delegation.authority import Question
    from delegation.models import Post


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and where: a path such as `lines[2].unit_cost` and a sentence."""

    path: str
    sentence: str


class Refused(Exception):  # noqa: N818 (a refusal is not an error)
    """An act was refused. `sentence` says all of it; `reason` is its first part, without function and source.

    Args: at: the argument of the service it speaks of, where it speaks of one: a page says it beside that field.
    """

    def __init__(self, reason: str, *, question: Question | None = None, who_may: str = "", at: str = "") -> None:
        row = FUNCTIONS.get(question.function) if question else None
        self.reason = reason
        self.question = question
        self.function = row.title if row else ""
        self.source = row.source if row else ""
        self.who_may = who_may
        self.at = at
        # The post it was asked in, where there was one.
        self.post: Post | None = None
        super().__init__(self.sentence)

    @property
    def name(self) -> str:
        return type(self).__name__

    @property
    def sentence(self) -> str:
        parts = [self.reason]
        if self.function:
            parts.append(f"The function is ‘{self.function}’ ({self.source}).")
        if self.who_may:
            parts.append(self.who_may)
        return " ".join(parts)


class UnknownFunction(Refused):
    """The schedule has no such function."""


class NoPost(Refused):
    """The person holds no post that could give them authority here."""


class OutOfDate(Refused):
    """A post or an authorisation existed, but not on the day."""


class NotYourOrganisation(Refused):
    """The record is another organisation's to act on."""


class RetainedByTheCouncil(Refused):
    """The council keeps this function, in law or by its own choice."""


class NotAuthorised(Refused):
    """The council has not authorised this organisation to exercise the function."""


class NotYourRole(Refused):
    """The person's role is not one that exercises the function."""


class NotQualified(Refused):
    """The act asks for a live professional registration."""


class SameHands(Refused):
    """The person's hands were already on the thing in a way that bars them."""


class BeyondLimit(Refused):
    """The amount is above the person's financial limit on the day."""


class NotAnEvaluator(Refused):
    """The person is not one of those named to evaluate."""


class NotFound(Refused):
    """There is no such thing, or this person may not know that there is."""


class RuleBroken(Refused):
    """The person may act, but a rule of the thing itself stands against it.

    Args: faults: where it is several things, each with its place.
    """

    def __init__(
        self,
        reason: str,
        *,
        faults: Sequence[Fault] = (),
        question: Question | None = None,
        who_may: str = "",
        at: str = "",
    ) -> None:
        super().__init__(reason, question=question, who_may=who_may, at=at)
        self.faults = tuple(faults)

    @property
    def sentence(self) -> str:
        return f"{self.reason} {self.who_may}".strip()


class NotKept(RuleBroken):
    """Something in what was written cannot be kept as it is."""


class StaleRevision(RuleBroken):
    """Somebody changed the record after this person opened it."""


class UnlawfulAuthorisation(RuleBroken):
    """No authorisation for this function can be written under this power."""


class KeptByChoice(RuleBroken):
    """The law would let the council authorise the function; its own scheme keeps it."""


class RoleNotOfThisOrganisation(RuleBroken):
    """The role belongs to another kind of organisation."""


class WrongDates(RuleBroken):
    """The days given cannot stand."""


class WrongAmount(RuleBroken):
    """The amount given cannot stand."""


class NotTheDirector(RuleBroken):
    """Only the Director does this, in person."""


class NothingSaid(RuleBroken):
    """What must be written was left empty."""


class NotApprovable(RuleBroken):
    """What the law asks before somebody is approved is not there."""


class WrongState(RuleBroken):
    """The record does not stand where this act starts from."""


class AlreadyThere(RuleBroken):
    """There is one of these already."""


class NoDueDiligence(RuleBroken):
    """The provider has no signed due diligence that is in date."""


class NotReady(RuleBroken):
    """Something that must be there before the act is not."""


class NotRegistered(RuleBroken):
    """The one who would hold the post has no live registration."""
