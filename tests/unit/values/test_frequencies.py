import pytest
from pydantic import TypeAdapter, ValidationError

from summarykit.model.values import Frequency, Quantity
from summarykit.model.values.frequency_words import Period

FREQUENCY: TypeAdapter[Frequency] = TypeAdapter(Frequency)
WEEKDAYS = "BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize(
    ("written", "printed", "per", "least", "most", "rrule"),
    [
        ("每学期至少一次", "每学期至少一次", Period.TERM, 1, None, None),
        ("每学期一至二次", "每学期一至二次", Period.TERM, 1, 2, None),
        ("每学期1—2次", "每学期1～2次", Period.TERM, 1, 2, None),
        ("每学期两三次", "每学期两三次", Period.TERM, 2, 3, None),
        ("每学期一次以上", "每学期一次以上", Period.TERM, 1, None, None),
        ("每期", "每学期", Period.TERM, None, None, None),
        ("半个月一次", "半个月一次", Period.HALF_MONTH, 1, 1, None),
        ("每半月一次", "半个月一次", Period.HALF_MONTH, 1, 1, None),
        ("每半个月", "每半个月", Period.HALF_MONTH, None, None, None),
        ("半年一次", "半年一次", Period.HALF_YEAR, 1, 1, "FREQ=MONTHLY;INTERVAL=6"),
        ("每四周一个周期", "每四周一次", Period.WEEK, 1, 1, "FREQ=WEEKLY;INTERVAL=4"),
        ("每四周为一个周期", "每四周一次", Period.WEEK, 1, 1, "FREQ=WEEKLY;INTERVAL=4"),
        ("每两周一次", "每两周一次", Period.WEEK, 1, 1, "FREQ=WEEKLY;INTERVAL=2"),
        ("两周一次", "每两周一次", Period.WEEK, 1, 1, "FREQ=WEEKLY;INTERVAL=2"),
        ("每2个月一次", "每两个月一次", Period.MONTH, 1, 1, "FREQ=MONTHLY;INTERVAL=2"),
        ("一周一次", "每周一次", Period.WEEK, 1, 1, "FREQ=WEEKLY"),
        ("每周1次", "每周1次", Period.WEEK, 1, 1, "FREQ=WEEKLY"),
        ("每周一至二次", "每周一至二次", Period.WEEK, 1, 2, None),
        ("每周三天", "每周三天", Period.WEEK, 3, 3, None),
        ("每周谈心一次", "每周谈心一次", Period.WEEK, 1, 1, "FREQ=WEEKLY"),
        ("每周一次家访", "每周家访一次", Period.WEEK, 1, 1, "FREQ=WEEKLY"),
        ("每周一个电话", "每周一个电话", Period.WEEK, 1, 1, "FREQ=WEEKLY"),
        ("每个星期两次", "每周两次", Period.WEEK, 2, 2, None),
        ("每月一次", "每月一次", Period.MONTH, 1, 1, "FREQ=MONTHLY"),
        ("每月一封信", "每月一封信", Period.MONTH, 1, 1, "FREQ=MONTHLY"),
        ("每月约谈一次", "每月约谈一次", Period.MONTH, 1, 1, "FREQ=MONTHLY"),
        ("每月底一次", "每月底一次", Period.MONTH, 1, 1, None),
        ("每季度一次", "每季度一次", Period.QUARTER, 1, 1, "FREQ=MONTHLY;INTERVAL=3"),
        ("每年不少于2次", "每年不少于2次", Period.YEAR, 2, None, None),
        ("每学年一次", "每学年一次", Period.SCHOOL_YEAR, 1, 1, None),
        ("每天", "每天", Period.DAY, None, None, "FREQ=DAILY"),
        ("每日一次", "每天一次", Period.DAY, 1, 1, "FREQ=DAILY"),
        ("每学期至少家访一次", "每学期至少家访一次", Period.TERM, 1, None, None),
        ("每学期家访至少一次", "每学期至少家访一次", Period.TERM, 1, None, None),
        ("每学期不少于两次家访", "每学期家访不少于两次", Period.TERM, 2, None, None),
        ("每周一两次", "每周一两次", Period.WEEK, 1, 2, None),
        ("每周三四次", "每周三四次", Period.WEEK, 3, 4, None),
        ("每学期期末", "每学期期末", Period.TERM, None, None, None),
        ("每年寒暑假", "每年寒暑假", Period.YEAR, None, None, None),
        ("每天午间", "每天午间", Period.DAY, None, None, "FREQ=DAILY"),
        ("每周二下午", "每周二下午", Period.WEEK, None, None, "FREQ=WEEKLY;BYDAY=TU"),
        ("每周一", "每周一", Period.WEEK, None, None, "FREQ=WEEKLY;BYDAY=MO"),
        ("每星期天", "每周日", Period.WEEK, None, None, "FREQ=WEEKLY;BYDAY=SU"),
        ("每周末", "周末", Period.WEEK, None, None, "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("周末家访一次", "周末家访一次", Period.WEEK, 1, 1, None),
        (
            "每周一、周三和五各一次",
            "每周一、周三和周五各一次",
            Period.WEEK,
            1,
            1,
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        ),
        (
            "周一至周五午间和下午课后",
            "周一至周五午间和下午课后",
            Period.WEEK,
            None,
            None,
            f"FREQ=WEEKLY;{WEEKDAYS}",
        ),
        ("每年3月和9月", "每年3月和9月", Period.YEAR, None, None, "FREQ=YEARLY;BYMONTH=3,9"),
        ("每年三、九月", "每年3月和9月", Period.YEAR, None, None, "FREQ=YEARLY;BYMONTH=3,9"),
        ("每年3月至5月", "每年3月至5月", Period.YEAR, None, None, "FREQ=YEARLY;BYMONTH=3,4,5"),
        (
            "每年3月和9月各一次",
            "每年3月和9月各一次",
            Period.YEAR,
            1,
            1,
            "FREQ=YEARLY;BYMONTH=3,9",
        ),
        ("每年3月和9月一次", "每年3月和9月一次", Period.YEAR, 1, 1, None),
        ("一至二次", "一至二次", None, 1, 2, None),
        ("至少一次", "至少一次", None, 1, None, None),
        ("家访一次", "家访一次", None, 1, 1, None),
        ("不定期", "不定期", None, None, None, None),
        ("定期家访", "定期家访", None, None, None, None),
        ("经常", "经常", None, None, None, None),
        ("随时", "随时", None, None, None, None),
        ("寒暑假家访一次", "寒暑假家访一次", None, 1, 1, None),
    ],
)
def test_a_frequency_is_read_and_printed(  # noqa: PLR0913, PLR0917 - a table of cases
    written: str,
    printed: str,
    per: Period | None,
    least: int | None,
    most: int | None,
    rrule: str | None,
) -> None:
    frequency = Frequency.parse(written)
    assert str(frequency) == printed
    assert (frequency.per, frequency.minimum, frequency.maximum) == (per, least, most)
    assert frequency.rrule == rrule


def test_the_parts_of_a_frequency_are_kept_apart() -> None:
    assert Frequency.parse("周一至周五午间和下午课后谈心一次") == Frequency(
        per=Period.WEEK,
        count=Quantity.parse("一次"),
        action="谈心",
        days=(1, 2, 3, 4, 5),
        times=("午间", "下午课后"),
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "随便",
        "多次",
        "每学期多次",
        "185名",
        "每周3人",
        "每月3日",
        "一年级",
        "每0周一次",
        "每周五至周一",
        "每周三、周一",
        "每年13月",
        "每年3月至5月至7月",
        "每年9月和3月",
        "每年3月和9月各",
        "各一次",
        "每周一三次",
        "每人每学期一次",
        "每十十周一次",
        "每周和家访",
    ],
)
def test_unknown_wording_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        FREQUENCY.validate_python(written)
    error = refused.value.errors()[0]
    assert error["type"] == "frequency_parsing"
    assert error["msg"] == (
        f"{written} is not a frequency; "
        "write it like 每学期至少一次, 半个月一次, 每周二下午, 每年3月和9月, 不定期"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"per": Period.DAY, "days": (1,)},
        {"per": Period.WEEK, "days": (3, 1)},
        {"per": Period.WEEK, "days": (8,)},
        {"per": Period.WEEK, "every": 0},
        {"per": Period.WEEK, "action": "家访三次"},
        {"per": Period.WEEK, "adverb": "定期"},
        {"adverb": "偶尔"},
    ],
)
def test_a_frequency_that_could_not_be_read_back_is_never_built(
    fields: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match="is not a frequency"):
        Frequency(**fields)  # type: ignore[arg-type] # any fields, on purpose
