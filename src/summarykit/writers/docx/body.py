"""The blocks of a tree as the paragraphs and tables of a Word body."""

import re
from dataclasses import dataclass, field, replace
from typing import assert_never

from summarykit.document import (
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Figure,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Table,
    addressee_line,
    attachment_mark,
    heading_title,
    plain,
)
from summarykit.layout import (
    Layout,
    break_title,
    signature_block,
    spacing_change,
    text_width,
)
from summarykit.writers.docx import runs as text
from summarykit.writers.docx.cover import cover_paragraphs
from summarykit.writers.docx.flow import Flow, Para
from summarykit.writers.docx.imprint import imprint_grid
from summarykit.writers.docx.letterhead import letterhead_paragraphs
from summarykit.writers.docx.markup import wide
from summarykit.writers.docx.numbering import MAIN_LIST, UNCOUNTED, counted
from summarykit.writers.docx.package import Package
from summarykit.writers.docx.pictures import Pictures
from summarykit.writers.docx.tables import table_grid

_LINES_KEPT = 2
_CAPTION = re.compile(r"(.*?)([1-9]\d*)", re.ASCII | re.DOTALL)


@dataclass(slots=True)
class Body:
    """One document while it is written."""

    layout: Layout
    package: Package
    pictures: Pictures
    flow: Flow = field(default_factory=Flow)
    turned: bool = False
    is_first: bool = True
    captions: dict[str, int] = field(default_factory=dict)
    lists: int = MAIN_LIST
    list_id: int = MAIN_LIST

    @property
    def section(self) -> str:
        """The end of the section that is being written; the first one is always upright."""
        if self.is_first:
            return self.package.first
        return self.package.turned if self.turned else self.package.upright

    @property
    def width(self) -> int:
        """The width between the margins of the page that is being written, in twips."""
        page = self.layout.page
        return page.text_height if self.turned else page.text_width

    def spaced(self, words: Inlines, before: Inlines = ()) -> str:
        """Return what a body paragraph needs to end in a line that is long enough.

        It is for the runs of `words` and for those `before` them, which are in another font.
        """
        if not self.layout.last_line.characters:
            return ""
        start = plain(before)
        change = spacing_change(start + plain(words), self.layout, self.width, len(start))
        if not change:
            return ""
        return f'<w:spacing w:val="{self.layout.styles.body.spacing.twips + change}"/>'

    def turn(self, *, turned: bool) -> bool:
        """Return whether what follows needs a section of its own; if so, end the one before."""
        if turned == self.turned:
            return False
        self.flow.last_paragraph().section_end = self.section
        self.is_first = False
        self.flow.start_page = False
        self.turned = turned
        return True


def write_body(document: Document, body: Body) -> list[str]:
    """Return the body of the main part, all blocks of `document` in order, in pieces."""
    _front(document, body)
    for block in document.blocks:
        if not isinstance(block, Attachment):
            body.turn(turned=False)
        _block(block, body)
    if document.imprint:
        body.turn(turned=False)
        _blank_lines(1, body)
        body.flow.add(imprint_grid(document.imprint, body.layout))
    body.flow.last_paragraph()
    return [*body.flow.pieces(), body.section]


def _front(document: Document, body: Body) -> None:
    """Write what stands above the text: letterhead, title, line under it, addressee."""
    if body.layout.cover.shown:
        for para in cover_paragraphs(document, body.layout):
            body.flow.add(para)
        body.flow.last_paragraph().section_end = body.package.cover
    if document.letterhead:
        for para in letterhead_paragraphs(document.letterhead, body.layout):
            body.flow.add(para)
    organisation = document.properties.creator
    lines = break_title(plain(document.title), organisation, body.layout.title_characters)
    body.flow.add(Para(text.run("\n".join(lines)), "Title"))
    if document.subtitle:
        body.flow.add(Para(text.runs(document.subtitle), "Subtitle"))
    _blank_lines(body.layout.title.blank_lines, body)
    if addressee := addressee_line(document):
        body.flow.add(Para(text.runs(addressee), "Salutation"))


def _block(block: Block, body: Body) -> None:  # noqa: C901, PLR0912 - one case a node type
    match block:
        case Paragraph():
            look = text.HINT + body.spaced(block.children)
            body.flow.add(Para(text.runs(block.children, look)))
        case Heading():
            _heading(block, body)
        case Table():
            _table(block, body)
        case Figure():
            _figure(block, body)
        case PageBreak():
            body.flow.start_page = True
        case Section():
            _section(block, body)
        case AttachmentNote():
            _attachment_note(block, body)
        case Signature():
            _signature(block, body)
        case Attachment():
            _attachment(block, body)
        case _:
            assert_never(block)


def _section(section: Section, body: Body) -> None:
    if section.heading:
        _heading(section.heading, body)
    for block in section.blocks:
        _block(block, body)


def _heading(heading: Heading, body: Body) -> None:
    automatic = body.layout.numbering.automatic
    title = heading_title(replace(heading, number="") if automatic else heading)
    if heading.run_in:
        number = counted(heading.level, body.list_id) if automatic and heading.number else ""
        spacing = body.spaced(heading.run_in, heading_title(heading))
        at = heading.level - 1
        look = f"{body.package.chinese[at]}{spacing}{body.package.sizes[at]}"
        start = text.runs(title, look)
        runs = start + text.runs(heading.run_in, text.HINT + spacing)
        indent = _run_in_indent(heading.level, body) if body.package.sizes[at] else ""
        body.flow.add(Para(runs, "", f"{number}{indent}"))
        return
    number = ""
    if automatic and not heading.number:
        number = UNCOUNTED
    elif automatic and body.list_id != MAIN_LIST:
        number = counted(heading.level, body.list_id)
    body.flow.add(Para(text.runs(title), f"Heading{heading.level}", number))


def _run_in_indent(level: int, body: Body) -> str:
    """Return the indent of body text in signs of the size that the paragraph begins in."""
    size = body.layout.styles.heading(level).size.twips
    return wide("ind", firstLine=(body.layout.styles.body.indent, size))


def _table(table: Table, body: Body) -> None:
    caption = _caption(table, body)
    if caption:
        body.flow.add(Para(caption, "Caption", keep_next=True))
    if table.unit:
        body.flow.add(Para(text.run(table.unit), "GwUnit"))
    body.flow.add(table_grid(table, body.layout, body.width))


def _figure(figure: Figure, body: Body) -> None:
    body.flow.add(Para(body.pictures.drawing(figure.data, figure.alt), "GwFigure"))
    caption = _caption(figure, body)
    if caption:
        body.flow.add(Para(caption, "Caption"))


def _caption(block: Table | Figure, body: Body) -> str:
    """Return `表1　名称` as runs, the count in its number a field that Word can count again."""
    words = text.runs(block.caption)
    if not block.number:
        return words
    before = text.run(block.number)
    if found := _CAPTION.fullmatch(block.number):
        before = text.run(found[1]) + _sequence(found[1], int(found[2]), body)
    return f"{before}{text.run(body.layout.numbering.separator)}{words}"


def _sequence(label: str, count: int, body: Body) -> str:
    expected = body.captions.get(label, 0) + 1
    body.captions[label] = count
    restart = "" if count == expected else f" \\r {count}"
    return text.field(f"SEQ {label or 'n'} \\* ARABIC{restart}", str(count))


def _blank_lines(count: int, body: Body) -> None:
    for _ in range(count):
        body.flow.add(Para())


def _attachment_note(note: AttachmentNote, body: Body) -> None:
    """Write the names of the attachments, each aligned under the first sign of its name."""
    _blank_lines(1, body)
    label = f"{body.layout.numbering.attachment}："
    if len(note.names) == 1:
        width = text_width(label)
        runs = text.run(label) + text.runs(note.names[0])
        body.flow.add(Para(runs, "GwAttNote", _hanging(width + 2, width, body)))
        return
    look = text.opening(body.package.numeral)
    left = text_width(label) + 3
    for place, name in enumerate(note.names, start=1):
        number = f"{place}."
        hanging = text_width(number) + (text_width(label) if place == 1 else 0)
        start = text.run(label) if place == 1 else ""
        runs = start + text.run(number, look) + text.runs(name)
        body.flow.add(Para(runs, "GwAttNote", _hanging(left, hanging, body)))


def _hanging(left: float, hanging: float, body: Body) -> str:
    cell = body.layout.styles.attachment_note.cell
    return (
        f'<w:ind w:leftChars="{round(left * 100)}" w:left="{round(left * cell)}"'
        f' w:hangingChars="{round(hanging * 100)}" w:hanging="{round(hanging * cell)}"/>'
    )


def _signature(signature: Signature, body: Body) -> None:
    """Write organisation and date so that they never stand alone on a page."""
    organisation, date = plain(signature.organisation), plain(signature.date)
    block = signature_block(organisation, date, seal=signature.seal, rule=body.layout.signature)
    body.flow.keep_lines(_LINES_KEPT, body.layout.characters)
    for _ in range(block.blank_lines):
        body.flow.add(Para(keep_next=True))
    if organisation:
        right = _right(block.organisation_right, body)
        runs = text.runs(signature.organisation)
        body.flow.add(Para(runs, "Signature", right, keep_next=bool(date)))
    if date:
        body.flow.add(Para(text.runs(signature.date), "Date", _right(block.date_right, body)))


def _right(blank: float, body: Body) -> str:
    twips = round(blank * body.layout.styles.signature.cell)
    return f'<w:ind w:rightChars="{round(blank * 100)}" w:right="{twips}"/>'


def _attachment(attachment: Attachment, body: Body) -> None:
    """Write an attachment from the first line of a new page, its title on the third."""
    starts_section = body.turn(turned=attachment.landscape)
    mark = text.run(attachment_mark(attachment, body.layout.numbering.attachment))
    stops = ""
    if attachment.notice:
        # On the line of the mark, at the other margin.
        mark += text.TAB + text.run(attachment.notice)
        stops = f'<w:tabs><w:tab w:val="right" w:pos="{body.width}"/></w:tabs>'
    page_break = False if starts_section else None
    body.flow.add(Para(mark, "GwAttMark", stops, page_break=page_break))
    _blank_lines(1, body)
    body.flow.add(Para(text.runs(attachment.title), "GwAttTitle"))
    _blank_lines(1, body)
    body.lists += 1
    body.list_id = body.lists
    for block in attachment.blocks:
        _block(block, body)
    body.list_id = MAIN_LIST
