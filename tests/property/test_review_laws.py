"""Whatever stands in a Word file, reviewing it ends with findings and never in a traceback."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from documents import LAYOUT
from review_files import MAIN, edited, packed, parts_of, pattern, written
from school_file import school_file
from summarykit.diagnostics import Code
from summarykit.l10n.messages import describe
from summarykit.review.reviewing import review

RULED = pattern(
    "<w:tcW[^>]*/>",
    r'\g<0><w:gridSpan w:val="1"/><w:vMerge w:val="restart"/><w:tcBorders>'
    r'<w:top w:val="single" w:sz="8"/></w:tcBorders>',
    count=0,
)
FILES = (
    parts_of(written()),
    parts_of(school_file()),
    parts_of(edited(written(), RULED)),
)
ATTRIBUTE = re.compile(r'(?<= )(w:\w+|r:\w+|\w+)="([^"]*)"')
PARTS = (MAIN, "word/styles.xml", "word/settings.xml", "word/_rels/document.xml.rels")
JUNK = st.sampled_from(
    [
        *(
            "",
            "-1",
            "0",
            "1",
            "9" * 30,
            "9" * 5000,
            "1e999",
            "nan",
            "²",
            "一",
            "&#xD7FF;",
            "%1",
        ),
        *("Normal", "Title", "Heading1", "附件1", "true", "auto", "exact", "landscape", "dxa"),
    ]
)
TEXT = st.sampled_from(
    [
        *(
            "",
            "附件",
            "附件1",
            "附件：1.名册；",
            "一、",
            "（一）",
            "1.",
            "(1)",
            "①",
            "表1",
            "图9　名",
        ),
        *("（", "年", "2024年13月45日", "二〇二四年", "9" * 5000, "十十十、", "　" * 50, "…"),
        *("〔2024〕5号", "主送："),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_with_junk_in_it_is_reviewed(data: st.DataObject) -> None:
    parts = dict(data.draw(st.sampled_from(FILES)))
    name = data.draw(st.sampled_from(PARTS))
    found = list(ATTRIBUTE.finditer(parts[name]))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.sampled_from(found))
        old, new = at[0], f'{at[1]}="{data.draw(JUNK)}"'
        parts[name] = parts[name].replace(old, new, data.draw(st.sampled_from([1, -1])))
    for finding in review(packed(parts), LAYOUT, "总结.docx"):
        assert describe(finding, "zh")
        assert describe(finding, "en")


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(TEXT, max_size=12), sections=st.booleans(), styled=st.booleans())
def test_a_file_of_any_lines_is_reviewed(
    *, lines: list[str], sections: bool, styled: bool
) -> None:
    look = '<w:pPr><w:pStyle w:val="GwAttMark"/></w:pPr>' if styled else ""
    body = "".join(f"<w:p>{look}<w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    main = FILES[0][MAIN]
    end = main[main.rindex("<w:sectPr>") :] if sections else "</w:body></w:document>"
    parts = FILES[0] | {MAIN: main[: main.index("<w:p>")] + body + end}
    codes = {finding.code for finding in review(packed(parts), LAYOUT)}
    assert codes
    assert Code.X01 not in codes
