"""Protecting the belongings of somebody in hospital or in arranged accommodation: Care Act 2014 s.47.

The power is the council's (s.79(2)(d) keeps it from any provider). A provider's social worker may propose it and be
available at the visit; nobody enters but the officer whom the council's authorisation names.
"""
