"""Words the pages of plans know."""
