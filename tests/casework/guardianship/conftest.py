"""The AMHPs of the demonstration, for guardianships applied for by one of them."""

import pytest

from delegation.amhp import demo as amhp
from delegation.demo import DemoOrganisations
from tests.once import Begun


@pytest.fixture
def told(here: DemoOrganisations, begun: Begun) -> DemoOrganisations:
    """The demo council with its AMHPs."""
    begun("AMHPs", lambda: amhp.load(here))
    return here
