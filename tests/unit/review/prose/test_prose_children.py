"""Children who are named with private matters, and findings that do not repeat the names."""

import pytest

from review_files import edited, found, swap, written
from slip_texts import slipped
from summarykit.diagnostics import Code
from summarykit.privacy.detecting.names import masked
from summarykit.review.reviewing import review

# Nobody is called so: the names of birds and trees under a surname.
CHILD, OTHER = "王喜鹊", "周梧桐"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"我班的{CHILD}同学父母外出务工。", [CHILD]),
        (f"{CHILD}小朋友是单亲家庭的孩子。", [CHILD]),
        (f"留守儿童{CHILD}，由奶奶照顾。", [CHILD]),
        (f"学生{CHILD}家境困难。", [CHILD]),
        (f"教师找到{CHILD}的父亲，劝孩子返校。", [CHILD]),
        (f"九岁的{CHILD}一度厌学。", [CHILD]),
        (f"六年级（1）班{CHILD}身患癫痫。", [CHILD]),
        (f"{CHILD}、{OTHER}两名同学是孤儿。", [CHILD, OTHER]),
        (f"学校资助了{CHILD}、{OTHER}等12名困难学生。", [CHILD, OTHER]),
        (f"班主任让{CHILD}同学帮助{OTHER}，改掉坏习惯。", [CHILD, OTHER]),
        (f"{CHILD}同学病了。{CHILD}同学的家长来了。", [CHILD]),
    ],
)
def test_a_child_is_named_once_a_passage(line: str, names: list[str]) -> None:
    assert slipped(Code.V02, line) == [(2, name) for name in names]


def test_a_title_names_no_child() -> None:
    title = f"帮助{CHILD}同学返校的工作总结"
    assert slipped(Code.V02, "学校开展谈心。", title=title) == [(1, CHILD)]


def test_a_child_is_known_by_the_given_name_afterwards() -> None:
    lines = (f"{CHILD}同学家里贫困。", "喜鹊的作业进步了。", "喜鹊在屋檐下筑巢。")
    assert slipped(Code.V02, *lines) == [(2, CHILD), (3, CHILD[1:])]


@pytest.mark.parametrize(
    "line",
    [
        "小禾（化名）同学父母外出务工。",
        f"{CHILD}（化名）的父亲在外务工。",
        f"{CHILD}同学家里贫困，文中姓名均为化名。",
        "李某某同学家里贫困，学生A由奶奶照顾。",
        f"{CHILD}同学获得朗诵比赛第一名。",
        "李喜鹊老师家访时了解到家里困难。",
        "全体同学帮助困难学生，高年级同学带低年级同学学习。",
        "学生成绩提高，学生安全得到保障，家长放心。",
        "关爱学生，温暖孩子，和同学们谈心，家长满意。",
        "对于学生的困难，安排同学帮助，及时找学生谈话。",
        "留守儿童高度依赖爷爷奶奶，学生任何困难都有人管。",
        "学校领导张松鼠、刘白杨等12名教师走访贫困家庭。",
    ],
)
def test_who_is_no_named_child_with_such_a_matter_is_none(line: str) -> None:
    assert slipped(Code.V02, line) == []


def test_an_alias_beside_a_class_hides_nobody() -> None:
    told = "小禾（化名），三年级（2）班，父母离异，患哮喘。"
    assert slipped(Code.V02, told) == [(2, "父母离异")]
    assert slipped(Code.V02, "小禾（化名）父母离异，患哮喘。") == []
    assert slipped(Code.V02, "小禾（化名），四年级学生，父母离异。三（2）班很好。") == []
    assert slipped(Code.V02, "白杨村的小禾（化名）父母离异。") == [(2, "父母离异")]
    assert slipped(Code.V02, "三年级（2）班有残疾学生1名。") == []


def test_no_finding_of_a_text_prints_the_name() -> None:
    lines = (f"{CHILD}同学家里贫困，xx名教师资助。", f"学校请{CHILD}同学来，成效显著。")
    text = "\n".join(("青石小学关爱工作总结", *lines))
    findings = review(text.encode(), None, "summary.txt")  # type: ignore[arg-type]
    assert {"V02", "C01", "C10"} <= {finding.code.name for finding in findings}
    assert not any("喜鹊" in str(finding) for finding in findings)
    assert any("王××" in str(finding.message) for finding in findings)


def test_no_finding_of_a_word_file_prints_the_name() -> None:
    told = f"{CHILD}同学家里贫困,成效显著。每周谈心一次"
    findings = found(
        edited(written(), swap("29名教师与87名留守儿童结成对子，每周谈心一次", told))
    )
    assert {"V02", "C10", "N01"} <= {finding.code.name for finding in findings}
    assert not any("喜鹊" in str(finding) for finding in findings)


def test_the_words_of_a_place_do_not_end_in_a_name() -> None:
    text = f"青石小学关爱工作总结\n\n教师们每个周末都步行去看{CHILD}同学，他家贫困。\n"
    findings = review(text.encode(), None, "summary.txt")  # type: ignore[arg-type]
    (finding,) = (one for one in findings if one.code is Code.V02)
    assert "喜" not in str(finding)


def test_a_mask_is_as_long_as_the_name() -> None:
    assert (masked("王鹊"), masked(CHILD)) == ("王×", "王××")
