"""A record as an audience may have it: what is printed can only be what is in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from summarykit.diagnostics import Finding, Path
from summarykit.facts.survey import survey
from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.model.entity import Entity
from summarykit.model.events import AidShare
from summarykit.model.values import Money, Quantity
from summarykit.model.values.figure_words import Status
from summarykit.privacy.audit import Masked, MaskedKind
from summarykit.privacy.checking import alias_findings, masked_finding
from summarykit.privacy.children import Children
from summarykit.privacy.masking import ALONE, Family, MaskedTexts, masked_texts
from summarykit.privacy.suppressing import Suppressed, suppressed
from summarykit.privacy.texts import changed_at, rewritten
from summarykit.privacy.withholding import withheld
from summarykit.privacy.words import word_findings

NO_COUNT = "略"
"""What stands in a table for a count that is not shown."""
_ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Protected:
    """A record for an audience, the list of what is kept from them, and what is wrong."""

    record: YearRecord
    audit: tuple[Masked, ...]
    findings: tuple[Finding, ...] = ()


def protected(record: YearRecord, audience: Audience, family: Family = ALONE) -> Protected:
    """Return `record` as `audience` may have it.

    `family` are other records told beside it: their children are found in this one, too, and
    called alike in all.

    Names of children become aliases, and numbers that find a person words that say so; counts
    that are too small, and those that give them away, are unknown. Entries and fields that are
    not for the audience are listed; the views of `compose.scope` leave them out. Findings:
    alias-like-a-name, alias-styles-mixed, name-also-a-word, private-masked.
    """
    masked = masked_texts(record, audience, family)
    hidden = suppressed(record, audience.least)
    said: dict[Path, str | None] = {
        **masked.texts,
        **_ids(record, masked),
        **_in_tables(hidden),
    }
    told = _without_counts(rewritten(record, said), hidden)
    told = _with_aliases(_as_words(told, masked), record, masked.children)
    kept = tuple(withheld(record, audience))
    unseen = {one.path for one in kept}
    shown = (one for one in masked.audit if one.path not in unseen)
    audit = (*shown, *_counts(hidden), *kept)
    findings = (
        *alias_findings(record, audience),
        *word_findings(record, masked.children),
        *masked_finding(audit),
    )
    return Protected(told, audit, findings)


def _ids(record: YearRecord, masked: MaskedTexts) -> Mapping[Path, str]:
    """Return ids that tell of nobody for those that do, and the links to them.

    Two of them may not become one.
    """
    if not any(path[-1] == "id" for path in masked.texts):
        return {}
    found = survey(record)
    named = [(path, name) for path, _, name in found.named if path in masked.texts]
    instead = {name: f"private-{number}" for number, (_, name) in enumerate(named, 1)}
    ids = {path: instead[name] for path, name in named}
    links = {one.path: instead[one.target] for one in found.links if one.target in instead}
    return ids | links


def _in_tables(hidden: Suppressed) -> Mapping[Path, str]:
    return dict.fromkeys((path for path in _hidden(hidden) if _ROWS in path), NO_COUNT)


def _hidden(hidden: Suppressed) -> tuple[Path, ...]:
    return (*hidden.small, *hidden.revealing)


def _without_counts(record: YearRecord, hidden: Suppressed) -> YearRecord:
    """Return the record with counts that are unknown in place of those to be hidden."""
    fields: dict[Path, list[str]] = defaultdict(list)
    for *place, name in (path for path in _hidden(hidden) if _ROWS not in path):
        fields[tuple(place)].append(str(name))
    return changed_at(
        record, {path: partial(_uncounted, names) for path, names in fields.items()}
    )


def _uncounted(names: Iterable[str], entry: Entity) -> Entity:
    told: dict[str, object] = {name: _unknown(getattr(entry, name)) for name in names}
    if isinstance(entry, AidShare) and (count := told.get("count")) is not None:
        # 其中 does not list a group without a figure.
        told["group"] = f"{entry.group}{count}"
    return entry.model_copy(update=told)


def _unknown(figure: Quantity | Money) -> Quantity | Money:
    if isinstance(figure, Money):
        return replace(figure, amount=Quantity(unit=figure.amount.unit, status=Status.MASKED))
    return Quantity(unit=figure.unit, status=Status.MASKED)


def _as_words(record: YearRecord, masked: MaskedTexts) -> YearRecord:
    """Return the record with extra facts as words where their value has been masked."""
    told = {
        index: extra.model_copy(update={"type": "text"})
        for index, extra in enumerate(record.extra)
        if ("extra", index, "value") in masked.texts
    }
    return _with(record, {"extra": told})


def _with_aliases(record: YearRecord, given: YearRecord, children: Children) -> YearRecord:
    """Return the record with what its pupils are called, and without their names."""
    aliases = [children.pupil(pupil) for pupil in given.pupils]
    told = {
        index: pupil.model_copy(update={"alias": alias or pupil.alias, "name": None})
        for index, (pupil, alias) in enumerate(zip(record.pupils, aliases, strict=True))
    }
    return _with(record, {"pupils": told})


def _with(record: YearRecord, changed: Mapping[str, Mapping[int, Entity]]) -> YearRecord:
    """Return the record with other entries in its lists, the same where there are none."""
    update = {
        name: _replaced(getattr(record, name), entries)
        for name, entries in changed.items()
        if entries
    }
    return record.model_copy(update=update) if update else record


def _replaced(entries: Iterable[Entity], others: Mapping[int, Entity]) -> tuple[Entity, ...]:
    return tuple(others.get(index, entry) for index, entry in enumerate(entries))


def _counts(hidden: Suppressed) -> tuple[Masked, ...]:
    small = (Masked(path, MaskedKind.SMALL_COUNT) for path in hidden.small)
    revealing = (Masked(path, MaskedKind.REVEALING_COUNT) for path in hidden.revealing)
    return (*small, *revealing)
