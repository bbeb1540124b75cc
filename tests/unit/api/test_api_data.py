"""Records that are no files: texts, what a program has in dicts, and parts built in Python."""

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import pytest

import summarykit as sk
from small_pack import small_pack
from small_record import SMALL, UNSOUND
from summarykit import model
from summarykit.l10n.messages import as_json

PERIOD = {"kind": "term", "start": date(2024, 2, 26), "end": datetime(2024, 7, 5)}  # noqa: DTZ001 - no zone in a record
PAIRING = {"kind": "teacher_pairing", "pairs": "87对", "practice": "教师与学生结对谈心"}
DATA: dict[str, Any] = {
    "organisation": {"name": "青石小学", "level": "school"},
    "period": PERIOD,
    "population": [{"id": "all", "cohort": "enrolled", "count": "612名"}],
    "programmes": {"left_behind_care": {"measures": [{**PAIRING}]}},
}


class Three:
    """A whole number of some library."""

    def __index__(self) -> int:
        return 3


@pytest.fixture(name="pack", scope="module")
def write_the_pack_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_pack(tmp_path_factory.mktemp("packs"))


def found_in(data: Any, **options: Any) -> list[str]:  # noqa: ANN401 - whatever may come
    with pytest.raises(sk.SummaryError) as raised:
        sk.parse_record(data, **options)
    assert {finding.at.source for finding in raised.value.findings} == {None}
    return [str(finding) for finding in raised.value.findings]


def test_a_text_is_a_record_with_the_lines_of_its_findings() -> None:
    assert sk.parse_record(SMALL) == sk.parse_record(SMALL.encode())
    (found,) = found_in(UNSOUND)
    assert found.startswith("6:51 population[1].count  error subset-exceeds-whole  ")
    json = '{"organisation": {"name": "甲", "level": "school"}, "period": {"kind": "term"}}'
    assert sk.parse_record(json, format="json").organisation.name == "甲"
    assert found_in("{", format="json")[0].startswith("1:2  error syntax-error")
    (found,) = found_in("")
    assert found.startswith("error file-empty")
    (found,) = found_in(SMALL, format="toml")
    assert (
        found
        == "error format-unknown  records are not read as toml\n  hint: there are: yaml, json"
    )


def test_data_of_a_program_are_a_record() -> None:
    record = sk.parse_record(DATA)
    assert (str(record.period.start), str(record.period.end)) == (
        "2024年2月26日",
        "2024年7月5日",
    )
    chinese = {"单位": {"名称": "青石小学", "层级": "学校"}, "时段": {"类型": "学期"}}
    assert sk.parse_record(chinese).organisation == record.organisation


def test_parts_of_a_record_and_values_may_stand_among_data() -> None:
    count = model.Quantity.parse("612名")
    enrolled = model.Population(id="all", cohort=model.Cohort.ENROLLED, count=count)
    same = sk.parse_record(MappingProxyType({**DATA, "population": (enrolled,)}))
    assert same == sk.parse_record(DATA)
    assert sk.parse_record(same) == same  # type: ignore[arg-type]
    rates = [{"code": "other", "value": Decimal("87.5")}, {"code": "other", "value": Three()}]
    values = [rate.value for rate in sk.parse_record({**DATA, "indicators": rates}).indicators]
    assert [str(value) for value in values] == ["87.5", "3"]


def test_what_is_wrong_with_data_has_its_field_and_no_line() -> None:
    wrong = {**DATA, "population": [{"cohort": "enroled", "count": "many"}], "name": "甲"}
    said = found_in(wrong)
    assert len(said) == 3
    assert all(":" not in line.partition("  ")[0] for line in said)
    assert any(line.startswith("population[0].count  error wrong-value") for line in said)


LOOP: dict[str, object] = {}
LOOP["organisation"] = LOOP


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"organisation": object()}, "object is no value of a field"),
        ({"organisation": {b"name": "甲"}}, "a key is bytes and not text"),
        (LOOP, "they contain themselves"),
        ({"population": float("nan")}, "a number is infinite or none at all"),
    ],
)
def test_data_that_cannot_be_written_down_are_a_finding(data: object, reason: str) -> None:
    (found,) = found_in(data)
    assert found.startswith(f"error wrong-type  these data cannot be a record: {reason}")


@pytest.mark.parametrize("data", [None, [], 5, "- a", {}])
def test_data_that_are_no_mapping_are_a_finding(data: object) -> None:
    assert found_in(data)


def test_data_and_a_loaded_pack_make_a_summary(pack: Path) -> None:
    loaded = sk.load_pack(pack)
    of_data = sk.compose(DATA, pack=loaded)
    assert of_data == sk.compose(sk.parse_record(DATA), pack=pack)
    assert sk.check(DATA, pack=loaded) == ()
    wrong = {**DATA, "population": [{"cohort": "enrolled", "count": "12%"}]}
    (finding,) = sk.check(wrong, pack=loaded)
    assert finding.at == sk.Place(path=("population", 0, "count"))
    assert as_json(finding, "en")["source"] is None


def test_a_pack_prints_as_one_line(pack: Path) -> None:
    assert repr(sk.load_pack(pack)).endswith(", annual, left_behind_care, home_visits>")
    assert repr(sk.load_pack()).startswith("<Pack zh: ")


def test_a_pack_that_offers_no_report_is_a_finding(tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    manifest = folder / "pack.toml"
    text = manifest.read_text("utf-8")
    manifest.write_text(re.sub(r"(?m)^reports *=.*$", "reports = []", text), "utf-8")
    (finding,) = sk.check(DATA, pack=folder)
    assert (finding.code, finding.at.field) == (sk.Code.PACK_INVALID, "reports")


def test_a_format_may_have_its_point_and_nothing_is_none(pack: Path) -> None:
    summary = sk.compose(DATA, pack=pack)
    assert summary.to_bytes(".TXT") == summary.to_bytes("txt")
    with pytest.raises(sk.SummaryError, match="summaries are not written as None"):
        summary.to_bytes(cast("str", None))


def test_a_finding_is_described_in_both_languages() -> None:
    with pytest.raises(sk.SummaryError) as raised:
        sk.parse_record(UNSOUND)
    (finding,) = raised.value.findings
    assert "错误 subset-exceeds-whole" in sk.describe(finding)
    assert "error subset-exceeds-whole" in sk.describe(finding, "en")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"organisation": object()}, "其中有 object，不能作字段的值"),
        ({"organisation": {b"name": "甲"}}, "有一个键是 bytes，不是文字"),
        (LOOP, "其中有的部分包含它自身"),
        ({"population": float("nan")}, "其中有无穷大或非数字（nan）"),
    ],
)
def test_why_data_are_no_record_is_told_in_chinese(data: Any, reason: str) -> None:  # noqa: ANN401 - whatever may come
    (finding,) = sk.check(data)
    assert sk.describe(finding) == f"错误 wrong-type  这些数据不能作为记录：{reason}"
