import pytest
from pydantic import TypeAdapter, ValidationError

from summarykit.model.values import Money
from summarykit.model.values.money import Basis, MoneyPeriod

MONEY: TypeAdapter[Money] = TypeAdapter(Money)


@pytest.mark.parametrize(
    ("written", "printed", "yuan", "basis", "period"),
    [
        ("4600元", "4600元", "4600", Basis.TOTAL, None),
        ("4600.50元", "4600.50元", "4600.50", Basis.TOTAL, None),
        ("450万元", "450万元", "4500000", Basis.TOTAL, None),
        ("1.2亿元", "1.2亿元", "120000000", Basis.TOTAL, None),
        ("七百五十元", "七百五十元", "750", Basis.TOTAL, None),
        ("¥4600", "4600元", "4600", Basis.TOTAL, None),
        ("人民币4600元", "4600元", "4600", Basis.TOTAL, None),
        ("每年每人750元", "每年每人750元", "750", Basis.PER_HEAD, MoneyPeriod.YEAR),
        ("每生每天5元", "每生每天5元", "5", Basis.PER_HEAD, MoneyPeriod.DAY),
        ("5元/生·天", "5元/生·天", "5", Basis.PER_HEAD, MoneyPeriod.DAY),
        ("5元/生/天", "5元/生·天", "5", Basis.PER_HEAD, MoneyPeriod.DAY),
        ("4600元/人", "4600元/人", "4600", Basis.PER_HEAD, None),
        ("人均120元", "人均120元", "120", Basis.PER_HEAD, None),
        ("每户200元", "每户200元", "200", Basis.PER_HOUSEHOLD, None),
        ("每学期500元左右", "每学期500元左右", "500", Basis.TOTAL, MoneyPeriod.TERM),
        ("约5万元", "约5万元", "50000", Basis.TOTAL, None),
        ("10余万元", "10余万元", "100000", Basis.TOTAL, None),
    ],
)
def test_an_amount_is_read_and_printed_as_written(
    written: str, printed: str, yuan: str, basis: Basis, period: MoneyPeriod | None
) -> None:
    money = Money.parse(written)
    assert str(money) == printed
    assert str(money.yuan) == yuan
    assert (money.basis, money.period, money.unit_lost) == (basis, period, False)
    assert money


@pytest.mark.parametrize(("written", "printed"), [("450万", "450万"), ("4600", "4600")])
def test_a_lost_unit_is_kept_lost_and_told(written: str, printed: str) -> None:
    money = Money.parse(written)
    assert str(money) == printed
    assert money.unit_lost
    assert money.yuan is None


def test_a_range_of_money_has_bounds_and_no_single_figure() -> None:
    money = Money.parse("1000—9999元")
    assert str(money) == "1000～9999元"
    assert money.amount.low == 1000
    assert money.amount.high == 9999
    assert money.yuan is None


@pytest.mark.parametrize(
    ("written", "printed"),
    [("xx元", "若干元"), ("未统计", "未统计"), ("金额不详", "不详"), ("若干万元", "若干万元")],
)
def test_an_amount_that_is_not_there_is_no_lost_unit(written: str, printed: str) -> None:
    money = Money.parse(written)
    assert str(money) == printed
    assert not money
    assert not money.unit_lost
    assert money.yuan is None


@pytest.mark.parametrize(
    "written",
    [
        "",
        "5%",
        "4600人",
        "每人每人5元",
        "每年每人5元/人",
        "若干人",
        "很多元",
        "元",
        "每年每月5元",
    ],
)
def test_what_is_no_amount_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MONEY.validate_python(written)
    error = refused.value.errors()[0]
    assert error["type"] == "money_parsing"
    assert error["msg"] == (
        f"{written} is not an amount of money; "
        "write it like 4600元, 450万元, 每年每人750元, 1000～9999元"
    )


def test_a_bare_number_is_an_amount_whose_unit_is_lost() -> None:
    assert MONEY.validate_python(4600).unit_lost
    assert str(MONEY.validate_python(12.5)) == "12.5"
    assert MONEY.json_schema()["type"] == ["string", "number"]
