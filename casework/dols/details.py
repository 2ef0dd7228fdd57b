"""What is told of an assessor and of a request, as forms and files give it."""

from dataclasses import dataclass
from datetime import date

from casework.dols.rules import Independence
from delegation.models import Organisation, Worker


@dataclass(frozen=True, kw_only=True)
class AssessorDetails:
    """Who an assessor is and the facts by which they may assess. Source: SI 2008/1858 regs 3-9."""

    name: str
    profession: str
    registered_on: date
    insured_until: date
    certificate_on: date
    training_on: date
    further_training_on: date | None = None
    section_12_until: date | None = None
    has_special_experience: bool = False
    is_amhp: bool = False
    suspended_on: date | None = None
    employer: Organisation | None = None
    employer_name: str = ""
    worker: Worker | None = None


@dataclass(frozen=True, kw_only=True)
class RequestDetails:
    """What a managing authority tells with its request. Source: Sch A1 paras 24, 30, 76; SI 2008/1858 reg 16."""

    setting: str
    received_on: date
    circumstances: str
    managing_authority: Organisation | None = None
    hospital_name: str = ""
    urgent_on: date | None = None
    urgent_days: int | None = None
    urgent_because: str = ""


@dataclass(frozen=True, kw_only=True)
class ResultDetails:
    """What an assessment found; the period in whole days and the conditions come from best interests alone."""

    kind: str
    assessed_on: date
    met: bool
    reasons: str
    most_days: int | None = None
    conditions: str = ""


@dataclass(frozen=True, kw_only=True)
class GrantDetails:
    """What the council authorises: from which day to which, for what, on what conditions, with which representative."""

    from_day: date
    to_day: date
    purpose: str
    representative_name: str
    representative_kind: str
    conditions: str = ""


NO_TIES = Independence()
