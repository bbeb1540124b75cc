"""How a rate stands to its target and its limit: reached, missed, or only to be named."""

from decimal import Decimal
from typing import Final

from summarykit.compose.language.fields import value_of
from summarykit.compose.language.figures import exact_quantity, known_quantity, number_of
from summarykit.compose.situation.rates import rate_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.model.population import Indicator
from summarykit.model.values import Quantity
from summarykit.model.values.figure_words import Qualifier
from summarykit.model.vocabulary import IndicatorCode

LOW_IS_GOOD: Final = frozenset({IndicatorCode.DROPOUT})
NEITHER: Final = frozenset({IndicatorCode.OTHER, IndicatorCode.GUARDIANSHIP_SHARE})
"""Whether more of these is better is not known: they are compared and not judged."""


def standing_of(indicator: View) -> Names:
    """Return in a word how a rate stands to its `target` and its `limit`; "" without one.

    The target is `met`, `beaten` or `missed`; where more is not better, the rate is `above` or
    `below` it. The limit is `kept` or `broken`. Each is `named` only, when a figure is not
    exact or in another unit, or when nobody knows which way is better.

    Raises:
        TypeError: It is given something else.
    """
    entity = indicator.entity
    if not isinstance(entity, Indicator):
        msg = "standing_of needs an indicator"
        raise TypeError(msg)
    rate = exact_quantity(rate_of(indicator))
    return Names(
        {
            "target": _to_target(rate, indicator.target, entity.code),
            "limit": _to_limit(rate, indicator.limit, entity.code),
        }
    )


def met_as(indicator: View, words: str) -> Shown | Missing:
    """Return `words` as what says the target of an indicator that is just its value.

    达到目标要求 behind 覆盖率为100% says that 100% was asked for, without saying it twice.
    """
    target = value_of(indicator, "target")
    return (
        target
        if isinstance(target, Missing)
        else Shown(target.value, f"{target.ref}#met", words)
    )


def _to_target(rate: Quantity | None, target: object, code: IndicatorCode) -> str:
    aim = known_quantity(target)
    if aim is None:
        return ""
    if rate is None or rate.unit != aim.unit or rate.number is None:
        return "named"
    if aim.is_exact and aim.number is not None:
        return _compared(rate.number, aim.number, code)
    return _within(rate.number, aim)


def _compared(rate: Decimal, aim: Decimal, code: IndicatorCode) -> str:
    if rate == aim:
        return "met"
    if code in NEITHER:
        return "above" if rate > aim else "below"
    return "beaten" if (rate < aim) == (code in LOW_IS_GOOD) else "missed"


def _within(rate: Decimal, aim: Quantity) -> str:
    """Return whether a rate is within a target with a bound: 95%以上, 2%以下, 90%～95%."""
    if aim.low is None and aim.high is None:
        return "named"
    low = aim.low is None or rate >= aim.low
    below = aim.qualifier is Qualifier.LESS_THAN
    high = aim.high is None or rate < aim.high or (rate == aim.high and not below)
    return "met" if low and high else "missed"


def _to_limit(rate: Quantity | None, limit: object, code: IndicatorCode) -> str:
    bound = known_quantity(limit)
    if bound is None:
        return ""
    comparable = rate is not None and bound.is_exact and rate.unit == bound.unit
    if code in NEITHER or not comparable or rate is None:
        return "named"
    stands = _compared(number_of(rate), number_of(bound), code)
    kept = rate == bound or stands in {"met", "beaten"}
    return "kept" if kept else "broken"
