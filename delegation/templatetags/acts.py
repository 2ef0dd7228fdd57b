"""The words and colours of acts, functions and refusals, and the accounts of a demonstration."""

import re
from typing import Any

from django import template

from delegation.assurance import WORDS
from delegation.demo import DEMO_PASSWORD, PEOPLE
from delegation.guarded import OVERSEERS, title_of_act
from delegation.schedule import FUNCTIONS, POWERS, ROLES

register = template.Library()

POSITIONS = {
    "retained": ("Kept by the council", "purple"),
    "delegable": ("May be authorised", "green"),
    "conditional": ("Only on conditions", "yellow"),
    "not_stated": ("Not stated", "grey"),
}
OUTCOMES = {"exercised": "green", "refused": "red", "read": "grey", "noted": "blue"}
WAYS = (
    ("delegation:me", "My authority"),
    ("delegation:why", "Why can’t I do this?"),
    ("delegation:schedule", "Schedule"),
    ("delegation:organisations", "Organisations"),
    ("delegation:workforce", "Workforce"),
)
WAYS_OF_THE_COUNCIL = (
    ("delegation:procedures", "Procedures"),
    ("delegation:limits", "Financial limits"),
    ("delegation:cover", "Cover"),
)
WAYS_OF_A_PROVIDER = (
    ("delegation:foi_requests", "Freedom of information"),
    ("delegation:ombudsman_enquiries", "Ombudsman"),
    ("delegation:rest_centres", "Rest centres"),
)
# Of a provider's people only those who take in what the press and members ask.
WAYS_OF_LIAISON = (("delegation:public_enquiries", "Press and members"),)
WAYS_OF_OVERSIGHT = (("delegation:assurance", "Assurance"),)
OF_THE_COUNCIL = (("dass", "dass"), ("administrator", "administrator"))


@register.filter
def verb(said: str) -> str:
    """A service's name, or a kind, in words: "Open organisation"."""
    return title_of_act(said)


@register.filter
def refusal_in_words(name: str) -> str:
    """A refusal's name in words: "Beyond limit"."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()


@register.filter
def subject_in_words(subject: str) -> str:
    """A subject made of keys in words, "northgate: carer assessment"; a public reference as it is."""
    return subject.replace(":", ": ").replace("_", " ")


@register.filter
def function_title(key: str) -> str:
    """The title of a function by its key; the key itself where the schedule no longer has it."""
    return FUNCTIONS[key].title if key in FUNCTIONS else key


@register.filter
def role_title(key: str) -> str:
    """The title of a role."""
    return ROLES[key].title if key in ROLES else key


@register.filter
def power_title(key: str) -> str:
    """The power an authorisation rests on."""
    title = POWERS.get(key, key)
    return title[:1].upper() + title[1:]


@register.inclusion_tag("govuk/tag.html")
def position(key: str) -> dict[str, str]:
    """Where a function stands, as a tag."""
    text, colour = POSITIONS[key]
    return {"text": text, "colour": colour}


@register.inclusion_tag("govuk/tag.html")
def evidence(key: str) -> dict[str, str]:
    """What the evidence of a function comes to, as a tag."""
    return {"text": WORDS[key], "colour": {"amber": "yellow", "none": "grey"}.get(key, key)}


@register.inclusion_tag("govuk/tag.html")
def outcome(key: str) -> dict[str, str]:
    """How an act came out, as a tag."""
    return {"text": key.capitalize(), "colour": OUTCOMES[key]}


@register.inclusion_tag("delegation/ways.html", takes_context=True)
def authority_pages(context: dict[str, Any]) -> dict[str, object]:
    """The pages about authority, in a line: those of the council's own affairs only for its staff."""
    place = context.get("place")
    of_the_side = WAYS_OF_THE_COUNCIL if place and place.is_council_staff else WAYS_OF_A_PROVIDER if place else ()
    liaises = place and not place.is_council_staff and place.provider_roles & FUNCTIONS["press_liaison"].provider_roles
    of_liaison = WAYS_OF_LIAISON if liaises else ()
    of_oversight = WAYS_OF_OVERSIGHT if place and place.council_roles & OVERSEERS else ()
    return {"ways": (*WAYS, *of_the_side, *of_liaison, *of_oversight), "request": context.get("request")}


@register.inclusion_tag("delegation/demo_accounts.html")
def demo_accounts() -> dict[str, object]:
    """Every account of the demonstration with its role, and their one password."""
    people = [(username, role) for username, _, _, role in PEOPLE] + list(OF_THE_COUNCIL)
    council = [(name, ROLES[role].title) for name, role in people if ROLES[role].side == "council"]
    provider = [(name, ROLES[role].title) for name, role in people if ROLES[role].side == "provider"]
    return {"password": DEMO_PASSWORD, "groups": {"Of the council": council, "Of the providers": provider}}
