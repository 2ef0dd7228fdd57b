"""Deprivation of liberty: a care home or hospital asks, six assessments are made, the council authorises or refuses.

The council is the supervisory body where the person is ordinarily resident; the function is never another's.
Source: Mental Capacity Act 2005 Sch A1; SI 2008/1858. Liberty Protection Safeguards are not in force.
"""
