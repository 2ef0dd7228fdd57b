"""The board of the demonstration: its members, last year's report, one referral decided, one waiting and one late.

Everything goes through the services. Loading it again changes nothing.
"""

from datetime import date, timedelta

from django.utils import timezone

from casework.demo_people import Invented, somebody
from casework.models import BoardMember, ReviewReferral, SafeguardingConcern
from casework.safeguarding_board.rules import year_to_report_on
from casework.safeguarding_board.services import (
    decide_review,
    record_board_member,
    record_board_report,
    refer_for_review,
)
from delegation.demo import DemoOrganisations
from delegation.register import whole

MEMBERS = (
    ("Rosalind Pike", "Independent", "chair"),
    ("Imogen Clarke", "Exampleshire Council", "local_authority"),
    ("Dr Owen Teal", "Exampleshire Integrated Care Board", "integrated_care_board"),
    ("Supt Nadia Ferris", "Exampleshire Police", "police"),
    ("Gwen Hale", "Exampleshire Fire and Rescue", "other"),
)


# Whose case was referred and is not decided.
LATE = Invented(
    identifier="BOARD-1", first_name="Marjorie", last_name="Quill", date_of_birth=date(1946, 3, 11), gender="Female"
)


def begin(here: DemoOrganisations) -> None:
    """On an earlier day: a referral that the council does not decide by its own target."""
    if ReviewReferral.objects.filter(council=here.council).exists():
        return
    with whole():
        refer_for_review(
            by=here.accounts["safeguarding"],
            person=somebody(here, LATE).ref,
            why="Found after three days on the floor; the home care visits had been cancelled by telephone.",
        )


def load(here: DemoOrganisations) -> None:
    """The board, made once, after the concerns of the demonstration."""
    if BoardMember.objects.filter(council=here.council).exists():
        return
    with whole():
        _load(here)


def _load(here: DemoOrganisations) -> None:
    manager, director, council = here.accounts["safeguarding"], here.accounts["dass"], here.council
    for name, body, seat in MEMBERS:
        given = {"name": name, "body": body, "seat": seat, "from_day": date(2024, 4, 1)}
        record_board_member(by=director, council=council, **given)  # type: ignore[arg-type]
    year = year_to_report_on(timezone.localdate())
    record_board_report(
        by=manager,
        council=council,
        year_ended=year,
        published_on=date(year, 10, 1) + timedelta(days=8),
        published_where="The council’s website, Safeguarding Adults Board, annual reports",
    )
    concerns = SafeguardingConcern.objects.filter(council=council, state__in=("closed", "under_enquiry"))
    for concern in concerns.select_related("person").order_by("-pk")[:2]:
        referral = refer_for_review(
            by=manager,
            person=concern.person.ref,
            concern=concern.ref,
            why="Four bodies knew of it and none told another.",
        )
        if concern.state == "closed":
            decide_review(
                by=director,
                referral=referral.ref,
                has_needs=True,
                worked_together_badly=True,
                died_of_abuse=False,
                alive_after_serious_abuse=False,
                decision="discretionary",
                reasons="The harm was not serious; there is something to learn of how the bank and we work together.",
            )
