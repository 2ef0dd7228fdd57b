"""Case-file sampling: the council draws files by stratum, its own people audit them, and what was found is mended.

What a provider does or omits in a function counts as done or omitted by the council, so the council looks for itself
into files drawn by chance and not by choice. Function: retained_statutory_oversight.
Source: Care Act 2014 s.79(6); Local Authority Social Services Act 1970 s.6.
"""
