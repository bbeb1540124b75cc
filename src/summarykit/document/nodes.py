"""The tree: what a summary says, in few, frozen, closed node types; all that a writer sees.

Every block has an `id` that stays the same when the data changes; two blocks never share one.
Text is clean when it gets here (see `model.values.text`); a newline inside an inline is a line
break.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """Words without provenance: they come from a template or a text field of the record."""

    text: str


@dataclass(frozen=True, slots=True)
class Control:
    """What a Word file says of a fact, unseen: a content control around it (17.5.2).

    `id` is a number of its own in the file; `tag` is for programs and `title` for people, each
    of at most 64 characters.
    """

    id: int
    tag: str
    title: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of the record as printed, with the reference it came from (`m1.pairs`).

    After a `#` in the reference comes what was made of the value. One that is computed, such as
    `left_behind.count#share`, has in `basis` the references that it is computed from.
    """

    text: str
    ref: str
    basis: tuple[str, ...] = ()
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised words."""

    children: tuple["Text | Fact", ...]


Inline = Text | Fact | Strong
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text."""

    id: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on level 1 to 4, numbered in the numbering pass; `number` is empty before it.

    With `run_in`, the text that follows stands on the same line (“1.名称。做法……”).
    """

    id: str
    level: int
    children: Inlines
    number: str = ""
    run_in: Inlines = ()


class Align(StrEnum):
    """How the cells of a column are set."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head, how its cells are set, and its share of the width."""

    head: Inlines
    align: Align = Align.CENTER
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each row has one cell a column; `caption` is numbered in the numbering pass.

    `unit` stands right-aligned above the table (`单位：人`). With `total`, the last row is one.
    """

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: Inlines = ()
    number: str = ""
    unit: str = ""
    description: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG bytes), its caption, and the words for who cannot see it."""

    id: str
    data: bytes
    caption: Inlines
    alt: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""

    id: str


@dataclass(frozen=True, slots=True)
class Section:
    """A first-level part: its heading, absent in a 导语, and what stands under it."""

    id: str
    heading: Heading | None
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """The 附件说明: the names of the attachments in order (GB/T 9704-2012, 7.3.4)."""

    id: str
    names: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Organisation and date under the text (GB/T 9704-2012, 7.3.5); `seal`: with a seal."""

    id: str
    organisation: Inlines
    date: Inlines
    seal: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment on a new page: `number` is empty when there is only one (7.3.7)."""

    id: str
    title: Inlines
    blocks: tuple["Block", ...]
    number: str = ""
    landscape: bool = False
    notice: str = ""


Block = (
    Paragraph
    | Heading
    | Table
    | Figure
    | PageBreak
    | Section
    | AttachmentNote
    | Signature
    | Attachment
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself: never a person's name."""

    title: str
    creator: str
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601 date of the signature, or empty."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official document: whose it is, its number, and who signed it for issue.

    A document that goes to a higher office names its signer, others do not (GB/T 9704-2012,
    7.2.4 to 7.2.7).
    """

    mark: Inlines
    number: Inlines = ()
    signer: Inlines = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """The end of an official document: who gets copies, who issued it and when (7.4)."""

    copies: tuple[Inlines, ...] = ()
    issuer: Inlines = ()
    date: Inlines = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole summary: title, line under it, addressee, and the blocks in order."""

    title: Inlines
    blocks: tuple[Block, ...]
    properties: Properties
    subtitle: Inlines = ()
    addressee: Inlines = ()
    letterhead: Letterhead | None = None
    imprint: Imprint | None = None
