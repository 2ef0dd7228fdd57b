"""Reading JSON that a stranger wrote: bounded, without surprises, every fault named by its path.

Nothing here knows what a plan is.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from casework.details import unfit_text
from delegation.refusals import Fault

DEEPEST = 12
LONGEST_TEXT = 20_000
MOST_DIGITS = 15


class FileFault(Exception):  # noqa: N818 (named for what it tells)
    """The file as a whole cannot be read; the sentence says why."""


def parse(raw: bytes, *, most_bytes: int) -> Any:
    """The JSON value in these bytes: UTF-8 (with or without its mark), numbers as Decimal or int.

    Raises FileFault: too large, not UTF-8, not JSON, too deep, a key said twice, a number out of all measure.
    """
    if len(raw) > most_bytes:
        raise FileFault(f"The file is larger than {most_bytes // 1_000_000} megabytes. Send it in parts.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileFault(f"The file is not UTF-8 text: byte {error.start + 1} is not part of a character.") from None
    try:
        value = json.loads(
            text,
            object_pairs_hook=_once_each,
            parse_constant=_no_such_number,
            parse_float=_decimal,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        sentence = f"The file is not JSON: line {error.lineno}, column {error.colno}, {error.msg}."
        raise FileFault(sentence) from None
    except RecursionError:
        raise FileFault("The file is nested deeper than any plan.") from None
    _check_depth(value, DEEPEST)
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise FileFault(f"The name ‘{_short(name)}’ is said twice in one place; which is meant cannot be known.")
        found[name] = value
    return found


def _no_such_number(name: str) -> NoReturn:
    raise FileFault(f"{name} is not a number JSON knows.")


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise FileFault(f"The number {digits[:20]}… has more digits than any plan needs.")
    return int(digits)


def _decimal(digits: str) -> Decimal:
    if len(digits) > 2 * MOST_DIGITS:
        raise FileFault(f"The number {digits[:20]}… has more digits than any plan needs.")
    return Decimal(digits)


def _check_depth(value: Any, left: int) -> None:
    if left < 0:
        raise FileFault("The file is nested deeper than any plan.")
    if isinstance(value, dict):
        for inner in value.values():
            _check_depth(inner, left - 1)
    elif isinstance(value, list) and any(isinstance(inner, dict | list) for inner in value):
        for inner in value:
            _check_depth(inner, left - 1)


def _short(value: Any) -> str:
    """The beginning of a value as it may be shown: what cannot be printed, or turns writing round, by its number."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in str(value)[:60])


class Reader:
    """One object of the file, read field by field; what is wrong goes to `faults` and reading goes on.

    A field that could not be read answers with an empty value of its kind, so all faults are found at once.
    """

    def __init__(self, value: Any, path: str, faults: list[Fault]) -> None:
        self.path, self.faults = path, faults
        self.value: Mapping[str, Any] = value if isinstance(value, dict) else {}
        self._asked: set[str] = set()
        if not isinstance(value, dict):
            self._wrong("", "This must be an object, written { … }.")
            # Said once: what would stand in it is not missing as well.
            self.faults = []

    def _wrong(self, name: str, sentence: str) -> None:
        self.faults.append(Fault(f"{self.path}.{_short(name)}" if name else self.path, sentence))

    def _take(self, name: str, required: bool) -> Any:
        self._asked.add(name)
        value = self.value.get(name)
        if value is None and required:
            self._wrong(name, "This is missing.")
        return value

    def has(self, name: str) -> bool:
        """Whether the object has this name at all, and not as null."""
        self._asked.add(name)
        return self.value.get(name) is not None

    def text(self, name: str, *, required: bool = False) -> str:
        """A text, or an empty one."""
        value = self._take(name, required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong(name, f"This must be a text in quotation marks, not {_short(value)}.")
            return ""
        if unfit_text(value) or len(value) > LONGEST_TEXT:
            self._wrong(name, "This text is too long, or holds a character that cannot be kept.")
            return ""
        if required and not value.strip():
            self._wrong(name, "This is empty.")
        return value

    def flag(self, name: str, *, required: bool = False) -> bool | None:
        """True, false, or None where nothing is said."""
        value = self._take(name, required)
        if value is None or isinstance(value, bool):
            return value
        self._wrong(name, f"This must be true or false, not {_short(value)}.")
        return None

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A day written 2026-11-30, or None."""
        value = self._take(name, required)
        if value is None:
            return None
        if isinstance(value, str) and len(value) == 10:
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self._wrong(name, f"This must be a day written like 2026-11-30, not {_short(value)}.")
        return None

    def pounds(self, name: str, *, required: bool = False) -> Decimal | None:
        """An amount with at most two decimals, written as a number or in quotation marks; or None."""
        value = self._take(name, required)
        if value is None:
            return None
        amount = _amount(value)
        if amount is None or abs(amount) > 10**9 or amount != round(amount, 2):
            self._wrong(name, f"This must be an amount with at most two decimals, not {_short(value)}.")
            return None
        return round(amount, 2)

    def weeks(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self._take(name, False)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._wrong(name, f"This must be a whole number, not {_short(value)}.")
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where nothing is said."""
        value = self._take(name, False)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) and not unfit_text(one) for one in value):
            self._wrong(name, "This must be a list of texts.")
            return ()
        return tuple(value)

    def object(self, name: str, *, required: bool = True) -> "Reader":
        """The object under this name; an empty one where it is missing, which is said once and not of its parts."""
        value = self._take(name, required)
        if value is None:
            return Reader({}, f"{self.path}.{_short(name)}", [])
        return Reader(value, f"{self.path}.{_short(name)}", self.faults)

    def objects(self, name: str, *, required: bool = True) -> list["Reader"]:
        """The objects of a list under this name."""
        value = self._take(name, required)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(name, "This must be a list, written [ … ].")
            return []
        return [Reader(one, f"{self.path}.{name}[{index}]", self.faults) for index, one in enumerate(value)]

    def names(self) -> list[str]:
        """Every name the object has."""
        self._asked.update(self.value)
        return list(self.value)

    def done(self, also: Collection[str] = ()) -> None:
        """Say of every name nobody asked for that the format does not know it."""
        for name in self.value:
            if name not in self._asked and name not in also:
                self._wrong(_short(name), "The format knows no such name.")


def _amount(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    if isinstance(value, str) and (len(value) > 2 * MOST_DIGITS or not value.isascii()):
        return None
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount.adjusted()) < MOST_DIGITS else None
