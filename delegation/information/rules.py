"""The clocks of enquiries from outside, and from which state each act starts. No database.

Source: Freedom of Information Act 2000 ss.10, 17; the schedule's conditions for the press, members and the Ombudsman.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from delegation.working_days import add_working_days

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


def days_late(received_on: date, handed_over_on: date) -> int:
    """Days of the calendar by which a hand-over came late: it is made on the day the request came, any day of the week.

    Source: the schedule's condition on freedom of information requests: passed on the same day.
    """
    return max(0, (handed_over_on - received_on).days)


OMBUDSMAN_STARTS_FROM: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "ask_provider_to_supply": frozenset({"open", "supplied"}),
        "supply_to_ombudsman_enquiry": frozenset({"asked"}),
        "answer_ombudsman_enquiry": frozenset({"open", "asked", "supplied"}),
        "close_ombudsman_enquiry": frozenset({"answered"}),
        "complete_ombudsman_remedy": frozenset({"remedying"}),
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
