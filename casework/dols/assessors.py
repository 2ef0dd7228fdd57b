"""The council's list of assessors: entered, and kept as their facts change. Source: SI 2008/1858 regs 3-9."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from casework.asking import question
from casework.details import field_faults
from casework.dols.details import AssessorDetails
from casework.dols.registered import faults_of_worker
from casework.models import DolsAssessor
from casework.refusals import refuse_faults
from delegation.authority import permit
from delegation.models import Account, Organisation
from delegation.references import new_reference
from delegation.refusals import Fault, NotFound, NothingSaid
from delegation.register import act, keep, record

KIND = "dols_assessor"
FIELDS = [name for name in AssessorDetails.__dataclass_fields__ if name not in ("employer", "worker")]
CHANGED = ("worker", "insured_until", "further_training_on", "section_12_until", "is_amhp", "suspended_on")


@act
def enter_dols_assessor(*, by: Account, council: Organisation, details: AssessorDetails) -> DolsAssessor:
    """Enter somebody whom the council is satisfied may assess, with the facts it was satisfied by.

    Of somebody known here the name is their own, and registration and approval as an AMHP are asked of the registers,
    now and on the day of each assessment.
    """
    asked = question("enter_dols_assessor", by, council, subject_kind=KIND, subject="")
    permission = permit(asked)
    assessor = DolsAssessor(
        ref=new_reference("DA"),
        council=council,
        entered_at=timezone.now(),
        entered_by=by,
        **{name: getattr(details, name) for name in AssessorDetails.__dataclass_fields__},
    )
    if assessor.worker:
        assessor.name, assessor.is_amhp, assessor.suspended_on = assessor.worker.name, False, None
    faults = _faults(assessor)
    refuse_faults(faults or faults_of_worker(assessor, timezone.localdate()), "This assessor cannot be entered")
    keep(assessor, by=by, why="entered")
    record(permission, subject_kind=KIND, subject=assessor.ref, detail={"profession": assessor.profession})
    return assessor


@act
def update_dols_assessor(*, by: Account, assessor: str, changes: Mapping[str, Any], reason: str) -> DolsAssessor:
    """Note later training, insurance or approval of an assessor, or that they are suspended, with the reason.

    Args: of `changes`, only what may change: who of those known here it is, insurance, further training, section 12,
        and of somebody not known here AMHP and suspension.
    """
    held = _lock(assessor)
    permission = permit(question("update_dols_assessor", by, held.council, subject_kind=KIND, subject=held.ref))
    if not reason.strip():
        raise NothingSaid("Write what shows it.")
    strange = [Fault(name, "This is not changed here.") for name in sorted(set(changes) - set(CHANGED))]
    refuse_faults(strange, "Nothing was changed")
    if held.worker and "worker" in changes and changes["worker"] != held.worker:
        refuse_faults([Fault("worker", f"It is {held.worker}, who is known here.")], "Nothing was changed")
    for name, value in changes.items():
        setattr(held, name, value)
    faults = _faults(held)
    if held.worker:
        held.name, held.is_amhp, held.suspended_on = held.worker.name, False, None
        faults = faults or faults_of_worker(held, timezone.localdate())
    refuse_faults(faults, "This cannot be kept")
    keep(held, by=by, why=reason.strip())
    record(permission, subject_kind=KIND, subject=held.ref, reason=reason.strip(), detail={"fields": sorted(changes)})
    return held


def _lock(ref: str) -> DolsAssessor:
    try:
        return DolsAssessor.objects.select_for_update(of=("self",)).select_related("council").get(ref=ref)
    except DolsAssessor.DoesNotExist:
        raise NotFound(f"There is no assessor {ref}.") from None


def _faults(assessor: DolsAssessor) -> list[Fault]:
    faults = field_faults(assessor, FIELDS)
    if not assessor.name.strip():
        others = [fault for fault in faults if fault.path != "name"]
        faults = [Fault("name", "Choose somebody known here, or write the name."), *others]
    today = timezone.localdate()
    for name in ("registered_on", "certificate_on", "training_on", "further_training_on", "suspended_on"):
        if (day := getattr(assessor, name)) and day > today:
            faults.append(Fault(name, "This day is not yet past."))
    return faults
