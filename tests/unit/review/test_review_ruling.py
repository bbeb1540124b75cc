"""The lines of tables that cells draw themselves: G07 and G08."""

import pytest

from documents import LAYOUT, layout_with
from review_files import edited, found, of_blocks, pattern, written
from summarykit.diagnostics import Severity
from summarykit.layout import Layout

FILE = written()
NO_LINES = pattern("<w:tblBorders>.*?</w:tblBorders>", "", "word/styles.xml")
THREE = layout_with(table={"borders": "three_line", "frame": "1.5pt", "inner": "0.75pt"})
SIDES = ("top", "start", "bottom", "end")
TITLE = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>青石小学总结</w:t></w:r></w:p>'


def codes(data: bytes, layout: Layout = LAYOUT) -> list[tuple[str, str]]:
    return [(finding.code.name, finding.severity.value) for finding in found(data, layout)]


def cell(lines: str, more: str = "") -> str:
    properties = f"<w:tcPr>{more}<w:tcBorders>{lines}</w:tcBorders></w:tcPr>"
    return f"<w:tc>{properties}<w:p><w:r><w:t>八</w:t></w:r></w:p></w:tc>"


def table(*rows: str) -> list[tuple[str, str]]:
    """Return what is said of the lines of a table of these rows."""
    inside = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    file = of_blocks(
        TITLE, f"<w:tbl>{inside}</w:tbl>", "<w:p><w:r><w:t>正文。</w:t></w:r></w:p>"
    )
    return [each for each in codes(file) if each[0].startswith("G0") and each[0] > "G04"]


def lines(size: int = 4, **other: str) -> str:
    """Return lines at all sides of a cell, of one width but for some."""
    kinds = dict.fromkeys(SIDES, "single") | other
    return "".join(f'<w:{side} w:val="{kind}" w:sz="{size}"/>' for side, kind in kinds.items())


def test_cells_may_draw_the_lines_of_a_table_themselves() -> None:
    ruled = pattern("<w:tcW[^>]*/>", rf"\g<0><w:tcBorders>{lines()}</w:tcBorders>", count=0)
    # All lines are there; that those outside are thinner hardly anyone sees.
    assert codes(edited(FILE, NO_LINES, ruled)) == [("G07", Severity.INFO)]


def test_a_line_between_two_cells_is_there_if_one_of_them_has_it() -> None:
    one = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'
    assert codes(edited(FILE, pattern("<w:tcW[^>]*/>", rf"\g<0>{one}"))) == []


def test_a_cell_that_leaves_out_a_line_is_named_where_it_stands() -> None:
    one = '<w:tcBorders><w:left w:val="nil"/></w:tcBorders>'
    (finding,) = found(edited(FILE, pattern("<w:tcW[^>]*/>", rf"\g<0>{one}")))
    assert finding.at.field == "table[1].row[1].column[1]"
    assert "a full frame" in str(finding)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((cell(lines(6)) * 2,) * 2, []),
        ((cell(lines(6)) * 2, cell(lines(6), '<w:gridSpan w:val="2"/>')), []),
        ((cell(lines(6, start="nil")) * 2,) * 2, [("G07", Severity.WARNING)]),
        ((cell(lines(6)) + cell(lines(6, end="none")),) * 2, [("G07", Severity.WARNING)]),
        ((cell(lines(24)) * 2,) * 2, [("G07", Severity.INFO)]),
        (
            (
                cell(lines(6, bottom="nil"), '<w:vMerge w:val="restart"/>') + cell(lines(6)),
                cell(lines(6, top="nil"), "<w:vMerge/>") + cell(lines(6)),
            ),
            [],
        ),
        (
            (
                cell(lines(6, bottom="nil")) + cell(lines(6)),
                cell(lines(6, top="nil")) + cell(lines(6)),
            ),
            [("G07", Severity.WARNING)],
        ),
    ],
)
def test_lines_that_only_cells_draw_are_those_of_the_table(
    rows: tuple[str, ...], said: list[tuple[str, str]]
) -> None:
    assert table(*rows) == said


def test_where_the_table_is_wrong_its_cells_may_be_right() -> None:
    thin = pattern(
        r'(<w:(?:left|right) [^/]*w:val=)"single"', r'\g<1>"nil"', "word/styles.xml", 0
    )
    assert codes(edited(FILE, thin)) == [("G07", Severity.WARNING)]
    ruled = pattern("<w:tcW[^>]*/>", rf"\g<0><w:tcBorders>{lines(6)}</w:tcBorders>", count=0)
    assert codes(edited(FILE, thin, ruled)) == []


def test_three_lines_leave_the_head_and_the_total_to_the_style() -> None:
    file = written(THREE)
    head = '<w:tcBorders><w:bottom w:val="single" w:sz="6"/></w:tcBorders>'
    assert codes(edited(file, pattern("<w:tcW[^>]*/>", rf"\g<0>{head}")), THREE) == []
    side = '<w:tcBorders><w:right w:val="single" w:sz="6"/></w:tcBorders>'
    assert codes(edited(file, pattern("<w:tcW[^>]*/>", rf"\g<0>{side}")), THREE) == [
        ("G08", Severity.WARNING)
    ]


def test_a_table_that_says_nothing_of_lines_is_not_judged() -> None:
    assert table("<w:tc><w:p><w:r><w:t>八</w:t></w:r></w:p></w:tc>") == []
    assert codes(edited(FILE, NO_LINES)) == []
