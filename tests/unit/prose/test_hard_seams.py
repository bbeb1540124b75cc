"""Each hard rule finds the text that has its seam, and nothing in one that reads well."""

import pytest

from prose_lines import lines_of
from prose_notation import text
from prose_seams import Seam, hard_seams
from summarykit.document import Fact
from summarykit.model import YearRecord

TWO = "a word said twice running"
ORPHAN = "a connective that leads to nothing"
ONE = "a list of one"
AGAIN = "a sentence said twice"
HOLDER = "a word that holds a place"
PLAN = "a plan told as done"

SEAMS = [
    ("two marks in a row", ["由⟨德育处⟩负责，。"]),
    ("two marks in a row", ["⟨逐户核对，⟩，每月一次。"]),
    ("a mark behind the end of a sentence", ["孩子说：“⟨我不怕了。⟩”。"]),
    ("a mark behind the end of a sentence", ["⟨为什么不来？⟩，逐户去问。"]),
    ("a mark after an opening one", ["参加者（，⟨87名⟩）到齐。"]),
    ("a mark before a closing one", ["活动（合唱、）按月举行。"]),
    ("empty brackets or marks", ["办法（）已经印发。"]),
    ("brackets that do not pair", ["办法（⟨云教〔2023〕1号⟩已经印发。"]),
    ("a word of the program", ["共None次谈心。"]),
    ("a clause without its noun", ["辅导工作由负责。"]),
    ("a half-width mark", ["先登记,再核实。"]),
    ("a blank", ["先登记 再核实。"]),
    ("markup", ["**先登记再核实。"]),
    ("a paragraph that begins with a mark", ["，先登记再核实。"]),
    ("a sentence without its end", ["先登记再核实"]),
    ("a word doubled at a joint", ["面向⟨留守儿童的⟩的活动。"]),
    (TWO, ["做好⟨控辍保学工作⟩工作。"]),
    (TWO, ["组织⟨组织学生参观⟩。"]),
    (TWO, ["由⟨周明远⟩负责⟨负责登门核对⟩。"]),
    (TWO, ["依照《⟨家访制度⟩》制度执行。"]),
    (TWO, ["帮扶⟨学生⟩⟨学生⟩87名。"]),
    (ORPHAN, ["⟨逐户登记⟩，并。"]),
    (ORPHAN, ["留守儿童⟨87名⟩，其中。"]),
    (ORPHAN, ["其中，女生⟨42名⟩。"]),
    (ORPHAN, ["⟨教师结对⟩。此外。"]),
    (ORPHAN, ["活动包括，每月一次。"]),
    (ONE, ["目标如下：一是⟨人人有结对教师⟩。"]),
    (ONE, ["具体要求是：⟨谈一次心⟩。"]),
    (ONE, ["主要内容包括⟨谈心⟩。"]),
    (ONE, ["活动包括“⟨集体生日会⟩”。"]),
    (ONE, ["男生和女生的人数分别为⟨45名⟩。"]),
    (ONE, ["# 打算", "一是⟨办好家长学校⟩。", "⟨选派教师培训⟩。"]),
    (ONE, ["⟨摸底在开学时进行⟩，二是⟨逐户核实⟩。"]),
    (ONE, ["# 做法", "具体做法如下。", "⟨逐户核实去向⟩。"]),
    (AGAIN, ["由⟨m1.who|德育处⟩负责到底。⟨谈心⟩每周一次。", "由⟨m1.who|德育处⟩负责到底。"]),
    (AGAIN, ["⟨m1.effect|孩子比以前爱说爱笑⟩。", "⟨m1.effect|孩子比以前爱说爱笑⟩。"]),
    (HOLDER, ["去年秋季在校生xx人。"]),
    (HOLDER, ["宣传材料若干，人数未统计。"]),
    ("a line without words", ["——"]),
    ("a heading without content", ["# 措施", "# 成效", "⟨逐户核实⟩。"]),
    ("a heading without content", ["⟨逐户核实⟩。", "# 成效"]),
]

CLEAN = [
    ["# 措施", "## 教师结对。 >> ⟨按村组结对⟩，⟨每周一次⟩。结成对子⟨87对⟩，其中女教师⟨18名⟩。"],
    ["# 基本情况", "在校学生⟨612名⟩。其他人数见下表。", "[table]"],
    ["# 打算", "一是针对经费不足的问题，⟨签订捐助协议⟩。", "二是⟨办好家长学校⟩。"],
    ["现将工作总结如下。", "# 措施", "⟨逐户核实⟩。"],
    ["目标如下：一是⟨人人有结对教师⟩；二是⟨户户有人走访⟩。"],
    ["具体步骤为：⟨班级登记⟩；⟨入户核实⟩。", "各类人数如下。", "[table]"],
    ["主要内容包括⟨谈心⟩、⟨辅导⟩，还包括⟨家访⟩。", "内容包括⟨合唱和朗诵⟩。"],
    ["男生和女生分别为⟨45名⟩和⟨42名⟩。"],
    ["孩子说：“⟨我不怕了！⟩”", "⟨让学生参与其中⟩。", "此外，⟨档案一并移交⟩。"],
    ["⟨不良行为⟩。⟨家长说明理由⟩，教师逐个逐个地谈。", "一个一个地核对。"],
    ["# 名册", "⟨见附件⟩。", "[附件]", "姓名待填", "姓名待填"],
    ["⟨学校办起家长学校⟩，由⟨德育处⟩负责。", "⟨谈心⟩每周一次。", "⟨家访⟩每周一次。"],
]

RECORDS_OWN = [
    (TWO, ["⟨做好工作工作总结⟩。"]),
    ("a blank", ["⟨先登记 再核实⟩。"]),
    ("two marks in a row", ["⟨先登记，，再核实⟩。"]),
    ("brackets that do not pair", ["⟨先登记（再核实⟩。"]),
    (HOLDER, ["⟨在校生xx人⟩。"]),
    (ORPHAN, ["⟨先登记，并，再核实⟩。"]),
    (ONE, ["⟨主要内容包括谈心。⟩"]),
    (AGAIN, ["⟨m1.effect|孩子比以前爱说爱笑⟩。", "⟨m2.effect|孩子比以前爱说爱笑⟩。"]),
    ("a sentence without its end", ["⟨先登记：⟩"]),
]

YEAR = YearRecord.model_validate(
    {
        "organisation": {"name": "青石小学", "level": "school"},
        "period": {"kind": "school_year"},
        "activities": [{"kind": "theme", "name": "暑期课堂", "status": "planned"}],
        "programmes": {
            "safety": {
                "measures": [
                    {"id": "m1", "kind": "excursion", "status": "planned"},
                    {"kind": "home_visit", "status": "planned"},
                    {"id": "m3", "kind": "census_survey", "status": "done"},
                ]
            }
        },
    }
)


@pytest.mark.parametrize(("rule", "lines"), SEAMS)
def test_a_text_with_one_seam_has_that_one(rule: str, lines: list[str]) -> None:
    found = hard_seams(text(*lines))
    assert [(seam.rule, seam.by_record) for seam in found] == [(rule, False)]


@pytest.mark.parametrize("lines", CLEAN)
def test_a_text_that_reads_well_has_none(lines: list[str]) -> None:
    assert hard_seams(text(*lines), YEAR) == []


@pytest.mark.parametrize(("rule", "lines"), RECORDS_OWN)
def test_what_lies_inside_a_value_is_the_records(rule: str, lines: list[str]) -> None:
    found = hard_seams(text(*lines))
    assert [(seam.rule, seam.by_record) for seam in found] == [(rule, True)]


@pytest.mark.parametrize(
    "line",
    [
        "⟨m1.practice|带孩子参观农业园⟩。",
        "⟨m1.practice|将孩子分成小组⟩，共⟨m1.count|3次⟩，⟨m3.effect|底数清楚⟩。⟨m1.effect|大开眼界⟩。",
        "拟⟨m1.practice|带孩子参观⟩。覆盖学生⟨m1.reached|87名⟩。",
        "⟨programmes.safety.measures[1].practice|走访各家⟩。",
        "⟨activities[0].name|暑期课堂⟩在⟨activities[0].place|礼堂⟩举行。",
    ],
)
def test_a_plan_that_is_told_as_done_is_a_seam(line: str) -> None:
    assert [seam.rule for seam in hard_seams(text(line), YEAR)] == [PLAN]
    assert hard_seams(text(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        "将⟨m1.practice|带孩子参观农业园⟩。内容包括⟨m1.contents[0]|听讲⟩、⟨m1.contents[1]|采摘⟩。",
        "⟨m1.practice|计划带孩子参观农业园⟩。由⟨m1.responsible|德育处⟩负责。",
        "拟⟨m1.practice|带孩子参观⟩。预计覆盖学生⟨m1.reached|87名⟩。",
        "学校计划开展⟨activities[0].name|暑期课堂⟩。",
        "⟨m3.practice|逐户核实⟩，共⟨m3.count|2次⟩。",
    ],
)
def test_a_plan_that_says_so_is_none(line: str) -> None:
    assert hard_seams(text(line), YEAR) == []


def test_a_seam_tells_where_it_is_and_which_words_are_values() -> None:
    document = text("# 措施", "## 谈心。 >> 做好⟨谈心工作⟩工作。")
    shown = "做好⟨谈心工作⟩工作。"
    assert hard_seams(document) == [Seam(TWO, "b1（谈心。）", shown)]


def test_sentences_end_outside_quotes_only() -> None:
    (line,) = lines_of(text("他说：“来吧！我等你。”孩子去了。作业（见表。）交了！"))
    found = [line.text[start:end] for start, end in line.sentences]
    assert found == ["他说：“来吧！我等你。”", "孩子去了。", "作业（见表。）交了！"]


def test_a_span_is_cut_to_the_words_it_lies_in() -> None:
    (line,) = lines_of(text("共⟨m1.count|87名⟩学生"))
    assert [one.text for one in line.cut(0, 3)] == ["共", "87"]
    assert line.owner(1, 4) == Fact("87名", "m1.count")
    assert line.owner(0, 3) is None
