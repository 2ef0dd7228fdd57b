"""What is tried in the demonstration and refused, one attempt for each register that would have none.

Each goes through the service like any other act, so the refusal stands in the register of acts and counts as evidence
on the Director's page. Nothing is changed by it.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casework.charging.services import decide_charge
from casework.complaints.services import sign_complaint_response
from casework.dols.services import refuse_dols_authorisation
from casework.grants.services import approve_grant
from casework.guardianship.applying import accept_guardianship_application
from casework.models import Charge, Complaint, DolsRequest, GrantApplication, Guardianship
from casework.safeguarding_board.services import record_board_report
from delegation.amhp.services import refuse_amhp
from delegation.contract.diligence import sign_due_diligence
from delegation.contract.workforce import set_workforce_minimum
from delegation.demo import DemoOrganisations
from delegation.information.ombudsman import answer_ombudsman_enquiry
from delegation.information.public import clear_public_reply
from delegation.models import Act, AmhpApproval, DueDiligence, OmbudsmanEnquiry, PublicEnquiry, ScheduleChange
from delegation.refusals import Refused
from delegation.registration.services import record_registration
from delegation.schedule_change.services import approve_schedule_change
from verification.sampling.services import draw_sample


@dataclass(frozen=True)
class Tried:
    """Who tries what: a service, and what it is given."""

    username: str
    service: Callable[..., Any]
    given: Callable[[DemoOrganisations], Mapping[str, Any]]


def _first(model: Any, **such: Any) -> Any:
    """The first row of a register that stands so."""
    return model.objects.filter(**such).order_by("pk")[0]


TRIED = (
    Tried("practitioner", refuse_amhp, lambda here: {"approval": _first(AmhpApproval), "reasons": "Too few."}),
    Tried(
        "providermanager",
        refuse_dols_authorisation,
        lambda here: {"request": _first(DolsRequest).ref, "because": "The home says she settles."},
    ),
    Tried(
        "providermanager",
        accept_guardianship_application,
        lambda here: {"guardianship": _first(Guardianship, state="received").ref},
    ),
    Tried(
        "practitioner",
        decide_charge,
        lambda here: {"charge": _first(Charge, state="calculated").ref, "weekly": Decimal("10.00"), "reasons": "Low."},
    ),
    Tried(
        "providermanager",
        sign_complaint_response,
        lambda here: {"complaint": _first(Complaint, signed_at=None).ref},
    ),
    Tried(
        "providermanager",
        answer_ombudsman_enquiry,
        lambda here: {"enquiry": _first(OmbudsmanEnquiry, closed_at=None).ref, "answer": "Our file is attached."},
    ),
    Tried("providermanager", clear_public_reply, lambda here: {"enquiry": _first(PublicEnquiry, sent_at=None).ref}),
    Tried(
        "practitioner",
        approve_grant,
        lambda here: {"grant": _first(GrantApplication).ref, "amount": Decimal("9000.00"), "reasons": "Needed."},
    ),
    Tried(
        "dass",
        sign_due_diligence,
        lambda here: {
            "diligence": _first(DueDiligence).ref,
            "valid_to": timezone.localdate(),
            "remarks": "For the strategic director.",
        },
    ),
    Tried(
        "providermanager",
        set_workforce_minimum,
        lambda here: {
            "council": here.council,
            "organisation": here.northgate,
            "role": "social_worker",
            "fte": Decimal("1.00"),
            "from_day": timezone.localdate(),
        },
    ),
    Tried(
        "providermanager",
        record_registration,
        lambda here: {
            "council": here.council,
            "worker": here.accounts["practitioner"].worker,
            "profession": "social_worker",
            "number": "SW999999",
            "live_from": timezone.localdate(),
        },
    ),
    Tried(
        "providermanager",
        draw_sample,
        lambda here: {
            "council": here.council,
            "from_day": timezone.localdate(),
            "to_day": timezone.localdate(),
            "per_stratum": 1,
        },
    ),
    Tried(
        "providermanager",
        record_board_report,
        lambda here: {
            "council": here.council,
            "year_ended": timezone.localdate().year,
            "published_on": timezone.localdate(),
            "published_where": "Our website",
        },
    ),
    Tried(
        "head",
        approve_schedule_change,
        lambda here: {"change": _first(ScheduleChange, state="proposed").ref, "reason": "Agreed at the board."},
    ),
)


def load(here: DemoOrganisations) -> None:
    """Try each once; loading again tries nothing that was refused before."""
    refused = Act.objects.filter(council=here.council, outcome=Act.Outcome.REFUSED)
    known = set(refused.values_list("verb", flat=True))
    for one in TRIED:
        if one.service.__name__ not in known:
            with suppress(Refused):
                one.service(by=here.accounts[one.username], **one.given(here))
