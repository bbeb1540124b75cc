"""A rule sheet as a pack, measured on the page: margins, lines and the number of the page."""

from itertools import pairwise

import pytest

from documents import doc
from rendering import MM, Page, need_renderer, rendered
from summarykit.api import load_pack
from summarykit.packs import bundled
from summarykit.writers.docx import write_docx

pytestmark = pytest.mark.rendered

MARGIN = 30 * MM
PITCH = 28
TEXT = "春夏秋冬天地人和山水花木日月风云师生家校爱心成长学习读书写字" * 60


@pytest.fixture(name="pages", scope="module")
def a_long_text_by_the_wide_margins(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Page, ...]:
    need_renderer()
    layout = load_pack(bundled("examples") / "packs/wide-margins").layout
    file = write_docx(doc(f"= 工作总结\n{TEXT}\n"), layout)
    return rendered({"wide": file}, tmp_path_factory.mktemp("wide"))["wide"]


def test_all_four_margins_are_three_centimetres(pages: tuple[Page, ...]) -> None:
    page = pages[1]
    assert min(line.left for line in page.lines) == pytest.approx(MARGIN, abs=MM)
    # 26 characters of 16 points leave less than one blank.
    right = page.width - max(line.right for line in page.lines)
    assert MARGIN - MM <= right < MARGIN + 16
    assert page.lines[0].baseline - 16 * 0.86 > MARGIN
    assert page.lines[-1].baseline + 16 * 0.14 < page.height - MARGIN


def test_a_full_page_has_23_lines_of_26_signs_at_28_points(pages: tuple[Page, ...]) -> None:
    for page in pages[1:3]:
        assert {len(line.bare) for line in page.lines} == {26}
        assert len(page.lines) == 23
        steps = [b.baseline - a.baseline for a, b in pairwise(page.lines)]
        assert steps == pytest.approx([PITCH] * 22, abs=0.2)


def test_the_number_of_the_page_stands_in_the_middle(pages: tuple[Page, ...]) -> None:
    for count, page in enumerate(pages, start=1):
        assert page.footer is not None
        assert page.footer.bare == f"-{count}-"
        assert (page.footer.left + page.footer.right) / 2 == pytest.approx(
            page.width / 2, abs=1
        )
