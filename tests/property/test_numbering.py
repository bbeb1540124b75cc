"""Numbers of headings, captions and attachments never skip and never repeat."""

from collections.abc import Iterator
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies_documents import documents
from summarykit.document import (
    Attachment,
    Block,
    Document,
    Figure,
    Heading,
    NumberingScheme,
    Paragraph,
    Properties,
    Section,
    Table,
    Text,
    blocks_of,
    number,
    plain,
    text_of,
)
from summarykit.l10n.numerals import to_chinese


def headings_of(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Return the headings that are numbered together, without those of attachments."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Section):
            yield from (block.heading,) if block.heading else ()
            yield from headings_of(block.blocks)


def assert_numbered(headings: Iterator[Heading]) -> None:
    counts: list[int] = []
    for heading in headings:
        assert heading.level <= len(counts) + 1, "a level is skipped"
        above, here = counts[: heading.level - 1], counts[heading.level - 1 : heading.level]
        counts = [*above, (here[0] if here else 0) + 1]
        last, chinese = counts[-1], to_chinese(counts[-1])
        forms = (f"{chinese}、", f"（{chinese}）", f"{last}.", f"（{last}）")
        assert heading.number == forms[heading.level - 1]


@settings(max_examples=100, deadline=None)
@given(documents())
def test_headings_count_on_and_restart_under_each_higher_one(drawn: Document) -> None:
    document = number(drawn)
    assert_numbered(headings_of(document.blocks))
    for block in document.blocks:
        if isinstance(block, Attachment):
            assert_numbered(headings_of(block.blocks))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 4), max_size=40))
def test_any_order_of_levels_is_numbered_legally(levels: list[int]) -> None:
    headings = tuple(Heading(f"h{i}", level, (Text("题"),)) for i, level in enumerate(levels))
    document = Document((Text("题"),), headings, Properties("题", "校"))
    numbered = tuple(headings_of(number(document).blocks))
    assert_numbered(iter(numbered))
    steps = pairwise((0, *levels))
    if all(after <= before + 1 for before, after in steps):
        assert [heading.level for heading in numbered] == levels


@settings(max_examples=50, deadline=None)
@given(documents())
def test_captions_and_attachments_count_on(drawn: Document) -> None:
    blocks = tuple(blocks_of(number(drawn)))
    captioned = [b for b in blocks if isinstance(b, Table | Figure) and plain(b.caption)]
    tables = [b.number for b in captioned if isinstance(b, Table)]
    figures = [b.number for b in captioned if isinstance(b, Figure)]
    assert tables == [f"表{n}" for n in range(1, len(tables) + 1)]
    assert figures == [f"图{n}" for n in range(1, len(figures) + 1)]
    bare = [b for b in blocks if isinstance(b, Table | Figure) and not plain(b.caption)]
    assert not any(block.number for block in bare)
    numbers = [block.number for block in blocks if isinstance(block, Attachment)]
    several = [str(n) for n in range(1, len(numbers) + 1)]
    assert numbers == (several if len(numbers) > 1 else [""] * len(numbers))


@settings(max_examples=50, deadline=None)
@given(documents())
def test_numbering_twice_is_numbering_once(drawn: Document) -> None:
    once = number(drawn)
    assert number(once) == once
    assert [block.id for block in blocks_of(once)] == [block.id for block in blocks_of(drawn)]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60))
def test_circled_numbers_go_on_as_figures_where_there_are_no_more(count: int) -> None:
    scheme = NumberingScheme(headings=("①", "1", "1", "1"))
    headings = tuple(Heading(f"h{i}", 1, (Text("题"),)) for i in range(count))
    document = number(Document((), (*headings, Paragraph("p", ())), Properties("", "")), scheme)
    numbers = [line.removesuffix("题") for line in text_of(document)]
    assert len(set(numbers)) == count
    assert numbers[0] == "①"
