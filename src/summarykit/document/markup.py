"""The small markup templates write: paragraphs, `##` headings and `**strong**`, made into blocks.

Values never pass through the markup. A template's output holds a mark (`mark(n)`) where a value
stands, and the values come beside it; so nothing in the data can become a heading or an emphasis,
and nothing is ever escaped or lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

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
_MARK = re.compile(f"{MARK_START}([0-9]+){MARK_END}")
_LEADING_BLANK = re.compile(r"^[ \t\u3000]+", re.MULTILINE)
_STOPS = "。！？；：…"
_TEMPLATE_STOPS = "。，、；"
_KEPT = {"paragraph_open", "paragraph_close", "heading_open", "heading_close", "inline"}
_DEEPEST = 4


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


def parse(text: str, inserts: Sequence[Insert], *, prefix: str) -> tuple[Block, ...]:
    """Return the blocks that `text` with its `inserts` says, their ids beginning with `prefix`.

    A heading that ends in a full stop is a run-in heading: the paragraph after it goes on in the
    same line. A value of several lines becomes as many paragraphs.

    Raises:
        MarkupError: The text uses markup the small language does not have (a list, a link, …).
    """
    tokens = _parser().parse(_LEADING_BLANK.sub("", text))
    return tuple(_join_run_in(_blocks(tokens, inserts, _Ids(prefix))))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    return parser.disable(["reference", "lheading", "entity", "html_block", "html_inline", "code"])


class _Ids:
    """Gives each block an id: prefix, whose text it is, and its place there."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._anchor = ""
        self._counts: dict[str, int] = {}

    def move_to(self, anchor: str) -> None:
        self._anchor = anchor

    def next(self) -> str:
        count = self._counts.get(self._anchor, 0) + 1
        self._counts[self._anchor] = count
        return "/".join(part for part in (self._prefix, self._anchor, str(count)) if part)


def _blocks(tokens: list[Token], inserts: Sequence[Insert], ids: _Ids) -> Iterator[Block]:
    level = 0
    for token in tokens:
        if token.type not in _KEPT:
            raise MarkupError(token.markup or token.type, (token.map or [0])[0] + 1)
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "inline":
            yield from _block(token, level, inserts, ids)
            level = 0


def _block(token: Token, level: int, inserts: Sequence[Insert], ids: _Ids) -> Iterator[Block]:
    alone = _MARK.fullmatch(token.content)
    insert = inserts[int(alone[1])] if alone else None
    if isinstance(insert, Anchor):
        ids.move_to(insert.id)
    elif insert is not None and not isinstance(insert, tuple):
        yield replace(insert, id=ids.next())
    else:
        yield from _words(tuple(_inlines(token, inserts)), level, ids)


def _words(inlines: Inlines, level: int, ids: _Ids) -> Iterator[Block]:
    words = mend_seams(inlines)
    if level and words:
        yield Heading(ids.next(), min(level, _DEEPEST), words)
        return
    for line in _lines(words):
        yield Paragraph(ids.next(), line)


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


def _inlines(token: Token, inserts: Sequence[Insert]) -> Iterator[Inline]:
    strong: list[Text | Fact] | None = None
    for child in token.children or ():
        match child.type:
            case "text" | "text_special":
                for inline in _words_at(child.content, inserts, token):
                    if strong is None:
                        yield inline
                    else:
                        strong.extend(_flat(inline))
            case "strong_open":
                strong = []
            case "strong_close":
                yield Strong(tuple(strong or ()))
                strong = None
            case "softbreak":
                continue
            case _:
                raise MarkupError(child.markup or child.type, (token.map or [0])[0] + 1)


def _flat(inline: Inline) -> tuple[Text | Fact, ...]:
    return inline.children if isinstance(inline, Strong) else (inline,)


def _words_at(content: str, inserts: Sequence[Insert], token: Token) -> Iterator[Inline]:
    end = 0
    for found in _MARK.finditer(content):
        if found.start() > end:
            yield Text(content[end : found.start()])
        insert = inserts[int(found[1])]
        if not isinstance(insert, tuple):
            raise MarkupError(type(insert).__name__, (token.map or [0])[0] + 1)
        yield from insert
        end = found.end()
    if end < len(content):
        yield Text(content[end:])


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
            continue
        text = inline.text
        if isinstance(last, Fact) and last.text.endswith(tuple(_STOPS)):
            text = text.lstrip(_TEMPLATE_STOPS) if text[:1] in _TEMPLATE_STOPS else text
        if isinstance(last, Text):
            mended[-1] = Text(last.text + text)
        elif text:
            mended.append(Text(text))
    return tuple(mended)


def _lines(inlines: Inlines) -> Iterator[Inlines]:
    if not any("\n" in inline.text for inline in inlines if not isinstance(inline, Strong)):
        if inlines:
            yield inlines
        return
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


def _worded(line: list[Inline]) -> Iterator[Inlines]:
    kept = tuple(i for i in line if isinstance(i, Strong) or i.text)
    if kept:
        yield kept
