"""What the pages of sampling read; each starts from the council or the worker who asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone

from casework.models import Person, PersonUserObjectPermission, PlanHand
from casework.selectors import plans_visible_to, readable
from delegation.models import Account, Organisation, Post, Worker
from delegation.services import WITHOUT_CASEWORK
from verification.models import AuditAction, AuditAnswer, CaseFileSample, SampledFile, SampleStratum

DRAWN = SampledFile.State.DRAWN
MOST_PEOPLE = 500


def hands_on(file: SampledFile) -> dict[int, str]:
    """The workers who acted on the file's plan, with what their hands did: they may not audit it. One query."""
    return dict(PlanHand.objects.filter(plan=file.plan_id).order_by("-id").values_list("worker_id", "hand"))


def samples_of(council: Organisation) -> QuerySet[CaseFileSample]:
    """The council's samples, the newest first, each with how many files were drawn and audited."""
    drawn = Count("files", filter=Q(files__state=DRAWN))
    audited = Count("files", filter=Q(files__state=DRAWN, files__audit__isnull=False))
    return (
        CaseFileSample.objects.filter(council=council)
        .select_related("drawn_by__worker")
        .annotate(drawn=drawn, audited=audited)
        .order_by("-number")
    )


def sample_of(council: Organisation, number: int) -> CaseFileSample | None:
    """One sample of the council; None where there is no such one."""
    return samples_of(council).filter(number=number).first()


@dataclass(frozen=True)
class StratumShown:
    """A stratum with the files drawn from it, in the order they were drawn."""

    stratum: SampleStratum
    files: Sequence[SampledFile]


def strata_shown(account: Account, sample: CaseFileSample) -> list[StratumShown]:
    """Every stratum of a sample with its files but the reserve, each saying whether its record is open. Two queries."""
    files = (
        SampledFile.objects.filter(sample=sample)
        .exclude(state=SampledFile.State.RESERVE)
        .select_related("plan", "auditor", "audit")
        .annotate(is_open=_is_readable(account, "plan__person"))
        .order_by("place")
    )
    strata = SampleStratum.objects.filter(sample=sample).select_related("provider")
    found = strata.prefetch_related(Prefetch("files", queryset=files, to_attr="shown"))
    return [StratumShown(stratum, stratum.shown) for stratum in found.order_by("provider__name", "outcome")]


def file_of(sample: CaseFileSample, ref: str) -> SampledFile | None:
    """A file the sample drew, by its plan's reference; None where it drew none such, or keeps it in reserve."""
    found = SampledFile.objects.filter(sample=sample, plan__ref=ref).exclude(state=SampledFile.State.RESERVE)
    return found.select_related(
        "sample__council", "stratum__provider", "plan__person", "plan__provider", "auditor", "audit__auditor"
    ).first()


def is_open_to(account: Account, file: SampledFile) -> bool:
    """Whether the record of the file may be read by this account."""
    return plans_visible_to(account).filter(pk=file.plan_id).exists()


def answers_of(file: SampledFile) -> dict[str, AuditAnswer]:
    """What was answered to each question, by its key."""
    return {answer.question: answer for answer in AuditAnswer.objects.filter(audit__file=file)}


def actions_of_file(file: SampledFile) -> list[AuditAction]:
    """The actions of a file, open ones first, then by day."""
    found = AuditAction.objects.filter(file=file).select_related("owner", "closed_by__worker")
    return list(found.order_by(_closed_last(), "due_on", "pk"))


def open_actions(account: Account, council: Organisation, most: int = 50) -> list[AuditAction]:
    """The council's open actions, the latest first: at most fifty, one range of one index.

    Each says whether its record is open to the account; of one that is not, a page tells nothing but the day.
    """
    found = AuditAction.objects.filter(council=council, closed_on=None)
    found = found.annotate(is_open=_is_readable(account, "file__plan__person"))
    return list(found.select_related("owner", "file__plan", "file__sample").order_by("due_on", "pk")[:most])


def actions_owned_by(worker: Worker) -> list[AuditAction]:
    """The open actions of one worker, of the council or of a provider; the first to fall due first."""
    found = AuditAction.objects.filter(owner=worker, closed_on=None)
    return list(found.select_related("council", "file__plan", "file__sample").order_by("due_on", "pk")[:MOST_PEOPLE])


def files_audited_by(worker: Worker, council: Organisation) -> list[SampledFile]:
    """The drawn files that wait for one worker's audit, the oldest sample first."""
    found = SampledFile.objects.filter(auditor=worker, sample__council=council, state=DRAWN, audit=None)
    found = found.select_related("plan", "sample", "stratum__provider").order_by("sample__number", "pk")
    return list(found[:MOST_PEOPLE])


def action_by_number(council: Organisation, pk: int) -> AuditAction | None:
    """An action of the council; None where there is no such one."""
    found = AuditAction.objects.filter(council=council, pk=pk)
    return found.select_related("owner", "file__plan__person", "file__sample__council", "file__auditor").first()


def possible_auditors(file: SampledFile, on: date) -> list[Worker]:
    """Those of the council today who see its casework and whose hands are not on the file; at most 500, by name."""
    posts = posts_of_auditors(file.sample.council, on)
    found = Worker.objects.filter(pk__in=posts.values("worker")).exclude(pk__in=hands_on(file))
    if file.plan.person.restricted:
        found = found.filter(pk__in=workers_named_to(file.plan.person))
    return list(found.order_by("name", "pk")[:MOST_PEOPLE])


def posts_of_auditors(council: Organisation, on: date) -> QuerySet[Post]:
    """The posts live on the day whose holders may be named to audit: those that see casework."""
    return Post.objects.live_on(on).filter(organisation=council).exclude(role__in=WITHOUT_CASEWORK)


def workers_named_to(person: Person) -> QuerySet[Any, int]:
    """The workers whose accounts a restricted record is open to. Source: UK GDPR Art 5(1)(f)."""
    grants = PersonUserObjectPermission.objects.filter(
        content_object=person, permission__codename="read_restricted_record", user__worker__isnull=False
    )
    return grants.values_list("user__worker", flat=True)


def possible_owners(file: SampledFile) -> list[tuple[int, str]]:
    """Those of the council and of the file's provider today, with where they work; at most 500, by name."""
    posts = Post.objects.live_on(timezone.localdate()).filter(
        organisation__in=[file.sample.council_id, file.plan.provider_id]
    )
    if file.plan.person.restricted:
        posts = posts.filter(worker__in=workers_named_to(file.plan.person))
    found = posts.select_related("worker", "organisation").order_by("worker__name", "pk")[:MOST_PEOPLE]
    return list({post.worker_id: f"{post.worker.name}, {post.organisation.name}" for post in found}.items())


def owner_by_number(file: SampledFile, pk: int) -> Worker | None:
    """One who may own an action of the file."""
    return Worker.objects.filter(pk=pk).first() if pk in dict(possible_owners(file)) else None


def _closed_last() -> Case:
    return Case(When(closed_on=None, then=Value(0)), default=Value(1))


def _is_readable(account: Account, person: str) -> Case:
    return Case(When(readable(account, person), then=Value(True)), default=Value(False))
