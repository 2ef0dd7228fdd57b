"""Co-operation between the council and its relevant partners, in general and in the case of one person.

Care Act 2014 ss.6 and 7; section 79(2) keeps both with the council. A request in a case is complied with unless it is
incompatible with one's own duties or would harm one's own functions, and whoever declines gives written reasons
(s.7(1)-(3)). A provider helps by its contract; it neither asks nor answers in the council's name.
"""
