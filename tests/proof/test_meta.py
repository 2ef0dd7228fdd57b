"""What must be so of every service, every field and every line of history, found by walking the code."""

import inspect
import subprocess
import sys
from collections.abc import Iterator

import pytest
import time_machine
from django.apps import apps
from django.db import connection, models

from delegation.models import Act
from delegation.refusals import Refused
from tests.proof.services import acts, functions_of_service_modules
from tests.proof.test_nth_query import SERVICES, Attempt, prepared
from tests.proof.worlds import APPS, BEGINS_AT, World
from tests.registers.kit import services

pytestmark = pytest.mark.django_db

# Takes `by` and is no act: what it is instead.
NOT_ACTS = {
    "casework.services.reading.person_for_reading": "a reading: it writes its own line, and changes nothing",
    "casework.services.reading.plan_for_reading": "a reading: it writes its own line, and changes nothing",
    "casework.services.people.record_new_person": "the inside of two services, which are acts",
}
# A moment without its person, and where the person is.
MOMENTS_ALONE = {
    "verification.FundingDecision.ended_at": "ended by another act: who did it is in the decision's history",
}
# Lines of history without a user, by their reason: a council was opened with its first two people, or a clock did it.
NOBODYS = ("The council was opened", "Entered", "the step's clock ran out")
# What anybody may do: to themselves, or because nobody of the council is kept from raising a concern.
FOR_ANYBODY = {"open_council", "change_own_password", "raise_safeguarding_concern"}


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(BEGINS_AT, tick=True):
        yield


def _models() -> list[type[models.Model]]:
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def test_whatever_takes_the_one_who_acts_is_an_act() -> None:
    for name, service in functions_of_service_modules().items():
        given = inspect.signature(service).parameters.values()
        is_service = "by" in {each.name for each in given} and all(each.kind is each.KEYWORD_ONLY for each in given)
        assert not is_service or getattr(service, "is_act", False) or name in NOT_ACTS, name


def test_every_act_takes_words_only_says_what_it_gives_and_what_it_is() -> None:
    for name, service in acts().items():
        signature = inspect.signature(service)
        assert all(each.kind is each.KEYWORD_ONLY for each in signature.parameters.values()), name
        assert signature.return_annotation is not signature.empty, name
        assert (service.__doc__ or "").strip().splitlines()[0].endswith((".", ":")), name


def test_every_moment_has_its_person() -> None:
    alone = {
        f"{model._meta.label}.{field.name}"
        for model in _models()
        for field in model._meta.concrete_fields
        if not model.__name__.startswith("Historical")
        and isinstance(field, models.DateTimeField)
        and field.name.endswith("_at")
        and not hasattr(model, f"{field.name[:-3]}_by")
    }
    assert alone == set(MOMENTS_ALONE)


def test_imports_point_one_way() -> None:
    lint = [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"]
    done = subprocess.run(lint, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_line_of_history_says_who_and_why(again: World) -> None:
    for model in _models():
        if not model.__name__.startswith("Historical"):
            continue
        for line in model._default_manager.all():
            why = line.history_change_reason  # type: ignore[attr-defined]
            assert why, f"{model.__name__} {line.pk} says no reason"
            assert line.history_user_id or why in NOBODYS, f"{model.__name__} {line.pk} ({why}) names nobody"  # type: ignore[attr-defined]


def test_every_row_has_its_line_of_history(again: World) -> None:
    for model in _models():
        kept = getattr(model, "history", None)
        if kept is None or model.__name__.startswith("Historical"):
            continue
        without = model._default_manager.exclude(pk__in=kept.model.objects.values(model._meta.pk.attname))
        assert not without.exists(), f"{model.__name__} has rows nobody wrote down"


STRANGER_TO = {name: "returns" for name, service in services().items() if service.by == "guardianship"}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_writes_its_act_and_its_refusal(again: World, name: str) -> None:
    attempt = prepared(again, name)
    before = Act.objects.latest("pk").pk
    if name not in FOR_ANYBODY:
        # Somebody of the council whom the service is not for.
        stranger = Attempt(name, again.accounts[STRANGER_TO.get(name, "guardianship")], attempt.given)
        with pytest.raises(Refused) as refused:
            stranger.do()
        (line,) = Act.objects.filter(pk__gt=before)
        assert (line.outcome, line.refusal) == (Act.Outcome.REFUSED, refused.value.name)
        assert line.account == stranger.by
        assert line.reason == refused.value.sentence
        before = line.pk
    attempt.do()
    lines = list(Act.objects.filter(pk__gt=before))
    assert lines
    assert {line.outcome for line in lines} <= {Act.Outcome.EXERCISED, Act.Outcome.NOTED}
    assert connection.is_usable()
