"""Disabled facilities grants: an allied health professional confirms the need, the housing authority decides.

Source: Housing Grants, Construction and Regeneration Act 1996 ss.23, 24(3), 34, 36; SI 2008/1189. That the professional
is an allied health professional with live registration is the council's own policy, kept in its schedule.
"""
