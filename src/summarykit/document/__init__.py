"""What a summary says: the tree, its numbering, and how it is walked.

The small markup of templates is `summarykit.document.markup`; it is not loaded from here, since
markdown-it is needed by those who read templates only.
"""

from summarykit.document.lines import (
    addressee_line,
    attachment_mark,
    caption_line,
    facts_in,
    heading_line,
    heading_title,
    note_lines,
    plain,
)
from summarykit.document.nodes import (
    Align,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    Document,
    Fact,
    Figure,
    Heading,
    Inline,
    Inlines,
    PageBreak,
    Paragraph,
    Properties,
    Section,
    Signature,
    Strong,
    Table,
    Text,
)
from summarykit.document.numbering import GB_SCHEME, NumberingScheme, number
from summarykit.document.walking import blocks_of, facts_of, lines_of, repeated_ids, text_of

__all__ = [
    "GB_SCHEME",
    "Align",
    "Attachment",
    "AttachmentNote",
    "Block",
    "Column",
    "Document",
    "Fact",
    "Figure",
    "Heading",
    "Inline",
    "Inlines",
    "NumberingScheme",
    "PageBreak",
    "Paragraph",
    "Properties",
    "Section",
    "Signature",
    "Strong",
    "Table",
    "Text",
    "addressee_line",
    "attachment_mark",
    "blocks_of",
    "caption_line",
    "facts_in",
    "facts_of",
    "heading_line",
    "heading_title",
    "lines_of",
    "note_lines",
    "number",
    "plain",
    "repeated_ids",
    "text_of",
]
