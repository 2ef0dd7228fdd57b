"""What no database keeps: a NUL, which PostgreSQL refuses, and half of a character, which nothing can write.

Everything a service keeps passes here on its way (`delegation.register`), whoever typed it and by whatever route.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from delegation.refusals import Fault, NotKept
from delegation.wording import sentence_case

UNFIT = re.compile("[\x00\ud800-\udfff]")
INSTEAD = "\ufffd"


def unfit_text(value: str) -> bool:
    """Whether a text holds what no database keeps."""
    return UNFIT.search(value) is not None


def made_fit(value: str) -> str:
    """The text with a mark in the place of each character that cannot be kept."""
    return UNFIT.sub(INSTEAD, value)


def unfit_within(value: Any) -> bool:
    """Whether a value, or anything in it, is such a text."""
    if isinstance(value, str):
        return unfit_text(value)
    if isinstance(value, Mapping):
        return any(unfit_within(each) for each in (*value, *value.values()))
    return isinstance(value, list | tuple) and any(unfit_within(each) for each in value)


def unfit_sentence(title: str) -> str:
    """What is told of a field, by its title, that holds what cannot be kept."""
    return f"‘{sentence_case(title)}’ holds a character that cannot be kept. Type it again without that character."


def refuse_unfit_words(*words: Any) -> None:
    """Raise NotKept where one of some words cannot be kept."""
    if unfit_within(words):
        raise NotKept("What was written holds a character that cannot be kept.")


def refuse_unfit(records: Iterable[models.Model], *words: Any) -> None:
    """Raise NotKept with each field that holds what cannot be kept, or where the words about it do.

    What of a record was not read is not looked at: it comes from the database.
    """
    found = {
        field.name: str(field.verbose_name)
        for record in records
        for field in record._meta.concrete_fields
        if unfit_within(record.__dict__.get(field.attname))
    }
    faults = [Fault(name, unfit_sentence(title)) for name, title in found.items()]
    if faults:
        raise NotKept(" ".join(fault.sentence for fault in faults), faults=faults)
    refuse_unfit_words(*words)
