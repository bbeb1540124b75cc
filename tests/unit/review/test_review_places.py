"""The words of a place are those by which a slip is found in a long line."""

import summarykit as sk
from documents import LAYOUT
from review_files import edited, found, swap, written
from summarykit.diagnostics import Code, Finding
from summarykit.l10n.messages import describe
from summarykit.review.reviewing import review

LONG = (
    "学校把关爱工作列入年度计划，落实到班级和教师，每学期检查两次，"
    "每次检查以后都向全体教师通报情况。"
)
MORE = "教师工作取得了了进步，受到家长好评和社会支持，各班也都有了自己的办法。"


def told(code: Code, line: str) -> Finding:
    text = f"青石小学2024年工作总结\n\n{line}\n"
    (finding,) = (one for one in review(text.encode(), LAYOUT, "a.txt") if one.code is code)
    return finding


def test_a_slip_in_a_long_line_is_shown_with_the_words_around_it() -> None:
    finding = told(Code.C05, f"{LONG}{MORE}")
    assert "“…况。教师工作取得了了进步，受到家长好评和社会支持…”" in str(finding.message)
    assert "第 3 行“…况。教师工作取得了了进步，受到家长好评和社会支持…”" in describe(
        finding, "zh"
    )
    assert finding.at.line == 3


def test_at_the_end_of_a_line_nothing_is_left_out_behind_it() -> None:
    assert "工作取得了了进步。”" in str(told(Code.C05, f"{LONG}教师工作取得了了进步。").message)


def test_short_lines_and_slips_at_the_beginning_show_the_beginning() -> None:
    short = told(Code.C05, "今年以来，学校的各项教育工作取得了了进步。")
    assert "line 3 “今年以来，学校的各项教育工作”" in str(short.message)
    first = told(Code.C05, f"取得了了进步。{LONG}")
    assert "line 3 “取得了了进步。学校把关爱工作”" in str(first.message)


def test_no_name_and_no_number_is_cut_in_two() -> None:
    child = "王喜鹊同学家里贫困，联系电话13800138000；王喜鹊同学的工作取得了了进步。"
    text = f"青石小学2024年工作总结\n\n{LONG}{child}\n"
    every = [str(one) for one in sk.review(text.encode())]
    assert any("取得了了" in one for one in every)
    assert not any("喜鹊" in one or "8000" in one or "王喜" in one for one in every)
    tail = told(Code.C05, f"{LONG}电话号码是13800138000，取得了了进步，家长满意。")
    assert "…" in str(tail.message)
    assert "8000" not in str(tail.message)


def test_words_in_a_word_file_are_shown_so_too() -> None:
    said = f"{LONG}{MORE}每周谈心一次"
    data = edited(written(), swap("29名教师与87名留守儿童结成对子，每周谈心一次", said))
    (finding,) = (one for one in found(data) if one.code is Code.C05)
    assert "“…况。教师工作取得了了进步，受到家长好评和社会支持…”" in str(finding.message)


def test_a_very_long_line_of_slips_shows_the_words_around_each_place() -> None:
    text = f"{LONG * 3}各班取得了了进步。{LONG}教师取的进步，受到表扬。"
    finding = told(Code.C05, text)
    assert "“…报情况。各班取得了了进步。" in str(finding.message)
