"""The demonstration of after-care: one that goes on, one ended by both bodies, one late, one that neither ends alone.

Everything goes through the services, so what was refused stands in the register too. Loading again changes nothing.
"""

from contextlib import suppress
from datetime import date, timedelta

from django.utils import timezone

from casework.aftercare.services import end_aftercare, record_aftercare, record_board_decision
from casework.demo_people import Invented, somebody
from casework.models import AfterCare
from casework.refusals import NotKept
from delegation.demo import DemoOrganisations
from delegation.register import whole

BOARD = "Exampleshire Integrated Care Board"
PEOPLE = tuple(
    Invented(identifier=f"AFTERCARE-{number}", first_name=first, last_name=last, date_of_birth=born, gender=gender)
    for number, (first, last, born, gender) in enumerate(
        (
            ("Rhys", "Penhale", date(1982, 6, 21), "Male"),
            ("Agnes", "Tully", date(1959, 10, 4), "Female"),
            ("Samir", "Haddad", date(1974, 2, 16), "Male"),
            ("Wendy", "Quick", date(1966, 7, 28), "Female"),
        ),
        1,
    )
)
NEEDS = "Supported housing and a weekly visit, for needs that come from the disorder he or she was detained for."


def load(here: DemoOrganisations) -> None:
    """Four people's after-care, made once."""
    if AfterCare.objects.filter(council=here.council).exists():
        return
    head, since = here.accounts["head"], timezone.localdate() - timedelta(days=400)
    with whole():
        _, over, asked_alone, late = (
            record_aftercare(
                by=here.accounts["practitioner"],
                person=somebody(here, who).ref,
                from_day=since,
                needs=NEEDS,
                icb_name=BOARD,
            ).ref
            for who in PEOPLE
        )
        decided_on = timezone.localdate() - timedelta(days=9)
        record_board_decision(by=head, aftercare=over, decided_on=decided_on, signed_by="Dr Helen Voss, for the board")
        long_ago = timezone.localdate() - timedelta(days=40)
        record_board_decision(by=head, aftercare=late, decided_on=long_ago, signed_by="Dr Helen Voss, for the board")
        end_aftercare(by=head, aftercare=over, because="Well for two years without it; the person agrees.")
    with suppress(NotKept):  # the register keeps that the council would have ended it alone, and could not
        end_aftercare(by=head, aftercare=asked_alone, because="The placement is dear.")
