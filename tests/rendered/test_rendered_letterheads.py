"""A letterhead from Word, measured on the page: its head, its lines, the number of the page."""

import pytest

import example_records
from rendering import MM, Page, need_renderer, rendered
from summarykit.api import compose
from summarykit.packs import bundled

pytestmark = pytest.mark.rendered

OFFICE = "云岭县教育局"


@pytest.fixture(name="pages", scope="module")
def a_summary_with_the_letterhead(tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    need_renderer()
    pack = str(bundled("examples") / "packs/letterhead")
    record = example_records.record("full-school-year")
    file = compose(record, pack=pack, report="annual").to_bytes("docx")
    return rendered({"letter": file}, tmp_path_factory.mktemp("letter"))["letter"]


def test_the_first_page_has_the_head_above_the_title(pages: tuple[Page, ...]) -> None:
    head, title = pages[0].lines[:2]
    middle = (head.left + head.right) / 2

    assert head.bare == OFFICE
    assert middle == pytest.approx(pages[0].width / 2, abs=2 * MM)
    assert title.bare.startswith("云岭县青石镇中心小学")
    assert title.top > head.baseline + 5 * MM


def test_the_others_have_the_name_at_the_right_and_the_text_where_it_belongs(
    pages: tuple[Page, ...],
) -> None:
    for page in pages[1:3]:
        head, first = page.lines[:2]
        assert head.bare == OFFICE
        assert page.width - head.right == pytest.approx(27 * MM, abs=MM)
        # The head is above the top margin and does not push the text down.
        assert first.baseline - 16 > 37 * MM
        assert first.baseline - 37 * MM < 28


def test_every_page_has_its_number_in_the_middle(pages: tuple[Page, ...]) -> None:
    for count, page in enumerate(pages, start=1):
        assert page.footer is not None
        assert page.footer.bare == f"—{count}—"
        middle = (page.footer.left + page.footer.right) / 2
        if page.width > page.height:
            continue  # the margins of an attachment that lies on its side are not alike
        assert middle == pytest.approx(page.width / 2, abs=MM)
