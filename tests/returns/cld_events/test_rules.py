"""The rule of each kind of event, by hand: what becomes a row, on which days, with which outcome, and what does not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.code_lists import LISTS
from returns.cld.events.period import Period
from returns.cld.events.releases import words_of
from returns.specification import specification
from tests.returns.cld_events.held import (
    ASSESSMENT,
    CARER,
    CONTACT,
    FUNDED,
    LINE,
    MARY,
    PACKAGE,
    PERSON,
    URGENT,
    act,
    change,
    charge,
    kinds,
    made_of,
    only,
)

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)
BEFORE, AFTER = date(2025, 3, 31), date(2026, 4, 1)
START, END, OUTCOME = "Event Start Date", "Event End Date", "Event Outcome"


# Requests


@pytest.mark.parametrize(("day", "counts"), [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)])
def test_a_contact_of_the_period_is_a_request_of_one_day(day: date, counts: int) -> None:
    rows = made_of(contacts=[CONTACT | {"made_on": day}]).rows
    assert rows.select("Event Type", START, END).rows() == [("Request", day, day)] * counts


@pytest.mark.parametrize(
    ("outcome", "second", "first"),
    [
        ("information_and_advice", "NFA: Information and advice or signposting", "NFA - Information & Advice / Sign"),
        ("immediate_support", "Progress to support planning or services", "Progress to Support Planning / Services"),
        ("clinic", "Progress to assessment, review or reassessment", "Progress to Assessment"),
        ("assessment", "Progress to assessment, review or reassessment", "Progress to Assessment"),
    ],
)
def test_what_came_of_a_contact_is_the_outcome_of_the_request(outcome: str, second: str, first: str) -> None:
    contacts = [CONTACT | {"outcome": outcome}]
    assert only("2", contacts=contacts)[OUTCOME] == second
    assert only("1", contacts=contacts)[OUTCOME].startswith(first)


def test_who_has_support_on_the_day_is_assessed_again_which_release_1_tells() -> None:
    during = CONTACT | {"made_on": date(2025, 9, 1)}
    rows = made_of("1", contacts=[during], support=[LINE], funded=[FUNDED]).rows
    assert rows.filter(rows["Event Type"] == "Request")[OUTCOME].to_list() == [
        "Progress to Re-assessment / Unplanned Review"
    ]


def test_what_was_written_of_a_contact_does_not_travel() -> None:
    assert only(contacts=[CONTACT | {"outcome": "clinic"}])["Event Description"] == "Clinic"
    assert only(contacts=[CONTACT])["Event Description"] is None


# Assessments


def test_an_assessment_is_complete_on_the_later_of_its_end_and_its_determination() -> None:
    row = only(assessments=[ASSESSMENT])
    assert (row[START], row[END]) == (date(2025, 6, 3), date(2025, 6, 11))
    assert only(assessments=[ASSESSMENT | {"determined_on": date(2025, 6, 9)}])[END] == date(2025, 6, 10)


def test_an_assessment_not_yet_determined_waits() -> None:
    assert kinds(assessments=[ASSESSMENT | {"eligible": None, "determined_on": None}]) == []


def test_an_assessment_begun_before_the_period_and_determined_in_it_counts_and_after_it_does_not() -> None:
    begun = ASSESSMENT | {"started_on": BEFORE, "completed_on": BEFORE, "determined_on": FIRST}
    assert kinds(assessments=[begun]) == ["Assessment"]
    assert kinds(assessments=[ASSESSMENT | {"completed_on": LAST, "determined_on": AFTER}]) == []


@pytest.mark.parametrize(
    ("eligible", "found", "outcome", "needs"),
    [
        (True, True, "Progress to support planning or services", "Eligible needs identified"),
        (False, True, "NFA: Information and advice or signposting", "Non-eligible needs identified"),
        (False, False, "NFA: Information and advice or signposting", "No needs identified"),
    ],
)
def test_the_determination_is_the_outcome(eligible: bool, found: bool, outcome: str, needs: str) -> None:
    row = only(assessments=[ASSESSMENT | {"eligible": eligible, "found_needs": found}])
    assert (row[OUTCOME], row["Eligible Needs Identified"]) == (outcome, needs)


def test_a_refusal_that_ends_the_duty_is_an_outcome_without_a_determination() -> None:
    refused = ASSESSMENT | {"refusal": "ends_the_duty", "eligible": None, "determined_on": None}
    row = only(assessments=[refused])
    assert (row[OUTCOME], row[END], row["Eligible Needs Identified"]) == (
        "NFA: Support declined",
        date(2025, 6, 10),
        None,
    )


@pytest.mark.parametrize("release", ["1", "2"])
def test_a_carers_assessment_is_told_of_a_carer_and_not_of_a_service_user(release: str) -> None:
    row = only(release, assessments=[ASSESSMENT | {"kind": "carer"}])
    assert row["Client Type"] == {"1": "Carer", "2": "Unpaid carer"}[release]
    assert row["Dementia"] is None
    assert only(release, assessments=[ASSESSMENT])["Dementia"] == "No"


def test_a_charge_decided_is_a_financial_assessment_without_an_outcome() -> None:
    row = only("1", charges=[charge(date(2025, 5, 20))], acts=[act(4, "decide_charge", "CH-1", date(2025, 5, 20))])
    assert (row["Event Type"], row["Assessment Type"]) == ("Assessment", "Financial Assessment")
    assert (row[START], row[END], row[OUTCOME]) == (date(2025, 5, 1), date(2025, 5, 20), None)
    assert kinds(charges=[charge(AFTER)]) == []


@pytest.mark.parametrize(
    ("weekly", "status"),
    [(0, "Fully social care funded"), (40, "Joint client and social care funded"), (154, "Fully client funded")],
)
def test_the_last_charge_says_who_pays_where_nothing_is_recorded(weekly: int, status: str) -> None:
    charges = [charge(BEFORE) | {"charge": "CH-0"}, charge(date(2024, 5, 20)), charge(AFTER) | {"charge": "CH-9"}]
    charges[0]["weekly"] = weekly
    assert service(charges=charges)["Client Funding Status"] == status
    recorded = [PERSON | {"client_funding_status": "Unknown"}]
    assert service(charges=charges, people=recorded)["Client Funding Status"] == "Unknown"
    assert service()["Client Funding Status"] is None


def test_a_charge_decided_after_midnight_in_summer_is_of_the_councils_own_day() -> None:
    late = charge(LAST) | {"decided_at": datetime(2026, 3, 31, 23, 30, tzinfo=UTC)}
    assert kinds(charges=[late]) == []


# Services


def service(line: dict[str, Any] | None = None, funded: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return only(support=[LINE | (line or {})], funded=[FUNDED | (funded or {})], **more)


def test_a_line_of_a_running_package_is_a_service_without_an_end() -> None:
    row = service()
    assert (row["Event Type"], row[START], row[END]) == ("Service", date(2025, 7, 1), None)
    assert row[OUTCOME] == "Continuation of support or services"
    assert (row["Unit Cost"], row["Cost Frequency (Unit Type)"], row["Planned units per week"]) == (22.0, "Hourly", 7.0)


@pytest.mark.parametrize(
    ("starts", "ends", "counts"),
    [(BEFORE, BEFORE, 0), (BEFORE, FIRST, 1), (BEFORE, None, 1), (LAST, None, 1), (AFTER, None, 0)],
)
def test_a_service_given_on_any_day_of_the_period_counts(starts: date, ends: date | None, counts: int) -> None:
    line = LINE | {
        "package_starts_on": starts,
        "line_starts_on": starts,
        "package_ends_on": ends,
        "state": "ended" if ends else "active",
    }
    assert len(kinds(support=[line], funded=[FUNDED])) == counts


def test_what_ended_after_the_period_was_still_running_then() -> None:
    row = service({"state": "ended", "package_ends_on": AFTER})
    assert (row[END], row[OUTCOME]) == (None, "Continuation of support or services")


def test_a_line_the_council_refused_is_no_service_and_one_funded_until_a_day_ends_as_planned() -> None:
    assert kinds(support=[LINE], funded=[FUNDED | {"funded": "refuse"}]) == []
    row = service(None, {"funded": "until", "until": date(2025, 9, 30)})
    assert (row[END], row[OUTCOME]) == (date(2025, 9, 30), "NFA: Support ended as planned")


def test_planned_weeks_end_on_their_last_day() -> None:
    assert service({"planned_weeks": 6})[END] == date(2025, 8, 11)


def test_support_suspended_until_its_end_ended_when_the_suspension_began() -> None:
    ended = {"state": "ended", "package_ends_on": date(2025, 10, 1), "suspended_on": date(2025, 9, 5)}
    assert service(ended)[END] == date(2025, 9, 5)
    assert service({"state": "suspended", "suspended_on": date(2025, 9, 5)})[END] is None


def test_support_ends_with_the_person_and_says_so() -> None:
    row = service(people=[PERSON | {"date_of_death": date(2025, 12, 24)}])
    assert (row["Date of Death"], row[END], row[OUTCOME]) == (date(2025, 12, 24), date(2025, 12, 24), "NFA: Deceased")


def test_a_death_after_the_period_was_not_known_to_it() -> None:
    row = service(people=[PERSON | {"date_of_death": AFTER}])
    assert (row["Date of Death"], row[END]) == (None, None)


def test_support_planned_for_somebody_who_died_before_it_began_was_never_given() -> None:
    assert kinds(people=[PERSON | {"date_of_death": date(2025, 6, 30)}], support=[LINE], funded=[FUNDED]) == []


def test_support_of_somebody_who_moved_away_ended_by_the_move() -> None:
    moved = date(2025, 8, 1)
    row = service({"state": "ended", "package_ends_on": moved}, people=[PERSON | {"moved_away_on": moved}])
    assert row[OUTCOME] == "NFA: Responsibility moved to another local authority"


@pytest.mark.parametrize(
    ("line", "kind", "mechanism"),
    [
        ({}, "Long term support: Community", "CASSR managed personal budget"),
        ({"how": "direct_payment", "component": "Direct payment"}, "Long term support: Community", "Direct payment"),
        ({"has_budget": False}, "Long term support: Community", "CASSR commissioned support"),
        ({"component": "Reablement"}, "Short term support: ST-Max", "CASSR commissioned support"),
        ({"component": "Long term residential care"}, "Long term support: Residential care", None),
        ({"component": "Equipment"}, "Short term support: Ongoing low level", "CASSR commissioned support"),
        (
            {"kind_of_plan": "carer", "component": "Day support"},
            "Unpaid carer support: Direct to unpaid carer",
            "CASSR managed personal budget",
        ),
        (
            {"kind_of_plan": "carer", "component": "Unpaid carer respite"},
            "Unpaid carer support: Support involving the person cared-for",
            "CASSR managed personal budget",
        ),
    ],
)
def test_the_component_and_the_plan_say_what_kind_of_service_it_is(
    line: dict[str, Any], kind: str, mechanism: str | None
) -> None:
    row = service(line)
    assert (row["Service Type"], row["Delivery Mechanism"]) == (kind, mechanism)


def test_community_support_in_prison_is_prison_support() -> None:
    prison = "Prison, young offenders institution or detention centre"
    assert service(people=[PERSON | {"accommodation_status": prison}])["Service Type"] == "Long term support: Prison"


def test_what_is_paid_once_is_one_off_on_the_day_it_is_given() -> None:
    row = service(
        {"paid": "one_off", "unit": "item", "quantity": 2, "component": "Equipment"},
        {"funded_weekly": 0, "funded_one_off": 180},
    )
    assert (row[START], row[END]) == (date(2025, 7, 1), date(2025, 7, 1))
    assert (row["Unit Cost"], row["Cost Frequency (Unit Type)"], row["Planned units per week"]) == (
        90.0,
        "One-off",
        None,
    )


def test_the_price_awarded_counts_until_a_change_of_the_package_is_decided() -> None:
    award = {"plan": "SP-1", "line": "L1", "awarded_price": 21, "care_provider": "Moorview", "cqc_location": "1-99"}
    row = service(awards=[award])
    assert (row["Unit Cost"], row["Provider CQC Location Name"]) == (21.0, "Moorview")
    assert service({"decided_as": "change"}, {"funded_weekly": 210}, awards=[award])["Unit Cost"] == 30.0


# Urgent support


def test_urgent_support_is_a_service_of_its_own_until_it_was_ended() -> None:
    row = only(urgent=[URGENT | {"ended_at": _midday(date(2025, 6, 30))}])
    assert (row["Service Component"], row[START], row[END]) == (
        "Emergency support",
        date(2025, 6, 20),
        date(2025, 6, 30),
    )
    assert (row["Unit Cost"], row["Cost Frequency (Unit Type)"]) == (300.0, "Weekly")
    assert only(urgent=[URGENT])[END] is None


def test_urgent_support_ends_on_the_day_its_package_started_though_it_was_ended_later() -> None:
    ended = URGENT | {"ended_at": _midday(date(2025, 7, 9)), "package_starts_on": date(2025, 7, 1)}
    row = only(urgent=[ended])
    assert (row[END], row[OUTCOME]) == (date(2025, 7, 1), "Progress to support planning or services")


def _midday(day: date) -> Any:
    return change("", day)["requested_at"]


# Reviews

BEGUN, DONE = date(2025, 9, 1), date(2025, 9, 15)
REVIEW = [act(1, "review_plan", "SP-1", BEGUN), act(2, "conclude_review", "SP-1", DONE)]


def review(acts: list[dict[str, Any]], changes: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    rows = made_of("1", packages=[PACKAGE], acts=acts, changes=changes or []).rows
    return list(rows.iter_rows(named=True))


def test_a_review_runs_from_its_beginning_to_its_conclusion() -> None:
    (row,) = review(REVIEW)
    assert (row[START], row[END], row["Review Reason"], row[OUTCOME]) == (
        BEGUN,
        DONE,
        "Planned",
        "No change in package",
    )


@pytest.mark.parametrize(
    ("release", "reason", "method"),
    [
        ("1", "Unplanned - Carer related", "Service user and carer"),
        ("2", "Unplanned: Carer related", "Service user and unpaid carer"),
    ],
)
def test_a_review_tells_its_reason_what_was_achieved_and_its_method_by_the_lists_of_the_release(
    release: str, reason: str, method: str
) -> None:
    acts = [
        act(1, "review_plan", "SP-1", BEGUN, review_reason="Unplanned: Carer related"),
        act(
            2,
            "conclude_review",
            "SP-1",
            DONE,
            outcomes_achieved="Partially Met",
            method_of_review="Service user and unpaid carer",
        ),
    ]
    (row,) = made_of(release, packages=[PACKAGE], acts=acts, changes=[]).rows.iter_rows(named=True)
    assert (row["Review Reason"], row["Review Outcomes Achieved"], row["Method of Review"]) == (
        reason,
        "Partially Met",
        method,
    )


def test_a_review_of_short_term_support_has_no_reason_in_release_1() -> None:
    acts = [act(1, "review_plan", "SP-1", BEGUN, review_reason="Review of short term support"), REVIEW[1]]
    (row,) = review(acts)
    assert (row["Review Reason"], row["Review Outcomes Achieved"], row["Method of Review"]) == (None, None, None)


def test_a_review_not_concluded_or_concluded_after_the_period_waits() -> None:
    assert review(REVIEW[:1]) == []
    assert review([REVIEW[0], act(2, "conclude_review", "SP-1", AFTER)]) == []


@pytest.mark.parametrize(
    ("asked_on", "outcome"),
    [
        (DONE, "Progress to Support Planning / Services"),
        (date(2025, 10, 13), "Progress to Support Planning / Services"),
        (date(2025, 10, 14), "No change in package"),
        (date(2025, 9, 14), "No change in package"),
    ],
)
def test_a_change_asked_for_within_28_days_came_of_the_review(asked_on: date, outcome: str) -> None:
    (row,) = review(REVIEW, [change("SP-1", asked_on)])
    assert row[OUTCOME] == outcome


def test_a_review_that_ended_the_support_says_so() -> None:
    (row,) = review([REVIEW[0], act(2, "end_package", "SP-1", DONE)])
    assert row[OUTCOME] == "NFA - Support ended: Other reason"


def test_support_ended_without_a_review_is_none_and_the_second_review_is_its_own() -> None:
    assert review([act(2, "end_package", "SP-1", DONE)]) == []
    again = [act(3, "review_plan", "SP-1", date(2026, 1, 5)), act(4, "conclude_review", "SP-1", date(2026, 1, 6))]
    assert [row[START] for row in review(REVIEW + again)] == [BEGUN, date(2026, 1, 5)]


# Carers


def test_a_carer_of_whom_there_is_no_event_is_known_by_association_and_has_person_and_links_only() -> None:
    rows = made_of(people=[PERSON, MARY], contacts=[CONTACT], carers=[CARER]).rows
    (mary,) = rows.filter(rows["First Name"] == "Mary").iter_rows(named=True)
    assert mary["Client Type"] == "Unpaid carer known by association"
    assert (mary["Event Type"], mary[START], mary[OUTCOME]) == (None, None, None)
    assert (mary["Adult 1 Linked Person_ID"], mary["No. of adults being cared for"]) == ("P1", 1)
    assert mary["Total Hrs Caring per week"] == 20
    assert mary["LA Person Unique Identifier"] == "PE-2"


def test_a_carer_with_an_event_of_her_own_has_the_links_on_it_and_no_other_row() -> None:
    rows = made_of(
        people=[PERSON, MARY],
        contacts=[CONTACT],
        assessments=[ASSESSMENT | {"person_id": 2, "kind": "carer"}],
        carers=[CARER],
    ).rows
    (mary,) = rows.filter(rows["First Name"] == "Mary").iter_rows(named=True)
    assert (mary["Event Type"], mary["Adult 1 Linked Person_ID"]) == ("Assessment", "P1")
    amina = rows.filter(rows["First Name"] == "Amina")
    assert amina["Adult 1 Linked Person_ID"].to_list() == [None]


def test_a_carer_of_somebody_without_an_event_has_no_row() -> None:
    assert kinds(people=[PERSON, MARY], carers=[CARER]) == []


def test_a_carer_who_died_before_the_period_has_no_row() -> None:
    rows = made_of(people=[PERSON, MARY | {"date_of_death": BEFORE}], contacts=[CONTACT], carers=[CARER]).rows
    assert rows["First Name"].to_list() == ["Amina"]


def test_who_stopped_caring_in_the_period_does_not_count_beside_who_is_cared_for_at_its_end() -> None:
    third = PERSON | {"person_id": 3, "person": "PE-3", "council_identifier": "P3", "nhs_number": ""}
    links = [CARER | {"to_day": date(2025, 5, 1)}, CARER | {"cared_for_id": 3, "from_day": date(2025, 5, 2)}]
    rows = made_of(people=[PERSON, MARY, third], contacts=[CONTACT | {"person_id": 2}], carers=links).rows
    assert rows.select("Adult 1 Linked Person_ID", "No. of adults being cared for").rows() == [("P3", 1)]


# The whole


def test_a_restricted_person_counts_and_is_marked_so_that_no_page_names_them() -> None:
    file = made_of(people=[PERSON | {"restricted": True}], contacts=[CONTACT])
    assert file.rows["First Name"].to_list() == ["Amina"]
    assert file.lineage.select("person", "restricted").rows() == [("PE-1", True)]


def test_the_order_of_what_is_held_does_not_change_the_file() -> None:
    several = {
        "contacts": [CONTACT | {"contact": f"CO-{number}"} for number in range(5)],
        "acts": REVIEW,
        "support": [LINE, LINE | {"line": "L2"}],
        "funded": [FUNDED, FUNDED | {"line": "L2"}],
    }
    turned = {name: rows[::-1] for name, rows in several.items()}
    assert made_of(**several).rows.equals(made_of(**turned).rows)


@pytest.mark.parametrize("release", ["1", "2"])
def test_every_value_casework_can_hold_is_written_as_one_of_the_releases_list(release: str) -> None:
    for field in specification("cld", release).of_kind("list"):
        words = words_of(field.list_name, release)
        possible = LISTS.get(field.list_name, ())
        if field.name != OUTCOME:
            assert {words.get(one.value, one.value) for one in possible} - {None} <= set(field.values), field.name


def test_a_file_made_before_its_last_day_tells_of_no_day_to_come() -> None:
    early = Period(start=FIRST, end=LAST, made_on=date(2025, 6, 30))
    assert made_of(period=early, support=[LINE], funded=[FUNDED]).rows.is_empty()
    row = only(period=early, contacts=[CONTACT])
    assert row["Reporting Period End Date"] == LAST


def test_nothing_held_is_a_file_with_headings_alone() -> None:
    assert made_of(people=[]).rows.shape == (0, 50)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Exception, match="ends before it starts"):
        Period(start=LAST, end=FIRST)
