"""What a setting is that no file says: what its declaration gives it."""

from collections.abc import Container, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from summarykit.packs.audiences import DeclaredAudience
from summarykit.packs.kinds import DeclaredMeasure, DeclaredProgramme, usual_headings
from summarykit.packs.manifest import ExtraField, Length, Manifest, ReportSpec, SectionSpec
from summarykit.packs.places.paths import AUDIENCES, FIELDS, KINDS, MANIFEST, report_of
from summarykit.packs.settings.merging import SECTIONS

Keys = tuple[str, ...]
_ENTRIES: Final[Mapping[tuple[str, str], tuple[type[BaseModel], str]]] = MappingProxyType(
    {
        (FIELDS, "fields"): (ExtraField, "name"),
        (AUDIENCES, "audiences"): (DeclaredAudience, "name"),
        (KINDS, "programmes"): (DeclaredProgramme, "label"),
        (KINDS, "measures"): (DeclaredMeasure, "label"),
    }
)
"""What the entries of a table are, and the key that each of them has."""
_IN_ENTRY: Final = 3


def default_of(file: str, keys: Keys, said: Mapping[Keys, Any]) -> tuple[object] | None:
    """Return the value, alone in a tuple, that a setting has where no file says it.

    `said` are the settings of the file by their keys. Nothing is returned for a key that there
    is not, or that a file must say.
    """
    if report_of(file) is not None:
        return _of_report(keys, said)
    if file == MANIFEST:
        return _default(Manifest, keys)
    model, needed = _ENTRIES.get((file, keys[0]), (None, ""))
    if model is None or len(keys) != _IN_ENTRY or (*keys[:2], needed) not in said:
        return None
    label = str(said[*keys[:2], needed].value)
    if model is DeclaredMeasure and keys[2:] == ("headings",):
        return (usual_headings(label),)
    if model is DeclaredProgramme and keys[2:] == ("short",):
        return (label,)
    return _default(model, keys[2:])


def _of_report(keys: Keys, said: Container[Keys]) -> tuple[object] | None:
    if keys[0] == SECTIONS:
        there = len(keys) == _IN_ENTRY and (*keys[:2], "id") in said
        return _default(SectionSpec, keys[2:]) if there else None
    if keys[0] == "lengths":
        return (None,) if keys[1:] and keys[1] in {*map(str, Length)} else None
    return _default(ReportSpec, keys)


def _default(model: type[BaseModel], keys: Keys) -> tuple[object] | None:
    field = model.model_fields.get(keys[0]) if len(keys) == 1 else None
    if field is None or field.is_required():
        return None
    value = field.get_default(call_default_factory=True)
    return (str(value.value) if isinstance(value, Enum) else value,)
