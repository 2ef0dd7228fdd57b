"""Where casework and a provider's file tell different things of one person or event: both are shown, none is chosen.

A person of one is a person of the other where two identifiers agree (NHS number, the council's number, date of birth),
never by name. An event is the same where person, kind and first day are, and for a service its component.
"""

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
THEIRS = " in the file"
DIFFERS, ONLY_OURS, ONLY_THEIRS = "differs", "only in casework", "only in the file"
TOLD = ("about", "our_row", "their_row", "field", "ours", "theirs", "how")


def disagreements(ours: pl.DataFrame, theirs: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """Every field on which they differ, and every event that one of them has alone, of the people both tell of.

    Args: both in the columns of the specification and in one release; rows are told by their place, from 0.
    """
    own, other = keyed(ours, "our"), keyed(theirs, "their")
    pairs = people_matched(own, other)
    same = same_events(own, other, pairs)
    told = [
        of_people(own, other, pairs, spec),
        of_events(own, other, same, spec),
        of_one_alone(own, other, pairs, same),
    ]
    return pl.concat(told).sort("our_row", "their_row", "field", nulls_last=True)


def keyed(rows: pl.DataFrame, whose: str) -> pl.DataFrame:
    """The rows with their place and a number for the person, worked out once: texts are slow to compare."""
    texts = [pl.col(identifier).cast(pl.String).fill_null("") for identifier in (NHS, COUNCIL, BORN)]
    person = pl.concat_str(texts, separator="\n").rank("dense").cast(pl.UInt32)
    return rows.with_row_index(f"{whose}_row").with_columns(person.alias(f"{whose}_person"))


def people_matched(own: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """Which person of casework is which of the file: two identifiers of three are the same on both.

    A file that leaves an identifier out here and there still tells of one person. Somebody of the file who would be
    two people of casework is nobody there: the identifiers are mended first.
    """
    ours, theirs = _people(own, "our"), _people(other, "their")
    found = [ours.join(theirs, on=list(pair)).select("our_person", "their_person") for pair in TWO_OF_THREE]
    matched = pl.concat(found).unique()
    return matched.filter(pl.len().over("their_person") == 1).sort("our_person", "their_person")


def _people(rows: pl.DataFrame, whose: str) -> pl.DataFrame:
    """The different sets of identifiers, with a key of their own; an identifier left blank is the same as none."""
    return rows.select(NHS, COUNCIL, BORN, f"{whose}_person").unique()


def of_people(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """Details of a person that differ: each pair of values once, at the first row on either side that has it."""
    fields = [
        field.name
        for field in spec.fields
        if field.module == PERSON_DETAILS and field.name not in BY_EVENT | NOT_COMPARED
    ]
    mine = own.join(pairs.select("our_person").unique(), on="our_person", how="semi")
    yours = other.join(pairs.select("their_person").unique(), on="their_person", how="semi")
    return pl.concat(_differing(_of_person(mine, yours, pairs, field), field, "person") for field in fields)


def _of_person(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame, field: str) -> pl.DataFrame:
    """The different values each matched person has in one field, on either side, with the first row of each."""
    ours, theirs = _values(own, field, "our", "ours"), _values(other, field, "their", "theirs")
    return pairs.join(ours, on="our_person").join(theirs, on="their_person")


def _values(rows: pl.DataFrame, field: str, whose: str, value: str) -> pl.DataFrame:
    person, row = f"{whose}_person", f"{whose}_row"
    # Grouped in the field's own kind: a day is a number there, and a value told on many rows is written out once.
    told = rows.group_by(person, field).agg(pl.col(row).min())
    return told.select(row, person, _text(field).alias(value))


def of_events(own: pl.DataFrame, other: pl.DataFrame, same: pl.DataFrame, spec: Specification) -> pl.DataFrame:
    """Fields of the same event that differ."""
    fields = [
        field.name
        for field in spec.fields
        if (field.module != PERSON_DETAILS or field.name in BY_EVENT) and field.name not in NOT_COMPARED
    ]
    ours, theirs = own.select("our_row", *fields), other.select("their_row", *fields)
    beside = same.join(ours, on="our_row").join(theirs, on="their_row", suffix=THEIRS)
    return pl.concat(
        _differing(
            beside.select(
                "our_row",
                "their_row",
                _text(field).alias("ours"),
                _text(field + THEIRS).alias("theirs"),
            ),
            field,
            "event",
        )
        for field in fields
    )


def of_one_alone(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame, same: pl.DataFrame) -> pl.DataFrame:
    """Events of a person both tell of that only one of them has."""
    mine = own.select("our_row", "our_person", "Event Type")
    mine = mine.join(pairs.select("our_person"), on="our_person", how="semi")
    yours = other.select("their_row", "their_person", "Event Type")
    yours = yours.join(pairs.select("their_person"), on="their_person", how="semi")
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


def same_events(own: pl.DataFrame, other: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Rows of either side that tell of the same event; the first with the first, where there are several alike."""
    key = [*SAME_EVENT, "number"]
    mine = _numbered(own, "our").join(pairs, on="our_person")
    return mine.join(_numbered(other, "their"), on=["their_person", *key], nulls_equal=True).select(
        "our_row", "their_row"
    )


def _numbered(rows: pl.DataFrame, whose: str) -> pl.DataFrame:
    """The events with their person, and a number among those that are alike, by their last day."""
    person, row = f"{whose}_person", f"{whose}_row"
    told = rows.select(row, person, "Event End Date", *SAME_EVENT).sort("Event End Date", row, nulls_last=True)
    return told.select(row, person, *SAME_EVENT, number=pl.int_range(pl.len()).over(person, *SAME_EVENT))


def _differing(paired: pl.DataFrame, field: str, about: str) -> pl.DataFrame:
    """The pairs whose values of one field are not the same; nothing is not the same as something."""
    how = (
        pl.when(pl.col("theirs").is_null())
        .then(pl.lit(ONLY_OURS))
        .when(pl.col("ours").is_null())
        .then(pl.lit(ONLY_THEIRS))
        .otherwise(pl.lit(DIFFERS))
    )
    unlike = paired.filter(pl.col("ours").ne_missing(pl.col("theirs")))
    return unlike.with_columns(about=pl.lit(about), field=pl.lit(field), how=how).select(TOLD)


def _text(field: str) -> pl.Expr:
    """A value as it is shown and compared."""
    return pl.col(field).cast(pl.String)
