"""Counts of what does not come in halves: 87.5名 is a slip."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model.values import Quantity

# The units that are counted whole; 元, 米, 小时, %, 吨 and whatever else is measured are not.
_WHOLE: Final = frozenset(
    "名人位户对个份台间本册条件次场张套所辆棵家封篇门例期部处枚座把只队组届"
) | {
    "人次",
    "户次",
    "名次",
    "班次",
    "场次",
}
# 平均每位教师结对 2.5名: an average has a fraction, and what an indicator asks for may be one.
_AVERAGES: Final = frozenset(
    {
        "per_class",
        "per_mentor",
        "each",
        "value",
        "target",
        "baseline",
        "limit",
        "at_least",
        "at_most",
        "equals",
    }
)


def check_whole_numbers(found: Survey) -> Iterator[Finding]:
    """Return every exact count with a fraction, of what is counted whole."""
    for _, value, path in found.facts:
        if type(value) is not Quantity or value.value is None or value.unit not in _WHOLE:
            continue
        if value.is_exact and value.value % 1 and path[-1] not in _AVERAGES:
            yield Finding(
                Severity.ERROR,
                Code.WRONG_VALUE,
                message("{found} is not a whole number", found=value),
                Place(path=path),
                message("{unit} is counted whole", unit=value.unit),
            )
