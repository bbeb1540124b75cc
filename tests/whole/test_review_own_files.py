"""A file we wrote has no finding, whatever the record, the report, the audience, the layout."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

import example_records
from documents import LAYOUT, layout_with
from review_files import edited, found, swap, written
from summarykit.api import load_pack
from summarykit.compose import Audience, Extent, compose
from summarykit.diagnostics import Finding
from summarykit.document import Document
from summarykit.model import Signature, YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.packs import Length, bundled
from summarykit.writers.docx import write_docx

if TYPE_CHECKING:
    from summarykit.layout import Layout

HABITS = layout_with(
    page={"top": "30mm", "bottom": "30mm", "left": "30mm", "right": "30mm", "footer": "20mm"},
    styles={
        "title": {"font": "song", "bold": True},
        "heading1": {"bold": True},
        "heading2": {"bold": True},
        "heading3": {"bold": True},
        "body": {"line": "28pt"},
    },
    page_number={"position": "center", "form": "-{page}-"},
)
PLAIN = layout_with(
    page={"top": "20mm", "bottom": "20mm", "left": "25mm", "right": "20mm", "footer": "12mm"},
    styles={"body": {"line": "26pt"}},
    page_number={"position": "right"},
)
COUNTED = layout_with(
    numbering={"automatic": True, "run_in": "text"},
    table={"borders": "three_line", "frame": "1.5pt", "inner": "0.75pt"},
    page={"grid": "word"},
    signature={"right": "4字", "blank_lines": 3},
)
BARE = layout_with(
    page={"grid": "none", "mirror": True},
    page_number={"position": "none"},
    styles={"body": {"font": "song", "size": "14pt", "line": "1.5倍", "spacing": "0pt"}},
)
WISHES = layout_with(
    signature={"date": "chinese", "unit": "unless_in_title", "blank_lines": 4},
    page_number={"position": "left", "form": "第{page}页　共{pages}页"},
    last_line={"characters": 2, "widen": "0.8pt"},
)
COLOURED = layout_with(
    styles={
        "body": {"colour": "1f1f1f"},
        "title": {"colour": "FF0000"},
        "heading1": {"colour": "FF0000"},
        "heading2": {"colour": "000000", "size": "15pt"},
        "signature": {"colour": "FF0000"},
    },
)
LAYOUTS = {
    "zh": LAYOUT,
    "habits": HABITS,
    "plain": PLAIN,
    "counted": COUNTED,
    "bare": BARE,
    "wishes": WISHES,
    "coloured": COLOURED,
}
OFFICIAL = {
    "document": layout_with(letterhead={"kind": "document"}, signature={"right": "4字"}),
    "letter": layout_with(letterhead={"kind": "letter"}),
    "cover": layout_with(cover={"shown": True}, letterhead={"kind": "document"}),
    "imprint": layout_with(imprint={"shown": True}),
}
FOLDER = bundled("examples") / "packs"
PACKS = tuple(sorted(path.parent.name for path in FOLDER.glob("*/pack.toml")))
TRUE = {
    "class-left-behind-term": ("C14",),  # it is signed in the first weeks of its term
    "township-dropout-year": ("C10",),  # its rates of those who stay are told without a base
}
"""What is wrong with a record itself, as the real text was that it is made after."""
EXAMPLES = ("full-school-year", "township-dropout-year")


def _others(name: str, file: bytes, layout: "Layout") -> tuple[Finding, ...]:
    """Return what is found beside what the record itself is to blame for, once a file."""
    findings = found(file, layout)
    true = [one for one in findings if one.code.name in TRUE.get(name, ())]
    assert len(true) <= 1
    return tuple(one for one in findings if one not in true)


def _made() -> Iterator[tuple[str, str, Audience]]:
    for name in example_records.NAMES:
        for report in load_pack("zh").reports:
            yield from ((name, report, audience) for audience in AUDIENCES)


@cache
def _document(name: str, report: str, audience: Audience) -> Document | None:
    extent = Extent(Length.STANDARD)
    record, pack = example_records.record(name), load_pack("zh")
    return compose(record, pack, report, audience, extent).document


@pytest.mark.parametrize(("name", "report", "audience"), tuple(_made()))
def test_a_file_we_wrote_has_no_finding(name: str, report: str, audience: str) -> None:
    document = _document(name, report, audience)
    if document is None:
        return  # the record tells nothing of this work
    for called, layout in LAYOUTS.items():
        assert (called, _others(name, write_docx(document, layout), layout)) == (called, ())


def _issued(name: str) -> YearRecord:
    """Return an example as it is when its office has given it a number and somebody signs."""
    record = example_records.record(name)
    known = record.signature or Signature()
    head = {"document_number": "云教〔2024〕5号", "signer": "周明远"}
    return record.model_copy(update={"signature": known.model_copy(update=head)})


@pytest.mark.parametrize("called", OFFICIAL)
@pytest.mark.parametrize("name", example_records.NAMES)
def test_a_file_with_a_red_head_or_a_cover_has_no_finding(name: str, called: str) -> None:
    layout = OFFICIAL[called]
    pack = replace(load_pack("zh"), layout=layout)
    record = _issued(name)
    for report in pack.reports:
        document = compose(record, pack, report, Audience.INTERNAL).document
        if document is not None:
            assert (report, _others(name, write_docx(document, layout), layout)) == (report, ())


@pytest.mark.parametrize("audience", AUDIENCES, ids=lambda one: one.id)
@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("called", PACKS)
def test_a_file_by_an_example_pack_has_no_finding(
    called: str, name: str, audience: Audience
) -> None:
    pack, record = load_pack(FOLDER / called), _issued(name)
    reports = [compose(record, pack, report, audience).document for report in pack.reports]
    files = [write_docx(document, pack.layout) for document in reports if document]
    assert files
    assert [one for file in files for one in _others(name, file, pack.layout)] == []


def test_a_red_head_lacks_what_the_record_does_not_hold() -> None:
    layout = OFFICIAL["document"]
    pack = replace(load_pack("zh"), layout=layout)
    record = example_records.record("township-dropout-year")
    for report, lacking in (("annual", 1), ("situation_report", 2)):
        document = compose(record, pack, report, Audience.INTERNAL).document
        assert document is not None
        file = write_docx(document, layout)
        codes = [one.code.name for one in _others("township-dropout-year", file, layout)]
        assert codes == ["R02"] * lacking


@pytest.mark.parametrize("called", LAYOUTS)
def test_a_file_of_all_kinds_of_blocks_has_no_finding(called: str) -> None:
    layout: Layout = LAYOUTS[called]
    assert found(written(layout), layout) == ()


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("二〇二四年七月五日", set()),
        ("2024年7月5日", {"S02"}),
        ("二〇二四年十十月五日", {"S02"}),
        ("二〇二四年二月三十日", {"S02"}),
        ("二零二四年七月五日", {"S02"}),
        ("二〇二四年七月", {"S02"}),
    ],
)
def test_a_layout_with_chinese_dates_wants_them_whole(words: str, codes: set[str]) -> None:
    file = edited(written(WISHES), swap("二〇二四年七月五日", words))

    assert {finding.code.name for finding in found(file, WISHES)} == codes


def test_another_layout_finds_what_differs() -> None:
    codes = {finding.code.name for finding in found(written(HABITS), LAYOUT)}
    assert {"P02", "P03", "P14", "P15", "H01", "H02", "H03", "F02", "F04"} <= codes


def test_lines_at_so_many_single_ones_are_compared_as_such() -> None:
    layout = layout_with(styles={"body": {"line": "1.5倍"}})
    (fixed,) = (one for one in found(written(LAYOUT), layout) if one.code.name == "B06")
    assert "should be 1.5 lines, but is exactly 28.95 pt" in str(fixed.message)
    assert found(written(layout), layout) == ()
