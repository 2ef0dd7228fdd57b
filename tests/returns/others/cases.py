"""For each rule of each layout, and each of its fields, what breaks it in a row that is otherwise without a fault.

Where the row itself does not show that the rule holds, `holds` is a change under which it does. Some rules need two
rows, or last year's.
"""

from dataclasses import dataclass, field

from tests.returns.others.rows import REQUIREMENTS, Row


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
}
