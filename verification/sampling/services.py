"""Draws a sample of case files, names who audits each, and replaces a file whose record nobody there may read.

Source: Care Act 2014 s.79(6); UK GDPR Art 5(1)(f) for restricted records.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from delegation.authority import Permission, permit
from delegation.guarded import ACTS
from delegation.models import Account, Organisation, Worker
from delegation.refusals import NotFound, NothingSaid
from delegation.register import act, keep, keep_changed, keep_many, record
from verification.models import CaseFileSample, SampledFile, SampleStratum
from verification.refusals import CannotAudit, NotDrawn
from verification.sampling.population import decided_between, last_decided
from verification.sampling.rules import Stratum, drawn_from, faults_of_draw, hash_of_population, strata_of
from verification.sampling.selectors import hands_on, posts_of_auditors, workers_named_to

SEED_BYTES = 8


@act
def draw_sample(
    *, by: Account, council: Organisation, from_day: date, to_day: date, per_stratum: int, seed: str = ""
) -> CaseFileSample:
    """Draw case files by chance from all on whose money the council decided between two days.

    Args:
        per_stratum: files of each provider and outcome; as many again are kept in reserve, in their order.
        seed: letters and digits, to draw a sample again; a new one where left out.

    Raises:
        NotDrawn: the days, the number or the seed cannot stand, or nothing was decided.
    """
    permission = permit(ACTS["draw_sample"].question(by=by, council=council, on=timezone.localdate()))
    Organisation.objects.select_for_update(no_key=True).get(pk=council.pk)  # two samples are numbered in turn
    seed = seed or secrets.token_hex(SEED_BYTES)
    if faults := faults_of_draw(from_day, to_day, per_stratum, seed, timezone.localdate()):
        raise NotDrawn(" ".join(faults))
    strata = strata_of(decided_between(council, from_day, to_day))
    if not strata:
        raise NotDrawn("No plan was decided on between these days, so there is nothing to draw from.")
    last = CaseFileSample.objects.filter(council=council).order_by("-number").values_list("number", flat=True).first()
    sample = CaseFileSample.objects.create(
        council=council,
        number=(last or 0) + 1,
        from_day=from_day,
        to_day=to_day,
        per_stratum=per_stratum,
        seed=seed,
        population=sum(len(refs) for refs in strata.values()),
        population_hash=hash_of_population(strata),
        drawn_at=timezone.now(),
        drawn_by=by,
    )
    _keep_draw(sample, strata, by)
    _record_draw(permission, sample, strata)
    return sample


def _keep_draw(sample: CaseFileSample, strata: Mapping[Stratum, Sequence[str]], by: Account) -> None:
    """The strata with their counts, and the files drawn from each, the reserve after them."""
    providers = dict(Organisation.objects.filter(key__in={key for key, _ in strata}).values_list("key", "pk"))
    rows = {
        stratum: SampleStratum(
            sample=sample, provider_id=providers[stratum[0]], outcome=stratum[1], population=len(refs)
        )
        for stratum, refs in strata.items()
    }
    SampleStratum.objects.bulk_create(rows.values())
    drawn = {
        stratum: drawn_from(refs, seed=sample.seed, stratum=stratum, wanted=2 * sample.per_stratum)
        for stratum, refs in strata.items()
    }
    decided = last_decided([ref for refs in drawn.values() for ref in refs], sample.from_day, sample.to_day)
    files = [
        SampledFile(
            sample=sample,
            stratum=rows[stratum],
            plan_id=decided[ref][0],
            place=place,
            decided_on=decided[ref][1],
            state=SampledFile.State.DRAWN if place <= sample.per_stratum else SampledFile.State.RESERVE,
        )
        for stratum, refs in drawn.items()
        for place, ref in enumerate(refs, 1)
    ]
    keep_many(files, by=by, why="draw_sample")


def _record_draw(permission: Permission, sample: CaseFileSample, strata: Mapping[Stratum, Sequence[str]]) -> None:
    counts = {":".join(stratum): len(refs) for stratum, refs in strata.items()}
    record(
        permission,
        subject_kind="case_file_sample",
        subject=subject_of(sample),
        detail={
            "from": sample.from_day,
            "to": sample.to_day,
            "per_stratum": sample.per_stratum,
            "seed": sample.seed,
            "population": counts,
            "population_hash": sample.population_hash,
        },
    )


@act
def name_file_auditor(*, by: Account, file: SampledFile, auditor: Worker) -> SampledFile:
    """Name who of the council audits a drawn file: somebody whose hands are not on it.

    Raises:
        NotDrawn: the file is in reserve or was replaced.
        CannotAudit: they hold no post in the council today, their hands are on the file, it was audited already,
            or the record is restricted and they are not named to it.
    """
    file = lock_file(file)
    permission = permit_on_file("name_file_auditor", by, file)
    if file.state != SampledFile.State.DRAWN:
        raise NotDrawn("The file is not one of those drawn.")
    if hasattr(file, "audit"):
        raise CannotAudit("The file is audited already.")
    if not posts_of_auditors(file.sample.council, timezone.localdate()).filter(worker=auditor).exists():
        raise CannotAudit(
            f"{auditor} holds no post in {file.sample.council} today that sees its casework. Only the council audits."
        )
    if hand := hands_on(file).get(auditor.pk):
        raise CannotAudit(f"{auditor} acted on the plan as {hand.replace('_', ' ')}; an audit asks for other hands.")
    check_named(file, auditor)
    file.auditor = auditor
    keep(file, by=by, why="name_file_auditor")
    record_on_file(permission, file, {"auditor": auditor.pk})
    return file


@act
def replace_drawn_file(*, by: Account, file: SampledFile, because: str) -> SampledFile:
    """Replace a drawn file whose record is restricted by the next of its stratum; gives that file.

    Only a restriction is a reason: whoever could pass over a file at will would choose the sample.

    Raises:
        NotDrawn: the record is open, the file is not drawn or is audited, or no file of the stratum is left.
        NothingSaid: no reason is written.
    """
    file = lock_file(file)
    permission = permit_on_file("replace_drawn_file", by, file)
    if not because.strip():
        raise NothingSaid("Write why nobody named to the record can audit it.")
    if file.state != SampledFile.State.DRAWN or hasattr(file, "audit"):
        raise NotDrawn("The file is not one that still waits to be audited.")
    if not file.plan.person.restricted:
        raise NotDrawn("The record is open, so the file is audited as it was drawn.")
    reserve = SampledFile.objects.select_for_update().filter(stratum=file.stratum_id, state=SampledFile.State.RESERVE)
    following = reserve.order_by("place").first()
    if following is None:
        raise NotDrawn("No file of this stratum is left in reserve. Draw another sample.")
    file.state, file.replaced_because = SampledFile.State.REPLACED, because.strip()
    following.state = SampledFile.State.DRAWN
    keep_changed([file, following], ["state", "replaced_because"], by=by, why=because.strip())
    record_on_file(permission, file, {"place": file.place, "by_place": following.place}, because.strip())
    return following


# -- what each act on a file begins and ends with -------------------------------------------------------------


def lock_file(file: SampledFile) -> SampledFile:
    """The file, locked until the transaction ends, with its plan, its sample and its audit."""
    found = SampledFile.objects.select_for_update(of=("self",)).select_related(
        "sample__council", "plan__person", "audit"
    )
    try:
        return found.get(pk=file.pk)
    except SampledFile.DoesNotExist:
        raise NotFound("There is no such file.") from None


def permit_on_file(
    verb: str, by: Account, file: SampledFile, *, roles: frozenset[str] | None = None, other_hands: bool = False
) -> Permission:
    """Permission for an act on a sampled file; with `other_hands`, never to whoever acted on the plan."""
    question = ACTS[verb].question(by=by, council=file.sample.council, on=timezone.localdate())
    return permit(
        replace(
            question,
            roles=question.roles if roles is None else roles,
            hands=hands_on(file) if other_hands else {},
            subject_kind="case_file",
            subject=file.plan.ref,
        )
    )


def record_on_file(permission: Permission, file: SampledFile, detail: Mapping[str, object], reason: str = "") -> None:
    """The act's line in the register: about the case file, in its sample."""
    named = {"sample": file.sample.number, **detail}
    record(permission, subject_kind="case_file", subject=file.plan.ref, reason=reason, detail=named)


def subject_of(sample: CaseFileSample) -> str:
    """A sample as the register names it."""
    return f"{sample.council.key}:{sample.number}"


def check_named(file: SampledFile, worker: Worker) -> None:
    """Nobody is given work on a restricted record that is not open to them."""
    person = file.plan.person
    if person.restricted and not workers_named_to(person).filter(user__worker=worker).exists():
        raise CannotAudit(f"The record is restricted, and {worker} is not named to it.")
