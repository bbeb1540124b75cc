"""The children of a record, known by their entries, its rosters and its texts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.model.organisation import Pupil
from summarykit.privacy.aliases import Child, bare, called, style_of
from summarykit.privacy.detecting import PrivateKind, PrivateSpan, private_spans
from summarykit.privacy.detecting.surnames import DOTS, given_name
from summarykit.privacy.rosters import listed_guardians, listed_names

_GIVEN: Final = (
    "(?=小?同学|小朋友|的?(?:父母|父亲|母亲|爸爸|妈妈|爷爷|奶奶|外公|外婆|家长|监护人)"
    "|的?家[里中庭])"
)
"""What stands behind a given name that stands for the whole: 禾苗的奶奶."""
_WITHOUT_DOTS: Final = str.maketrans("", "", DOTS)


@dataclass(frozen=True)
class Children:
    """Who the children of one record are, and what they are called for an audience.

    `aliases` has what each of the `children` is called.
    """

    children: tuple[Child, ...]
    aliases: tuple[str, ...]
    guardians: frozenset[str] = frozenset()
    """The names of parents and guardians that must not be printed."""

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
        """What finds children by what their friends call them, where words beside say so."""
        names = "|".join(map(re.escape, self._by_given))
        return re.compile(f"(?:{names}){_GIVEN}") if names else None

    @cached_property
    def _by_given(self) -> dict[str, str]:
        """The alias of each given name, and of each name that is made of its last sign.

        What a child is called in the document is no such name of another one.
        """
        found: dict[str, str] = {}
        printed = {bare(alias) for alias in self.aliases}
        for name, alias in self.by_name.items():
            given = given_name(name)
            for one in (given, *(short_names(given) if given else ())):
                if one and one not in printed:
                    found.setdefault(one, alias)
        return found

    @cached_property
    def _of_entries(self) -> dict[str, str]:
        """What is printed of each child, by its name, or by its alias where it has none."""
        known = zip(self.children, self.aliases, strict=True)
        return {child.key: alias for child, alias in known}

    def alias_of(self, name: str) -> str | None:
        """Return what the child is called that has this name, or this given name."""
        words = closed(name)
        return self.by_name.get(words) or self._by_given.get(words)

    def pupil(self, pupil: Pupil) -> str | None:
        """Return what the child of an entry is called."""
        return self._of_entries.get(_child(pupil.name, pupil.alias, pupil.id).key)


def closed(name: str) -> str:
    """Return a name without what may stand between its parts: 王　禾, 罗·栗砾."""
    return "".join(name.translate(_WITHOUT_DOTS).split())


def short_names(given: str) -> tuple[str, ...]:
    """Return what friends make of a given name: 小烛, 阿烛 and 烛烛 of 秉烛."""
    last = given[-1]
    return (f"小{last}", f"阿{last}", last * 2)


@dataclass(frozen=True, slots=True)
class Told:
    """What one record tells of children: all its words, and what is private in them."""

    record: YearRecord
    text: str
    spans: Sequence[PrivateSpan]


def children_of(told: Sequence[Told], audience: Audience) -> Children:
    """Return the children of one record, or of several beside one another, and their aliases.

    One child is called alike in all of them. Adults that a record lists as people are none.
    """
    every: dict[str, Child] = {}
    adults = {person.name for one in told for person in one.record.people}
    aliases: set[str] = set()
    for one in told:
        named = (*listed_names(one.record), *_named_in(one))
        listed = dict.fromkeys(closed(name) for name in named if name not in adults)
        for child in (*_entered(one.record), *map(Child, listed)):
            # Two of one alias are one child, unless both have names.
            if child.key not in every and (child.name or child.key not in aliases):
                every[child.key] = child
                aliases |= {name for name in (child.alias, child.also) if name}
    children = tuple(every.values())
    text = "\n".join(one.text for one in told)
    grown_up = {closed(name) for one in told for name in _guardians(one)}
    others = {closed(name) for name in adults} | {child.name for child in children}
    return Children(
        children, called(children, audience.aliases, text), frozenset(grown_up - others)
    )


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
        if pupil.name or pupil.alias or pupil.id:
            yield _child(pupil.name, pupil.alias, pupil.id)
    for case in record.cases:
        if case.alias and case.alias not in aliases:
            aliases.add(case.alias)
            yield _child(None, case.alias)


def _child(name: str | None, alias: str | None, entry: str | None = None) -> Child:
    if alias and (looks_like_a_name(alias) or tells(alias, name)):
        return Child(closed(name or bare(alias)), None, bare(alias))
    return Child(name and closed(name), alias, entry=entry)


def tells(alias: str, name: str | None) -> bool:
    """Return whether an alias is the real name, or what stands behind its surname."""
    shown = closed(bare(alias))
    real = closed(name or "")
    return len(shown) > 1 and bool(real) and shown in (real, real[1:], given_name(real))


def _guardians(told: Told) -> tuple[str, ...]:
    named = _named_in(told, PrivateKind.GUARDIAN_NAME)
    return (*listed_guardians(told.record), *named)


def _named_in(told: Told, kind: PrivateKind = PrivateKind.CHILD_NAME) -> Sequence[str]:
    named = (span for span in told.spans if span.kind is kind)
    return [told.text[span.start : span.end] for span in named]
