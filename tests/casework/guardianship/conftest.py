"""The AMHPs of the demonstration, for guardianships applied for by one of them."""

import pytest

from delegation.amhp import demo as amhp
from delegation.demo import DemoOrganisations


@pytest.fixture
def told(here: DemoOrganisations) -> DemoOrganisations:
    """The demo council with its AMHPs."""
    amhp.load(here)
    return here
