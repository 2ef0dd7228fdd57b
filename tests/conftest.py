"""What every test is given. Worlds are built by calling services, in tests/scenarios.py."""

import pytest
from django.db import connection


@pytest.fixture(autouse=True)
def _pass_over_postgres_tests_on_sqlite(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: python3 run.py test --postgres")
