"""What is told in a line among its neighbours: sorted by what it is, a few in a sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.compose.language.weaving import size_of, words_of
from summarykit.compose.measures.reaching import EVERYBODY
from summarykit.compose.outline.items import Item
from summarykit.compose.outline.key_figures import KeyFigures
from summarykit.compose.views import Names, Shown, View
from summarykit.compose.work.dated import day_alone, month_alone, short_date
from summarykit.model.events import Activity
from summarykit.model.organisation import Period
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import Phrase

MOST_IN_A_LINE: Final = 8
LONGEST_LINE: Final = 84
_KINDS: Final = (
    ("body", ("leading_groups",)),
    ("work", ("measure", "duties", "contracts", "visits", "rules", "campaign")),
    ("slogan", ("slogan",)),
    ("activity", ("activity",)),
    ("aid", ("aid",)),
    ("donor", ("donation",)),
)
"""What a sentence of such a line is about, in the order of the sentences, and the roles."""
ACTIVITY: Final = "activity"
PLANNED: Final = "planned"
COMING: Final = "coming"
_HELD: Final = (ACTIVITY, COMING)
_APART: Final = ("work", "aid", "donor")
"""Kinds of which those with figures and those that are only named are told apart."""
_MEETING: Final = "会"
_CONVENED: Final = "convened"
"""How `terms.held` calls the way of meetings."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes the sentences of what is told in a line, for one record."""

    terms: Mapping[str, Mapping[str, Any]]
    period: Period

    def __call__(self, items: Sequence[Item]) -> tuple[Names, ...]:
        """Return the sentences, each with its `kind` and `entries`.

        The kinds are `body` (who leads), `work`, `slogan`, `activity`, `aid`, `donor`; last,
        what is `planned` and which activities are `coming`. An entry has a `title`, `figures`
        for brackets and a `clause` to go on with, each a phrase or nothing; what has figures
        and what is only named stand in sentences of their own, `counted` says which. An
        activity has its `verb` where that is not the one before it, and `when` all of a
        sentence took place is the day of the only one, or the month they have in common.
        `more` says that a sentence goes on with what the one before it is about.
        """
        done = [item for item in items if not item.is_planned]
        found = [(kind, [i for i in done if i.role in roles]) for kind, roles in _KINDS]
        ahead = [item for item in items if item.is_planned]
        found.append((PLANNED, [item for item in ahead if item.role != ACTIVITY]))
        found.append((COMING, [item for item in ahead if item.role == ACTIVITY]))
        return tuple(line for kind, some in found for line in self._lines(kind, some))

    def _lines(self, kind: str, items: Iterable[Item]) -> Iterator[Names]:
        entries = [self._entry(item) for item in items]
        parted = [[e for e in entries if e.figures], [e for e in entries if not e.figures]]
        told = 0
        for some in parted if kind in _APART else [entries]:
            for row in _rows(some):
                yield self._line(kind, row, more=told > 0)
                told += 1

    def _line(self, kind: str, row: Sequence[Names], *, more: bool) -> Names:
        counted = all(entry.figures for entry in row)
        month = self._month(row) if kind in _HELD else None
        when: object = month or ""
        if month is not None:
            row = [_in_month(entry) for entry in row]
        elif kind in _HELD and len(row) == 1:
            when, row = row[0].figures, [_changed(row[0], figures="")]
        line = {"kind": kind, "entries": _with_verbs(row), "counted": counted, "more": more}
        return Names(line | {"when": when})

    def _entry(self, item: Item) -> Names:
        entity = item.entity
        if isinstance(entity.entity, Activity):
            return self._event(item, entity.entity)
        known = KeyFigures(self.terms)
        names = {"title": item.title, "item": item, "verb": ""}
        whom = _whom(item)
        figures = _joined((*known.of(entity), *whom))
        clause = _joined((*known.going_on(entity), *whom))
        return Names(names | {"figures": figures, "clause": clause})

    def _event(self, item: Item, event: Activity) -> Names:
        """Return an activity: its verb and name, how many there were, on which day."""
        title, kind = words_of(item.title), event.kind.value
        times = item.entity.template_value("count") or ""
        when = _date_of(item.entity)
        day = short_date(when, self.period) if when is not None else ""
        return Names(
            {
                "title": Phrase((item.title, self._noun(title, kind), times)),
                "item": item,
                "verb": self._verb(title, kind),
                "figures": day,
                "clause": "",
            }
        )

    def _verb(self, title: str, kind: str) -> str:
        """Return how one says that it was held: by what its name ends in, else by its kind."""
        ending = self._ending(title)
        if kind == "meeting" and title.endswith(_MEETING):
            ending = _CONVENED
        words = self.terms["held"][ending] if ending else self.terms["activity_verbs"][kind]
        return words if isinstance(words, str) else str(words[0])

    def _ending(self, title: str) -> str:
        """Return which of the customary endings a name has, the longest that fits."""
        fits = [
            (len(ending), verb)
            for verb, endings in self.terms["held_endings"].items()
            for ending in ((endings,) if isinstance(endings, str) else endings)
            if title.endswith(ending)
        ]
        return max(fits)[1] if fits else ""

    def _noun(self, title: str, kind: str) -> str:
        """Return what makes a name something that is held: 法治副校长进校园讲座."""
        return (
            "" if self._ending(title) else str(self.terms["activity_nouns"].get(kind, "活动"))
        )

    def _month(self, row: Sequence[Names]) -> Shown | None:
        """Return the month in which all of several activities took place, if they have one."""
        dates = [_date_of(_view_of(entry)) for entry in row]
        months = [month_alone(date, self.period) for date in dates if date is not None]
        if len(row) == 1 or len(months) < len(row) or None in months:
            return None
        first = months[0]
        alike = all(str(month) == str(first) for month in months)
        known = all(date is not None and day_alone(date) is not None for date in dates)
        return first if alike and known else None


def _date_of(view: View) -> Shown | None:
    """Return the day of an activity; the first day of many is not the day."""
    event = view.entity
    if not isinstance(event, Activity) or event.end is not None:
        return None
    date = view.template_value("date")
    return date if isinstance(date, Shown) else None


def _view_of(entry: Names) -> View:
    item = entry.template_value("item")
    if not isinstance(item, Item):
        msg = "an entry has its item"
        raise TypeError(msg)
    return item.entity


def _in_month(entry: Names) -> Names:
    """Return an entry with its day only: the month is said before all of them."""
    date = _date_of(_view_of(entry))
    return _changed(entry, figures=day_alone(date) if date is not None else "")


def _with_verbs(row: Sequence[Names]) -> tuple[Names, ...]:
    """Return the entries, those without a verb that go on with the one before."""
    rest = (
        _changed(entry, verb="") if entry.verb == before.verb else entry
        for before, entry in pairwise(row)
    )
    return (*row[:1], *rest)


def _changed(entry: Names, **names: object) -> Names:
    known = {name: entry.template_value(name) for name in entry.template_names}
    return Names(known | names)


def _whom(item: Item) -> tuple[Phrase, ...]:
    """Return whom a measure is for that has only a name, where the name does not say so."""
    measure = item.entity.entity
    cohort = measure.cohort if isinstance(measure, Measure) and item.is_bare else None
    if cohort is None or cohort in EVERYBODY:
        return ()
    kinds = [kind.label for kind in ProgrammeKind if item.home.endswith(f".{kind.value}")]
    words = (cohort.label, *COHORT_WORDS.get(cohort, ()))
    if any(word in said for word in words for said in (words_of(item.title), *kinds)):
        return ()
    return (Phrase(("面向", item.entity.template_value("cohort"))),)


def _joined(figures: Sequence[object]) -> Phrase:
    return Phrase([part for figure in figures for part in ("，", figure)][1:])


def _rows(entries: Iterable[Names]) -> Iterator[tuple[Names, ...]]:
    row: list[Names] = []
    size = 0
    for entry in entries:
        length = size_of(entry.title) + size_of(entry.figures) + 1
        if row and (len(row) == MOST_IN_A_LINE or size + length > LONGEST_LINE):
            yield tuple(row)
            row, size = [], 0
        row.append(entry)
        size += length
    if row:
        yield tuple(row)
