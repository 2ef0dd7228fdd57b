"""Making the n-th statement of a service fail, and seeing what it left: all of it, or nothing."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, OperationalError, connection
from django.utils import timezone

from casework.models import SupportPlan
from casework.services.contacts import record_contact
from delegation.models import Account
from tests.proof.worlds import World
from verification.demo import full_checklist
from verification.services.urgent import start_urgent_support
from verification.services.verifying import complete_checklist, raise_finding

AT_COMMIT = -1
KINDS: tuple[type[BaseException], ...] = (OperationalError, IntegrityError, SystemExit)
OF_A_SAVEPOINT = ("SAVEPOINT ", "RELEASE SAVEPOINT ", "ROLLBACK TO SAVEPOINT ")
# A column that sets itself, or a sequence, may differ without anything having been done.
NOT_CASEWORK = ("django_", "sqlite_", "auth_permission")


class Counting:
    """Counts statements, and raises at one of them.

    Where the try itself stands in a transaction (PostgreSQL), the service's own transaction is a savepoint: its first
    and last statement stand for BEGIN and COMMIT, which no cursor executes, and are not counted.
    """

    def __init__(self, fail_at: int = 0, error: BaseException | None = None) -> None:
        self.count, self.fail_at, self.error, self.failed = 0, fail_at, error, False
        self._outermost = len(connection.savepoint_ids) if connection.in_atomic_block else None

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(OF_A_SAVEPOINT) and len(connection.savepoint_ids) == self._outermost:
            return execute(sql, params, many, context)
        self.count += 1
        if self.count == self.fail_at and self.error is not None:
            self.failed = True
            raise self.error
        return execute(sql, params, many, context)


@contextmanager
def failing(at: int, error: BaseException) -> Iterator[Counting]:
    """The statement in place `at` fails, or the commit does."""
    counting = Counting(at, error)
    commit = connection._commit  # type: ignore[attr-defined]

    def fail() -> None:
        counting.failed = True
        raise error

    try:
        if at == AT_COMMIT:
            connection._commit = fail  # type: ignore[attr-defined]
        with connection.execute_wrapper(counting):
            yield counting
    finally:
        connection._commit = commit  # type: ignore[attr-defined]


def everything_kept() -> str:
    """A hash over all that is kept, so that the smallest thing left behind shows.

    On SQLite over the bytes of the database; on PostgreSQL over every row of every table.
    """
    if connection.vendor == "sqlite":
        return hashlib.sha256(connection.connection.serialize()).hexdigest()
    digest = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if not table.startswith(NOT_CASEWORK):
                cursor.execute(f'SELECT * FROM "{table}"')
                rows = sorted(repr(row) for row in cursor.fetchall())
                digest.update("\n".join([table, *rows]).encode())
    return digest.hexdigest()


# -- what some services need before they can be done -------------------------------------------------------------------


def _finding(world: World, plan: SupportPlan) -> None:
    raise_finding(plan=plan.ref, by=world.accounts["verifier"], line_key="L1", reason="Why seven visits?")


def _checklist(world: World, plan: SupportPlan) -> None:
    complete_checklist(plan=plan.ref, by=world.accounts["verifier"], answers=full_checklist(plan.ref))


def _urgent(world: World, plan: SupportPlan) -> None:
    start_urgent_support(
        plan=plan.ref, by=world.accounts["dass"], weekly=100, reason="Tonight", starts_on=timezone.localdate()
    )


def a_concern(world: World, person: str) -> None:
    """A safeguarding concern before the council."""
    record_contact(
        by=world.accounts["practitioner"],
        person=person,
        made_on=timezone.localdate(),
        made_by="Neighbour",
        route_of_access="Community or other route",
        summary="Heard shouting.",
        outcome="clinic",
        safeguarding_concern="Bruises on both arms.",
    )


BEFORE: dict[str, Callable[[World, SupportPlan], None]] = {
    "withdraw_finding": _finding,
    "return_plan_to_provider": _finding,
    "recommend_plan": _checklist,
    "end_urgent_support": _urgent,
}

# In which state a service is tried, where the first of its states would not do.
STATE_FOR = {
    "send_to_quality_assurance": "agreed_with_person",
    "agree_plan_with_person": "draft",
    "answer_finding": "returned_to_provider",
    "end_urgent_support": "draft",
    "start_urgent_support": "draft",
    "record_death_or_move": "active",
    "transfer_plan_to_worker": "draft",
    "withdraw_plan": "draft",
    "end_package": "active",
    "reopen_plan": "refused",
    "amend_plan": "draft",
    "add_line": "draft",
    "change_line": "draft",
    "remove_line": "draft",
    "explain_need": "draft",
    "set_personal_budget": "draft",
}

# Who does it, where the way names several or none.
BY = {
    "appoint_to_post": "dass",
    "award_package": "broker",
    "change_own_password": "practitioner",
    "end_cover": "dass",
    "end_urgent_support": "dass",
    "escalate_funding_decision": "teammanager",
    "record_change_decision": "dass",
    "record_envelope_decision": "dass",
    "record_funding_decision": "dass",
    "refuse_funding": "dass",
    "return_from_funding": "dass",
    "reopen_plan": "dass",
    "end_package": "dass",
    "start_urgent_support": "dass",
    "set_guide_price": "broker",
    "set_urgent_amount": "dass",
    "authorise_function": "dass",
    "revoke_authorisation": "dass",
    "set_financial_limit": "dass",
    "give_cover": "dass",
    "sign_assurance_review": "dass",
    "raise_assurance_exception": "auditor",
    "close_assurance_exception": "dass",
}
BY_ROLE = {
    "practitioner": "practitioner",
    "quality_assurer": "quality",
    "provider_manager": "providermanager",
    "verifier": "verifier",
    "broker": "broker",
    "safeguarding_manager": "safeguarding",
    "team_manager": "teammanager",
}


def fresh(account: Account) -> Account:
    """The account as a new request would load it."""
    return Account.objects.select_related("worker").get(pk=account.pk)
