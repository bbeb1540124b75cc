"""For each code of `facts`, the ways to break a sound record in one thing that give just that.

A new check without a way to break it here fails `test_every_code_has_a_way_to_break_it`.
"""

import ast
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from breaking import Breaking, all_of, also, at, figured, put, raised, to, without
from sound_scenes import CARE
from summarykit import facts
from summarykit.diagnostics import Code

CAMPAIGN: Final = "home_visits.campaigns.0"
M: Final = f"{CARE}.measures"
CASE: Final = {"pupil": "s1", "grade": "五年级", "consent": True, "outcome": "作业按时完成"}
_SIGNED: Final = "responsibilities.contracts.0.signed"
_ENROLLED_AT_END: Final = to("population.0.date", None)
"""The count of pupils is no longer of the day on which the flow ends."""


def _table() -> dict[str, object]:
    """Return a table somebody typed in, with counts that add up and shares that do not."""
    rows = [["专科", "1", "16.7%"], ["其他", "1", "16.7%"], ["本科", "4", "66.7%"]]
    columns = ["学历", "人数", "占比"]
    return {"name": "教师人数表", "columns": columns, "rows": [*rows, ["合计", "6", ""]]}


def _thirds(share: str) -> list[dict[str, str]]:
    """Return the answers of a survey that are a third each, as stated."""
    return [
        {"code": "satisfaction", "name": name, "value": share,
         "numerator": "30人", "denominator": "90人"}
        for name in ("满意", "基本满意", "不满意")
    ]  # fmt: skip


BREAKINGS: Final[Mapping[Code, tuple[Breaking, ...]]] = MappingProxyType(
    {
        Code.WRONG_VALUE: (
            Breaking(to("donations.0.beneficiaries", "87.5名"), lambda *_: "87.5名"),
            Breaking(to("population.1.previous", "12%"), lambda *_: "12%"),
            Breaking(to("extra.0.value", "不少"), lambda *_: "不少"),
            Breaking(to("extra.0.id", "period"), lambda *_: "cannot be an id"),
        ),
        Code.UNIT_LOST: (
            Breaking(to("donations.0.amount", "450万"), lambda *_: "450万"),
            Breaking(to("population.1.previous", "92"), lambda *_: "92 has no unit"),
            Breaking(
                figured(f"{M}.0.pairs", lambda known: known.left_behind, ""),
                lambda known, _: f"{known.left_behind} has no unit",
                f"{M}.0.pairs",
            ),
            Breaking(to("activities.0.count", "3"), lambda *_: "3 has no unit"),
            Breaking(
                all_of(to("indicators.0.target", "95"), to(f"{CARE}.goals.0.target", None)),
                lambda *_: "95 has no unit",
            ),
        ),
        Code.DUPLICATE_ID: (Breaking(to("extra.0.id", "m4")),),
        Code.UNKNOWN_ID: (Breaking(to(f"{M}.0.policies", ["laws"])),),
        Code.WRONG_LINK: (
            Breaking(to(f"{M}.0.policies", ["s1"])),
            Breaking(
                to("population.0.part_of", "enrolled"),
                lambda *_: "is part of itself",
            ),
        ),
        Code.SUBSET_EXCEEDS_WHOLE: (
            Breaking(
                lambda data, known, by: data["population"].append(
                    {
                        "cohort": "orphan",
                        "part_of": "left_behind",
                        "count": f"{known.left_behind + by}名",
                    }
                ),
                lambda known, by: f"{known.left_behind + by}名 is more than",
                "population.1.count",
            ),
            Breaking(
                raised(f"{CAMPAIGN}.coverage.0.visited", lambda known: known.left_behind),
                lambda known, by: f"{known.left_behind + by}名 were visited",
            ),
            Breaking(
                raised("organisation.staff.1.count", lambda known: known.staff),
                lambda known, by: f"班主任 {known.staff + by}名 is more than 教职工",
                "organisation.staff.0.count",
            ),
            Breaking(
                all_of(
                    to("aid.0.of_whom.0.group", "其中住校的"),
                    raised("aid.0.of_whom.0.count", lambda known: known.helped),
                ),
                lambda known, by: f"{known.helped + by}名 is more than",
                "aid.0.of_whom.0.count",
            ),
            Breaking(
                raised("aid.0.of_whom.0.amount", lambda known: known.aid, "元"),
                lambda known, by: f"{known.aid + by}元 is more than 总额 {known.aid}元",
            ),
            Breaking(
                raised("donations.0.spent", lambda known: known.spent, "元"),
                lambda known, by: f"{known.spent + by}元 is more than 捐款 {known.spent}元",
            ),
            Breaking(
                all_of(
                    raised("indicators.1.numerator", lambda known: known.left_behind),
                    to("indicators.1.value", None),
                ),
                lambda known, by: f"分子 {known.left_behind + by}名",
                "indicators.1.denominator",
            ),
            Breaking(
                raised(f"{M}.0.mentor_groups.0.count", lambda known: known.helpers),
                lambda known, by: f"女教师 {known.helpers + by}名 is more than",
            ),
        ),
        Code.PARTS_DIFFER_FROM_WHOLE: (
            Breaking(
                all_of(
                    to("attachments", []),
                    figured("population.3.count", lambda known: known.boys - 1),
                ),
                lambda known, _: (
                    f"{known.girls} + {known.boys - 1} = {known.left_behind - 1},"
                    f" but 留守儿童 is {known.left_behind}名"
                ),
                "population.2.count",
            ),
            Breaking(
                all_of(
                    without("partitions"),
                    also(
                        "population",
                        cohort="left_behind",
                        part_of="left_behind",
                        gender="male",
                        count="1名",
                    ),
                    lambda data, _known, _by: data["population"].pop(3),
                    figured("population.3.count", lambda known: known.boys + 1),
                ),
                lambda known, _: (
                    f"{known.girls} + {known.boys + 1} = {known.left_behind + 1}"
                    if known.boys + 1 <= known.left_behind
                    else ""
                ),
                "population.2.count",
            ),
            Breaking(
                raised("enrolment_flow.2.closing", lambda known: known.others, ""),
                lambda known, by: (
                    f"{known.left_behind} + {known.others + by} = {known.enrolled + by}"
                ),
                "enrolment_flow.1.closing",
            ),
        ),
        Code.TOTAL_DIFFERS_FROM_PARTS: (
            Breaking(
                raised("aid.0.amount", lambda known: known.aid, "元"),
                lambda known, by: (
                    f"{known.price} × {known.helped} = {known.aid}, but {known.aid + by}元"
                ),
                "aid.0.beneficiaries",
            ),
            Breaking(
                raised("aid.1.amount", lambda known: known.aid * 2, "元"),
                lambda known, _: (
                    f"{known.price} × {known.helped} × 2 = {known.aid * 2} at most"
                ),
                "aid.1.beneficiaries",
            ),
            Breaking(
                figured(f"{M}.0.pairs", lambda known: known.left_behind - 1, "对"),
                lambda known, _: (
                    f"{known.helpers} × {known.each} = {known.left_behind}, but"
                    f" {known.left_behind - 1}对 is stated"
                ),
                f"{M}.0.mentors",
            ),
            Breaking(
                figured(f"{M}.1.pairs", lambda known: known.left_behind - 1, "对"),
                lambda known, _: (
                    f"{known.helpers} × {known.each} = {known.left_behind} to"
                    f" {known.helpers} × {known.each + 2} = {known.helpers * (known.each + 2)}"
                ),
                f"{M}.1.mentors",
            ),
            Breaking(
                lambda data, known, by: put(
                    data, "attachments.0.rows.2.1", f"{known.left_behind + by}"
                ),
                lambda known, by: (
                    f"{known.girls} + {known.boys} = {known.left_behind},"
                    f" but {known.left_behind + by} is stated"
                ),
                "attachments.0.rows.0.1",
            ),
        ),
        Code.COUNT_EXCEEDS_COHORT: (
            Breaking(
                raised(f"{M}.0.reached", lambda known: known.left_behind),
                lambda known, by: f"覆盖人数 {known.left_behind + by}名",
                f"{M}.0.reached",
            ),
            Breaking(
                raised(f"{CAMPAIGN}.visitor_count", lambda known: known.staff),
                lambda known, by: f"家访人数 {known.staff + by}名",
                "organisation.staff.0.count",
            ),
            Breaking(
                raised(f"{CARE}.difficulties.0.affected", lambda known: known.left_behind),
                lambda known, by: f"涉及人数 {known.left_behind + by}名",
            ),
            Breaking(
                raised("activities.0.participants.0.count", lambda known: known.left_behind),
                lambda known, by: f"留守儿童 {known.left_behind + by}名",
            ),
            Breaking(
                lambda data, known, by: put(
                    data,
                    f"{CAMPAIGN}.coverage.0",
                    {"group": "留守儿童家庭", "total": f"{known.left_behind + by}户"},
                ),
                lambda known, by: f"{known.left_behind + by}户 is more than",
            ),
            Breaking(
                all_of(
                    to(f"{M}.1.cohort", "left_behind"),
                    to(f"{M}.1.mentors", None),
                    raised(f"{M}.1.pairs", lambda known: known.left_behind, "对"),
                ),
                lambda known, by: f"对数 {known.left_behind + by}对",
            ),
            Breaking(
                lambda data, known, by: at(data, f"{CARE}.measures").append(
                    {
                        "kind": "peer_pairing",
                        "serves": ["g1"],
                        "pairs": f"{known.left_behind + by}对",
                    }
                ),
                lambda known, by: f"对数 {known.left_behind + by}对",
            ),
            Breaking(
                lambda data, known, by: at(data, f"{CARE}.measures").append(
                    {
                        "kind": "heart_talk",
                        "serves": ["g1"],
                        "reached": f"{known.left_behind + by}名",
                    }
                ),
                lambda known, by: f"覆盖人数 {known.left_behind + by}名",
            ),
            Breaking(
                also("aid", kind="meals", name="留守儿童午餐补助", beneficiaries="9999名"),
                lambda known, _: f"9999名 is more than 留守儿童 {known.left_behind}名",
            ),
            Breaking(
                also("aid", kind="meals", name="营养餐", beneficiaries="9999名"),
                lambda known, _: f"9999名 is more than 在校学生 {known.enrolled}名",
            ),
        ),
        Code.FACT_STATED_TWICE: (
            Breaking(
                lambda data, known, by: data["population"].append(
                    {
                        "cohort": "left_behind",
                        "count": f"{known.left_behind + by}名",
                        "definition": "six_months",
                        "name": None,
                    }
                ),
                lambda known, by: f"{known.left_behind + by}名 here",
                "population.4.count",
            ),
            Breaking(
                lambda data, known, by: put(
                    data, "population.0.count", f"{known.enrolled + by}名"
                ),
                lambda known, by: (
                    f"{known.enrolled} here, but {known.enrolled + by}名 in population[0].count"
                ),
                "population.0.count",
            ),
            Breaking(
                also("indicators", code="visit_coverage", value="0.1%"),
                lambda known, _: f"0.1% here, but {known.rate(known.girls, known.left_behind)}",
                "indicators.5.value",
            ),
            Breaking(
                to("indicators.0.target", "96%"),
                lambda *_: "96% here, but 95% in",
                f"{CARE}.goals.0.target.at_least",
            ),
        ),
        Code.DEFINITIONS_DIFFER: (
            Breaking(
                to("population.1.previous_definition", "both_parents_away"),
                lambda *_: "cannot be compared",
                "population.1.previous",
            ),
        ),
        Code.FLOW_DOES_NOT_CLOSE: (
            Breaking(
                all_of(
                    raised("enrolment_flow.0.closing", lambda known: known.enrolled, ""),
                    _ENROLLED_AT_END,
                ),
                lambda known, by: f"= {known.enrolled}, but {known.enrolled + by} is stated",
                "enrolment_flow.0.opening",
            ),
            Breaking(
                raised("enrolment_flow.3.transferred_out", lambda known: known.came, ""),
                lambda known, by: f"{known.came} − {known.came + by} = −{by}: more went",
                "enrolment_flow.3.opening",
            ),
        ),
        Code.RATE_DIFFERS_FROM_COUNTS: (
            Breaking(
                to("indicators.1.value", "0.1%"),
                lambda known, _: (
                    f"{known.girls}名 of {known.left_behind}名 is"
                    f" {known.rate(known.girls, known.left_behind)}, but 0.1% is stated"
                ),
                "indicators.1.numerator",
            ),
            Breaking(
                to(f"{CAMPAIGN}.coverage.0.rate", "0.1%"),
                lambda *_: "but 0.1% is stated",
                f"{CAMPAIGN}.coverage.0.visited",
            ),
        ),
        Code.RATE_ABOVE_FULL: (
            Breaking(to(f"{CAMPAIGN}.coverage.1.rate", "105%"), lambda *_: "105% is more"),
            Breaking(to("indicators.1.baseline", "100.5%"), lambda *_: "100.5% is more"),
        ),
        Code.SHARES_ABOVE_FULL: (
            Breaking(
                to("indicators.4.value", "38.1%"),
                lambda *_: "62.3% + 38.1% = 100.4%, more than 100%",
                "indicators.3.value",
            ),
        ),
        Code.SHARES_NOT_FULL: (
            Breaking(
                lambda data, _known, _by: data["indicators"].extend(_thirds("33.3%")),
                lambda *_: "33.3% + 33.3% + 33.3% = 99.9%, not 100%",
                "indicators.5.numerator",
            ),
            Breaking(
                lambda data, _known, _by: put(data, "attachments.0", _table()),
                lambda *_: "16.7% + 16.7% + 66.7% = 100.1%",
                "attachments.0.rows.0.1",
            ),
        ),
        Code.UNITS_DIFFER: (
            Breaking(
                all_of(to("indicators.0.target", "95名"), to(f"{CARE}.goals.0.target", None)),
                lambda *_: "95名 cannot be compared with 100%",
                "indicators.0.target",
            ),
            Breaking(
                to("population.1.previous", "92户"),
                lambda *_: "92户 cannot be compared",
                "population.1.previous",
            ),
        ),
        Code.SCOPE_DIFFERS: (
            Breaking(to("indicators.1.scope", "全镇"), lambda *_: "全镇"),
            Breaking(to(f"{CAMPAIGN}.coverage.1.group", "全班学生"), lambda *_: "全班"),
        ),
        Code.EXEMPTION_AGAINST_FULL_RATE: (
            Breaking(
                all_of(
                    to("indicators.2.value", "100%"),
                    figured("indicators.2.numerator", lambda known: known.enrolled - 1),
                ),
                lambda *_: "100% is stated beside an exemption: 送教上门",
            ),
        ),
        Code.EXEMPTION_NOT_DEDUCTED: (
            Breaking(
                lambda data, known, _: put(
                    data, "indicators.2.denominator", f"{known.enrolled}名"
                ),
                lambda known, _: (
                    f"{known.enrolled} − 1 = {known.enrolled - 1}, but {known.enrolled}名"
                ),
                "indicators.2.exempt",
            ),
        ),
        Code.SLOGAN_COUNT_DIFFERS: (
            Breaking(
                also("slogans.0.items", text="多出的一类"),
                lambda known, _: f"promises {known.items} items, {known.items + 1} are listed",
            ),
            Breaking(
                lambda data, known, by: put(
                    data, "slogans.0.declared", f"{known.items + by}项"
                ),
                lambda known, by: f"promises {known.items + by} items",
                "slogans.0.declared",
            ),
        ),
        Code.CASE_DIFFERS: (
            Breaking(
                lambda data, _known, _by: put(data, "cases", [CASE]),
                lambda *_: "五年级",
            ),
        ),
        Code.LIST_LENGTH_DIFFERS: (
            Breaking(
                lambda data, _known, _by: at(data, f"{M}.2.contents").append("多出的一项"),
                lambda known, _: f"promises {known.items}, contents lists {known.items + 1}",
            ),
        ),
        Code.DATES_OUT_OF_ORDER: (
            Breaking(to("activities.0.end", "2024-03"), lambda *_: "is later than"),
            Breaking(
                all_of(to("signature.date", "2024-07-01"), _ENROLLED_AT_END),
                lambda *_: "before the period ends",
            ),
            Breaking(to("signature.issued_on", "2024-07-07"), lambda *_: "is later than"),
            Breaking(to("period.as_of", ["2024-07-09"]), lambda *_: "than the signature"),
            Breaking(to("policies.0.issued", "2025"), lambda *_: "than the signature"),
            Breaking(to("period.comparison", start="2023-09-02"), lambda *_: "is later than"),
            Breaking(to("period.programme_start", "2024-07-06"), lambda *_: "work started"),
            Breaking(to(f"{CARE}.start", "2024-08"), lambda *_: "after the period ended"),
            Breaking(to(f"{CARE}.next_steps.0.by", "2024-06"), lambda *_: "due by 2024年6月"),
        ),
        Code.DATE_OUTSIDE_PERIOD: (
            Breaking(to("donations.0.date", "2023-08-31"), lambda *_: "is outside"),
            Breaking(to("home_visits.visits.0.date", "2024-07-06"), lambda *_: "is outside"),
            Breaking(to("activities.0.end", "2024-08"), lambda *_: "is outside"),
            Breaking(to(f"{M}.0.date", "2022"), lambda *_: "is outside"),
            Breaking(to(f"{M}.1.since", "2024-08"), lambda *_: "is outside"),
            Breaking(to(_SIGNED, "2024-08"), lambda *_: "2024年8月 is outside"),
            Breaking(to(f"{CARE}.results.0.date", "2024-08"), lambda *_: "is outside"),
        ),
        Code.GOAL_WITHOUT_RESULT: (
            Breaking(also(f"{CARE}.goals", text="不辍学"), lambda *_: "不辍学"),
        ),
        Code.RESULT_WITHOUT_EVIDENCE: (
            Breaking(to(f"{CARE}.results.0.evidence", []), lambda *_: "结对实现全覆盖"),
        ),
        Code.DIFFICULTY_WITHOUT_STEP: (
            Breaking(also(f"{CARE}.difficulties", kind="teacher_workload")),
        ),
        Code.NEXT_STEP_OPEN: (
            Breaking(to(f"{CARE}.next_steps.0.by", None), lambda *_: "by is missing"),
            Breaking(to(f"{CARE}.next_steps.0.actor", None), lambda *_: "actor is missing"),
        ),
        Code.MEASURE_WITHOUT_GOAL: (Breaking(to(f"{M}.1.serves", [])),),
        Code.PLANNED_TOLD_AS_DONE: (
            Breaking(to(f"{M}.1.practice", "将定期开展谈心"), lambda *_: "将定期开展谈心"),
            Breaking(to("activities.0.outcome", "拟于下月举办"), lambda *_: "拟于下月举办"),
            Breaking(to(f"{M}.1.practice", "结对教师将每周谈心"), lambda *_: "将每周谈心"),
            Breaking(to(f"{M}.1.practice", "下学期拟每月打电话"), lambda *_: "拟每月"),
            Breaking(
                to(f"{M}.1.practice", "准备腾出一间教室，计划购买"), lambda *_: "准备腾出"
            ),
            Breaking(to(f"{M}.1.effect", "准备明年推广"), lambda *_: "准备明年推广"),
            Breaking(
                to(f"{CARE}.results.0.text", "下学期将有两名心理教师"), lambda *_: "下学期将有"
            ),
            Breaking(all_of(to("activities.1.outcome", "收获很大")), lambda *_: "already has"),
            Breaking(to(f"{CARE}.results.0.evidence", ["m4"]), lambda *_: "m4"),
            Breaking(
                all_of(
                    to("activities.1.id", "a2"),
                    to(f"{CARE}.results.0.evidence", ["a2"]),
                ),
                lambda *_: "a2",
            ),
        ),
        Code.TITLE_DIFFERS: (
            Breaking(to(f"{CARE}.title", "2022年工作总结"), lambda *_: "2022"),
            Breaking(to(f"{CARE}.title", "石门小学工作总结"), lambda *_: "石门小学"),
            Breaking(to("period.name", "2022—2023学年"), lambda *_: "2022—2023"),
        ),
    }
)


def codes_of_checks() -> frozenset[Code]:
    """Return the codes that `check` and `weak_links` can give, read from their sources."""
    home = Path(facts.__file__).parent
    found: set[Code] = set()
    for file in _modules(home, "checking", "weak_links"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Code":
                found.add(Code[node.attr])
    return frozenset(found)


def _modules(home: Path, *names: str) -> frozenset[Path]:
    """Return the modules of the folder that these are made of, directly or not."""
    known: set[Path] = set()
    ahead = list(names)
    while ahead:
        file = home / f"{ahead.pop()}.py"
        if file not in known:
            known.add(file)
            ahead += _imported(file)
    return frozenset(known)


def _imported(file: Path) -> list[str]:
    tree = ast.parse(file.read_text("utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    start = "summarykit.facts."
    return [name.removeprefix(start) for name in names if name.startswith(start)]
