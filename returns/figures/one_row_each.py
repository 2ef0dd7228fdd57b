"""One row a person: the best setting, then a known answer before an unknown one, then the latest start (1 to 3)."""

from dataclasses import dataclass

import polars as pl

from returns.cld.collation import as_compared, compared, says
from returns.figures.counting import records
from returns.figures.persons import PERSON, of_a_council
from returns.reference import listed

NOT_VALID = "Invalid/NULL"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What is told of each person beside the setting, and how doubt about it is settled."""

    column: str
    # The list of permitted answers; any other, and none, is shown as Invalid/NULL.
    values: tuple[str, ...]
    # The answers that say nothing.
    unknown: str
    # What is printed where the rows left still differ.
    conflict: str
    # LTS001c prints what the council wrote, permitted or not.
    as_written: bool = False

    @property
    def key(self) -> str:
        return self.column.lower()

    def known(self, *, corrected: bool) -> pl.Expr:
        """Whether a row tells anything. As published an answer that is not permitted counts as known (1 [BUG])."""
        known = ~says(self.key, self.unknown)
        return (known & says(self.key, *self.values) if corrected else known).fill_null(False)

    def label(self) -> pl.Expr:
        """The answer as printed: in the list's own spelling, or as written."""
        if self.as_written:
            return pl.col(self.column).cast(pl.String)
        spellings = {as_compared(value): value for value in self.values}
        return pl.col(self.key).cast(pl.String).replace_strict(spellings, default=NOT_VALID)


PRIMARY_SUPPORT_REASON = Answer(
    column="Primary_Support_Reason", values=listed("primary_support_reason"), unknown="Unknown", conflict="Unknown"
)
HAS_UNPAID_CARER = Answer(
    column="Has_Unpaid_Carer", values=listed("has_unpaid_carer"), unknown="Unknown", conflict="Unknown"
)
ETHNICITY = Answer(
    column="Ethnicity",
    values=listed("ethnicity"),
    unknown="No data - Undeclared or Not known",
    conflict="No data - Undeclared or Not known",
)


def one_row_each(rows: pl.DataFrame, answer: Answer, *, corrected: bool) -> pl.DataFrame:
    """One row for each person of a council: setting, mechanism and the one answer, with the records behind it."""
    # (1) the lowest rank of setting
    left = rows.filter(of_a_council(), pl.col("rank") == pl.col("rank").min().over(PERSON))
    # (2) of those, a known answer where there is one
    left = left.with_columns(known=answer.known(corrected=corrected))
    left = left.filter(pl.col("known") == pl.col("known").max().over(PERSON))
    # (3) of those, the latest start
    left = left.filter(pl.col("Event_Start_Date") == pl.col("Event_Start_Date").max().over(PERSON))
    # (4) and (5): the answer as printed, and what stands for several
    label = answer.label().alias("label")
    groups = left.with_columns(label).with_columns(label_key=compared("label"))
    return groups.group_by(*PERSON, "service_type", "delivery_mechanism").agg(
        pl.when(pl.col("label_key").n_unique() > 1)
        .then(pl.lit(answer.conflict))
        .otherwise(pl.col("label").min())
        .alias(answer.column),
        pl.col("Service_Type").min(),
        pl.col("Delivery_Mechanism").min(),
        records(),
    )
