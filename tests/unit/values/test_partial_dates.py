from datetime import date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from summarykit.model.values import PartialDate
from summarykit.model.values.partial_date import Part

DATE: TypeAdapter[PartialDate] = TypeAdapter(PartialDate)
ALLOWED = "2024年7月5日, 2024-07, 5月18日, 7月初, 2024年底, 2024年秋季学期, 20xx年"


@pytest.mark.parametrize(
    ("written", "printed", "edtf", "numerals"),
    [
        ("2013年3月4日", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("2013年03月04号", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("２０１３年３月４日", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("2013-03-04", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("2013.3.4", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("2013/3/4", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("20130304", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("二〇一三年三月四日", "2013年3月4日", "2013-03-04", "二〇一三年三月四日"),
        ("5月18日", "5月18日", "XXXX-05-18", "五月十八日"),
        ("XXXX-05-18", "5月18日", "XXXX-05-18", "五月十八日"),
        ("2月29日", "2月29日", "XXXX-02-29", "二月二十九日"),
        ("18日", "18日", "XXXX-XX-18", "十八日"),
        ("七月初", "7月初", "XXXX-07", "七月初"),
        ("2024年1月中旬", "2024年1月中旬", "2024-01", "二〇二四年一月中旬"),
        ("10月26日上午", "10月26日上午", "XXXX-10-26", "十月二十六日上午"),
        ("10月26日晚", "10月26日晚上", "XXXX-10-26", "十月二十六日晚上"),
        ("二○○五年", "2005年", "2005", "二〇〇五年"),
        ("2024", "2024年", "2024", "二〇二四年"),
        ("2024-07", "2024年7月", "2024-07", "二〇二四年七月"),
        ("2024.7", "2024年7月", "2024-07", "二〇二四年七月"),
        ("2024-21", "2024年春季", "2024-21", "二〇二四年春季"),
        ("2024年秋", "2024年秋季", "2024-23", "二〇二四年秋季"),
        ("秋季", "秋季", "XXXX-23", "秋季"),
        ("2024年年底", "2024年底", "2024", "二〇二四年底"),
        ("2024年底前", "2024年底", "2024", "二〇二四年底"),
        ("6月底之前", "6月底", "XXXX-06", "六月底"),
        ("2024年春季学期", "2024年春季学期", "2024", "二〇二四年春季学期"),
        ("2024年元月", "2024年1月", "2024-01", "二〇二四年一月"),
        ("2024年寒假", "2024年寒假", "2024", "二〇二四年寒假"),
        ("20xx年", "20xx年", "20XX", "20xx年"),
        ("20××年", "20xx年", "20XX", "20xx年"),
        ("202X", "202x年", "202X", "202x年"),
        ("xxxx年秋季", "xxxx年秋季", "XXXX-23", "xxxx年秋季"),
        ("XXXX", "xxxx年", "XXXX", "xxxx年"),
        (
            "2024年7月5日15:40",
            "2024年7月5日15时40分",
            "2024-07-05T15:40",
            "二〇二四年七月五日15时40分",
        ),
        ("2024-07-05T09:00", "2024年7月5日9时", "2024-07-05T09:00", "二〇二四年七月五日9时"),
        ("7月5日下午3点", "7月5日15时", "XXXX-07-05T15:00", "七月五日15时"),
        ("7月5日上午9时30分", "7月5日9时30分", "XXXX-07-05T09:30", "七月五日9时30分"),
        ("7月5日中午1时", "7月5日13时", "XXXX-07-05T13:00", "七月五日13时"),
        ("7月5日中午12时", "7月5日12时", "XXXX-07-05T12:00", "七月五日12时"),
    ],
)
def test_a_date_is_read_and_printed_in_every_form(
    written: str, printed: str, edtf: str, numerals: str
) -> None:
    when = PartialDate.parse(written)
    assert (str(when), when.edtf, when.chinese_numerals()) == (printed, edtf, numerals)


@pytest.mark.parametrize(
    "written",
    [
        "2023-02-29",
        "13月",
        "十三月",
        "4月31日",
        "0月",
        "32日",
        "2024年7月5日25时",
        "2024年7月5日9时60分",
        "2024-13",
        "2024-00",
        "2024-07-00",
        "1066年",
        "9210",
        "一月十十日",
    ],
)
def test_an_impossible_date_is_refused_as_such(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DATE.validate_python(written)
    error = refused.value.errors()[0]
    assert error["type"] == "partial_date_impossible"
    assert error["msg"] == f"{written} is not a possible date"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "24年7月5日",
        "2024年18日",
        "7月初上午",
        "7月上午",
        "上午",
        "初",
        "2024年7月9时",
        "2x2x年",
        "最近",
        "2024年7月5日前",
    ],
)
def test_what_is_no_date_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DATE.validate_python(written)
    error = refused.value.errors()[0]
    assert error["type"] == "partial_date_parsing"
    assert error["msg"] == f"{written} is not a date; write it like {ALLOWED}"


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2024-07-05", date(2024, 7, 5), date(2024, 7, 5)),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024年7月初", date(2024, 7, 1), date(2024, 7, 10)),
        ("2024年2月下旬", date(2024, 2, 21), date(2024, 2, 29)),
        ("2024年", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024年底", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024年秋季", date(2024, 9, 1), date(2024, 11, 30)),
        ("2024年秋季学期", date(2024, 8, 1), date(2025, 2, 28)),
        ("2024年冬季", date(2024, 12, 1), date(2025, 2, 28)),
    ],
)
def test_a_date_lies_between_its_first_and_last_day(
    written: str, earliest: date, latest: date
) -> None:
    when = PartialDate.parse(written)
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize("written", ["5月18日", "20xx年", "秋季", "七月初", "18日"])
def test_without_its_year_a_date_has_no_bounds(written: str) -> None:
    when = PartialDate.parse(written)
    assert (when.earliest, when.latest) == (None, None)


@pytest.mark.parametrize(
    ("found", "printed"),
    [
        (2024, "2024年"),
        (date(2024, 7, 5), "2024年7月5日"),
        (datetime(2024, 7, 5, 15, 40), "2024年7月5日15时40分"),  # noqa: DTZ001 - as YAML has it
    ],
)
def test_numbers_and_dates_of_a_file_are_read(found: object, printed: str) -> None:
    assert str(DATE.validate_python(found)) == printed


@pytest.mark.parametrize("found", [True, 2024.7, None])
def test_what_may_have_lost_a_digit_is_refused(found: object) -> None:
    with pytest.raises(ValidationError, match=f"{found} is not a date"):
        DATE.validate_python(found)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"year": 2024, "day": 5},
        {"year": 2023, "month": 2, "day": 29},
        {"month": 7, "part": Part.SPRING},
        {"year": 2024, "year_pattern": "20XX"},
        {"year_pattern": "2XXX"},
        {"year": 2024, "hour": 9},
        {"year": 2024, "month": 7, "day": 5, "minute": 9},
        {"year": 2024, "month": 7, "day": 5, "hour": 24},
    ],
)
def test_a_date_that_could_not_be_read_back_is_never_built(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="is not a"):
        PartialDate(**fields)  # type: ignore[arg-type] # any fields, on purpose


def test_the_schema_takes_a_year_as_a_number() -> None:
    assert DATE.json_schema()["type"] == ["string", "integer"]


def test_a_time_at_midnight_is_a_day() -> None:
    assert PartialDate.parse(datetime(2024, 7, 5)) == PartialDate.parse("2024-07-05")  # noqa: DTZ001 - no zone in a record
    with pytest.raises(ValueError, match="2024-07-05T08:30:05"):
        PartialDate.parse(datetime(2024, 7, 5, 8, 30, 5))  # noqa: DTZ001 - as above
