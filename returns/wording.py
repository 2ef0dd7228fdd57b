"""What the pages of the returns say of a round: where it stands, what is late, and who does what by when."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from delegation.directory import Place
from delegation.wording import in_words, long_day
from returns.models import CollectedFile, ReturnRound
from returns.rounds.selectors import CalendarRow
from returns.rounds.words import COLOURS, STATES


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A word in a colour."""

    text: str
    colour: str


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """One line of the calendar as it is shown."""

    row: CalendarRow
    href: str
    open_href: str
    tags: tuple[Tag, ...]
    waits_for: str
    is_late: bool
    is_open: bool


def row_of(row: CalendarRow, place: Place, on: date) -> ShownRow:
    """A line of the calendar with its tags and whom it waits for."""
    held = row.round
    asked = urlencode({"kind": row.entry.key, "start": row.period_start, "end": row.period_end})
    return ShownRow(
        row=row,
        href=reverse("returns:round", args=[held.ref]) if held else "",
        open_href="" if held else f"{reverse('returns:open')}?{asked}",
        tags=_tags(row),
        waits_for=_waits_for(row, place),
        is_late=row.is_late,
        is_open=held is not None and not held.is_submitted,
    )


def counts_of(file: CollectedFile) -> str:
    """How many rows of a file were taken, how many of them have faults to mend, and how many were refused."""
    return f"{file.accepted:,} rows accepted ({file.to_mend:,} with faults to mend), {file.refused:,} refused."


def tag_of(held: ReturnRound) -> Tag:
    """Where a round stands."""
    return Tag(text=STATES[held.state], colour=COLOURS[held.state])


def _tags(row: CalendarRow) -> tuple[Tag, ...]:
    tags = [tag_of(row.round)] if row.round else [Tag(text="Not opened", colour="grey")]
    if row.late == "submission":
        tags.insert(0, Tag(text="Late", colour="red"))
    if row.late == "data":
        tags.insert(0, Tag(text="Data late", colour="orange"))
    return tuple(tags)


def _waits_for(row: CalendarRow, place: Place) -> str:
    held = row.round
    if held is None:
        return f"{place.council} opens it."
    if held.is_submitted:
        return "Nobody: it is submitted."
    if held.state != "collecting":
        return str(place.council)
    if place.is_council_staff and row.providers_missing:
        names = in_words([one.name for one in row.providers_missing], joiner="and")
        return f"{names}, to send by {long_day(held.cut_off_on)}"
    if not place.is_council_staff and not row.files:
        return f"You, to send by {long_day(held.cut_off_on)}"
    return f"{place.council}, to compile"
