"""The returns beside Client Level Data: each a layout, its checks and its tables, out of data files of our own.

`collections.csv` names them, `collection_fields.csv`, `collection_lists.csv` and `collection_rules.csv` say what a
file of each holds, `collection_figures.csv` which tables are counted of it. docs/decisions/other-returns.md.
"""
