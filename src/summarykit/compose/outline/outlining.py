"""What a document tells under 主要措施: which entries stand together, and in what form.

Templates write sentences; which measure, activity or rule is an item of its own, which ones are
told in one line, under which heading and in what order is decided here.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from summarykit.compose.language.matching import named
from summarykit.compose.language.variety import Variety
from summarykit.compose.language.weaving import words_of
from summarykit.compose.length.sizes import size_at
from summarykit.compose.outline.collecting import collected
from summarykit.compose.outline.items import Item, Material, Planning
from summarykit.model import YearRecord
from summarykit.model.kinds import MeasureGroup
from summarykit.packs import Visible

MOST_FLAT: Final = 4
"""As many items stand side by side; more are put into groups with headings of their own."""
LITTLE: Final = 160
"""Items that take no more characters than this together make one paragraph."""
MOST_PHRASES: Final = 2
"""The customary heading has two verb-object phrases of like length: 强化……，压实……."""
_IDLE: Final = frozenset("工作制度活动情况办法开展做好“”")
"""Signs that add nothing to a title: 家访工作 says no more than 开展教师家访."""


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
    items: tuple[Item, ...]
    merged: tuple[Item, ...] = ()
    titled: bool = True
    """Whether the items have titles below the heading: a single one may be what it says."""

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read."""
        return frozenset({"id", "heading", "items", "merged", "first", "titled"})

    def template_value(self, name: str) -> object:
        """Return what a name stands for; `first` is the entity the heading is called after.

        Raises:
            KeyError: There is no such name.
        """
        if name not in self.template_names:
            raise KeyError(name)
        if name == "first":
            return (*self.items, *self.merged)[0].entity
        return getattr(self, name)


@dataclass(frozen=True, slots=True)
class Outline(Visible):
    """The measures of a document and what is told beside them, arranged."""

    style: Style
    groups: tuple[Group, ...]
    merged: tuple[Item, ...] = ()
    """What is told in one sentence at the end, belonging to no group with items."""

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read."""
        return frozenset({"style", "groups", "merged"})

    def template_value(self, name: str) -> object:
        """Return what a name stands for; the style as a word to compare with.

        Raises:
            KeyError: There is no such name.
        """
        if name not in self.template_names:
            raise KeyError(name)
        return self.style.value if name == "style" else getattr(self, name)


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
        shared = _of(items, "")
        own = all(item.group is MeasureGroup.ORGANISATION for item in shared)
        heading = self._term("headings", "shared" if own else "shared_work")
        groups = [self._group("", heading, shared)]
        for programme in self.material.programmes:
            kind, label = (str(programme.template_value(n)) for n in ("kind", "label"))
            groups.append(self._group(kind, label, _of(items, programme.ref)))
        told = tuple(group for group in groups if group.items or group.merged)
        return Outline(Style.GROUPED, told)

    def _by_kind(self, items: Sequence[Item]) -> Outline:
        groups = [
            self._group(kind.value, "", [i for i in items if i.group is kind])
            for kind in MeasureGroup
        ]
        told = [group for group in groups if group.items]
        alone = tuple(item for group in groups if not group.items for item in group.merged)
        count = sum(len(group.items) for group in told)
        if count <= MOST_FLAT or len(told) == 1:
            return Outline(self._flat_style(told), tuple(told), alone)
        headed = tuple(self._headed(group) for group in self._paired(told))
        return Outline(Style.GROUPED, headed, alone)

    def _paired(self, groups: Sequence[Group]) -> Iterator[Group]:
        """Yield the groups, two neighbours that have one item each as one group."""
        waiting: Group | None = None
        for group in groups:
            single = len(group.items) == 1
            if waiting and single and not _alike(self._phrases((*waiting.items, *group.items))):
                yield _joined(waiting, group)
                waiting = None
                continue
            yield from (waiting,) if waiting else ()
            waiting = group if single else None
            yield from () if single else (group,)
        yield from (waiting,) if waiting else ()

    def _flat_style(self, groups: Iterable[Group]) -> Style:
        size = sum(_size(item, self.material) for group in groups for item in group.items)
        return Style.MERGED if size <= LITTLE else Style.FLAT

    def _group(self, name: str, heading: str, items: Sequence[Item]) -> Group:
        lines = [self.material.is_line(item.entity) or item.is_bare for item in items]
        full = tuple(i for i, line in zip(items, lines, strict=True) if not line)
        return Group(
            name, heading, full, tuple(i for i, line in zip(items, lines, strict=True) if line)
        )

    def _headed(self, group: Group) -> Group:
        """Return the group with its heading: two phrases of what it holds, or one for many."""
        phrases = self._phrases(group.items)
        if len(group.items) == 1:
            return self._single(group, phrases[0])
        if len(phrases) > MOST_PHRASES or _alike(phrases):
            phrases = (self._term("groups", group.id),)
        return replace(group, heading="，".join(phrases))

    def _single(self, group: Group, phrase: str) -> Group:
        """Return a group of one item: a title that says no more than the heading is left out.

        A name of its own that is nearly the heading stands in its place; one that the text
        below says at once is not said before.
        """
        item = group.items[0]
        said = getattr(item.entity.entity, "practice", None) or ""
        if not item.is_named or words_of(item.title) in phrase or named(item.title, said):
            return replace(group, heading=phrase, titled=False)
        is_alike = set(words_of(item.title)) - _IDLE <= set(phrase)
        if is_alike or item.is_planned:  # 将 begins the paragraph on what is planned
            return replace(group, heading=item.title, titled=False)
        return replace(group, heading=phrase)

    def _phrases(self, items: Iterable[Item]) -> tuple[str, ...]:
        """Return the verb-object phrases of some items, each once."""
        kinds = dict.fromkeys(item.phrase for item in items)
        return tuple(dict.fromkeys(self._term(*kind) for kind in kinds))

    def _term(self, table: str, name: str) -> str:
        words = self.material.terms[table][name]
        return str(self.variety.choose(f"{table}.{name}", words))


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


def _alike(phrases: Sequence[str]) -> bool:
    """Return whether the verbs are the same: 开展……，开展…… is no heading."""
    return len(phrases) > 1 and phrases[0][:2] == phrases[1][:2]


def _joined(one: Group, other: Group) -> Group:
    items, merged = one.items + other.items, one.merged + other.merged
    return Group(f"{one.id}+{other.id}", "", items, merged)
