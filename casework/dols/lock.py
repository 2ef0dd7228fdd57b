"""One request under lock: who may act on it, where it stands, and its move along the procedure."""

from datetime import date

from django.utils import timezone

from casework.asking import question
from casework.dols.flows import STEP_OF, DolsFlow
from casework.dols.rules import STATES, falls_due, urgent_until
from casework.models import DolsAuthorisation, DolsRequest
from delegation import route
from delegation.authority import Permission, permit
from delegation.models import Account
from delegation.refusals import NotFound, WrongState
from delegation.register import keep
from delegation.wording import tidy_name

KIND = "dols"


def lock_request(ref: str) -> DolsRequest:
    """The request of this reference, locked until the transaction ends. Raises NotFound."""
    requests = DolsRequest.objects.select_for_update(of=("self",))
    try:
        return requests.select_related("council", "person", "managing_authority").get(ref=ref)
    except DolsRequest.DoesNotExist:
        raise NotFound(f"There is no request {ref}.") from None


def ask(verb: str, held: DolsRequest, by: Account) -> Permission:
    """Permission for an act on the locked request, or the guard's refusal.

    Whoever made one of its assessments does not sign the decision.
    """
    hands = assessors_hands(held, by) if verb in SIGNED else {}
    return permit(question(verb, by, held.council, subject_kind=KIND, subject=held.ref, hands=hands))


SIGNED = frozenset({"grant_dols_authorisation", "refuse_dols_authorisation"})


def assessors_hands(held: DolsRequest, by: Account) -> dict[int, str]:
    """The workers who assess this person, where an assessor also works here, by their account or by their name.

    One query.
    """
    assessors = list(held.assessments.values_list("assessor__worker", "assessor__name"))
    hands = {worker for worker, _ in assessors if worker is not None}
    if by.worker and tidy_name(by.worker.name) in {tidy_name(name) for _, name in assessors}:
        hands.add(by.worker.pk)
    return dict.fromkeys(hands, "assessor")


def check_state(held: DolsRequest, *states: str) -> None:
    """Raise WrongState unless the request stands in one of these states."""
    if held.state not in states:
        raise WrongState(f"Request {held.ref} stands at “{STATES[held.state]}”. This is not the step for it.")


def urgent_last_day(held: DolsRequest) -> date | None:
    """The last day of the urgent authorisation, where there is one."""
    if held.urgent_on is None or held.urgent_days is None:
        return None
    return urgent_until(held.urgent_on, held.urgent_days, held.extended_by_days)


def set_due(held: DolsRequest, authorisation: DolsAuthorisation | None = None) -> None:
    """Work out the day on which the request next falls due."""
    held.due_on = falls_due(
        held.state,
        received_on=held.received_on,
        urgent_last_day=urgent_last_day(held),
        to_day=authorisation.to_day if authorisation else None,
        suspended_on=held.suspended_on,
    )


def move(held: DolsRequest, to: str, *, by: Account, why: str, authorisation: DolsAuthorisation | None = None) -> None:
    """Bring the locked request to a state: saved once with its history, and its procedure moved on."""
    step, held.state = STEP_OF[held.state], to
    set_due(held, authorisation)
    keep(held, by=by, why=why)
    route.finish(DolsFlow, KIND, held.ref, step, state=to, by=by)


def decided(held: DolsRequest, by: Account) -> None:
    """Note when and by whom the council decided."""
    held.decided_at, held.decided_by = timezone.now(), by
