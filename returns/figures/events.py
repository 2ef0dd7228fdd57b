"""The events of the short term tables: each request and service in its newest version (rules 4.1, 4.2 and 5.1)."""

import polars as pl


def service_key() -> pl.Expr:
    """What makes two versions one service, beside person and start: type, component and mechanism, run together.

    There is nothing between the three, as published: a component that says Direct Payment and no mechanism makes the
    same service as no component and the mechanism Direct Payment.
    """
    parts = [pl.col(column).cast(pl.String) for column in ("Service_Type", "Service_Component", "Delivery_Mechanism")]
    return pl.concat_str(parts, ignore_nulls=True).str.strip_chars_end(" ").str.to_lowercase().alias("service_key")
