"""Third parties who ask whether somebody is deprived of their liberty without authority.

Source: Mental Capacity Act 2005 Sch A1 paras 67-73 (general knowledge); SI 2008/1858 reg 14.
"""
