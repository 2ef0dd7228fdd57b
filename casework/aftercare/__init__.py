"""After-care under section 117: recorded for a person, never charged for, ended by the council and the board together.

The council may authorise another for it (Care Act 2014 s.79(1)(b)); that both bodies end it is the law's own rule.
Source: Mental Health Act 1983 s.117.
"""
