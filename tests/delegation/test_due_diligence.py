"""Nothing is given to a provider before the nine areas are evidenced, scored and signed by the Director."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.test import Client
from django.utils import timezone

from delegation.append_only import guards_lifted
from delegation.contract.areas import AREAS, areas_of
from delegation.contract.demo import TEAM, signed_due_diligence
from delegation.contract.diligence import (
    Scored,
    enter_due_diligence_evidence,
    open_due_diligence,
    score_due_diligence,
    sign_due_diligence,
)
from delegation.contract.rules import last_day_in_date, why_not_signable
from delegation.contract.selectors import standings_of
from delegation.demo import DemoOrganisations
from delegation.models import Account, Act, Authorisation, DueDiligence, Organisation
from delegation.promises import broken_promises
from delegation.refusals import (
    AlreadyThere,
    NoDueDiligence,
    NotAnEvaluator,
    NothingSaid,
    NotReady,
    NotTheDirector,
    NotYourRole,
    Refused,
    RoleNotOfThisOrganisation,
    SameHands,
    WrongAmount,
    WrongDates,
)
from delegation.registers import registers
from delegation.services import authorise_function, give_cover, open_organisation

pytestmark = pytest.mark.django_db
People = dict[str, Account]


@pytest.fixture
def newcomer(demo: DemoOrganisations, people: People) -> Organisation:
    """A provider just entered, into which nobody has looked."""
    return open_organisation(
        by=people["administrator"], council=demo.council, key="fenside", name="Fenside", kind="provider"
    )


def authorise(demo: DemoOrganisations, organisation: Organisation) -> Authorisation:
    return authorise_function(
        by=demo.accounts["dass"],
        council=demo.council,
        organisation=organisation,
        function="carer_assessment",
        power="care_act_s79",
        from_day=timezone.localdate(),
        to_day=timezone.localdate() + timedelta(days=365),
        conditions="As the scheme says",
        instrument="Deed",
        signed_by="Director",
    )


def team(people: People) -> dict[str, Account]:
    return {discipline: people[username] for discipline, username in TEAM.items()}


def workers(people: People) -> dict[str, Any]:
    return {discipline: account.worker for discipline, account in team(people).items()}


def opened(demo: DemoOrganisations, people: People, organisation: Organisation) -> str:
    return open_due_diligence(
        by=people["head"], council=demo.council, organisation=organisation, team=workers(people)
    ).ref


def signed(demo: DemoOrganisations, people: People, organisation: Organisation, **but: Any) -> DueDiligence:
    return signed_due_diligence(
        council=demo.council,
        organisation=organisation,
        opened_by=people["head"],
        director=people["strategicdirector"],
        team=team(people),
        **but,
    )


def evidenced_and_scored(people: People, ref: str, score: int = 2) -> None:
    for key, area in AREAS.items():
        by = people[TEAM[area.disciplines[0]]]
        enter_due_diligence_evidence(by=by, diligence=ref, area=key, what="Seen", kept_at="File")
    for discipline, username in TEAM.items():
        scores = {area.key: Scored(score=score, reasons="Seen.") for area in areas_of(discipline)}
        score_due_diligence(by=people[username], diligence=ref, scores=scores)


def test_a_provider_nobody_looked_into_is_authorised_to_nothing(
    demo: DemoOrganisations, people: People, newcomer: Organisation
) -> None:
    with pytest.raises(NoDueDiligence, match="signed by the strategic director"):
        authorise(demo, newcomer)
    line = Act.objects.latest("pk")
    assert (line.outcome, line.refusal, line.verb) == ("refused", "NoDueDiligence", "authorise_function")
    ref = opened(demo, people, newcomer)
    evidenced_and_scored(people, ref)
    with pytest.raises(NoDueDiligence):  # evaluated is not signed
        authorise(demo, newcomer)
    until = timezone.localdate() + timedelta(days=100)
    sign_due_diligence(by=people["strategicdirector"], diligence=ref, valid_to=until, remarks="Sound.")
    given = authorise(demo, newcomer)
    assert Act.objects.latest("pk").detail["due_diligence"] == ref
    assert given.organisation == newcomer
    assert broken_promises() == []


@pytest.mark.parametrize(("days", "is_given"), [(100, True), (101, False)])
def test_a_signature_reaches_to_its_last_day(
    demo: DemoOrganisations, people: People, newcomer: Organisation, days: int, is_given: bool
) -> None:
    signed(demo, people, newcomer, runs_out={"finance_insurance": 100})
    with time_machine.travel(timezone.now() + timedelta(days=days)):
        if is_given:
            authorise(demo, newcomer)
        else:
            with pytest.raises(NoDueDiligence, match="was in date until"):
                authorise(demo, newcomer)
        assert broken_promises() == []


def test_evidence_renewed_brings_it_back_in_date(
    demo: DemoOrganisations, people: People, newcomer: Organisation
) -> None:
    held = signed(demo, people, newcomer, runs_out={"finance_insurance": 10})
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        with pytest.raises(NoDueDiligence):
            authorise(demo, newcomer)
        enter_due_diligence_evidence(
            by=people["returns"],
            diligence=held.ref,
            area="finance_insurance",
            what="Renewed",
            kept_at="File",
            expires_on=timezone.localdate() + timedelta(days=365),
        )
        authorise(demo, newcomer)
        assert broken_promises() == []


def test_what_is_missing_is_said_area_by_area(demo: DemoOrganisations, people: People, newcomer: Organisation) -> None:
    ref, until = opened(demo, people, newcomer), timezone.localdate() + timedelta(days=100)
    with pytest.raises(NotReady) as refused:
        sign_due_diligence(by=people["strategicdirector"], diligence=ref, valid_to=until, remarks="Sound.")
    assert {fault.path for fault in refused.value.faults} == set(AREAS)
    evidenced_and_scored(people, ref)
    low = {"finance_insurance": Scored(score=1, reasons="No audited accounts.")}
    score_due_diligence(by=people["returns"], diligence=ref, scores=low)
    with pytest.raises(NotReady, match="scored 1 by Finance"):
        sign_due_diligence(by=people["strategicdirector"], diligence=ref, valid_to=until, remarks="Sound.")
    better = {"finance_insurance": Scored(score=2, reasons="Audited since.")}
    score_due_diligence(by=people["returns"], diligence=ref, scores=better)
    sign_due_diligence(by=people["strategicdirector"], diligence=ref, valid_to=until, remarks="Sound.")
    with pytest.raises(AlreadyThere):
        score_due_diligence(by=people["returns"], diligence=ref, scores=better)


def test_nobody_who_evaluates_signs_and_nobody_signs_by_cover(
    demo: DemoOrganisations, people: People, newcomer: Organisation
) -> None:
    ref, today = opened(demo, people, newcomer), timezone.localdate()
    evidenced_and_scored(people, ref)
    sign: dict[str, Any] = {"diligence": ref, "valid_to": today + timedelta(days=9), "remarks": "Sound."}
    for who, refusal in (
        ("head", NotYourRole),
        ("dass", NotYourRole),
        ("auditor", NotYourRole),
        ("providermanager", Refused),
    ):
        with pytest.raises(refusal):
            sign_due_diligence(by=people[who], **sign)
    signatory = people["strategicdirector"].worker
    cover = {"council": demo.council, "covered": signatory, "from_day": today, "to_day": today}
    give_cover(by=people["dass"], covering=people["auditor"].worker, reason="Leave", **cover)  # type: ignore[arg-type]
    with pytest.raises(NotTheDirector):
        sign_due_diligence(by=people["auditor"], **sign)
    give_cover(by=people["dass"], covering=people["head"].worker, reason="Leave", **cover)  # type: ignore[arg-type]
    with pytest.raises(SameHands):
        sign_due_diligence(by=people["head"], **sign)


def test_who_signs_is_offered_for_no_discipline(demo: DemoOrganisations, people: People, client: Client) -> None:
    client.force_login(people["head"])
    form = client.get("/due-diligence/open/").context["form"]
    offered = {str(pk) for pk, _ in form.fields["legal"].choices}
    assert str(people["auditor"].worker_id) in offered
    assert str(people["strategicdirector"].worker_id) not in offered


def test_only_the_team_scores_each_for_its_own_discipline(
    demo: DemoOrganisations, people: People, newcomer: Organisation
) -> None:
    ref = opened(demo, people, newcomer)
    one = {"finance_insurance": Scored(score=2, reasons="Seen.")}
    with pytest.raises(NotAnEvaluator):
        score_due_diligence(by=people["auditor"], diligence=ref, scores=one)
    with pytest.raises(NotAnEvaluator):
        score_due_diligence(by=people["broker"], diligence=ref, scores=one)
    assert Act.objects.latest("pk").refusal == "NotAnEvaluator"
    with pytest.raises(WrongAmount):
        score_due_diligence(
            by=people["returns"], diligence=ref, scores={"finance_insurance": Scored(score=5, reasons="!")}
        )
    with pytest.raises(NothingSaid):
        score_due_diligence(
            by=people["returns"], diligence=ref, scores={"finance_insurance": Scored(score=2, reasons=" ")}
        )
    score_due_diligence(by=people["returns"], diligence=ref, scores=one)


def test_the_team_is_six_people_of_the_council_without_its_signatory(
    demo: DemoOrganisations, people: People, newcomer: Organisation
) -> None:
    asked: dict[str, Any] = {"by": people["head"], "council": demo.council, "organisation": newcomer}
    whole = workers(people)
    without = {key: worker for key, worker in whole.items() if key != "legal"}
    with pytest.raises(NotReady, match="Legal services"):
        open_due_diligence(**asked, team=without)
    with pytest.raises(NotReady, match="six people"):
        open_due_diligence(**asked, team=whole | {"legal": whole["finance"]})
    for who in ("strategicdirector", "providermanager"):
        with pytest.raises(RoleNotOfThisOrganisation):
            open_due_diligence(**asked, team=whole | {"legal": people[who].worker})
    with pytest.raises(RoleNotOfThisOrganisation):
        open_due_diligence(**asked | {"organisation": demo.care_providers[0]}, team=whole)
    open_due_diligence(**asked, team=whole)
    with pytest.raises(AlreadyThere):
        open_due_diligence(**asked, team=whole)


def test_evidence_that_has_run_out_is_not_taken(
    demo: DemoOrganisations, people: People, newcomer: Organisation
) -> None:
    ref = opened(demo, people, newcomer)
    given: dict[str, Any] = {"diligence": ref, "area": "safeguarding", "what": "Policy", "kept_at": "File"}
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(WrongDates):
        enter_due_diligence_evidence(by=people["safeguarding"], **given, expires_on=yesterday)
    with pytest.raises(NothingSaid):
        enter_due_diligence_evidence(by=people["safeguarding"], **given | {"area": "astrology"})
    with pytest.raises(WrongDates):
        sign_due_diligence(by=people["strategicdirector"], diligence=ref, valid_to=yesterday, remarks="Sound.")


def test_the_demonstration_shows_one_that_falls_due(demo: DemoOrganisations, people: People) -> None:
    with time_machine.travel(date(2026, 1, 6)):
        standings = standings_of(DueDiligence.objects.order_by("pk"), timezone.localdate())
    assert [(one.diligence.organisation.key, one.state) for one in standings] == [
        ("northgate", "in date"),
        ("riverside", "falls due"),
    ]
    (register,) = [one for one in registers() if one.key == "due_diligence"]
    assert register.standing(demo.council, date(2026, 1, 6)).late == 0
    assert register.standing(demo.council, date(2026, 6, 1)).late == 1  # Riverside's insurance has run out


def test_the_last_day_is_the_first_to_run_out() -> None:
    until, none = date(2030, 1, 1), {key: [None] for key in AREAS}
    assert last_day_in_date(until, none) == until
    assert last_day_in_date(until, none | {"safeguarding": [date(2027, 1, 1), date(2028, 1, 1)]}) == date(2028, 1, 1)
    assert last_day_in_date(until, {"safeguarding": [None]}) is None
    assert len(why_not_signable({}, {}, until)) == 9 + 12


@pytest.mark.parametrize(
    ("corruption", "found"),
    [
        ("UPDATE delegation_duediligence SET signed_on = '2031-01-01', valid_to = '2032-01-01'", "signed and in date"),
        ("UPDATE delegation_duediligenceevidence SET area = 'quality_management'", "signed and in date"),
        ("DELETE FROM delegation_act WHERE verb = 'authorise_function'", "by an act of the register"),
        (
            "UPDATE delegation_evaluator SET worker_id = (SELECT a.worker_id FROM delegation_account a "
            "WHERE a.username = 'strategicdirector') WHERE discipline = 'legal'",
            "somebody who evaluated",
        ),
        (
            "UPDATE delegation_duediligence SET post_id = (SELECT MIN(id) FROM delegation_post WHERE role = 'auditor')",
            "somebody who evaluated",
        ),
        ("UPDATE delegation_duediligencescore SET score = 1 WHERE area = 'safeguarding'", "scored sufficient"),
    ],
)
def test_what_was_not_looked_into_is_found(demo: DemoOrganisations, corruption: str, found: str) -> None:
    assert broken_promises() == []
    with guards_lifted(connection), connection.cursor() as cursor:
        cursor.execute(corruption)
    assert any(found in broken.promise.sentence for broken in broken_promises(with_register_walk=False))


def test_the_database_holds_a_signature_to_its_name(demo: DemoOrganisations) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DueDiligence.objects.update(signed_by=None)
