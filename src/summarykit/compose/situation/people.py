"""Whom an organisation looks after, in the order of the telling: themes, splits, tables.

A theme is a cohort: its whole count first, then how it is split, then who else of it is
counted. What is too much for sentences goes into tables, or is in an attachment already.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from summarykit.compose.situation.crossing import COHORT, HEADS, Grid, Place, grids, places_of
from summarykit.compose.situation.definitions import definition_of
from summarykit.compose.situation.naming import ADULTS, population_of
from summarykit.compose.situation.splitting import Find, Split, is_share_of, splits_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.model.vocabulary import Cohort, IndicatorCode

MOST_IN_A_SENTENCE: Final = 4
"""Figures that a reader takes in at once; more go into a table."""
LEAST_LISTED: Final = 6
"""So many bare counts make a table."""
IN_A_ROW: Final = 2
"""Bare counts, each with its share, that make a sentence."""
MOST_SENTENCES: Final = 7
"""Of a paragraph."""

Holder = Callable[[str, Sequence[str]], object]
"""Gives the attachment that has a column of that head and one of each cohort."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the counts: what they link to, and what is told elsewhere."""

    every: tuple[View, ...]
    """All counts that the report is about, those included that a short document drops."""
    partitions: tuple[View, ...]
    definitions: tuple[View, ...]
    find: Find
    holder: Holder
    as_of: Shown | Missing
    """The date of what has no date of its own."""
    own: str
    """The name of who writes."""
    is_full: Callable[[View], bool]
    """Whether an entity is told in full."""

    def definition(self, entry: View) -> Names | Missing:
        """Return what a count was defined by."""
        return definition_of(entry, self.definitions, self.find)


@dataclass(slots=True, eq=False)
class _Theme:
    """One cohort: its whole, its splits by sentence, and the rest of its counts."""

    head: View | None = None
    splits: list[Split] = field(default_factory=list)
    others: list[View] = field(default_factory=list)

    def is_bare(self, around: Surroundings) -> bool:
        """Return whether there is one count to tell, and not a word on it."""
        head = self.head
        if head is None or self.splits or self.others:
            return False
        return not (head.note or head.previous or head.date or around.definition(head))

    @property
    def sentences(self) -> tuple[tuple[Split, ...], ...]:
        """The splits, as many to a sentence as a reader takes in at once."""
        rows: list[list[Split]] = []
        for split in self.splits:
            room = MOST_IN_A_SENTENCE - sum(len(one.parts) for one in rows[-1]) if rows else 0
            if len(split.parts) <= room and _is_of_one(rows[-1][-1], split):
                rows[-1].append(split)
            else:
                rows.append([split])
        return tuple(map(tuple, rows))

    def size(self, around: Surroundings) -> float:
        """Return about how many sentences it takes, definitions among them."""
        if self.head is not None and self.is_bare(around):
            return 1 / (IN_A_ROW if around.is_full(self.head) else MOST_IN_A_SENTENCE)
        told = [*([self.head] if self.head else []), *self.others]
        defined = [d for d in map(around.definition, told) if d and not d.brief]
        return len(told) + len(self.sentences) + len({d.key for d in defined})


def people(
    population: Iterable[View],
    around: Surroundings,
    indicators: Iterable[View] = (),
) -> Names:
    """Return what a situation tells of people, for the template to put into words.

    `paragraphs` hold items. A theme has a `head`, `sentences` of splits and `others`; a row
    has `entries`, bare counts for one sentence, without their shares when it is `brief`. What
    is told has its `entry`, and `date` and `definition` where they are to be said. `crossed`
    and `tabled` are the tables, with the attachment that has them (`annex`), `listed` the bare
    counts for a table. `shares` are the indicators of guardianship that no split has said,
    `definitions` those of no count.

    Args:
        population: The counts that the report is about.
        around: What stands around them.
        indicators: Those that may state the share of a guardianship.
    """
    counted = [entry for entry in population if entry.count]
    crossed = [_Crossed(grid, around) for grid in grids(around.every)]
    in_tables = frozenset[str]().union(*(one.grid.members for one in crossed))
    splits = splits_of(counted, around.partitions, around.find)
    spoken = [split for split in splits if _is_spoken(split, crossed)]
    tabled = _tabled(splits, in_tables, around)
    more = (one.with_more for one in crossed)
    parts = in_tables.difference(*more).union(*(split.refs for split in splits))
    themes = _themes([entry for entry in counted if entry.ref not in parts], spoken)
    listed = _listed(themes, around)
    telling = _Telling(around, tuple(indicators))
    return Names(
        {
            "paragraphs": tuple(telling.paragraphs([t for t in themes if t not in listed])),
            "crossed": tuple(telling.crossed(one) for one in crossed if one.is_told),
            "tabled": tuple(telling.tabled(split) for split in tabled),
            "listed": tuple(theme.head for theme in listed),
            "shares": telling.unsaid(spoken),
            "definitions": telling.undefined(),
        }
    )


def _tabled(
    splits: Iterable[Split], in_tables: frozenset[str], around: Surroundings
) -> list[Split]:
    """Return the splits that are too much for a sentence and stand in no other table."""
    large = [s for s in splits if len(s.parts) > MOST_IN_A_SENTENCE and not s.refs <= in_tables]
    return [split for split in large if any(map(around.is_full, split.parts))]


def _listed(themes: Iterable["_Theme"], around: Surroundings) -> list["_Theme"]:
    """Return the bare counts that make a table; none where a sentence has room for them."""
    bare = [theme for theme in themes if theme.is_bare(around)]
    full = any(around.is_full(theme.head) for theme in bare if theme.head)
    return bare if len(bare) >= LEAST_LISTED and full else []


def _is_of_one(split: Split, other: Split) -> bool:
    """Return whether two splits are of the same whole, counted in the same way."""
    one, two = (population_of(each.parts[0]) for each in (split, other))
    fields = ("stage", "date", "definition")
    same = all(getattr(one, name) == getattr(two, name) for name in fields)
    return same and split.whole == other.whole


def _head(entries: Sequence[View], places: Mapping[str, Place]) -> View | None:
    """Return the count of a whole cohort: part of nobody of its own, split by nothing."""
    refs = {entry.ref for entry in entries}
    wholes = (e for e in entries if not places[e.ref] and str(e.part_of or "") not in refs)
    return next(wholes, entries[0] if len(entries) == 1 else None)


def _is_spoken(split: Split, crossed: Iterable["_Crossed"]) -> bool:
    """Return whether a split is told in words: it is small, and in no table beside them."""
    if len(split.parts) > MOST_IN_A_SENTENCE:
        return False
    tables = (one.grid for one in crossed if one.is_told and not one.annex)
    return not any(split.refs <= grid.members for grid in tables)


class _Crossed:
    """A crossed table, and where it stands: in the text, or in an attachment."""

    def __init__(self, grid: Grid, around: Surroundings) -> None:
        views = [entry for entry in around.every if entry.ref in grid.members]
        self.grid = grid
        self.is_told = any(around.is_full(view) for view in views)
        self._cohorts = tuple(view.name or view.cohort for view in grid.heads)
        self.annex = around.holder(HEADS[grid.down], list(map(str, self._cohorts)))

    @property
    def with_more(self) -> frozenset[str]:
        """The references of counts of which more is known than the table has room for."""
        counts = [population_of(view) for view in self.grid.cells.values()]
        dates, definitions = (
            {c.date for c in counts},
            {(c.cohort, c.defined_by) for c in counts},
        )
        alike = len(dates) == 1 and len(definitions) == len({c.cohort for c in counts})
        entries = (
            *self.grid.cells.values(),
            *self.grid.totals.values(),
            *self.grid.ends.values(),
        )
        own = ("note", "previous") if alike else ("note", "previous", "date", "defined_by")
        return frozenset(e.ref for e in entries if any(getattr(e, name) for name in own))

    def names(self, told: Sequence[Names]) -> Names:
        """Return the table as templates see it; `told` are the dates and definitions to say."""
        return Names(
            {
                "told": tuple(told),
                "grid": self.grid,
                "down": HEADS[self.grid.down],
                "across": "" if self.grid.across == COHORT else HEADS[self.grid.across],
                "cohorts": self._cohorts,
                "annex": self.annex,
            }
        )


def _themes(entries: Sequence[View], splits: Iterable[Split]) -> list["_Theme"]:
    """Return the themes in the order of the record; people without a cohort are one each."""
    places = places_of(entries)
    listed: dict[str, list[View]] = {}
    for entry in entries:
        listed.setdefault(_theme_of(entry), []).append(entry)
    themes: dict[str, _Theme] = {}
    for key, found in listed.items():
        head = _head(found, places)
        themes[key] = _Theme(head, [], [entry for entry in found if entry != head])
    for split in splits:
        themes.setdefault(_theme_of(split.of), _Theme()).splits.append(split)
    return list(themes.values())


def _theme_of(entry: View) -> str:
    cohort = population_of(entry).cohort
    return entry.ref if cohort is Cohort.OTHER else cohort.value


class _Telling:
    """Makes items of themes; says each date and each definition where it first counts."""

    def __init__(self, around: Surroundings, indicators: tuple[View, ...]) -> None:
        self._around = around
        self._indicators = indicators
        self._dated: object = None
        self._defined: set[object] = set()

    def paragraphs(self, themes: Iterable["_Theme"]) -> Iterator[tuple[Names, ...]]:
        """Yield the items of each paragraph: small themes go together, large ones alone."""
        gathered: list[list[_Theme]] = []
        for theme in themes:
            last = gathered[-1] if gathered else []
            size = sum(one.size(self._around) for one in (*last, theme))
            if last and size <= MOST_SENTENCES:
                last.append(theme)
            else:
                gathered.append([theme])
        return (tuple(_joined(tuple(self._items(paragraph)))) for paragraph in gathered)

    def _items(self, themes: Iterable["_Theme"]) -> Iterator[Names]:
        row: list[View] = []
        for theme in themes:
            if theme.is_bare(self._around) and theme.head:
                row.append(theme.head)
            else:
                yield from self._rows(row)
                row = []
                yield self._item(theme)
        yield from self._rows(row)

    def _rows(self, bare: Sequence[View]) -> Iterator[Names]:
        grown = [entry for entry in bare if population_of(entry).cohort in ADULTS]
        brief = not any(map(self._around.is_full, bare))
        size = MOST_IN_A_SENTENCE if brief else IN_A_ROW
        for kind in ([entry for entry in bare if entry not in grown], grown):
            for start in range(0, len(kind), size):
                told = tuple(self._told(entry) for entry in kind[start : start + size])
                yield Names({"kind": "row", "entries": told, "brief": brief, "goes_on": False})

    def _item(self, theme: "_Theme") -> Names:
        head = self._told(theme.head) if theme.head else Missing("population")
        sentences = [tuple(self._split(s, theme.head) for s in row) for row in theme.sentences]
        return Names(
            {
                "kind": "theme",
                "head": head,
                "sentences": tuple(sentences),
                "others": tuple(self._told(entry) for entry in self._plain_first(theme.others)),
            }
        )

    def _plain_first(self, entries: Iterable[View]) -> list[View]:
        """Return counts in their order, those with a definition of their own behind the others.

        What follows the words of a definition would read as if it were counted under it.
        """
        return sorted(entries, key=lambda entry: bool(entry.defined_by))

    def _told(self, entry: View, day: object = None) -> Names:
        date = day or entry.date or self._around.as_of
        definition = self._around.definition(entry)
        key = definition.key if definition else None
        names = {
            "entry": entry,
            "date": date if date and date != self._dated else Missing(entry.ref),
            "definition": Missing(entry.ref) if key in self._defined else definition,
        }
        self._dated = date
        self._defined.add(key)
        return Names(names)

    def _split(self, split: Split, head: View | None, annex: object = None) -> Names:
        """Return a split, with the date and the definition of its parts where they are new.

        It is `apart` where `head`, which has just been told, is not its whole, and `close`
        where it can follow in the same sentence.
        """
        first = split.parts[0]
        told = self._told(first, first.date or split.of.date)
        apart = head is None or split.whole != head
        said = {
            "own": self._around.own,
            "told": told,
            "apart": apart,
            "close": not (apart or told.date or told.definition),
            "annex": annex or Missing("attachments"),
        }
        return split.names(self._indicators, said)

    def tabled(self, split: Split) -> Names:
        """Return a split with a table of its own, and the attachment that has it already."""
        of = split.of
        annex = self._around.holder(split.head, [str(of.name or of.cohort)])
        return self._split(split, None, annex)

    def crossed(self, one: "_Crossed") -> Names:
        """Return a crossed table, with the date and the definition of each of its columns."""
        firsts = {entry.cohort: entry for entry in one.grid.cells.values()}
        return one.names([self._told(entry) for entry in firsts.values()])

    def undefined(self) -> tuple[View, ...]:
        """Return the definitions with words that no count has said."""
        left = (d for d in self._around.definitions if d.ref not in self._defined)
        return tuple(d for d in left if d.text or d.rule)

    def unsaid(self, splits: Iterable[Split]) -> tuple[View, ...]:
        """Return the indicators of guardianship that are the share of no part of a split."""
        pairs = [(part, s.whole) for s in splits if s.whole for part in s.parts]
        return tuple(
            one
            for one in self._indicators
            if one.code == IndicatorCode.GUARDIANSHIP_SHARE.value
            and not any(is_share_of(one, part, whole) for part, whole in pairs)
        )


def _joined(items: Sequence[Names]) -> Iterator[Names]:
    """Yield the items of a paragraph; a row of one count goes on to another short item."""
    for item, after in zip(items, (*items[1:], None), strict=True):
        if after is not None and _is_single(item) and (_is_single(after) or _is_short(after)):
            names = {name: item.template_value(name) for name in item.template_names}
            yield Names({**names, "goes_on": True})
        else:
            yield item


def _is_single(item: Names) -> bool:
    entries = item.template_value("entries") if item.kind == "row" else ()
    return isinstance(entries, tuple) and len(entries) == 1


def _is_short(item: Names) -> bool:
    """Return whether a theme is its head only, without a definition or a note."""
    head = item.template_value("head") if item.kind == "theme" else None
    if not isinstance(head, Names) or item.sentences or item.others:
        return False
    entry = head.template_value("entry")
    return isinstance(entry, View) and not (entry.note or head.template_value("definition"))
