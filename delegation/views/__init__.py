"""The pages of delegation: may I, who may, what was done, and the acts by which a council sets that up."""
