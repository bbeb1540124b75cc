"""A round of home visits: which groups were all visited, and which in part."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, cast

from summarykit.compose.outcome.tales import alias_alone
from summarykit.compose.situation.rates import share_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.facts.reference import item
from summarykit.model.events import HomeVisits
from summarykit.model.values import Quantity
from summarykit.packs import Phrase

MOST_IN_WORDS: Final = 3
"""The figures of more groups stand in a table."""


def coverage_of(groups: Iterable[View]) -> Names:
    """Return what a round reached: `whole` groups, `parts`, and those only `named`.

    Of a whole group everyone was visited; `all_visited` is the clause that says so. `tabled`
    says that there are too many figures for a sentence; each of `parts` has its `group` view
    and its `rate`, stated or computed.
    """
    listed = tuple(groups)
    counted = [group for group in listed if _is_counted(group)]
    whole = [group for group in counted if _is_whole(group)]
    rated = [group for group in whole if group.rate]
    if rated and len(rated) < len(whole):
        whole = [group for group in whole if group not in rated]
    return Names(
        {
            "all_visited": _all_visited(whole),
            "parts": tuple(
                Names({"group": group, "rate": _rate(group)})
                for group in counted
                if group not in whole
            ),
            "named": tuple(group.group for group in listed if group not in counted),
            "tabled": len(counted) > MOST_IN_WORDS,
            "counted": tuple(counted),
        }
    )


def _all_visited(groups: Sequence[View]) -> Phrase:
    """Return 甲类87名、乙类46名均全部走访，覆盖率均为100%.

    That all were visited says how many were: each of its words stands for one group's figure.
    """
    if not groups:
        return Phrase(())
    names = [part for group in groups for part in ("、", group.group, group.total)][1:]
    ways = ("全部", "走访") if len(groups) == 1 else ("均", "全部", "走访")
    words: list[object] = [*names, *_said(ways, _shown(groups, "visited"))]
    if groups[0].rate:
        others = _shown(groups[1:], "rate")
        words += ["，覆盖率", *_said(("均", "为") if others else ("为",), others)]
        words.append(groups[0].rate)
    return Phrase(words)


def _shown(groups: Iterable[View], field: str) -> list[Shown]:
    return [cast("Shown", getattr(group, field)) for group in groups]


def _said(words: Sequence[str], values: Sequence[Shown]) -> Iterator[object]:
    """Yield the words, the first of them as what says the values."""
    for index, word in enumerate(words):
        value = values[index] if index < len(values) else None
        yield word if value is None else Shown(value.value, f"{value.ref}#whole", word)


def _is_counted(group: View) -> bool:
    return bool(group.visited or group.total or group.rate)


def _is_whole(group: View) -> bool:
    visited, total = group.entity.visited, group.entity.total  # type: ignore[attr-defined]
    if not isinstance(visited, Quantity) or not isinstance(total, Quantity):
        return False
    return visited.is_exact and total.is_exact and visited.agrees_with(total)


def _rate(group: View) -> object:
    if group.rate:
        return group.rate
    return share_of(group.visited, group.total) if group.visited and group.total else group.rate


def visits_in_all(home: View) -> Shown | Missing:
    """Return how many single visits there were, also of those that a short text leaves out."""
    ref = f"{home.ref}.visits"
    visits = home.entity.visits if isinstance(home.entity, HomeVisits) else ()
    if not visits:
        return Missing(ref)
    basis = tuple(item(ref, at, visit) for at, visit in enumerate(visits))
    return Shown(Quantity.of(len(visits), "次"), f"{ref}#count", basis=basis)


def about_child(text: Shown, alias: Shown | Missing) -> Phrase:
    """Return what was found in a home with the child it is about, where it names nobody."""
    bare = alias_alone(alias)
    return Phrase((bare if bare and not str(text).startswith(_SUBJECTS) else "", text))


_SUBJECTS: Final = ("孩子", "学生", "该生", "他", "她", "家长", "监护人", "小", "其")
