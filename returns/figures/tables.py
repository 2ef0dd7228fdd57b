"""Every table by its name: what is asked for, what files it gives, and the work several tables share."""

from collections.abc import Callable, Mapping
from functools import cached_property

import polars as pl

from returns.cld.submissions import latest_submission
from returns.figures.ascof_2b2c import ascof_2b2c
from returns.figures.ascof_2e import ascof_2e
from returns.figures.ascof_3d import ascof_3d
from returns.figures.carers import lts003
from returns.figures.counting import Files
from returns.figures.events import request_events, st_max_events
from returns.figures.lts001 import lts001a, lts001b, lts001c
from returns.figures.lts002 import lts002a, lts002b
from returns.figures.lts004 import lts004
from returns.figures.persons import identified_for_good
from returns.figures.st_max import ascof_2a, sts002a, sts002b, what_followed
from returns.figures.sts001 import Requests, requests, sts001
from returns.figures.window import Window


class Workings:
    """One input, window and method; what several tables need is worked out once."""

    def __init__(self, rows: pl.DataFrame, window: Window, *, corrected: bool = False) -> None:
        self.window, self.corrected = window, corrected
        self.rows = identified_for_good(rows) if corrected else rows

    @cached_property
    def submission(self) -> pl.DataFrame:
        """The newest whole submission of each council (rule 0.2)."""
        return latest_submission(self.rows, self.window)

    @cached_property
    def requests(self) -> Requests:
        """What became of each request of a new client (rule 4): STS001, and the cohort of STS002a."""
        events = request_events(self.rows, self.window, corrected=self.corrected)
        return requests(events, self.window, corrected=self.corrected)

    @cached_property
    def st_max_events(self) -> pl.DataFrame:
        """The events of STS002a and b (rule 5.1)."""
        return st_max_events(self.rows, self.window, corrected=self.corrected)

    @cached_property
    def after_st_max(self) -> pl.DataFrame:
        """What followed each ST-Max of a new client (rule 5): STS002a and ASCOF 2A."""
        cohort = self.requests.cohort
        return what_followed(self.st_max_events, cohort, self.window, corrected=self.corrected)

    @cached_property
    def supported(self) -> Files:
        """LTS001a, whose people LTS002a counts too."""
        return lts001a(self.submission, self.window, corrected=self.corrected)

    @cached_property
    def lasting(self) -> Files:
        """LTS001c, whose people LTS002b counts too."""
        return lts001c(self.submission, self.window, corrected=self.corrected)

    def files_of(self, table: str) -> Files:
        """The files of one table, by name without .csv: figures and lineage."""
        return TABLES[table](self)


def _long_term(table: Callable[..., Files]) -> Callable[[Workings], Files]:
    return lambda work: table(work.submission, work.window, corrected=work.corrected)


TABLES: Mapping[str, Callable[[Workings], Files]] = {
    "STS001": lambda work: sts001(work.requests),
    "STS002a": lambda work: sts002a(work.after_st_max),
    "STS002b": lambda work: sts002b(work.st_max_events, work.window, corrected=work.corrected),
    "LTS001a": lambda work: work.supported,
    "LTS001b": _long_term(lts001b),
    "LTS001c": lambda work: work.lasting,
    "LTS002a": lambda work: lts002a(work.submission, work.supported, work.window, corrected=work.corrected),
    "LTS002b": lambda work: lts002b(work.submission, work.lasting, work.window, corrected=work.corrected),
    "LTS003": _long_term(lts003),
    "LTS004": _long_term(lts004),
    "ASCOF_2A": lambda work: ascof_2a(work.after_st_max, corrected=work.corrected),
    "ASCOF_2B2C": lambda work: ascof_2b2c(work.rows, work.window, corrected=work.corrected),
    "ASCOF_2E": _long_term(ascof_2e),
    "ASCOF_3D": _long_term(ascof_3d),
}

# What `all` means: the tables for which the centre published a script. LTS002a and b are asked for by name.
PUBLISHED = tuple(table for table in TABLES if not table.startswith("LTS002"))
