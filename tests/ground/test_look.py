"""The pages' parts: vendored styles, the form renderer, the include templates, charts."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from delegation import govuk, pages, refusals
from delegation.charts import bar_chart
from delegation.templatetags.govuk import day, money

HOUSE = Path(__file__).resolve().parents[2]


class PlanForm(forms.Form):
    reason = forms.CharField(label="Reason", help_text="Why it goes back.", widget=forms.Textarea)
    weekly_cost = govuk.MoneyField(label="Weekly cost")
    start = govuk.DayField(label="Start date")
    outcome = forms.ChoiceField(
        label="Outcome", choices=[("a", "Recommend"), ("b", "Return")], widget=govuk.Radios(hints={"b": "It stops."})
    )
    copy_given = forms.BooleanField(label="A copy was given")


def filled(**changed: str) -> PlanForm:
    typed = {"reason": "Needs", "weekly_cost": "£1,180.50", "outcome": "a", "copy_given": "on"}
    typed |= {"start_day": "27", "start_month": "3", "start_year": "2026"}
    return PlanForm(typed | changed)


def test_vendored_styles_wear_nothing_of_gov_uk() -> None:
    css = (HOUSE / "static/govuk/govuk-frontend.min.css").read_text()
    assert len(css) > 100_000
    assert not re.search(r"GDS Transport|crest|crown|http|url\(|sourceMappingURL", css, re.IGNORECASE)


def test_no_template_needs_an_inline_script_or_style() -> None:
    for template in (HOUSE / "templates").rglob("*.html"):
        text = template.read_text()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", text), template


def test_money_and_dates_are_read_as_they_are_typed() -> None:
    form = filled()
    assert form.is_valid(), form.errors
    assert form.cleaned_data["weekly_cost"] == Decimal("1180.50")
    assert form.cleaned_data["start"] == date(2026, 3, 27)


@pytest.mark.parametrize("month", ["Mar", "march", "03"])
def test_a_month_may_be_written_as_a_word(month: str) -> None:
    assert filled(start_month=month).is_valid()


def test_what_was_mistyped_is_shown_again_with_a_sentence() -> None:
    form = filled(start_day="31", start_month="2", weekly_cost="4l2", reason="", outcome="")
    html = str(form)
    for sentence in (
        "Fill in ‘Reason’",
        "‘Weekly cost’ must be an amount of money, like 412.50",
        "‘Start date’ must be a real date, like 27 3 2026",
        "Choose an answer for ‘Outcome’",
    ):
        assert sentence in html
    assert 'value="4l2"' in html
    assert 'value="31"' in html


class BoundedForm(forms.Form):
    places = forms.IntegerField(label="Places", min_value=1)
    fte = forms.DecimalField(label="Full-time equivalent", max_value=1, max_digits=4, decimal_places=2)
    capital = govuk.MoneyField(label="Capital")
    name = forms.CharField(label="Name", max_length=5)
    hours = forms.DecimalField(label="Hours", max_digits=4, decimal_places=2)
    declined = forms.ChoiceField(label="Did they decline to say?", choices=[("y", "Yes")], widget=govuk.Radios())
    own = forms.IntegerField(label="Rows", max_value=9, error_messages={"invalid": "Say how many rows."})


def test_what_is_out_of_bounds_is_said_with_the_name_of_its_field() -> None:
    typed = {"places": "0", "fte": "2", "capital": "-3", "name": "Margaret", "hours": "1.234", "own": "ten"}
    assert [line.sentence for line in govuk.summary_of(BoundedForm(typed))] == [
        "‘Places’ must be 1 or more",
        "‘Full-time equivalent’ must be 1 or less",
        "‘Capital’ must be £0 or more",
        "‘Name’ must be 5 characters or fewer; it has 8",
        "‘Hours’ must have no more than 2 digits after the point",
        "Answer the question: Did they decline to say?",
        "Say how many rows.",
    ]


def test_every_line_of_the_error_summary_leads_to_a_box_on_the_page() -> None:
    form = PlanForm({})
    html = str(form)
    lines = list(govuk.summary_of(form))
    assert len(lines) == 5
    for line in lines:
        assert f'id="{line.target}"' in html


def test_hint_and_error_are_read_with_their_box() -> None:
    html = str(filled(reason=""))
    assert 'aria-describedby="id_reason_helptext id_reason_error"' in html


def test_a_form_with_a_fault_begins_the_title_with_error() -> None:
    page = render_to_string("base.html", {"form": PlanForm({})}, request=RequestFactory().get("/"))
    assert "<title>Error: " in page
    assert page.count("There is a problem") == 1


@given(st.dates(min_value=date(1000, 1, 1)))
def test_any_day_shown_in_three_boxes_is_read_back_the_same(moment: date) -> None:
    parts = dict(zip(("d_day", "d_month", "d_year"), govuk.DateParts().decompress(moment), strict=True))
    assert govuk.DayField().clean(govuk.DateParts().value_from_datadict(parts, {}, "d")) == moment


def test_money_and_days_are_written_as_people_read_them() -> None:
    assert money(Decimal("1180")) == "£1,180.00"
    assert money(Decimal("-12.5")) == "−£12.50"
    assert money(None) == ""
    assert day(date(2026, 11, 4)) == "4\u00a0Nov\u00a02026"


def test_longest_bar_fills_the_picture_and_nought_still_shows() -> None:
    chart = bar_chart(name="time", finding="Most are with the council", values=[("Council", 40), ("Provider", 0)])
    assert [bar.length for bar in chart.bars] == ["100.00%", "0.30%"]
    html = render_to_string("govuk/bar_chart.html", {"chart": chart})
    assert "<title" in html
    assert "Provider: 0." in html
    assert "<table" in html


def test_pages_of_a_long_list_are_linked_around_the_one_shown() -> None:
    page = Paginator(range(1000), 50).page(5)
    html = render_to_string("govuk/pagination.html", {"page": page}, request=RequestFactory().get("/?role=verifier"))
    assert "?role=verifier&amp;page=6" in html
    assert 'aria-current="page"' in html


@pytest.mark.parametrize(
    ("refused", "field"),
    [
        (refusals.WrongDates("Not today."), "start"),
        (refusals.WrongDates("Not today.", at="reason"), "reason"),
        (refusals.WrongDates("Not today.", at="elsewhere"), "start"),
        (refusals.WrongAmount("Too much."), "weekly_cost"),
        (refusals.NothingSaid("Write it."), None),
    ],
)
def test_a_broken_rule_is_said_beside_the_field_it_speaks_of(refused: refusals.RuleBroken, field: str | None) -> None:
    assert pages.field_of(filled(), refused) == field
    two_days = type("TwoDays", (PlanForm,), {"end": govuk.DayField(label="End date")})
    if field == "start":
        assert pages.field_of(two_days({}), refused) is None
