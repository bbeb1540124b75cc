"""The paragraph on one measure: clauses made of its fields, joined to sentences.

`telling` is what templates call; the other modules make the clauses. They see one `Draft`: a
measure, the wording of its kind, and what stands around it.
"""
