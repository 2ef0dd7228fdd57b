"""The rules of authority that need no database: what an authorisation may lawfully cover.

Source: Care Act 2014 s.79(1)-(2); NHS Act 2006 s.75; SI 2000/617 reg 6.
"""

from datetime import date

from delegation.schedule import EXCLUSIONS, FUNCTIONS, POWERS, Exclusion, Function

# Section 79 came into force with Part 1 of the Act on this day.
SECTION_79_BEGINS = date(2015, 4, 1)
# Section 75 of the NHS Act 2006 came into force on this day; before it, Health Act 1999 s.31.
SECTION_75_BEGINS = date(2007, 3, 1)
# "Functions under Part 1 and its regulations" and after-care: s.79(1)(a) and (b).
SECTION_79_REACHES = ("CA2014:", "MHA1983:117")
# Social services functions (reg 6(a)) and housing grants (reg 6(e)-(f)).
SECTION_75_REACHES = (
    "CA2014:",
    "MHA1983:",
    "LASSA1970:",
    "MCA2005:",
    "NAA1948:",
    "HASSASSA1983:",
    "HGCRA1996:",
)


def why_unlawful(
    function: Function,
    power: str,
    organisation_is_nhs_body: bool,
    from_day: date,
    to_day: date | None,
) -> str | None:
    """Why the council cannot lawfully authorise this function under this power, naming the section; None if it can.

    Whether the council's own scheme keeps the function is another question: see `why_kept`.

    Args:
        function: the row of the schedule.
        power: care_act_s79, nhs_act_s75 or activity.
        organisation_is_nhs_body: whether the one authorised is an NHS body (SI 2000/617 reg 3).
        from_day: first day of the authorisation.
        to_day: last day, or None where open, which section 79 does not let it be.

    Source: Care Act 2014 s.79; NHS Act 2006 s.75; SI 2000/617 regs 3 and 6.
    """
    if power == "care_act_s79":
        return _why_not_section_79(function, from_day, to_day)
    if power == "nhs_act_s75":
        return _why_not_section_75(function, organisation_is_nhs_body, from_day, to_day)
    if power == "activity":
        return _why_not_an_activity(function)
    return f"There is no power called {power!r}; there are {', '.join(POWERS)}."


def why_kept(function: Function) -> str | None:
    """Why the schedule gives this function to nobody outside the council; None where it may be given."""
    if not function.is_retained:
        return None
    if function.is_kept_by_choice:
        return (
            f"‘{function.title}’ is kept by the council's own choice: the law ({function.source}) would let it be "
            "authorised, the council's scheme does not."
        )
    return f"‘{function.title}’ is kept by the council in law: {function.source}."


def functions_lawful_under(power: str, organisation_is_nhs_body: bool) -> list[str]:
    """The keys that a present authorisation of any length under this power may cover, for the database to hold."""
    return sorted(
        key
        for key, function in FUNCTIONS.items()
        if why_unlawful(function, power, organisation_is_nhs_body, SECTION_79_BEGINS, date.max) is None
    )


def retained_functions() -> list[str]:
    """The keys of the functions the schedule keeps in the council."""
    return sorted(key for key, function in FUNCTIONS.items() if function.is_retained)


def conditional_functions() -> list[str]:
    """The keys of the functions that may be authorised only on written conditions."""
    return sorted(key for key, function in FUNCTIONS.items() if function.lawful_position == "conditional")


def _why_not_section_79(function: Function, from_day: date, to_day: date | None) -> str | None:
    if from_day < SECTION_79_BEGINS:
        return "Care Act 2014 s.79 came into force on 1 April 2015; an authorisation cannot begin before it."
    if _is_outside(function, SECTION_79_REACHES):
        return (
            f"Care Act 2014 s.79(1) reaches only Part 1 of that Act and Mental Health Act 1983 s.117; "
            f"‘{function.title}’ rests on {function.source}."
        )
    excluded = _exclusion(function, "care_act_s79", from_day, to_day)
    if excluded:
        return f"{excluded.citation}, so ‘{function.title}’ cannot be authorised."
    if to_day is None:
        return "Care Act 2014 s.79(5)(a): an authorisation has effect for the period specified in it; say its last day."
    return None


def _why_not_section_75(
    function: Function, organisation_is_nhs_body: bool, from_day: date, to_day: date | None
) -> str | None:
    if not organisation_is_nhs_body:
        return "NHS Act 2006 s.75 and SI 2000/617 reg 3 allow arrangements only with an NHS body."
    if from_day < SECTION_75_BEGINS:
        return "NHS Act 2006 s.75 came into force on 1 March 2007; an arrangement cannot begin before it."
    if _is_outside(function, SECTION_75_REACHES):
        return (
            f"SI 2000/617 reg 6 does not list ‘{function.title}’ among the health-related functions; "
            f"it rests on {function.source}."
        )
    excluded = _exclusion(function, "nhs_act_s75", from_day, to_day)
    # Reg 6(k)-(l): an NHS body that meets needs under the same arrangement may charge and assess means.
    if excluded and not excluded.nhs_body_exception:
        return f"{excluded.citation}, so ‘{function.title}’ cannot be in an arrangement."
    return None


def _why_not_an_activity(function: Function) -> str | None:
    if function.activity:
        return None
    return (
        f"‘{function.title}’ is more than an activity that can be carried out for the council: it is a function "
        f"under {function.source}."
    )


def _is_outside(function: Function, reached: tuple[str, ...]) -> bool:
    return any(not provision.startswith(reached) for provision in function.provisions)


def _exclusion(function: Function, power: str, from_day: date, to_day: date | None) -> Exclusion | None:
    for exclusion in EXCLUSIONS:
        named = exclusion.power == power and exclusion.provision in function.provisions
        if named and exclusion.touches(from_day, to_day):
            return exclusion
    return None
