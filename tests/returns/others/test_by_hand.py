"""Small files of the other returns counted by hand."""

from tests.returns.others.rows import cell, figures, row

NO_ENQUIRY = {
    "Enquiry": "No enquiry",
    "Date_enquiry_began": "",
    "Date_enquiry_concluded": "",
}


def test_safeguarding_counts_people_once_and_cases_each() -> None:
    files = figures(
        "sac",
        [
            row("sac"),
            row("sac", Concern_reference="C2", Date_concern_raised="2025-12-01", **NO_ENQUIRY),
            row("sac", Concern_reference="C3", Person_reference="P2", Date_of_birth="", Enquiry="Other"),
            row("sac", Concern_reference="C4", Person_reference="P3", Date_concern_raised="2025-01-01"),
        ],
    )
    assert cell(files["SAC_SG1_cases"], "Concern raised") == 3
    assert cell(files["SAC_SG1_cases"], "Section 42 enquiry begun") == 2
    assert cell(files["SAC_SG1_cases"], "Other enquiry concluded") == 1
    assert cell(files["SAC_SG1A"], "Concern", "85-94") == 1
    assert cell(files["SAC_SG1A"], "Concern", "Not recorded") == 1
    assert cell(files["SAC_SG1A"], "Concern", "All") == 2
    assert cell(files["SAC_SG2A"], "Section 42", "Physical", "Service provider") == 2
    assert cell(files["SAC_SG2A"], "Section 42", "All", "All") == 2
    assert cell(files["SAC_SG4_achieved"], "Other", "Fully achieved") == 1


def test_an_age_is_that_at_the_end_of_the_year_or_at_death() -> None:
    born = {"Date_of_birth": "1960-10-01"}
    alive = figures("sac", [row("sac", **born)])
    dead = figures("sac", [row("sac", **born, Date_of_death="2025-09-30")])
    assert cell(alive["SAC_SG1A"], "Concern", "65-74") == 1
    assert cell(dead["SAC_SG1A"], "Concern", "18-64") == 1


def test_4b_counts_section_42_enquiries_that_found_a_risk() -> None:
    outcomes = ["Risk reduced", "Risk removed", "Risk remained", "No risk identified", ""]
    rows = [row("sac", Concern_reference=f"C{number}", Risk_outcome=outcome) for number, outcome in enumerate(outcomes)]
    rows.append(row("sac", Concern_reference="C9", Enquiry="Other"))
    measure = figures("sac", rows)["ASCOF_4B"].row(0, named=True)
    assert (measure["Numerator"], measure["Denominator"], str(measure["Outcome"])) == (2, 3, "66.7")


def test_applications_are_active_until_refused_or_their_authorisation_ends() -> None:
    earlier = {"Date_application_received": "2024-06-01", "Application_sign-off_date": "2024-06-10"}
    ended = {"Authorisation_start_date": "2024-06-10", "Authorisation_planned_end_date": "2025-06-09"}
    refused = {"Application_status": "Not granted", "Age_requirement": "2"}
    files = figures(
        "dols",
        [
            row("dols"),
            row("dols", Application_reference="A2", Person_reference="P2", **earlier, **ended),
            row("dols", Application_reference="A3", **refused, Urgent_authorisation_included="0"),
        ],
    )
    counts = dict(files["DOLS_applications"].iter_rows())
    assert counts == {
        "Received in the period": 2,
        "Signed off in the period": 2,
        "Active on the first day": 1,
        "Active on the last day": 1,
        "Authorisations in force on the last day": 1,
    }
    assert cell(files["DOLS_received"], "Granted", "With an urgent authorisation") == 1
    assert cell(files["DOLS_received"], "All", "All") == 2
    assert cell(files["DOLS_requirements"], "Age", "Not met") == 1
    assert cell(files["DOLS_people"], "85 and over", "Female") == 1
