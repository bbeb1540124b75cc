"""How far below the text a page number stands, whatever distance of lines its footer has."""

import pytest

from documents import layout_with
from review_files import edited, found, swap, written
from summarykit.diagnostics import Code

FIXED = 'w:line="{}" w:lineRule="{}"'


@pytest.mark.parametrize("line", ["28磅", "0.8倍", "1倍", "1.5倍", "3倍"])
def test_a_footer_in_lines_is_right_in_our_own_file(line: str) -> None:
    layout = layout_with(styles={"footer": {"line": line}})
    assert found(written(layout), layout) == ()


@pytest.mark.parametrize(
    ("line", "rule", "codes"),
    [
        (364, "atLeast", set()),
        (100, "atLeast", set()),
        (364, "exact", set()),
        (240, "auto", set()),
        (800, "atLeast", {Code.F05}),
        (800, "exact", {Code.F05}),
        (100, "exact", {Code.F05}),
        (800, "auto", {Code.F05}),
    ],
)
def test_a_footer_with_other_lines_stands_higher_or_lower(
    line: int, rule: str, codes: set[Code]
) -> None:
    layout = layout_with(styles={"footer": {"line": "1倍"}})
    pitch = swap(FIXED.format(240, "auto"), FIXED.format(line, rule), "word/styles.xml")
    findings = found(edited(written(layout), pitch), layout)
    assert {finding.code for finding in findings} == codes


def test_where_the_margin_is_wrong_the_number_is_measured_from_the_edge() -> None:
    deeper = layout_with(page={"bottom": "45mm", "footer": "35mm"})
    codes = {one.code: str(one.message) for one in found(written(deeper), layout_with())}
    assert Code.P15 in codes
    assert "from the edge of the page should be" in codes[Code.F05]
