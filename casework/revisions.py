"""Two people on one plan: the second is told who changed what, and when, and loses nothing typed."""

from django.utils import timezone
from django.utils.formats import date_format

from casework.models import Person, SupportPlan
from delegation.refusals import Fault, StaleRevision


def refuse_stale(plan: SupportPlan, seen_revision: int) -> None:
    """Raise StaleRevision, naming who changed what since, unless the writer saw the plan as it now is.

    Args: the revision the writer's page was made from. The form keeps what was typed and carries the new revision.
    Source: P4, "Two people cannot unknowingly undo each other".
    """
    if seen_revision == plan.revision:
        return
    since = changes_since(plan, seen_revision)
    raise StaleRevision(
        f"Plan {plan.ref} was changed after you opened it: {'; '.join(since) or 'by another of your own windows'}. "
        "What you typed is still here. Read what changed, then save again.",
        faults=[Fault("seen_revision", each) for each in since],
    )


def changes_since(plan: SupportPlan, seen_revision: int) -> list[str]:
    """Who changed the plan after a revision, what and when, oldest first. One query.

    At most the last twenty, which is more than anybody reads.
    """
    entries = (
        plan.history.filter(revision__gt=seen_revision)
        .select_related("history_user__worker")
        .order_by("-revision")[:20]
    )
    told = []
    for entry in reversed(entries):
        who = str(entry.history_user) if entry.history_user else "somebody"
        when = date_format(timezone.localtime(entry.history_date), "j F Y, H:i")
        told.append(f"{who}, {when}: {entry.history_change_reason or 'changed'}")
    return told


def refuse_stale_record(person: Person, seen: int) -> None:
    """Raise StaleRevision, naming who corrected the record since, unless the writer saw its last correction.

    Args: the person, locked; `seen`, how many lines the record's history had when the writer opened it.
    """
    lines = person.history.count()
    if seen == lines:
        return
    newest = person.history.select_related("history_user__worker").order_by("-history_id")[
        : max(0, min(lines - seen, 20))
    ]
    since = [
        f"{entry.history_user or 'Somebody'}, "
        f"{date_format(timezone.localtime(entry.history_date), 'j F Y, H:i')}: {entry.history_change_reason}"
        for entry in reversed(newest)
    ]
    faults = [Fault("revision", each) for each in since]
    raise StaleRevision("The record was corrected after you opened it.", faults=faults)
