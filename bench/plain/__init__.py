"""The plainest hand-written Django way of the same plan, to measure the product against. Used by the bench only."""
