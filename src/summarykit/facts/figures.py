"""The figures of a document: where each is printed, where it comes from, how it is computed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from summarykit.diagnostics import PREVIOUS, Message, Path, in_previous
from summarykit.document import Document, Fact, facts_in
from summarykit.document.placing import placed_lines
from summarykit.facts.calculating import Calculation, Formula, calculation, stand_in
from summarykit.facts.indexing import FactIndex, FactKind, index
from summarykit.facts.naming import called
from summarykit.model import YearRecord

if TYPE_CHECKING:
    from summarykit.facts.earlier import Taken

_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
MADE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "share": "占比",
        "change": "增减",
        "change_rate": "增减幅度",
        "sum": "合计",
        "count": "条数",
        PREVIOUS: "上期",
    }
)
"""What is made of a figure, as its name says it, and that it is of the period before."""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One figure of a document: a count, an amount, a date of the record, or computed of them.

    `ref` is what the fact is called, a computed one with `#` and how it came about.
    """

    ref: str
    name: str
    """What people call it: `留守儿童 人数`, `留守儿童 人数 占比`."""
    value: str
    """As the record has it; a computed one as it is printed."""
    printed: tuple[str, ...]
    """How it is printed, each form once: `87名`, and `87` in a table."""
    where: tuple[Message, ...]
    """Where it is printed, in reading order, each place once."""
    path: Path
    """The field of the record; empty for a computed one."""
    calculation: Calculation | None = None
    """How it is computed; None where it stands in the record."""


@dataclass(slots=True)
class _Seen:
    """The printed forms and places of one figure."""

    facts: dict[str, Fact]
    where: dict[str, Message]


def printed_figures(
    document: Document, record: YearRecord, taken: "Taken | None" = None
) -> tuple[PrintedFigure, ...]:
    """Return every figure that the document prints, in the order of its first place.

    A fact of the record is one figure however often and in however many forms it is printed.
    Words of the record are none, whatever figures they hold. `taken` is what the document tells
    of the period before; the places of these figures begin with `previous`.
    """
    known = index(record) if taken is None else _of_both(record, taken)
    names = _Names(record, None if taken is None else taken.previous)
    seen: dict[str, _Seen] = {}
    for ref, fact, where in _facts(document, known):
        one = seen.setdefault(ref, _Seen({}, {}))
        one.facts.setdefault(fact.text, fact)
        one.where.setdefault(str(where), where)
    return tuple(_figure(ref, one, known, names) for ref, one in seen.items())


def _of_both(record: YearRecord, taken: "Taken") -> FactIndex:
    from summarykit.facts.earlier.taken import index_of_both  # noqa: PLC0415 - few have it

    return index_of_both(record, taken)


@dataclass(frozen=True, slots=True)
class _Names:
    """What people call the facts of a record, and of the one before."""

    record: YearRecord
    previous: YearRecord | None

    def of(self, path: Path) -> str:
        """Return what the fact at `path` is called."""
        earlier = in_previous(path)
        if earlier is None or self.previous is None:
            return called(self.record, path)
        return f"{called(self.previous, earlier)} {MADE[PREVIOUS]}"


def _facts(document: Document, known: FactIndex) -> Iterator[tuple[str, Fact, Message]]:
    """Yield what is printed of figures, each by the reference it is listed under."""
    for line in placed_lines(document):
        for fact in facts_in(line.words):
            bare = fact.ref.partition("#")[0]
            if fact.basis:
                yield fact.ref, fact, line.where
            elif bare in known and known[bare].kind is FactKind.FIGURE:
                yield bare, fact, line.where


def _figure(ref: str, seen: _Seen, known: FactIndex, names: _Names) -> PrintedFigure:
    fact = next(iter(seen.facts.values()))
    made = calculation(ref, fact.basis, known) if fact.basis else stand_in(ref, known)
    first = known.get(fact.basis[0].partition("#")[0]) if fact.basis else known[ref]
    if (first is None or not first.path) and made is not None:
        first = known.get(_leading(made))  # a rate from its counts has no place of its own
    name = "" if first is None else names.of(first.path)
    return PrintedFigure(
        ref=ref,
        name=f"{name} {MADE.get(fact.ref.partition('#')[2], '')}".strip(),
        value=fact.text if fact.basis else str(known[ref]),
        printed=tuple(seen.facts),
        where=tuple(seen.where.values()),
        path=() if fact.basis else known[ref].path,
        calculation=made,
    )


def _leading(made: Calculation) -> str:
    """Return the reference of the first figure of the record that a sum begins with."""
    first = made.operands[0]
    return first.ref if first.calculation is None else _leading(first.calculation)


def matching(figures: tuple[PrintedFigure, ...], asked: str) -> tuple[PrintedFigure, ...]:
    """Return the figures that somebody means: by reference, as printed, or by name.

    What fits more closely hides what fits less: a reference the printed words, these what they
    are part of (`7月5日`), that a part of a name. A number without a unit means any unit.
    `增加8名` is the change that is told so and `增加到92名` the figure itself, where no figure
    or name has these words.
    """
    asked = normalize("NFKC", asked).strip()
    if not asked:
        return ()
    told = _CHANGE.fullmatch(asked)
    found = _meant(figures, asked)
    if found or told is None or not told["figure"]:
        return found
    changes = [one for one in figures if _is_change(one, up=told["way"] in _UP)]
    if told["to"]:
        moved = {one.calculation.operands[0].ref for one in changes if one.calculation}
        changes = [one for one in figures if one.ref in moved]
    return tuple(one for one in changes if _is_printed_as(one, told["figure"]))


_UP: Final = frozenset({"增加", "增长", "提高", "上升"})
_CHANGE: Final = re.compile(
    "净?(?P<way>增加|增长|提高|上升|减少|下降|降低)(?P<to>到|至)?了?(?P<figure>.*)"
)
_CHANGES: Final = frozenset({Formula.CHANGE, Formula.CHANGE_RATE})


def _is_change(one: PrintedFigure, *, up: bool) -> bool:
    """Return whether a figure is by how much another has grown, or fallen."""
    made = one.calculation
    if made is None or made.formula not in _CHANGES:
        return False
    new, old = made.operands
    return new.number > old.number if up else new.number < old.number


def _meant(figures: tuple[PrintedFigure, ...], asked: str) -> tuple[PrintedFigure, ...]:
    within = re.compile(rf"(?<![0-9.]){re.escape(asked)}")
    tests: tuple[Callable[[PrintedFigure], bool], ...] = (
        lambda one: asked == one.ref,
        lambda one: _is_printed_as(one, asked),
        lambda one: any(within.search(form) for form in one.printed),
        lambda one: asked in one.name,
        lambda one: asked in one.ref,
    )
    for fits in tests:
        if found := tuple(one for one in figures if fits(one)):
            return found
    return ()


def _is_printed_as(one: PrintedFigure, asked: str) -> bool:
    exact = _same_number if _NUMBER.fullmatch(asked) else _same
    return any(exact(asked, form) for form in (one.value, *one.printed))


def _same(asked: str, form: str) -> bool:
    """Return whether both are one figure: 77% is 77.0%, and 87 in a table is no 87名."""
    return _value(asked) == _value(form)


def _same_number(asked: str, form: str) -> bool:
    found = _NUMBER.findall(form)
    return len(found) == 1 and Decimal(found[0]) == Decimal(asked)


def _value(text: str) -> tuple[object, str]:
    """Return the number that a text begins with and what follows it."""
    found = _NUMBER.match(text)
    return (Decimal(found.group()), text[found.end() :]) if found else (None, text)


def unprinted_figures(
    record: YearRecord, printed: tuple[PrintedFigure, ...]
) -> tuple[PrintedFigure, ...]:
    """Return the figures of the record that are not among the printed ones, printed nowhere."""
    told = {one.ref for one in printed}
    return tuple(
        PrintedFigure(fact.ref, called(record, fact.path), str(fact), (), (), fact.path)
        for fact in index(record).values()
        if fact.kind is FactKind.FIGURE and fact.ref not in told
    )
