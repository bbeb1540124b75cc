"""The children of a record, known by their entries, its rosters and its texts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.privacy.aliases import Child, bare, called, style_of
from summarykit.privacy.detecting import PrivateKind, PrivateSpan, private_spans
from summarykit.privacy.rosters import listed_names

_FULL: Final = 3
_GIVEN: Final = (
    "(?=小?同学|小朋友|的?(?:父母|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|家长|监护人)"
    "|的?家[里中庭])"
)
"""What stands behind a given name that stands for the whole: 禾苗的奶奶."""


@dataclass(frozen=True)
class Children:
    """Who the children of one record are, and what they are called for an audience.

    `aliases` has what each of the `children` is called.
    """

    children: tuple[Child, ...]
    aliases: tuple[str, ...]

    @cached_property
    def by_name(self) -> dict[str, str]:
        """The alias of each name that must not be printed."""
        found: dict[str, str] = {}
        for child, alias in zip(self.children, self.aliases, strict=True):
            replaced = child.alias if child.alias != alias else None
            names = (child.name, child.also, replaced, replaced and bare(replaced))
            for name in filter(None, names):
                found.setdefault(closed(name), alias)
        return found

    @cached_property
    def given(self) -> re.Pattern[str] | None:
        """What finds children by their given names alone, where words beside say so."""
        names = [name[1:] for name in self._named if len(name) == _FULL]
        return re.compile(f"(?:{'|'.join(map(re.escape, names))}){_GIVEN}") if names else None

    def by_given_name(self, given: str) -> str:
        """Return what the child is called that has this given name."""
        return next(self.by_name[name] for name in self._named if name[1:] == given)

    @property
    def _named(self) -> list[str]:
        return [closed(child.name) for child in self.children if child.name]


def closed(name: str) -> str:
    """Return a name without the blanks by which lists spread it: 王　禾."""
    return name.replace(" ", "").replace("\u3000", "")


def children_of(
    record: YearRecord, text: str, spans: Iterable[PrivateSpan], audience: Audience
) -> Children:
    """Return the children of a record and their aliases.

    `text` is all that the record says, `spans` what is private in it of itself. Adults that the
    record lists as people are none.
    """
    entered = tuple(_entered(record))
    adults = {person.name for person in record.people}
    names = (name for one in entered for name in (one.name, one.alias, one.also) if name)
    known = set(map(closed, names))
    listed = dict.fromkeys(map(closed, (*listed_names(record), *_named_in(text, spans))))
    others = tuple(Child(name) for name in listed if name not in adults | known)
    every = (*entered, *others)
    return Children(every, called(every, audience.aliases, text))


def looks_like_a_name(alias: str) -> bool:
    """Return whether an alias may be the real name of somebody."""
    if style_of(alias) is not None:
        return False
    found = private_spans(f"{alias}同学")
    return any(one.kind is PrivateKind.CHILD_NAME for one in found)


def _entered(record: YearRecord) -> Iterator[Child]:
    """Yield those that have an entry, and those of the cases that name no entry."""
    aliases: set[str] = set()
    for pupil in record.pupils:
        aliases |= {pupil.alias} if pupil.alias else set()
        yield _child(pupil.name, pupil.alias)
    for case in record.cases:
        if case.alias and case.alias not in aliases:
            aliases.add(case.alias)
            yield _child(None, case.alias)


def _child(name: str | None, alias: str | None) -> Child:
    if alias and looks_like_a_name(alias):
        return Child(name or alias, None, alias)
    return Child(name, alias)


def _named_in(text: str, spans: Iterable[PrivateSpan]) -> Sequence[str]:
    return [text[s.start : s.end] for s in spans if s.kind is PrivateKind.CHILD_NAME]
