"""Case files are drawn by chance, audited by clean hands of the council, and what is found is mended and seen."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import Error, connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.models import SupportPlan
from casework.services import restrict_record
from delegation.append_only import guards_lifted
from delegation.assurance import Line, assurance_of
from delegation.assuring import hash_of_content, sign_assurance_review
from delegation.models import Account, Act, AssuranceReview
from delegation.promises import broken_promises
from delegation.refusals import (
    AlreadyThere,
    NotYourRole,
    Refused,
    RetainedByTheCouncil,
    RoleNotOfThisOrganisation,
    SameHands,
    WrongDates,
)
from delegation.registers import registers, waiting_in
from verification.demo import BY_NUMBER, Storyteller, four_lines
from verification.models import AuditAction, AuditAnswer, CaseFileSample, FileAudit, SampledFile, SampleStratum
from verification.refusals import AuditIncomplete, CannotAudit, NotAFinding, NotDrawn, NotTheAuditor
from verification.sampling.auditing import close_audit_action, raise_audit_action, save_file_audit
from verification.sampling.questions import QUESTIONS
from verification.sampling.rules import (
    OUTCOMES,
    Alike,
    Answer,
    drawn_from,
    faults_of_audit,
    hash_of_population,
    strata_of,
)
from verification.sampling.services import draw_sample, name_file_auditor, replace_drawn_file
from verification.services.funding import refuse_funding
from verification.services.packages import end_package

pytestmark = pytest.mark.django_db

ALL_MET = {question.key: Answer("met") for question in QUESTIONS}
ONE_NOT_MET = {**ALL_MET, "steps_to_agree": Answer("not_met", "Nobody read the plan with her.")}

# -- the draw, without a database ----------------------------------------------------------------------------

files = st.lists(
    st.builds(
        Alike,
        refs=st.tuples(st.text("ABCDEFGH", min_size=1, max_size=6)),
        provider=st.sampled_from(["northgate", "riverside"]),
        outcomes=st.frozensets(st.sampled_from(sorted(OUTCOMES)), min_size=1),
    ),
    unique_by=lambda file: file.refs,
    max_size=60,
)
seeds = st.text("0123456789abcdef", min_size=1, max_size=16)


@settings(deadline=None)
@given(population=files, seed=seeds, wanted=st.integers(1, 9), shuffled=st.randoms())
def test_the_same_seed_over_the_same_population_draws_the_same_files(
    population: list[Alike], seed: str, wanted: int, shuffled: Any
) -> None:
    strata, other_order = strata_of(population), list(population)
    shuffled.shuffle(other_order)
    assert strata_of(other_order) == strata
    assert hash_of_population(strata_of(other_order)) == hash_of_population(strata)
    for stratum, refs in strata.items():
        drawn = drawn_from(refs, seed=seed, stratum=stratum, wanted=wanted)
        assert drawn == drawn_from(refs, seed=seed, stratum=stratum, wanted=wanted)
        assert len(set(drawn)) == len(drawn) == min(wanted, len(refs))
        assert set(drawn) <= set(refs)
        more = drawn_from(refs, seed=seed, stratum=stratum, wanted=wanted + 3)
        assert more[:wanted] == drawn  # the reserve follows what was drawn


@settings(deadline=None)
@given(population=files)
def test_a_file_stands_in_one_stratum_its_rarest(population: list[Alike]) -> None:
    strata = strata_of(population)
    assert sorted(ref for refs in strata.values() for ref in refs) == sorted(file.refs[0] for file in population)
    stands = {ref: outcome for (_, outcome), refs in strata.items() for ref in refs}
    for file in population:
        alike = [each for each in population if each.provider == file.provider]
        how_many = {outcome: sum(outcome in each.outcomes for each in alike) for outcome in file.outcomes}
        assert how_many[stands[file.refs[0]]] == min(how_many.values())


@given(population=files)
def test_files_kept_together_stand_where_each_would_alone(population: list[Alike]) -> None:
    together: dict[tuple[str, frozenset[str]], list[str]] = {}
    for file in population:
        together.setdefault((file.provider, file.outcomes), []).extend(file.refs)
    kept = [Alike(provider, outcomes, refs) for (provider, outcomes), refs in together.items()]
    assert strata_of(kept) == strata_of(population)


def test_every_file_of_a_stratum_is_drawn_as_often_as_another() -> None:
    refs = [f"SP-{number}" for number in range(10)]
    counts = dict.fromkeys(refs, 0)
    for seed in range(4000):
        for ref in drawn_from(refs, seed=str(seed), stratum=("northgate", "funded"), wanted=3):
            counts[ref] += 1
    assert all(1080 < count < 1320 for count in counts.values())  # 1,200 each, within four standard deviations


def test_the_draw_is_the_one_every_python_makes() -> None:
    refs = [f"SP-{number:02}" for number in range(20)]
    drawn = drawn_from(refs, seed="7f3a", stratum=("northgate", "refused"), wanted=4)
    assert drawn == ["SP-14", "SP-08", "SP-10", "SP-07"]


@pytest.mark.parametrize(
    ("changed", "overall", "at"),
    [
        ({"wellbeing": Answer("")}, "good", "wellbeing"),
        ({"wellbeing": Answer("partly", "  ")}, "good", "wellbeing"),
        ({"wellbeing": Answer("does_not_apply")}, "good", "wellbeing"),
        ({"wellbeing": Answer("not_met", "Not said.")}, "good", "overall"),
        ({}, "splendid", "overall"),
        ({"a question nobody asks": Answer("met")}, "good", "overall"),
    ],
)
def test_an_audit_is_whole_or_says_what_is_missing(changed: dict[str, Answer], overall: str, at: str) -> None:
    assert faults_of_audit(ALL_MET, "good") == {}
    assert list(faults_of_audit(ALL_MET | changed, overall)) == [at]


# -- the services --------------------------------------------------------------------------------------------


@pytest.fixture
def drawn(story: Storyteller) -> CaseFileSample:
    """Two plans funded and one refused in one week; a sample of one of each drawn by the auditor."""
    for number in (1, 2):
        story.funded(BY_NUMBER[number], four_lines())
    refused = story.recommended(BY_NUMBER[3], four_lines())
    story.do(refuse_funding, "head", plan=refused, reasons="The NHS meets these needs.")
    return draw(story, per_stratum=1)


def draw(story: Storyteller, **but: Any) -> CaseFileSample:
    today = timezone.localdate()
    asked = {"from_day": today - timedelta(days=7), "to_day": today, "per_stratum": 1, "seed": "7f3a"}
    return draw_sample(by=story.world.accounts["auditor"], council=story.world.council, **asked | but)


def a_file(sample: CaseFileSample, outcome: str = "funded") -> SampledFile:
    return SampledFile.objects.select_related("plan").get(sample=sample, state="drawn", stratum__outcome=outcome)


def named(story: Storyteller, sample: CaseFileSample, auditor: str = "auditor") -> SampledFile:
    who = story.world.accounts
    return name_file_auditor(by=who["dass"], file=a_file(sample), auditor=who[auditor].worker)  # type: ignore[arg-type]


def audited(story: Storyteller, sample: CaseFileSample, answers: dict[str, Answer] = ONE_NOT_MET) -> FileAudit:
    file = named(story, sample)
    overall = "good" if answers == ALL_MET else "needs_improvement"
    return save_file_audit(by=story.world.accounts["auditor"], file=file, answers=answers, overall=overall)


def line(story: Storyteller, function: str, as_at: date | None = None) -> Line:
    return next(each for each in assurance_of(story.world.council, as_at).lines if each.function.key == function)


def test_a_sample_keeps_its_seed_its_counts_and_its_hash(story: Storyteller, drawn: CaseFileSample) -> None:
    counts = {stratum.outcome: stratum.population for stratum in drawn.strata.all()}
    assert counts == {"funded": 2, "refused": 1}
    assert (drawn.number, drawn.population, drawn.seed) == (1, 3, "7f3a")
    assert sorted(drawn.files.values_list("stratum__outcome", "state")) == [
        ("funded", "drawn"),
        ("funded", "reserve"),
        ("refused", "drawn"),
    ]
    told = Act.objects.latest("pk")
    assert (told.verb, told.detail["seed"], told.detail["population_hash"]) == (
        "draw_sample",
        "7f3a",
        drawn.population_hash,
    )
    again = draw(story)
    assert (again.number, again.population_hash) == (2, drawn.population_hash)
    assert list(again.files.values_list("plan", "place")) == list(drawn.files.values_list("plan", "place"))
    for write in (CaseFileSample.objects.update, SampleStratum.objects.update):
        with pytest.raises(Error, match="stays as it"), transaction.atomic():
            write(**({"seed": "better"} if write == CaseFileSample.objects.update else {"population": 9}))


def test_a_file_not_yet_decided_is_not_drawn(story: Storyteller) -> None:
    story.returned(BY_NUMBER[1], four_lines())
    with pytest.raises(NotDrawn, match="nothing to draw"):
        draw(story)


def test_what_comes_later_does_not_change_what_a_past_week_is_drawn_from(
    story: Storyteller, drawn: CaseFileSample
) -> None:
    file = a_file(drawn)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        story.source(file.plan.ref)
        story.do(end_package, "head", plan=file.plan.ref, on=timezone.localdate(), reason="Moved in with her son.")
        again = draw(story, from_day=drawn.from_day, to_day=drawn.to_day)
        later = draw(story, from_day=drawn.from_day)
    assert again.population_hash == drawn.population_hash
    assert "ended" in later.strata.values_list("outcome", flat=True)


@pytest.mark.parametrize(
    "foolish",
    [
        {"per_stratum": 0},
        {"per_stratum": 51},
        {"seed": "with spaces"},
        {"from_day": date(2031, 1, 2), "to_day": date(2031, 1, 1)},
        {"from_day": date(2019, 1, 1), "to_day": date(2019, 1, 31)},
    ],
)
def test_a_sample_that_cannot_be_drawn_says_why(story: Storyteller, foolish: dict[str, Any]) -> None:
    with pytest.raises(NotDrawn):
        draw(story, **foolish)


@pytest.mark.parametrize(
    ("who", "why"), [("teammanager", NotYourRole), ("broker", NotYourRole), ("practitioner", RetainedByTheCouncil)]
)
def test_only_those_who_oversee_draw(story: Storyteller, who: str, why: type[Refused]) -> None:
    today = timezone.localdate()
    with pytest.raises(why):
        draw_sample(
            by=story.world.accounts[who], council=story.world.council, from_day=today, to_day=today, per_stratum=1
        )
    assert Act.objects.latest("pk").outcome == "refused"


def test_nobody_audits_what_their_hands_are_on(story: Storyteller, drawn: CaseFileSample) -> None:
    who = story.world.accounts
    for hands in ("verifier", "teammanager"):
        with pytest.raises(CannotAudit, match="other hands"):
            named(story, drawn, hands)
    for outside in ("otherpractitioner", "administrator", "strategicdirector"):
        with pytest.raises(CannotAudit, match="no post"):
            named(story, drawn, outside)
    file = named(story, drawn, "auditor")
    SampledFile.objects.filter(pk=file.pk).update(auditor=who["verifier"].worker)  # as a fault would
    with pytest.raises(SameHands):
        save_file_audit(by=who["verifier"], file=file, answers=ALL_MET, overall="good")
    SampledFile.objects.filter(pk=file.pk).update(auditor=who["practitioner"].worker)
    with pytest.raises(RetainedByTheCouncil):
        save_file_audit(by=who["practitioner"], file=file, answers=ALL_MET, overall="good")


def test_the_named_auditor_alone_audits_whole(story: Storyteller, drawn: CaseFileSample) -> None:
    who = story.world.accounts
    file = named(story, drawn, "head")
    with pytest.raises(NotTheAuditor, match="audits this file"):
        save_file_audit(by=who["auditor"], file=file, answers=ALL_MET, overall="good")
    with pytest.raises(AuditIncomplete, match="wellbeing"):
        save_file_audit(by=who["head"], file=file, answers={**ALL_MET, "wellbeing": Answer("")}, overall="good")
    save_file_audit(by=who["head"], file=file, answers=ALL_MET, overall="good")
    save_file_audit(by=who["head"], file=file, answers=ONE_NOT_MET, overall="needs_improvement", remarks="Seen again.")
    audit = FileAudit.objects.get(file=file)
    assert audit.answers.get(question="steps_to_agree").history.count() == 2
    assert audit.answers.get(question="wellbeing").history.count() == 1
    assert [past.overall for past in audit.history.order_by("history_id")] == ["good", "needs_improvement"]
    with pytest.raises(CannotAudit, match="already"):
        name_file_auditor(by=who["dass"], file=file, auditor=who["auditor"].worker)  # type: ignore[arg-type]
    assert broken_promises() == []


def test_what_was_found_gets_an_owner_and_a_day(story: Storyteller, drawn: CaseFileSample) -> None:
    who, today = story.world.accounts, timezone.localdate()
    file = audited(story, drawn).file
    asked: dict[str, Any] = {"file": file, "what": "Read each plan with the person.", "due_on": today}
    own: dict[str, Any] = {**asked, "question": "steps_to_agree", "owner": who["practitioner"].worker}
    for change, why in (
        ({"question": "wellbeing"}, NotAFinding),
        ({"due_on": today - timedelta(days=1)}, WrongDates),
        ({"owner": who["otherpractitioner"].worker}, RoleNotOfThisOrganisation),
    ):
        with pytest.raises(why):
            raise_audit_action(by=who["auditor"], **{**own, **change})
    with pytest.raises(NotYourRole):
        raise_audit_action(by=who["broker"], **own)
    action = raise_audit_action(by=who["auditor"], **own)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert "1 record is overdue in this work." in line(story, "retained_statutory_oversight").why
        (told,) = [each for each in registers() if each.key == "sampling"]
        assert waiting_in([told], story.world.council, timezone.localdate())[0].late == 1
    with pytest.raises(RetainedByTheCouncil):
        close_audit_action(by=who["practitioner"], action=action, what_was_done="Read with her.")
    close_audit_action(by=who["auditor"], action=action, what_was_done="Read with her; she asked for one change.")
    with pytest.raises(AlreadyThere):
        close_audit_action(by=who["auditor"], action=action, what_was_done="Again.")


def test_a_restricted_file_is_drawn_and_opens_only_to_those_named(story: Storyteller, drawn: CaseFileSample) -> None:
    who = story.world.accounts
    file = a_file(drawn)
    with pytest.raises(NotDrawn, match="open"):
        replace_drawn_file(by=who["auditor"], file=file, because="Dull.")
    person = SupportPlan.objects.select_related("person").get(pk=file.plan_id).person.ref
    restrict_record(by=who["safeguarding"], person=person, because="Threats.", readers=[who["head"]])
    with pytest.raises(CannotAudit, match="restricted"):
        named(story, drawn, "auditor")
    page = client_of(who["auditor"]).get("/sampling/1/").content.decode()
    assert file.plan.ref in page
    assert "Restricted" in page
    assert client_of(who["auditor"]).get(f"/sampling/1/files/{file.plan.ref}/").status_code == 404
    assert Act.objects.latest("pk").outcome == "refused"
    named(story, drawn, "head")
    assert client_of(who["head"]).get(f"/sampling/1/files/{file.plan.ref}/").status_code == 200
    following = replace_drawn_file(by=who["auditor"], file=file, because="The only reader is on leave.")
    assert (following.place, following.state) == (2, "drawn")
    assert SampledFile.objects.get(pk=file.pk).state == "replaced"
    with pytest.raises(NotDrawn):
        save_file_audit(by=who["head"], file=file, answers=ALL_MET, overall="good")


# -- assurance -----------------------------------------------------------------------------------------------


def test_a_sample_is_evidence_where_nothing_else_is(story: Storyteller, drawn: CaseFileSample) -> None:
    silent = line(story, "charging_policy_apply")
    assert (silent.colour, silent.sampled.files) == ("none", 0)
    audited(story, drawn, ALL_MET)
    seen = line(story, "charging_policy_apply")
    assert (seen.colour, seen.sampled.files, seen.sampled.not_met) == ("green", 1, 0)


def test_what_was_not_met_colours_its_function_alone(story: Storyteller, drawn: CaseFileSample) -> None:
    audited(story, drawn)
    seen = line(story, "support_plan_development")
    assert seen.colour == "red"
    assert "Not met in 1 of 1 sampled file." in seen.why
    assert line(story, "personal_budget_provision").colour == "green"


def test_a_review_freezes_what_was_sampled_and_the_next_begins_after_it(
    story: Storyteller, drawn: CaseFileSample
) -> None:
    audited(story, drawn)
    review = sign_assurance_review(by=story.world.accounts["dass"], council=story.world.council, remarks="Seen.")
    frozen = {each["function"]: each for each in review.content["lines"]}["support_plan_development"]
    assert (frozen["sampled"], frozen["sampled_not_met"]) == (1, 1)
    assert line(story, "support_plan_development").sampled.files == 0
    page = client_of(story.world.accounts["dass"]).get("/assurance/reviews/1/").content.decode()
    assert "1 not met" in page
    between = f"from_line={review.content['from_line']}&amp;to_line={review.content['to_line']}"
    done = frozen["done"]
    assert f"function=support_plan_development&amp;{between}&amp;outcome=exercised" in page
    opened = client_of(story.world.accounts["dass"]).get(
        f"/register/?function=support_plan_development&{between.replace('&amp;', '&')}&outcome=exercised"
    )
    assert len(opened.context["lines"].acts) == done > 0


def test_a_review_signed_before_there_were_samples_stays_as_it_was_signed(story: Storyteller) -> None:
    who = story.world.accounts
    review = sign_assurance_review(by=who["dass"], council=story.world.council, remarks="Seen.")
    content = review.content
    for each in content["lines"]:
        for new in ("sampled", "sampled_partly", "sampled_not_met"):
            del each[new]
    with guards_lifted(connection):
        AssuranceReview.objects.update(content=content, sha256=hash_of_content(content))
    assert broken_promises() == []
    page = client_of(who["dass"]).get("/assurance/reviews/1/")
    assert page.status_code == 200
    assert page.context["agrees"]


# -- the promises --------------------------------------------------------------------------------------------

HANDS = "UPDATE verification_fileaudit SET auditor_id = (SELECT worker_id FROM casework_planhand LIMIT 1)"
CORRUPTIONS = {
    "hands": (HANDS, "hands were on"),
    "outside": (
        "UPDATE verification_fileaudit SET auditor_id = (SELECT p.worker_id FROM delegation_post p"
        " JOIN delegation_organisation o ON o.id = p.organisation_id WHERE o.kind = 'care_provider'"
        " OR o.key = 'riverside' LIMIT 1)",
        "post of the council",
    ),
    "another day": ("UPDATE verification_sampledfile SET decided_on = '2001-01-01'", "days of its sample"),
    "another's provider": (
        "UPDATE verification_samplestratum SET provider_id ="
        " (SELECT id FROM delegation_organisation WHERE key = 'riverside')",
        "stratum of its own provider",
    ),
    "an answer lost": ("DELETE FROM verification_auditanswer WHERE question = 'wellbeing'", "every question"),
}


@pytest.mark.parametrize("corruption", CORRUPTIONS)
def test_a_broken_promise_of_sampling_is_found(story: Storyteller, drawn: CaseFileSample, corruption: str) -> None:
    audited(story, drawn)
    assert broken_promises() == []
    sql, says = CORRUPTIONS[corruption]
    with pytest.raises(Undone), transaction.atomic():  # noqa: PT012 (what was broken is put back)
        with guards_lifted(connection), connection.cursor() as cursor:
            cursor.execute(sql)
        assert any(says in broken.promise.sentence for broken in broken_promises())
        raise Undone


class Undone(Exception):  # noqa: N818 (what it says is done)
    """Puts back what a test broke."""


# -- the pages -----------------------------------------------------------------------------------------------


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def test_a_sample_goes_from_the_draw_to_the_action_by_its_pages(
    story: Storyteller, drawn: CaseFileSample, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    who, today = story.world.accounts, timezone.localdate()
    director, head = client_of(who["dass"]), client_of(who["head"])
    days = {"from_day": today.isoformat(), "to_day": today.isoformat(), "per_stratum": "2"}
    assert director.post("/sampling/draw/", days).headers["Location"] == "/sampling/2/"
    ref = SampledFile.objects.filter(sample__number=2, stratum__outcome="funded").first().plan.ref  # type: ignore[union-attr]
    address = f"/sampling/2/files/{ref}/"
    assert head.get(address).status_code == 403
    assert director.post(f"{address}auditor/", {"auditor": who["head"].worker_id}).status_code == 303
    with django_assert_max_num_queries(12):
        assert "Name another" in director.get("/sampling/2/").content.decode()
    page = head.get(address).content.decode()
    assert "Save the audit" in page
    assert "Save the audit" not in director.get(address).content.decode()
    typed = {key: answer.answer for key, answer in ONE_NOT_MET.items()} | {"overall": "needs_improvement"}
    short = head.post(address, typed)
    assert short.status_code == 422
    assert "Write what was not met." in short.content.decode()
    assert client_of(who["broker"]).post(address, typed).status_code == 403
    with django_assert_max_num_queries(30):
        assert head.post(address, typed | {"steps_to_agree_reason": "Not read with her."}).status_code == 303
    assert AuditAnswer.objects.count() == len(QUESTIONS)
    action = {
        "question": "steps_to_agree",
        "what": "Read it with her.",
        "owner": who["practitioner"].worker_id,
        "due_on": today.isoformat(),
    }
    assert head.post(f"{address}actions/raise/", {}).status_code == 422
    assert head.post(f"{address}actions/raise/", action).status_code == 303
    (raised,) = AuditAction.objects.all()
    with django_assert_max_num_queries(12):
        assert "Read it with her." in director.get("/sampling/").content.decode()
    assert "Read it with her." in client_of(who["practitioner"]).get("/sampling/mine/").content.decode()
    assert client_of(who["practitioner"]).get("/sampling/").status_code == 404
    for username, is_told in (("practitioner", True), ("quality", False)):
        told = client_of(who[username]).get("/").content.decode()
        assert ("Case-file audits: files and actions of yours" in told) is is_told
    done = head.post(f"/sampling/actions/{raised.pk}/close/", {"what_was_done": "Read."})
    assert done.status_code == 303
    assert "Not met in 1 of" in director.get("/assurance/").content.decode()
