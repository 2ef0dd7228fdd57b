"""Nobody is named as an AMHP who is not approved on the day: what an application under the Act asks before it is made.

Source: Mental Health Act 1983 ss.13 and 114; SI 2008/1206 regs 6 and 7.
"""

from datetime import date

from django.utils import timezone

from delegation.amhp.selectors import amhp_in_force
from delegation.models import AmhpApproval, Organisation, Worker
from delegation.refusals import NotQualified
from delegation.wording import long_day


def refuse_unless_amhp_in_force(
    worker_or_ref: Worker | str, council: Organisation, on: date | None = None
) -> AmhpApproval:
    """The approval that is in force on the day for this council, or the refusal of whoever has none.

    Raises: NotQualified, without saying which of a lapse, a suspension or an end it is.
    """
    day = on or timezone.localdate()
    approval = amhp_in_force(worker_or_ref, council, day)
    if approval is None:
        raise NotQualified(
            f"Nobody is named as an approved mental health professional without an approval in force for {council} on "
            f"{long_day(day)} (Mental Health Act 1983 s.114; SI 2008/1206 regs 6 and 7).",
            at="amhp",
        )
    return approval
