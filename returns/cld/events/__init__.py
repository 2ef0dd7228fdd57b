"""Client Level Data events out of our own casework: what was read, the rule of each kind of event, and its lineage.

`casework_frames` reads; `requests`, `assessments`, `financial_assessments`, `support`, `urgent_support`, `reviews` and
`carers` have a rule each, pure functions from frame to frame; `people` adds whom an event is about; `releases` writes
the values of a release; `compiling` puts them together. Hard choices: docs/decisions/cld-events.md.
"""
