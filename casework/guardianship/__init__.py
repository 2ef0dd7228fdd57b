"""Guardianship: applied for on two medical recommendations, accepted by the council alone, renewed, visited, ended.

The council is the responsible authority also where a private guardian is named. It may act through a committee, an
officer or another council, never through a company; its own discharge takes three members.
Source: Mental Health Act 1983 ss.7 to 10, 20, 23; SI 2008/1184 regs 5, 8, 13, 21 to 23.
"""
