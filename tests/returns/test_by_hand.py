"""A few rows made by hand, and the figures worked out beside them; and the lists the figures stand on."""

from collections import Counter
from datetime import date
from pathlib import Path

from returns.figures.window import window_of
from returns.reference import listed, rows_of
from tests.returns.computing import Table, bag, computed
from tests.returns.councils import FIELDS

NURSING, RESIDENTIAL, COMMUNITY, PRISON = listed("long_term_support")
ST_MAX = "Short Term Support: ST-Max"
WHOLE = ("2024-04-20 09:30:00", "2023-04-01", "2024-03-31")
FIRST = ("2024-01-20 10:00:00", "2023-04-01", "2023-12-31")


def row(
    number: int, person: str, start: str, end: str = "", sent: tuple[str, str, str] = WHOLE, **told: str
) -> dict[str, str]:
    """A service of a woman of 73 in council 901, unless told otherwise."""
    cells = dict.fromkeys(FIELDS, "") | {
        "Record ID": str(number),
        "Import Date": sent[0],
        "Reporting Period Start Date": sent[1],
        "Reporting Period End Date": sent[2],
        "LA Code": "901",
        "LA Name": "Northmoor",
        "NHS Number": person,
        "Date of Birth": "1950-05-10",
        "Gender": "Female",
        "Client Type": "Service User",
        "Event Type": "Service",
        "Event Start Date": start,
        "Event End Date": end,
    }
    return cells | {field.replace("_", " "): text for field, text in told.items()}


def files_of(table: Table, folder: Path) -> dict[str, Counter[tuple[str, ...]]]:
    return {name: bag(frame, name) for name, frame in computed(table, folder).items()}


def test_long_term_support_by_hand(tmp_path: Path) -> None:
    table = [
        # Ada: community and nursing in the year; nursing ranks first; both reasons known, the nursing row's is told.
        row(1, "A", "2023-05-01", Service_Type=COMMUNITY, Primary_Support_Reason="Mental Health Support"),
        row(2, "A", "2023-07-01", Service_Type=NURSING, Primary_Support_Reason="Learning Disability Support"),
        # Bea: two residential rows; Unknown is passed over although it starts later.
        row(3, "B", "2022-01-01", Service_Type=RESIDENTIAL, Primary_Support_Reason="Mental Health Support"),
        row(4, "B", "2023-08-01", Service_Type=RESIDENTIAL, Primary_Support_Reason="Unknown"),
        # Cat: ended in the year, so 001a and not 001b; two reasons from one day are told as Unknown.
        row(5, "C", "2023-04-02", "2023-09-01", Service_Type=COMMUNITY, Primary_Support_Reason="Mental Health Support"),
        row(
            6,
            "C",
            "2023-04-02",
            "2023-09-01",
            Service_Type=COMMUNITY,
            Primary_Support_Reason="Learning Disability Support",
        ),
        # Dan: 40; a mechanism that prison does not have is blanked; a reason not in the list is Invalid/NULL.
        row(7, "D", "2023-04-02", Service_Type=PRISON, Delivery_Mechanism="Direct Payment", Primary_Support_Reason="MH")
        | {"Date of Birth": "1984-01-01", "Gender": "Male"},
        # Eve: died the day before the year began, so she is nowhere; Fay died on its last day, so she is in both.
        row(8, "E", "2023-01-01", Service_Type=COMMUNITY, Date_of_Death="2023-03-31"),
        row(9, "F", "2023-01-01", Service_Type=COMMUNITY, Date_of_Death="2024-03-31", Primary_Support_Reason="Unknown"),
        # An older whole file: none of it counts.
        row(10, "G", "2023-05-01", sent=("2024-04-10 09:00:00", "2023-04-01", "2024-03-31"), Service_Type=NURSING),
    ]
    files = files_of(table, tmp_path)
    in_year = {
        ("901", "Learning Disability Support", NURSING, "", "1"): 1,  # Ada
        ("901", "Mental Health Support", RESIDENTIAL, "", "1"): 1,  # Bea
        ("901", "Unknown", COMMUNITY, "", "2"): 1,  # Cat's conflict and Fay's answer
    }
    assert files["LTS001a_T1b"] == in_year
    assert files["LTS001a_T1a"] == {("901", "Invalid/NULL", PRISON, "", "1"): 1}
    in_year.pop(("901", "Unknown", COMMUNITY, "", "2"))
    assert files["LTS001b_T1b"] == in_year | {("901", "Unknown", COMMUNITY, "", "1"): 1}
    # over a year on the last day: only Bea (since 2022) and Fay (since January 2023); Fay's own Unknown
    assert files["LTS001c_T1b"] == {
        ("901", "Mental Health Support", RESIDENTIAL, "", "1"): 1,
        ("901", "Unknown", COMMUNITY, "", "1"): 1,
    }


def test_a_request_and_what_followed_by_hand(tmp_path: Path) -> None:
    asked = {"Event Type": "Request", "Request: Route of Access": "Prison"}
    table = [
        # Ada asks, and a second request four days after joins the first; 10 days later ST-Max, then 2 days later home
        # support: one request, whose sequel is ST-Max, the best of the chain.
        row(1, "A", "2023-05-01", "2023-05-02", Event_Outcome="Progress to Assessment") | asked,
        row(2, "A", "2023-05-06", "2023-05-07", Event_Outcome="Progress to Reablement/ST-Max") | asked,
        row(3, "A", "2023-05-17", "2023-06-17", Service_Type=ST_MAX, Event_Outcome="Service ended as planned"),
        row(4, "A", "2023-06-19", Service_Type=COMMUNITY),
        # Bea had long term support when she asked: not a new client.
        row(5, "B", "2023-01-01", Service_Type=COMMUNITY),
        row(6, "B", "2023-05-01", "2023-05-02", Event_Outcome="NFA- Other") | asked,
        # Cat: nothing after; Dot: an assessment 29 days after, a day too late.
        row(7, "C", "2023-05-01", "2023-05-02", Event_Outcome="NFA - Deceased") | asked,
        row(8, "D", "2023-05-01", "2023-05-02", Event_Outcome="Progress to Assessment") | asked,
        row(9, "D", "2023-05-31", "2023-06-01", Event_Type="Assessment", Event_Outcome="NFA - Support declined"),
        # Eve: the same assessment 28 days after is in time, and its outcome is told.
        row(10, "E", "2023-05-01", "2023-05-02", Event_Outcome="Progress to Assessment") | asked,
        row(11, "E", "2023-05-30", "2023-06-01", Event_Type="Assessment", Event_Outcome="NFA - Support declined"),
    ]
    files = files_of(table, tmp_path)
    other = "No Services Provided - other reason"
    assert files["STS001_by_outcome_recordtype"] == {
        (ST_MAX, ST_MAX, "2", "1"): 1,
        ("No_Chronology_NFA - Deceased", "No_Chronology_No Services Provided - Deceased", "1", "1"): 1,
        ("No_Chronology_Progress to Assessment", "No_Chronology_Unable_To_Classify", "5", "1"): 1,
        ("NFA - Support declined", other, "3", "1"): 1,
    }
    # Ada's ST-Max ended on 17 June; community support began 2 days after
    assert files["STS002a_rows"] == {("901", "NA", COMMUNITY, "Long Term Support (any setting)", "2"): 1}
    assert files["ASCOF_2A"] == {("901", "1", "", ""): 1}


def test_reviews_by_hand(tmp_path: Path) -> None:
    planned = {"Event Type": "Review", "Review Reason": "Planned", "Method of Review": "Service user only"}
    planned |= {"Event Outcome": "Progress to Support Planning / Services"}
    unplanned = planned | {"Review Reason": "Unplanned - Carer related", "Event Outcome": "No change in package"}
    table = [
        # Ada: at home when a planned review ended, in a residential home the week after.
        row(1, "A", "2022-01-01", "2023-06-07", Service_Type=COMMUNITY),
        row(2, "A", "2023-06-01", "2023-06-01") | planned,
        row(3, "A", "2023-06-08", Service_Type=RESIDENTIAL),
        # Bea: an unplanned review that changed nothing; another that the carer alone took part in does not count.
        row(4, "B", "2022-01-01", Service_Type=COMMUNITY),
        row(5, "B", "2023-06-01", "2023-06-01") | unplanned,
        row(6, "B", "2023-07-01", "2023-07-01") | unplanned | {"Method of Review": "Carer only"},
        # Cat has support and no review; Dan has a review and no support.
        row(7, "C", "2023-05-01", Service_Type=COMMUNITY),
        row(8, "D", "2023-06-01", "2023-06-01") | unplanned,
    ]
    files = {name: bag(frame, name) for name, frame in computed(table, tmp_path, tables=["LTS002a", "LTS002b"]).items()}
    assert files["LTS002a_planned"] == {("901", "Move to residential care", "1"): 1}
    same = "No change in level of support"
    assert files["LTS002a_unplanned"] == {("901", "Community", "Carer related", same, "1"): 1}
    # over a year on the last day: Ada (her chain goes on within a day) and Bea
    assert files["LTS002b_clients"] == {("901", "65+", "2"): 1}
    assert files["LTS002b"] == {
        ("901", "65+", "Planned", "Move to residential care", "1"): 1,
        ("901", "65+", "Unplanned", same, "1"): 1,
    }


def test_the_file_of_a_quarter_counts_for_the_quarter_alone(tmp_path: Path) -> None:
    table = [row(1, "A", "2023-05-01", Service_Type=NURSING, sent=FIRST)]
    quarter = window_of("2023-24", end=window_of("2023-24").end.replace(year=2023, month=12))
    assert quarter.long_term_submitted_to.isoformat() == "2024-03-01"
    assert quarter.short_term_submitted_to.isoformat() == "2024-02-01T00:00:00"
    assert computed(table, tmp_path, quarter)["LTS001a_T1b"].height == 1
    assert computed(table, tmp_path)["LTS001a_T1b"].height == 0


def test_the_days_of_another_year_are_those_of_the_published_ones_a_year_on() -> None:
    window = window_of("2024-25")
    assert (window.start.isoformat(), window.end.isoformat()) == ("2024-04-01", "2025-03-31")
    assert window.long_term_submitted_to.isoformat() == "2025-05-01"
    assert window.short_term_submitted_to.isoformat() == "2025-05-01T00:00:00"
    assert window.admissions_submitted_before.isoformat() == "2025-05-01T00:00:00"
    assert window.chain_starts_before.isoformat() == "2024-03-31"
    assert window.admissions_snapshot.isoformat() == "2025-04-01"


def test_a_file_without_a_day_of_import_counts_in_every_table_of_twelve_months_that_run_into_the_next_year(
    tmp_path: Path,
) -> None:
    start, end = date(2023, 10, 1), date(2024, 9, 30)
    months = window_of("2023-24", start=start, end=end)
    assert end < months.taken_as_submitted < months.long_term_submitted_to
    sent = ("", start.isoformat(), end.isoformat())
    files = computed([row(1, "A", "2023-12-01", Service_Type=NURSING, sent=sent)], tmp_path, months)
    assert files["LTS001a_T1b"].height == files["LTS001b_T1b"].height == 1
    assert files["ASCOF_2B_2C_numerators"].height == 1


def test_the_published_lists_are_whole() -> None:
    sizes = {"primary_support_reason": 13, "ethnicity": 21, "employment_status": 7, "accommodation_status": 20}
    assert {name: len(listed(name)) for name in sizes} == sizes
    assert len(listed("accommodation_status", "settled")) == 9
    assert len(rows_of("outcome_hierarchy")) == 19
    assert all(row["source"] for name in ("listed_values", "sequel_mapping", "cld_columns") for row in rows_of(name))


def test_a_row_that_names_no_council_is_in_no_table_of_people(tmp_path: Path) -> None:
    # the published joins are by council, and nothing equals nothing (0.7)
    lost = {"LA Code": ""}
    table = [
        row(1, "A", "2023-05-01", Service_Type=COMMUNITY, Primary_Support_Reason="Unknown"),
        row(2, "B", "2022-05-01", Service_Type=COMMUNITY, Primary_Support_Reason="Unknown") | lost,
        row(3, "C", "2023-05-01", "2023-05-02", Event_Type="Request") | lost | {"Request: Route of Access": "Prison"},
        row(4, "D", "2023-05-01", Event_Type="Assessment", Client_Type="Carer") | lost,
        row(
            5,
            "E",
            "2023-05-01",
            Service_Type=COMMUNITY,
            Primary_Support_Reason="Learning Disability Support",
            Accommodation_Status="Tenant",
            Employment_Status="Unknown",
        )
        | lost
        | {"Date of Birth": "1990-01-01"},
    ]
    files = files_of(table, tmp_path)
    assert files["LTS001b_T1b"] == {("901", "Unknown", COMMUNITY, "", "1"): 1}
    assert not files["LTS001b_T1a"]
    assert not files["LTS001c_T1b"]
    assert not files["STS001_rows"]
    assert not files["LTS003_persons"]
    assert not files["LTS004_T1_persons"]
    assert not files["LTS004_T2a"]
    assert files["ASCOF_2E"] == {("901", "1", "", "1", *[""] * 6): 1}


def test_a_file_without_a_day_of_import_counts_where_the_window_shuts_the_day_after_the_period(tmp_path: Path) -> None:
    shut = window_of("2023-24", to=date(2024, 4, 1))
    files = computed([row(1, "A", "2023-12-01", Service_Type=NURSING, sent=("", *WHOLE[1:]))], tmp_path, shut)
    assert files["LTS001a_T1b"].height == files["LTS001b_T1b"].height == 1
    assert files["ASCOF_2B_2C_numerators"].height == 1
