"""The acts of due diligence: opened with its evaluators, evidence, scores, and the strategic director's signature.

Source: the 2014 plan, "Contracting Process" (sign-off by the Strategic Director for People); Procurement Act 2023; the
council's contract rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from delegation import route
from delegation.authority import Permission, Question, permit
from delegation.contract.areas import AREAS, DISCIPLINES, SCORES, areas_of
from delegation.contract.flows import OPEN, SCORED, SIGNED, DueDiligenceFlow
from delegation.contract.rules import LONGEST_PERIOD, SIGNATORIES, is_scored, why_not_signable
from delegation.contract.selectors import expiries_of, scores_given, team_of
from delegation.guarded import ACTS
from delegation.models import (
    Account,
    DueDiligence,
    DueDiligenceEvidence,
    DueDiligenceScore,
    Evaluator,
    Organisation,
    Post,
    Worker,
)
from delegation.references import new_reference
from delegation.refusals import (
    AlreadyThere,
    NotAnEvaluator,
    NothingSaid,
    NotReady,
    NotTheDirector,
    RoleNotOfThisOrganisation,
    WrongAmount,
    WrongDates,
)
from delegation.register import act, keep, keep_changed, keep_many, record
from delegation.wording import in_words, long_day

KIND = "due_diligence"


@dataclass(frozen=True, kw_only=True)
class Scored:
    """What an evaluator makes of one area: 0 (nothing shown) to 4 (excellent), and why."""

    score: int
    reasons: str


@act
def open_due_diligence(
    *, by: Account, council: Organisation, organisation: Organisation, team: Mapping[str, Worker]
) -> DueDiligence:
    """Begin the due diligence on a provider and name its six evaluators, one of each discipline.

    Raises:
        AlreadyThere: one is open on this provider.
        NotReady: a discipline has nobody, or one person stands for two.
        RoleNotOfThisOrganisation: it is no provider of the council; an evaluator holds no post in the council today,
            or holds the strategic director's, who signs and so does not evaluate.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    permission = permit(_question("open_due_diligence", by, council, organisation.key))
    today = timezone.localdate()
    _check_provider(council, organisation)
    _check_team(council, team, today)
    if DueDiligence.objects.filter(organisation=organisation, signed_on=None).exists():
        raise AlreadyThere(f"The due diligence on {organisation} is open already.")
    diligence = DueDiligence(
        ref=new_reference("DD"), council=council, organisation=organisation, opened_on=today, opened_by=by
    )
    keep(diligence, by=by, why="Opened")
    route.begin(DueDiligenceFlow, KIND, diligence.ref, state=OPEN)
    evaluators = [Evaluator(diligence=diligence, worker=team[each], discipline=each) for each in DISCIPLINES]
    keep_many(evaluators, by=by, why="Named to evaluate")
    detail = {"organisation": organisation.key, "team": {each: team[each].pk for each in DISCIPLINES}}
    record(permission, subject_kind=KIND, subject=diligence.ref, detail=detail)
    return diligence


@act
def enter_due_diligence_evidence(
    *, by: Account, diligence: str, area: str, what: str, kept_at: str, expires_on: date | None = None
) -> DueDiligenceEvidence:
    """Enter what was seen in one area, where it is kept and its last day; also afterwards, when it is renewed.

    Raises:
        NotAnEvaluator: the person is not on this due diligence's team.
        NothingSaid: the area, what was seen or where it is kept is missing.
        WrongDates: it has run out already.
    """
    held = _locked(diligence)
    permission, _ = _permit_on(held, "enter_due_diligence_evidence", by)
    today = timezone.localdate()
    if area not in AREAS or not what.strip() or not kept_at.strip():
        raise NothingSaid("Choose one of the nine areas, write what was seen, and where it is kept.")
    if expires_on and expires_on < today:
        raise WrongDates(f"It ran out on {long_day(expires_on)}. Enter what is in date.")
    evidence = DueDiligenceEvidence(
        diligence=held,
        area=area,
        what=what.strip(),
        kept_at=kept_at.strip()[:200],
        expires_on=expires_on,
        entered_on=today,
        entered_by=by,
    )
    keep(evidence, by=by, why="Seen")
    detail = {"area": area, "kept_at": evidence.kept_at, "expires": expires_on}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return evidence


@act
def score_due_diligence(*, by: Account, diligence: str, scores: Mapping[str, Scored]) -> DueDiligence:
    """Score areas for the evaluator's own discipline, each with its reason; again, until it is signed.

    Raises:
        NotAnEvaluator: the person is not on this due diligence's team, or does not stand for an area.
        AlreadyThere: it is signed.
        NothingSaid, WrongAmount: a reason is missing; a score is not 0 to 4.
    """
    held = _locked(diligence)
    permission, evaluator = _permit_on(held, "score_due_diligence", by)
    _check_not_signed(held)
    own = {area.key for area in areas_of(evaluator.discipline)}
    if strange := sorted(set(scores) - own):
        titles = in_words([AREAS[each].title if each in AREAS else each for each in strange])
        reason = f"{DISCIPLINES[evaluator.discipline]} does not score {titles}."
        raise NotAnEvaluator(reason, question=permission.question)
    if not scores or any(not one.reasons.strip() for one in scores.values()):
        raise NothingSaid("Give each score its reason.")
    if any(one.score not in SCORES for one in scores.values()):
        raise WrongAmount("A score is 0, 1, 2, 3 or 4.")
    was_scored = is_scored(scores_given(held))
    _keep_scores(held, evaluator, scores, by)
    if not was_scored and is_scored(scores_given(held)):
        route.finish(DueDiligenceFlow, KIND, held.ref, "evaluation", state=SCORED, by=by)
    detail = {"discipline": evaluator.discipline, "scores": {area: one.score for area, one in scores.items()}}
    record(permission, subject_kind=KIND, subject=held.ref, detail=detail)
    return held


@act
def sign_due_diligence(*, by: Account, diligence: str, valid_to: date, remarks: str) -> DueDiligence:
    """Sign that the council may rely on this provider until a day.

    The strategic director signs, in person, who evaluated nothing.

    Raises:
        NotReady: an area lacks evidence in date or a sufficient score; the faults name each.
        SameHands: the signatory evaluated.
        NotTheDirector: the authority was another's, through cover.
        AlreadyThere: it is signed. WrongDates: the period is past, or longer than three years.
    """
    held = _locked(diligence)
    hands = {each.worker_id: "evaluator" for each in team_of(held)}
    question = replace(_question("sign_due_diligence", by, held.council, held.ref), hands=hands)
    permission = permit(question)
    if permission.cover is not None:
        raise NotTheDirector("The strategic director signs due diligence in person. Cover does not reach it.")
    _check_not_signed(held)
    today = timezone.localdate()
    if not remarks.strip():
        raise NothingSaid("Write on what your signature rests.")
    if not today <= valid_to <= today + LONGEST_PERIOD:
        raise WrongDates(f"It is relied on until a day between today and {long_day(today + LONGEST_PERIOD)}.")
    expiries = expiries_of([held], today)[held.pk]
    if faults := why_not_signable(expiries, scores_given(held), today):
        raise NotReady(" ".join(fault.sentence for fault in faults), faults=faults)
    held.signed_on, held.signed_by, held.post = today, by, permission.post
    held.valid_to, held.remarks = valid_to, remarks.strip()
    keep(held, by=by, why=held.remarks)
    route.finish(DueDiligenceFlow, KIND, held.ref, "signature", state=SIGNED, by=by)
    detail = {"organisation": held.organisation.key, "valid_to": valid_to}
    record(permission, subject_kind=KIND, subject=held.ref, reason=held.remarks, detail=detail)
    return held


# -- the steps the services share ---------------------------------------------------------------------------------


def _locked(ref: str) -> DueDiligence:
    found = DueDiligence.objects.select_for_update(of=("self",)).select_related("council", "organisation")
    held = found.filter(ref=ref).first()
    if held is None:
        raise NotReady("There is no such due diligence.")
    return held


def _question(verb: str, by: Account, council: Organisation, subject: str) -> Question:
    question = ACTS[verb].question(by=by, council=council, on=timezone.localdate())
    return replace(question, subject_kind=KIND, subject=subject)


def _permit_on(held: DueDiligence, verb: str, by: Account) -> tuple[Permission, Evaluator]:
    """The guard's answer, and which evaluator it is: being on the team is the authority here."""
    permission = permit(_question(verb, by, held.council, held.ref))
    team = team_of(held)
    for each in team:
        if each.worker_id == by.worker_id:
            return permission, each
    raise not_an_evaluator(permission.question, team)


def not_an_evaluator(question: Question, team: Sequence[Evaluator]) -> NotAnEvaluator:
    """The refusal of somebody who is not on a team, saying who is."""
    named = in_words([f"{each.worker} ({each.get_discipline_display()})" for each in team])
    reason = f"{question.by} is not one of its evaluators."
    return NotAnEvaluator(reason, question=question, who_may=f"Who may: {named}.")


def _check_not_signed(held: DueDiligence) -> None:
    if held.signed_on:
        raise AlreadyThere(f"It was signed on {long_day(held.signed_on)}. Open another to look again.")


def _check_provider(council: Organisation, organisation: Organisation) -> None:
    if organisation.kind != Organisation.Kind.PROVIDER or organisation.council_id != council.pk:
        raise RoleNotOfThisOrganisation(f"{organisation} is not a provider that works for {council}.")


def _check_team(council: Organisation, team: Mapping[str, Worker], on: date) -> None:
    if set(team) != set(DISCIPLINES):
        raise NotReady(f"Name one evaluator for each of {in_words(list(DISCIPLINES.values()), joiner='and')}.")
    people = {worker.pk: worker for worker in team.values()}
    if len(people) < len(team):
        raise NotReady("Each evaluator stands for one discipline: name six people.")
    roles: dict[int, set[str]] = {}
    posts = Post.objects.live_on(on).filter(organisation=council, worker_id__in=people)
    for holder, role in posts.values_list("worker_id", "role"):
        roles.setdefault(holder, set()).add(role)
    for pk, worker in people.items():
        if pk not in roles:
            raise RoleNotOfThisOrganisation(f"{worker} holds no post in {council} today.")
        if roles[pk] & SIGNATORIES:
            raise RoleNotOfThisOrganisation(f"{worker} signs due diligence, and so evaluates none.")


def _keep_scores(held: DueDiligence, evaluator: Evaluator, scores: Mapping[str, Scored], by: Account) -> None:
    """New scores and changed ones, each kind in one statement."""
    today = timezone.localdate()
    before = {one.area: one for one in evaluator.scores.all()}
    changed = [before[area] for area in scores if area in before]
    for one in changed:
        one.score, one.reasons, one.scored_on = scores[one.area].score, scores[one.area].reasons.strip(), today
    new = [
        DueDiligenceScore(
            diligence=held,
            evaluator=evaluator,
            area=area,
            score=one.score,
            reasons=one.reasons.strip(),
            scored_on=today,
        )
        for area, one in scores.items()
        if area not in before
    ]
    keep_changed(changed, ["score", "reasons", "scored_on"], by=by, why="Scored again")
    keep_many(new, by=by, why="Scored")
