"""Who answers for what, gathered: areas and lines of work by holder, contracts by name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, cast

from summarykit.compose.language.matching import begins, named
from summarykit.compose.language.phrasing import LEADERLESS, titled_person
from summarykit.compose.language.weaving import words_of
from summarykit.compose.views import Missing, Names, Shown, ShownList, View
from summarykit.packs import Phrase

_VERBS: Final = (
    *("包", "按", "核对", "审核", "治理", "检查", "督促", "了解", "登记", "走访", "动员"),
    *("劝返", "协调", "管理", "承担", "汇总", "摸清", "排查", "监督", "牵头", "收集", "保管"),
    *("关心", "与", "负责", "查", "教", "护送", "辅导", "帮助", "发放", "筹措", "会同"),
    *("配合", "统筹", "防止"),
)
"""How a duty begins that says what is done, beside what leaderless practices begin with."""
_ANSWER: Final = "负责"
FEWEST_IN_A_ROW: Final = 4
MOST_IN_A_ROW: Final = 6


def duties_of(entries: Iterable[View], field: str) -> tuple[Names, ...]:
    """Return who answers for which areas (`field` is `area`) or lines of work (`line`).

    Neighbours that one person holds, or that share a duty, are one entry: `held` are the pairs
    `what` and `holder`, one person's areas in one pair; `duty` is what is said once for all;
    `done` says whether the duty says what is done (核对名册) and not of what (名册核对), and
    `rowed` that the pairs are so many that they stand in two rows: 甲、乙分别由某、某负责.
    """
    listed = tuple(entries)
    return tuple(
        gathered
        for _, some in groupby(listed, key=_same(listed))
        for gathered in _gathered(tuple(some), field)
    )


def _same(entries: Sequence[View]) -> Callable[[View], object]:
    """Return what neighbours have in common: their duty, or their holder where none has one."""
    if any(entry.duty for entry in entries):
        return lambda entry: str(entry.duty) if entry.duty else entry.ref
    return lambda entry: str(entry.holder)


def _gathered(entries: Sequence[View], field: str) -> Iterator[Names]:
    pairs = [_pair(some, field) for some in _by_holder(entries)]
    duty = cast("Shown | Missing", entries[0].duty)
    done = begins(duty, *_VERBS, *LEADERLESS) and not begins(duty, _ANSWER)
    for at in range(0, len(pairs), MOST_IN_A_ROW):
        held = pairs[at : at + MOST_IN_A_ROW]
        rowed = len(held) >= FEWEST_IN_A_ROW and not any(map(_is_marked, held))
        yield Names({"held": tuple(held), "duty": _bare(duty), "done": done, "rowed": rowed})


def _pair(some: Sequence[View], field: str) -> Names:
    return Names(
        {
            "what": Phrase(_listed([getattr(entry, field) for entry in some])),
            "holder": titled_person(cast("Shown", some[0].holder)),
        }
    )


def _is_marked(pair: Names) -> bool:
    text = words_of(pair.what) + words_of(pair.holder)
    return any(mark in text for mark in "、和，")


def _by_holder(entries: Iterable[View]) -> Iterable[Sequence[View]]:
    return (tuple(some) for _, some in groupby(entries, key=lambda entry: str(entry.holder)))


def _bare(duty: Shown | Missing) -> Shown | Missing:
    """Return a duty without 负责, which the sentence says itself."""
    words = str(duty) if duty else ""
    if not isinstance(duty, Shown) or not words.startswith(_ANSWER) or words == _ANSWER:
        return duty
    return Shown(duty.value, f"{duty.ref}#duty", words.removeprefix(_ANSWER))


def _listed(values: Sequence[object]) -> list[object]:
    return [part for value in values for part in ("、", value)][1:]


def contracts_of(contracts: Iterable[View]) -> tuple[Names, ...]:
    """Return the contracts by name, in the order of the record: who signed them, once for all.

    `name` is theirs; `signed` and `tied_to` are there where all of them have the same; `each`
    are the contracts; `parties` says that each has its own and none a number or a date of its
    own, so that one clause can tell them all.
    """
    named: dict[str, list[View]] = {}
    for contract in contracts:
        named.setdefault(str(contract.name), []).append(contract)
    return tuple(_contract(some) for some in named.values())


def _contract(some: Sequence[View]) -> Names:
    signed = _shared([cast("Shown | Missing", one.signed) for one in some])
    tied = _shared([cast("Shown | Missing", one.tied_to) for one in some])
    own = any(
        one.count or (one.signed and not signed) or (one.tied_to and not tied) for one in some
    )
    return Names(
        {
            "name": some[0].name,
            "each": tuple(some),
            "signed": signed,
            "tied_to": tied,
            "together": len(some) > 1 and not own and all(one.parties for one in some),
        }
    )


def _shared(values: Sequence[Shown | Missing]) -> Shown | Missing:
    """Return what all values say, or the first that is missing where they differ."""
    first = values[0]
    if first and all(value == first for value in values[1:]):
        return first
    return next((value for value in values if not value), Missing(first.ref))


def signers(contract: View, *said: object) -> ShownList | Missing:
    """Return the parties of a contract, or nothing where the texts say all of them."""
    parties = cast("ShownList | Missing", contract.parties)
    if parties and all(named(party, *said) for party in parties):
        return Missing(parties.ref)
    return parties
