"""What was found in a file: a row for each fault, without anything of the persons in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polars as pl

from returns.cld.checking.findings import Finding
from returns.cld.checking.specification import NAMES

HEADINGS = ("row", "column", "rule_id", "severity", "message")
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Report:
    """The faults of one file. Row 1 is the row of headings, and stands for the file as a whole."""

    rows: int
    release: int
    warnings: tuple[str, ...]
    findings: Sequence[Finding]
    pairs: pl.DataFrame
    # The columns of the file, in their order; `release` is nought where a return has one layout alone.
    columns: Sequence[str] = NAMES

    @cached_property
    def faults(self) -> pl.DataFrame:
        """`row`, `column`, `rule_id`, `severity`, `message`: by row, then in the order of the columns, then by rule."""
        told = _told(self.findings, self.columns)
        sorted_pairs = self.pairs.with_columns(pl.col("finding").replace_strict(told["finding"], told["place"]))
        sorted_pairs = sorted_pairs.sort("row", "finding")
        texts = told.sort("place")
        return pl.DataFrame(
            [sorted_pairs["row"], *(texts[name].gather(sorted_pairs["finding"]) for name in HEADINGS[1:])]
        )

    @cached_property
    def by_finding(self) -> pl.DataFrame:
        """How often each finding was made, the worst first."""
        counted = self.pairs.group_by("finding").len("faults")
        return counted.join(_told(self.findings, self.columns), on="finding").sort(
            "severity", "rule_id", "column", "message"
        )

    @property
    def counts_by_rule(self) -> Mapping[str, int]:
        """How many faults there are of each rule."""
        counted = self.by_finding.group_by("rule_id").agg(pl.col("faults").sum()).sort("rule_id")
        return dict(counted.iter_rows())

    @property
    def counts_by_severity(self) -> Mapping[str, int]:
        """How many faults there are of each severity, all three named."""
        counted = dict(self.by_finding.group_by("severity").agg(pl.col("faults").sum()).iter_rows())
        return {severity: counted.get(severity, 0) for severity in SEVERITIES}

    @cached_property
    def refused_rows(self) -> int:
        """How many rows have an error. The row of headings is none of them."""
        errors = [number for number, finding in enumerate(self.findings) if finding.graded == "error"]
        wrong = self.pairs.filter(pl.col("finding").is_in(errors), pl.col("row") > 1)
        return wrong["row"].n_unique()

    @property
    def has_errors(self) -> bool:
        return self.counts_by_severity["error"] > 0

    def write(self, path: Path) -> None:
        """Write the faults as CSV: first under another name, so that there is never half a report."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".part")
        self.faults.write_csv(unfinished)
        unfinished.replace(path)


def _told(findings: Sequence[Finding], columns: Sequence[str]) -> pl.DataFrame:
    """The findings as texts, with the place each takes among the faults of a row."""
    positions = {name: number for number, name in enumerate(columns)}
    told = pl.DataFrame(
        {
            "finding": pl.Series(range(len(findings)), dtype=pl.UInt16),
            "column": pl.Series([finding.column for finding in findings], dtype=pl.Categorical),
            "rule_id": pl.Series([finding.rule_id for finding in findings], dtype=pl.Categorical),
            "severity": pl.Series([finding.graded for finding in findings], dtype=pl.Enum(SEVERITIES)),
            "message": pl.Series([finding.message for finding in findings], dtype=pl.Categorical),
            "position": pl.Series([positions.get(finding.column, len(columns)) for finding in findings]),
        }
    )
    order = told.select("finding", "position", pl.col("rule_id").cast(pl.String)).sort("position", "rule_id", "finding")
    place = order.select("finding", place=pl.int_range(pl.len(), dtype=pl.UInt16))
    return told.join(place, on="finding", maintain_order="left").drop("position")
