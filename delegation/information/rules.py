"""The clocks of enquiries from outside, and from which state each act starts. No database.

Source: Freedom of Information Act 2000 ss.10, 17; the schedule's conditions for the press, members and the Ombudsman.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from delegation.working_days import add_working_days, is_working_day, working_days_between

# Section 1 came into force on this day.
FOI_BEGINS = date(2005, 1, 1)
# s.10(1): not later than the twentieth working day following the date of receipt.
FOI_WORKING_DAYS = 20
# s.10(3) says "reasonable"; the Information Commissioner's guidance: in all no more than 40 working days.
FOI_EXTENSION_WORKING_DAYS = 20

FOI_STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "extend_foi_request": frozenset({"open"}),
        "answer_foi_request": frozenset({"open", "extended"}),
        "refuse_foi_request": frozenset({"open", "extended"}),
    }
)


def foi_due(received_on: date) -> date:
    """The last day to answer: the twentieth working day after receipt, by the council or by its provider.

    What a provider holds for the council is the council's (s.3(2)(b)), so a late hand-over moves nothing.
    Source: Freedom of Information Act 2000 s.10(1).
    """
    return add_working_days(received_on, FOI_WORKING_DAYS)


def foi_latest_extension(first_due: date) -> date:
    """The last day to which the public interest test may put the answer off. Source: s.10(3); the guidance on it."""
    return add_working_days(first_due, FOI_EXTENSION_WORKING_DAYS)


def hand_over_due(received_on: date) -> date:
    """The day a provider hands a request over: the day it came, or the next working day where that is none."""
    return received_on if is_working_day(received_on) else add_working_days(received_on, 1)


def working_days_lost(received_on: date, handed_over_on: date) -> int:
    """Working days of the council's twenty that a late hand-over used up; nought where it was in time."""
    return max(0, working_days_between(hand_over_due(received_on), handed_over_on))


OMBUDSMAN_STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "ask_provider_to_supply": frozenset({"open", "supplied"}),
        "supply_to_ombudsman_enquiry": frozenset({"asked"}),
        "answer_ombudsman_enquiry": frozenset({"open", "asked", "supplied"}),
        "close_ombudsman_enquiry": frozenset({"answered"}),
    }
)
PUBLIC_STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "draft_public_reply": frozenset({"open", "drafted"}),
        "send_back_public_reply": frozenset({"drafted"}),
        "clear_public_reply": frozenset({"drafted"}),
        "send_public_reply": frozenset({"cleared"}),
    }
)
