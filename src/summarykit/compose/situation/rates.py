"""Rates as a template sees them; a computed one has the same decimals all over a document."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from summarykit.compose.views import Missing, Shown, View
from summarykit.facts import rate as rate_from
from summarykit.facts import share
from summarykit.facts.partitions import PARTS, Shares
from summarykit.facts.reference import child
from summarykit.l10n import numbers
from summarykit.model.entity import Entity
from summarykit.model.population import Indicator
from summarykit.model.values import Quantity

WHOLE: Final = (0, 100)
LEAST_WHOLE: Final = 10
"""Of fewer people a share is told by their count: 2 of 7 is no statistic."""


class Portion(Shown):
    """A count that is a part of a partition and has another share than if rounded singly."""

    __slots__ = ("shares",)

    def __init__(self, count: Quantity, ref: str, shares: Mapping[str, Decimal]) -> None:
        super().__init__(count, ref)
        self.shares = shares
        """Its share in per cent, by the reference of the whole."""


def portions(entity: Entity, ref: str, shares: Shares) -> dict[str, Portion]:
    """Return the field of an entity whose share is among those that are apportioned, by name.

    `shares` are those of the record that are not what they would be if rounded singly.
    """
    name = PARTS.get(type(entity)) if shares else None
    if name is None:
        return {}
    own = child(ref, name)
    return {name: Portion(getattr(entity, name), own, shares[own])} if own in shares else {}


def _apportioned(part: object, whole: str) -> Quantity | None:
    share = part.shares.get(whole) if isinstance(part, Portion) else None
    return None if share is None else Quantity.parse(numbers.percent(share))


def rate_of(indicator: View) -> Shown | Missing:
    """Return the rate of an indicator: as stated, else computed from its counts."""
    entity = indicator.entity
    if not isinstance(entity, Indicator):
        msg = "rate_of needs an indicator"
        raise TypeError(msg)
    ref = child(indicator.ref, "value")
    value = rate_from(entity)
    if value is None:
        return Missing(ref)
    if entity.value is not None:
        return Shown(value, ref)
    basis = (child(indicator.ref, "numerator"), child(indicator.ref, "denominator"))
    share = _apportioned(indicator.template_value("numerator"), basis[1])
    return _computed(share or value, f"{ref}#computed", basis)


def share_of(part: object, whole: object) -> Shown | Missing:
    """Return the share of one count in another, in per cent; nothing of very few people."""
    match part, whole:
        case Shown(value=Quantity() as some), Shown(value=Quantity() as most):
            value = _apportioned(part, whole.ref) or share(some, most)
            few = most.number is None or most.number < LEAST_WHOLE
            ref = f"{part.ref}#share"
            if value is None or few:
                return Missing(ref)
            return _computed(value, ref, (part.ref, whole.ref))
        case _:
            return Missing("population#share")


def _computed(rate: Quantity, ref: str, basis: tuple[str, ...]) -> Shown:
    """Return a rate with one decimal, as all are: 8.0%; only 0% and 100% need none."""
    bare = rate.number is None or rate.number in WHOLE
    return Shown(rate, ref, None if bare else f"{rate.number:.1f}{rate.unit}", basis)
