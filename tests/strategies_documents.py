"""Hypothesis strategies for trees: any clean text in any legal arrangement of blocks."""

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from summarykit.document import (
    Align,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    Document,
    Fact,
    Figure,
    Heading,
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
from summarykit.model.values import clean
from summarykit.model.values.text import RefusedText

# One pixel, transparent: enough of a picture for every writer.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000b49444154789c6360000200000500017a5eab3f0000000049454e44ae42"
    "6082"
)
# What has gone wrong in other programs, and what markup is made of.
AWKWARD = (
    "德育&智育 并举",
    "满意率<90%的班级",
    "见<附件1>说明",
    "&amp; &#65; &lt;",
    "**粗** _斜_ `码` ~~删~~",
    "# 题",
    "- 项",
    "+ 项",
    "1. 项",
    "1) 项",
    "===",
    "---",
    ":-:",
    "| a | b |",
    "[甲](乙) ![丙](丁)",
    "[甲]: 乙",
    "<br> <!-- -->",
    "{{ x }} {% y %}",
    "反斜线\\",
    "\\|",
    "“引语”……——",
    "一行\n二行\n\n四行",
    "甲 \n\u3000乙",
    "前  后\u3000中",
    "https://example.org",
    "①👨‍👩‍👧 𠮷 é",
)


def _cleaned(text: str) -> str | None:
    try:
        return clean(text) or None
    except RefusedText:
        return None


_written = (
    st.one_of(
        st.sampled_from(AWKWARD),
        st.text(st.sampled_from("留守87名，。“” \n\u3000*_`#<>&[]()!|~+-=:.1\\ab"), min_size=1),
        st.text(min_size=1, max_size=12),
    )
    .map(_cleaned)
    .filter(lambda text: text is not None)
)
texts: st.SearchStrategy[str] = _written.map(str)
"""Any text a record may hold: clean, not empty, with line breaks."""
single_lines: st.SearchStrategy[str] = texts.map(lambda text: " ".join(text.split("\n")))
"""The same without line breaks."""

_blanks = st.sampled_from((" ", "    ", "\u3000")).map(Text)
_leaves = st.one_of(texts.map(Text), texts.map(lambda text: Fact(text, "m1.pairs")), _blanks)
_strong = st.lists(_leaves, min_size=1, max_size=2).map(lambda found: Strong(tuple(found)))
inlines: st.SearchStrategy[Inlines] = st.lists(
    st.one_of(_leaves, _leaves, _strong), min_size=1, max_size=3
).map(tuple)
short_inlines: st.SearchStrategy[Inlines] = single_lines.map(lambda text: (Text(text),))
maybe_short: st.SearchStrategy[Inlines] = st.one_of(st.just(()), short_inlines)

# Blocks are drawn with empty ids; `documents` names them.
paragraphs = inlines.map(lambda found: Paragraph("", found))
headings = st.builds(
    Heading,
    id=st.just(""),
    level=st.integers(2, 4),
    children=short_inlines,
    run_in=st.one_of(st.just(()), inlines),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    cells = st.one_of(inlines, st.just(()))
    columns = st.tuples(*[st.builds(Column, head=cells, align=st.sampled_from(Align))] * width)
    rows = st.lists(st.tuples(*[cells] * width), max_size=3).map(tuple)
    return Table(
        "",
        columns=draw(columns),
        rows=draw(rows),
        caption=draw(maybe_short),
        unit=draw(st.sampled_from(("", "单位：人"))),
        total=draw(st.booleans()),
    )


figures = st.builds(
    Figure,
    id=st.just(""),
    data=st.just(PIXEL),
    caption=maybe_short,
    alt=single_lines,
)
_inner = st.lists(
    st.one_of(paragraphs, headings, headings, tables(), figures, st.just(PageBreak(""))),
    max_size=4,
).map(tuple)
sections = st.builds(
    Section,
    id=st.just(""),
    heading=st.one_of(
        st.none(), short_inlines.map(lambda found: Heading("", 1, found)), headings
    ),
    blocks=_inner,
)
notes = st.lists(short_inlines, min_size=1, max_size=3).map(
    lambda names: AttachmentNote("", tuple(names))
)
signatures = st.builds(
    Signature,
    id=st.just(""),
    organisation=short_inlines,
    date=st.just((Fact("2024年7月5日", "signature.date"),)),
    seal=st.booleans(),
)
attachments = st.builds(
    Attachment,
    id=st.just(""),
    title=short_inlines,
    blocks=_inner,
    landscape=st.booleans(),
    notice=st.sampled_from(("", "内部掌握，不得公开")),
)


def _named(block: Block, names: "count[int]") -> Block:
    block = replace(block, id=f"b{next(names)}")
    if isinstance(block, Section) and block.heading is not None:
        block = replace(block, heading=replace(block.heading, id=f"b{next(names)}"))
    if isinstance(block, Section | Attachment):
        block = replace(block, blocks=tuple(_named(inner, names) for inner in block.blocks))
    return block


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a tree that is not numbered yet; every block has its own id."""
    body = draw(st.lists(st.one_of(sections, paragraphs, headings, tables()), max_size=4))
    ending = draw(st.one_of(st.just(()), st.tuples(signatures), st.tuples(notes, signatures)))
    appended = draw(st.lists(attachments, max_size=3))
    names = count(1)
    return Document(
        title=draw(short_inlines),
        subtitle=draw(maybe_short),
        addressee=draw(maybe_short),
        blocks=tuple(_named(block, names) for block in (*body, *ending, *appended)),
        properties=Properties(title="总结", creator="青石镇中心小学", date="2024-07-05"),
    )
