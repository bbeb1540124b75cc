"""Lineages of packs that say things in files of every kind, drawn; the one pack they make.

A level is what one pack says: settings by file and key, what it does with sections, templates.
`flattened` makes one pack of all levels by rules of its own, written here once more and as
plainly as can be, so that what the program makes of a lineage can be held against it.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from layout_values import as_toml, base_layout, other_value, settings, value_in
from summarykit.packs import bundled

REPORT: Final = "left_behind_care"
_REPORT_FILE: Final = f"reports/{REPORT}.toml"
_OPENING, _THANKS = "sections/opening.md.j2", "sections/thanks.md.j2"
_MANIFEST: Final = 'format = 2\nid = "{}"\nname = "某县"\nversion = "1"\nextends = "{}"\n'
_FLAT: Final = 'format = 1\nid = "flat"\nname = "某县"\nversion = "1"\nreports = {}\n'
Files = dict[str, str]


@dataclass(frozen=True)
class Said:
    """One key of a TOML file with its value, or a whole template (a key of no steps)."""

    file: str
    keys: tuple[str, ...]
    value: Any


@dataclass(frozen=True)
class Level:
    """What one pack says; no two of `said` are for the same key of the same file."""

    said: tuple[Said, ...] = ()

    def without(self, one: Said) -> "Level":
        """Return the level without one of the things it says."""
        return replace(self, said=tuple(s for s in self.said if s is not one))

    def files(self, gone: Iterable[Said] = ()) -> Files:
        """Return the files of the level; keys in `gone` are still there as comments."""
        files: Files = {}
        # What stands below the head of a section is said of the section.
        for one in sorted(self.said, key=_is_of_a_section):
            files[one.file] = files.get(one.file, "") + _text(one)
        for one in gone:
            if one.keys:
                remark = "".join(f"#{line}\n" for line in _text(one).splitlines() if line)
                files[one.file] = f"{remark}{files.get(one.file, '')}"
        return files


def _is_of_a_section(one: Said) -> bool:
    return one.keys[:1] == ("sections",)


def _text(one: Said) -> str:
    if not one.keys:
        return str(one.value)
    if _is_of_a_section(one):
        lines = (f"{key} = {as_toml(value)}" for key, value in one.value.items())
        return "\n".join(("[[sections]]", f'id = "{one.keys[1]}"', *lines, ""))
    return _keyed(one)


def _keyed(one: Said) -> str:
    """Return a key with all tables around it in dots, so that lines may stand in any order."""
    return f"{'.'.join(one.keys)} = {as_toml(one.value)}\n"


# What may be said of the layout: any setting, with one of the values that follow its own.


@st.composite
def _of_layout(draw: st.DrawFn) -> Said:
    key = draw(st.sampled_from([*_settings(), *_SHOWING]))
    value = value_in(base_layout(), key)
    most = 1 if key[0] == "last_line" else 3  # a point is the most there
    for _ in range(draw(st.integers(1, most))):
        value = other_value(key, value)
    return Said("layout.toml", key, value)


_SHOWING: Final = (
    *[("letterhead", "kind"), ("cover", "shown"), ("imprint", "shown")] * 8,
    *[("last_line", "characters"), ("numbering", "automatic")] * 4,
    *[("fonts", role, "alternatives") for role in ("song", "fangsong", "kai", "title")] * 3,
)
"""What is said often, since much is seen only with it, or because it is a list."""


@cache
def _settings() -> tuple[tuple[str, ...], ...]:
    return tuple(settings())


_WORDS: Final = st.sampled_from(("甲", "乙", "丙", "丁"))


def _keyed_words(file: str, *keys: str) -> st.SearchStrategy[Said]:
    return st.builds(Said, st.just(file), st.just(keys), _WORDS)


_OF_TERMS: Final = st.one_of(
    *(_keyed_words("terms.toml", "voice", "school", key) for key in ("self", "all", "members")),
    _keyed_words("terms.toml", "terms", "period", "school_year"),
    _keyed_words("terms.toml", "terms", "own", "greeting"),
    st.builds(
        Said,
        st.just("terms.toml"),
        st.just(("terms", "measures", "teacher_pairing")),
        st.lists(_WORDS, min_size=1, max_size=3),
    ),
)
_OF_REPORT: Final = st.one_of(
    *(_keyed_words(_REPORT_FILE, key) for key in ("name", "title", "subtitle")),
    st.builds(
        Said,
        st.just(_REPORT_FILE),
        st.just(("title",)),
        st.just("{{ voice.self }}{{ terms.own.greeting }}"),
    ),
    st.builds(
        Said, st.just(_REPORT_FILE), st.just(("lengths", "short")), st.integers(150, 600)
    ),
    st.builds(
        Said, st.just(_REPORT_FILE), st.just(("lengths", "standard")), st.integers(700, 2000)
    ),
    st.builds(
        Said,
        st.just(_REPORT_FILE),
        st.just(("emphasis",)),
        st.sampled_from((["home_visit"], ["teacher_pairing", "home_visit"], [])),
    ),
    st.builds(
        Said,
        st.just(_REPORT_FILE),
        st.just(("leaves_out",)),
        st.sampled_from((["goals"], ["period.as_of"], [])),
    ),
)
_STAY: Final = ("opening", "situation", "measures", "signature")
"""Sections that are never taken out, beside which others may stand."""


@st.composite
def _of_outline(draw: st.DrawFn) -> Said:
    where = {draw(st.sampled_from(("after", "before"))): draw(st.sampled_from(_STAY))}
    kind = draw(st.sampled_from(("add", "add", "rename", "move", "require", "remove")))
    if kind == "add":
        name = draw(st.sampled_from(("thanks", "pledge")))
        said = {"title": draw(_WORDS), "template": _THANKS}
        return Said(_REPORT_FILE, ("sections", name), said | where)
    if kind == "remove":
        name = draw(st.sampled_from(("goals", "closing")))
        return Said(_REPORT_FILE, ("sections", name), {"remove": True})
    name = draw(st.sampled_from(("results", "difficulties", "next_steps")))
    said = {
        "rename": {"title": draw(_WORDS)},
        "require": {"when_empty": draw(st.sampled_from(("omit", "warn", "error")))},
        "move": where,
    }[kind]
    return Said(_REPORT_FILE, ("sections", name), said)


_OF_FIELDS: Final = st.builds(
    lambda kind, required: Said(
        "fields.toml",
        ("fields", "meals"),
        {"name": "供餐学生", "type": kind, "required": required},
    ),
    st.sampled_from(("quantity", "text")),
    st.booleans(),
)
_BLOCKS: Final = st.builds(
    lambda path, block, words: Said(
        path,
        (),
        f'{{% extends "parent/{path}" %}}{{% block {block} %}}{words}{{% endblock %}}',
    ),
    st.just(_OPENING),
    st.sampled_from(("transition", "background")),
    st.sampled_from(
        ("甲。", "{{ super() }}乙。", "丙。{{ super() }}", "{{ terms.own.greeting }}。")
    ),
)
_TEMPLATES: Final = st.builds(
    lambda path, words: Said(path, (), words),
    st.sampled_from((_OPENING, "sections/closing.md.j2", "measures/home_visit.md.j2")),
    st.sampled_from(
        (
            "{{ voice.self }}照章办事。",
            "{% if fields.meals %}供餐{{ fields.meals }}。{% endif %}照办。",
            "{% block transition %}现将情况报告如下。{% endblock %}",
        )
    ),
)
_ANYTHING: Final = st.one_of(
    _of_layout(), _of_layout(), _OF_TERMS, _OF_REPORT, _of_outline(), _of_outline(),
    _OF_FIELDS, _BLOCKS, _TEMPLATES,
)  # fmt: skip
GROUND: Final = Level(
    (
        Said("terms.toml", ("terms", "own", "greeting"), "各位同仁"),
        Said("fields.toml", ("fields", "meals"), {"name": "供餐学生"}),
        Said(_REPORT_FILE, ("lengths",), {"short": 300, "standard": 2500}),
        Said(_THANKS, (), "{{ voice.self }}感谢{{ terms.own.greeting }}。"),
    )
)
"""What all drawn levels stand on, above the base pack: what they use, and leave to it."""


def levels() -> st.SearchStrategy[Level]:
    """Return levels that say something in files of any kind."""
    unique = st.lists(_ANYTHING, min_size=1, max_size=9, unique_by=lambda s: (s.file, s.keys))
    return unique.map(lambda said: Level(tuple(said)))


@st.composite
def lineages(draw: st.DrawFn, least: int = 1) -> tuple[Level, ...]:
    """Return the levels of a lineage above the base pack, the furthest first; up to four.

    What one has removed, none speaks of afterwards.
    """
    removed: set[tuple[str, ...]] = set()
    kept: list[Level] = [GROUND]
    for level in draw(st.lists(levels(), min_size=least, max_size=3)):
        said = tuple(one for one in level.said if one.keys not in removed)
        removed |= {one.keys for one in said if _removes(one)}
        kept.append(Level(said))
    return tuple(kept)


def _removes(one: Said) -> bool:
    return isinstance(one.value, dict) and "remove" in one.value


def written(folder: Path, lineage: Iterable[Files]) -> Path:
    """Return the folder of the nearest of packs that extend one another and the base pack."""
    parent = "zh"
    for number, files in enumerate(lineage):
        name = f"level{number}"
        _write(folder / name, {"pack.toml": _MANIFEST.format(name, parent), **files})
        parent = name
    return folder / parent


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


# The one pack: what stands below is the rule of inheritance, said a second time.


@cache
def _base() -> Mapping[str, str]:
    root = bundled("templates") / "zh"
    paths = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in paths}


def flattened(folder: Path, lineage: Iterable[Level]) -> Path:
    """Return the folder of one pack, of the first format, that says all that a lineage says."""
    base = dict(_base())
    reports = as_toml(tomllib.loads(base.pop("pack.toml"))["reports"])
    tables = {path: tomllib.loads(text) for path, text in base.items() if _is_toml(path)}
    texts = {path: [(0, text)] for path, text in base.items() if not _is_toml(path)}
    for number, level in enumerate(lineage, start=1):
        for one in level.said:
            if not one.keys:
                texts.setdefault(one.file, []).append((number, one.value))
            elif _is_of_a_section(one):
                _outline(tables[one.file]["sections"], one.keys[1], one.value)
            else:
                _set(tables.setdefault(one.file, {}), one.keys, one.value)
    files = {path: _dumped(table) for path, table in tables.items()}
    for path, versions in texts.items():
        files |= dict(_versions(path, versions))
    _write(folder / "flat", {"pack.toml": _FLAT.format(reports), **files})
    return folder / "flat"


def _is_toml(path: str) -> bool:
    return path.endswith(".toml")


def _set(table: dict[str, Any], keys: tuple[str, ...], value: Any) -> None:  # noqa: ANN401 - TOML
    *outer, last = keys
    for key in outer:
        table = table.setdefault(key, {})
    if isinstance(value, dict):
        table.setdefault(last, {}).update(value)
    else:
        table[last] = value


def _outline(sections: list[dict[str, Any]], name: str, said: Mapping[str, Any]) -> None:
    """Do with the sections what one level says of one of them."""
    ids = [section["id"] for section in sections]
    if "remove" in said:
        del sections[ids.index(name)]
        return
    if name not in ids:
        sections.append({"id": name})
        ids.append(name)
    section = sections[ids.index(name)]
    section.update({key: said[key] for key in said if key not in {"after", "before"}})
    for word, step in (("after", 1), ("before", 0)):
        if word in said:
            sections.remove(section)
            others = [one["id"] for one in sections]
            sections.insert(others.index(said[word]) + step, section)


def _dumped(table: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {as_toml(value)}\n" for key, value in table.items())


def _versions(path: str, versions: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Yield the last text of a template and those below it, each calling the next by name."""
    for place, (_, text) in enumerate(versions):
        own = path if place == len(versions) - 1 else f"older/{place}/{path}"
        yield own, text.replace(f"parent/{path}", f"older/{place - 1}/{path}")
