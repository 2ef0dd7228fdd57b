"""The pages of verification, funding and brokerage: load, permit, act, redirect."""
