"""A file with its sources, on the page: content controls hide nothing, the table is there."""

from pathlib import Path

import pytest

import example_records
from rendering import Page, need_renderer, rendered
from summarykit.api import compose
from summarykit.packs import bundled

pytestmark = pytest.mark.rendered


@pytest.fixture(name="pages", scope="module")
def the_same_summary_with_and_without(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[Page, ...]]:
    need_renderer()
    record = example_records.record("full-school-year")
    summary = compose(record, report="left_behind_care", audience="internal")
    files = {name: summary.to_bytes(sources=name == "with") for name in ("with", "without")}
    return rendered(files, tmp_path_factory.mktemp("sources"))


def _words(pages: tuple[Page, ...]) -> list[str]:
    return [line.bare for page in pages for line in page.lines]


def test_the_text_is_the_same_on_the_page(pages: dict[str, tuple[Page, ...]]) -> None:
    # Lines may end a sign earlier: LibreOffice sets no gap between a sign and a control.
    text, controlled = ("".join(_words(pages[name])) for name in ("without", "with"))
    assert text.partition("附件：")[0] == controlled.partition("附件：")[0]
    assert "87名" in text.partition("附件：")[0]


def test_the_last_pages_lie_on_their_side_and_hold_the_table(
    pages: dict[str, tuple[Page, ...]],
) -> None:
    added = pages["with"][len(pages["without"]) :]
    assert len(added) > 1
    assert all(page.width > page.height for page in added)
    # Its head is on every page.
    assert all(any("记录中的出处" in line.bare for line in page.lines) for page in added)
    assert any("87名÷612名×100%" in line for line in _words(added))


def test_the_date_stands_above_the_attachment_and_not_beside_it(tmp_path: Path) -> None:
    # A control of plain text at the end of a section ran into the page after it.
    need_renderer()
    record = bundled("examples") / "two-years" / "2023-2024.yaml"
    summary = compose(record, report="left_behind_care", audience="internal")
    pages = rendered({"made": summary.to_bytes(sources=True)}, tmp_path)["made"]
    (page,) = [page for page in pages if any(_is_mark(line.bare) for line in page.lines)]
    assert _is_mark(page.lines[0].bare)
    assert "2024年7月8日" in _words(pages)


def _is_mark(line: str) -> bool:
    return line.startswith("附件") and "内部掌握" in line
