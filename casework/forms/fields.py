"""The fields and the form that every page of casework is made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from delegation.govuk import DayField, MoneyField, Radios
from delegation.refusals import Fault
from delegation.templatetags.govuk import day, money

Choices = list[tuple[str, str]]
YES_NO = [("yes", "Yes"), ("no", "No")]


class Passage(forms.CharField):
    """Some sentences; the line ends of a browser are made those of every other source."""

    def __init__(self, *, rows: int = 4, **options: Any) -> None:
        super().__init__(**{"widget": forms.Textarea({"rows": rows}), **options})

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


def short(width: int) -> forms.TextInput:
    """A text box as wide as what is meant to go into it (2, 3, 4, 5, 10, 20 letters)."""
    return forms.TextInput({"class": f"govuk-input--width-{width}", "autocomplete": "off"})


def one_of(choices: Callable[[], Choices] | Choices, **options: Any) -> forms.ChoiceField:
    """One value of a list, nothing chosen beforehand."""
    listed = choices() if callable(choices) else choices
    return forms.ChoiceField(choices=[("", "Choose"), *listed], **options)


def yes_or_no(**options: Any) -> forms.TypedChoiceField:
    """Yes or no, asked outright and not by an empty box; None where not answered."""
    return forms.TypedChoiceField(
        choices=YES_NO, coerce=lambda answer: answer == "yes", empty_value=None, widget=Radios(inline=True), **options
    )


@dataclass(frozen=True, kw_only=True)
class Group:
    """Fields that belong together, under one heading."""

    title: str
    fields: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class FieldGroup:
    """A group with its fields bound, for the template."""

    title: str
    hint: str
    key: str
    fields: Sequence[BoundField]


class CaseworkForm(forms.Form):
    """A form whose faults, told by a service by path, go to the field they speak of."""

    marks_optional = True
    groups: tuple[Group, ...] = ()

    @property
    def template_name(self) -> str:
        """Groups under their headings, where the form has any."""
        return "casework/form_groups.html" if self.groups else super().template_name

    def grouped(self) -> Iterator[FieldGroup]:
        """The groups of this form that have a field, each with its fields."""
        for number, group in enumerate(self.groups, 1):
            bound = [self[name] for name in group.fields if name in self.fields]
            if bound:
                yield FieldGroup(title=group.title, hint=group.hint, key=f"part-{number}", fields=bound)

    def field_of(self, path: str) -> str | None:
        """The field a fault's path speaks of; None where it speaks of the whole."""
        return path if path in self.fields else None

    def place(self, faults: Iterable[Fault]) -> None:
        """Say each fault beside its field, or at the head of the page where it has none."""
        for fault in faults:
            self.add_error(self.field_of(fault.path), fault.sentence)


def shown(field: forms.Field, value: Any) -> str:
    """A value of a field in the words the page uses."""
    if value is None or value == "" or value == [] or value == ():
        return "Nothing"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(field, DayField):
        return day(value)
    if isinstance(field, MoneyField):
        return money(value)
    if isinstance(field, forms.ChoiceField):
        words = {str(key): str(label) for key, label in _flat(field.choices)}
        values = value if isinstance(value, list | tuple) else [value]
        return "; ".join(words.get(str(each), str(each)) for each in values)
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _flat(choices: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
