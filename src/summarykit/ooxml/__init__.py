"""Word files of anyone's, opened safely: their parts, their elements, what their styles say.

It is imported by those who read such files: `review`, and `packs` for a `reference.docx`.
"""
