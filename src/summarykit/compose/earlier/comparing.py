"""Figures beside those of the period before that no sentence of the situation tells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from summarykit.compose.earlier.seeing import Seen
from summarykit.compose.language.scales import in_one_scale
from summarykit.compose.situation.changes import PER_CENT, change_between
from summarykit.compose.situation.movement import elsewhere
from summarykit.compose.situation.naming import group_name, is_staged
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.diagnostics import PREVIOUS
from summarykit.facts.earlier import Comparable
from summarykit.facts.reference import child
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, VisitCampaign, VisitCoverage
from summarykit.model.organisation import AreaUnit, StaffCount
from summarykit.model.plan import Measure
from summarykit.model.population import EnrolmentFlow, Indicator, Population
from summarykit.model.values import Money, Quantity
from summarykit.packs import Phrase

_KINDS: Final[Mapping[type[Entity], str]] = MappingProxyType(
    {
        Population: "population",
        EnrolmentFlow: "flow",
        Aid: "aid",
        VisitCoverage: "visits",
        Measure: "measure",
        VisitCampaign: "round",
        Activity: "activity",
        StaffCount: "staff",
        AreaUnit: "area",
    }
)
"""What the words for a figure begin with in `terms.compared`; what matters most is first."""
_NAMED_BY: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Aid: ("name", "kind"),
        VisitCampaign: ("name",),
        Measure: ("name", "kind"),
        Activity: ("name",),
        StaffCount: ("kind",),
        AreaUnit: ("kind",),
    }
)
"""The fields that say whose figure it is, of which the first that is given is enough."""
_OF_A_ROUND: Final = len(("home_visits", "campaigns", 0))


def compared(figures: Iterable[Comparable], now: Seen, before: Seen) -> Iterator[Names]:
    """Yield the figures that have changed and that no sentence sets beside their predecessors.

    What matters most comes first. `of` says whose figure it is, `what` which one
    (`aid_amount`), `now` and `before` are the figures, `rate` says whether they are rates, and
    the rest is as in `change_of`. What the reader must not see of either record, and what the
    document has left out, is not there.
    """
    for one in sorted((one for one in figures if one.is_changed), key=_rank):
        entry = now.entry(one.pair.path)
        if entry is None or _is_told(entry):
            continue
        this, earlier = now.figure(one.path), named_previous(before.figure(one.before_path))
        if not this or not isinstance(this, Shown) or not isinstance(earlier, Shown):
            continue
        ref = f"{child(entry.ref, one.field)}#change"
        moved = change_between((_exact(this), _exact(earlier)), ref, (this.ref, earlier.ref))
        if isinstance(moved, Names):
            yield _told(_whose(entry, one, now), one, (this, earlier), moved)


def named_previous(shown: Shown | Missing) -> Shown | Missing:
    """Return a value of the earlier record by the name it has beside this one."""
    if not isinstance(shown, Shown):
        return shown
    basis = tuple(child(PREVIOUS, ref) for ref in shown.basis)
    text = str(shown) if str(shown) != str(shown.value) else None
    return Shown(shown.value, child(PREVIOUS, shown.ref), text, basis)


def _rank(one: Comparable) -> tuple[bool, int]:
    """Return where a figure stands among the others: parts come after every whole."""
    kind = type(one.pair.entity)
    return one.is_part, tuple(_KINDS).index(kind) if kind in _KINDS else 0


def _is_told(entry: View) -> bool:
    """Return whether a sentence tells how the figure has changed, wherever it is."""
    match entry.entity:
        case Indicator():
            return True
        case Population(previous=earlier):
            return earlier is not None
        case _:
            return False


def _exact(shown: Shown) -> Quantity | None:
    value = shown.value.amount if isinstance(shown.value, Money) else shown.value
    return value if isinstance(value, Quantity) and value.is_exact else None


def _told(whose: Phrase, one: Comparable, figures: tuple[Shown, Shown], moved: Names) -> Names:
    names: dict[str, Any] = {name: moved.template_value(name) for name in moved.template_names}
    unit = figures[0].value.unit if isinstance(figures[0].value, Quantity) else ""
    what = f"{_KINDS[type(one.pair.entity)]}_{one.field}"
    now, before, amount = _in_one_unit((*figures, names["amount"]))
    told = {"now": now, "before": before, "amount": amount, "rate": unit == PER_CENT}
    return Names({**names, **told, "of": whose, "what": what})


def _in_one_unit(shown: Sequence[Shown]) -> list[Shown]:
    """Return amounts of money in one unit, 元 or 万元; other figures as they are."""
    figures = [figure for one in shown if (figure := _exact(one)) is not None]
    if not isinstance(shown[0].value, Money) or len(figures) < len(shown):
        return list(shown)
    pairs = zip(shown, figures, in_one_scale(figures), strict=True)
    return [one if said is was else _reworded(one, said) for one, was, said in pairs]


def _reworded(shown: Shown, figure: Quantity) -> Shown:
    if not isinstance(shown.value, Money):
        return Shown(figure, shown.ref, basis=shown.basis)
    text = str(replace(shown.value, amount=figure))
    return Shown(shown.value, f"{shown.ref}#figure", text, shown.basis)


def _whose(entry: View, one: Comparable, now: Seen) -> Phrase:
    match entry.entity:
        case Population():
            return group_name(entry, now.record.organisation.name)
        case EnrolmentFlow():
            return Phrase(_flow(entry, now.record.organisation.name))
        case VisitCoverage():
            return Phrase(_coverage(entry, one, now))
        case entity:
            given = (entry.template_value(name) for name in _NAMED_BY[type(entity)])
            return Phrase([next(value for value in given if value)])


def _flow(entry: View, own: str) -> list[object]:
    """Return of whom a flow is: the unit if it is another one, the stage, the grade."""
    away = elsewhere(entry, own)
    stage = (entry.stage,) if away and entry.stage and not is_staged(entry.entity) else ()
    named = (*((entry.organisation,) if away else ()), *stage, entry.grade)
    return [one for one in named if one]


def _coverage(entry: View, one: Comparable, now: Seen) -> list[object]:
    """Return who was visited, and in which round where there are several."""
    rounds = now.record.home_visits.campaigns if now.record.home_visits else ()
    round_ = now.entry(one.pair.path[:_OF_A_ROUND])
    several = len(rounds) > 1 and round_ is not None
    return [*([round_.name, "中"] if round_ is not None and several else []), entry.group]
