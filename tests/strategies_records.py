"""Hypothesis strategies for records: any field of the model, any value people would write.

Records are made from the declarations of the model, so that a new field is in them at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from random import Random
from typing import Any, Final, Literal, get_args, get_origin

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

import strategies_values as values
from strategies_documents import AWKWARD, texts
from summarykit.model import YearRecord
from summarykit.model.added import OUR_OWN, Vocabulary
from summarykit.model.catalogue import load_catalogue
from summarykit.model.entity import Entity, Item, LinksTo
from summarykit.model.organisation import Organisation, Period
from summarykit.model.plan import Policy
from summarykit.model.record import Attachment, Programme
from summarykit.model.values import Frequency, Money, PartialDate, Quantity, TimeLimit
from summarykit.model.vocabulary import ProgrammeKind

Strategy = st.SearchStrategy[Any]
Data = dict[str, Any]

FIELDS: Final = (0, 6)
"""So many fields of an entity are filled in beside those it needs; each of them, in time."""
LISTS: Final = (3, 6)
"""So many fields of a record and of a programme are."""


ODD: Final = 50
"""So many values of each class are drawn beside the common ones, once for all records."""


# Any value there is, but mostly common ones. A record has many values, and to find one that its
# class takes needs many attempts: drawn one by one in a record, nearly all records would grow
# larger than what Hypothesis draws, and be thrown away.
def _mostly(common: tuple[str, ...], rest: Strategy) -> Strategy:
    usual = st.sampled_from(common)
    return st.one_of(usual, usual, usual, usual, st.sampled_from(_drawn(rest)))


def _drawn(values: Strategy) -> list[object]:
    """Return `ODD` values of a strategy, always the same ones."""
    found: list[object] = []

    @settings(
        max_examples=ODD,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(values)
    def draw(value: object) -> None:
        found.append(value)

    draw()
    return found


words = _mostly(
    (
        *(
            "班主任",
            "家长",
            "德育处",
            "青石镇妇联",
            "领导小组",
            "留守儿童",
            "困难学生",
            "六年级",
        ),
        *("谈心", "家访和电话联系", "学习辅导", "按时到校，认真听课", "每班3名教师与学生结对"),
        *("建立台账，按月核对。", "开学初召开部署会", "“五必访”", "《家访制度》", "由学校负责"),
        *AWKWARD,
    ),
    texts,
)
quantities = _mostly(
    ("87名", "600余份", "八九人", "1～2名", "37%左右", "若干人", "0名"), values.quantities
)
money = _mostly(("1.2万元", "500元", "450万元"), values.money)
dates = _mostly(("2024-03-01", "2023-09", "2024", "9月", "2024年春季"), values.partial_dates)
frequencies = _mostly(("每周一次", "每学期至少一次", "经常"), values.frequencies)
time_limits = _mostly(("开学一个月内", "发现后当天", "提前两周"), values.time_limits)

_OF_A_CLASS: Final[Mapping[type, Strategy]] = {
    str: words,
    bool: st.booleans(),
    Quantity: quantities,
    Money: money,
    PartialDate: dates,
    Frequency: frequencies,
    TimeLimit: time_limits,
}
_OF_A_FIELD: Final[Mapping[tuple[type[Entity], str], Strategy]] = {
    (Attachment, "columns"): st.just(["甲", "乙"]),
    (Attachment, "rows"): st.lists(
        st.lists(st.one_of(st.just(""), words), max_size=3), max_size=2
    ),
    (Policy, "catalogue"): st.sampled_from([one.id for one in load_catalogue().documents]),
}
"""Fields whose declaration does not say what may stand in them."""
_HALF: Final = 0.5
NOBODY: Final = "nobody"
"""An id that no entity has, in a link that cannot be left out."""
_NOT_DRAWN: Final = ("id", "summarykit", "organisation", "period", "programmes")


class _Drawing:
    """One record being drawn: which fields it fills in is random, what stands in them drawn.

    Hypothesis alone would mostly draw small records, in which most fields are never seen.
    """

    def __init__(self, draw: st.DrawFn, random: Random, vocabulary: Vocabulary) -> None:
        self._draw = draw
        self._random = random
        self._vocabulary = vocabulary

    def entity(self, kind: type[Entity]) -> Data:
        """Return the data of an entity: what it needs, and some of its other fields."""
        needed, others = _fields(kind)
        least, most = LISTS if kind in (YearRecord, Programme) else FIELDS
        count = self._random.randint(min(least, len(others)), min(most, len(others)))
        chosen = [*needed, *self._random.sample(others, count)]
        return {name: self.field(kind, name) for name in chosen}

    def field(self, kind: type[Entity], name: str) -> Any:  # noqa: ANN401 - plain data
        """Return what stands in a field."""
        if (kind, name) in _OF_A_FIELD:
            return self._draw(_OF_A_FIELD[kind, name])
        info = kind.model_fields[name]
        return NOBODY if _targets(info) else self._value(info.annotation)

    def _value(self, annotation: Any) -> Any:  # noqa: ANN401 - a type, and plain data
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is tuple:
            return [self._value(args[0]) for _ in range(self._random.randint(1, 2))]
        if origin is Literal:
            return self._random.choice(args)
        if origin is not None:  # Annotated, or a union with None
            return self._value(next(arg for arg in args if arg is not type(None)))
        if annotation in _OF_A_CLASS:
            return self._draw(_OF_A_CLASS[annotation])
        if issubclass(annotation, Entity):
            return self.entity(annotation)
        return self._random.choice(self._choices(annotation))

    def _choices(self, kind: type[Enum]) -> Sequence[object]:
        """Return our own choices, or half the time what is added to them, few as that is."""
        added = self._vocabulary.added(kind)
        return added if added and self._random.random() < _HALF else [*kind]


@cache
def _fields(kind: type[Entity]) -> tuple[list[str], list[str]]:
    """Return the fields that an entity needs, and the others; ids and links come later."""
    fields = kind.model_fields
    needed = [name for name, info in fields.items() if info.is_required()]
    drawn = (name for name in fields if kind is not YearRecord or name not in _NOT_DRAWN)
    others = [n for n in drawn if n not in (*needed, "id") and not _targets(fields[n])]
    return (needed if kind is not YearRecord else []), others


@st.composite
def records(draw: st.DrawFn, vocabulary: Vocabulary = OUR_OWN) -> YearRecord:
    """Return a record with at least one programme; in half of them entities have ids and links.

    Links lead to entities of the right classes. The kinds that `vocabulary` adds are in many.
    """
    drawing = _Drawing(draw, draw(st.randoms(use_true_random=True)), vocabulary)
    kinds = draw(st.lists(st.sampled_from(ProgrammeKind), min_size=1, max_size=2, unique=True))
    kinds = [*vocabulary.added_programmes, *kinds][:2]
    data: Data = {
        **drawing.entity(YearRecord),
        "organisation": drawing.entity(Organisation),
        "period": drawing.entity(Period),
        "programmes": {kind: drawing.entity(Programme) for kind in kinds},
    }
    if draw(st.booleans()):
        _link(draw, data)
    return YearRecord.model_validate(data)


def _link(draw: st.DrawFn, data: Data) -> None:
    """Give every entity an id, and some of them links."""
    found = list(entries_in(YearRecord, data))
    ids: dict[str, list[str]] = {}
    for number, (kind, entry) in enumerate(found):
        if issubclass(kind, Item):
            entry["id"] = f"e{number}"
            ids.setdefault(kind.__name__, []).append(entry["id"])
    for kind, entry in found:
        for name, targets in link_fields(kind):
            known = [one for target in targets for one in ids.get(target, ())]
            needed = kind.model_fields[name].is_required()
            if known and (needed or draw(st.booleans())):
                entry[name] = draw(st.sampled_from(known))


def entries_in(kind: type[Entity], data: Data) -> Iterator[tuple[type[Entity], Data]]:
    """Yield the classes and the data of an entity and of all below it."""
    yield kind, data
    for name, value in data.items():
        inner = _entity_class(kind.model_fields[name].annotation)
        listed = value.values() if name == "programmes" and kind is YearRecord else value
        for one in listed if isinstance(listed, list) or listed is not value else [listed]:
            if inner is not None and isinstance(one, dict):
                yield from entries_in(inner, one)


def _entity_class(annotation: Any) -> type[Entity] | None:  # noqa: ANN401 - as above
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        return annotation
    found = (_entity_class(arg) for arg in get_args(annotation))
    return next((kind for kind in found if kind is not None), None)


@cache
def link_fields(kind: type[Entity]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields that hold ids, and the classes of what they may belong to."""
    found = ((name, _targets(info)) for name, info in kind.model_fields.items())
    return tuple((name, targets) for name, targets in found if targets)


def _targets(info: FieldInfo) -> tuple[str, ...]:
    return tuple(_marked((*info.metadata, info.annotation)))


def _marked(parts: Any) -> Iterator[str]:  # noqa: ANN401 - whatever stands beside a type
    for part in parts:
        if isinstance(part, LinksTo):
            yield from part.kinds
        else:
            yield from _marked((*getattr(part, "__metadata__", ()), *get_args(part)))
