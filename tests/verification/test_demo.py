"""The demonstration walks on an empty database, and again on its own without doubling anything."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from casework.models import Person, SupportPlan
from delegation.assuring import hash_of_content
from delegation.models import Account, Act, AssuranceException, AssuranceReview, Organisation
from delegation.promises import broken_promises
from delegation.registers import Register, registers, waiting_in
from tests.delegation.conftest import LOADED_AT, _demo_loaded, append_only_tables_can_be_emptied_between_tests
from verification.demo_refused import TRIED
from verification.measures import last_months, measures_of

__all__ = ["_demo_loaded", "append_only_tables_can_be_emptied_between_tests"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_demo_loaded")
def test_the_demo_walks_one_plan_the_whole_way_and_again_doubles_nothing() -> None:
    with time_machine.travel(LOADED_AT + timedelta(days=405), tick=True):
        _walk_and_walk_again()


def _walk_and_walk_again() -> None:
    first, second = StringIO(), StringIO()
    call_command("demo", stdout=first)
    made = (Person.objects.count(), SupportPlan.objects.count())
    call_command("demo", stdout=second)
    assert (Person.objects.count(), SupportPlan.objects.count()) == made
    told = first.getvalue()
    assert "start package" in told
    assert "-> active" in told
    for refusal in ("RetainedByTheCouncil", "WrongState", "NotYourOrganisation", "ChecklistIncomplete", "BeyondLimit"):
        assert refusal in told
    review = AssuranceReview.objects.latest("number")
    red = [line for line in review.content["lines"] if line["colour"] == "red"]
    assert (review.number, review.sha256) == (2, hash_of_content(review.content))
    assert review.signed_by.username == "dass"
    signing = Act.objects.get(verb="sign_assurance_review", subject=f"{review.council.key}:2")
    assert review.content["to_line"] < signing.seq
    assert len(red) >= 3
    assert all(line["why"] for line in red)
    shown = told.partition("Review 2 of the Director")[2]
    named = [line for line in red if f"{line['title']} ({line['source']})" in shown]
    assert len(named) == 3
    assert all(why in shown for line in named for why in line["why"])
    assert review.sha256 in told
    assert AssuranceException.objects.filter(raised_by=review.signed_by).count() == 3
    assert not {one.service.__name__ for one in TRIED} - set(
        Act.objects.filter(outcome="refused").values_list("verb", flat=True)
    )
    today = timezone.localdate()
    standing = dict(zip(registers(), waiting_in(registers(), review.council, today), strict=True))
    assert [register.key for register, waiting in standing.items() if not waiting.late] == []
    assert [register.key for register in standing if not _shows_late(register)] == []
    assert "was walked before" in second.getvalue()
    northgate = Organisation.objects.get(key="northgate")
    counted = {
        one.measure.key: [of.number for of in one.months] for one in measures_of(northgate, last_months(12, today))
    }
    assert [key for key, numbers in counted.items() if not numbers[-1]] == []
    assert [key for key, numbers in counted.items() if numbers.count(0) > (4 if key == "late_reviews" else 0)] == []
    assert broken_promises() == []


def _shows_late(register: Register) -> bool:
    """Whether the page of a register says to the Director that something is late."""
    client = Client()
    client.force_login(Account.objects.get(username="dass"), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(register.href, secure=True, follow=True).content.decode()
    return bool(re.search(r"<strong class=\"govuk-tag[^>]*red[^>]*>\s*(Late|Out of date)<", page))
