"""The small markup templates write: paragraphs, `##` headings, `**strong**`, made into blocks.

Values never pass through the markup. A template's output holds a mark (`mark(n)`) where a value
stands, and the values come beside it; so nothing in the data can become a heading or an
emphasis, and nothing is ever escaped or lost.

No construct of the small language reaches over a blank line. So a text is read block by block,
and what stands between the values of a block is read once: the blocks of a template are few,
however many documents it fills.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from summarykit.document.nodes import (
    Block,
    Fact,
    Figure,
    Heading,
    Inline,
    Inlines,
    PageBreak,
    Paragraph,
    Strong,
    Table,
    Text,
)

MARK_START, MARK_END = "\x02", "\x03"
_GAP: Final = MARK_START + MARK_END
MARK: Final = re.compile(f"{MARK_START}([0-9]+){MARK_END}")
_ALONE: Final = ["", ""]
"""The words of a block in which nothing stands beside one mark."""
_BLANKS: Final = " \t\u3000"
_BLOCK: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
# Control characters, marks that nobody sees or that reorder what is read, and no characters.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_STOPS: Final = tuple("。！？；：…")
_TEMPLATE_STOPS: Final = "。，、；"
_LEVELS: Final = range(2, 5)
_SPOKEN: Final = {
    "code_inline": "`",
    "hardbreak": "\\",
    "hr": "---",
    "html_block": "<…>",
    "image": "![…](…)",
    "link_open": "[…](…)",
    "ordered_list_open": "1.",
    "s_open": "~~",
    "table_open": "|---|",
}
_BLOCKS_REMEMBERED: Final = 4096


@dataclass(frozen=True, slots=True)
class Anchor:
    """Says whose text follows, so that block ids come from the record and not from a count."""

    id: str


Insert = Inlines | Table | Figure | PageBreak | Anchor
"""What may stand at a mark: words, or a block of its own."""


class MarkupError(ValueError):
    """Raised for markup outside the small language; `line` counts from 1 in the filled text."""

    def __init__(self, found: str, line: int) -> None:
        super().__init__(found)
        self.found = found
        self.line = line


def mark(number: int) -> str:
    """Return the mark that stands for the insert with that number."""
    return f"{MARK_START}{number}{MARK_END}"


def check_characters(words: str) -> None:
    """Return nothing; words of a template may hold what every document may.

    Raises:
        MarkupError: There is a control character, an invisible mark or one that reorders
            what is read, a surrogate or a noncharacter.
    """
    if words.isprintable():
        return  # which says all of it, and at once
    if found := _UNFIT.search(words):
        raise MarkupError(
            f"U+{ord(found.group()):04X}", words.count("\n", 0, found.start()) + 1
        )


def parse(text: str, inserts: Sequence[Insert], *, prefix: str) -> tuple[Block, ...]:
    """Return the blocks that `text` with its `inserts` says, their ids beginning with `prefix`.

    A heading that ends in a full stop is a run-in heading: the paragraph after it goes on in
    the same line. A value of several lines becomes as many paragraphs.

    Raises:
        MarkupError: The text uses markup the small language does not have (a list, a link, …).
        IndexError: A mark has a number that no insert has.
    """
    stripped = "\n".join(line.strip(_BLANKS) for line in text.split("\n"))
    return tuple(_join_run_in(_blocks(stripped, inserts, _Ids(prefix))))


class _Ids:
    """Gives each block an id: prefix, whose text it is, and its place there."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._stem = prefix
        self._counts: dict[str, int] = {}

    def move_to(self, anchor: str) -> None:
        self._stem = f"{self._prefix}/{anchor}"

    def next(self) -> str:
        count = self._counts.get(self._stem, 0) + 1
        self._counts[self._stem] = count
        return f"{self._stem}/{count}"


@dataclass(frozen=True, slots=True)
class _Emphasis:
    """Strong words as a template has them: None stands where a value will."""

    runs: tuple[Text | None, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A heading or a paragraph as a template has it: None stands where a value will."""

    level: int
    line: int
    runs: tuple[Text | _Emphasis | None, ...]


@cache
def _parser() -> MarkdownIt:
    # Tables and strokes are read to be refused: else their signs would stand in the text.
    return (
        MarkdownIt("commonmark")
        .disable(["reference", "lheading", "entity", "code"])
        .enable(["table", "strikethrough"])
    )


@lru_cache(maxsize=_BLOCKS_REMEMBERED)
def _pieces(block: str) -> tuple[_Piece, ...]:
    check_characters(block.replace(_GAP, ""))
    pieces = []
    level = 0
    for token in _parser().parse(block):
        match token.type:
            case "inline":
                line = _line(token)
                pieces.append(_Piece(level, line, tuple(_runs(token.children or [], line))))
                level = 0
            case "heading_open" if len(token.markup) in _LEVELS:
                level = len(token.markup)
            case "paragraph_open" | "paragraph_close" | "heading_close":
                continue
            case _:
                raise MarkupError(_spoken(token), _line(token))
    return tuple(pieces)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _spoken(token: Token) -> str:
    return _SPOKEN.get(token.type) or token.markup or token.content


def _runs(children: Sequence[Token], line: int) -> Iterator[Text | _Emphasis | None]:
    words: list[str] = []
    for child in children:
        match child.type:
            case "text" if "**" in child.content:
                # CommonMark takes no strong words that end in a mark (**甲。**乙): they would
                # be printed with their stars.
                raise MarkupError("**", line)
            case "text" | "text_special":
                words.append(child.content)
            case "softbreak":
                line += 1
            case "strong_open":
                yield from _split(words)
                words = []
            case "strong_close":
                yield _Emphasis(tuple(_split(words)))
                words = []
            case _:
                raise MarkupError(_spoken(child), line)
    yield from _split(words)


def _split(words: Sequence[str]) -> Iterator[Text | None]:
    for index, text in enumerate("".join(words).split(_GAP)):
        if index:
            yield None
        if text:
            yield Text(text)


def _blocks(text: str, inserts: Sequence[Insert], ids: _Ids) -> Iterator[Block]:
    for found in _BLOCK.finditer(text):
        words = MARK.split(found.group())
        values = iter([inserts[int(number)] for number in words[1::2]])
        if words[::2] == _ALONE:
            yield from _placed(next(values), 0, ids)
            continue
        try:
            for piece in _pieces(_GAP.join(words[::2])):
                yield from _block(piece, values, ids)
        except MarkupError as error:
            above = text.count("\n", 0, found.start())
            raise MarkupError(error.found, error.line + above) from None


def _block(piece: _Piece, values: Iterator[Insert], ids: _Ids) -> Iterator[Block]:
    if piece.runs == (None,):
        yield from _placed(next(values), piece.level, ids)
    else:
        yield from _words(tuple(_filled(piece, values)), piece.level, ids)


def _placed(insert: Insert, level: int, ids: _Ids) -> Iterator[Block]:
    """Yield what an insert is where nothing else stands."""
    match insert:
        case tuple() as inlines:
            yield from _words(inlines, level, ids)
        case Anchor(id=anchor):
            ids.move_to(anchor)
        case block:
            yield replace(block, id=ids.next())


def _filled(piece: _Piece, values: Iterator[Insert]) -> Iterator[Inline]:
    for run in piece.runs:
        match run:
            case Text():
                yield run
            case None:
                yield from _inlines(next(values), piece)
            case _Emphasis(runs=runs):
                yield Strong(tuple(_flat(runs, values, piece)))


def _flat(
    runs: Sequence[Text | None], values: Iterator[Insert], piece: _Piece
) -> Iterator[Text | Fact]:
    for run in runs:
        for inline in (run,) if run else _inlines(next(values), piece):
            yield from inline.children if isinstance(inline, Strong) else (inline,)


def _inlines(insert: Insert, piece: _Piece) -> Inlines:
    if not isinstance(insert, tuple):
        raise MarkupError(type(insert).__name__, piece.line)
    return insert


def _words(inlines: Inlines, level: int, ids: _Ids) -> Iterator[Block]:
    words = mend_seams(inlines) if len(inlines) > 1 else inlines
    if level and words:
        yield Heading(ids.next(), level, words)
        return
    if words and not _is_broken(words):
        yield Paragraph(ids.next(), words)
        return
    first = ""
    for index, line in enumerate(_lines(words), 1):
        # Only the first line has a number of its own: a value that grows by a line must not
        # change the ids of the blocks after it.
        first = first or ids.next()
        yield Paragraph(first if index == 1 else f"{first}.{index}", line)


def _join_run_in(blocks: Iterator[Block]) -> Iterator[Block]:
    held: Heading | None = None
    for block in blocks:
        if held and isinstance(block, Paragraph):
            yield replace(held, run_in=block.children)
            held = None
            continue
        if held:
            yield held
        held = block if isinstance(block, Heading) and _ends_in_stop(block) else None
        if not held:
            yield block
    if held:
        yield held


def _ends_in_stop(heading: Heading) -> bool:
    last = heading.children[-1]
    return not isinstance(last, Strong) and last.text.endswith("。")


def mend_seams(inlines: Inlines) -> Inlines:
    """Return the words without a doubled stop where a template goes on after a value.

    Only the template's own stop is dropped; what the record says is never touched. Neighbouring
    template texts become one.
    """
    mended: list[Inline] = []
    for inline in inlines:
        last = mended[-1] if mended else None
        if not isinstance(inline, Text):
            mended.append(inline)
        elif isinstance(last, Text):
            mended[-1] = Text(last.text + inline.text)
        elif text := _after(last, inline):
            mended.append(text)
    return tuple(mended)


def _after(last: Inline | None, own: Text) -> Text | None:
    if not (isinstance(last, Fact) and last.text.endswith(_STOPS)):
        return own
    text = own.text.lstrip(_TEMPLATE_STOPS)
    return Text(text) if text else None


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Strong) or "\n" not in inline.text:
            line.append(inline)
            continue
        first, *rest = inline.text.split("\n")
        line.append(replace(inline, text=first))
        for text in rest:
            yield from _worded(line)
            line = [replace(inline, text=text)]
    yield from _worded(line)


def _is_broken(inlines: Inlines) -> bool:
    return any("\n" in inline.text for inline in inlines if not isinstance(inline, Strong))


def _worded(line: list[Inline]) -> Iterator[Inlines]:
    kept = tuple(i for i in line if isinstance(i, Strong) or i.text)
    if kept:
        yield kept
