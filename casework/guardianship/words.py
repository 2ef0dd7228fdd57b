"""The words of guardianship: where it stands, how it began and ended, who is who. Models hold rows to them.

Source: Mental Health Act 1983 ss.7, 10, 11, 19, 20, 23, 37; SI 2008/1184.
"""

from types import MappingProxyType

STATES = MappingProxyType(
    {
        "received": "Waiting for the council",
        "in_force": "In force",
        "refused": "Not accepted",
        "withdrawn": "Withdrawn",
        "discharged": "Discharged",
        "expired": "Expired",
        "transferred": "Transferred",
        "ended": "Ended",
    }
)
LIVE = frozenset({"received", "in_force"})
# Those that were once in force, and are over.
OVER = frozenset({"discharged", "expired", "transferred", "ended"})
CLOSED = OVER | {"refused", "withdrawn"}

ORIGINS = MappingProxyType(
    {
        "application": "Application under section 7",
        "court_order": "Court order under section 37",
        "from_council": "Transferred from another guardian or council (Form G7)",
        "from_hospital": "Transferred from hospital (Form G6)",
    }
)
RECEIVED = MappingProxyType({key: words for key, words in ORIGINS.items() if key != "application"})
APPLICANTS = MappingProxyType(
    {"amhp": "Approved mental health professional (Form G2)", "nearest_relative": "Nearest relative (Form G1)"}
)
GUARDIANS = MappingProxyType({"council": "The council", "private": "A private guardian"})
# How a guardian ceased to be the guardian: s.19 with reg 8, or s.10.
CHANGES = MappingProxyType(
    {
        "transfer": "Transferred by the guardian with the council’s agreement (Form G7)",
        "died": "The private guardian died",
        "gave_up": "The private guardian gave up by written notice",
        "court": "The county court transferred it",
    }
)
# Section 10(1): then the guardianship vests in the council, and in nobody else.
VESTS = frozenset({"died", "gave_up"})
# While a private guardian cannot act (s.10(2)).
ACTING = MappingProxyType({"council": "The council", "person": "Somebody the council approved"})
VISITORS = MappingProxyType(
    {
        "officer": "Officer of the council",
        "approved_clinician": "Approved clinician",
        "section_12_doctor": "Doctor approved under section 12",
    }
)
# Reg 23: at least one visit in any year is by one of these.
DOCTORS = frozenset({"approved_clinician", "section_12_doctor"})
CLINICIANS = MappingProxyType(
    {
        "responsible_clinician": "Responsible clinician",
        "nominated_medical_attendant": "Nominated medical attendant",
    }
)
# What a private guardian tells the council (reg 22).
NOTICES = MappingProxyType(
    {
        "addresses": "Their own address and the person’s, on reception",
        "new_address": "A new address, their own or the person’s",
        "report": "A report the council asked for",
        "death": "The person’s death, or an end of the guardianship",
    }
)
DISCHARGED_BY = MappingProxyType(
    {
        "council": "The council, by three or more members",
        "clinician": "The responsible clinician",
        "nearest_relative": "The nearest relative",
        "tribunal": "The tribunal",
    }
)
DISCHARGED_BY_OTHERS = MappingProxyType({key: words for key, words in DISCHARGED_BY.items() if key != "council"})
AWAY = MappingProxyType({"council": "Another council", "hospital": "A hospital (Form G8)"})
# Of an admission for treatment: one paper of both doctors, or a paper each (general knowledge).
RECOMMENDED_ON = MappingProxyType({"joint": "Joint recommendation, Form A7", "each": "One each, Form A8"})
# What ends it by law, without a discharge, a transfer or the end of the term.
OTHER_ENDINGS = MappingProxyType(
    {
        "died": "The person died",
        "detained": "Admitted to hospital for treatment under section 3",
        "new_application": "A new guardianship application was accepted elsewhere",
        "court": "A court ended it",
        "imprisoned": "In custody for more than six months",
        "absent": "Absent without leave, and not returned in time",
    }
)
ENDINGS = MappingProxyType(
    {
        "by_council": "Discharged by the council",
        "by_clinician": "Discharged by the responsible clinician",
        "by_nearest_relative": "Discharged by the nearest relative",
        "by_tribunal": "Discharged by the tribunal",
        "expired": "The term ended without a renewal",
        "no_report": "No report in the week after an absence of more than 28 days",
        "to_council": "Transferred to another council",
        "to_hospital": "Transferred to hospital",
        **OTHER_ENDINGS,
    }
)
PAPERS = MappingProxyType(
    {
        "application": "The application",
        "recommendation_1": "The first medical recommendation",
        "recommendation_2": "The second medical recommendation",
    }
)
DUE = MappingProxyType(
    {
        "decision": "Decide whether to accept it",
        "visit": "Visit, at least each three months",
        "doctor_visit": "Visit by a doctor, at least once a year",
        "term": "Renewal report, or the end",
        "attendant": "Private guardian names the medical attendant",
        "addresses": "Private guardian tells the addresses",
        "report_of_return": "Report after an absence of more than 28 days",
        "death": "The person died: record the end",
        "end_told": "The guardian told of a death or an end: record it",
    }
)
