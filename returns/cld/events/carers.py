"""Who cares for whom: told on each row of a carer, and on a row of its own for a carer of whom there is no event.

Source: Client Level Data guidance Release 1 (up to three adults; a carer known by association has person and links
only); Care Act 2014 s.10(3).
"""

import polars as pl

from returns.cld.events.period import Period

MOST_ADULTS = 3
CARERS = ("Unpaid carer", "Unpaid carer known by association")
ADULTS = tuple(f"adult_{place}" for place in range(1, MOST_ADULTS + 1))


def caring(carers: pl.DataFrame, people: pl.DataFrame, period: Period) -> pl.DataFrame:
    """For each carer: hours a week, how many adults, and the council's numbers of the first three.

    Links of the last day that can be told; of who cared for nobody by then, those of the days before.
    """
    numbered = carers.join(people.select(cared_for_id="person_id", number="council_number"), on="cared_for_id")
    running = pl.col("to_day").is_null() | (pl.col("to_day") >= period.last)
    running_now = numbered.with_columns(running=running)
    counted = running_now.filter(pl.col("running") | ~pl.col("running").any().over("person_id"))
    counted = counted.unique(["person_id", "cared_for_id"], keep="last", maintain_order=True)
    return counted.group_by("person_id", maintain_order=True).agg(
        hours_caring=pl.when(pl.col("hours").count() > 0).then(pl.col("hours").sum()),
        adults_cared_for=pl.len().cast(pl.Int64),
        **{adult: pl.col("number").get(place, null_on_oob=True) for place, adult in enumerate(ADULTS)},
    )


def carers_known_by_association(
    carers: pl.DataFrame, events: pl.DataFrame, acts: pl.DataFrame, people: pl.DataFrame, period: Period
) -> pl.DataFrame:
    """A row without an event for each carer who has none, of an adult who has one in the period; not of the dead."""
    with_events = events.select("person_id").unique()
    linked = carers.join(with_events, left_on="cared_for_id", right_on="person_id", how="semi")
    alone = linked.join(with_events, on="person_id", how="anti").select("person_id").unique(maintain_order=True)
    alive = people.filter(pl.col("date_of_death").is_null() | (pl.col("date_of_death") >= period.start))
    named = alone.join(alive.select("person_id", "person"), on="person_id")
    linked_by = acts.filter(pl.col("verb") == "link_carer").group_by("carer").agg(pl.col("act").max())
    return named.join(linked_by, left_on="person", right_on="carer", how="left").select(
        "person_id", "act", client_type=pl.lit("Unpaid carer known by association")
    )
