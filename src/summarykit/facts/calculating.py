"""How a computed figure comes from figures of the record: the sum a reader can do again.

A printed fact says what it is computed from and how (`document.nodes.Fact`); here the sum is
done a second time, from the record alone, so that a test can hold the two against one another
and a person can be shown the way: `87名 ÷ 612名 × 100% ≈ 14.2%`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final, assert_never

from summarykit.diagnostics import Message, Path, message
from summarykit.facts.indexing import FactIndex
from summarykit.l10n import numbers
from summarykit.model.values import Money, Quantity

_HUNDRED: Final = Decimal(100)
_PLACES: Final = 1
"""With how many decimals rates are printed; they are rounded once, half up, or apportioned."""


class Formula(StrEnum):
    """What is done with the operands, in their order."""

    RATE = "rate"
    """The first over the second, in per cent."""
    CHANGE = "change"
    """By how much the first differs from the second; of two rates in 个百分点."""
    CHANGE_RATE = "change_rate"
    """By how much the first differs from the second, in per cent of the second."""
    SUM = "sum"
    """All together."""
    COUNT = "count"
    """How many entries there are."""


_FORMULAS: Final[Mapping[str, Formula]] = MappingProxyType(
    {
        "computed": Formula.RATE,
        "share": Formula.RATE,
        "change": Formula.CHANGE,
        "change_rate": Formula.CHANGE_RATE,
        "sum": Formula.SUM,
        "count": Formula.COUNT,
    }
)


_COUNTS: Final = MappingProxyType(
    {"computed": ("numerator", "denominator"), "share": ("visited", "total")}
)
"""The counts of an indicator that its rate is computed from, and those of a round of visits."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that another one is computed from."""

    ref: str
    """What it is called, as in `facts.index`; of an entry that is counted, its reference."""
    text: str
    """The figure as the record has it, or as it is computed in turn; none of an entry."""
    number: Decimal
    """What it counts for; an entry counts for 1."""
    path: Path = ()
    """Where the record has it; empty where it is computed in turn, or an entry."""
    calculation: "Calculation | None" = None
    """How it is computed, where the record does not give it."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """How one figure is computed; `result` is rounded as it is printed, in single units."""

    formula: Formula
    operands: tuple[Operand, ...]
    result: Decimal
    is_apportioned: bool = False
    """Whether it is a share that is rounded otherwise than singly; see `facts.partitions`."""

    def spelled(self, printed: str) -> str:
        """Return the sum as it is written down: `87名 ÷ 612名 × 100% ≈ 14.2%`.

        `printed` is how the result is printed, with its unit.
        """
        texts = [one.text or one.ref for one in self.operands]
        numbers_ = [one.number for one in self.operands]
        match self.formula:
            case Formula.RATE:
                return f"{texts[0]} ÷ {texts[1]} × 100% {self._sign(*numbers_)} {printed}"
            case Formula.CHANGE:
                less = "−" if numbers_[0] < numbers_[1] else ""
                return f"{texts[0]} − {texts[1]} = {less}{printed}"
            case Formula.CHANGE_RATE:
                new, old = numbers_
                sign = self._sign(abs(new - old), old)
                return f"|{texts[0]} − {texts[1]}| ÷ {texts[1]} × 100% {sign} {printed}"
            case Formula.SUM:
                return f"{' + '.join(texts)} = {printed}"
            case Formula.COUNT:
                return f"{'、'.join(texts)}：{printed}"
            case _:
                assert_never(self.formula)

    def noted(self, printed: str) -> Message | None:
        """Return the sum with how its result is rounded, where that needs to be said."""
        if not self.is_apportioned:
            return None
        return message(
            "{sum} (rounded by largest remainders, so that the shares add up to 100%)",
            sum=self.spelled(printed),
        )

    def _sign(self, above: Decimal, below: Decimal) -> str:
        return "=" if above * _HUNDRED == self.result * below else "≈"


def calculation(ref: str, basis: tuple[str, ...], known: FactIndex) -> Calculation | None:
    """Return how the fact called `ref` is computed from `basis`, or None if it is not.

    None, too, where the record does not hold what the sum needs: masked figures, 0 below a
    line. `known` is the index of the record.
    """
    how = ref.partition("#")[2]
    formula = _FORMULAS.get(how)
    if formula is None or not basis:
        return None
    if formula is Formula.COUNT:
        entries = tuple(Operand(name, "", Decimal(1)) for name in basis)
        return Calculation(formula, entries, Decimal(len(entries)))
    operands = tuple(_operand(name, known) for name in basis)
    whole = tuple(one for one in operands if one is not None)
    if len(whole) < len(operands):
        return None
    share = known.apportioned(basis) if formula is Formula.RATE else None
    if share is not None:
        return Calculation(formula, whole, share, is_apportioned=True)
    result = _DONE[formula](tuple(one.number for one in whole))
    return None if result is None else Calculation(formula, whole, result)


def stand_in(ref: str, known: FactIndex) -> Calculation | None:
    """Return how the figure that stands in for a fact of the record is computed, if it is."""
    source = known.source(ref)
    found = _operand(source, known) if source != ref else None
    return None if found is None else found.calculation


def _operand(name: str, known: FactIndex) -> Operand | None:
    ref = known.source(name)
    bare, _, how = ref.partition("#")
    if how:  # a rate from its counts, which stand beside it
        home = bare.rpartition(".")[0]
        counts = (f"{home}.{name}" for name in _COUNTS.get(how, _COUNTS["computed"]))
        inner = calculation(ref, tuple(counts), known)
        if inner is None:
            return None
        text = numbers.percent(inner.result)
        return Operand(ref, text, inner.result, calculation=inner)
    if bare not in known:
        return None
    fact = known[bare]
    number = _number(fact.value)
    return None if number is None else Operand(ref, str(fact), number, fact.path)


def _number(value: object) -> Decimal | None:
    match value:
        case Money():
            return value.amount.number
        case Quantity():
            return value.number
        case _:
            return None


def _rate(figures: tuple[Decimal, ...]) -> Decimal | None:
    above, below = figures
    return numbers.rate(above, below, _PLACES) if below else None


def _change(figures: tuple[Decimal, ...]) -> Decimal:
    later, earlier = figures
    return abs(later - earlier)


def _change_rate(figures: tuple[Decimal, ...]) -> Decimal | None:
    return _rate((_change(figures), figures[1]))


def _sum(figures: tuple[Decimal, ...]) -> Decimal:
    return sum(figures, Decimal(0))


_DONE: Final[Mapping[Formula, Callable[[tuple[Decimal, ...]], Decimal | None]]] = (
    MappingProxyType(
        {
            Formula.RATE: _rate,
            Formula.CHANGE: _change,
            Formula.CHANGE_RATE: _change_rate,
            Formula.SUM: _sum,
        }
    )
)
