"""The functions a template can call: dates, rates, groups, links, tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from summarykit.compose.language.clauses import rest_of
from summarykit.compose.language.matching import (
    begins,
    ends,
    length_of,
    listed,
    named,
    told,
    type_of,
    unsaid,
)
from summarykit.compose.language.phrasing import (
    acted,
    months,
    titled_person,
    unstopped,
)
from summarykit.compose.language.spans import span, year_of
from summarykit.compose.language.variety import Variety
from summarykit.compose.length.depths import UNSHORTENED, Shortening
from summarykit.compose.outcome.outcome_offers import outcome_offers
from summarykit.compose.outline.assigned import assigned
from summarykit.compose.situation.changes import change_of
from summarykit.compose.situation.rates import portions, rate_of, share_of
from summarykit.compose.situation.stating import stated
from summarykit.compose.situation.totals import total_of
from summarykit.compose.tables.closing import unit_below
from summarykit.compose.tables.record_tables import table_called
from summarykit.compose.views import Missing, Names, Shown, ShownList, View
from summarykit.compose.work.work_offers import WORK_OFFERS
from summarykit.document.markup import Anchor
from summarykit.document.nodes import Table
from summarykit.facts.partitions import Shares
from summarykit.facts.reference import child, item
from summarykit.model import MeasureGroup, YearRecord
from summarykit.model.entity import Entity, Item
from summarykit.model.values import Quantity


class Offer:
    """A function that templates may call."""

    template_callable = True
    __slots__ = ("_function",)

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function

    def __call__(self, *args: object, **kwargs: object) -> object:
        """Return what the function returns."""
        return self._function(*args, **kwargs)


def offers(
    record: YearRecord,
    withheld: frozenset[str] = frozenset(),
    shortening: Shortening = UNSHORTENED,
    shares: Shares = MappingProxyType({}),
) -> dict[str, Offer]:
    """Return the functions for the templates of one record, by name.

    `withheld` are the ids of entries that no template may see; `shortening` says which are
    told in less than full, `shares` which parts have theirs apportioned.
    """
    by_id = _Lazy(record, withheld, shortening, shares)
    functions: Mapping[str, Callable[..., object]] = {
        **_OF_ANY_RECORD,
        **outcome_offers(by_id.find),
        "assigned": partial(assigned, every=tuple(record.programmes)),
        "choose": Variety(record).choose,
        "depth": lambda entity: shortening.depth(_ref(entity)).value,
        "linked": by_id.find,
        "unit_below": partial(unit_below, record),
    }
    return {name: Offer(function) for name, function in functions.items()}


def _ref(entity: object) -> str:
    if not isinstance(entity, View):
        msg = "depth needs an entity"
        raise TypeError(msg)
    return entity.ref


def at(entity: View) -> Anchor:
    """Return the anchor after which blocks take their ids from the entity."""
    return Anchor(entity.ref)


def counted(items: ShownList, unit: str = "") -> Shown | Missing:
    """Return how many entries a list of the record has, as a value: `3项`."""
    if not items:
        return Missing(items.ref)
    quantity = Quantity.of(len(items), unit)
    return Shown(quantity, f"{items.ref}#count", basis=_refs(items))


def _refs(items: ShownList) -> tuple[str, ...]:
    return tuple(one.ref for one in items if isinstance(one, (Shown, View)))


def grouped(measures: Iterable[View], *, every: bool = False) -> tuple[Names, ...]:
    """Return the measures by group, in the order of the domain: `id`, `title`, `measures`.

    Groups without a measure are left out, unless `every` group is asked for.
    """
    found: dict[MeasureGroup, list[View]] = {}
    for measure in measures:
        kind: Any = measure.entity
        found.setdefault(kind.kind.group, []).append(measure)
    return tuple(
        Names(
            {"id": group.value, "title": group.label, "measures": tuple(found.get(group, ()))}
        )
        for group in MeasureGroup
        if every or group in found
    )


def table(name: str, items: Iterable[View], **options: object) -> Table | str:
    """Return the table called `name` of the given entries, or no words when they have none."""
    made = table_called(name)(tuple(items), **options)
    return made if made is not None else ""


_OF_ANY_RECORD: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        **WORK_OFFERS,
        "acted": acted,
        "at": at,
        "begins": begins,
        "change_of": change_of,
        "counted": counted,
        "ends": ends,
        "grouped": grouped,
        "length_of": length_of,
        "listed": listed,
        "months": months,
        "named": named,
        "rate_of": rate_of,
        "rest_of": rest_of,
        "share_of": share_of,
        "span": span,
        "stated": stated,
        "table": lambda name, items, **options: table(str(name), items, **options),
        "titled_person": titled_person,
        "told": told,
        "total_of": total_of,
        "type_of": type_of,
        "unsaid": unsaid,
        "unstopped": unstopped,
        "year_of": year_of,
    }
)
"""The functions that need nothing of a record but what they are given."""


class _Lazy:
    """Finds entities by id; the index is made when the first is asked for."""

    def __init__(
        self,
        record: YearRecord,
        withheld: frozenset[str],
        shortening: Shortening,
        shares: Shares,
    ) -> None:
        self._record = record
        self._withheld = withheld
        self._shortening = shortening
        self._shares = shares
        self._found: dict[str, View] | None = None

    def find(self, ref: object) -> View | Missing:
        """Return the view of the entity that a link names.

        Raises:
            TypeError: It is given something else.
        """
        if not isinstance(ref, Shown | Missing):
            msg = "linked needs a link of the record"
            raise TypeError(msg)
        if self._found is None:
            self._found = self._all()
        name = str(ref)
        found = None if name in self._withheld else self._found.get(name)
        return Missing(ref.ref) if found is None else found

    def _all(self) -> dict[str, View]:
        shares, shortening = self._shares, self._shortening
        found = {v.ref: v for v in _identified(self._record, "", shortening)}
        for count in shares:
            ref = count.rpartition(".")[0]
            if (own := found.get(ref)) is not None:
                told = portions(own.entity, ref, shares)
                found[ref] = View(own.entity, ref, shortening, **told)
        return found


_HOLDERS: Final = (Entity, tuple, dict)
"""What a field may hold that has entities in it; most fields hold none."""


def _identified(entity: Entity, ref: str, shortening: Shortening) -> Iterator[View]:
    if isinstance(entity, Item) and entity.id is not None:
        yield View(entity, ref, shortening)
    for name, value in vars(entity).items():
        if value and isinstance(value, _HOLDERS):
            for below, below_ref in _entities(value, child(ref, name)):
                yield from _identified(below, below_ref, shortening)


def _entities(value: object, ref: str) -> Iterator[tuple[Entity, str]]:
    """Yield the entities that stand in a field, with their references."""
    match value:
        case Entity():
            yield value, ref
        case tuple():
            for index, entry in enumerate(value):
                if isinstance(entry, Entity):
                    yield entry, item(ref, index, entry)
        case dict():
            for key, entry in value.items():
                yield entry, child(ref, key.value)
        case _:
            pass
