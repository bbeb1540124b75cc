"""The facts beyond the model that a pack knows by name: typed, and missed where due."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

from summarykit.compose.belonging import is_told_by
from summarykit.compose.views import Missing, Names, ShownList, View
from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.facts import declared_value
from summarykit.facts.reference import child
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.record import ExtraFact
from summarykit.packs import ExtraField

Fields = Mapping[str, ExtraField]


def typed(record: YearRecord, fields: Fields) -> YearRecord:
    """Return the record with the types of the extra facts that a pack declares."""
    types = {name: one.type for key, one in fields.items() for name in (key, one.name)}
    known = {fact.name for fact in record.extra} & types.keys()
    if not known:
        return record
    extra = tuple(
        fact.model_copy(update={"type": types[fact.name]}) if fact.name in known else fact
        for fact in record.extra
    )
    return record.model_copy(update={"extra": extra})


def required_names(fields: Fields) -> Iterator[str]:
    """Yield the names under which a record may give the facts that a pack requires."""
    for key, declared in fields.items():
        if declared.required:
            yield from (key, declared.name)


def told_fields(extra: ShownList, fields: Fields) -> tuple[Names, ShownList]:
    """Return the extra facts that a pack knows, by the names of its templates, and the others.

    Of several of one name the first is told by name.
    """
    views = cast("tuple[View, ...]", tuple(extra))
    values: dict[str, object] = {}
    known: set[str] = set()
    for key, declared in fields.items():
        view = next((one for one in views if str(one.name) in (key, declared.name)), None)
        values[key] = view.value if view else Missing(child(extra.ref, declared.name))
        known.update([view.ref] if view else [])
    others = (view for view in views if view.ref not in known)
    return Names(values), ShownList.named(extra.ref, others)


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
