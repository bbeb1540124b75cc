"""What the clauses on one measure are made from: its fields, its wording, what is around it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, cast

from summarykit.compose.language.fields import is_listed
from summarykit.compose.language.matching import unsaid
from summarykit.compose.language.phrasing import subject_first, unstopped, without
from summarykit.compose.language.variety import Variety
from summarykit.compose.language.weaving import words_of
from summarykit.compose.planning import is_planned
from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.l10n.patterns import LazyPattern
from summarykit.model import YearRecord
from summarykit.model.plan import Measure
from summarykit.packs import Phrase, UnknownNameError

SLOT: Final = "…"
"""Where a value stands in a wording: 由…负责."""
_LED: Final = LazyPattern("[^，；。]*(?:任|牵头|负责)[^，；。]*，(?:成立|组建|建立|设立)")
"""How a practice goes on that 由 leads up to: what is founded has another founder."""
_WORD: Final = 2
_TERM: Final = 4
Value = Shown | Missing
Terms = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Around:
    """What stands around the measures of a document."""

    record: YearRecord
    terms: Terms
    find: Callable[[object], object]
    """Finds what a link of the record leads to."""
    ours: tuple[object, ...] = ()
    """What the organisation is called; who acts there need not be told to be its own."""
    cohorts: tuple[str, ...] = ()
    """Whom the report is about, all of it."""
    programmes: tuple[View, ...] = ()
    is_plan: bool = False
    """Whether the document is a plan: all of it lies ahead, and no word has to say so."""

    @cached_property
    def variety(self) -> Variety:
        """Picks wordings for the record."""
        return Variety(self.record)

    def linked(self, link: Value) -> View | None:
        """Return the entity that a link leads to; None where it leads nowhere."""
        found = self.find(link) if link else None
        return found if isinstance(found, View) else None


@dataclass(frozen=True)
class Draft:
    """One measure that is to be told, in the wording of its kind."""

    m: View
    around: Around
    wording: Mapping[str, object] = field(default_factory=dict)
    events: tuple[View, ...] = ()
    """Activities that are the same event."""
    headed: bool = True
    """Whether the name of the measure stands before its paragraph."""
    goes_on: bool = False
    """Whether another planned measure stands just before, and says that it lies ahead."""

    def __post_init__(self) -> None:
        """Refuse what is no measure."""
        if not isinstance(self.m.entity, Measure):
            msg = "this tells measures only"
            raise TypeError(msg)

    @cached_property
    def entity(self) -> Measure:
        """The measure itself."""
        return cast("Measure", self.m.entity)

    @cached_property
    def kind(self) -> str:
        """The English name of the kind."""
        return self.entity.kind.value

    @cached_property
    def is_planned(self) -> bool:
        """Whether it has not been done yet."""
        return is_planned(self.entity)

    @cached_property
    def looks_ahead(self) -> bool:
        """Whether its words have to say that it lies ahead: 将, 拟; in a plan they need not."""
        return self.is_planned and not (self.around.is_plan or self.goes_on)

    @cached_property
    def practice(self) -> Value:
        """What is done, in the words of the record, without 由 before those who begin it.

        由班主任逐户走访 is 班主任逐户走访: not every paragraph shall begin with 由.
        """
        practice = self.value("practice")
        bare = without(practice, "由")
        if not bare or _LED.match(str(bare)):
            return practice  # 由校长担任组长，成立领导小组
        return bare if subject_first(bare, *self.entries("actors")) else practice

    @cached_property
    def said(self) -> tuple[str, ...]:
        """What is said of it before all else: the practice, and the name above it."""
        name = self.value("name") if self.headed else ""
        return tuple(str(text) for text in (self.practice, name) if text)

    @cached_property
    def told_beside(self) -> tuple[str, ...]:
        """What is told here of facts that are kept elsewhere: 共签订责任书16份."""
        more = self.wording.get("more")
        return tuple(map(words_of, more)) if isinstance(more, tuple | list) else ()

    @cached_property
    def will(self) -> str:
        """The word that a planned measure has before each thing it will do."""
        return "拟" if self.looks_ahead else ""

    def value(self, name: str) -> Value:
        """Return a field that holds one value, without a 。 of its own."""
        found = cast("Value", self.m.template_value(name))
        is_text = isinstance(found, Shown) and isinstance(found.value, str)
        return unstopped(cast("Shown", found)) if is_text else found

    def entries(self, name: str) -> ShownList:
        """Return a field that holds a list; an empty one when the record has none."""
        found = entries_of(self.m, name)
        if not any(str(one).endswith("。") for one in found):
            return found
        return ShownList.named(found.ref, (unstopped(cast("Shown", one)) for one in found))

    def views(self, name: str) -> tuple[View, ...]:
        """Return a field that holds entities."""
        return views_of(self.m, name)

    def left(self, name: str, *before: object) -> ShownList:
        """Return the entries of a list that neither the practice nor `before` says."""
        found = unsaid(self.entries(name), self.practice, *before)
        return found if isinstance(found, ShownList) else ShownList.named(found.ref, ())

    def term(self, table: str, default: str = "") -> str:
        """Return the wording of this kind in a table of `terms.toml`."""
        return self.chosen(table, self.around.terms.get(table, {}).get(self.kind, default))

    def terms(self, table: str) -> tuple[str, ...]:
        """Return all wordings of this kind in a table of `terms.toml`."""
        found = self.around.terms.get(table, {}).get(self.kind, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def is_listed(self, table: str) -> bool:
        """Return whether a table of `terms.toml` names this kind, and does not take it out."""
        return is_listed(self.kind, self.around.terms.get(table, {}))

    def words(self, name: str) -> str:
        """Return one of the wordings of `name`: those of the kind, else the usual ones."""
        return self.chosen(name, self.wordings(name))

    def usual(self, name: str) -> str:
        """Return one of the usual wordings of `name`, whatever the kind has."""
        return self.chosen(name, self.around.terms["measure_words"][name])

    def put(self, name: str, *values: object) -> Phrase:
        """Return a wording with values in its slot: 由德育处负责.

        A wording that says a word of the value again gives way to one that does not, and so
        does one that goes on in the words of the practice.
        """
        wordings = self.wordings(name)
        said = "".join(map(words_of, values))
        fresh = tuple(one for one in wordings if not _repeats(one, said, _WORD)) or wordings
        practice = str(self.practice) if self.practice else ""
        freshest = tuple(one for one in fresh if not _repeats(one, practice, _TERM))
        before, _, after = self.chosen(name, freshest or fresh).partition(SLOT)
        return Phrase((before, *values, after))

    def wordings(self, name: str) -> tuple[str, ...]:
        """Return all the wordings of `name`: those of the kind, else the usual ones.

        Raises:
            UnknownNameError: There is no such name.
        """
        usual = self.around.terms.get("measure_words", {})
        found = self.wording.get(name) or usual.get(name)
        if not found:
            msg = f"terms.measure_words has no {name}"
            raise UnknownNameError(msg, name, sorted(usual))
        return (found,) if isinstance(found, str) else tuple(cast("Iterable[str]", found))

    def chosen(self, name: str, wordings: object) -> str:
        """Return one of some wordings; which one hangs on the measure and on `name`."""
        return str(self.around.variety.choose(f"{self.m.ref}#{name}", wordings))


def _repeats(wording: str, said: str, size: int) -> bool:
    """Return whether so many characters in a row of a wording have been said."""
    pieces = wording.split(SLOT)
    return any(p[at : at + size] in said for p in pieces for at in range(len(p) - size + 1))


def entries_of(view: View, name: str) -> ShownList:
    """Return a list that an entity holds; an empty one when the record has none."""
    found = view.template_value(name)
    return found if isinstance(found, ShownList) else ShownList.named(f"{view.ref}.{name}", ())


def views_of(view: View, name: str) -> tuple[View, ...]:
    """Return the entities that an entity holds in a list."""
    return cast("tuple[View, ...]", tuple(entries_of(view, name)))


def row(values: Iterable[object], last: str = "、") -> Phrase:
    """Return the values in a row, with 、 between them and `last` before the final one."""
    listed = tuple(values)
    parts: list[object] = []
    for place, value in enumerate(listed):
        mark = last if place == len(listed) - 1 else "、"
        parts += [mark, value] if place else [value]
    return Phrase(parts)


def clauses(values: Sequence[object]) -> Phrase:
    """Return the clauses that are there, with commas between them."""
    parts: list[object] = []
    for value in filter(None, values):
        parts += ["，", value] if parts else [value]
    return Phrase(parts)
