"""What a paragraph is in a summary."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import message


class Role(StrEnum):
    """The part a paragraph plays."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    SUBTITLE = "subtitle"
    ADDRESSEE = "addressee"
    HEADING = "heading"
    RUN_IN = "run-in heading"
    BODY = "body"
    NOTE = "attachment note"
    SIGNATURE = "signature"
    DATE = "date"
    MARK = "attachment mark"
    ATTACHMENT_TITLE = "attachment title"
    CAPTION = "caption"
    UNIT = "unit"
    TABLE_HEAD = "table head"
    TABLE_TEXT = "table text"
    FIGURE = "figure"
    FOOTER = "footer"
    BLANK = "blank"
    OTHER = "other"


NAMES: Final = MappingProxyType(
    {
        Role.TITLE: message("the title"),
        Role.SUBTITLE: message("the line under the title"),
        Role.ADDRESSEE: message("the addressee"),
        Role.HEADING: message("the heading"),
        Role.RUN_IN: message("the text"),
        Role.BODY: message("the text"),
        Role.NOTE: message("the list of attachments"),
        Role.SIGNATURE: message("the signature"),
        Role.DATE: message("the date of the signature"),
        Role.MARK: message("the mark of the attachment"),
        Role.ATTACHMENT_TITLE: message("the title of the attachment"),
        Role.CAPTION: message("the caption"),
        Role.UNIT: message("the unit above the table"),
        Role.TABLE_HEAD: message("the head of the table"),
        Role.TABLE_TEXT: message("the text of the table"),
    }
)
"""What a role is called in a sentence."""
STYLES: Final = MappingProxyType(
    {
        Role.TITLE: "title",
        Role.SUBTITLE: "subtitle",
        Role.ADDRESSEE: "addressee",
        Role.RUN_IN: "body",
        Role.BODY: "body",
        Role.NOTE: "attachment_note",
        Role.SIGNATURE: "signature",
        Role.DATE: "signature",
        Role.MARK: "attachment_mark",
        Role.ATTACHMENT_TITLE: "attachment_title",
        Role.CAPTION: "caption",
        Role.UNIT: "unit",
        Role.TABLE_HEAD: "table_head",
        Role.TABLE_TEXT: "table_text",
        Role.FOOTER: "footer",
    }
)
"""The style of a layout that a role is set in; that of a heading depends on its level."""
WORD_NAMES: Final = MappingProxyType(
    {
        "title": Role.TITLE,
        "subtitle": Role.SUBTITLE,
        "salutation": Role.ADDRESSEE,
        "heading 1": Role.HEADING,
        "heading 2": Role.HEADING,
        "heading 3": Role.HEADING,
        "heading 4": Role.HEADING,
        "附件说明": Role.NOTE,
        "signature": Role.SIGNATURE,
        "date": Role.DATE,
        "附件标识": Role.MARK,
        "附件标题": Role.ATTACHMENT_TITLE,
        "caption": Role.CAPTION,
        "表格单位": Role.UNIT,
        "表头文字": Role.TABLE_HEAD,
        "表格文字": Role.TABLE_TEXT,
        "图片": Role.FIGURE,
        "toc heading": Role.OTHER,
        **{f"toc {level}": Role.OTHER for level in range(1, 10)},
    }
)
"""The roles that styles are made for, by the names Word keeps in the file."""
FLOWING: Final = frozenset({Role.BODY, Role.RUN_IN})
IN_TABLES: Final = frozenset({Role.TABLE_HEAD, Role.TABLE_TEXT})
HEADED: Final = frozenset({Role.HEADING, Role.RUN_IN})
