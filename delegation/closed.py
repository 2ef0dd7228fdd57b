"""Which records are closed to somebody, told by another part of the house: delegation itself knows no persons.

casework calls `tell_of_closed_records` once, when the program starts. A line of the register about a closed record
still says who did what and when; what was written about the person is for those named to read.
Source: UK GDPR Art 5(1)(f).
"""

from collections.abc import Callable, Collection, Sequence

from delegation.models import Account, Act

RESTRICTED = "The record is restricted to named people."

# Kind and public reference, as a line of the register names what it is about.
Subject = tuple[str, str]
Teller = Callable[[Account, Collection[Subject]], frozenset[Subject]]

_tellers: list[Teller] = []


def tell_of_closed_records(teller: Teller) -> None:
    """Name the callable that says which of some records this account may not read, in one query."""
    if teller not in _tellers:
        _tellers.append(teller)


def closed_to(account: Account, subjects: Collection[Subject]) -> frozenset[Subject]:
    """Those of the records that this account may not read."""
    return frozenset().union(*(teller(account, subjects) for teller in _tellers)) if subjects else frozenset()


def veil(account: Account, acts: Sequence[Act]) -> None:
    """Take out of these lines what was written about a record this account may not read. One query for all of them.

    It changes the lines in hand and not the register: ask for a line's proof before.
    """
    closed = closed_to(account, {(line.subject_kind, line.subject) for line in acts if line.subject})
    for line in acts:
        if (line.subject_kind, line.subject) in closed:
            line.reason, line.detail = RESTRICTED, {}
