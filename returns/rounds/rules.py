"""The days of a round and what is late on a day. Nothing here knows a database."""

from datetime import date

from delegation.working_days import add_working_days


def cut_off_before(due_on: date, working_days: int) -> date:
    """The day by which the provider sends, so many working days before the council is due."""
    return add_working_days(due_on, -working_days)


def faults_of_days(cut_off_on: date, due_on: date, period_end: date) -> list[str]:
    """Why these days cannot stand, in sentences."""
    faults = []
    if cut_off_on > due_on:
        faults.append("The provider’s day comes after the council’s.")
    if due_on < period_end and (period_end - due_on).days > 62:
        faults.append("The council’s day is more than two months before the period ends.")
    return faults


def lateness(state: str, due_on: date, cut_off_on: date, has_a_file: bool, on: date) -> str:
    """What is late of a round on a day: the submission, the data, or nothing."""
    if state == "submitted":
        return ""
    if on > due_on:
        return "submission"
    return "data" if on > cut_off_on and not has_a_file else ""
