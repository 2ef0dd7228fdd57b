"""Money and days as a page shows them, and the lines of an error summary."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.utils import timezone
from django.utils.formats import date_format

from delegation.govuk import Message, summary_of

register = template.Library()


@register.filter
def money(amount: Decimal | int | str | None) -> str:
    """Pounds and pence with commas, "£1,180.00"; nothing for no amount."""
    if amount is None or amount == "":
        return ""
    pounds = Decimal(amount)
    return f"{'−' if pounds < 0 else ''}£{abs(pounds):,.2f}"


@register.filter
def day(moment: date | None) -> str:
    """A date in words that never breaks over two lines, "24 Nov 2026"."""
    if moment is None:
        return ""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return date_format(moment, "j M Y").replace(" ", "\u00a0")


@register.filter
def error_lines(form: forms.BaseForm | None) -> list[Message]:
    """Every fault of a form, or of each form of a formset, for the error summary."""
    if form is None or not hasattr(form, "errors"):
        return []
    if isinstance(form, forms.BaseFormSet):
        whole = [Message(sentence=str(one), target="main-content") for one in form.non_form_errors()]
        return whole + [line for one in form.forms for line in summary_of(one)]
    return list(summary_of(form)) if form.errors else []


@register.filter
def starts_with(text: str, beginning: str) -> bool:
    """Whether this page lies under that address, to mark where one is in the navigation."""
    return text == beginning or (beginning != "/" and text.startswith(beginning))


@register.filter
def page_numbers(page: Page) -> Iterable[int | str]:
    """The numbers to show under a long list: the first, the last and those around this page."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def date_part(name: str) -> str:
    """Which box of a date this is: "day", "month" or "year"."""
    return name.rsplit("_", 1)[-1]


@register.filter
def has_fault(attributes: Mapping[str, Any]) -> bool:
    """Whether the browser is told that what is in the box is wrong."""
    return attributes.get("aria-invalid") == "true"
