"""Each kind of difficulty reads whole, whichever of its fields a record has."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, Final

import pytest

from prose import check, document_of, of, seams
from prose_seams import hard_seams
from summarykit.document import Document, Heading, blocks_of, facts_of, plain, text_of
from summarykit.model import DifficultyKind
from summarykit.model.vocabulary import ProgrammeKind, Trend
from summarykit.packs import Length

FIELDS: Final[Mapping[str, dict[str, str]]] = {
    "text": {"text": "孩子听课吃力，课后找不到人请教"},
    "cause": {"cause": "前几年落下的功课较多"},
    "consequence": {"consequence": "课堂上跟不上进度"},
    "trend": {"trend": "growing"},
    "affected": {"affected": "9名", "cohort": "migrant"},
}
SUBSETS: Final = tuple(
    subset for size in range(len(FIELDS) + 1) for subset in combinations(FIELDS, size)
)
SCHOOLS: Final = ("青石镇中心小学", "柳溪镇中心学校", "松岭乡中心小学")
REPEATING: Final = frozenset({"a sentence said twice"})
"""What these records ask for themselves: all of their difficulties have the same words."""
GROUPS: Final = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"


def difficulty(kind: str, subset: Iterable[str], name: str, trend: str) -> dict[str, str]:
    fields = {"id": name, "kind": kind}
    for field in subset:
        fields |= FIELDS[field]
    return fields | ({"trend": trend} if "trend" in fields else {})


def of_kind(kind: str, school: int) -> list[dict[str, str]]:
    """Return a difficulty of the kind with each set of fields, its trend by the school."""
    trend = tuple(Trend)[school]
    return [difficulty(kind, s, f"d{i}", trend) for i, s in enumerate(SUBSETS)]


def apart(listed: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield records in which each difficulty is the only one of its programme."""
    kinds = list(ProgrammeKind)
    for at in range(0, len(listed), len(kinds)):
        some = zip(kinds, listed[at : at + len(kinds)], strict=False)
        yield of() | {"programmes": {kind: {"difficulties": [d]} for kind, d in some}}


def written(data: dict[str, Any], school: int, report: str) -> Document:
    data["organisation"] = {"name": SCHOOLS[school], "level": "school"}
    document = document_of(data, report, Length.LONG)
    assert seams(document) == []
    found = [s for s in hard_seams(document) if not s.by_record and s.rule not in REPEATING]
    assert found == []
    return document


def missing(document: Document, listed: Iterable[dict[str, str]]) -> list[str]:
    """Return what of the difficulties is not printed: their words, counts, cohorts, trends."""
    printed: dict[str, str] = {}
    for fact in facts_of(document):
        ref = fact.ref.partition("#")[0]
        printed[ref] = printed.get(ref, "") + fact.text
    wanted = ("text", "cause", "consequence", "affected", "cohort", "trend")
    refs = [f"{d['id']}.{field}" for d in listed for field in wanted if field in d]
    short = [
        r for r in refs if r.endswith(".text") and len(printed.get(r, "")) < len("孩子听课吃力")
    ]
    return [*(r for r in refs if r not in printed), *short]


@pytest.mark.parametrize("school", range(len(SCHOOLS)))
@pytest.mark.parametrize("kind", DifficultyKind)
def test_a_difficulty_reads_whole_with_any_of_its_fields(kind: str, school: int) -> None:
    listed = of_kind(kind, school)
    together = written(of(difficulties=listed), school, "left_behind_care")
    assert missing(together, listed) == []
    for data in apart(listed):
        alone = [d for p in data["programmes"].values() for d in p["difficulties"]]
        assert missing(written(data, school, "annual"), alone) == []


@pytest.mark.parametrize("kind", [k for k in DifficultyKind if k != "generic_shortfall"])
def test_heads_are_the_records_own_words_where_all_can_be(kind: str) -> None:
    told = [
        (f"{GROUPS[i]}组孩子听课吃力", s)
        for i, s in enumerate(s for s in SUBSETS if "text" in s)
    ]
    listed = [
        difficulty(kind, s, f"d{i}", "easing") | {"text": f"{head}，课后找不到人请教"}
        for i, (head, s) in enumerate(told)
    ]
    document = written(of(difficulties=listed), 0, "left_behind_care")
    heads = [
        plain(b.children) for b in blocks_of(document) if isinstance(b, Heading) and b.level > 1
    ]
    assert heads == [f"{head}。" for head, _ in told]
    assert missing(document, listed) == []


def sentences(data: dict[str, Any]) -> str:
    return "\n".join(text_of(written(data, 0, "left_behind_care")))


def test_heads_are_labels_of_one_form_where_one_record_has_no_words_for_them() -> None:
    kinds = [k for k in DifficultyKind if k != "generic_shortfall"]
    listed = [{"kind": kind, "text": "孩子听课吃力，课后找不到人请教"} for kind in kinds]
    document = written(
        of(difficulties=[*listed, {"kind": "target_gap", "text": "差距还在"}]),
        0,
        "left_behind_care",
    )
    heads = [
        plain(b.children) for b in blocks_of(document) if isinstance(b, Heading) and b.level > 1
    ]
    assert {len(head) for head in heads} == {len("学业基础薄弱。")}
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("schools", [SCHOOLS])
def test_schools_do_not_read_alike(schools: tuple[str, ...]) -> None:
    told = set()
    for school, _ in enumerate(schools):
        listed = [difficulty("school_aversion", FIELDS, "d", "growing")]
        document = written(of(difficulties=listed), school, "left_behind_care")
        told.add("\n".join(text_of(document)).split("存在的困难")[1])
    assert len(told) > 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"text": "部分随迁子女听课吃力", "cohort": "migrant", "affected": "9名"}, "9名"),
        ({"text": "听课吃力", "cohort": "left_behind"}, "听课吃力。"),
        (
            {"text": "听课吃力", "cohort": "migrant"},
            "情况涉及进城务工人员随迁子女。",
        ),
        (
            {"text": "听课吃力", "affected": "12户", "cohort": "hardship"},
            "家庭经济困难学生家庭12户。",
        ),
        (
            {"text": "听课吃力", "affected": "30%", "cohort": "migrant"},
            "30%的进城务工人员随迁子女。",
        ),
        ({"text": "孩子听课吃力", "affected": "9名"}, "孩子9名。"),
    ],
)
def test_those_who_are_concerned_are_counted_as_people_count_them(
    fields: dict[str, str], told: str
) -> None:
    kind = "weak_academic_foundation"
    text = sentences(of(difficulties=[{"kind": kind, **fields}]))
    assert told in text.split("存在的困难")[1]
    assert "随迁子女听课吃力，涉及进城" not in text


@pytest.mark.parametrize(
    ("consequence", "told"),
    [
        ("影响孩子听课", "，影响孩子听课。"),
        ("因而跟不上进度", "，因而跟不上进度。"),
        ("孩子跟不上进度", "孩子跟不上进度。"),
    ],
)
def test_a_consequence_is_joined_by_its_own_word_where_it_has_one(
    consequence: str, told: str
) -> None:
    listed = [{"kind": "funding_shortage", "text": "经费偏少", "consequence": consequence}]
    assert told in sentences(of(difficulties=listed))


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("由于来源单一", "由于来源单一"),
        ("在外的校友少", "究其原因，是在外的校友少"),
        ("来源单一", "来源单一"),
    ],
)
def test_a_cause_is_led_in_once(cause: str, told: str) -> None:
    listed = [{"kind": "funding_shortage", "text": "由此经费偏少", "cause": cause}]
    text = sentences(of(difficulties=listed))
    assert told in text
    assert "由于由于" not in text
    assert "原因在于在" not in text


def test_those_without_words_share_a_sentence() -> None:
    listed = [{"kind": kind} for kind in ("high_mobility", "teacher_workload")]
    text = sentences(of(difficulties=listed)).split("存在的困难\n")[1]
    assert text.count("。") == 1
    assert text.endswith("的问题。")
    told = sentences(
        of(difficulties=[*listed, {"kind": "school_aversion", "text": "听课吃力"}])
    )
    assert "听课吃力。" in told
    assert told.endswith("的问题。")


def test_a_vague_shortfall_is_one_honest_sentence() -> None:
    text = sentences(of(difficulties=[{"kind": "generic_shortfall"}])).split("存在的困难\n")[1]
    assert text in {"工作中还有不足之处。", "工作仍有需要改进的地方。"}
    told = sentences(of(difficulties=[{"kind": "generic_shortfall", "text": "工作尚不细致"}]))
    assert told.endswith("工作尚不细致。")


def test_a_gap_to_a_target_names_the_rates_that_miss_it() -> None:
    rate = {"code": "filing", "value": "80%", "target": "95%"}
    met = {"code": "visit_coverage", "value": "99%", "target": "95%"}
    data = of(
        difficulties=[
            {"kind": "target_gap"},
            {"kind": "target_gap", "text": "差距还在", "cause": "人手少"},
        ]
    )
    text = sentences(data | {"indicators": [rate, met]}).split("存在的困难\n")[1]
    assert "建档率为80%" not in text  # a bare kind is told by its name
    gap = [{"kind": "target_gap", "trend": "easing"}]
    text = sentences(of(difficulties=gap) | {"indicators": [rate, met]}).split("存在的困难\n")[
        1
    ]
    assert "建档率为80%，尚未达到95%的目标" in text
    assert "家访覆盖率" not in text


def test_heads_of_several_programmes_are_of_one_form() -> None:
    own = [
        {"kind": "teacher_workload", "text": "教师教学任务重，家访多在晚上进行"},
        {"kind": "high_mobility", "text": "学生来去频繁，学籍核对工作量大"},
    ]
    other = [{"kind": "funding_shortage", "text": "缺钱", "cause": "捐助少"}]
    alone = check(of(difficulties=own), "annual")
    assert "（一）教师教学任务重。家访" in alone
    programmes = {
        "left_behind_care": {
            "difficulties": [{"id": "busy"} | own[0], own[1]],
            "next_steps": [{"action": "统筹课表", "answers": ["busy"]}],
        },
        "safety": {"difficulties": other},
    }
    text = check(of() | {"programmes": programmes}, "annual")
    assert "。教师教学任务重，家访多在晚上进行。" in text
    assert not re.search("(针对|面对|解决|围绕)教师教学任务重", text)


def test_one_difficulty_of_one_programme_is_told_with_its_name() -> None:
    trouble = {"kind": "funding_shortage", "text": "缺钱", "cause": "捐助少"}
    programmes = {"left_behind_care": {"difficulties": [trouble]}, "safety": {}}
    text = check(of() | {"programmes": programmes}, "annual").split("存在的困难\n")[1]
    assert text.startswith("关爱留守儿童方面，")


def test_one_difficulty_each_of_several_programmes_is_a_sentence_and_no_bare_label() -> None:
    programmes = {
        "left_behind_care": {"difficulties": [{"kind": "grandparent_or_kin_custody"}]},
        "home_visits": {"difficulties": [{"kind": "teacher_workload", "text": "家访多在晚上"}]},
    }
    text = check(of() | {"programmes": programmes}, "annual").split("存在的困难\n")[1]
    care, visits = text.split("。")[1:3]
    assert care.startswith("关爱留守儿童方面，")
    assert care.endswith("的问题仍然存在")
    assert visits == "家访方面，家访多在晚上"
    programmes["home_visits"]["difficulties"][0]["cause"] = "白天要上课"
    text = check(of() | {"programmes": programmes}, "annual").split("存在的困难\n")[1]
    assert text.startswith("（一）关爱留守儿童\n")
