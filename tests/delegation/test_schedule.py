"""The schedule is whole, agrees with itself, and a fault in it says where."""

from datetime import date
from pathlib import Path

import pytest

from delegation.rules import functions_lawful_under, why_kept, why_unlawful
from delegation.schedule import EXCLUSIONS, FUNCTIONS, ROLES, ScheduleFault, load_functions, load_roles

SINCE_THE_ACT = date(2015, 4, 1)
FIVE_YEARS_ON = date(2020, 3, 31)


def test_the_schedule_has_fifty_one_functions_each_with_its_source() -> None:
    assert len(FUNCTIONS) == 51
    assert all(function.source and function.condition and function.why_different for function in FUNCTIONS.values())


def test_every_retained_function_is_exercised_by_nobody_outside_the_council() -> None:
    retained = [function for function in FUNCTIONS.values() if function.is_retained]
    assert len(retained) == 27
    assert all(not function.provider_roles and function.kept_by for function in retained)


def test_every_function_can_be_exercised_by_somebody() -> None:
    assert all(function.council_roles or function.provider_roles for function in FUNCTIONS.values())


def test_every_function_that_is_not_retained_can_lawfully_be_authorised_under_some_power() -> None:
    lawful = {*functions_lawful_under("care_act_s79", False), *functions_lawful_under("activity", False)}
    assert {key for key, function in FUNCTIONS.items() if not function.is_retained} <= lawful


@pytest.mark.parametrize(
    ("function", "power", "nhs_body", "section"),
    [
        ("safeguarding_investigation", "care_act_s79", False, "s.79(2)(d)"),
        ("charging_policy_hold", "care_act_s79", False, "s.14"),
        ("co_operation_integration", "care_act_s79", False, "s.79(2)"),
        ("amhp_approval", "care_act_s79", False, "s.79(1)"),
        ("amhp_approval", "nhs_act_s75", True, "reg 6(a)(iv)"),
        ("amhp_approval", "activity", False, "s.114"),
        ("guardianship_sign_off", "nhs_act_s75", True, "SI 2008/1184) reg 21"),
        ("dass_role", "nhs_act_s75", True, "reg 6(a)(ii)"),
        ("foi_response", "activity", False, "Freedom of Information Act 2000"),
        ("ombudsman_response", "nhs_act_s75", True, "Local Government Act 1974"),
        ("statutory_return_submission", "activity", False, "s.259"),
        ("support_plan_development", "nhs_act_s75", False, "reg 3"),
        ("support_plan_development", "friendship", False, "no power"),
    ],
)
def test_an_unlawful_authorisation_is_told_its_section(function: str, power: str, nhs_body: bool, section: str) -> None:
    why = why_unlawful(FUNCTIONS[function], power, nhs_body, SINCE_THE_ACT, FIVE_YEARS_ON)
    assert why is not None
    assert section in why


@pytest.mark.parametrize(
    ("function", "power", "nhs_body"),
    [
        ("support_plan_development", "care_act_s79", False),
        ("s117_aftercare", "care_act_s79", False),
        ("charging_policy_apply", "care_act_s79", False),
        ("support_plan_development", "nhs_act_s75", True),
        ("safeguarding_investigation", "nhs_act_s75", True),
        ("charging_policy_apply", "nhs_act_s75", True),
        ("safeguarding_investigation", "activity", False),
    ],
)
def test_a_lawful_authorisation_is_let_through(function: str, power: str, nhs_body: bool) -> None:
    assert why_unlawful(FUNCTIONS[function], power, nhs_body, SINCE_THE_ACT, FIVE_YEARS_ON) is None


def test_section_79_authorises_nothing_before_the_day_it_came_into_force() -> None:
    function = FUNCTIONS["support_plan_development"]
    assert why_unlawful(function, "care_act_s79", False, date(2015, 3, 31), FIVE_YEARS_ON)
    assert why_unlawful(function, "care_act_s79", False, date(2015, 4, 1), FIVE_YEARS_ON) is None


def test_an_exclusion_counts_only_on_its_own_days() -> None:
    old = next(exclusion for exclusion in EXCLUSIONS if exclusion.to_day == date(2015, 3, 31))
    assert old.touches(date(2015, 3, 31), FIVE_YEARS_ON)
    assert not old.touches(date(2015, 4, 1), None)
    assert not old.touches(date(1999, 1, 1), date(2000, 3, 31))


def test_verification_and_brokerage_are_kept_by_choice_and_the_rest_by_law() -> None:
    by_choice = {key for key, function in FUNCTIONS.items() if function.is_kept_by_choice}
    assert by_choice == {"plan_verification_and_funding", "brokerage_sourcing"}
    assert "own choice" in str(why_kept(FUNCTIONS["brokerage_sourcing"]))
    assert "in law" in str(why_kept(FUNCTIONS["amhp_approval"]))
    assert why_kept(FUNCTIONS["support_plan_development"]) is None


def test_a_fault_in_the_schedule_names_file_line_and_column(tmp_path: Path) -> None:
    source = Path("delegation/data/schedule.csv").read_text(encoding="utf-8")
    broken = tmp_path / "schedule.csv"
    broken.write_text(source.replace("delegable,delegable", "delegable,perhaps", 1), encoding="utf-8")
    with pytest.raises(ScheduleFault, match=r"schedule.csv, line 2: the column 'lawful_position' says 'perhaps'"):
        load_functions(dict(ROLES), broken)


def test_a_role_on_the_wrong_side_is_a_fault(tmp_path: Path) -> None:
    roles = load_roles()
    source = Path("delegation/data/schedule.csv").read_text(encoding="utf-8")
    broken = tmp_path / "schedule.csv"
    broken.write_text(source.replace("practitioner;provider_manager,", "verifier,", 1), encoding="utf-8")
    with pytest.raises(ScheduleFault, match="names \\['verifier'\\], not a role of a provider"):
        load_functions(roles, broken)
