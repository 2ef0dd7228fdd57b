"""Disagreements gathered into matters to choose upon: one person's details, or one event. Pure, from frame to frame.

A matter is known again by the hash of who and what it is about and of both values, so that it is the same matter when
the same thing is sent again, and another as soon as a value changes.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from returns.cld.disagreements import (
    BORN,
    COUNCIL,
    NHS,
    SAME_EVENT,
    keyed,
    of_events,
    of_one_alone,
    of_people,
    people_matched,
    same_events,
)
from returns.specification import Specification

IDENTIFIERS = (NHS, COUNCIL, BORN)
TOLD_APART = (*SAME_EVENT, "Event End Date", "Event Reference")
MARK, END = "\x1f", "\x1e"
# Differing events first, then people, then what one side tells alone.
ORDER = ("event", "person", "alone")


@dataclass(frozen=True)
class Laid:
    """Two files laid side by side, rows by their place in each.

    `matters`: sha256, about, our_row, their_row, our_person, their_person; `fields`: one line for each field of a
    matter; `same`: the rows that tell of the same event; `own` and `other`: both files, with their people numbered.
    """

    matters: pl.DataFrame
    fields: pl.DataFrame
    same: pl.DataFrame
    own: pl.DataFrame
    other: pl.DataFrame


def laid_side_by_side(ours: pl.DataFrame, theirs: pl.DataFrame, spec: Specification, *, salt: str) -> Laid:
    """Every matter of two files in the columns of one release; `salt` makes the hashes those of one round."""
    own, other = keyed(ours, "our"), keyed(theirs, "their")
    pairs = people_matched(own, other)
    same = same_events(own, other, pairs)
    told = [
        of_people(own, other, pairs, spec),
        of_events(own, other, same, spec),
        of_one_alone(own, other, pairs, same).with_columns(about=pl.lit("alone")),
    ]
    fields = with_people(pl.concat(told), own, other)
    matters = fields.group_by("matter", maintain_order=True).agg(
        pl.col("about", "our_row", "their_row", "our_person", "their_person").first(),
        pl.concat_str(pl.col("field"), pl.col("ours").fill_null(END), pl.col("theirs").fill_null(END), separator=MARK)
        .str.join(END)
        .alias("said"),
    )
    identified = matters.join(_identity(own, "our"), on="our_row", how="left", maintain_order="left")
    identified = identified.join(_identity(other, "their"), on="their_row", how="left", maintain_order="left")
    texts = identified.select("about", pl.col("our_identity", "their_identity").fill_null(END), "said").iter_rows()
    hashed = matters.drop("said").with_columns(pl.Series("sha256", _hashes(texts, salt), dtype=pl.String))
    fields = fields.join(hashed.select("matter", "sha256"), on="matter", maintain_order="left")
    return Laid(hashed.drop("matter"), fields.drop("matter"), same, own, other)


def with_people(told: pl.DataFrame, own: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """The fields with their people, and a number for the matter each is of, in the order they are shown."""
    named = told.join(own.select("our_row", "our_person"), on="our_row", how="left")
    named = named.join(other.select("their_row", "their_person"), on="their_row", how="left")
    of_a_person = pl.col("about") == "person"
    row = pl.when(~of_a_person)
    key = pl.struct(
        "about", "our_person", "their_person", row.then("our_row").alias("a"), row.then("their_row").alias("b")
    )
    place = pl.col("about").replace_strict(dict(zip(ORDER, range(len(ORDER)), strict=True)), return_dtype=pl.UInt8)
    ordered = named.with_columns(place=place).sort("place", "our_row", "their_row", "field", nulls_last=True)
    return ordered.with_columns(matter=key.rank("dense")).drop("place")


def _identity(rows: pl.DataFrame, whose: str) -> pl.DataFrame:
    """Who and what a row is of, as one text."""
    texts = [pl.col(name).cast(pl.String).fill_null("") for name in (*IDENTIFIERS, *TOLD_APART)]
    return rows.select(f"{whose}_row", pl.concat_str(texts, separator=MARK).alias(f"{whose}_identity"))


def _hashes(texts: Iterable[tuple[str, ...]], salt: str) -> list[str]:
    return [hashlib.sha256(END.join((salt, *several)).encode()).hexdigest() for several in texts]
