"""The imprint: a table at the foot of the last page (GB/T 9704-2012, 7.4).

Word lets it float down to the foot; LibreOffice 7.4 sets it where it stands in the text.
"""

from typing import Final

from summarykit.document import Imprint
from summarykit.document.lines import COPIES, copies_line, issue_line
from summarykit.layout import Layout, text_width
from summarykit.layout.bounds import HALF_POINT
from summarykit.writers.docx import runs as text
from summarykit.writers.docx.flow import Grid
from summarykit.writers.docx.markup import element

_FLOATING: Final = (
    '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="center"'
    ' w:tblpYSpec="bottom"/>'
)

_NO_MARGINS: Final = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def imprint_grid(end: Imprint, layout: Layout) -> Grid:
    """Return the imprint as a table: a row for the copies, and one for issuer and date."""
    rule, width = layout.imprint, layout.page.text_width
    rows = [row for row in (_copies(end, layout), _issue(end, layout)) if row]
    lines = [rule.frame.twips, *[rule.inner.twips] * (len(rows) - 1), rule.frame.twips]
    if layout.letterhead.kind == "letter":
        lines = [0] * len(lines)  # a letter has no such lines (10.1)
    head = (
        f'<w:tbl><w:tblPr>{_FLOATING}<w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>'
    )
    ruled = zip(rows, lines, lines[1:], strict=False)
    return Grid(head, [_row(row, width, above, below) for row, above, below in ruled])


def _row(paragraph: str, width: int, above: int, below: int) -> str:
    borders = "".join(_line(side, line) for side, line in (("top", above), ("bottom", below)))
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}"'
        f' w:type="dxa"/><w:tcBorders>{borders}</w:tcBorders><w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraph}</w:tc></w:tr>"
    )


def _line(side: str, twips: int) -> str:
    if not twips:
        return element(side, val="nil")
    return element(side, val="single", sz=max(2, round(twips * 8 / 20)), space=0, color="auto")


def _copies(end: Imprint, layout: Layout) -> str:
    """Return who gets copies, the lines aligned below the first of them (7.4.2)."""
    if not end.copies:
        return ""
    cell = layout.imprint.size.twips
    hanging = round(text_width(COPIES) * cell)
    indent = (
        f'<w:ind w:left="{cell + hanging}" w:right="{cell}" w:firstLineChars="0"'
        f' w:hanging="{hanging}"/>'
    )
    return f"<w:p><w:pPr>{indent}</w:pPr>{text.runs(copies_line(end), _look(layout))}</w:p>"


def _issue(end: Imprint, layout: Layout) -> str:
    """Return the issuer at the left and the date at the right (7.4.3)."""
    if not (end.issuer or end.date):
        return ""
    cell, look = layout.imprint.size.twips, _look(layout)
    stop = layout.page.text_width - cell
    return (
        f'<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="{stop}"/></w:tabs>'
        f'<w:ind w:left="{cell}" w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
        f"{text.runs(end.issuer, look)}{text.TAB}{text.runs(issue_line(end), look)}</w:p>"
    )


def _look(layout: Layout) -> str:
    shown = layout.imprint.size.twips // HALF_POINT
    return (
        '<w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/>'
        f"{element('sz', val=shown)}{element('szCs', val=shown)}"
    )
