"""Small made councils, as rows of a CSV file: few people, few days, few words, so that everything collides."""

from datetime import date, timedelta

from hypothesis import strategies as st

from returns.reference import listed

FIELDS = (
    *("Record ID", "Import Date", "LA Name", "LA Code", "Reporting Period Start Date", "Reporting Period End Date"),
    *("NHS Number", "LA Person Unique Identifier", "Gender", "Ethnicity", "Date of Birth", "Date of Death"),
    *("Client Type", "Primary Support Reason", "Accommodation Status", "Employment Status", "Has Unpaid Carer"),
    *("Event Type", "Event Start Date", "Event End Date", "Event Outcome", "Request: Route of Access"),
    *("Service Type", "Service Component", "Delivery Mechanism", "Review Reason", "Method of Review"),
)
LONG = listed("long_term_support")
SERVICES = (
    *LONG,
    *("Short Term Support: ST-Max", "Short Term Support: ST-Max", "Short Term Support: Other Short Term"),
    *("Carer Support: Direct to Carer", "Carer Support: Support involving the person cared-for"),
    *("long term support: community ", "Something else", ""),
)
OUTCOMES = (
    *("Progress to Reablement/ST-Max", "Progress to Assessment", "Service ended as planned", "Admitted to hospital"),
    *("NFA - 100% NHS funded care", "NFA - Support ended: Other reason", "NFA- Other", "NFA", "NFA - Deceased"),
    *("NFA - Information & Advice / Signposting only", "Progress to End of Life Care", "No change in package"),
    *("nfa - deceased", "Closed", "", ""),
)
# Each of these meets the day the rules turn on, or misses it by one.
TURNS = (
    *(date(2023, 3, 30), date(2023, 3, 31), date(2023, 4, 1), date(2022, 6, 1), date(2023, 6, 1)),
    *(date(2024, 3, 30), date(2024, 3, 31), date(2024, 4, 1)),
)
SUBMISSIONS = (
    ("2024-01-20 10:00:00", "2023-04-01", "2023-12-31"),
    ("2024-04-16 09:30:00", "2023-04-01", "2024-03-31"),
    ("2024-04-20 09:30:00", "2023-04-01", "2024-03-31"),
    ("2024-04-25 00:00:00", "2024-01-01", "2024-03-31"),
    ("2024-05-01 00:00:00", "2023-04-01", "2024-03-31"),
    ("2024-05-01 14:30:00", "2023-04-01", "2024-03-31"),
    ("2024-06-01 12:00:00", "2023-04-01", "2024-03-31"),
)


def days() -> st.SearchStrategy[date]:
    """A day near one on which a rule turns, or near another event."""
    near = st.integers(0, 40).map(lambda after: date(2023, 5, 1) + timedelta(days=after))
    return st.one_of(st.sampled_from(TURNS), near, near)


@st.composite
def people(draw: st.DrawFn, number: int) -> dict[str, str]:
    """What is told of one person on each of the rows, unless a row tells otherwise."""
    born = st.sampled_from(("1940-02-10", "1958-04-01", "1959-03-31", "1980-07-01", "2006-04-02", "2010-01-01", ""))
    return {
        "NHS Number": draw(st.sampled_from((f"999000000{number}", f"999000000{number}", ""))),
        "LA Person Unique Identifier": draw(st.sampled_from((f"P{number}", "P1", f"p{number}", ""))),
        "Date of Birth": draw(born),
        "Gender": draw(st.sampled_from(("Male", "Female", "Other", "male", ""))),
        "Client Type": draw(st.sampled_from(("Service User",) * 5 + ("Carer", "Carer", "service user ", ""))),
    }


@st.composite
def rows(draw: st.DrawFn, someone: dict[str, str]) -> dict[str, str]:
    """One event of a person in one submission of one council."""
    council = draw(st.sampled_from((("901", "Northmoor"), ("902", "Eastmarsh"))))
    imported, first, last = draw(st.sampled_from(SUBMISSIONS))
    start = draw(days())
    length = draw(st.sampled_from((0, 0, 1, 3, 4, 5, 20, 28, 29, 300, -5, None)))
    kind = draw(st.sampled_from(("Service", "Service", "Service", "Request", "Request", "Review", "Assessment")))
    service = draw(st.sampled_from(SERVICES)) if kind == "Service" or draw(st.integers(0, 9)) == 0 else ""
    mechanisms = (
        "Direct Payment",
        "CASSR Managed Personal Budget",
        "CASSR Commissioned Support",
        " direct payment",
        "x",
        "",
    )
    row = someone | {
        "LA Code": council[0],
        "LA Name": council[1],
        "Import Date": imported,
        "Reporting Period Start Date": first,
        "Reporting Period End Date": last,
        "Event Type": kind,
        "Event Start Date": start.isoformat(),
        "Event End Date": "" if length is None else (start + timedelta(days=length)).isoformat(),
        "Event Outcome": draw(st.sampled_from(OUTCOMES)),
        "Request: Route of Access": draw(st.sampled_from(("Prison", "Self-Funder", ""))) if kind == "Request" else "",
        "Service Type": service,
        "Service Component": draw(st.sampled_from(("Direct Payment", "Home Support", ""))) if service else "",
        "Delivery Mechanism": draw(st.sampled_from(mechanisms)) if service else "",
        "Primary Support Reason": draw(
            st.sampled_from(
                (
                    "Learning Disability Support",
                    "Learning Disability Support",
                    "Unknown",
                    "LD",
                    "Mental Health Support",
                    "",
                )
            )
        ),
        "Accommodation Status": draw(st.sampled_from(("Tenant", "Refuge", "Unknown", " Tenant", "Own home", ""))),
        "Employment Status": draw(
            st.sampled_from(
                ("Paid: 16 or more hours a week", "Not in Paid Employment (seeking work)", "Unknown", "x", "")
            )
        ),
        "Has Unpaid Carer": draw(st.sampled_from(("Yes", "No", "Unknown", "Invalid", "Y", ""))),
        "Ethnicity": draw(
            st.sampled_from(("White - Irish", "No data - Refused", "No data - Undeclared or Not known", "A", ""))
        ),
        "Review Reason": draw(st.sampled_from(("Planned", "Unplanned - Carer related", "")))
        if kind == "Review"
        else "",
        "Method of Review": draw(st.sampled_from(("Service user only", "Carer only"))) if kind == "Review" else "",
        "Date of Death": draw(st.sampled_from(("",) * 8 + ("2023-03-31", "2024-03-31"))),
    }
    if draw(st.integers(0, 9)) == 0:
        row["Date of Birth"] = "1959-04-30"
    return row


class Council(list[dict[str, str]]):
    """A table that shows itself as its texts alone: Hypothesis refuses to print forty rows with their headings."""

    def __repr__(self) -> str:
        return "\n".join("|".join(row.get(field, "") for field in FIELDS) for row in self)


@st.composite
def councils(draw: st.DrawFn, most: int = 24) -> list[dict[str, str]]:
    """The stacked submissions of two councils."""
    known = [draw(people(number)) for number in range(1, draw(st.integers(1, 3)) + 1)]
    count = draw(st.integers(1, most))
    table = [draw(rows(draw(st.sampled_from(known)))) for _ in range(count)]
    return Council(row | {"Record ID": str(number)} for number, row in enumerate(table, 101))
