"""Every Django form as a GOV.UK form: `{{ form }}` and nothing else.

FORM_RENDERER names GovukRenderer, so plain Django forms, fields and widgets come out as GOV.UK Design System
components with their hints, errors and ids joined for a screen reader. DEVELOPERS.md has the cheat sheet.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import DecimalValidator, MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, kw_only=True)
class Message:
    """One line of the error summary: what is wrong, and the id of the box to mend."""

    sentence: str
    target: str


class GovukBoundField(BoundField):
    """A field with its GOV.UK class, its errors as sentences, and the id an error summary links to."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)  # the page says what is missing, in its own words and all at once
        if base := _class_of(widget):
            marks = [base, f"{base}--error"] if self.errors else [base]
            attrs["class"] = " ".join([*marks, widget.attrs.get("class", "")]).strip()
        return attrs

    @property
    def first_id(self) -> str:
        """The id of the first box, where an error summary's link puts the cursor."""
        many = isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.MultiWidget)
        return f"{self.auto_id}_0" if many else str(self.auto_id)

    @property
    def is_single_checkbox(self) -> bool:
        """Whether the label belongs beside the box rather than above it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def says_optional(self) -> bool:
        """Whether the label ends "(optional)"; a form asks for it with `marks_optional = True`."""
        return bool(getattr(self.form, "marks_optional", False)) and not self.field.required

    @property
    def sentences(self) -> list[str]:
        """The errors in words that say what to do: "Fill in ‘Reason’", not "This field is required"."""
        said: list[str] = []
        for error in self.errors.as_data():
            own = self._in_our_words(error)
            said.extend([own] if own else [str(message) for message in error.messages])
        return said

    def _in_our_words(self, error: ValidationError) -> str:
        field = self.field
        if not error.code or field.error_messages.get(error.code) != _django_message(field, error.code):
            return ""
        if error.code == "required":
            return self._missing()
        if isinstance(field, forms.FileField):
            return f"Choose the file for {self.quoted} again: {FILES_SAY.get(error.code, 'it cannot be read')}"
        if error.code == "invalid" and isinstance(field, forms.DateField):
            return f"{self.quoted} must be a real date, like 27 3 2026"
        if error.code == "invalid" and isinstance(field, MoneyField):
            return f"{self.quoted} must be an amount of money, like 412.50"
        if error.code == "invalid" and isinstance(field, forms.DecimalField | forms.IntegerField):
            return f"{self.quoted} must be a number"
        if error.code == "invalid" and isinstance(field, forms.SlugField):
            return f"{self.quoted} must be letters, figures, hyphens and underscores only"
        if error.code in ("invalid_choice", "invalid_list"):
            return f"Choose one of the answers listed for {self.quoted}"
        return self._bounded(error)

    @property
    def quoted(self) -> str:
        """The label as it stands on the page, so that any label reads well inside any sentence."""
        return f"‘{str(self.label).removesuffix(' (optional)')}’"

    def _missing(self) -> str:
        """What to do about a field left empty, by how it is filled."""
        field, widget, label = self.field, self.field.widget, str(self.label)
        if isinstance(widget, forms.CheckboxInput):
            return f"Tick the box to confirm: {label}"
        if label.endswith("?"):
            return f"Answer the question: {label}"
        if isinstance(widget, forms.CheckboxSelectMultiple):
            return f"Tick at least one box for {self.quoted}"
        if isinstance(widget, forms.RadioSelect | forms.Select):
            return f"Choose an answer for {self.quoted}"
        if isinstance(widget, forms.FileInput):
            return f"Choose a file for {self.quoted}"
        if isinstance(field, forms.DateField):
            return f"Enter a date for {self.quoted}"
        if isinstance(field, MoneyField):
            return f"Enter an amount for {self.quoted}"
        if isinstance(field, forms.DecimalField | forms.IntegerField):
            return f"Enter a number for {self.quoted}"
        return f"Fill in {self.quoted}"

    def _bounded(self, error: ValidationError) -> str:
        """A number or a text beyond what may be entered; empty where the field says it in its own words."""
        told = error.params or {}
        if error.message != DJANGO_SAYS.get(str(error.code)):
            return ""
        if error.code in ("min_value", "max_value"):
            limit, is_money = told["limit_value"], isinstance(self.field, MoneyField)
            amount = f"£{limit:,.2f}".removesuffix(".00") if is_money else f"{limit:,}"
            return f"{self.quoted} must be {amount} or {'more' if error.code == 'min_value' else 'less'}"
        if error.code == "max_length":
            return f"{self.quoted} must be {told['limit_value']:,} characters or fewer; it has {told['show_value']:,}"
        if error.code == "max_decimal_places":
            return f"{self.quoted} must have no more than {told['max']} digits after the point"
        return f"{self.quoted} must be a smaller number"


# What Django's own validators say, where no field has words of its own.
DJANGO_SAYS = {
    "min_value": MinValueValidator.message,
    "max_value": MaxValueValidator.message,
    "max_length": MaxLengthValidator.message,
    **DecimalValidator.messages,
}


# What was wrong with a file that came, or did not.
FILES_SAY = {
    "invalid": "it did not come with the page",
    "missing": "it has no name",
    "empty": "it is empty",
    "max_length": "its name is too long",
    "contradiction": "a file is either sent or taken away",
}


class GovukRenderer(TemplatesSetting):
    """Renders forms with the templates in templates/govuk and templates/django/forms."""

    form_template_name = "govuk/form.html"
    formset_template_name = "govuk/formset.html"
    field_template_name = "govuk/field.html"
    bound_field_class = GovukBoundField


def summary_of(form: forms.BaseForm) -> Iterator[Message]:
    """Every fault of a form in the order of its fields, for the error summary at the top of the page."""
    for sentence in form.non_field_errors():
        yield Message(sentence=str(sentence), target="main-content")
    for bound in form:
        for sentence in getattr(bound, "sentences", bound.errors):
            yield Message(sentence=str(sentence), target=getattr(bound, "first_id", bound.auto_id))


class DateParts(forms.MultiWidget):
    """Day, month and year in three boxes; gives the field one text, and shows again what was typed."""

    template_name = "govuk/widgets/date_parts.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        box = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__({part: forms.TextInput(box) for part in ("day", "month", "year")}, attrs)

    def decompress(self, value: date | str | None) -> list[str]:
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        year, month, day, *_ = [*(value or "").split("-", 2), "", "", ""]
        return [day, month, year]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        day, month, year = (
            str(data.get(f"{name}_{part}", "")).strip().replace("-", "/") for part in ("day", "month", "year")
        )
        if not (day or month or year):
            return str(data.get(name, "") or "")  # a script may post the whole date as 2026-03-27
        if (short := month[:3].lower()) in MONTHS:
            month = str(MONTHS.index(short) + 1)
        return f"{year}-{month}-{day}"

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and all(f"{name}_{part}" not in data for part in ("day", "month", "year"))


class DayField(forms.DateField):
    """A date asked for as day, month and year."""

    widget = DateParts


class Money(forms.TextInput):
    """Pounds, in a text box so that a slip such as "4l2" is shown again and not lost."""

    template_name = "govuk/widgets/money.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"inputmode": "decimal", "autocomplete": "off", "class": "govuk-input--width-10"} | (attrs or {})
        )


class MoneyField(forms.DecimalField):
    """Pounds and pence, nought or more; "£1,250.50" is read as it is meant."""

    widget = Money

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"max_digits": 12, "decimal_places": 2, "min_value": Decimal("0.00")} | options))

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = re.sub(r"[£,\s]", "", value)
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class Radios(forms.RadioSelect):
    """Radio buttons with a hint under some of them: Radios(hints={"refuse": "The person gets a letter."})."""

    def __init__(
        self, attrs: dict[str, Any] | None = None, *, hints: Mapping[Any, str] | None = None, inline: bool = False
    ) -> None:
        super().__init__(attrs)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}
        self.inline = inline

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["inline"] = self.inline
        return context

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        return option


class Checkboxes(forms.CheckboxSelectMultiple):
    """Checkboxes with a hint under some of them."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, hints: Mapping[Any, str] | None = None) -> None:
        super().__init__(attrs)
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        return option


def _class_of(widget: forms.Widget) -> str:
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.HiddenInput | forms.MultiWidget):
        return ""
    if isinstance(widget, forms.CheckboxInput):
        return "govuk-checkboxes__input"
    if isinstance(widget, forms.NumberInput):
        return "govuk-input--width-5 govuk-input"
    if isinstance(widget, forms.FileInput):
        return "govuk-file-upload"
    if isinstance(widget, forms.Textarea):
        return "govuk-textarea"
    if isinstance(widget, forms.Select):
        return "govuk-select"
    return "govuk-input"


def _django_message(field: forms.Field, code: str) -> Any:
    """The message Django itself gives for this code, to tell it from one a form chose."""
    for kind in type(field).__mro__:
        if code in getattr(kind, "default_error_messages", {}):
            return kind.default_error_messages[code]
    return None
