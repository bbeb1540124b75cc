"""For every wording of `terms.toml`, another one and how a document shows it.

Most wordings are printed: the other one has a sign of its own, which nothing else has. Those
that decide something (which group, which verb) are shown by what the document says then.
"""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import term_scenes as scenes
import term_scenes_of_two_years as two_years
from summarykit.model.kinds import MeasureKind
from summarykit.packs import bundled
from term_scenes import Scene

Key = tuple[str, ...]
"""`("terms", "period", "term")` or `("voice", "school", "self")`."""
Says = Callable[[str], bool]
_GROUPS: Final = {kind.value: kind.group.value for kind in MeasureKind}
_ELSEWHERE: Final = "entry"
"""A half that belongs to another group than all but one of the kinds."""
_OF_OTHERS: Final = "action_research"


@dataclass(frozen=True)
class Shown:
    """Another value of a key, the record that tells it, and what its document says then."""

    value: str | list[str]
    scene: Scene
    before: Says
    after: Says


@cache
def wording() -> dict[str, Any]:
    """Return the tables of the wording that ships."""
    return tomllib.loads((bundled("templates") / "zh/terms.toml").read_text("utf-8"))


@cache
def term_keys() -> tuple[Key, ...]:
    """Return the keys of all wordings."""
    return tuple(
        (table, of, name)
        for table, inner in wording().items()
        for of, names in inner.items()
        for name in names
    )


def value_of(key: Key) -> Any:  # noqa: ANN401 - a wording or a list of them
    """Return what the wording that ships says."""
    table, of, name = key
    return wording()[table][of][name]


@cache
def shown(key: Key) -> Shown:
    """Return how a key is shown.

    Raises:
        KeyError: The table is not known here.
    """
    table, of, name = key
    if table == "voice":
        return _ours(of) if name == "members" else _printed(key, scenes.organised(of))
    if of in DECIDING:
        return DECIDING[of](name)
    return _printed(key, _SCENES[of](name))


def _printed(key: Key, scene: Scene) -> Shown:
    old = value_of(key)
    sign = chr(scenes.SIGNS + term_keys().index(key))
    wordings = [old] if isinstance(old, str) else old
    new = _with(sign, wordings[0])

    def before(text: str) -> bool:
        return any(all(piece in text for piece in one.split("…")) for one in wordings)

    return Shown(
        [new] if isinstance(old, list) else new, scene, before, lambda text: sign in text
    )


def _with(sign: str, words: str) -> str:
    """Return a wording with a sign in it, behind the first of its characters."""
    at = 2 if words.startswith("…") else 1
    return f"{words[:at]}{sign}{words[at:]}"


def _says(words: str) -> Says:
    return lambda text: words in text


def _lacks(words: str) -> Says:
    return lambda text: words not in text


def _either(words: Sequence[str]) -> Says:
    return lambda text: any(one in text for one in words)


def _terms(table: str) -> dict[str, Any]:
    found: dict[str, Any] = wording()["terms"][table]
    return found


def _ours(level: str) -> Shown:
    """Return that who does it is not named where it is ourselves."""
    whom = "各完小"
    return Shown(whom, scenes.of_ours(level, whom), _says(whom), _lacks(whom))


def _halves(name: str) -> Scene:
    """Return a heading over an item of that half and others of neither."""
    of = _terms("half_of")
    one = next(kind for kind in of if kind in _GROUPS and name in _listed(of[kind]))
    return scenes.grouped(one, *_of_neither(_GROUPS[one]))


def _of_neither(group: str) -> tuple[str, ...]:
    return tuple(name for name, of in scenes.OWN_KINDS if of == group)


def _listed(said: str | Sequence[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _heading_of(name: str) -> Scene:
    """Return a heading over items of one kind: of a measure, a role, an activity or a group."""
    if name in _GROUPS:
        return scenes.grouped(name)
    if name in scenes.ROLES:
        return scenes.role(name)
    if name in _terms("activity_groups"):
        return scenes.activity(name)
    own = _terms("aims")
    return scenes.grouped(next(k for k, g in _GROUPS.items() if g == name and k not in own))


def _half_of(name: str) -> Shown:
    """Return that an item is told under the heading of another half."""
    old = _listed(_terms("half_of")[name])
    new = "rooms" if name == "equal_enrolment" else _ELSEWHERE
    was = [words for half in old for words in _terms("halves")[half]]
    return Shown(new, _of_three(name), _either(was), _either(_terms("halves")[new]))


_ROLE_GROUPS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("leading_groups", "duties", "contracts"), "organisation"),
    **dict.fromkeys(("campaign", "visits"), "home_school"),
    **dict.fromkeys(("aid", "donation"), "support"),
    "rules": "law_safety",
    "slogan": "care",
}


def _of_three(name: str) -> Scene:
    """Return an item with two kinds of measure of its group."""
    group = _GROUPS.get(name) or _ROLE_GROUPS.get(name) or _terms("activity_groups")[name]
    others = _of_neither(group)
    if name in _GROUPS:
        return scenes.grouped(name, *others)
    if name in _ROLE_GROUPS:
        return scenes.role(name, *others)
    return scenes.activity_among(name, group, *others)


def _activity_group(name: str) -> Shown:
    """Return that an activity stands before the care for pupils, or behind it."""
    first = _terms("activity_groups")[name] == "organisation"

    def is_ahead(text: str) -> bool:
        return text.index("同心同行") < text.index("甲号安排")

    def is_behind(text: str) -> bool:
        return not is_ahead(text)

    before, after = (is_ahead, is_behind) if first else (is_behind, is_ahead)
    new = "teaching" if first else "information"
    return Shown(new, scenes.activity(name), before, after)


def _twin(name: str) -> Shown:
    """Return that an activity is an item of its own."""
    scene = scenes.twins(name, _terms("twins")[name])
    return Shown(_OF_OTHERS, scene, _says("活动名称是同心同行"), _lacks("活动名称是同心同行"))


def _foremost(name: str) -> Shown:
    return Shown("boarding", scenes.briefed_of(name), _lacks("寄宿生"), _says("寄宿生"))


def _of_pupils(name: str) -> Shown:
    kinds = tuple(_terms("of_pupils"))
    scene = scenes.of_kinds(kinds, practice=scenes.PRACTICE, reached="1{0}名")
    said = f"留守儿童1{kinds.index(name) + 11}名"
    return Shown("0", scene, _says(said), _lacks(said))


def _counts_first(name: str) -> Shown:
    base, count = _terms("counted_of")[name], _terms("counted")[name]
    behind = _says(f"50%（{base}612名，{count}306名）")
    return Shown("0", scenes.rated(name), _lacks("50%（"), behind)


def _held_endings(name: str) -> Shown:
    title = f"同心{name}"
    told = _says(f"{_terms('held')[name]}{title}、")
    return Shown([name], scenes.held("theme", title), _says(f"{title}活动"), told)


def _rounds(name: str) -> Shown:
    """Return that the verb of the measure's name says how often it is done."""
    kinds = tuple(_terms("rounds"))
    scene = scenes.of_kinds(kinds, name="过{1}制度", frequency="每月一次")
    verb = f"过{chr(scenes.SIGNS + kinds.index(name) + 11)}"
    return Shown([verb], scene, _lacks(f"每月{verb}一次"), _says(f"每月{verb}一次"))


def _limits(name: str) -> Shown:
    """Return that the verb of what is planned says what is to be done by then."""
    kinds, when = tuple(_terms("limits")), "接到报告后一周内"
    planned = {"status": "planned", "time_limit": when}
    scene = scenes.of_kinds(kinds, practice="办{1}有关手续，记录在册", **planned)
    verb = f"办{chr(scenes.SIGNS + kinds.index(name) + 11)}"
    return Shown([verb], scene, _lacks(f"{when}{verb}"), _says(f"{when}{verb}"))


def _of_all(table: str, **fields: str) -> Callable[[str], Scene]:
    return lambda _: scenes.of_kinds(tuple(_terms(table)), **fields)


DECIDING: Final[Mapping[str, Callable[[str], Shown]]] = {
    "half_of": _half_of,
    "activity_groups": _activity_group,
    "twins": _twin,
    "foremost": _foremost,
    "of_pupils": _of_pupils,
    "counts_first": _counts_first,
    "held_endings": _held_endings,
    "rounds": _rounds,
    "limits": _limits,
}
_ENDINGS: Final = {
    "convened": "座谈会",
    "staged": "讲座",
    "arranged": "演练",
    "carried": "走访",
}
_TRENDS: Final = ("growing", "steady", "easing")
_SCENES: Final[Mapping[str, Callable[[str], Scene]]] = {
    "period": lambda k: (scenes.period if k == "single_event" else scenes.briefed)(k),
    "earlier": scenes.period,
    "measures": scenes.grouped,
    "aims": _heading_of,
    "halves": _halves,
    "headings": lambda k: (
        scenes.shared(led=k == "shared") if k.startswith("shared") else scenes.role(k)
    ),
    "titles": scenes.beside,
    "activity_headings": scenes.activity,
    "activity_nouns": scenes.activity,
    "activity_verbs": scenes.activity,
    "held": lambda k: scenes.held("theme", _ENDINGS[k]),
    "aid_names": lambda _: scenes.aided(),
    "aid_groups": lambda _: scenes.aided(),
    "schooling": scenes.organised,
    "area_leads": scenes.organised,
    "moves": lambda _: scenes.moved(),
    "sums": _of_all("sums", count="{0}份"),
    "hours": _of_all("hours", frequency="每周三下午"),
    "dated": _of_all("dated", date="2023-10-09"),
    "pupils": scenes.reached,
    "difficulties": lambda _: scenes.troubled(tuple(_terms("difficulties"))),
    "difficulty_joints": lambda k: scenes.joined(k if k in _TRENDS else "steady"),
    "goal_leads": scenes.aimed,
    "heard": scenes.heard,
    "counted_of": scenes.rated,
    "counted": scenes.rated,
    "measure_words": lambda _: scenes.worded(),
    "present": two_years.present,
    "compared": two_years.compared,
    "followed": two_years.followed,
}
