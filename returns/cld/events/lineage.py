"""Where a row comes from: the person's reference, the plan, the package, the record, and the act in the register."""

import polars as pl

LINEAGE = ("person", "plan", "package", "record", "act", "restricted")


def act_of(events: pl.DataFrame, acts: pl.DataFrame, verb: str, subject: str) -> pl.DataFrame:
    """The events with the place in the register of the act that made each: the last of its verb on its subject.

    What was not made by an act of this register (a record taken over) has none.
    """
    made = acts.filter(pl.col("verb") == verb).group_by("subject").agg(pl.col("act").max())
    return events.join(made, left_on=subject, right_on="subject", how="left")
