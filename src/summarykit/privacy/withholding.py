"""Which entries and fields of a record an audience does not see at all."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.model.entity import Entity, sensitive_fields
from summarykit.model.outcome import Case
from summarykit.model.record import Attachment
from summarykit.privacy.audit import Masked, MaskedKind
from summarykit.privacy.rosters import is_secret

_OF_A_CASE: Final = ("alias", "situation", "problem", "steps", "outcome", "quote")
"""What a case tells, be it only of whom."""


def is_for(audience: Audience, entry: Entity) -> bool:
    """Return whether the audience may see an entry: some cases and attachments are not for all.

    A case is told to the public only if it is marked so and the guardian agrees; nobody prints
    a confidential one. One of which the audience may read nothing is not told, either.
    """
    match entry:
        case Case():
            return _is_open(audience, entry) and _tells(audience, entry)
        case Attachment():
            return not (audience.is_public and is_secret(entry))
        case _:
            return True


def _is_open(audience: Audience, case: Case) -> bool:
    agreed = case.consent or not audience.is_public
    return agreed and audience.may_see(case.sensitivity)


def _tells(audience: Audience, case: Case) -> bool:
    seen = set(_OF_A_CASE).difference(hidden_fields(audience, Case))
    return any(getattr(case, name) for name in seen)


def hidden_fields(audience: Audience, kind: type[Entity]) -> tuple[str, ...]:
    """Return the fields of an entity that the audience does not see."""
    declared = sensitive_fields(kind)
    return tuple(name for name, level in declared.items() if not audience.may_see(level))


def withheld(record: YearRecord, audience: Audience) -> Iterator[Masked]:
    """Yield what the audience does not see of a record: cases, rosters, sensitive fields."""
    for index, case in enumerate(record.cases):
        if not _is_open(audience, case):
            yield Masked(("cases", index), MaskedKind.CASE)
        else:
            yield from _fields(("cases", index), case, audience)
    for index, attachment in enumerate(record.attachments):
        if not is_for(audience, attachment):
            yield Masked(("attachments", index), MaskedKind.ROSTER)
    for index, pupil in enumerate(record.pupils):
        yield from _fields(("pupils", index), pupil, audience)
    for index, visit in enumerate(record.home_visits.visits if record.home_visits else ()):
        yield from _fields(("home_visits", "visits", index), visit, audience)


def _fields(path: Path, entity: Entity, audience: Audience) -> Iterator[Masked]:
    for name in hidden_fields(audience, type(entity)):
        if getattr(entity, name) is not None:
            yield Masked((*path, name), MaskedKind.SENSITIVE_FIELD)
