"""A file with its sources, on the page: content controls hide nothing, the table is there."""

import pytest

import example_records
from rendering import Page, need_renderer, rendered
from summarykit.api import compose

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
