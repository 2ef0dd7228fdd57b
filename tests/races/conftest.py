"""Two at once are two connections: no transaction of pytest's stands around a race."""

from tests.append_only import append_only_tables_can_be_emptied_between_tests
from tests.proof.conftest import _django_db_helper

__all__ = ["_django_db_helper", "append_only_tables_can_be_emptied_between_tests"]
