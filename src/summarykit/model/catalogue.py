"""What many records cite alike: national documents, and what customary short names stand for.

The entries are in catalogue.toml, each with its source; docs/catalogue.md lists them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarykit.model.values.text import RefusedText, clean
from summarykit.model.vocabulary import PolicyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry tells of itself: what it is, and where that is written."""

    about: str
    source: str
    verified: str
    seen: str | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether all of it stands in a text that was looked up."""
        return self.verified == "search"

    @property
    def is_in_library(self) -> bool:
        """Whether the source is a library to look the text up in, not the text itself."""
        return "." not in self.source.rsplit("/", 1)[-1] and "?" not in self.source


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Entry):
    """A law, regulation or paper of the state, as it is cited."""

    id: str
    title: str
    kind: PolicyKind
    issuer: str
    issued: str
    number: str | None = None
    revised: str | None = None
    short: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What a record may call it by: the id, the title without 《》, what people write."""
        return (self.id, self.title, *self.short)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """A customary short name and what it stands for, in order (两免一补)."""

    name: str
    items: tuple[str, ...]
    year: int
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The ways it is written."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The documents in the order of their ids, the terms in that of their names."""

    documents: tuple[Document, ...]
    terms: tuple[Term, ...]

    def documents_named(self, name: str) -> tuple[Document, ...]:
        """Return the documents of that id, title or short title, written with or without 《》.

        They are several where a document was issued again under its old title.
        """
        plain = _plain(name)
        return tuple(document for document in self.documents if plain in document.names)

    def term_named(self, name: str) -> Term | None:
        """Return the term of that name, `None` if it has no meaning that holds everywhere."""
        plain = _plain(name)
        return next((term for term in self.terms if plain in term.names), None)


def _plain(name: str) -> str:
    """Return a name as the catalogue spells names, nothing where it is not even text."""
    try:
        return clean(name).removeprefix("《").removesuffix("》")
    except RefusedText:
        return ""


@cache
def load_catalogue() -> Catalogue:
    """Return the catalogue; it is read when it is first asked for, and always the same."""
    # Few records cite from it, and all of them import this module.
    import tomllib  # noqa: PLC0415
    from importlib.resources import files  # noqa: PLC0415

    text = (files(__package__) / "catalogue.toml").read_text("utf-8")
    entries = tomllib.loads(text)
    kinds = {kind.value: kind for kind in PolicyKind}
    return Catalogue(
        tuple(
            Document(**(entry | {"kind": kinds[entry["kind"]]}))
            for entry in _frozen(entries["documents"])
        ),
        tuple(Term(**entry) for entry in _frozen(entries["terms"])),
    )


def _frozen(entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the entries with tuples for lists."""
    for entry in entries:
        yield {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in entry.items()
        }
