"""Case-file sampling, told to the proofs: a sample is drawn from a world's decided plans, and one file audited."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.services import restrict_record
from delegation.models import Account
from tests.registers.kit import Given, Page, Register, Service, Things
from verification.demo import BY_NUMBER, Storyteller, four_lines
from verification.models import AuditAction, CaseFileSample, FileAudit, SampledFile
from verification.sampling.auditing import raise_audit_action, save_file_audit
from verification.sampling.questions import QUESTIONS
from verification.sampling.rules import Answer
from verification.sampling.services import draw_sample, name_file_auditor

ANSWERS = {question.key: Answer("met") for question in QUESTIONS} | {"review": Answer("partly", "Late by a month.")}
WHOLE = {"answers": ANSWERS, "overall": "needs_improvement"}


def _drawn(here: Any, per_stratum: int) -> CaseFileSample:
    today = timezone.localdate()
    return draw_sample(
        by=here.accounts["dass"],
        council=here.council,
        from_day=today - timedelta(days=7),
        to_day=today,
        per_stratum=per_stratum,
    )


def _named(here: Any, file: SampledFile) -> SampledFile:
    return name_file_auditor(by=here.accounts["dass"], file=file, auditor=here.accounts["auditor"].worker)


def _audited(here: Any, file: SampledFile) -> FileAudit:
    return save_file_audit(by=here.accounts["auditor"], file=file, **WHOLE)


def _action(here: Any, file: SampledFile) -> AuditAction:
    return raise_audit_action(
        by=here.accounts["auditor"],
        file=file,
        question="review",
        what="Call the reviews that are late.",
        owner=here.accounts["providermanager"].worker,
        due_on=timezone.localdate(),
    )


def _restricted(here: Any, file: SampledFile) -> SampledFile:
    """The file, its record restricted to somebody in no column of the table."""
    by: Account = here.accounts["safeguarding"]
    restrict_record(by=by, person=file.plan.person.ref, because="Threats.", readers=[])
    return file


# -- the permission table ------------------------------------------------------------------------------------------


def furnish(here: Any, things: Things) -> Things:
    """For our own caseload: two plans funded, and a sample of one with the next in reserve, named to the auditor."""
    if here.council.key != "exampleshire" or CaseFileSample.objects.exists():
        return {}
    for number in (80, 81):
        Storyteller(here).funded(replace(BY_NUMBER[2], number=number), four_lines())
    sample = _drawn(here, 1)
    return {"sample": sample, "file": _named(here, sample.files.get(state="drawn"))}


def a_file(things: Things) -> Given:
    """A drawn file's address; of another's caseload, the address its plan would have in our sample."""
    return {"number": 1, "ref": things["file"].plan.ref if "file" in things else things["plan"].ref}


def _with_findings(world: Any, things: Things) -> Things:
    _audited(world.here, things["file"])
    return {}


def _with_action(world: Any, things: Things) -> Things:
    _audited(world.here, things["file"])
    return {"action": _action(world.here, things["file"])}


def _with_restriction(world: Any, things: Things) -> Things:
    return {"file": _restricted(world.here, things["file"])}


def _days(world: Any, plan: Any) -> Given:
    today = timezone.localdate()
    return {"from_day": (today - timedelta(days=7)).isoformat(), "to_day": today.isoformat()}


PAGES = {
    "verification:draw_sample": Page(typed=_days),
    "verification:sample": Page(named=lambda things: {"number": 1}),
    "verification:sampled_file": Page(
        kind="drawn file",
        named=a_file,
        typed=lambda world, plan: (
            {key: given.answer for key, given in ANSWERS.items()}
            | {"review_reason": "Late by a month.", "overall": "needs_improvement"}
        ),
    ),
    "verification:name_file_auditor": Page(
        kind="drawn file",
        named=a_file,
        typed=lambda world, plan: {"auditor": world.here.accounts["auditor"].worker_id},
    ),
    "verification:replace_drawn_file": Page(
        kind="drawn file",
        named=a_file,
        ready=_with_restriction,
        typed=lambda world, plan: {"because": "Nobody named to it is free."},
    ),
    "verification:raise_audit_action": Page(
        kind="drawn file",
        named=a_file,
        ready=_with_findings,
        typed=lambda world, plan: {
            "question": "review",
            "what": "Call the reviews.",
            "owner": world.here.accounts["providermanager"].worker_id,
            "due_on": timezone.localdate().isoformat(),
        },
    ),
    "verification:close_audit_action": Page(
        named=lambda things: {"pk": things["action"].pk if "action" in things else 0},
        ready=_with_action,
        typed=lambda world, plan: {"what_was_done": "The reviews are called."},
    ),
}


# -- the machine and the n-th query ----------------------------------------------------------------------------------


def populate(world: Any) -> None:
    """A sample of the world's decided plans, every file named to the auditor, one audited with an action."""
    sample = _drawn(world, 2)
    files = [_named(world, file) for file in sample.files.filter(state="drawn")]
    _action(world, _audited(world, files[0]).file)


def _some_file(arguments: Any, **such: Any) -> SampledFile:
    such = such or arguments.either({"state": "drawn"}, {"state": "reserve"}, {})
    found = SampledFile.objects.filter(**such).select_related("plan__person").order_by("pk")
    return arguments.one_of(list(found) or list(SampledFile.objects.order_by("pk")))


def _waiting(world: Any) -> Given:
    return {"file": SampledFile.objects.filter(state="drawn", audit=None).earliest("pk")}


def _to_replace(world: Any) -> Given:
    reserve = SampledFile.objects.filter(state="reserve").values("stratum")
    file = SampledFile.objects.filter(state="drawn", audit=None, stratum__in=reserve).select_related("plan__person")
    return {"file": _restricted(world, file.earliest("pk"))}


def _found(world: Any) -> Given:
    return {"file": SampledFile.objects.filter(audit__isnull=False).earliest("pk")}


SERVICES = {
    "draw_sample": Service(
        by="dass",
        given=lambda arguments: {
            "council": arguments.a_council(),
            "from_day": arguments.day(-30),
            "to_day": arguments.day(),
            "per_stratum": arguments.either(1, 0, -1, 51),
            "seed": arguments.either("", "7f3a", "with spaces", "é", "x" * 65),
        },
    ),
    "name_file_auditor": Service(
        by="dass",
        given=lambda arguments: {
            "file": _some_file(arguments),
            "auditor": arguments.either(arguments.world.worker("auditor"), arguments.a_worker()),
        },
        ready=lambda world: _waiting(world) | {"auditor": world.worker("head")},
    ),
    "replace_drawn_file": Service(
        by="auditor",
        given=lambda arguments: {"file": _some_file(arguments), "because": arguments.words()},
        ready=_to_replace,
    ),
    "save_file_audit": Service(
        by="auditor",
        given=lambda arguments: {
            "file": _some_file(arguments),
            "answers": arguments.either(
                ANSWERS,
                {},
                {"nothing asked": Answer("met")},
                ANSWERS | {"review": Answer("not_met", "")},
                ANSWERS | {"review": Answer("perhaps")},
            ),
            "overall": arguments.either("needs_improvement", "good", "splendid", ""),
            "remarks": arguments.words(),
        },
        ready=_waiting,
    ),
    "raise_audit_action": Service(
        by="auditor",
        given=lambda arguments: {
            "file": _some_file(arguments, **arguments.either({"audit__isnull": False}, {"state": "drawn"})),
            "question": arguments.either("review", "wellbeing", ""),
            "what": arguments.words(),
            "owner": arguments.either(arguments.world.worker("head"), arguments.a_worker()),
            "due_on": arguments.day(7),
        },
        ready=_found,
    ),
    "close_audit_action": Service(
        by="dass",
        given=lambda arguments: {
            "action": arguments.one_of(list(AuditAction.objects.order_by("pk"))),
            "what_was_done": arguments.words(),
        },
        ready=lambda world: {"action": AuditAction.objects.filter(closed_on=None).earliest("pk")},
    ),
}

REGISTER = Register(services=SERVICES, pages=PAGES, furnish=furnish, populate=populate)
