"""The demonstration walks on an empty database, and again on its own without doubling anything."""

from io import StringIO

import pytest
from django.core.management import call_command

from casework.models import Person, SupportPlan
from delegation.assuring import hash_of_content
from delegation.models import Act, AssuranceException, AssuranceReview
from delegation.promises import broken_promises
from tests.delegation.conftest import _demo_loaded, append_only_tables_can_be_emptied_between_tests

__all__ = ["_demo_loaded", "append_only_tables_can_be_emptied_between_tests"]


@pytest.mark.django_db
@pytest.mark.usefixtures("_demo_loaded")
def test_the_demo_walks_one_plan_the_whole_way_and_again_doubles_nothing() -> None:
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
    assert (
        review.content["to_line"] < Act.objects.get(verb="sign_assurance_review", subject=f"{review.council.key}:2").seq
    )
    assert len(red) >= 3
    assert all(line["why"] for line in red)
    shown = [line for line in red if line["title"] in told]
    assert all(why in told for line in shown[:3] for why in line["why"])
    assert review.sha256 in told
    assert AssuranceException.objects.filter(raised_by=review.signed_by).count() == 3
    assert "was walked before" in second.getvalue()
    assert broken_promises() == []
