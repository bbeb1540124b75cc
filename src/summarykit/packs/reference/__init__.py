"""A letterhead from Word: what the `reference.docx` of a pack says, as settings of a layout."""
