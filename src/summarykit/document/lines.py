"""The wording of what is printed by rule: headings, captions, the list and mark of attachments.

Every writer takes these lines from here, so that a summary says the same in every format.
"""

from typing import Final

from summarykit.document.nodes import (
    Attachment,
    AttachmentNote,
    Document,
    Fact,
    Figure,
    Heading,
    Imprint,
    Inline,
    Inlines,
    Strong,
    Table,
    Text,
)

SEPARATOR: Final = "\u3000"
"""What stands between the number of a table or figure and its caption."""
ATTACHMENT: Final = "附件"
COPIES: Final = "抄送："
"""What stands before those who get copies (GB/T 9704-2012, 7.4.2)."""
SIGNER: Final = "签发人："
"""What stands before the name of the signer (GB/T 9704-2012, 7.2.6)."""

# A run-in heading keeps a mark it ends with; otherwise it is closed with a full stop
# (GB/T 15834-2011, B.4).
_CLOSING: Final = tuple("。？！…：；")


def plain(inlines: Inlines) -> str:
    """Return the bare words of `inlines`; a line break is a newline."""
    return "".join(
        plain(inline.children) if isinstance(inline, Strong) else inline.text
        for inline in inlines
    )


def facts_in(inlines: Inlines) -> tuple[Fact, ...]:
    """Return the facts printed in `inlines`, in order."""
    found: list[Fact] = []
    for inline in inlines:
        if isinstance(inline, Fact):
            found.append(inline)
        elif isinstance(inline, Strong):
            found.extend(facts_in(inline.children))
    return tuple(found)


def addressee_line(document: Document) -> Inlines:
    """Return the addressee with its full-width colon, or nothing (GB/T 9704-2012, 7.3.2)."""
    if not plain(document.addressee) or plain(document.addressee).endswith("："):
        return document.addressee
    return (*document.addressee, Text("："))


def letterhead_lines(document: Document) -> tuple[Inlines, ...]:
    """Return the lines of the letterhead that have words: its mark, number, and signer."""
    head = document.letterhead
    if head is None:
        return ()
    signer = (Text(SIGNER), *head.signer) if head.signer else ()
    return tuple(line for line in (head.mark, head.number, signer) if line)


def imprint_lines(document: Document) -> tuple[Inlines, ...]:
    """Return the lines of the imprint that have words: copies, issuer, and date of issue."""
    end = document.imprint
    if end is None:
        return ()
    return tuple(filter(None, (copies_line(end), end.issuer, issue_line(end))))


def copies_line(end: Imprint) -> Inlines:
    """Return to whom copies go, closed with a full stop, or nothing (7.4.2)."""
    if not end.copies:
        return ()
    names: list[Inline] = []
    for name in end.copies:
        names += (Text("，"), *name)
    return (Text(COPIES), *names[1:], Text("。"))


def issue_line(end: Imprint) -> Inlines:
    """Return the date of issue with the word that follows it, or nothing (7.4.3)."""
    return (*end.date, Text("印发")) if end.date else ()


def heading_title(heading: Heading) -> Inlines:
    """Return the heading with its number; one that runs into its text is closed with a mark."""
    number = (Text(heading.number),) if heading.number else ()
    open_end = heading.run_in and not plain(heading.children).endswith(_CLOSING)
    return (*number, *heading.children, *((Text("。"),) if open_end else ()))


def heading_line(heading: Heading) -> Inlines:
    """Return the whole line of a heading: number, words, and the text that runs in."""
    return (*heading_title(heading), *heading.run_in)


def caption_line(block: Table | Figure, separator: str = SEPARATOR) -> Inlines:
    """Return the caption with its number, `separator` between them, or nothing."""
    if not block.number:
        return block.caption
    return (Text(f"{block.number}{separator}"), *block.caption)


def note_lines(note: AttachmentNote, word: str = ATTACHMENT) -> tuple[Inlines, ...]:
    """Return the lines of the 附件说明: a single attachment has no number (7.3.4)."""
    if len(note.names) == 1:
        return ((Text(f"{word}："), *note.names[0]),)
    return tuple(
        (Text(f"{word}：{index}." if index == 1 else f"{index}."), *name)
        for index, name in enumerate(note.names, start=1)
    )


def attachment_mark(attachment: Attachment, word: str = ATTACHMENT) -> str:
    """Return the mark at the head of an attachment: `附件`, `附件1` among several."""
    return f"{word}{attachment.number}"
