"""What a document tells under 主要措施: which entries stand together, and in what form.

Templates write sentences; which measure, activity or rule is an item of its own, which ones are
told in one line, under which heading and in what order is decided here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from summarykit.compose.language.fields import Seen
from summarykit.compose.language.matching import named
from summarykit.compose.language.variety import Variety
from summarykit.compose.language.weaving import words_of
from summarykit.compose.length.sizes import size_at
from summarykit.compose.outline.collecting import collected
from summarykit.compose.outline.headings import Headings
from summarykit.compose.outline.items import Item, Material, Planning
from summarykit.model import YearRecord
from summarykit.model.kinds import MeasureGroup
from summarykit.packs import Visible

MOST_FLAT: Final = 4
"""As many items stand side by side; more are put into groups with headings of their own."""
LITTLE: Final = 160
"""Items that take no more characters than this together make one paragraph."""
SLIGHT: Final = 60
"""A single item of no more characters does not fill a paragraph below a heading."""
_FOREMOST: Final = "leading_groups"
"""Who leads is told before all else, also where it takes one line only; then the meetings."""


class Style(StrEnum):
    """How the items of an outline stand."""

    MERGED = "merged"
    FLAT = "flat"
    GROUPED = "grouped"


@dataclass(frozen=True, slots=True)
class Group(Visible):
    """Items under one heading, and those told in one sentence behind them."""

    id: str
    heading: object
    items: tuple[Item, ...] = ()
    merged: tuple[Item, ...] = ()
    titled: bool = True
    """Whether the items have titles below the heading: a single one may be what it says."""
    lead: tuple[Item, ...] = ()
    """What is told in a line before the items: who leads, and which meetings there were."""
    run_in: bool = False
    """Whether the heading stands in the line of its text, which is too little for one apart."""

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read."""
        return frozenset(
            {"id", "heading", "items", "merged", "first", "titled", "lead", "run_in"}
        )

    def template_value(self, name: str) -> object:
        """Return what a name stands for; `first` is the entity the heading is called after.

        Raises:
            KeyError: There is no such name.
        """
        if name not in self.template_names:
            raise KeyError(name)
        if name == "first":
            return self.all_items[0].entity
        return getattr(self, name)

    @property
    def all_items(self) -> tuple[Item, ...]:
        """All that is told of the group, in the order in which it is told."""
        return (*self.lead, *self.items, *self.merged)


@dataclass(frozen=True, slots=True)
class Outline(Seen):
    """The measures of a document and what is told beside them, arranged."""

    style: Style
    groups: tuple[Group, ...]
    merged: tuple[Item, ...] = ()
    """What is told in one sentence at the end, belonging to no group with items."""
    lead: tuple[Item, ...] = ()
    """What is told in one sentence before the groups: who leads all the work, meetings."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Arranges the material of one document."""

    material: Material
    variety: Variety

    def outline(self) -> Outline:
        """Return the outline: by programme where there are several, else by kind of measure."""
        items = collected(self.material)
        if len(self.material.programmes) > 1:
            return self._by_programme(items)
        return self._by_kind(items)

    def _by_programme(self, items: Sequence[Item]) -> Outline:
        """Return the work of each programme behind what they share.

        A shared line or two is no heading's worth: who leads is told first, the rest last. A
        programme of a line has its heading in that line, and so have all where none has more
        than an item.
        """
        shared = self._group("", "", _of(items, ""))
        groups = [replace(shared, heading=self._shared_heading(shared))]
        for programme in self.material.programmes:
            kind, label = (str(programme.template_value(n)) for n in ("kind", "label"))
            groups.append(self._group(kind, label, _of(items, programme.ref)))
        alone = Group("", "") if shared.items else groups.pop(0)
        told = [group for group in groups if group.all_items]
        slim = len(told) > 1 and all(len(group.items) <= 1 for group in told)
        headed = tuple(replace(g, run_in=slim or self._is_slight(g)) for g in told)
        return Outline(Style.GROUPED, headed, alone.merged, alone.lead)

    def _is_slight(self, group: Group) -> bool:
        """Return whether a group is too little for a heading in a line of its own."""
        if len(group.items) == 1 and not group.merged:
            return _size(group.items[0], self.material) <= SLIGHT
        return not group.items

    def _shared_heading(self, shared: Group) -> str:
        led = all(item.group is MeasureGroup.ORGANISATION for item in shared.all_items)
        wordings = self.headings.single(("headings", "shared" if led else "shared_work"))
        return wordings[0]

    def _by_kind(self, items: Sequence[Item]) -> Outline:
        groups = [
            self._group(kind.value, "", [i for i in items if i.group is kind])
            for kind in MeasureGroup
        ]
        told = [group for group in groups if group.items]
        alone = [item for g in groups if not g.items for item in g.all_items]
        count = sum(len(group.items) for group in told)
        if count <= MOST_FLAT or len(told) == 1:
            return self._flat(told, alone)
        lead, rest = _led(alone)
        return Outline(Style.GROUPED, tuple(self._headed(told)), rest, lead)

    def _flat(self, groups: Sequence[Group], alone: Sequence[Item]) -> Outline:
        """Return few items side by side; a single one is not numbered, nor are short ones.

        Who leads is told before the first of them, whichever group that is in.
        """
        items = [item for group in groups for item in group.items]
        size = sum(_size(item, self.material) for item in items)
        is_merged = size <= LITTLE or len(items) == 1
        lead, rest = _led([*(item for group in groups for item in group.lead), *alone])
        plain = tuple(replace(group, lead=()) for group in groups)
        return Outline(Style.MERGED if is_merged else Style.FLAT, plain, rest, lead)

    def _headed(self, groups: Sequence[Group]) -> Iterator[Group]:
        """Yield the groups with their headings, each of which knows the one before it."""
        before = ""
        for group in self._paired(groups):
            phrases = [item.phrase for item in group.items]
            before = self.headings.over(group.id, phrases, before)
            yield replace(group, heading=before, titled=_is_titled(group, before))

    def _paired(self, groups: Sequence[Group]) -> Iterator[Group]:
        """Yield the groups, two neighbours that have one item each as one group."""
        waiting: Group | None = None
        for group in groups:
            single = len(group.items) == 1
            if waiting and single and self._fit(waiting, group):
                yield _joined(waiting, group)
                waiting = None
                continue
            yield from (waiting,) if waiting else ()
            waiting = group if single else None
            yield from () if single else (group,)
        yield from (waiting,) if waiting else ()

    def _fit(self, one: Group, other: Group) -> bool:
        """Return whether two groups can have one heading; what leads stays with its own."""
        phrases = ([item.phrase for item in group.items] for group in (one, other))
        return not other.lead and self.headings.joins(*phrases)

    def _group(self, name: str, heading: str, items: Sequence[Item]) -> Group:
        is_line = [self.material.is_line(item.entity) or item.is_bare for item in items]
        full = tuple(i for i, line in zip(items, is_line, strict=True) if not line)
        lead, rest = _led(i for i, line in zip(items, is_line, strict=True) if line)
        return Group(name, heading, full, rest, lead=lead)

    @property
    def headings(self) -> Headings:
        """The words over groups."""
        return Headings(self.material.terms, self.variety)


class Outliner:
    """Gives templates the outline of what was done, of what is planned, or of both."""

    def __init__(self, record: YearRecord, material: Callable[[Planning], Material]) -> None:
        self._variety = Variety(record)
        self._material = material

    def __call__(self, planning: str = "done") -> Outline:
        """Return the outline; `planning` is `done`, `planned` or `both`.

        Raises:
            ValueError: `planning` is something else.
        """
        material = self._material(Planning(str(planning)))
        return Planner(material, self._variety).outline()


def _size(item: Item, material: Material) -> int:
    views = item.entities or (item.entity,)
    return sum(size_at(view.entity, material.shortening.depth(view.ref)) for view in views)


def _of(items: Sequence[Item], home: str) -> list[Item]:
    return [item for item in items if item.home == home]


def _is_titled(group: Group, heading: str) -> bool:
    """Return whether items have titles below their heading.

    A single one has none that the heading says, or its own text at once.
    """
    if len(group.items) > 1:
        return True
    item = group.items[0]
    said = getattr(item.entity.entity, "practice", None) or ""
    return item.is_named and words_of(item.title) not in heading and not named(item.title, said)


def _led(items: Iterable[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Return who leads and the meetings that set the work going, and all else."""
    listed = tuple(items)
    leading = tuple(item for item in listed if _leads(item))
    return leading, tuple(item for item in listed if not _leads(item))


def _leads(item: Item) -> bool:
    is_meeting = item.role == "activity" and item.group is MeasureGroup.ORGANISATION
    return item.role == _FOREMOST or (is_meeting and not item.is_planned)


def _joined(one: Group, other: Group) -> Group:
    items, merged = one.items + other.items, one.merged + other.merged
    return Group(f"{one.id}+{other.id}", "", items, merged, lead=one.lead)
