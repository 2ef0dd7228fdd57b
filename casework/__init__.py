"""The person, the contact, the assessment and the plan: what a provider's social workers write."""
