"""The pages of casework: load, permit, act, redirect."""
