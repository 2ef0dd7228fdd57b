"""What each register tells the proofs of itself: a module a register, found by standing in this folder.

The state machine, the n-th query test, the permission table and the browser's walk read it here, so that a new register
needs no change in any of them.
"""
