"""What the register keeps is committed, and no act begins where a rollback could take it back."""

import pytest
from django.db import connection, transaction

from delegation.authority import BeyondLimit
from delegation.models import Act, Worker

from .conftest import loaded_long_ago
from .test_register import decide

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_act_refuses_to_run_where_a_rollback_could_lose_its_refusal() -> None:
    demo = loaded_long_ago()
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        decide(demo, demo.accounts["teammanager"], "100")


def test_a_refusal_is_truly_committed() -> None:
    demo = loaded_long_ago()
    with pytest.raises(BeyondLimit):
        decide(demo, demo.accounts["teammanager"], "501")
    connection.close()
    assert Act.objects.latest("seq").refusal == "BeyondLimit"
    assert not Worker.objects.filter(name="changed").exists()
