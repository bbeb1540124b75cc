"""Results stand beside what shows them, in the order a reader trusts them; and cases."""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest

from prose import check, of
from summarykit.model.vocabulary import ResultKind, Strength

SCHOOLS = ("青石镇中心小学", "柳溪镇中心学校", "松岭乡中心小学")
FULL_RATE = "建档率为75.0%（应建档16名，已建档12名）|应建档16名，已建档12名，建档率为75.0%"
RATE = {"id": "rate", "code": "filing", "numerator": "12名", "denominator": "16名"}
FIELDS: dict[str, Any] = {
    "value": "46份",
    "date": "2024-05",
    "awarded_by": "县教育局",
    "indicator": "rate",
    "strength": "testimonial",
}
SUBSETS = [subset for size in range(len(FIELDS) + 1) for subset in combinations(FIELDS, size)]
SHOWN: dict[str, Any] = {
    "indicators": [RATE],
    "activities": [{"id": "event", "kind": "theme", "name": "阅读月", "count": "9场"}],
    "aid": [{"id": "meals", "kind": "meals", "beneficiaries": "48名"}],
    "donations": [{"id": "gift", "donor": "镇商会", "amount": "2万元"}],
    "attachments": [
        {"id": "list", "name": "活动一览表", "columns": ["活动"], "rows": [["阅读"]]}
    ],
}


def told(results: list[dict[str, Any]], more: dict[str, Any] | None = None) -> str:
    """Return the section on results of a school; `more` are further parts of the record."""
    programme: dict[str, Any] = {
        "goals": [
            {
                "id": "aim",
                "text": "建齐档案",
                "target": {"indicator": "filing", "at_least": "70%"},
            }
        ],
        "measures": [
            {"id": "talks", "kind": "heart_talk", "practice": "逐个谈心", "count": "520次"},
            {"id": "visits", "kind": "home_visit", "practice": "上门走访"},
        ],
        "results": results,
    }
    return check(of(**programme) | SHOWN | (more or {})).split("工作成效\n")[1]


def result(subset: Iterable[str], text: str = "档案齐全") -> dict[str, Any]:
    return {"text": text, **{name: FIELDS[name] for name in subset}}


@pytest.mark.parametrize("subset", SUBSETS)
@pytest.mark.parametrize("kind", [None, *ResultKind])
def test_a_result_reads_whole_with_any_of_its_fields(
    kind: str | None, subset: tuple[str, ...]
) -> None:
    one = result(subset) | ({"kind": kind} if kind else {})
    school = SCHOOLS[(SUBSETS.index(subset) + len(kind or "")) % len(SCHOOLS)]
    where = {"organisation": {"name": school, "level": "school"}}
    for results in ([one], [one, result((), "气氛融洽"), one | {"text": "底数清楚"}]):
        text = told(results, where)
        assert "档案齐全" in text
        assert ("共46份" in text) == ("value" in subset)
        assert ("2024年5月，" in text) == ("date" in subset)
        assert ("县教育局" in text) == ("awarded_by" in subset)
        if kind != "award":
            assert ("反映" in text) == ("strength" in subset)
        assert len(re.findall(FULL_RATE, text)) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"indicator": "rate"}, f"档案齐全，({FULL_RATE})。"),
        ({"evidence": ["rate"]}, f"档案齐全，({FULL_RATE})。"),
        ({"evidence": ["talks"]}, "档案齐全（谈心共520次）。"),
        ({"evidence": ["visits", "event"]}, "档案齐全（阅读月共9场）。"),
        ({"evidence": ["meals"]}, "档案齐全（营养膳食补助受益48名）。"),
        ({"evidence": ["gift"]}, "档案齐全（镇商会捐赠2万元）。"),
        ({"evidence": ["people"]}, "档案齐全（残疾儿童少年60名）。"),
        ({"evidence": ["list"]}, "档案齐全（见附件“活动一览表”）。"),
        ({"evidence": ["talks"], "strength": "asserted"}, "档案齐全。"),
        ({"evidence": ["talks"], "kind": "institution"}, "档案齐全。"),
        ({"evidence": ["talks"], "value": "46份"}, "档案齐全，共46份。"),
        ({"evidence": ["visits"]}, "档案齐全。"),
        ({"text": "谈心520次", "evidence": ["talks"]}, "谈心520次。"),
        ({"text": "建档率达到75.0%", "indicator": "rate"}, f"建档率达到75.0%，({FULL_RATE})"),
        ({"indicator": "rate", "goal": ["aim"]}, f"({FULL_RATE})，符合不低于70%的目标要求。"),
        ({"kind": "award", "awarded_by": "县教育局"}, "档案齐全"),
    ],
)
def test_a_result_stands_beside_what_shows_it(fields: dict[str, Any], said: str) -> None:
    assert re.search(said, told([{"text": "档案齐全", **fields}]))


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ({"at_least": "80%"}, "，与不低于80%的目标尚有差距。"),
        ({"at_most": "80%"}, "，符合不高于80%的目标要求。"),
        ({"equals": "75%"}, "，达到75%的目标。"),
        ({"at_least": "80名"}, "(12名）|75.0%)。"),
        ({"at_least": "约70%"}, "(12名）|75.0%)。"),
    ],
)
def test_a_figure_is_measured_against_the_goal_it_is_for(
    target: dict[str, str], said: str
) -> None:
    goal = {"id": "aim", "text": "建齐档案", "target": {"indicator": "filing", **target}}
    one = {"text": "档案齐全", "indicator": "rate", "goal": ["aim"]}
    text = check(of(goals=[goal], results=[one]) | SHOWN).split("工作成效\n")[1]
    assert re.search(f"{said}$", text.split("\n")[0])


def test_a_target_of_its_own_is_not_compared_twice() -> None:
    rate = RATE | {"target": "70%"}
    assert (
        told(
            [{"text": "档案齐全", "indicator": "rate", "goal": ["aim"]}], {"indicators": [rate]}
        ).count("70%")
        == 1
    )


@pytest.mark.parametrize(
    ("evidence", "heard"),
    [
        (["visits"], "家访"),
        (["talks"], "谈心"),
        (["event"], "反映"),
        (["rate"], "反映"),
    ],
)
def test_who_was_heard_where_is_said_as_far_as_it_is_known(
    evidence: list[str], heard: str
) -> None:
    one = {"text": "孩子开朗起来", "strength": "testimonial", "evidence": evidence}
    assert re.match(f"从?据?{heard}.*，孩子开朗起来", told([one]))


def test_what_is_measured_comes_first_and_awards_come_last() -> None:
    results = [
        {"text": "获评先进单位", "kind": "award", "awarded_by": "县教育局"},
        {"text": "校园和谐", "strength": "asserted"},
        {"text": "孩子开朗起来", "strength": "testimonial"},
        {"text": "档案齐全", "indicator": "rate"},
    ]
    text = told(results)
    order = [text.index(word) for word in ("档案齐全", "孩子开朗", "校园和谐", "获评先进")]
    assert order == sorted(order)
    assert len(text.split("获评")[0].split("\n")) == len(["one paragraph", ""])
    long = [one | {"text": one["text"] + "，说法较长" * 10} for one in results]
    parts = told(long).split("获评")[0].split("\n")
    assert len(parts) == len(["measured", "heard and said", ""])


def test_a_date_and_a_proof_are_said_once_in_a_row() -> None:
    dated = {
        "indicators": [
            RATE | {"as_of": "2024-06"},
            RATE | {"id": "two", "as_of": "2024-06", "name": "建卡率"},
        ]
    }
    text = told(
        [{"text": "档案齐全", "indicator": "rate"}, {"text": "卡片齐全", "indicator": "two"}],
        dated,
    )
    assert text.count("截至2024年6月") == 1
    heard = [
        {"text": word, "evidence": ["talks"], "strength": "testimonial"}
        for word in ("孩子开朗起来", "作息好转")
    ]
    assert told(heard).count("共520次") == 1


@pytest.mark.parametrize(
    ("text", "rate", "said"),
    [
        (
            "档案齐全",
            {"value": "100%", "target": "100%"},
            "建档率为100%，达到(目标|预定)",
        ),
        ("实现建档目标", {"value": "100%", "target": "100%"}, "建档率为100%，达到要求。"),
        ("超过年初目标", {"value": "96%", "target": "95%"}, "建档率为96%，目标为95%。"),
        ("档案齐全", {"value": "96%", "target": "95%"}, "建档率为96%，(超过|高于)95%的目标。"),
    ],
)
def test_a_target_is_not_said_over_again(text: str, rate: dict[str, str], said: str) -> None:
    known = {"indicators": [{"id": "rate", "code": "filing", **rate}]}
    assert re.search(said, told([{"text": text, "indicator": "rate"}], known))


def test_a_goal_of_everything_is_not_said_over_again() -> None:
    whole = {
        "indicators": [{"id": "rate", "code": "filing", "value": "100%"}],
    }
    aim = {"id": "aim", "text": "建齐档案", "target": {"indicator": "filing", "equals": "100%"}}

    def text(claim: str) -> str:
        result = {"text": claim, "indicator": "rate", "goal": ["aim"]}
        return check(of(goals=[aim], results=[result]) | whole).split("工作成效\n")[1]

    assert text("档案齐全") == "档案齐全，建档率为100%，达到目标要求。"
    assert text("实现建档目标") == "实现建档目标，建档率为100%。"


def test_results_of_several_programmes_are_paragraphs_run_in_behind_their_names() -> None:
    names = ("left_behind_care", "home_visits", "safety", "legal_education")
    several = {name: {"results": [{"text": f"{name}做得好"}]} for name in names}
    text = check(of() | {"programmes": several}, "annual").split("工作成效\n")[1]
    assert text.startswith("关爱留守儿童方面，left_behind_care做得好。家访方面，")
    several["safety"]["results"] = [{"text": "隐患逐项整改，" * 9 + "没有事故"}]
    text = check(of() | {"programmes": several}, "annual").split("工作成效\n")[1]
    assert "。\n安全教育方面，隐患" in text
    several["safety"]["results"] = [{"text": "隐患逐项整改，" * 50 + "没有事故"}]
    text = check(of() | {"programmes": several}, "annual").split("工作成效\n")[1]
    assert text.startswith("（一）关爱留守儿童\n")


def test_a_rate_that_shows_two_results_is_told_once_in_full() -> None:
    results = [{"text": text, "indicator": "rate"} for text in ("档案齐全", "底数清楚")]
    text = told(results)
    assert text.count("应建档16名") == 1
    assert "底数清楚。" in text
    assert text.count("75.0%") == 1


@pytest.mark.parametrize("strength", [None, *Strength])
def test_a_bare_claim_stays_plain(strength: str | None) -> None:
    more = {"strength": strength} if strength else {}
    assert "校园和谐。" in told([{"text": "校园和谐", **more}])


CASE: dict[str, Any] = {
    "alias": "小禾（化名）",
    "grade": "四年级",
    "situation": "随祖母生活",
    "problem": "不爱说话",
    "steps": ["逐日谈心", "上门家访"],
    "outcome": "开朗起来",
    "quote": "我不怕了",
    "pupil": "pupil",
    "speaker": "孩子的祖母",
}
PUPILS = [
    {
        "id": "pupil",
        "alias": "小安（化名）",
        "grade": "五年级",
        "class_name": "五（2）班",
        "gender": "female",
    }
]


@pytest.mark.parametrize("count", range(len(CASE) + 1))
def test_a_case_reads_whole_with_any_of_its_fields(count: int) -> None:
    for subset in combinations(CASE, count):
        one = {name: CASE[name] for name in subset}
        text = told([], {"cases": [one, one], "pupils": PUPILS})
        for name in ("situation", "problem", "outcome", "quote"):
            assert (CASE[name] in text) == (name in subset)
        assert all((word in text) == ("steps" in subset) for word in CASE["steps"])


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["谈心"], "，谈心。"),
        (["谈心", "家访"], "，先是谈心，随后家访。"),
        (["谈心", "家访", "补课"], "，先是谈心，接着家访，最后补课。"),
        (
            ["谈心", "家访", "补课", "回访"],
            "采取的做法是：一是谈心；二是家访；三是补课；四是回访。",
        ),
        (["谈心，家访", "补课"], "采取的做法是：一是谈心，家访；二是补课。"),
    ],
)
def test_the_steps_of_a_case_run_in_their_order(steps: list[str], said: str) -> None:
    assert said in told([], {"cases": [CASE | {"steps": steps}], "pupils": PUPILS})


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("开朗起来", "经过帮扶，小禾开朗起来。"),
        ("她开朗起来", "经过帮扶，她开朗起来。"),
        ("半年后交到好友", "小禾半年后交到好友。"),
        ("一年后家长放下心来", "一年后家长放下心来。"),
        ("家长放下心来", "经过帮扶，家长放下心来。"),
    ],
)
def test_the_outcome_of_a_case_has_its_subject(outcome: str, said: str) -> None:
    assert f"。{said}" in told([], {"cases": [CASE | {"outcome": outcome}], "pupils": PUPILS})


def test_who_speaks_in_a_case_is_said_where_it_is_known() -> None:
    assert "孩子的祖母说：“我不怕了。”" in told([], {"cases": [CASE], "pupils": PUPILS})
    unknown = {name: value for name, value in CASE.items() if name != "speaker"}
    text = told([], {"cases": [unknown], "pupils": PUPILS})
    assert "小禾说：“我不怕了。”" in text
    nobody = {n: v for n, v in unknown.items() if n not in ("alias", "pupil")}
    text = told([], {"cases": [nobody], "pupils": PUPILS})
    assert re.search("当事人(的话)?说：“我不怕了。”", text)


@pytest.mark.parametrize(
    ("situation", "problem", "said"),
    [
        ("性格安静", "作业拖拉", "小禾（化名），四年级学生，性格安静，作业拖拉。"),
        ("父亲在外", "作业拖拉", "小禾（化名），四年级学生，父亲在外。小禾作业拖拉。"),
        ("性格安静", "父亲反对读书", "小禾（化名），四年级学生，性格安静。父亲反对读书。"),
        ("性格安静，" * 12 + "朴素", "作业拖拉", "朴素。小禾作业拖拉。"),
    ],
)
def test_the_problem_of_a_case_goes_on_where_its_subject_is_clear(
    situation: str, problem: str, said: str
) -> None:
    case = {
        "alias": "小禾（化名）",
        "grade": "四年级",
        "situation": situation,
        "problem": problem,
    }
    assert said in check(of() | {"cases": [case]})


def test_a_stop_of_the_record_does_not_part_a_result_from_its_figure() -> None:
    text = check(of(results=[{"text": "受助学生安心读书。", "value": "20名"}]))
    assert "受助学生安心读书，共20名。" in text
