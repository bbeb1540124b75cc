"""Laws of Word files, over any tree: nothing is lost, nothing is random, nothing is torn."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from documents import LAYOUT, doc, layout_with, words
from strategies_documents import documents
from summarykit.document import (
    Attachment,
    Block,
    Document,
    Heading,
    Letterhead,
    Section,
    number,
    text_of,
)
from summarykit.layout import Layout
from summarykit.writers.docx import write_docx
from summarykit.writers.docx.package import prepared
from wordfiles import W, body, lines, part

AUTOMATIC = layout_with(numbering={"automatic": True})
ENDED = layout_with(last_line={"characters": 10, "condense": "1pt", "widen": "1pt"})
COVER = {"shown": True}
OFFICIAL = layout_with(letterhead={"kind": "document"}, cover=COVER)
LETTER = layout_with(letterhead={"kind": "letter"}, cover=COVER)
HEAD = Letterhead(words("青石镇中心小学文件"), words("校发〔2024〕5号"))
AWKWARD = doc("""
= 德育&智育
# 满意率<90%的班级
## 见<附件1>说明 >> 德育&智育 并举，满意率<90%的班级。
见<附件1>说明 **满意率<90%** {德育&智育}
| 德育&智育 | 满意率<90%
| 见<附件1>说明 | "'&amp;
""")


def _said(document: Document) -> list[str]:
    title, *rest = text_of(document)
    return [title.replace("\n", ""), *rest]


def _read(data: bytes) -> list[str]:
    # A long title is broken into lines.
    title, *rest = lines(data)
    # A notice stands on the line of the mark.
    read = [piece for line in rest for piece in line.split("\t")]
    return [title.replace("\n", ""), *(line for line in read if line.strip())]


@settings(max_examples=60, deadline=None)
@given(documents().map(number))
@example(AWKWARD)
def test_text_in_is_text_out(document: Document) -> None:
    assert _read(write_docx(document, LAYOUT)) == _said(document)


@settings(max_examples=60, deadline=None)
@given(documents().map(number))
@example(AWKWARD)
def test_text_is_the_same_whatever_the_last_lines_may_hold(document: Document) -> None:
    assert _read(write_docx(document, ENDED)) == _said(document)


@settings(max_examples=40, deadline=None)
@given(documents().map(number), st.sampled_from([OFFICIAL, LETTER]))
def test_cover_and_letterhead_come_before_a_text_that_stays_the_same(
    document: Document, layout: Layout
) -> None:
    headed = replace(document, letterhead=HEAD)
    below = list(lines(write_docx(document, LAYOUT)))
    written = list(lines(write_docx(headed, layout)))
    assert written[-len(below) :] == below
    assert {"校发〔2024〕5号", "青石镇中心小学"} < set(written[: -len(below)])


@settings(max_examples=30, deadline=None)
@given(documents().map(number))
@example(AWKWARD)
def test_the_same_input_gives_the_same_bytes(document: Document) -> None:
    first = write_docx(document, LAYOUT)
    prepared.cache_clear()
    assert write_docx(document, LAYOUT) == first


@settings(max_examples=60, deadline=None)
@given(documents().map(number))
@example(AWKWARD)
def test_tables_add_up_and_are_followed_by_paragraphs(document: Document) -> None:
    children = list(body(write_docx(document, LAYOUT)))
    kinds = [child.tag.removeprefix(W) for child in children]
    assert kinds[-1] == "sectPr"
    for child, after in zip(children, kinds[1:], strict=False):
        if child.tag == f"{W}tbl":
            assert after == "p"
            widths = [int(each.attrib[f"{W}w"]) for each in child.iter(f"{W}gridCol")]
            total = child.find(f"{W}tblPr/{W}tblW")
            assert total is not None
            assert sum(widths) == int(total.attrib[f"{W}w"])
            assert sum(widths) in {8845, 12756}
            assert min(widths) > 0


@settings(max_examples=30, deadline=None)
@given(documents().map(number))
def test_numbers_stand_where_the_numbering_pass_put_them(document: Document) -> None:
    written = "".join(lines(write_docx(document, LAYOUT)))
    counted = "".join(lines(write_docx(document, AUTOMATIC)))
    assert len(counted) <= len(written)
    other = "".join(lines(write_docx(_with_other_numbers(document), AUTOMATIC)))
    assert counted == other  # Word counts: no number of a heading is written


def _with_other_numbers(document: Document) -> Document:
    def bare(block: Block) -> Block:
        if isinstance(block, Heading):
            return replace(block, number="某")
        if isinstance(block, Section):
            heading = block.heading and replace(block.heading, number="某")
            return replace(block, heading=heading, blocks=tuple(map(bare, block.blocks)))
        if isinstance(block, Attachment):
            return replace(block, blocks=tuple(map(bare, block.blocks)))
        return block

    return replace(document, blocks=tuple(map(bare, document.blocks)))


def test_forty_threads_write_forty_right_files() -> None:
    trees = [
        doc(f"= 第{i}所学校工作总结\n{'正文' * i}\n| 项 | 数\n| {i} | {i}") for i in range(40)
    ]
    alone = [write_docx(tree, LAYOUT) for tree in trees]
    prepared.cache_clear()
    with ThreadPoolExecutor(40) as threads:
        together = list(threads.map(lambda tree: write_docx(tree, layout_with()), trees))
    assert together == alone


def test_no_machine_and_no_moment_is_in_the_file() -> None:
    data = write_docx(doc("= 总结\n正文。"), LAYOUT)
    core = part(data, "docProps/core.xml")
    assert "created" not in core
    assert "modified" not in core
