from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from summarykit.model.values import Quantity
from summarykit.model.values.figure_words import NumeralStyle, Qualifier, Status

QUANTITY: TypeAdapter[Quantity] = TypeAdapter(Quantity)
ALLOWED = "185名, 600余份, 1～2名, 37%左右, 若干人"

ONE_FIGURE = [
    # written, printed, figure, unit, qualifier
    ("185名", "185名", "185", "名", Qualifier.EXACT),
    ("13名", "13名", "13", "名", Qualifier.EXACT),
    ("１３名", "13名", "13", "名", Qualifier.EXACT),
    ("87", "87", "87", "", Qualifier.EXACT),
    ("0名", "0名", "0", "名", Qualifier.EXACT),
    ("007人", "7人", "7", "人", Qualifier.EXACT),
    ("12,500人", "12500人", "12500", "人", Qualifier.EXACT),
    ("185 名", "185名", "185", "名", Qualifier.EXACT),
    ("12 500人", "12500人", "12500", "人", Qualifier.EXACT),
    ("1.25万人", "1.25万人", "12500", "人", Qualifier.EXACT),
    ("98.5%", "98.5%", "98.5", "%", Qualifier.EXACT),
    ("95.0%", "95.0%", "95.0", "%", Qualifier.EXACT),
    ("１２％", "12%", "12", "%", Qualifier.EXACT),
    ("5个百分点", "5个百分点", "5", "个百分点", Qualifier.EXACT),
    ("3千克", "3千克", "3", "千克", Qualifier.EXACT),
    ("5元/人", "5元/人", "5", "元/人", Qualifier.EXACT),
    ("七十一对", "七十一对", "71", "对", Qualifier.EXACT),
    ("两名", "两名", "2", "名", Qualifier.EXACT),
    ("二名", "两名", "2", "名", Qualifier.EXACT),
    ("百分之九十五", "百分之九十五", "95", "%", Qualifier.EXACT),
    ("百分之百", "百分之百", "100", "%", Qualifier.EXACT),
    ("百分之二", "百分之二", "2", "%", Qualifier.EXACT),
    ("千分之三", "千分之三", "3", "‰", Qualifier.EXACT),
    ("二点五万人", "两万五千人", "25000", "人", Qualifier.EXACT),
    ("600余份", "600余份", "600", "份", Qualifier.OVER),
    ("400多人", "400多人", "400", "人", Qualifier.OVER),
    ("十余人", "十余人", "10", "人", Qualifier.OVER),
    ("二十几名", "二十几名", "20", "名", Qualifier.OVER),
    ("三百余人", "三百余人", "300", "人", Qualifier.OVER),
    ("10余万元", "10余万元", "100000", "元", Qualifier.OVER),
    ("十余万元", "十余万元", "100000", "元", Qualifier.OVER),
    ("10万余元", "100000余元", "100000", "元", Qualifier.OVER),
    ("1万余人", "1万余人", "10000", "人", Qualifier.OVER),
    ("超过90%", "超过90%", "90", "%", Qualifier.OVER),
    ("37%左右", "37%左右", "37", "%", Qualifier.ABOUT),
    ("约80名", "约80名", "80", "名", Qualifier.ABOUT),
    ("20来人", "20来人", "20", "人", Qualifier.ABOUT),
    ("2%以下", "2%以下", "2", "%", Qualifier.AT_MOST),
    ("不超过3名", "不超过3名", "3", "名", Qualifier.AT_MOST),
    ("80%以上", "80%以上", "80", "%", Qualifier.AT_LEAST),
    ("至少一次", "至少一次", "1", "次", Qualifier.AT_LEAST),
    ("≥95%", "≥95%", "95", "%", Qualifier.AT_LEAST),
    ("多达1300人", "多达1300人", "1300", "人", Qualifier.UP_TO),
    ("近百人", "近一百人", "100", "人", Qualifier.LESS_THAN),
    ("不足10人", "不足10人", "10", "人", Qualifier.LESS_THAN),
]


@pytest.mark.parametrize(("written", "printed", "figure", "unit", "qualifier"), ONE_FIGURE)
def test_a_figure_is_read_and_printed_as_written(
    written: str, printed: str, figure: str, unit: str, qualifier: Qualifier
) -> None:
    quantity = Quantity.parse(written)
    assert str(quantity) == printed
    assert str(quantity.number) == figure
    assert (quantity.unit, quantity.qualifier) == (unit, qualifier)
    assert quantity.is_known
    assert quantity.is_exact == (qualifier is Qualifier.EXACT)


@pytest.mark.parametrize(
    ("written", "printed", "low", "high", "unit"),
    [
        ("1—2名", "1～2名", 1, 2, "名"),
        ("2至3名", "2至3名", 2, 3, "名"),
        ("4-5名", "4～5名", 4, 5, "名"),
        ("4名-5名", "4～5名", 4, 5, "名"),
        ("15%～30%", "15%～30%", 15, 30, "%"),
        ("15~30%", "15%～30%", 15, 30, "%"),
        ("100～150千克", "100～150千克", 100, 150, "千克"),
        ("13～17万元", "13万元～17万元", 130_000, 170_000, "元"),
        ("9000元～1万元", "9000～10000元", 9000, 10_000, "元"),
        ("8000～1万元", "8000～10000元", 8000, 10_000, "元"),
        ("一至二次", "一至二次", 1, 2, "次"),
        ("三至五万元", "三万至五万元", 30_000, 50_000, "元"),
        ("八千至一万元", "八千至一万元", 8000, 10_000, "元"),
        ("百分之十五至百分之三十", "百分之十五至百分之三十", 15, 30, "%"),
        ("百分之十五至三十", "百分之十五至百分之三十", 15, 30, "%"),
        ("八九人", "八九人", 8, 9, "人"),
        ("两三次", "两三次", 2, 3, "次"),
        ("十五六名", "十五六名", 15, 16, "名"),
        ("二三十人", "二三十人", 20, 30, "人"),
        ("百分之八九", "百分之八九", 8, 9, "%"),
    ],
)
def test_a_range_is_read_and_printed(
    written: str, printed: str, low: int, high: int, unit: str
) -> None:
    quantity = Quantity.parse(written)
    assert str(quantity) == printed
    assert quantity.low == low
    assert quantity.high == high
    assert quantity.unit == unit
    assert quantity.qualifier is Qualifier.RANGE
    assert quantity.number is None
    assert not quantity.is_exact


@pytest.mark.parametrize(
    ("written", "printed", "unit", "status"),
    [
        ("xx人", "若干人", "人", Status.MASKED),
        ("XXX名", "若干名", "名", Status.MASKED),
        ("××人", "若干人", "人", Status.MASKED),
        ("**人", "若干人", "人", Status.MASKED),
        ("若干名", "若干名", "名", Status.MASKED),
        ("若干", "若干", "", Status.MASKED),
        ("xx万元", "若干万元", "元", Status.MASKED),
        ("百分之xx", "若干%", "%", Status.MASKED),
        ("未统计", "未统计", "", Status.NOT_COLLECTED),
        ("人数未统计", "人数未统计", "人", Status.NOT_COLLECTED),
        ("不详", "不详", "", Status.LOST),
        ("户数缺失", "户数不详", "户", Status.LOST),
    ],
)
def test_a_figure_that_is_not_there_is_never_a_number(
    written: str, printed: str, unit: str, status: Status
) -> None:
    quantity = Quantity.parse(written)
    assert str(quantity) == printed
    assert (quantity.unit, quantity.status) == (unit, status)
    assert not quantity
    assert (quantity.number, quantity.low, quantity.high) == (None, None, None)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "人",
        ".46",
        "-3人",
        "约600余份",
        "3余万",
        "八七人",
        "十十人",
        "2名和3名",
        "2名至3户",
        "二至3名",
        "百分之五名",
        "3日内",
        "大约很多",
        "5名" * 100,
        "5\u202e名",
    ],
)
def test_what_is_no_quantity_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValueError, match="is not a quantity; write it like") as refused:
        Quantity.parse(written)
    if written == "约600余份":
        assert str(refused.value) == f"约600余份 is not a quantity; write it like {ALLOWED}"


def test_a_range_that_runs_backwards_is_refused_as_such() -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the text is asserted whole
        Quantity.parse("5-3名")
    assert str(refused.value) == "5-3名 runs backwards: the smaller figure comes first"


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("5名", 5, 5),
        ("600余份", 600, None),
        ("80%以上", 80, None),
        ("2%以下", None, 2),
        ("不足10人", None, 10),
        ("多达21人", 21, 21),
        ("37%左右", None, None),
    ],
)
def test_bounds_are_only_what_the_words_say(
    written: str, low: int | None, high: int | None
) -> None:
    quantity = Quantity.parse(written)
    assert (quantity.low, quantity.high) == (low, high)


def test_nought_is_a_known_figure() -> None:
    assert Quantity.parse("0名")


def test_scaled_figures_are_told_without_an_exponent() -> None:
    assert str(Quantity.parse("1.25万人").number) == "12500"
    assert str(Quantity.parse("0万人").number) == "0"


@pytest.mark.parametrize(
    ("found", "printed"),
    [(87, "87"), (98.5, "98.5"), (0.1, "0.1"), (Decimal("95.0"), "95.0"), ("87名", "87名")],
)
def test_bare_numbers_are_quantities_without_a_unit(found: object, printed: str) -> None:
    assert str(QUANTITY.validate_python(found)) == printed


def test_an_instance_stays_itself() -> None:
    quantity = Quantity.of(5, "名")
    assert QUANTITY.validate_python(quantity) is quantity


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (True, "True"),
        (None, "None"),
        ([5], "[5]"),
        (float("nan"), "NaN"),
        (10**50, "1.00000000000000000000000000000000000000000000000000E+50"),
        (Decimal("1E+999999999"), "1E+999999999"),
        (-5, "-5"),
    ],
)
def test_what_is_no_number_is_an_error_with_its_parts(found: object, shown: str) -> None:
    with pytest.raises(ValidationError) as refused:
        QUANTITY.validate_python(found)
    error = refused.value.errors()[0]
    assert error["type"] == "quantity_parsing"
    assert error["ctx"] == {"found": shown, "allowed": ALLOWED}
    assert error["msg"] == f"{shown} is not a quantity; write it like {ALLOWED}"


def test_the_schema_shows_examples() -> None:
    assert QUANTITY.json_schema() == {
        "type": ["string", "number"],
        "description": (Quantity.__doc__ or "").partition("\n")[0],
        "examples": ALLOWED.split(", "),
    }


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"value": Decimal(5), "unit": "名 和"},
        {"value": Decimal(-5)},
        {"value": Decimal("NaN")},
        {"value": Decimal("1E+999999999")},
        {"value": Decimal(5), "qualifier": Qualifier.RANGE},
        {"value": Decimal(5), "upper": Decimal(6)},
        {"value": Decimal(5), "word": "约"},
        {"value": Decimal(5), "scale": "百"},
        {"value": Decimal(5), "status": Status.MASKED},
        {"value": Decimal(-5), "style": NumeralStyle.CHINESE},
        {"value": Decimal(5), "upper": Decimal(9), "qualifier": Qualifier.RANGE, "word": "邻"},
    ],
)
def test_a_quantity_that_could_not_be_read_back_is_never_built(
    fields: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match=r"is not a quantity|has no Chinese numeral"):
        Quantity(**fields)  # type: ignore[arg-type] # any fields, on purpose


def test_quantities_are_added_and_subtracted_in_one_unit() -> None:
    assert str(Quantity.parse("七十一对").plus(Quantity.parse("2对"))) == "七十三对"
    assert str(Quantity.parse("1.25万人").minus(Quantity.parse("1人"))) == "12499人"


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("5名", "3户", "3户 is not counted in 名"),
        ("5", "3户", "3户 is not counted in a bare number"),
        ("600余名", "3名", "600余名 is not exact"),
        ("5名", "xx名", "若干名 is not exact"),
        ("3名", "5名", "-2 is less than nothing"),
    ],
)
def test_what_cannot_be_reckoned_is_refused(left: str, right: str, reason: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the text is asserted whole
        Quantity.parse(left).minus(Quantity.parse(right))
    assert str(refused.value) == reason


def test_two_ways_of_writing_agree_without_being_equal() -> None:
    chinese, arabic = Quantity.parse("七十一对"), Quantity.parse("71对")
    assert chinese.agrees_with(arabic)
    assert chinese != arabic
    assert not chinese.agrees_with(Quantity.parse("71余对"))


def test_an_error_shows_what_was_written() -> None:
    with pytest.raises(ValueError, match=r"^５－３名 runs backwards"):
        Quantity.parse("５－３名")
