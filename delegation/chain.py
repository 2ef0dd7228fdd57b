"""Walking the register: does each line still hash to what was written, and is the end where the head says?"""

from collections.abc import Callable
from dataclasses import dataclass

from delegation.models import Act, Organisation, RegisterHead
from delegation.register import HASHED, hash_of

LINES_AT_A_TIME = 5000


@dataclass(frozen=True, kw_only=True)
class BadLine:
    """The first line of a register that is not as it was written."""

    seq: int
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Walked:
    """A register walked to its end, or to its first bad line."""

    council: Organisation
    lines: int
    head: str
    bad: BadLine | None


def walk_register(
    council: Organisation,
    *,
    published: tuple[int, str] | None = None,
    told: Callable[[int], None] = lambda _: None,
) -> Walked:
    """Walk a council's register from its first line to its head.

    Args:
        published: a place and the hash that was published for it, which must still stand.
        told: called with the number of lines walked, now and then.
    """
    head = RegisterHead.objects.filter(council=council).first()
    lines = Act.objects.filter(council=council).order_by("seq").values_list("previous_hash", "hash", *HASHED)
    walked, previous = 0, ""
    for line in lines.iterator(chunk_size=LINES_AT_A_TIME):
        walked += 1
        if bad := _why_bad(line, walked, previous, published):
            return Walked(council=council, lines=walked, head=previous, bad=bad)
        previous = line[1]
        if walked % LINES_AT_A_TIME == 0:
            told(walked)
    return Walked(council=council, lines=walked, head=previous, bad=_why_bad_end(head, walked, previous, published))


def _why_bad(line: tuple[object, ...], place: int, previous: str, published: tuple[int, str] | None) -> BadLine | None:
    values = dict(zip(HASHED, line[2:], strict=True))
    if values["seq"] != place:
        return BadLine(seq=place, sentence=f"Line {place} is missing: the next one found is {values['seq']}.")
    if line[0] != previous:
        return BadLine(seq=place, sentence=f"Line {place} does not hold the hash of the line before it.")
    if line[1] != hash_of(previous, values):
        return BadLine(seq=place, sentence=f"Line {place} is not as it was written: its hash does not agree.")
    if published and published[0] == place and published[1] != line[1]:
        return BadLine(seq=place, sentence=f"Line {place} is not the one whose hash was published.")
    return None


def _why_bad_end(head: RegisterHead | None, lines: int, last: str, published: tuple[int, str] | None) -> BadLine | None:
    if published and published[0] > lines:
        return BadLine(seq=lines, sentence=f"Line {published[0]} was published; the register ends at line {lines}.")
    said = (head.seq, head.hash) if head else (0, "")
    if said != (lines, last):
        return BadLine(seq=lines, sentence=f"The register ends at line {lines}; its head says line {said[0]}.")
    return None
