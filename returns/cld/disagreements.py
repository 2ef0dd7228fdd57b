"""Where casework and a provider's file tell different things of one person or event: both are shown, none is chosen.

A person of one is a person of the other where two identifiers agree (NHS number, the council's number, date of birth),
never by name. An event is the same where person, kind and first day are, and for a service its component.
"""

from collections.abc import Iterable

import polars as pl

from returns.specification import Specification

NHS, COUNCIL, BORN = "NHS Number", "LA Person Unique Identifier", "Date of Birth"
TWO_OF_THREE = ((NHS, COUNCIL), (NHS, BORN), (COUNCIL, BORN))
SAME_EVENT = ("Event Type", "Event Start Date", "Service Component")
# Of the file and not of the person or the event, or each side's own.
NOT_COMPARED = {"LA Code", "Reporting Period Start Date", "Reporting Period End Date", "Event Reference", *SAME_EVENT}
PERSON_DETAILS = "Person details"
# Of a person it depends on the event: somebody can be supported and care for another.
BY_EVENT = {"Client Type"}
DIFFERS, ONLY_OURS, ONLY_THEIRS = "differs", "only in casework", "only in the file"
TOLD = ("about", "our_row", "their_row", "field", "ours", "theirs", "how")


def disagreements(ours: pl.DataFrame, theirs: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """Every field on which they differ, and every event that one of them has alone, of the people both tell of.

    Args: both in the columns of the specification and in one release; rows are told by their place, from 0.
    """
    own, other = ours.with_row_index("our_row"), theirs.with_row_index("their_row")
    pairs = people_matched(ours, theirs)
    told = [of_people(own, other, pairs, spec), of_events(own, other, pairs, spec), of_one_alone(own, other, pairs)]
    return pl.concat(told).sort("our_row", "their_row", "field", nulls_last=True)


def people_matched(ours: pl.DataFrame, theirs: pl.DataFrame) -> pl.DataFrame:
    """Which person of casework is which of the file: two identifiers of three are the same on both.

    A file that leaves an identifier out here and there still tells of one person. Somebody of the file who would be
    two people of casework is nobody there: the identifiers are mended first.
    """
    own, other = _people(ours, "our"), _people(theirs, "their")
    found = [own.join(other, on=list(pair)).select("our_person", "their_person") for pair in TWO_OF_THREE]
    matched = pl.concat(found).unique()
    return matched.filter(pl.len().over("their_person") == 1).sort("our_person", "their_person")


def _people(rows: pl.DataFrame, whose: str) -> pl.DataFrame:
    """The different sets of identifiers, with a key of their own; an identifier left blank is the same as none."""
    return rows.select(NHS, COUNCIL, BORN, _person(f"{whose}_person")).unique()


def _person(name: str) -> pl.Expr:
    """A person's key within one file: the three identifiers together."""
    return pl.struct(NHS, COUNCIL, BORN).alias(name)


def of_people(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """Details of a person that differ: each pair of values once, at the first row on either side that has it."""
    fields = [
        field.name
        for field in spec.fields
        if field.module == PERSON_DETAILS and field.name not in BY_EVENT | NOT_COMPARED
    ]
    paired = pairs.join(_values(own, fields, "our"), on="our_person").join(
        _values(other, fields, "their"), on=["their_person", "field"]
    )
    return _differing(paired).select(pl.lit("person").alias("about"), *TOLD[1:])


def _values(rows: pl.DataFrame, fields: Iterable[str], whose: str) -> pl.DataFrame:
    """The different values each person has in each field, with the first row of each."""
    value, row = {"our": "ours", "their": "theirs"}[whose], f"{whose}_row"
    texts = rows.with_columns(_person(f"{whose}_person")).select(row, f"{whose}_person", *map(_text, fields))
    long = texts.unpivot(index=[row, f"{whose}_person"], variable_name="field", value_name=value)
    return long.group_by(f"{whose}_person", "field", value).agg(pl.col(row).min())


def of_events(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """Fields of the same event that differ."""
    fields = [
        field.name
        for field in spec.fields
        if (field.module != PERSON_DETAILS or field.name in BY_EVENT) and field.name not in NOT_COMPARED
    ]
    same = _same_events(own, other, pairs)
    ours = _long(own, fields, "our_row", "ours")
    theirs = _long(other, fields, "their_row", "theirs")
    paired = same.join(ours, on="our_row").join(theirs, on=["their_row", "field"])
    return _differing(paired).select(pl.lit("event").alias("about"), *TOLD[1:])


def of_one_alone(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Events of a person both tell of that only one of them has."""
    same = _same_events(own, other, pairs)
    mine = _numbered(own, "our").join(pairs.select("our_person"), on="our_person", how="semi")
    yours = _numbered(other, "their").join(pairs.select("their_person"), on="their_person", how="semi")
    only_mine = mine.filter(pl.col("Event Type").is_not_null()).join(same, on="our_row", how="anti")
    only_yours = yours.filter(pl.col("Event Type").is_not_null()).join(same, on="their_row", how="anti")
    event = pl.col("Event Type")
    return pl.concat(
        [
            only_mine.select("our_row", ours=event, how=pl.lit(ONLY_OURS)),
            only_yours.select("their_row", theirs=event, how=pl.lit(ONLY_THEIRS)),
            pl.DataFrame(schema=dict.fromkeys(("our_row", "their_row"), pl.UInt32)),
        ],
        how="diagonal",
    ).select(
        pl.lit("event").alias("about"),
        "our_row",
        "their_row",
        pl.lit("Event Type").alias("field"),
        pl.col("ours").cast(pl.String),
        pl.col("theirs").cast(pl.String),
        "how",
    )


def _same_events(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Rows of either side that tell of the same event; the first with the first, where there are several alike."""
    key = [*SAME_EVENT, "number"]
    mine = _numbered(own, "our").join(pairs, on="our_person")
    return mine.join(_numbered(other, "their"), on=["their_person", *key], nulls_equal=True).select(
        "our_row", "their_row"
    )


def _numbered(rows: pl.DataFrame, whose: str) -> pl.DataFrame:
    """The events with their person, and a number among those that are alike, by their last day."""
    person, row = f"{whose}_person", f"{whose}_row"
    ordered = rows.with_columns(_person(person)).sort("Event End Date", row, nulls_last=True)
    return ordered.select(row, person, *SAME_EVENT, number=pl.int_range(pl.len()).over(person, *SAME_EVENT))


def _long(rows: pl.DataFrame, fields: Iterable[str], row: str, value: str) -> pl.DataFrame:
    texts = rows.select(row, *map(_text, fields))
    return texts.unpivot(index=row, variable_name="field", value_name=value)


def _differing(paired: pl.DataFrame) -> pl.DataFrame:
    how = (
        pl.when(pl.col("theirs").is_null())
        .then(pl.lit(ONLY_OURS))
        .when(pl.col("ours").is_null())
        .then(pl.lit(ONLY_THEIRS))
        .otherwise(pl.lit(DIFFERS))
    )
    return paired.filter(pl.col("ours").ne_missing(pl.col("theirs"))).with_columns(how=how)


def _text(field: str) -> pl.Expr:
    """A value as it is shown and compared."""
    return pl.col(field).cast(pl.String)
