"""What no database keeps is refused with a sentence, at the one door through which everything is kept."""

import pytest
from django.utils import timezone

from delegation import register
from delegation.assuring import sign_assurance_review
from delegation.demo import DemoOrganisations
from delegation.information.foi import answer_foi_request, record_foi_request
from delegation.models import Act, AssuranceReview, FoiRequest, Organisation
from delegation.records import said
from delegation.refusals import AlreadyThere, NotKept, Refused
from delegation.register import act, keep, keep_changed, keep_many, note, whole
from delegation.unfit import made_fit, unfit_text, unfit_within
from returns.rounds.asking import say

UNFIT = ["Because\0 of it.", "Because of it\ud800."]


@pytest.mark.parametrize("text", UNFIT)
def test_a_nul_and_half_of_a_character_are_told_from_what_can_be_kept(text: str) -> None:
    assert unfit_text(text)
    assert unfit_within({"a": [1, {"b": text}]})
    assert unfit_within({text: 1})
    assert not unfit_within({"a": ["Ünïcode £ ‘quoted’ \n \U0001f600", None, 3]})
    assert not unfit_text(made_fit(text))
    for words in (said, say):
        with pytest.raises(NotKept, match="cannot be kept"):
            words(text, "Write it.")


@pytest.mark.django_db
@pytest.mark.parametrize("text", UNFIT)
def test_no_way_of_keeping_lets_it_through(demo: DemoOrganisations, text: str) -> None:
    northgate = demo.northgate
    northgate.name = text
    by = demo.accounts["dass"]
    for doing in (
        lambda: keep(northgate, by=by, why="renamed"),
        lambda: keep_changed([northgate], ["name"], by=by, why="renamed"),
        lambda: keep_many([northgate], by=by, why="entered"),
        lambda: keep(demo.council, by=by, why=text),
        lambda: note(council=demo.council, verb="x", subject_kind="x", subject="x", reason=text),
        lambda: note(council=demo.council, verb="x", subject_kind="x", subject="x", reason="", detail={"a": [text]}),
    ):
        with pytest.raises(NotKept, match="cannot be kept"), whole():
            doing()
    assert Organisation.objects.get(pk=northgate.pk).name == "Northgate Care Partnership"


@pytest.mark.django_db
@pytest.mark.parametrize("text", UNFIT)
def test_an_answer_that_cannot_be_kept_is_refused_and_the_refusal_registered(
    demo: DemoOrganisations, text: str
) -> None:
    by = demo.accounts["information"]
    told = {"asked_by": "A newspaper", "reply_to": "desk@newspaper.example", "asked_for": "How many?"}
    held = record_foi_request(
        by=by, council=demo.council, reached=demo.council, received_on=timezone.localdate(), **told
    )
    with pytest.raises(NotKept):
        answer_foi_request(by=by, foi_request=held.ref, answer=text)
    line = Act.objects.latest("pk")
    assert (line.outcome, line.refusal, line.verb) == ("refused", "NotKept", "answer_foi_request")
    assert FoiRequest.objects.get(ref=held.ref).answer == ""
    with pytest.raises(NotKept):
        sign_assurance_review(by=demo.accounts["dass"], council=demo.council, remarks=text)
    assert not AssuranceReview.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("text", UNFIT)
def test_a_refusal_that_repeats_what_was_written_is_registered_all_the_same(demo: DemoOrganisations, text: str) -> None:
    by = demo.accounts["information"]
    told = {"asked_by": "A newspaper", "reply_to": "desk@newspaper.example", "asked_for": "How many?"}
    held = record_foi_request(
        by=by, council=demo.council, reached=demo.council, received_on=timezone.localdate(), **told
    )

    @act
    def answer_and_repeat() -> None:
        answer_foi_request(by=by, foi_request=held.ref, answer="Twelve.")
        raise AlreadyThere(f"There is {text} already.")

    with pytest.raises(Refused):
        answer_and_repeat()
    line = Act.objects.latest("pk")
    assert (line.outcome, line.reason) == ("refused", f"There is {made_fit(text)} already.")


@pytest.mark.django_db
def test_without_the_door_it_would_be_kept_or_fail(demo: DemoOrganisations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "refuse_unfit", lambda records, *words: None)
    northgate = demo.northgate
    northgate.name = "North\ud800gate"
    with pytest.raises(Exception, match="surrogates"), whole():
        keep(northgate, by=demo.accounts["dass"], why="renamed")
