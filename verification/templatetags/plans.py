"""Roles in a sentence, and sums of what one pays more or less."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template

from delegation.wording import role_in_a_sentence

register = template.Library()


@register.filter
def role_words(role: str) -> str:
    """A role inside a sentence: "head of service"."""
    return role_in_a_sentence(role)


@register.filter
def of(key: Any, values: Mapping[Any, Any]) -> Any:
    """What the mapping holds at this key; nothing where it holds nothing."""
    return values.get(key, "")


@register.filter
def plus(amount: Decimal, other: Decimal) -> Decimal:
    """Two sums together."""
    return Decimal(amount or 0) + Decimal(other or 0)


@register.filter
def more_or_less(amount: Decimal) -> str:
    """A difference in pounds with its sign in words a screen reader says: "£12.00 more"."""
    return f"£{abs(amount):,.2f} {'more' if amount > 0 else 'less'}" if amount else "no change"


@register.filter
def below(number: int) -> int:
    """How far a number is below nought."""
    return abs(number)
