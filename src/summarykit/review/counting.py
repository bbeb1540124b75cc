"""The numbers that Word counts itself, as text: what `numPr` of a paragraph would show."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.l10n.numerals import to_chinese
from summarykit.ooxml.elements import number, value, w

_CHINESE: Final = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    ]
)
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_PLACE: Final = re.compile(r"%([1-9])")
_MOST: Final = 32767


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    form: str
    text: str
    start: int
    suffix: str


@dataclass(slots=True)
class Lists:
    """The lists of a file, and how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]]
    abstract: Mapping[str, str]
    starts: Mapping[str, Mapping[int, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def next(self, identity: str, depth: int) -> str:
        """Return the number that the next paragraph on a level of a list shows."""
        levels = self.levels.get(self.abstract.get(identity, ""), {})
        level = levels.get(depth)
        if level is None or not level.text:
            return ""
        counts = self._counts(identity, levels)
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, _MOST)
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            inner = levels.get(at, level)
            return _written(counts.get(at, inner.start), inner.form)

        return _PLACE.sub(shown, level.text) + level.suffix

    def _counts(self, identity: str, levels: Mapping[int, Level]) -> dict[int, int]:
        """Return the counts of the list, begun anew where the list says so."""
        counts = self.counts.setdefault(self.abstract[identity], {})
        if identity not in self.begun:
            self.begun.add(identity)
            for at, start in self.starts.get(identity, {}).items():
                if at in levels:
                    for deeper in [each for each in counts if each >= at]:
                        del counts[deeper]
                    counts[at] = start - 1
        return counts


def read_lists(numbering: Element | None) -> Lists:
    """Return the lists of the part `numbering`."""
    if numbering is None:
        return Lists(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
    levels = {
        value(each, "abstractNumId"): _levels(each)
        for each in numbering.iterchildren(w("abstractNum"))
    }
    abstract: dict[str, str] = {}
    starts: dict[str, dict[int, int]] = {}
    for each in numbering.iterchildren(w("num")):
        identity = value(each, "numId")
        abstract[identity] = value(each.find(w("abstractNumId")))
        starts[identity] = {
            number(value(o, "ilvl")): number(value(o.find(w("startOverride"))), 1)
            for o in each.iterchildren(w("lvlOverride"))
            if o.find(w("startOverride")) is not None
        }
    return Lists(levels, abstract, starts)


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        number(value(each, "ilvl")): Level(
            form=value(each.find(w("numFmt"))) or "decimal",
            text=value(each.find(w("lvlText"))),
            start=number(value(each.find(w("start"))), 1),
            suffix={"nothing": "", "space": " "}.get(value(each.find(w("suff"))), "\t"),
        )
        for each in abstract.iterchildren(w("lvl"))
    }


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26)


_FORMS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "bullet": lambda _: "●",
        "none": lambda _: "",
        "lowerLetter": _letter,
        "upperLetter": lambda count: _letter(count).upper(),
        **dict.fromkeys(_CHINESE, to_chinese),
    }
)


def _written(count: int, form: str) -> str:
    if count < 0:
        return ""
    if form.startswith("decimalEnclosedCircle") and 1 <= count <= len(_CIRCLED):
        return _CIRCLED[count - 1]
    return _FORMS.get(form, str)(count)
