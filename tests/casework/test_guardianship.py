"""Guardianship: accepted by the council alone on papers the Act allows, renewed in its window, ended by a record."""

import pytest
from django.utils import timezone

from casework.guardianship import demo
from casework.guardianship.guarded import standing
from casework.models import Guardianship
from delegation.demo import DemoOrganisations
from delegation.models import Act
from delegation.promises import broken_promises

pytestmark = pytest.mark.django_db


def test_the_demonstration_loads_once(here: DemoOrganisations) -> None:
    demo.load(here)
    lines = Act.objects.count()
    demo.load(here)
    assert Act.objects.count() == lines
    states = sorted(Guardianship.objects.filter(council=here.council).values_list("state", flat=True))
    assert states == ["discharged", "expired", *["in_force"] * 4, "received", "received", "refused"]
    assert standing(here.council, timezone.localdate()).late == 2
    refused = Act.objects.get(verb="record_guardianship_application", outcome="refused")
    assert refused.refusal == "NotQualified"
    assert broken_promises() == []
