"""The cells of the permission table that no everyday run walks: every page for every role, whosesoever it is."""

import pytest

from tests.permissions.reading import addresses, cells
from tests.permissions.walking import Walk
from tests.permissions.world import World


@pytest.mark.parametrize("page", sorted(addresses()))
def test_the_rest_of_the_table_is_answered_as_it_says(here: World, page: str) -> None:
    address = addresses()[page]
    faults = Walk(here, address).go(cell for cell in cells(address) if not cell.is_everyday)
    assert not faults, "\n".join(faults)
