"""The rules a round of a return can be refused by."""

from delegation.refusals import Refused, RuleBroken


class ClosedRecord(Refused):
    """The file tells of somebody whose record is restricted, and not open to whoever asks."""


class NotUsable(RuleBroken):
    """The file cannot be read at all."""


class NotInTheCatalogue(RuleBroken):
    """There is no such return, or not for this period."""


class NotAChoice(RuleBroken):
    """Neither of the two sources was chosen."""


class FilesChanged(RuleBroken):
    """Another file came, or another cut was made, while this was worked on."""


class NotAsSigned(RuleBroken):
    """What is kept no longer has the hash it was written with."""
