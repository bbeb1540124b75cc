import pytest
from pydantic import TypeAdapter, ValidationError

from summarykit.model.values import Quantity, TimeLimit
from summarykit.model.values.time_limit import Relation

LIMIT: TypeAdapter[TimeLimit] = TypeAdapter(TimeLimit)


@pytest.mark.parametrize(
    ("written", "printed", "relation", "event", "length"),
    [
        ("开学一个月内", "开学一个月内", Relation.WITHIN, "开学", "一个月"),
        ("接到通知后一周内", "接到通知后一周内", Relation.WITHIN, "接到通知后", "一周"),
        ("3日内", "3日内", Relation.WITHIN, "", "3日"),
        ("３—５日以内", "3～5日内", Relation.WITHIN, "", "3～5日"),
        ("24小时内", "24小时内", Relation.WITHIN, "", "24小时"),
        ("三个工作日之内", "三个工作日内", Relation.WITHIN, "", "三个工作日"),
        ("半个月内", "半个月内", Relation.WITHIN, "", "0.5个月"),
        ("10月1日起一个月内", "10月1日起一个月内", Relation.WITHIN, "10月1日起", "一个月"),
        ("提前两周", "提前两周", Relation.AHEAD, "", "两周"),
        ("开学前提前一周", "开学前一周", Relation.AHEAD, "开学前", "一周"),
        ("会前三天", "会前三天", Relation.AHEAD, "会前", "三天"),
        ("会后三天", "会后三天", Relation.AFTER, "会后", "三天"),
        ("发现后当天", "发现后当天", Relation.AT, "发现后", None),
        ("发现后当天内", "发现后当天", Relation.AT, "发现后", None),
        ("开学第一周内", "开学第一周", Relation.AT, "开学", None),
        ("本学期内", "本学期", Relation.AT, "", None),
        ("立即", "立即", Relation.AT, "", None),
        ("学期结束前", "学期结束前", Relation.BY, "学期结束", None),
        ("2024年12月底前", "2024年12月底前", Relation.BY, "2024年12月底", None),
    ],
)
def test_a_time_limit_is_read_and_printed(
    written: str, printed: str, relation: Relation, event: str, length: str | None
) -> None:
    limit = TimeLimit.parse(written)
    assert str(limit) == printed
    assert (limit.relation, limit.event) == (relation, event)
    assert (None if limit.length is None else str(limit.length)) == length


@pytest.mark.parametrize(
    "written",
    [
        "",
        "内",
        "开学",
        "三天前",
        "目前",
        "提前",
        "每周内",
        "十十天内",
        "5-3日内",
    ],
)
def test_what_is_no_time_limit_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        LIMIT.validate_python(written)
    error = refused.value.errors()[0]
    assert error["type"] == "time_limit_parsing"
    assert error["msg"] == (
        f"{written} is not a time limit; "
        "write it like 开学一个月内, 接到通知后一周内, 提前两周, 发现后当天, 学期结束前"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"relation": Relation.WITHIN},
        {"relation": Relation.WITHIN, "length": Quantity.of(5, "名")},
        {"relation": Relation.BY, "event": "三天"},
        {"relation": Relation.AT, "event": "发现后", "moment": "以后"},
        {"relation": Relation.AFTER, "length": Quantity.of(3, "天")},
    ],
)
def test_a_time_limit_that_could_not_be_read_back_is_never_built(
    fields: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match="is not a time limit"):
        TimeLimit(**fields)  # type: ignore[arg-type] # any fields, on purpose


def test_a_time_limit_is_never_a_number() -> None:
    with pytest.raises(ValidationError, match="3 is not a time limit"):
        LIMIT.validate_python(3)
    assert LIMIT.json_schema()["type"] == "string"
