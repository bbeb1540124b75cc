"""C07: headings without a text of their own; and which lines are taken for headings."""

from prose_slips import slips_in
from summarykit.review.prose.passages import Kind, of_lines

TEXT = "教师每月到学生家中走访一次，记录家长的意见并及时反馈。"


def _kinds(*lines: str) -> list[Kind]:
    return [passage.kind for passage in of_lines("\n".join(("总结", *lines))).passages[1:]]


def test_a_heading_before_one_of_its_level_or_the_end_is_empty() -> None:
    found = slips_in("一、组织领导", "二、家访", TEXT, "三、成效", code="C07")

    assert found == [(1, "一、组织领导"), (4, "三、成效")]


def test_a_heading_with_lists_or_headings_below_is_not_empty() -> None:
    assert slips_in("一、措施", "（一）家访", TEXT, "二、打算", "1、" + TEXT, code="C07") == []


def test_a_heading_that_is_a_sentence_is_one_where_the_others_have_a_text() -> None:
    lines = (
        "1、建立家访制度。",
        TEXT,
        "2、建立联系卡。",
        TEXT,
        "3、整治校园周边。",
        "4、开好座谈会。",
    )

    assert slips_in(*lines, TEXT, code="C07") == [(5, "3、整治校园周边。")]


def test_a_list_of_short_sentences_has_no_headings() -> None:
    lines = ("1、建立家访制度。", "2、建立联系卡。", "3、整治校园周边。")

    assert slips_in(*lines, TEXT, code="C07") == []
    assert _kinds(*lines, TEXT) == [Kind.TEXT] * 4


def test_a_heading_of_markdown_that_its_text_runs_on_from_is_not_empty() -> None:
    assert slips_in("## （一）家访。" + TEXT, "## （二）谈心。" + TEXT, code="C07") == []


def test_tables_and_attachments_of_plain_text_are_no_text() -> None:
    lines = (
        "一、附表",
        "年级  人数  备注",
        "----  ----  ----",
        "附件：1.名册",
        "2.统计表",
        "附件1",
        "名册",
    )

    assert _kinds(*lines) == [Kind.HEADING, *[Kind.CELL] * 2, *[Kind.OTHER] * 4]
    assert slips_in(*lines, code="C07") == []
