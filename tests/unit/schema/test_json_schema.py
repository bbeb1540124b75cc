"""The JSON Schema accepts what the reader accepts, under either name, and refuses slips."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from records import YEAR, plain_year
from summarykit.model.schema import json_schema
from summarykit.readers import read_text

EXAMPLES = Path(__file__).parents[3] / "examples"
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def _is_valid(tree: object) -> bool:
    return bool(VALIDATOR.is_valid(tree))


def test_it_is_a_schema_of_the_2020_dialect_with_a_name() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:summarykit:record:1"
    assert SCHEMA["title"] == "YearRecord"
    assert SCHEMA["properties"]["organisation"]["title"] == "单位"
    assert SCHEMA["properties"]["organisation"]["description"] == "单位"


def test_it_is_the_same_each_time() -> None:
    assert json.dumps(json_schema()) == json.dumps(SCHEMA)


def test_the_example_of_the_design_is_valid_as_text_and_as_yaml_reads_it() -> None:
    assert _is_valid(plain_year())
    record = read_text(YEAR, format="yaml", source="year.yaml").record
    assert record is not None
    assert _is_valid(record.model_dump(mode="json"))


def test_chinese_labels_are_keys_and_values_too() -> None:
    text = """
    单位: {名称: 云岭县青石镇中心小学, 层级: 学校, 学段: 小学}
    时段: {类型: 学年, 数据截止: 2024年6月}
    人数: [{对象: 留守儿童, 人数: 87, 寄宿: 是}]
    工作: {关爱留守儿童: {工作目标: {内容: 都有结对教师}, 主要措施: [{类型: 教师结对}]}}
    附件: {名称: 名册, 已附: 否, 内部: true, 列:, 行: [[甲, '']]}
    """
    tree = yaml.safe_load(text)
    assert [error.message for error in VALIDATOR.iter_errors(tree)] == []


_HEAD = {"organisation": {"name": "甲", "level": "school"}, "period": {"kind": "term"}}


@pytest.mark.parametrize(
    "more",
    [
        {"summarykit": 1},
        {"summarykit": "1"},
        {"people": {"name": "甲"}},
        {"people": None},
        {"signature": {"seal": "是", "date": 2024}},
        {"population": [{"cohort": "new", "count": 3, "boarding": "否"}]},
        {"attachments": {"name": "表", "columns": [1, 2], "rows": [[1, 2.5], ["", "甲"]]}},
        {"pupils": {"alias": "小明（化名）", "grade": 5}},
        {"programmes": {"控辍保学": {}, "safety": {}}},
    ],
)
def test_each_form_that_is_read_is_valid(more: dict[str, Any]) -> None:
    tree = _HEAD | more
    assert _is_valid(tree)
    assert read_text(json.dumps(tree), format="json", source="x").record


@pytest.mark.parametrize(
    "tree",
    [
        [],
        {"organisation": {"name": "甲", "level": "school"}},
        _HEAD | {"populaton": []},
        _HEAD | {"organisation": {"name": "甲", "名称": "甲", "level": "school"}},
        _HEAD | {"organisation": {"name": "甲", "level": "scool"}},
        _HEAD | {"population": [{"cohort": "new"}]},
        _HEAD | {"population": [{"cohort": "new", "count": []}]},
        _HEAD | {"signature": {"seal": "也许"}},
        _HEAD | {"programmes": {"关爱留守孩子": {}}},
        _HEAD | {"summarykit": 2},
        _HEAD | {"addressee": ""},
        _HEAD | {"people": [{"name": {}}]},
    ],
)
def test_each_slip_is_refused_as_the_reader_refuses_it(tree: object) -> None:
    assert not _is_valid(tree)
    assert not read_text(json.dumps(tree), format="json", source="x").record


def test_each_field_is_there_under_both_names() -> None:
    for definition in (SCHEMA, *SCHEMA["$defs"].values()):
        names = list(definition.get("properties", ()))
        english, chinese = names[: len(names) // 2], names[len(names) // 2 :]
        assert all(name.isascii() for name in english)
        assert not any(name.isascii() for name in chinese)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_example_is_valid_as_an_editor_reads_it(path: Path) -> None:
    tree = yaml.safe_load(path.read_text("utf-8"))
    as_json = json.loads(json.dumps(tree, default=str))
    assert [error.message for error in VALIDATOR.iter_errors(as_json)] == []
