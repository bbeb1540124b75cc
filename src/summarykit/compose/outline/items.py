"""The items of 主要措施, and the material they are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, cast

from summarykit.compose.language.matching import named
from summarykit.compose.length.depths import Depth, Shortening
from summarykit.compose.planning import is_planned
from summarykit.compose.views import Missing, ShownList, View
from summarykit.compose.work.slogans import says_more
from summarykit.model.entity import Entity
from summarykit.model.kinds import MeasureGroup
from summarykit.packs import Visible

Terms = Mapping[str, Mapping[str, Any]]
Hosted = Mapping[str, tuple[View, ...]]
HOSTED: Final = (
    "leading_groups",
    "lines",
    "areas",
    "chains",
    "contracts",
    "aid",
    "donations",
    "slogans",
)
"""Facts that a record keeps once and that are told with the measure they belong to."""
_NAMES: Final = frozenset(
    {
        *("entity", "role", "title", "template", "entities", "events", "hosts", "turn"),
        *("bare", "untitled"),
    }
)
_WORDLESS: Final = frozenset(
    {
        *("id", "kind", "name", "status", "cohort", "serves", "policies", "population"),
        *("programmes", "photographs", "donor", "follows"),
    }
)
"""Fields that say which entity it is and what it belongs to, and nothing of what was done."""


_ANSWERS: Final = MappingProxyType({"bare": "is_bare", "untitled": "is_untitled"})
"""The names of the questions that a template may ask."""
_OWN_NAMES: Final = frozenset({"measure", "campaign", "activity"})
_TITLELESS: Final = frozenset({"visits", "leading_groups"})
"""Roles whose text begins with what they are."""
_NAMED_TOGETHER: Final = frozenset({"leading_groups", "duties", "contracts", "visits", "aid"})
"""Roles whose sentence is made of names, or of how many there are."""


class Hosts(Visible):
    """The facts that are told with a measure, by name; none is an empty tuple."""

    __slots__ = ("_hosted",)

    def __init__(self, hosted: Hosted) -> None:
        self._hosted = hosted

    @property
    def template_names(self) -> frozenset[str]:
        """The names of all facts that some measure is told with."""
        return frozenset(HOSTED)

    def template_value(self, name: str) -> object:
        """Return the entities of that name; raises KeyError when there is no such name."""
        if name not in HOSTED:
            raise KeyError(name)
        return self._hosted.get(name, ())

    def __bool__(self) -> bool:
        """Return whether anything is told with the measure."""
        return bool(self._hosted)


NO_HOSTS: Final = Hosts({})


@dataclass(frozen=True, slots=True)
class Item(Visible):
    """One item: the entity it is about, its title, and the template that writes it."""

    entity: View
    role: str
    title: object
    template: str | tuple[str, ...]
    """Its template, or several of which the first that there is counts."""
    group: MeasureGroup
    phrase: tuple[str, str]
    """The table and the entry of `terms.toml` that give the verb-object phrase of a heading."""
    home: str = ""
    """The reference of the programme it is told under; "" for what several share."""
    entities: tuple[View, ...] = ()
    """All that it tells, where that is several entities."""
    hosts: Hosts = NO_HOSTS
    events: tuple[View, ...] = ()
    """Activities that are the same event as the measure."""
    turn: int = 0
    """Which of its role it is, for wordings that change from one to the next."""

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read."""
        return _NAMES

    def template_value(self, name: str) -> object:
        """Return what a name stands for; raises KeyError when there is no such name."""
        if name not in _NAMES:
            raise KeyError(name)
        return getattr(self, _ANSWERS.get(name, name))

    @property
    def is_planned(self) -> bool:
        """Whether it has not been done yet."""
        return is_planned(self.entity.entity)

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to say but a name."""
        if self.role in _NAMED_TOGETHER:
            return False
        if self.role == "slogan":
            return not says_more(self.entity)
        return not (self.hosts or self.events or any(map(has_words, self._told)))

    @property
    def is_untitled(self) -> bool:
        """Whether its text says what it is, so that no title has to stand before it.

        The practice of a measure says so, unless a name says more; steps and dates do not.
        """
        if self.role != "measure":
            return self.role in _TITLELESS
        name, practice = (self.entity.template_value(n) for n in ("name", "practice"))
        return bool(practice) and (not name or named(name, practice))

    @property
    def is_named(self) -> bool:
        """Whether its title is a name that the record gives, or is made with one."""
        own = self.role in _OWN_NAMES and bool(getattr(self.entity.entity, "name", None))
        return own or self.role == "slogan"

    @property
    def _told(self) -> tuple[View, ...]:
        return self.entities or (self.entity,)


class Planning(StrEnum):
    """What of a record is told: what was done, what is planned, or both."""

    DONE = "done"
    PLANNED = "planned"
    BOTH = "both"

    def tells(self, entity: View) -> bool:
        """Return whether a measure or an activity is told."""
        return self is Planning.BOTH or is_planned(entity.entity) is (self is Planning.PLANNED)


@dataclass(frozen=True, slots=True)
class Material:
    """What may be told: the programmes, the lists that belong to them, duties and visits."""

    programmes: tuple[View, ...]
    lists: Mapping[str, ShownList]
    duties: View | Missing
    visits: View | Missing
    planning: Planning
    terms: Terms
    shortening: Shortening

    def title(self, role: str) -> str:
        """Return what an item that has no name of its own is called."""
        return str(self.terms["titles"][role])

    def entries(self, name: str) -> tuple[View, ...]:
        """Return the entities of a list that belongs to programmes."""
        return entities_of(self.lists[name])

    def home_of(self, entity: View) -> str:
        """Return the programme that an entity is told under: the first of its own, if any."""
        own = getattr(entity.entity, "programmes", ())
        homes = (str(p.ref) for p in self.programmes if p.template_value("kind") in own)
        return next(homes, "")

    def is_line(self, entity: View) -> bool:
        """Return whether an entity is told in one line, among its neighbours."""
        return self.shortening.depth(entity.ref) is Depth.LINE

    @property
    def is_plan(self) -> bool:
        """Whether every measure is planned: the record itself is a plan."""
        measures = [m for programme in self.programmes for m in measures_of(programme)]
        return bool(measures) and all(is_planned(measure.entity) for measure in measures)


def measures_of(programme: View) -> tuple[View, ...]:
    """Return the measures of a programme."""
    return entities_of(programme.template_value("measures"))


def entities_of(entries: object) -> tuple[View, ...]:
    """Return the entities of a list; none of what is missing."""
    return tuple(cast("Iterable[View]", entries))


def has_words(entity: View) -> bool:
    """Return whether something is told of an entity beside its name, at its length."""
    names = type(entity.entity).model_fields
    return any(entity.template_value(name) for name in names if name not in _WORDLESS)


def is_wordless(entity: Entity) -> bool:
    """Return whether the record has nothing of an entity but what it is called.

    A value that is masked or lost is nothing that could be told.
    """
    return not has_words(View(entity, ""))
