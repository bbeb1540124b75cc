"""Numbers by which a person is found: which are named and which not; none is repeated."""

import pytest

from review_files import W_COMMENT, add_part, edited, found, pattern, swap, written
from summarykit.diagnostics import Code
from summarykit.review.private import kinds_of_number

FILE = written()


def said(text: str) -> list[str]:
    data = edited(FILE, swap("每周谈心一次", f"每周谈心一次，{text}"))
    return [str(f.message).partition(" stands")[0] for f in found(data) if f.code is Code.V01]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("证号110101201503078036", ["an identity number"]),
        ("证号11010120150307803X", []),
        ("证号110101201513078036", []),
        ("电话13912345678", ["a telephone number"]),
        ("电话12912345678", []),
        ("座机0710-3512345", []),
        ("账号6222020200112230", ["a bank card number"]),
        ("账号6222020200112231", []),
        ("生于2015年3月7日，2015年3月7日生", ["a date of birth"]),
        ("2015年3月7日生日会，制度2023年9月1日生效", []),
        ("家住青石镇白杨村3组12号", ["a home address"]),
        ("走访青石镇白杨村3户", []),
        ("共投入13912345678901元", []),
        (
            "110101201503078036和13912345678",
            ["an identity number", "a telephone number"],
        ),
    ],
)
def test_only_numbers_that_can_be_such_are_named(text: str, kinds: list[str]) -> None:
    assert said(text) == kinds


def test_a_number_is_not_repeated() -> None:
    data = edited(FILE, swap("小禾（化名）", "13912345678"))
    (finding,) = found(data)
    assert "1391" not in str(finding)
    assert "row 2, column 2" in str(finding)


def test_comments_and_words_for_pictures_are_looked_at() -> None:
    note = add_part("word/comments.xml", W_COMMENT.format("电话13912345678"))
    named = [finding.code.name for finding in found(edited(FILE, note))]
    assert named == ["V01", "V03"]
    picture = (
        "<w:r><w:drawing><wp:inline xmlns:wp="
        '"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="图" descr="小禾 13912345678"/></wp:inline></w:drawing></w:r>'
    )
    inside = pattern("(学校成立领导小组(?:(?!</w:p>).)*)</w:p>", rf"\1{picture}</w:p>")
    assert [f.code.name for f in found(edited(FILE, inside))] == ["V01"]


def test_headers_and_footers_are_looked_at_once_a_kind() -> None:
    text = "<w:p><w:r><w:t>电话1391</w:t></w:r><w:r><w:t>2345678</w:t></w:r></w:p>"
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
        'drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图"'
        ' descr="110101201503078036"/></wp:inline></w:drawing></w:r></w:p>'
    )
    foot = pattern("</w:ftr>", f"{text}{text}{picture}</w:ftr>", "word/footer1.xml")
    said = [str(f.message) for f in found(edited(FILE, foot)) if f.code is Code.V01]
    assert said == [
        "a telephone number stands in a header or footer",
        "an identity number stands in a header or footer",
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("家长陈家旺家（电话0711-6123457）离校较远。", 1),
        ("监护人爷爷（联系电话：6123457）常来。", 1),
        ("家长可向学校咨询（电话0711-6123457）。", 0),
        ("学校设立热线（电话0711-6123457）。", 0),
    ],
)
def test_the_telephone_of_a_home_is_private_that_of_a_school_is_not(
    text: str, kinds: int
) -> None:
    assert len(list(kinds_of_number(text))) == kinds
