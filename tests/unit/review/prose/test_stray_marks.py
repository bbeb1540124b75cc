"""C01, C03, C04 and N01: blanks to fill in, stray marks, pairs, and half-width marks."""

import pytest

from prose_slips import slips_in


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("我校现有学生xx名。", ["xx"]),
        ("自****年起开展结对。", ["****"]),
        ("学校于○○年建成食堂。", ["○○"]),
        ("食堂于二○○六年建成。", []),
        ("食堂于二〇〇六年建成。", []),
        ("**健全机制。**每月走访一次。", []),
        ("我校**年秋季有学生**人。", ["**", "**"]),
    ],
)
def test_blanks_to_fill_in_are_not_years_and_not_bold_words(
    line: str, words: list[str]
) -> None:
    assert [found for _, found in slips_in(line, code="C01")] == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("学生有了良好的'习惯。", ["'"]),
        ("掌握学习的`方法。", ["`"]),
        ("所谓'三访'已经做完。", []),
        ("The pupil's family was visited.", []),
        ("开展“结对“活动。", ["“"]),
        ("开展”结对”活动。", ["”"]),
        ("开展“结对”活动。", []),
        ("工作已经完成。，效果较好。", ["。，"]),
        ("家长来校、，老师接待。", ["、，"]),
        ("还有这样的吗？！有的。", []),
        ("我问；“作业写完了吗”。", ["；"]),
        ("摸清了全班的.困难学生。", ["."]),
        ("路远是实际的.学生大多住校.", []),
        ("老师要提醒、督促、家长按时接送。", ["、"]),
        ("感谢老师的关心、家长的支持。", []),
        ("第二，严格按照上级的要求。布置作业，控制总量。", ["。"]),
        ("第二，严格按照上级的要求，布置作业。", []),
        ("为进一步做好家访，提高成效。根据通知，各班走访。", ["。"]),
        ("为进一步做好家访，我校排了班。根据通知，各班走访。", []),
        ("由于路途遥远，加之冬季雪大。因此，学生住校。", ["。"]),
        ("由于路途遥远，学生大多住校。因此，宿管很重要。", []),
    ],
)
def test_a_stray_mark_is_found_where_it_stands(line: str, words: list[str]) -> None:
    assert slips_in(line, code="C03") == [(1, found) for found in words]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("开展“大手牵“小手”活动。",), [(1, "“")]),
        (("落实“一人一案制度。",), [(1, "“")]),
        (("落实一人一案”制度。",), [(1, "”")]),
        (("学生（含住校生共40名。",), [(1, "（")]),
        (("学生含住校生）共40名。",), [(1, "）")]),
        (("学生【含住校生）共40名。",), [(1, "）"), (1, "【")]),
        (("依据《学籍管理办法办理。",), [(1, "《")]),
        (("1）摸清底数。2）逐户走访。",), []),
        (("学生（含住校生[20名]）共40名。",), []),
        (("他说：“第一段。", "“第二段。”"), []),
    ],
)
def test_brackets_and_quotes_pair(lines: tuple[str, ...], found: list[tuple[int, str]]) -> None:
    assert sorted(slips_in(*lines, code="C04")) == sorted(found)


def test_half_width_marks_are_found_once_a_mark_and_not_in_numbers() -> None:
    found = slips_in("1.老师家访,家长,学生都在.", "共有3.5万元，已用10,000元。", code="N01")

    assert found == [(1, ","), (1, ".")]


def test_the_year_in_brackets_of_a_cited_document_is_no_half_width_mark() -> None:
    assert slips_in("按云教(2024)5号文件办理。", code="N01") == []
