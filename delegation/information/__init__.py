"""Enquiries from outside: freedom of information, the Ombudsman, the press, elected members.

The council alone answers a request for information (Freedom of Information Act 2000 ss.1, 10, 17; what a provider holds
for it is the council's, s.3(2)(b)) and the Ombudsman (Local Government Act 1974 Part III, by which a contractor's acts
are the council's). What is said to the press and to members is cleared by the commissioner before it is sent.
"""
