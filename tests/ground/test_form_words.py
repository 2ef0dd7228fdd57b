"""Every sentence made from the name of a field, a record or an act is one that a person would write."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError

from delegation.govuk import GovukBoundField
from delegation.guarded import ACTS, act_in_words
from delegation.templatetags.acts import verb
from delegation.unfit import unfit_sentence
from delegation.wording import sentence_case

OURS = ("delegation", "casework", "verification", "returns")
CODES = ("required", "invalid", "invalid_choice", "invalid_list")
# The names of fields that are their own labels: "First name", "Postcode".
READ_AS_A_LABEL = {
    "address",
    "communication_needs",
    "date_of_birth",
    "dementia",
    "ethnicity",
    "first_name",
    "gender",
    "hearing_impairment",
    "last_name",
    "name",
    "need_from_impairment",
    "outcome",
    "postcode",
    "preferred_name",
    "primary_support_reason",
    "profession",
    "quantity",
    "relationship",
    "telephone",
    "unit",
    "username",
    "visual_impairment",
}
# How the sentences begin that govuk.py makes, with the label in quotes or as the question it is.
MADE = re.compile(
    r"(Fill in|Enter a (date|number) for|Enter an amount for|Choose an answer for|Choose one of the answers listed for|"
    r"Choose a file for|Choose the file for|Tick at least one box for) ‘[^’].*’|"
    r"Choose the file for ‘[^’].*’ again: .*|(Answer the question|Tick the box to confirm): [A-Z].*|‘[^’].*’ must be .*"
)


def forms_of_the_product() -> list[type[forms.BaseForm]]:
    for app in OURS:
        for module in pkgutil.walk_packages(importlib.import_module(app).__path__, f"{app}."):
            if ".migrations" not in module.name:
                importlib.import_module(module.name)
    found = {one for one in _below(forms.BaseForm) if one.__module__.split(".")[0] in OURS}
    return sorted(found, key=lambda one: (one.__module__, one.__qualname__))


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def fields_of(kind: type[forms.BaseForm]) -> dict[str, forms.Field]:
    """The fields of a form, with those it adds when it is made, where it can be made of nothing."""
    try:
        return dict(kind({}).fields)
    except (TypeError, KeyError):  # it asks for what only its page knows
        return dict(kind.base_fields)  # type: ignore[attr-defined]


def sentences(name: str, field: forms.Field) -> Iterator[tuple[str, str]]:
    """What is told of a field for each thing Django itself finds wrong with it."""
    for code in CODES:
        if code in field.error_messages and (field.required or code != "required"):
            form = forms.Form({})
            form.fields[name] = field
            form.cleaned_data, form._errors = {}, forms.utils.ErrorDict()
            form.add_error(name, ValidationError(field.error_messages[code], code=code))
            yield code, GovukBoundField(form, field, name).sentences[0]


def all_fields() -> Iterator[tuple[str, str, forms.Field]]:
    for kind in forms_of_the_product():
        for name, field in fields_of(kind).items():
            if not isinstance(field.widget, forms.HiddenInput):
                yield f"{kind.__module__}.{kind.__qualname__}", name, field


def test_a_label_is_made_of_a_field_s_name_only_where_the_name_reads_as_one() -> None:
    unlabelled = {name for _, name, field in all_fields() if not field.label}
    assert unlabelled <= READ_AS_A_LABEL


def test_no_sentence_about_a_field_shows_its_raw_name_or_clashing_grammar() -> None:
    seen, bad = 0, []
    for form, name, field in all_fields():
        for code, sentence in sentences(name, field):
            seen += 1
            own = any(sentence == str(each) for each in field.error_messages.values())
            plain = (
                "_" not in sentence and sentence[:1] in "‘ABCDEFGHIJKLMNOPQRSTUVWXYZ" and "(optional)" not in sentence
            )
            django_s = sentence.startswith(("This field", "Select a valid choice", "Enter a valid"))
            if not plain or django_s or not (own or MADE.fullmatch(sentence)):
                bad.append((form, name, code, sentence))
    assert seen > 500
    assert not bad


def test_a_sentence_about_what_cannot_be_kept_quotes_the_field_in_words() -> None:
    for model in (one for app in OURS for one in apps.get_app_config(app).get_models()):
        for field in model._meta.concrete_fields:
            assert re.match(r"‘[A-Z0-9][^_]*’ holds a character", unfit_sentence(str(field.verbose_name))), field


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("approve_amhp", "Approve an AMHP"),
        ("apply_for_amhp_approval", "Record an application for approval as an AMHP"),
        ("amhp", "AMHP"),
        ("answer_foi_request", "Answer FOI request"),
        ("dols_assessor", "DoLS assessor"),
        ("record_cld_file", "Record CLD file"),
        ("open_organisation", "Open organisation"),
    ],
)
def test_an_act_and_a_kind_of_record_are_written_as_people_write_them(name: str, words: str) -> None:
    assert verb(name) == words


def test_no_act_is_shown_with_letters_that_should_be_capitals() -> None:
    for name, act in ACTS.items():
        assert not re.search(r"_|\b(amhp|foi|dols|cld|nhs|ombudsman)", f"{act.title} {act_in_words(name)}"), name
        assert act.title == sentence_case(act.title)
