"""The demonstration: invented people whose plans stand at every step, and one plan walked the whole way.

Everything goes through the services, so it stands in the register like anything else. Loading it again changes
nothing. NHS numbers begin with 999, which the NHS keeps for tests.
"""

from verification.demo.characters import BY_NUMBER, Character, read_characters
from verification.demo.details import (
    DAY_SUPPORT,
    HOME_SUPPORT,
    assessment_details,
    budget_of,
    four_lines,
    full_checklist,
    person_details,
    plan_details,
    reference_of,
)
from verification.demo.earlier import begin
from verification.demo.loading import (
    OWNED_REDS,
    load_assurance,
    load_registers,
    load_settings,
    load_signed_review,
    load_world,
    reds_of,
)
from verification.demo.stories import REFUSED, STORIES, WALKED, load_stories, walk
from verification.demo.storyteller import Storyteller

__all__ = [
    "BY_NUMBER",
    "DAY_SUPPORT",
    "HOME_SUPPORT",
    "OWNED_REDS",
    "REFUSED",
    "STORIES",
    "WALKED",
    "Character",
    "Storyteller",
    "assessment_details",
    "begin",
    "budget_of",
    "four_lines",
    "full_checklist",
    "load_assurance",
    "load_registers",
    "load_settings",
    "load_signed_review",
    "load_stories",
    "load_world",
    "person_details",
    "plan_details",
    "read_characters",
    "reds_of",
    "reference_of",
    "walk",
]
