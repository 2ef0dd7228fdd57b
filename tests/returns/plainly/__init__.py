"""The figures a second time, in plain Python, written from the words of the rules and not from the polars code.

Rows are dictionaries as a CSV file gives them; nothing here is fast, and each function follows its rule from top to
bottom. `figures_of` answers with the same files as the command, each a list of tuples in the contract's columns.
"""
