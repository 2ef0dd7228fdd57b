"""Reads of the returns, each starting from where somebody stands: the council's staff, or a provider's own files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Prefetch, Q, QuerySet

from delegation.directory import Place
from delegation.models import Organisation
from returns.catalogue import Expected, Return, catalogue, expected_in, first_day
from returns.figures.window import year_after
from returns.models import CollectedFile, Figure, FigureCut, ReturnRound
from returns.rounds.rules import lateness
from returns.rounds.standing import senders_of


@dataclass(frozen=True, kw_only=True)
class CalendarRow:
    """A return for a period in the calendar: opened, or only expected."""

    entry: Return
    period_start: date
    period_end: date
    due_on: date
    is_confirmed: bool
    round: ReturnRound | None
    late: str
    files: int
    providers_missing: tuple[Organisation, ...]

    @property
    def is_late(self) -> bool:
        return bool(self.late)

    @property
    def is_submitted(self) -> bool:
        return self.round is not None and self.round.is_submitted


def calendar_of(place: Place, year: str, on: date) -> list[CalendarRow]:
    """What is due for the periods that end in a year, and what is late of any; the late first, the submitted last.

    A provider sees the rounds that were opened and its own files; the council sees also what nobody has opened. Three
    queries at most.
    """
    first, last = first_day(year), year_after(first_day(year), 1)
    of_the_year = Q(period_end__gte=first, period_end__lt=last)
    late = ~Q(state="submitted") & (Q(due_on__lt=on) | Q(cut_off_on__lt=on, state="collecting"))
    rounds = ReturnRound.objects.filter(of_the_year | late, council=place.council)
    files = CollectedFile.objects.only("round_id", "organisation_id")
    if not place.is_council_staff:
        files = files.filter(organisation__in=place.organisations)
    opened = list(rounds.select_related("cut").prefetch_related(Prefetch("files", files, to_attr="seen_files")))
    senders = tuple(senders_of(place.council, on))
    rows = [_opened(one, senders, on) for one in opened]
    if place.is_council_staff:
        known = {(one.kind, one.period_start, one.period_end) for one in opened}
        rows += [_expected(one, on) for one in _ending_in(year, first, last) if (one.key, *_period(one)) not in known]
    return sorted(rows, key=lambda row: (not row.is_late, row.is_submitted, row.due_on, row.entry.title))


def _ending_in(year: str, first: date, last: date) -> Iterable[Expected]:
    return (one for one in expected_in(year) if first <= one.period_end < last)


def _period(one: Expected) -> tuple[date, date]:
    return one.period_start, one.period_end


def _opened(held: ReturnRound, senders: tuple[Organisation, ...], on: date) -> CalendarRow:
    sent = {one.organisation_id for one in held.seen_files}  # type: ignore[attr-defined]
    missing = tuple(one for one in senders if one.pk not in sent) if held.state == "collecting" else ()
    return CalendarRow(
        entry=catalogue()[held.kind],
        period_start=held.period_start,
        period_end=held.period_end,
        due_on=held.due_on,
        is_confirmed=held.dates_are_confirmed,
        round=held,
        late=lateness(held.state, held.due_on, held.cut_off_on, bool(sent), on),
        files=len(held.seen_files),  # type: ignore[attr-defined]
        providers_missing=missing,
    )


def _expected(one: Expected, on: date) -> CalendarRow:
    """Nobody has opened it: late once its day is past, where a source confirms the day."""
    return CalendarRow(
        entry=catalogue()[one.key],
        period_start=one.period_start,
        period_end=one.period_end,
        due_on=one.due_on,
        is_confirmed=one.is_confirmed,
        round=None,
        late="submission" if one.is_confirmed and one.due_on < on else "",
        files=0,
        providers_missing=(),
    )


# -- one round -------------------------------------------------------------------------------------------------------


def round_of(place: Place, ref: str) -> ReturnRound | None:
    """A round of the council somebody stands in or works for; None where it is another's."""
    found = ReturnRound.objects.filter(council=place.council, ref=ref)
    return found.select_related("council", "cut__compiled_by__worker", "opened_by__worker").first()


def files_of(place: Place, held: ReturnRound) -> QuerySet[CollectedFile]:
    """The files of a round, the last first: all for the council's staff, their own for a provider's."""
    files = held.files.select_related("organisation", "received_by__worker").order_by("-number")
    return files if place.is_council_staff else files.filter(organisation__in=place.organisations)


def file_of(place: Place, held: ReturnRound, number: int) -> CollectedFile | None:
    """One file of a round; None where it is another organisation's."""
    return files_of(place, held).filter(number=number).first()


def organisations_sending(place: Place, on: date) -> list[Organisation]:
    """Whose data somebody may send: the council's own and its providers', or a provider's own."""
    if place.is_council_staff:
        return [place.council, *senders_of(place.council, on)]
    own = Organisation.objects.filter(pk__in=place.organisations, kind=Organisation.Kind.PROVIDER)
    return list(own.order_by("name"))


# -- figures ---------------------------------------------------------------------------------------------------------


def cuts_of(held: ReturnRound) -> QuerySet[FigureCut]:
    """Every cut of a round, the last first, with its signature and submission where there are such."""
    told = held.cuts.select_related("compiled_by__worker", "review__reviewed_by__worker", "sign_off__signed_by__worker")
    return told.select_related("sign_off__submission__submitted_by__worker").order_by("-number")


def cut_of(held: ReturnRound, number: int) -> FigureCut | None:
    """One cut of a round."""
    return cuts_of(held).filter(number=number).first()


def tables_of(cut: FigureCut) -> list[Mapping[str, object]]:
    """The tables of a cut with how many figures each has."""
    counted = Figure.objects.filter(cut=cut).values("table").annotate(figures=Count("pk"), last=Max("place"))
    return list(counted.order_by("last"))


def figures_of(cut: FigureCut, table: str) -> QuerySet[Figure]:
    """The figures of a table in the order of its files; of every table where none is named."""
    figures = Figure.objects.filter(cut=cut).order_by("place")
    return figures.filter(table=table) if table else figures


def same_figure(figure: Figure) -> list[Figure]:
    """The same figure in every signed return of its kind, by the end of the period, with itself. Two queries."""
    held = figure.cut.round
    signed = FigureCut.objects.filter(
        round__council=held.council_id, round__kind=held.kind, sign_off__isnull=False
    ).values_list("round_id", "number", "pk")
    last = {of: pk for of, _, pk in sorted(signed)}  # the cut signed last of each round
    cuts = {pk for of, pk in last.items() if of != held.pk} | {figure.cut_id}
    found = Figure.objects.filter(cut__in=cuts, file=figure.file, measure=figure.measure).select_related("cut__round")
    same = [one for one in found.iterator() if one.says == figure.says]
    return sorted(same, key=lambda one: one.cut.round.period_end)


def figure_of(cut: FigureCut, place: int) -> Figure | None:
    """One figure of a cut."""
    return Figure.objects.filter(cut=cut, place=place).first()


def places_of(cut: FigureCut, files: Iterable[str]) -> dict[tuple[object, ...], int]:
    """Where each figure of these files that names its records stands in a cut, by what it is. One query."""
    figures = Figure.objects.filter(cut=cut, file__in=list(files), sources__isnull=False)
    return {(one.file, one.measure, tuple(sorted(one.says.items()))): one.place for one in figures}
