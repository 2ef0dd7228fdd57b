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


def test_guardianships_there_and_new_less_those_ended_are_there_at_the_end() -> None:
    old = {"Date_guardianship_began": "2024-05-01"}
    rows = [
        row("guardianship"),
        row("guardianship", Case_reference="G2", Section="37", **old),
        row("guardianship", Case_reference="G3", **old, Date_guardianship_ended="2025-04-01"),
        row("guardianship", Case_reference="G4", **old, Date_guardianship_ended="2026-03-31", Gender="Female"),
    ]
    files = figures("guardianship", rows)
    assert [count for _, _, count in files["GUARD_years"].iter_rows()] == [3, 1, 2, 2]
    assert cell(files["GUARD_section"], "There at its end", "37", "Male") == 1
    assert cell(files["GUARD_section"], "Ended in the period", "All", "All") == 2
    assert cell(files["GUARD_guardian"], "New in the period", "The council") == 1


def test_the_registers_are_counted_at_the_end_of_the_period_by_age() -> None:
    rows = [
        row("ssda902"),
        row("ssda902", Person_reference="P2", Date_of_birth="2021-04-01", Date_registered="2024-01-01"),
        row("ssda902", Person_reference="P3", Register="Severely sight impaired", Date_removed="2026-03-31"),
    ]
    files = figures("ssda902", rows)
    assert cell(files["SSDA902_registered"], "Sight impaired", "75 and over") == 1
    assert cell(files["SSDA902_registered"], "Sight impaired", "0-4") == 1
    assert cell(files["SSDA902_registered"], "Severely sight impaired", "All") == 0
    assert cell(files["SSDA902_new"], "All", "All") == 2
    assert cell(files["SSDA902_movements"], "Severely sight impaired", "Ended in the period") == 1


def test_gross_less_income_is_net_where_a_line_does_not_say_it() -> None:
    said = row("asc-fr")
    unsaid = row("asc-fr", Age_band="18-64", Gross_current_expenditure="", Net_current_expenditure="")
    other = row("asc-fr", Part="Social support", Setting_or_service="Asylum seeker", Own_provision="0.5")
    files = figures("asc-fr", [said, unsaid, other | {"Gross current expenditure": "", "Client contributions": ""}])
    line = ("FR001", "18-64", "Physical support", "Nursing")
    assert str(cell(files["ASCFR_lines"], *line, measure="Gross current expenditure")) == "350.50"
    assert str(cell(files["ASCFR_lines"], *line, measure="Net current expenditure")) == "300.50"
    assert files["ASCFR_lines"].height == 70 + 20 + 1
    assert str(cell(files["ASCFR_totals"], "FR001", "All", measure="Net current expenditure")) == "601.00"
    assert str(cell(files["ASCFR_totals"], "FR001", "All", measure="Own share")) == "28.5"
    assert files["ASCFR_activity"].height == 3


def test_agreements_and_what_is_owed_are_summed() -> None:
    rows = [row("dpa"), row("dpa", Agreement_reference="D2", Amount_owed_at_the_end_of_the_year="0.10")]
    files = figures("dpa", rows)
    assert cell(files["DPA_agreements"], "New in the period") == 2
    assert str(files["DPA_amounts"]["Amount owed at the end of the year"].item()) == "1200.10"


def test_the_workforce_has_its_totals_and_its_shares() -> None:
    files = figures("asc-wds", [row("asc-wds"), row("asc-wds", Workplace="B", Main_service="Care home", Staff="60")])
    assert cell(files["WDS_totals"], "All", measure="Staff") == 100
    told = {name: (above, below, str(share)) for name, _, above, below, share in files["WDS_ratios"].iter_rows()}
    assert told["6A"] == (12, 100, "12.0")
    assert told["Vacancy rate"] == (8, 108, "7.4")
    assert told["Filled: pay"] == (72, 80, "90.0")


def measure(files: dict, name: str, framework: str, number: str) -> tuple[str, str, str]:
    """The numerator, denominator and outcome of a measure."""
    found = files[name].rows(named=True)
    one = next(each for each in found if (each["Framework"], each["Measure"]) == (framework, number))
    return one["Numerator"], one["Denominator"], one["Outcome"]


def test_the_users_survey_weighs_each_stratum_by_its_people() -> None:
    third = {"Stratum": "3", "Support_setting": "2", "Population_in_stratum": "100"}
    rows = [
        row("ascs", Population_in_stratum="300", q3a="2"),
        row("ascs", Serial_number="2", **third),
        row("ascs", Serial_number="3", **third, q3a="3", q1="2", Questionnaire="3", q12="1"),
        row("ascs", Serial_number="4", Population_in_stratum="300", Response="0", q3a=""),
    ]
    files = figures("ascs", rows)
    # Of 300 people all, of 100 half: 350 of 400.
    assert measure(files, "ASCS_measures", "2014-15", "1B") == ("350.00", "400.00", "87.5")
    assert measure(files, "ASCS_measures", "2023-24", "3A") == ("350.00", "400.00", "87.5")
    # 23 points for 300 people; 24 and 22 for 100.
    assert measure(files, "ASCS_measures", "2014-15", "1A") == ("9200.00", "400.00", "23.0")
    # The second face of five is not the best, the first of seven is.
    assert measure(files, "ASCS_measures", "2014-15", "3A") == ("350.00", "400.00", "87.5")
    # Whoever never looked is not asked about.
    assert measure(files, "ASCS_measures", "2014-15", "3D(1)") == ("400.00", "400.00", "100.0")
    assert cell(files["ASCS_responses"], "4", "Sent") == 2
    assert cell(files["ASCS_responses"], "4", "Answered") == 1
    assert cell(files["ASCS_answers"], "q3a", "3") == 1


def test_an_error_in_an_answer_counts_as_none() -> None:
    files = figures("ascs", [row("ascs"), row("ascs", Serial_number="2", q3a="-9")])
    assert measure(files, "ASCS_measures", "2014-15", "1B") == ("100.00", "100.00", "100.0")
    assert cell(files["ASCS_answers"], "q3a", "1") == 1
    assert measure(files, "ASCS_measures", "2014-15", "1A") == ("2400.00", "100.00", "24.0")


def test_the_carers_survey_scores_six_answers_from_two_to_nought() -> None:
    worst = {"Quality of life: safety": "Worst", "Quality of life: social contact": "Middle"}
    unlike = row("sace", Serial_number="2", Satisfaction_with_support="No support in the last 12 months")
    unlike |= worst | {"Finding information": "Not looked", "Included or consulted": "Never"}
    incomplete = row("sace", Serial_number="3") | {"Quality of life: control": ""}
    files = figures("sace", [row("sace"), unlike, incomplete])
    assert measure(files, "SACE_measures", "2014-15", "1D") == ("21.00", "2.00", "10.5")
    assert measure(files, "SACE_measures", "2014-15", "1I(2)") == ("2.00", "3.00", "66.7")
    assert measure(files, "SACE_measures", "2014-15", "3B") == ("2.00", "2.00", "100.0")
    assert measure(files, "SACE_measures", "2023-24", "3B") == ("2.00", "3.00", "66.7")
    assert measure(files, "SACE_measures", "2014-15", "3D(2)") == ("2.00", "2.00", "100.0")
