"""Every former state of a record, kept by django-simple-history: who changed it, when and why."""

from functools import cache
from typing import Any

from django.db import models
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords


class KeptHistory(HistoryManager):
    """The manager of a history. Its class is made once; the library would make it anew at every look."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: Any, class_name: str | None = None) -> Any:
        return super().from_queryset(queryset_class, class_name)


def history_kept() -> HistoricalRecords:
    """The history of a model, its reasons as long as people write them."""
    return HistoricalRecords(history_change_reason_field=models.TextField(null=True), history_manager=KeptHistory)
