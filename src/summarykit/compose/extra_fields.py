"""The facts beyond the model that a pack knows by name: typed, and missed where due."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from summarykit.compose.belonging import is_told_by
from summarykit.compose.views import Missing, Names, Shown, ShownList, View
from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.facts import declared_value
from summarykit.facts.reference import child
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.record import ExtraFact
from summarykit.packs import ExtraField

Fields = Mapping[str, ExtraField]


def typed(record: YearRecord, fields: Fields) -> YearRecord:
    """Return the record with what a pack declares of its extra facts: types, programmes.

    A fact that names its programmes keeps them.
    """
    known = {fact.name: declared_as(fact, fields) for fact in record.extra}
    if not any(known.values()):
        return record
    extra = (_typed(fact, known[fact.name]) for fact in record.extra)
    return record.model_copy(update={"extra": tuple(extra)})


def _typed(fact: ExtraFact, declared: ExtraField | None) -> ExtraFact:
    if declared is None:
        return fact
    own = fact.programmes or declared.programmes
    return fact.model_copy(update={"type": declared.type, "programmes": own})


def declared_as(fact: object, fields: Fields) -> ExtraField | None:
    """Return what a pack declares of a fact by the name that it has in the record, if any."""
    if not isinstance(fact, ExtraFact) or not fields:
        return None
    by_name = (one for one in fields.values() if one.name == fact.name)
    return fields.get(fact.name) or next(by_name, None)


def is_internal(fact: object, fields: Fields) -> bool:
    """Return whether a fact is for the bureau alone."""
    declared = declared_as(fact, fields)
    return declared is not None and declared.internal


def required_names(fields: Fields) -> Iterator[str]:
    """Yield the names under which a record may give the facts that a pack requires."""
    for key, declared in fields.items():
        if declared.required:
            yield from (key, declared.name)


def told_fields(
    extra: ShownList, fields: Fields, unmentioned: frozenset[str] = frozenset()
) -> tuple[Names, ShownList]:
    """Return the extra facts that a pack knows, by the names of its templates, and the others.

    Of several of one name the first is told by name. Those that no template mentions
    (`unmentioned`, by the references of their values) are among the others, too: marked as
    `declared`, for the sections to tell them without being asked.
    """
    views = cast("tuple[View, ...]", tuple(extra))
    values: dict[str, object] = {}
    known: dict[str, View] = {}
    for key, declared in fields.items():
        view = next((one for one in views if str(one.name) in (key, declared.name)), None)
        values[key] = view.value if view else Missing(child(extra.ref, declared.name))
        if view:
            called = Shown(declared.name, f"{child(view.ref, 'name')}#label")
            known[view.ref] = View(
                view.entity, view.ref, value=view.value, name=called, declared=True
            )
    others = (
        known.get(view.ref, view)
        for view in views
        if view.ref not in known or child(view.ref, "value") in unmentioned
    )
    return Names(values), ShownList.named(extra.ref, others)


def told_refs(fields: Names) -> frozenset[str]:
    """Return the references of the values that a pack knows and the record gives."""
    values = (fields.template_value(name) for name in fields.template_names)
    return frozenset(v.ref for v in values if isinstance(v, Shown) and v)


def wrong_fields(
    record: YearRecord, fields: Fields, kinds: Iterable[AnyProgramme]
) -> Iterator[Finding]:
    """Yield a finding for each extra fact that cannot be read as declared, or is missed.

    `record` has the types of the pack already.
    """
    told = tuple(kinds)
    for key, declared in fields.items():
        if declared.programmes and not is_told_by(told, declared.programmes, record):
            continue
        entries = [
            (i, fact)
            for i, fact in enumerate(record.extra)
            if fact.name in (key, declared.name)
        ]
        if declared.required and not entries:
            said = message("the pack needs the fact {name}", name=declared.name)
            hint = message("add it to {field}", field="extra")
            yield Finding(
                Severity.WARNING, Code.EXTRA_MISSING, said, Place(path=("extra",)), hint
            )
        for index, fact in entries:
            if not _is_readable(fact):
                yield _unreadable(fact, index)


def _is_readable(fact: ExtraFact) -> bool:
    try:
        declared_value(fact)
    except ValueError:
        return False
    return True


def _unreadable(fact: ExtraFact, index: int) -> Finding:
    said = message(
        "{name} is declared as {type} by the pack, and {value} is none",
        name=fact.name,
        type=_TYPES[fact.type],
        value=fact.value,
    )
    place = Place(path=("extra", index, "value"))
    return Finding(Severity.ERROR, Code.WRONG_VALUE, said, place)


_TYPES: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "quantity": message("a count"),
        "money": message("an amount of money"),
        "date": message("a date"),
        "text": message("a text"),
    }
)
