"""Which of many like tests every run does, and which are left to `run.py test --all`.

One place says it for all tests: a test whose name matches belongs to a family of which one in so many, always the same,
is in every run. A test that matches none is in every run.
"""

import re
import zlib

# A part of a test's name, as a regular expression, and the number of which one is in every run.
FAMILIES = {
    # Every page for every role; every form sent.
    r"test_permissions\.py::test_a_share_of_the_table": 24,
    r"test_permissions\.py::test_each_act_is_done": 24,
    r"test_under_cover\.py::test_each_form": 24,
    r"test_the_rest_of_the_table\.py::|test_permissions\.py::test_no_service_lets_act_any_other": 240,
    # Every service with its n-th query failing; every service's act and refusal.
    r"test_permissions\.py::test_no_service_lets_act": 8,
    r"test_nth_query\.py::test_a_service_is_done_whole": 60,
    # Every service with each of its texts spoilt.
    r"test_unfit_words\.py::": 24,
    r"test_meta\.py::.*\[": 24,
    # Each part of the demonstration by itself, which test_demo.py loads whole.
    r"::test_the_demonstrations?_": 6,
    # One promise after another broken by hand, and faults planted in the code.
    r"finds_the_row_that_breaks_it|otherwise_is_found|each_promise_finds": 8,
    r"test_a_broken_promise_of_|without_the_officers_authorisation_is_found": 4,
    r"test_planted_faults\.py::.*\[": 8,
    # Files, rules and tables of the returns by the hundred.
    r"tests/returns/(checking|hostile|others|cld_events)/": 8,
    r"tests/returns/rounds/": 4,
    r"tests/returns/test_(round_copies|published_copy|blank_file|pictures|command|corrected|told_twice)\.py": 4,
    r"tests/returns/test_odd_files\.py": 12,
    # The same act with one value after another.
    r"tests/(casework|verification|delegation)/.*\[": 4,
}

# Made first for these is a whole world, the whole demonstration or a whole round of a return, or a hundred councils are
# counted: seconds before anything is asked. They are in every run on PostgreSQL; on SQLite, where a developer waits for
# them, only in `run.py test --all`.
WHOLE_WORLDS = "|".join(
    (
        r"tests/proof/test_(?!machine.*short_run)",
        r"tests/permissions/.*::test_(a_|each_|the_rest|no_service|no_command|with_)",
        r"tests/verification/test_demo\.py|test_my_authority_answers_every_function|test_a_command_on_a_database_without",
        r"tests/returns/(rounds|cld_events|others)/test_(?!rules|collection|calendar)",
        r"tests/returns/test_(properties|two_ways|round_copies|odd_files)\.py",
    )
)


# On SQLite a developer waits for the everyday run, so of the journeys through the services every second is in it.
ON_SQLITE = {r"tests/(casework|verification|delegation)/": 2, r"tests/(casework|verification|delegation)/.*\[": 8}


def is_everyday(name: str, vendor: str) -> bool:
    """Whether a test of this name is in every run on a database of this vendor; the same on every machine."""
    if vendor == "sqlite" and re.search(WHOLE_WORLDS, name):
        return False
    families = FAMILIES | (ON_SQLITE if vendor == "sqlite" else {})
    one_in = max((number for part, number in families.items() if re.search(part, name)), default=1)
    return zlib.crc32(name.encode()) % one_in == 0
