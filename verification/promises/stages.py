"""The states and the posts that the promises of this app speak of, as lists of SQL."""

from delegation.promises import listed

# PRODUCT "The way of a plan": from the funding decision on, each of these costs the council money.
FUNDED = listed(
    [
        "funded",
        "in_brokerage",
        "awaiting_envelope_decision",
        "package_arranged",
        "active",
        "awaiting_change_decision",
        "suspended",
        "under_review",
    ]
)
OVER = listed(["refused", "withdrawn", "ended"])
# The scheme of delegation: who may agree money at all.
DECIDERS = listed(["team_manager", "head_of_service", "dass"])
