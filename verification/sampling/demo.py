"""The demonstration's sample: what was decided this week, half of it audited, and two actions of which one is late."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from delegation.demo import DemoOrganisations
from delegation.models import Account, Worker
from delegation.register import keep, whole
from verification.models import AuditAction, CaseFileSample, SampledFile
from verification.sampling.auditing import raise_audit_action, save_file_audit
from verification.sampling.questions import QUESTIONS
from verification.sampling.rules import Answer
from verification.sampling.services import draw_sample, name_file_auditor

PER_STRATUM = 2
DAYS = timedelta(days=30)
LATE = timedelta(days=7)
# A seed told beforehand, so that every demonstration of one day draws by the same chance.
SEED = "demonstration"
MET = {question.key: Answer("met") for question in QUESTIONS} | {
    key: Answer("does_not_apply") for key in ("carer", "advocacy", "safeguarding", "direct_payment")
}
NOT_MET: Mapping[str, Answer] = {
    "written_record": Answer("not_met", "No copy of the assessment was sent; the file has no note of one."),
    "how_far_eligible": Answer("partly", "Said for four of the six needs."),
}


def load(here: DemoOrganisations) -> None:
    """Draw the sample and audit half of it, once; loading again changes nothing."""
    if CaseFileSample.objects.filter(council=here.council).exists():
        return
    with whole():
        today, director = timezone.localdate(), here.accounts["dass"]
        sample = draw_sample(
            by=director,
            council=here.council,
            from_day=today - DAYS,
            to_day=today,
            per_stratum=PER_STRATUM,
            seed=SEED,
        )
        drawn = sample.files.filter(state=SampledFile.State.DRAWN).select_related("plan").order_by("pk")
        for place, file in enumerate(drawn):
            who = ("auditor", "auditor", "returns")[place % 3]
            name_file_auditor(by=director, file=file, auditor=_worker(here, who))
        _audit(here, [file for place, file in enumerate(drawn) if place % 3 < 2][: (len(drawn) + 1) // 2])


def _audit(here: DemoOrganisations, files: list[SampledFile]) -> None:
    """The first with something not met, and two actions from it; the others whole."""
    auditor = here.accounts["auditor"]
    for place, file in enumerate(files):
        answers = {**MET, **({} if place else NOT_MET)}
        overall = "good" if place else "needs_improvement"
        save_file_audit(by=auditor, file=file, answers=answers, overall=overall)
    _act_on(here, auditor, files[0])


def _act_on(here: DemoOrganisations, auditor: Account, file: SampledFile) -> None:
    today = timezone.localdate()
    late = raise_audit_action(
        by=auditor,
        file=file,
        question="written_record",
        what="Send the written record, and say how each one will be sent from now on.",
        owner=_worker(here, "providermanager"),
        due_on=today,
    )
    _make_late(late, auditor)
    raise_audit_action(
        by=auditor,
        file=file,
        question="how_far_eligible",
        what="Add to the plan’s checklist that each need says how far it is eligible.",
        owner=_worker(here, "head"),
        due_on=today + DAYS,
    )


def _make_late(action: AuditAction, by: Account) -> None:
    """No service makes a day past: the demonstration does, and says so in the action's history."""
    action.raised_on, action.due_on = action.raised_on - 2 * LATE, action.due_on - LATE
    keep(action, by=by, why="The demonstration shows an action past its day.")


def _worker(here: DemoOrganisations, username: str) -> Worker:
    return Worker.objects.get(accounts=here.accounts[username])
