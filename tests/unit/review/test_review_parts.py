"""Word files whose parts are not called as Word calls them: their relations lead to them."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import reference_docx
from documents import LAYOUT
from reference_packs import county, ready
from review_files import all_of, edited, found, packed, parts_of, swap, written
from summarykit.diagnostics import Code
from summarykit.review.reviewing import review

FILE = written()
OF_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "/officeDocument"


def renamed(parts: Mapping[str, str | bytes], folder: str) -> dict[str, str | bytes]:
    """Return the parts as Word Online calls them, in another folder at will."""
    names = ("document", "styles", "settings", "numbering", "footer1")
    made: dict[str, str | bytes] = {}
    for path, data in parts.items():
        to, text = path.replace("word/", f"{folder}/" if folder else ""), data
        for name in names:
            to = re.sub(rf"(^|/){name}\.xml", rf"\g<1>{name}2.xml".replace("12", "9"), to)
            if isinstance(text, str) and path.endswith(".rels"):
                new = f"{name}2.xml".replace("12", "9")
                text = text.replace(f'"{name}.xml"', f'"{new}"')
                text = text.replace(f"word/{name}.xml", posixpath.join("/", folder, new))
        made[to] = text
    return made


@pytest.mark.parametrize("folder", ["word", "text/main", ""])
@pytest.mark.parametrize("space", [USUAL, OF_STRICT])
def test_a_file_is_as_right_whatever_its_parts_are_called(folder: str, space: str) -> None:
    parts = renamed(parts_of(FILE), folder)
    assert posixpath.join(folder, "document2.xml") in parts
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace(USUAL, space)
    assert found(packed(parts)) == ()


def test_what_nobody_refers_to_is_found_by_its_name() -> None:
    unrelated = all_of(
        *(swap(f'/{kind}"', f'/{kind}-no"', "word/_rels/document.xml.rels")
          for kind in ("styles", "settings", "theme")),
        swap(f'{MAIN}"', f'{MAIN}-no"', "_rels/.rels"),
    )  # fmt: skip
    assert found(edited(FILE, unrelated)) == ()


@pytest.mark.parametrize("folder", ["word", ""])
def test_a_letterhead_is_as_right_whatever_its_parts_are_called(
    folder: str, tmp_path: Path
) -> None:
    parts = reference_docx.letterhead()
    one, other = (
        ready(county(tmp_path / name, packed(each))).layout
        for name, each in (("one", parts), ("other", renamed(parts, folder)))
    )
    assert one == other
    assert one.page != LAYOUT.page


@pytest.mark.parametrize("target", ["xl/workbook.xml", "nowhere.xml"])
def test_another_kind_of_archive_is_no_word_file(target: str) -> None:
    rels = reference_docx.relations(("officeDocument", target))
    (finding,) = review(
        packed({"_rels/.rels": rels, "xl/workbook.xml": "<a/>"}), LAYOUT, "a.docx"
    )
    assert finding.code is Code.FORMAT_UNKNOWN
