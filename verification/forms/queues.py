"""How a queue is narrowed."""

from decimal import Decimal
from typing import Any

from django import forms

from delegation.wording import pounds
from verification.queue_reads import Filters


class QueueFilterForm(forms.Form):
    """Mine or nobody's, overdue, one provider's; for a decider also within their limit and for their level."""

    whose = forms.ChoiceField(
        label="Held by", choices=[("", "Anyone"), ("mine", "Me"), ("unclaimed", "Nobody yet")], required=False
    )
    provider = forms.ChoiceField(label="Provider", required=False)
    due = forms.ChoiceField(label="Due", choices=[("", "Any day"), ("overdue", "Overdue")], required=False)
    money = forms.ChoiceField(label="Cost", required=False)
    level = forms.ChoiceField(label="Waits for", required=False)

    def __init__(
        self, *args: Any, providers: list[tuple[str, str]], level: str, limit: Decimal | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.role, self.limit = level, limit
        self._offer("provider", [("", "Every provider"), *providers], len(providers) > 1)
        within = f"Within my limit, {pounds(limit)} a week" if limit is not None else ""
        self._offer("money", [("", "Any"), ("within", within)], bool(level) and limit is not None)
        self._offer("level", [("", "Any level"), ("mine", "My level")], bool(level))

    def _offer(self, name: str, choices: list[tuple[str, str]], wanted: bool) -> None:
        if wanted:
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def filters(self) -> Filters:
        """What was asked; what cannot be read narrows nothing."""
        given = getattr(self, "cleaned_data", {})
        return Filters(
            whose=given.get("whose", ""),
            overdue=given.get("due") == "overdue",
            provider=given.get("provider", ""),
            within=self.limit if given.get("money") == "within" else None,
            for_role=self.role if given.get("level") == "mine" else "",
        )
