"""The numbers of many registers are counted in one statement, and are what each would be counted as alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from delegation.counting import NONE, Counting, Waiting, counted, numbers_of
from delegation.demo import DemoOrganisations
from delegation.models import Act, Organisation, Post
from delegation.registers import registers, waiting_in

pytestmark = pytest.mark.django_db


def test_many_are_counted_in_one_statement_in_the_order_they_are_asked(demo: DemoOrganisations) -> None:
    providers, posts = Organisation.objects.filter(kind="provider"), Post.objects.all()
    asked = [
        [Counting(rows=providers, late=Q(pk=demo.northgate.pk))],
        Waiting(open=7, late=3),
        [Counting(rows=Act.objects.filter(pk=0))],
        [Counting(rows=posts, open=NONE), Counting(rows=providers.none()), Counting(rows=providers, late=NONE)],
    ]
    with CaptureQueriesContext(
        connection,
    ) as sent:
        found = counted(asked)
    assert found == [
        Waiting(open=providers.count(), late=1),
        Waiting(open=7, late=3),
        Waiting(),
        Waiting(open=providers.count(), late=posts.count()),
    ]
    assert len(sent) == 1


def test_nothing_to_count_asks_nothing() -> None:
    with CaptureQueriesContext(connection) as sent:
        assert counted([Waiting(open=1)]) == [Waiting(open=1)]
    assert not sent.captured_queries


@pytest.mark.parametrize("days", [0, 400])
def test_each_register_counted_with_the_others_is_what_it_is_alone(demo: DemoOrganisations, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)
    together = waiting_in(registers(), demo.council, day)
    assert together == [numbers_of(one.standing(demo.council, day)) for one in registers()]
