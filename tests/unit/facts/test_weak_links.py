"""A link that is missing gives its own finding; a record whose links are whole gives none."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarykit as sk
from spending import calls
from summarykit import facts
from summarykit.diagnostics import Code, Finding, Severity
from summarykit.l10n.tenses import lies_ahead, tells_a_figure
from summarykit.model import YearRecord

Change = Callable[[dict[str, Any]], object]

WHOLE: dict[str, Any] = {
    "organisation": {
        "name": "云岭县青石镇中心小学", "level": "school", "short_name": "青石小学",
    },
    "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
    "programmes": {
        "left_behind_care": {
            "title": "青石小学2023—2024学年关爱留守儿童工作总结",
            "goals": [
                {"id": "g1", "text": "每名留守儿童都有结对教师"},
                {"id": "g2", "text": "每周与父母通话一次"},
            ],
            "measures": [
                {"id": "m1", "kind": "teacher_pairing", "pairs": "87对", "serves": ["g1"]},
                {"id": "m2", "kind": "family_contact", "practice": "将通话时间登记在册",
                 "serves": ["g2"]},
                {"id": "m3", "kind": "heart_talk", "practice": "将继续开展谈心",
                 "status": "planned", "serves": ["g1"]},
            ],
            "results": [
                {"text": "结对实现全覆盖", "goal": ["g1"], "evidence": ["m1"]},
                {"text": "通话成了习惯", "goal": ["g2"], "evidence": ["m2"]},
                {"text": "有3名学生受到表彰", "goal": ["g1"]},
                {"text": "被评为先进集体", "goal": ["g1"], "awarded_by": "县教育局"},
            ],
            "difficulties": [
                {"id": "d1", "kind": "no_counselling_staff"},
                {"id": "d2", "kind": "teacher_workload", "text": "教师任务重"},
            ],
            "next_steps": [
                {"action": "选派教师参加培训", "actor": "教导处", "by": "2024-12",
                 "answers": ["d1"]},
                {"action": "统筹课表", "appeal_to": "县教育局", "by": "2024-10",
                 "answers": ["d2"]},
            ],
        },
        "home_visits": {
            "goals": [{"id": "g3", "text": "全员家访"}],
            "measures": [
                {"kind": "home_visit", "status": "planned", "practice": "拟于秋季走访"},
            ],
        },
    },
}  # fmt: skip
CARE = "programmes.left_behind_care"


def work(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["programmes"]["left_behind_care"]
    return found


def said(*changes: Change) -> list[Finding]:
    data = copy.deepcopy(WHOLE)
    for change in changes:
        change(data)
    return list(facts.weak_links(YearRecord.model_validate(data)))


def put(where: str, index: int, **fields: Any) -> Change:  # noqa: ANN401 - values of any field
    return lambda data: work(data)[where][index].update(fields)


def drop(where: str, index: int) -> Change:
    return lambda data: work(data)[where].pop(index)


BROKEN: dict[str, tuple[Change, str, str]] = {
    "a goal nobody reports on": (
        put("results", 1, goal=["g1"]), f"{CARE}.goals[1]", "goal-without-result"
    ),
    "a goal without an id": (
        lambda data: work(data)["goals"].append({"text": "不辍学"}),
        f"{CARE}.goals[2]",
        "goal-without-result",
    ),
    "a result that only claims": (
        put("results", 1, evidence=[]), f"{CARE}.results[1]", "result-without-evidence"
    ),
    "a result of one whole": (
        put("results", 2, text="形成一个整体"), f"{CARE}.results[2]", "result-without-evidence"
    ),
    "a difficulty nobody answers": (
        put("next_steps", 1, answers=["d1"]),
        f"{CARE}.difficulties[1]",
        "difficulty-without-step",
    ),
    "a step without a date": (
        put("next_steps", 0, by=None), f"{CARE}.next_steps[0]", "next-step-open"
    ),
    "a step without an actor": (
        put("next_steps", 1, appeal_to=None), f"{CARE}.next_steps[1]", "next-step-open"
    ),
    "a measure without a goal": (
        put("measures", 0, serves=[]), f"{CARE}.measures[0]", "measure-without-goal"
    ),
    "a practice that lies ahead": (
        put("measures", 0, practice="我校将定期安排体检"),
        f"{CARE}.measures[0].practice",
        "planned-told-as-done",
    ),
    "an effect that lies ahead": (
        put("measures", 0, effect="计划开展回访"),
        f"{CARE}.measures[0].effect",
        "planned-told-as-done",
    ),
    "a result that lies ahead": (
        put("results", 2, text="拟于下月表彰3名学生"),
        f"{CARE}.results[2].text",
        "planned-told-as-done",
    ),
    "evidence that lies ahead": (
        put("results", 0, evidence=["m1", "m3"]),
        f"{CARE}.results[0].evidence",
        "planned-told-as-done",
    ),
    "a title of another year": (
        lambda data: work(data).update(title="青石小学2022年关爱留守儿童工作总结"),
        f"{CARE}.title",
        "title-differs",
    ),
    "a title of another school": (
        lambda data: work(data).update(title="石门小学关爱留守儿童工作总结"),
        f"{CARE}.title",
        "title-differs",
    ),
}  # fmt: skip
LET_PASS: dict[str, Change] = {
    "a result that may be of any goal": put("results", 1, goal=[]),
    "a step that may answer anything": put("next_steps", 1, answers=[]),
    "measures none of which names a goal": lambda data: [
        one.pop("serves") for one in work(data)["measures"]
    ],
    "a result with an indicator's figure": put("results", 1, evidence=[], value="96.2%"),
    "what people say": put("results", 1, evidence=[], strength="testimonial"),
    "what had once been planned": put("measures", 0, practice="原计划开展五次，实际六次"),
    "a title of all schools": lambda data: work(data).update(
        title="全县中小学控辍保学工作总结"
    ),
    "a title without a year": lambda data: work(data).update(title="关爱留守儿童工作总结"),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_broken_alone_gives_one_finding(broken: str) -> None:
    change, field, code = BROKEN[broken]
    assert [(one.at.field, one.code.value) for one in said(change)] == [(field, code)]


@pytest.mark.parametrize("passed", LET_PASS)
def test_what_may_be_whole_is_let_pass(passed: str) -> None:
    assert said(LET_PASS[passed]) == []


def test_a_whole_record_has_no_finding_and_a_plan_neither() -> None:
    assert said() == []


@given(st.lists(st.sampled_from(sorted(BROKEN)), unique=True, max_size=4))
def test_each_that_is_broken_is_told(names: list[str]) -> None:
    # Two that change one place show as the later one alone.
    names = list({BROKEN[name][1].partition(".text")[0]: name for name in names}.values())
    found = said(*(BROKEN[name][0] for name in names))
    assert {BROKEN[name][1:] for name in names} <= {
        (one.at.field, one.code.value) for one in found
    }


def test_none_of_it_is_an_error() -> None:
    found = [one for change, _, _ in BROKEN.values() for one in said(change)]
    assert {one.severity for one in found} == {Severity.WARNING, Severity.INFO}


def test_only_check_tells_it_and_only_of_a_record_without_errors() -> None:
    data = copy.deepcopy(WHOLE)
    drop("results", 1)(data)
    found = [one.code for one in sk.check(data) if one.code is Code.GOAL_WITHOUT_RESULT]
    assert found == [Code.GOAL_WITHOUT_RESULT]
    assert not any(one.code is Code.GOAL_WITHOUT_RESULT for one in sk.compose(data).findings)

    put("results", 0, goal=["nobody"])(data)
    assert [one.code for one in sk.check(data)] == [Code.UNKNOWN_ID]


def test_the_work_grows_with_the_record_and_no_faster() -> None:
    def checked(many: int) -> int:
        data = copy.deepcopy(WHOLE)
        own = work(data)
        own["goals"] += [{"id": f"x{n}", "text": "目标"} for n in range(many)]
        own["measures"] += [{"kind": "home_visit", "serves": [f"x{n}"]} for n in range(many)]
        record = YearRecord.model_validate(data)
        return calls(lambda: facts.weak_links(record))

    assert checked(2_000) < 11 * checked(200)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("学校将定期为他们安排体检", True),
        ("拟组织一次联欢", True),
        ("会场将由后勤处布置", True),
        ("学校准备在下学期组织一次", True),
        ("会前准备由教导处承担", False),
        ("各班计划由班主任拟订", False),
        ("将资料装订成册", False),
        ("将来有出息", False),
        ("拟定了方案", False),
        ("制定工作计划", False),
        ("原拟于五月举办，后提前到四月", False),
        ("结对教师将每周谈心", True),
        ("结对教师将每月走访一次，填写记录", True),
        ("班主任将每周谈心记录装订成册", False),
        ("将每月的考勤报中心校", False),
        ("将每周检查、每月评比写进制度", False),
        ("将每周值班表公示", False),
        ("下学期拟每月打电话", True),
        ("学校拟购置体检设备", True),
        ("准备腾出一间教室，计划购买", True),
        ("计划购买图书二百册", True),
        ("计划购买图书二百册，实际购买二百二十册", False),
        ("准备采购的图书列成清单", False),
        ("按计划开展家访", False),
        ("按照学期工作计划组织了三次活动", False),
        ("各班做好准备在操场集合", False),
        ("将购买的图书分到各班", False),
        ("学校将购买一批图书", True),
        ("将邀请函送到家长手中", False),
        ("下学期将有三名教师接任", True),
        ("制定了下学期工作计划", False),
        ("为下学期的工作做了准备", False),
        ("把下学期将用的教材备齐", False),
        ("教导处准备下学期的教材", False),
        ("准备明年推广", True),
        ("计划在下学年全面推开", True),
        ("将明年的计划报中心校", False),
    ],
)
def test_only_what_nobody_can_take_hold_of_lies_ahead(text: str, ahead: bool) -> None:  # noqa: FBT001
    assert lies_ahead(text) is ahead


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("有87名学生受益", True),
        ("三名教师获奖", True),
        ("百分之九十的家长满意", True),
        ("形成一个良好的氛围", False),
        ("一心一意为学生", False),
        ("万众一心", False),
    ],
)
def test_a_figure_counts_something(text: str, figure: bool) -> None:  # noqa: FBT001
    assert tells_a_figure(text) is figure
