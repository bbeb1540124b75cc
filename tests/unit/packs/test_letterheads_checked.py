"""What is said of a letterhead when its pack is checked: two heads, private numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reference_docx import changed, letterhead, line, packed, paragraph, part, picture
from reference_packs import county, school
from summarykit.api.letterhead_privacy import private_numbers
from summarykit.api.pack_checking import check_pack
from summarykit.diagnostics import Code, Finding, Severity
from summarykit.layout import Strip
from summarykit.packs.loading import load_pack, trace_pack
from summarykit.packs.reference.strip_texts import texts_of
from summarykit.packs.tools.opened import OpenPack
from summarykit.packs.tools.two_heads import two_heads

HEAD = '[letterhead]\nkind = "document"\n'
EMPTY = part("hdr", f"<w:p><w:pPr>{line('bottom', 6)}</w:pPr></w:p>")
PHONE = paragraph("联系电话：13912345678")
WHOLE = packed(letterhead())


def heads(place: Path) -> list[str]:
    pack, traced = load_pack(str(place)).pack, trace_pack(str(place))
    assert pack is not None
    assert not isinstance(traced, Finding)
    return [str(one) for one in two_heads(OpenPack(traced.lineage), pack.layout)]


def numbers(place: Path) -> list[str]:
    traced = trace_pack(str(place))
    assert not isinstance(traced, Finding)
    return [str(one) for one in private_numbers(traced.lineage)]


def all_pages(text: str) -> str:
    return text.replace("<w:titlePg/>", "")


@pytest.mark.parametrize(
    "reference",
    [
        WHOLE,
        changed(document=all_pages),
        changed(
            header2=lambda _: part("hdr", f"<w:p><w:r>{picture()}</w:r></w:p>"),
        ),
    ],
)
def test_a_red_head_over_one_that_is_drawn_is_told(reference: bytes, tmp_path: Path) -> None:
    (said,) = heads(county(tmp_path, reference, HEAD))
    assert said.startswith("county/layout.toml:2 letterhead.kind")
    assert "the first page has two heads: this one, and the header" in said
    assert said.endswith('hint: write kind = "none" below [letterhead]')


def test_a_red_head_of_a_school_over_the_countys_letterhead_is_told(tmp_path: Path) -> None:
    county(tmp_path, WHOLE)
    (said,) = heads(school(tmp_path, None, HEAD))
    assert said.startswith("school/layout.toml:2 letterhead.kind")


@pytest.mark.parametrize(
    ("reference", "layout"),
    [
        (WHOLE, ""),
        (WHOLE, HEAD.replace("document", "none")),
        (None, HEAD),
        (changed(header2=lambda _: EMPTY), HEAD),
    ],
)
def test_one_head_is_no_matter(reference: bytes | None, layout: str, tmp_path: Path) -> None:
    assert heads(county(tmp_path, reference, layout)) == []


def with_end(end: str) -> Callable[[str], str]:
    return lambda text: text.replace(end, f"{PHONE}{end}")


def test_private_numbers_of_a_letterhead_are_told_once(tmp_path: Path) -> None:
    reference = changed(header1=with_end("</w:hdr>"), footer2=with_end("</w:ftr>"))
    (said,) = numbers(county(tmp_path, reference))
    assert said.startswith("county/reference.docx  warning v01-private-numbers")
    assert "a telephone number stands in a header or footer" in said


def test_words_for_pictures_are_looked_at(tmp_path: Path) -> None:
    reference = changed(
        header2=lambda text: text.replace("云岭县教育局标志", "13912345678"),
    )
    assert len(numbers(county(tmp_path, reference))) == 1
    assert [*texts_of(Strip("<w:p><w:r><w:t>甲&amp;乙</w:t></w:r></w:p>"))] == ["甲&乙"]


def test_a_letterhead_without_them_has_no_finding(tmp_path: Path) -> None:
    assert numbers(county(tmp_path, WHOLE)) == []
    assert numbers(county(tmp_path)) == numbers(county(tmp_path, b"")) == []


def test_both_are_told_where_a_pack_is_checked(tmp_path: Path) -> None:
    place = county(tmp_path, changed(header1=with_end("</w:hdr>")), HEAD)
    told = [each for each in check_pack(place) if each.severity is Severity.WARNING]
    assert {Code.V01, Code.WRONG_VALUE} <= {each.code for each in told}
