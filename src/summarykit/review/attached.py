"""A01 to A05: the list of attachments and the attachments (GB/T 9704-2012, 7.3.4 and 7.3.7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.layout import text_width
from summarykit.review.casting import BLANKS
from summarykit.review.fonts import chinese_of, wrong_fonts, wrong_sizes
from summarykit.review.remarks import ERROR, WARNING, Remark, View, differs
from summarykit.review.roles import NAMES, Role
from summarykit.review.units import characters, quoted
from summarykit.review.wordfile import Para

_SLACK: Final = 0.3
_ENDS: Final = "。，；：、,;:."
_NOTED: Final = re.compile(
    r"(?:附\s*件\s*(?P<colon>[：:])\s*)?(?:(?P<count>\d{1,2})\s*(?P<dot>[.．、])\s*)?"
)


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the attachments and their list."""
    word = view.layout.numbering.attachment
    notes = [p for p in view.word.paragraphs if p.role is Role.NOTE and not p.part]
    marks = [p for p in view.word.paragraphs if p.role is Role.MARK]
    yield from _agree(notes, marks, view, word)
    for at, para in enumerate(notes):
        yield from _form(para, at, len(notes), word)
        yield from _hanging(para, at, len(notes), view)
    for at, para in enumerate(marks):
        yield from _mark(para, view, at, len(marks))


def _names(notes: Sequence[Para]) -> list[str]:
    return [p.text.strip(BLANKS)[_head(p) :].strip(BLANKS).rstrip(_ENDS) for p in notes]


def _head(para: Para) -> int:
    found = _NOTED.match(para.text.strip(BLANKS))
    return found.end() if found else 0


def _agree(notes: list[Para], marks: list[Para], view: View, word: str) -> Iterator[Remark]:
    """Say where list and attachments tell of different ones."""
    if len(notes) != len(marks):
        spot = (notes or marks)[0].spot
        said = message(
            "{listed} attachments are listed, and {found} follow",
            listed=len(notes),
            found=len(marks),
        )
        yield Remark(Code.A01, ERROR, spot, said)
        return
    for at, (name, mark) in enumerate(zip(_names(notes), marks, strict=True), start=1):
        title = _title_of(mark, view)
        if title is not None and _bare(title.text) != _bare(name):
            said = differs(
                message("the title of the attachment"), quoted(name), quoted(_bare(title.text))
            )
            yield Remark(Code.A01, ERROR, title.spot, said)
        count = re.search(r"\d{1,4}", mark.text.partition("\t")[0])
        if count and len(marks) > 1 and int(count.group()) != at:
            said = differs(
                message("the mark of the attachment"),
                quoted(f"{word}{at}"),
                quoted(_text(mark)),
            )
            yield Remark(Code.A01, ERROR, mark.spot, said)


def _title_of(mark: Para, view: View) -> Para | None:
    titles = (p for p in view.word.paragraphs if p.role is Role.ATTACHMENT_TITLE)
    return next((p for p in titles if p.part == mark.part), None)


def _bare(text: str) -> str:
    return "".join(text.split())


def _text(mark: Para) -> str:
    return mark.text.strip(BLANKS).partition("\t")[0].strip(BLANKS)


def _form(para: Para, at: int, count: int, word: str) -> Iterator[Remark]:
    text = para.text.strip(BLANKS)
    number = f"{at + 1}." if count > 1 else ""
    start = (f"{word}：" if at == 0 else "") + number
    head = text[: _head(para)]
    if head != start:
        said = differs(message("the start of the line"), quoted(start), quoted(head))
        yield Remark(Code.A02, ERROR, para.spot, said)
    if text.endswith(tuple(_ENDS)):
        said = message("no {mark} stands after the name of an attachment", mark=text[-1])
        yield Remark(Code.A02, ERROR, para.spot, said)


def _hanging(para: Para, at: int, count: int, view: View) -> Iterator[Remark]:
    """Yield what is wrong with the indents: names stand below names (7.3.4)."""
    cell = view.layout.styles.attachment_note.cell
    label = text_width(f"{view.layout.numbering.attachment}：")
    number = 1.0 if count > 1 else 0.0
    left, hanging = 2 + label + number, number + (label if at == 0 else 0)
    found_left = para.shape.side("left", cell) / cell
    found_hanging = -para.shape.first(cell) / cell
    for what, expected, found in (
        (message("the indent of the list of attachments"), left, found_left),
        (message("the hanging indent of the list of attachments"), hanging, found_hanging),
    ):
        if abs(expected - found) > _SLACK:
            said = differs(what, characters(expected), characters(found))
            yield Remark(Code.A03, WARNING, para.spot, said)


def _mark(para: Para, view: View, at: int, count: int) -> Iterator[Remark]:
    paragraphs = view.word.paragraphs
    place = paragraphs.index(para)
    before = paragraphs[place - 1] if place else None
    starts = para.starts_page or before is None or before.ends_section
    if not starts:
        said = message("the attachment does not start a new page")
        yield Remark(Code.A04, ERROR, para.spot, said)
    style = view.layout.styles.attachment_mark
    runs = chinese_of(para, 0, len(_text(para)))
    for said in (
        *wrong_fonts(runs, view, style, NAMES[Role.MARK]),
        *wrong_sizes(runs, style, NAMES[Role.MARK]),
    ):
        yield Remark(Code.A04, ERROR, para.spot, said)
    cell = style.size.twips
    indent = para.shape.first(cell) + para.shape.side("left", cell)
    if abs(indent - style.indent.over(cell)) > cell * _SLACK or para.shape.align == "center":
        said = message("the mark of the attachment stands at the left margin")
        yield Remark(Code.A04, ERROR, para.spot, said)
    yield from _words(para, view, at, count)
    yield from _third_line(paragraphs[place + 1 :], para)


def _words(para: Para, view: View, at: int, count: int) -> Iterator[Remark]:
    word = view.layout.numbering.attachment
    right = f"{word}{at + 1}" if count > 1 else word
    text = _text(para)
    # Its number is a matter of A01.
    if re.sub(r"\d+", "", text) != re.sub(r"\d+", "", right) or (
        bool(re.search(r"\d", text)) != bool(re.search(r"\d", right))
    ):
        said = differs(message("the mark of the attachment"), quoted(right), quoted(text))
        yield Remark(Code.A05, WARNING, para.spot, said)


def _third_line(below: Sequence[Para], mark: Para) -> Iterator[Remark]:
    blanks = 0
    for para in below:
        if para.role is not Role.BLANK:
            break
        blanks += 1
    if blanks != 1:
        said = differs(message("the number of blank lines below the mark"), 1, blanks)
        yield Remark(Code.A05, WARNING, mark.spot, said)
