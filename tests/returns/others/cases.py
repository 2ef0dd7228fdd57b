"""For each rule of each layout, and each of its fields, what breaks it in a row that is otherwise without a fault.

Where the row itself does not show that the rule holds, `holds` is a change under which it does. Some rules need two
rows, or last year's.
"""

from dataclasses import dataclass, field

from returns.collections.specification import collection
from tests.returns.others.rows import FILLED, QUALITY, REQUIREMENTS, Row


@dataclass(frozen=True)
class Case:
    """A rule, the field it is told of, the changes that break it and those under which it holds."""

    rule_id: str
    column: str
    breaks: Row
    holds: Row = field(default_factory=dict)
    # A row above it in the file.
    above: Row | None = None
    # Last year's row.
    before: Row | None = None


NOTHING_SAID = {
    "Types of risk": "",
    "Source of risk": "",
    "Locations of risk": "",
    "Risk outcome": "",
    "Mental capacity": "",
    "Desired outcomes asked": "",
}
NO_ENQUIRY = {
    "Enquiry": "No enquiry",
    "Date enquiry began": "",
    "Date enquiry concluded": "",
    "Desired outcomes asked": "",
    "Desired outcomes achieved": "",
}
REFUSED = {
    "Application status": "Not granted",
    "Age requirement": "2",
    "Authorisation start date": "",
    "Authorisation planned end date": "",
}
PROVISION = ("Own provision", "Provision by others", "Grants to voluntary organisations")
INCOME = ("Client contributions", "Joint arrangements", "NHS income", "Other income")
ACTIVITY = ("Resident weeks, own", "Resident weeks, external", "ST-Max hours", "Standard hourly rate, home care")
AMOUNTS = (
    "Amount deferred in the year",
    "Amount owed at the end of the year",
    "Amount recovered in the year",
    "Amount written off in the year",
)
WITH = tuple(f"Workers with {name}" for name in FILLED)
QUESTIONS = tuple(field.name for field in collection("ascs").specification.fields if field.name.startswith("q"))
NO_ANSWER = {"Response": "0", **dict.fromkeys(QUESTIONS, "")}
CARERS_QUESTIONS = (
    *(f"Quality of life: {name}" for name in QUALITY),
    "Satisfaction with support",
    "Included or consulted",
    "Finding information",
)
CASES: dict[str, list[Case]] = {
    "sac": [
        Case("SAC001", "Date concern raised", {"Date concern raised": "2026-04-01"}, {"Date of death": "2026-03-31"}),
        Case(
            "SAC002", "Date enquiry began", {"Date enquiry began": "2025-04-30"}, {"Date enquiry began": "01/05/2025"}
        ),
        Case("SAC003", "Date enquiry concluded", {"Date enquiry concluded": "2025-05-02"}),
        Case("SAC004", "Date concern raised", {"Date of birth": "2025-05-02"}),
        Case("SAC005", "Date enquiry began", {"Date enquiry began": ""}, NO_ENQUIRY),
        Case("SAC006", "Date enquiry began", NO_ENQUIRY | {"Date enquiry began": "2025-05-03"}, NO_ENQUIRY),
        Case("SAC007", "Date enquiry concluded", NO_ENQUIRY | {"Date enquiry concluded": "2025-05-03"}, NO_ENQUIRY),
        Case("SAC008", "Date enquiry began", {"Date enquiry began": ""}),
        *[
            Case(
                "SAC009",
                name,
                {name: ""},
                NOTHING_SAID | {"Date enquiry concluded": "", "Desired outcomes achieved": ""},
            )
            for name in NOTHING_SAID
        ],
        Case(
            "SAC010",
            "Supported by advocate, friend or family",
            {"Supported by advocate, friend or family": ""},
            {"Supported by advocate, friend or family": "", "Mental capacity": "Has capacity"},
        ),
        Case("SAC011", "Desired outcomes achieved", {"Desired outcomes achieved": ""}),
        *[
            Case("SAC012", "Desired outcomes achieved", {"Desired outcomes asked": said})
            for said in ("Asked, none expressed", "Not asked")
        ],
        Case("SAC013", "Date of birth", {"Date of birth": "2007-05-02"}, {"Date of birth": "2007-05-01"}),
        Case("SAC014", "Date of birth", {"Date of birth": "1941-05-01"}, above={"Concern reference": "C0"}),
        Case("SAC015", "Gender", {"Gender": "Male"}, above={"Concern reference": "C0"}),
        Case(
            "SAC016",
            "Date enquiry concluded",
            {
                "Date concern raised": "2025-01-01",
                "Date enquiry began": "2025-01-02",
                "Date enquiry concluded": "2025-03-31",
            },
            {"Date concern raised": "2025-01-01", "Date enquiry began": "2025-01-02"},
        ),
    ],
    "dols": [
        Case("DOL001", "Council code", {"Council code": "90A"}),
        Case("DOL002", "CQC location code", {"CQC location code": "RD1"}, {"CQC location code": ""}),
        Case("DOL003", "Date application received", {"Date application received": "2026-04-01"}),
        Case("DOL004", "Application sign-off date", {"Application sign-off date": "2025-04-30"}),
        Case("DOL005", "Date last assessment completed", {"Date last assessment completed": "2025-04-30"}),
        Case("DOL006", "Application sign-off date", {"Application sign-off date": "2025-05-19"}),
        Case("DOL007", "Application sign-off date", {"Application sign-off date": ""}),
        Case(
            "DOL008",
            "Application sign-off date",
            {"Application status": "Not yet signed off"},
            {"Application status": "Not yet signed off", "Application sign-off date": ""},
        ),
        *[
            Case("DOL009", f"{name} requirement", {f"{name} requirement": "2"}, {f"{name} requirement": "3"})
            for name in REQUIREMENTS
        ],
        Case("DOL010", "Application status", REFUSED | {"Age requirement": "1"}, REFUSED),
        Case("DOL011", "Authorisation start date", {"Authorisation start date": ""}, REFUSED),
        Case("DOL012", "Authorisation planned end date", {"Authorisation planned end date": ""}, REFUSED),
        Case("DOL013", "Authorisation planned end date", {"Authorisation planned end date": "2025-05-20"}),
        Case("DOL014", "Authorisation planned end date", {"Authorisation planned end date": "2026-05-23"}),
        Case("DOL015", "Authorisation start date", {"Authorisation start date": "2025-04-30"}),
        Case("DOL016", "Authorisation actual end date", {"Authorisation actual end date": "2025-05-20"}),
        Case("DOL017", "Authorisation planned end date", {"Authorisation actual end date": "2026-05-21"}),
        Case(
            "DOL018",
            "Authorisation actual end date",
            {"End reason": "Died"},
            {"End reason": "Died", "Authorisation actual end date": "2025-06-01"},
        ),
        Case("DOL019", "Date of birth", {"Date of birth": "2007-05-02"}, {"Date of birth": "2007-05-01"}),
        Case(
            "DOL020", "Date of birth", {"Date of birth": "1941-05-01"}, above={"Application reference": "901-P1-2025-0"}
        ),
        Case(
            "DOL021",
            "Authorisation actual end date",
            {"Date application received": "2024-05-01", "Authorisation actual end date": "2025-03-31"},
            {"Date application received": "2024-05-01", "Authorisation actual end date": "2025-06-01"},
        ),
        Case(
            "DOL022",
            "Application sign-off date",
            REFUSED | {"Date application received": "2024-05-01", "Application sign-off date": "2025-03-31"},
            REFUSED | {"Date application received": "2024-05-01"},
        ),
    ],
    "guardianship": [
        Case("GRD001", "Date guardianship began", {"Date guardianship began": "2026-04-01"}),
        Case(
            "GRD002",
            "Date guardianship ended",
            {"Date guardianship ended": "2025-04-30"},
            {"Date guardianship ended": "2025-05-01"},
        ),
        Case("GRD003", "Date of birth", {"Date of birth": "2009-05-02"}, {"Date of birth": "2009-05-01"}),
        Case(
            "GRD004",
            "Date guardianship ended",
            {"Date guardianship began": "2024-05-01", "Date guardianship ended": "2025-03-31"},
            {"Date guardianship began": "2024-05-01", "Date guardianship ended": "2025-04-01"},
        ),
        Case("GRD005", "Date of birth", {"Date of birth": "1981-05-01"}, above={"Case reference": "G0"}),
        Case("GRD006", "Gender", {"Gender": "Other"}, above={"Case reference": "G0"}),
    ],
    "ssda902": [
        Case("SSD001", "Date registered", {"Date of birth": "2025-05-02"}),
        Case("SSD002", "Date registered", {"Date registered": "2026-04-01"}),
        Case("SSD003", "Date removed", {"Date removed": "2025-04-30"}, {"Date removed": "2025-05-01"}),
        Case(
            "SSD004",
            "Date removed",
            {"Date registered": "2020-01-01", "Date removed": "2025-03-31"},
            {"Date registered": "2020-01-01", "Date removed": "2025-04-01"},
        ),
        Case("SSD005", "Date of birth", {"Date of birth": "1951-05-01"}, above={"Register": "Severely sight impaired"}),
        Case(
            "SSD006",
            "Person reference",
            {},
            {"Date removed": "2025-06-01"},
            above={"Register": "Severely sight impaired"},
        ),
    ],
    "asc-fr": [
        *[
            Case(
                "FIN001",
                name,
                {name: "-1"},
                {name: "0", "Gross current expenditure": "", "Net current expenditure": ""},
            )
            for name in (*PROVISION, *INCOME)
        ],
        *[Case("FIN002", name, {name: "-0.01"}, {name: "0"}) for name in ACTIVITY],
        Case(
            "FIN003",
            "Gross current expenditure",
            {"Gross current expenditure": "352"},
            {"Gross current expenditure": "351.5"},
        ),
        Case("FIN004", "Net current expenditure", {"Other income": "2"}, {"Other income": "1"}),
        *[Case("FIN005", "Age band", {"Part": part, "Age band": "All ages"}) for part in ("FR001", "FR002")],
        Case(
            "FIN006",
            "Primary support reason",
            {"Primary support reason": "Not split"},
            {"Primary support reason": "Not split", "Part": "Capital charges"},
        ),
        Case("FIN007", "Setting or service", {"Setting or service": "ST-Max"}),
        Case(
            "FIN008",
            "Setting or service",
            {"Part": "FR002"},
            {"Part": "FR002", "Setting or service": "Other short term"},
        ),
        Case(
            "FIN009",
            "Setting or service",
            {"Part": "Social support"},
            {"Part": "Social support", "Setting or service": "Support to carer"},
        ),
        *[
            Case("FIN010", name, {"Setting or service": "Community: home care"}, {"Setting or service": "Residential"})
            for name in ("Resident weeks, own", "Resident weeks, external")
        ],
        Case(
            "FIN011",
            "ST-Max hours",
            {"ST-Max hours": "3"},
            {"ST-Max hours": "3", "Part": "FR002", "Setting or service": "ST-Max"},
        ),
        *[
            Case("FIN012", name, {name: "126"}, {name: "125"}, before={name: "100"})
            for name in (
                "Gross current expenditure",
                "Net current expenditure",
                "Resident weeks, own",
                "Resident weeks, external",
            )
        ],
    ],
    "dpa": [
        Case("DPA001", "Date agreed", {"Date agreed": "2026-04-01"}),
        Case("DPA002", "Date ended", {"Date ended": "2025-04-30"}, {"Date ended": "2025-05-01"}),
        *[Case("DPA003", name, {name: "-1"}) for name in AMOUNTS],
        Case(
            "DPA004",
            "Date ended",
            {"Date agreed": "2024-05-01", "Date ended": "2025-03-31"},
            {"Date agreed": "2024-05-01", "Date ended": "2025-04-01"},
        ),
        Case(
            "DPA005",
            "Amount deferred in the year",
            {"Amount owed at the end of the year": "1199.99"},
            {"Amount owed at the end of the year": "0", "Date ended": "2026-01-01"},
        ),
    ],
    "asc-wds": [
        *[
            Case("WDS001", name, {name: "-1"}, {name: "0"})
            for name in (
                "Capacity",
                "People using services",
                "Staff",
                "Vacancies",
                "Starters in 12 months",
                "Leavers in 12 months",
                "Worker records",
                *WITH,
            )
        ],
        Case("WDS002", "Worker records", {"Worker records": "41"}),
        *[Case("WDS003", name, {name: "41"}, {name: "40"}) for name in WITH],
        *[Case("WDS004", name, {name: "35"}) for name in WITH],
        *[Case("WDS005", name, {name: "26"}, {name: "25"}, before={name: "20"}) for name in ("Staff", "Vacancies")],
    ],
    "ascs": [
        Case("SUR001", "Age", {"Age": "17", "Stratum": "1"}, {"Age": "18", "Stratum": "1"}),
        Case("SUR002", "Population in stratum", {"Population in stratum": "0"}),
        Case("SUR003", "Population in stratum", {"Population in stratum": "99"}, above={"Serial number": "0"}),
        Case("SUR004", "Ethnicity", {"Ethnicity": "19"}, {"Ethnicity": "98"}),
        *[
            Case(rule, name, NO_ANSWER | {name: "Yes"}, {name: "Yes"})
            for rule, name in (("SUR005", "Advocate"), ("SUR006", "Interpreter"))
        ],
        Case("SUR007", "Questionnaire", {"Questionnaire": ""}, NO_ANSWER | {"Questionnaire": ""}),
        Case("SUR008", "q1", {"Questionnaire": "3", "q1": "6"}, {"Questionnaire": "3", "q1": "5"}),
        *[Case("SUR009", name, NO_ANSWER | {name: "1"}, {name: "1"}) for name in QUESTIONS],
        Case("SUR010", "q2c", {"q2c": "1", "Stratum": "1"}, {"q2c": "1"}),
        Case("SUR011", "q2c", {"q2c": "1", "Questionnaire": "2"}, {"q2c": "1"}),
        Case("SUR012", "Age", {"Stratum": "2", "Age": "65"}, {"Stratum": "2", "Age": "64"}),
        Case("SUR013", "Age", {"Age": "64"}, {"Age": "65"}),
        Case("SUR014", "Support setting", {"Stratum": "3"}, {"Stratum": "3", "Support setting": "2"}),
        Case("SUR015", "Support setting", {"Support setting": "3"}),
    ],
    "sace": [
        Case("CAR001", "Age", {"Age": "17"}, {"Age": "18"}),
        *[Case("CAR002", name, {"Answered": "No"}) for name in CARERS_QUESTIONS],
    ],
    "ascs-frame": [Case("SFR001", "Age", {"Age": "17"}, {"Age": "18"})],
    "sace-frame": [Case("CFR001", "Age", {"Age": "17"}, {"Age": "18"})],
}
