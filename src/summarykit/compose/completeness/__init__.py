"""Every fact of a record is either in its document or in a list of facts left out.

`leaving` has the words for it, `accounting` goes through the facts. Nothing is imported here,
so that composing, which only needs the words, does not load what few ask for.
"""
