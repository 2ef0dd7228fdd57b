"""Who enquires: the council makes an enquiry or causes it to be made, and may name another where that one cannot go on.

Source: Care Act 2014 s.42(2); schedule, "Safeguarding: carrying out the enquiry".
"""

from datetime import date

from django.utils import timezone

from casework.models import SafeguardingConcern, SafeguardingEnquiry
from casework.refusals import refuse_faults
from casework.safeguarding.asking import ask, check_state, lock_concern
from casework.safeguarding.beginning import SUBJECT
from casework.safeguarding.enquirers import faults_of_enquirer, is_of_those_complained_of
from casework.safeguarding.moving import move
from casework.safeguarding.words import faults_of_day, faults_of_text
from delegation.authority import Permission
from delegation.models import Account, Organisation, Worker
from delegation.references import new_reference
from delegation.refusals import Fault
from delegation.register import act, keep, record

State = SafeguardingConcern.State


@act
def cause_enquiry(
    *,
    by: Account,
    concern: str,
    enquirer: Worker,
    organisation: Organisation,
    scope: str,
    due_on: date,
    despite_that_because: str = "",
) -> SafeguardingEnquiry:
    """Make an enquiry by the council's own worker, or cause a provider's named worker to make it.

    Nobody of the organisation complained of enquires unless the council's manager writes here why.
    Args: who enquires, for which organisation, into what, by which day.

    Raises:
        WrongState: no enquiry waits to be caused.
        NotKept: with every fault, among them that the one named is of those complained of and no reason is given.
    Source: Care Act 2014 s.42(2); schedule, "Safeguarding: carrying out the enquiry".
    """
    held = lock_concern(concern)
    permission = ask("cause_enquiry", held, by)
    check_state(held, "cause_enquiry")
    faults = faults_of_text(scope=scope)
    return _cause(permission, held, enquirer, organisation, scope, due_on, despite_that_because, faults)


@act
def name_another_enquirer(
    *,
    by: Account,
    concern: str,
    enquirer: Worker,
    organisation: Organisation,
    due_on: date,
    because: str,
    despite_that_because: str = "",
) -> SafeguardingEnquiry:
    """Name somebody else to go on with an enquiry that waits for its findings; what was asked stays as it was.

    Args: who enquires now, for which organisation, by which day, and why the one before does not go on.

    Raises:
        WrongState: nothing is being enquired into.
        NotKept: with every fault, among them that the one named enquires already.
    Source: Care Act 2014 s.42(2).
    """
    held = lock_concern(concern)
    permission = ask("name_another_enquirer", held, by)
    check_state(held, "name_another_enquirer")
    before = held.enquiries.select_related("enquirer").get(live=True)
    faults = faults_of_text(because=because)
    if before.enquirer_id == enquirer.pk:
        faults.append(Fault("enquirer", f"{enquirer} enquires already: choose somebody else."))
    before.live = False
    return _cause(
        permission,
        held,
        enquirer,
        organisation,
        before.scope,
        due_on,
        despite_that_because,
        faults,
        before=before,
        because=because.strip(),
    )


def _cause(
    permission: Permission,
    held: SafeguardingConcern,
    enquirer: Worker,
    organisation: Organisation,
    scope: str,
    due_on: date,
    despite_that_because: str,
    faults: list[Fault],
    *,
    before: SafeguardingEnquiry | None = None,
    because: str = "",
) -> SafeguardingEnquiry:
    """The enquiry caused, with all that must be true of whoever is named; the one before it is set aside."""
    by = permission.question.by
    complained_of = is_of_those_complained_of(held, enquirer, organisation)
    faults = [*faults, *faults_of_enquirer(held, enquirer, organisation)]
    faults += faults_of_text(optional={"despite_that_because": despite_that_because})
    faults += faults_of_day("due_on", due_on)
    if complained_of and not despite_that_because.strip():
        faults.append(
            Fault("despite_that_because", "They are of the organisation complained of: write why they enquire anyway.")
        )
    refuse_faults(faults, "The enquiry cannot be caused yet")
    if before:
        keep(before, by=by, why=because)
    caused = SafeguardingEnquiry(
        ref=new_reference("SE"),
        concern=held,
        enquirer=enquirer,
        organisation=organisation,
        scope=scope.strip(),
        due_on=due_on,
        is_of_those_complained_of=complained_of,
        despite_that_because=despite_that_because.strip() if complained_of else "",
        caused_on=timezone.localdate(),
        caused_by=by,
    )
    keep(caused, by=by, why=because or "caused")
    step = "enquiry" if before else "cause"
    move(held, step, to=State.UNDER_ENQUIRY, due_on=due_on, by=by, why=because or "enquiry caused")
    detail = {
        "enquiry": caused.ref,
        "enquirer": enquirer.pk,
        "organisation": organisation.key,
        "due": due_on,
        "of_those_complained_of": complained_of,
    }
    if before:
        detail["in_place_of"] = before.ref
    reason = because or caused.despite_that_because
    record(permission, subject_kind=SUBJECT, subject=held.ref, reason=reason, detail=detail)
    return caused
