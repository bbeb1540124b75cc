"""How enrolment moved: who came, who went, and whether the figures close."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.figures import exact_quantity
from summarykit.compose.situation.sums import difference, sum_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.model.population import EnrolmentFlow
from summarykit.model.values import Quantity

GAINS: Final = ("newly_enrolled", "transferred_in", "returned", "other_in")
LOSSES: Final = ("graduated", "transferred_out", "dropped_out", "suspended", "other_out")
LEFT_NOBODY: Final = "dropped_out"
"""That nobody dropped out is worth saying."""
FEW: Final = 2
"""So many movements fit into one sentence with the opening and the closing count."""

HEADS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "opening": "期初",
        "newly_enrolled": "新入学",
        "transferred_in": "转入",
        "returned": "复学",
        "other_in": "其他增加",
        "graduated": "毕业",
        "transferred_out": "转出",
        "dropped_out": "辍学",
        "suspended": "休学",
        "other_out": "其他减少",
        "exempt": "免学缓学",
        "closing": "期末",
    }
)
"""The fields of a flow in the order in which a table has them: opening, in, out, closing."""

SCOPES: Final[Mapping[str, str]] = MappingProxyType(
    {"organisation": "单位", "stage": "学段", "grade": "年级"}
)
"""What flows are told apart by."""


def movement(flows: Iterable[View], own: str) -> Names:
    """Return the flows in the order of the telling: that of the `whole`, then its `parts`.

    The whole is the flow of `own`, the organisation that writes, and of no grade; stages that
    stand beside one another are parts. `tabled` says that the parts make a table, for they are
    several; `same_time` that all flows run between the
    same dates, `by` what the parts are told apart by.
    """
    whole, parts = whole_and_parts(flows, own)
    rows = (*((whole,) if whole else ()), *parts)
    return Names(
        {
            "whole": moved(whole) if whole else Missing("enrolment_flow"),
            "parts": tuple(moved(flow) for flow in parts),
            "rows": rows,
            "tabled": len(parts) > 1,
            "same_time": same_times(rows),
            "by": scope_of(parts),
        }
    )


def whole_and_parts(flows: Iterable[View], own: str) -> tuple[View | None, tuple[View, ...]]:
    """Return the flow of the whole of `own`, if there is one, and the others."""
    told = [flow for flow in flows if _is_flow(flow) and _moves(flow)]
    whole = _whole(told, own)
    return whole, tuple(flow for flow in told if flow != whole)


def same_times(flows: Iterable[View]) -> bool:
    """Return whether all flows run between the same dates."""
    return len({(str(flow.start or ""), str(flow.end or "")) for flow in flows}) == 1


def scope_of(flows: Sequence[View]) -> str:
    """Return what all flows are told apart by: 年级; nothing when it is several things."""
    by = [SCOPES[name] for name in SCOPES if all(getattr(flow, name) for flow in flows)]
    return by[0] if flows and len(by) == 1 else ""


def moved(flow: View) -> Names:
    """Return one flow for a sentence: `gains` and `losses` with `key` and `count`, and sums.

    `gained`, `lost` and `net` are there when all figures are exact and the flow closes with
    them. Who is suspended may stay on the roll: then they are `apart`, as are those exempt.
    `none` are the movements of nobody, drop-out first; `none_alike` says that they are several
    and written alike, so that their 0名 need be told only once.
    """
    gains, losses = _counted(flow, GAINS), _counted(flow, LOSSES)
    apart = _counted(flow, ("exempt",))
    if _stays(flow, gains, losses):
        apart = (*(one for one in losses if one[0] == "suspended"), *apart)
        losses = tuple(one for one in losses if one[0] != "suspended")
    closes = _closes(flow, gains, losses)
    nobody = _nobody(flow)
    return Names(
        {
            "flow": flow,
            "gains": _listed(gains),
            "losses": _listed(losses),
            "apart": _listed(apart),
            "none": _listed(nobody),
            "none_alike": len(nobody) > 1 and len({str(count) for _, count in nobody}) == 1,
            "gained": _sum(gains, closes=closes),
            "lost": _sum(losses, closes=closes),
            "net": difference(flow.closing, flow.opening, f"{flow.ref}.closing#change"),
            "grew": _figure(flow.closing) > _figure(flow.opening),
            "few": len(gains) + len(losses) + len(apart) <= FEW,
        }
    )


def nobody_as(count: Shown, words: str) -> Shown:
    """Return `words` as what says a movement of nobody, behind which its figure is told once.

    辍学、转入均为0名: each name stands for the figure of its own.
    """
    return Shown(count.value, f"{count.ref}#nobody", str(words))


Count = tuple[str, Shown]


def _counted(flow: View, names: Iterable[str]) -> tuple[Count, ...]:
    """Return the movements of anybody, with what they are called."""
    known = ((name, getattr(flow, name)) for name in names)
    return tuple((n, v) for n, v in known if isinstance(v, Shown) and v and _figure(v) != 0)


def _nobody(flow: View) -> tuple[Count, ...]:
    order = (LEFT_NOBODY, *GAINS, *(name for name in LOSSES if name != LEFT_NOBODY), "exempt")
    known = ((name, getattr(flow, name)) for name in order)
    return tuple((n, v) for n, v in known if isinstance(v, Shown) and v and _figure(v) == 0)


def _listed(counts: Iterable[Count]) -> tuple[Names, ...]:
    return tuple(Names({"key": name, "count": count}) for name, count in counts)


def _sum(counts: Sequence[Count], *, closes: bool) -> Shown | Missing:
    """Return the sum of several movements, if the flow closes with it."""
    if not closes or len(counts) <= 1:
        return Missing("enrolment_flow")
    return sum_of(count for _, count in counts)


def _closes(flow: View, gains: Iterable[Count], losses: Iterable[Count]) -> bool:
    counts = [count for _, count in (*gains, *losses)]
    exact = all(exact_quantity(value) for value in (flow.opening, flow.closing, *counts))
    came, went = (sum((_figure(c) for _, c in side), Decimal()) for side in (gains, losses))
    return exact and _figure(flow.opening) + came - went == _figure(flow.closing)


def _stays(flow: View, gains: Iterable[Count], losses: tuple[Count, ...]) -> bool:
    """Return whether the flow closes only with those who are suspended still on the roll."""
    others = tuple(one for one in losses if one[0] != "suspended")
    return len(others) < len(losses) and _closes(flow, gains, others)


def _figure(value: object) -> Decimal:
    match value:
        case Shown(value=Quantity() as quantity) if quantity.number is not None:
            return quantity.number
        case _:
            return Decimal(-1)


def _is_flow(flow: View) -> bool:
    return isinstance(flow.entity, EnrolmentFlow)


def _whole(flows: Iterable[View], own: str) -> View | None:
    """Return the one flow of all: of no grade or other unit, nor of one stage of several."""
    wholes = [flow for flow in flows if not flow.grade and not elsewhere(flow, own)]
    plain = [flow for flow in wholes if not flow.stage]
    found = plain if len(plain) == 1 else wholes
    return found[0] if len(found) == 1 else None


def elsewhere(flow: View, own: str) -> bool:
    """Return whether a flow is of another unit than `own`, the organisation that writes."""
    return bool(flow.organisation) and str(flow.organisation) != own


def _moves(flow: View) -> bool:
    return any(getattr(flow, name) for name in HEADS)
