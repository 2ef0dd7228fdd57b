"""Each picture says in words and in its table what its frame counts."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

from django.template.loader import render_to_string

from returns.pictures import (
    YearFigure,
    completeness,
    completeness_picture,
    timeliness,
    timeliness_picture,
    years_picture,
)
from tests.returns.cld_events.rows import SPEC, rows


def review(start: date, end: date) -> dict[str, object]:
    return {"Event Type": "Review", "Event Start Date": start, "Event End Date": end}


def test_a_field_is_asked_only_of_the_events_it_belongs_to() -> None:
    told = completeness(rows({}, {"Event Type": "Service"}), SPEC)
    asked = dict(told.select("field", "asked").iter_rows())
    assert (asked["Postcode"], asked["Service Component"], asked["Request: Route of Access"]) == (2, 1, 1)
    assert "Method of Review" not in asked


def test_completeness_counts_what_is_filled_and_puts_the_emptiest_first() -> None:
    told = completeness(rows({}, {"Postcode": None}), SPEC)
    counted = {field: (filled, share) for field, _, filled, share in told.iter_rows()}
    assert counted["Postcode"] == (1, 0.5)
    assert counted["Last Name"] == (2, 1.0)
    assert told["share"].is_sorted()


def test_a_field_not_filled_everywhere_is_never_shown_as_whole() -> None:
    told = completeness(rows(*[{}] * 2999, {"Postcode": None}), SPEC).filter(field="Postcode")
    assert completeness_picture(told, name="fields").bars[0].shown == "99.9% (2,999 of 3,000)"


def test_completed_events_are_counted_by_the_days_they_took() -> None:
    start = date(2026, 1, 1)
    told = timeliness(
        rows(
            review(start, start), review(start, date(2026, 1, 8)), review(start, date(2026, 4, 30)), {"Postcode": None}
        )
    )
    counts = [number for event, _, number in told.iter_rows() if event == "Review"]
    assert counts == [1, 1, 0, 0, 1]
    chart = timeliness_picture(told, name="reviews", event="Review")
    assert chart.finding == "1 of 3 reviews took longer than 12 weeks"


def test_a_year_without_a_figure_says_so_and_is_not_nought() -> None:
    figures = [YearFigure(year="2023-24", value=None), YearFigure(year="2024-25", value=Decimal("61.5"))]
    chart = years_picture(figures, name="years", title="ASCOF 2A", unit="%")
    assert [bar.shown for bar in chart.bars] == ["No figure", "61.5%"]
    assert chart.finding == "ASCOF 2A: 61.5% in 2024-25"


def test_a_picture_is_drawn_with_its_words_and_its_table_beside_it() -> None:
    chart = years_picture([YearFigure(year="2024-25", value=7)], name="years", title="Requests")
    drawn = render_to_string("govuk/bar_chart.html", {"chart": chart})
    tree = ElementTree.fromstring(drawn)
    svg = tree.find("{http://www.w3.org/2000/svg}svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert tree.find(".//table/tbody/tr/td").text == "7"  # type: ignore[union-attr]
