"""Hypothesis strategies for every value a record can hold."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.values.figure_words import (
    ADJACENT,
    AFTER,
    BEFORE,
    INSIDE,
    NumeralStyle,
    Qualifier,
    Status,
)
from summarykit.model.values.frequency_words import ADVERBS, TIMES, Period
from summarykit.model.values.partial_date import Part
from summarykit.model.values.time_limit import Relation

V = TypeVar("V")

UNITS = (
    "",
    "名",
    "人",
    "人次",
    "户",
    "份",
    "对",
    "所",
    "次",
    "%",
    "‰",
    "元",
    "小时",
    "平方米",
    "千克",
)
EVENTS = ("", "开学", "接到通知后", "会前", "发现后", "学期结束", "10月1日起")


def constructible(
    build: Callable[..., V], **fields: st.SearchStrategy[object]
) -> st.SearchStrategy[V]:
    """Return every value of these fields, one by one, that its class does not refuse."""

    def attempt(chosen: dict[str, object]) -> V | None:
        try:
            return build(**chosen)
        except ValueError:
            return None

    return st.fixed_dictionaries(fields).map(attempt).filter(_is_there).map(_present)


def _is_there(value: object) -> bool:
    return value is not None


def _present(value: V | None) -> V:
    assert value is not None
    return value


figures = st.one_of(
    st.integers(0, 200).map(Decimal),
    st.integers(0, 10**12).map(Decimal),
    st.decimals(0, 1000, places=2),
    st.decimals(0, 100, places=1),
    st.integers(1, 999).map(lambda number: Decimal(number * 10_000)),
)
units = st.sampled_from(UNITS)
styles = st.sampled_from(NumeralStyle)
scales = st.sampled_from(["", "", "万", "亿"])

_exact = constructible(Quantity, value=figures, unit=units, style=styles, scale=scales)
_worded = st.sampled_from(["", *BEFORE, *INSIDE, *AFTER]).flatmap(
    lambda word: constructible(
        Quantity,
        value=figures,
        unit=units,
        style=styles,
        scale=scales,
        word=st.just(word),
        qualifier=st.just({**BEFORE, **INSIDE, **AFTER}.get(word, Qualifier.OVER)),
    )
)
_ranges = constructible(
    lambda low, more, **rest: Quantity(value=low, upper=low + more, **rest),
    low=figures,
    more=figures,
    unit=units,
    style=styles,
    scale=scales,
    word=st.sampled_from(["", "至"]),
    qualifier=st.just(Qualifier.RANGE),
)
_adjacent = constructible(
    lambda low, place, unit: Quantity(
        value=Decimal(low * place),
        upper=Decimal((low + 1) * place),
        unit=unit,
        style=NumeralStyle.CHINESE,
        qualifier=Qualifier.RANGE,
        word=ADJACENT,
    ),
    low=st.integers(1, 98),
    place=st.sampled_from([1, 10, 100, 1000, 10_000]),
    unit=units,
)
_without_figure = constructible(
    Quantity,
    unit=units,
    scale=scales,
    status=st.sampled_from([Status.MASKED, Status.LOST, Status.NOT_COLLECTED]),
)
quantities = st.one_of(_exact, _worded, _ranges, _adjacent, _without_figure)
known_quantities = st.one_of(_exact, _worded, _ranges)

amounts = st.one_of(
    constructible(Quantity, value=figures, unit=st.sampled_from(["元", ""]), scale=scales),
    quantities,
)
money = constructible(
    Money,
    amount=amounts,
    per=st.lists(
        st.sampled_from(["每年", "每人", "人均", "每生", "每天", "每学期"]), max_size=2
    ).map(tuple),
    compact=st.booleans(),
)

partial_dates = constructible(
    PartialDate,
    year=st.none() | st.integers(1800, 2199),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31),
    part=st.none() | st.sampled_from(Part),
    year_pattern=st.sampled_from(["", "", "20XX", "202X", "XXXX"]),
    hour=st.none() | st.none() | st.integers(0, 23),
    minute=st.none() | st.none() | st.integers(1, 59),
)

times_a_period = st.one_of(
    st.sampled_from(
        ["一次", "1次", "至少一次", "一至二次", "两三次", "不少于2次", "一次以上", "一封信"]
    ),
    st.integers(1, 99).map(lambda number: f"{number}次"),
).map(Quantity.parse)
frequencies = constructible(
    Frequency,
    per=st.none() | st.sampled_from(Period),
    every=st.sampled_from([1, 1, 1, 2, 3, 4, 12]),
    count=st.none() | times_a_period,
    action=st.sampled_from(["", "", "谈心", "召开", "家访", "电话联系"]),
    days=st.just(()) | st.sets(st.integers(1, 7)).map(lambda days: tuple(sorted(days))),
    times=st.just(()) | st.lists(st.sampled_from(TIMES), max_size=3).map(tuple),
    months=st.just(()) | st.sets(st.integers(1, 12)).map(lambda days: tuple(sorted(days))),
    each=st.sampled_from([False, False, True]),
    adverb=st.sampled_from(["", "", "", *ADVERBS]),
)

lengths = constructible(
    Quantity,
    value=st.integers(1, 99).map(Decimal) | st.just(Decimal("0.5")),
    unit=st.sampled_from(["天", "日", "周", "个月", "个工作日", "小时", "年"]),
    style=styles,
)
time_limits = constructible(
    TimeLimit,
    relation=st.sampled_from(Relation),
    event=st.sampled_from(EVENTS),
    length=st.none() | lengths,
    moment=st.sampled_from(["", "", "当天", "次日", "立即"]),
)

values = st.one_of(quantities, money, partial_dates, frequencies, time_limits)
