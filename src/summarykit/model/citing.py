"""How a record cites the catalogue: by a name, for what it leaves out itself."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from summarykit.l10n.nearest import is_chinese, nearest_few
from summarykit.model.catalogue import Document, load_catalogue
from summarykit.model.entity import Entity
from summarykit.model.values.text import Text

_NEAREST: Final = 3
# Stands for the title of a document that nobody knows; its record is refused for the name.
_UNKNOWN: Final = {"title": "—"}


def _one_document(name: str) -> str:
    """Return `name` if one document of the catalogue is called so.

    Raises:
        PydanticCustomError: None is, or several are; it tells the nearest names, or the ids.
    """
    found = load_catalogue().documents_named(name)
    if len(found) > 1:
        raise PydanticCustomError(
            "several_documents",
            "{found} is the name of several documents of the catalogue: {allowed}",
            {"found": name, "allowed": tuple(document.id for document in found)},
        )
    if not found:
        raise PydanticCustomError(
            "unknown_document",
            "{found} is no document of the catalogue; the nearest are {allowed}",
            {"found": name, "allowed": _nearest_documents(name)},
        )
    return name


DocumentName = Annotated[Text, AfterValidator(_one_document)]
"""The id, title or short title of a document of the catalogue."""


def _nearest_documents(name: str) -> tuple[str, ...]:
    documents = load_catalogue().documents
    if not is_chinese(name):
        return tuple(nearest_few(name, (document.id for document in documents), _NEAREST))
    titles = (title for document in documents for title in (*document.short, document.title))
    return tuple(nearest_few(name.strip("《》"), dict.fromkeys(titles), _NEAREST))


def with_document(kind: type[Entity], data: object) -> object:
    """Return the data of a policy with what the catalogue knows of the document it names."""
    if not isinstance(data, Mapping):
        return data
    name = data.get(_key(kind, data, "catalogue"))
    if name is None:
        return data
    found = load_catalogue().documents_named(name) if isinstance(name, str) else ()
    return _with_known(kind, data, _as_cited(found[0]) if len(found) == 1 else _UNKNOWN)


def with_items(kind: type[Entity], data: object) -> object:
    """Return the data of a short name with what it stands for, if the catalogue knows that."""
    if not isinstance(data, Mapping) or data.get(_key(kind, data, "items")) is not None:
        return data
    name = data.get(_key(kind, data, "name"))
    term = load_catalogue().term_named(name) if isinstance(name, str) else None
    return _with_known(kind, data, {"items": term.items}) if term else data


def _as_cited(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "kind": document.kind,
        "issuer": document.issuer,
        "number": document.number,
        "issued": document.issued,
    }


def _with_known(
    kind: type[Entity], data: Mapping[str, Any], known: Mapping[str, Any]
) -> dict[str, Any]:
    """Return `data` with what is known of the fields it leaves out; what it gives stays."""
    filled = dict(data)
    for name, value in known.items():
        key = _key(kind, data, name)
        if filled.get(key) is None and value is not None:
            filled[key] = value
    return filled


def _key(kind: type[Entity], data: Mapping[str, Any], name: str) -> str:
    """Return the name under which `data` gives a field, or would."""
    label = str(kind.model_fields[name].alias)
    return label if label in data else name
