"""What is told of an application, of a guardian and of what follows, as forms and tests give it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class GuardianDetails:
    """Who is to be guardian. A private guardian says in writing that they are willing. Source: s.7(5)."""

    kind: str = "council"
    name: str = ""
    address: str = ""
    relationship: str = ""
    lives_here: bool = True
    willing_on: date | None = None
    is_fit: bool = True
    fit_because: str = ""


@dataclass(frozen=True, kw_only=True)
class RecommendationDetails:
    """One medical recommendation (Forms G3 and G4, A7 and A8). Source: ss.3(3), 7(3), 12, 12A."""

    doctor: str
    examined_on: date
    signed_on: date
    is_section_12: bool
    is_acquainted: bool
    is_relative: bool = False
    has_business_tie: bool = False
    has_professional_tie: bool = False


@dataclass(frozen=True, kw_only=True)
class ApplicationDetails:
    """An application with what came with it (Forms G1 to G4). Source: ss.7, 8, 11.

    Args: the reference of the AMHP's approval, where an AMHP applies.
    """

    applicant: str
    applicant_name: str
    applied_on: date
    seen_on: date
    received_on: date
    grounds: str
    recommendations: tuple[RecommendationDetails, RecommendationDetails]
    guardian: GuardianDetails
    amhp: str = ""
    is_learning_disability: bool = False
    has_serious_conduct: bool = False
    nearest_relative_name: str = ""
    nearest_relative_consulted_on: date | None = None
    nearest_relative_not_consulted_because: str = ""
    nearest_relative_objects: bool = False
    why_no_acquaintance: str = ""


@dataclass(frozen=True, kw_only=True)
class ReceptionDetails:
    """A guardianship that began elsewhere: by a court, in another council's area, or in hospital. Source: ss.19, 37."""

    origin: str
    began_on: date
    received_on: date
    from_name: str
    guardian: GuardianDetails


@dataclass(frozen=True, kw_only=True)
class HospitalDetails:
    """What a transfer to hospital is founded on, and who agreed for the hospital (Forms G8, A7 and A8).

    Args: the reference of the AMHP's approval; "joint" or "each", for the form of the recommendations.
    Source: ss.3(3), 12, 19(1)(b); SI 2008/1184 reg 8.
    """

    amhp: str
    applied_on: date
    recommended_on: str
    recommendations: tuple[RecommendationDetails, RecommendationDetails]
    managers_agreed_by: str
    managers_agreed_on: date
    arrangements: str
    why_no_acquaintance: str = ""


@dataclass(frozen=True, kw_only=True)
class RenewalDetails:
    """The report that renews (Form G9). Source: s.20(6)-(8); reg 13(4)-(5)."""

    clinician: str
    clinician_name: str
    examined_on: date
    signed_on: date
    received_on: date
    reasons: str


@dataclass(frozen=True, kw_only=True)
class VisitDetails:
    """One visit. Source: reg 23."""

    visited_on: date
    visitor: str
    visitor_name: str
    findings: str
