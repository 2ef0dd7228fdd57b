"""How money is kept: pounds with two places."""

MONEY = {"max_digits": 12, "decimal_places": 2}
