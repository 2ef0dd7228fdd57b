"""Rest centres: planned, tested and opened by the council, which keeps the duty; a provider may staff them.

Civil Contingencies Act 2004 s.2 puts the duty to plan on a Category 1 responder, and Schedule 1 lists who is one. SI
2005/2042 reg 8(b) lets the council arrange with another responder of the list. A community interest company is not in
it: it comes as a contractor, under a written arrangement and with a contact test on file.
"""
