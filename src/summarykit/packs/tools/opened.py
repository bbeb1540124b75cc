"""A pack laid open: each of its settings, with the values that all its forebears gave it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Finding, Path, Place
from summarykit.packs.loading import sound_reports
from summarykit.packs.places.files import PackFiles
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    TERMS,
    TOML,
    report_of,
    report_path,
)
from summarykit.packs.settings.declared_files import Declaration, DeclaredFiles
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.settings.toml_lines import line_of
from summarykit.packs.tools.key_names import BODY, STYLES, name_of
from summarykit.packs.tools.placing import PLACES, REMOVE, placings
from summarykit.packs.tools.setting_names import (
    OF_AUDIENCES,
    OF_FIELDS,
    OF_KINDS,
    OF_PACK,
    OF_REPORTS,
    VOICES,
    Names,
    term_name,
)
from summarykit.packs.tools.unsaid import default_of

_UNTITLED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "opening": "导语",
        "closing": "结语",
        "attachment_note": "附件说明",
        "signature": "署名和日期",
        "attachments": "附件",
        "measures": "主要做法",
        "results": "工作成效",
        "next_steps": "下一步打算",
    }
)
"""What people call sections that have no titles."""
_NAMES: Final[Mapping[str, Names]] = MappingProxyType(
    {
        TERMS: VOICES,
        FIELDS: OF_FIELDS,
        KINDS: OF_KINDS,
        AUDIENCES: OF_AUDIENCES,
        MANIFEST: OF_PACK,
    }
)
_ENTRIES: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = MappingProxyType(
    {
        FIELDS: {"fields": ("事实", "name")},
        AUDIENCES: {"audiences": ("读者", "name")},
        KINDS: {"programmes": ("工作", "label"), "measures": ("措施", "label")},
    }
)
"""What the entries of a table are, and which of their keys is the name of one."""
_REPORTS: Final = ("reports",)


@dataclass(frozen=True, slots=True)
class Step:
    """One value that a setting has or had, and where it stands."""

    value: object
    place: Place
    level: int
    """How many packs lie below the one that gives it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, called as people call it, with its values, the nearest first.

    A section of a report is called by its id, wherever it stands: `sections.results.title`.
    """

    file: str
    keys: tuple[str, ...]
    steps: tuple[Step, ...]
    as_body: bool = False
    """Whether the style does not say it, so that it is as in body text."""
    unsaid: bool = False
    """Whether no file says it, so that it is as it usually is."""

    @property
    def value(self) -> object:
        """The value that counts."""
        return self.steps[0].value

    @property
    def key(self) -> str:
        """How the setting is asked for: `layout.page.top`, `terms.period.term`."""
        stem = self.file.removesuffix(TOML).replace("/", ".")
        inner = self.keys[1:] if self.keys[0] == stem else self.keys
        return ".".join((stem, *inner))

    @property
    def name(self) -> str:
        """What people call it: its Chinese name, or how it is asked for."""
        if self.file == LAYOUT:
            return name_of(self.keys) or self.key
        said = _names_in(self.file).get(self.keys[-1])
        if self.file == TERMS and self.keys[0] != "voice":
            said = term_name(self.keys)
        return f"{self.key}（{said}）" if said else self.key


@dataclass(slots=True)
class OpenPack:
    """The settings and templates of a lineage."""

    lineage: Lineage
    _settings: dict[str, Mapping[tuple[str, ...], Setting]] = field(default_factory=dict)

    def forebear(self) -> "OpenPack | None":
        """Return the pack that it extends, laid open, if it extends one."""
        below = self.lineage.packs[:-1]
        return OpenPack(Lineage(below)) if below else None

    def offered(self) -> tuple[str, ...]:
        """Return the ids of the reports that the pack offers."""
        return tuple(report.id for report in sound_reports(self.lineage) or ())

    def files(self) -> tuple[str, ...]:
        """Return the TOML files whose settings a pack may change, layout and wording first."""
        paths = {*self.lineage.paths()}
        reports = sorted(path for path in paths if report_of(path) is not None)
        return (
            *(path for path in (LAYOUT, TERMS, FIELDS, KINDS, AUDIENCES) if path in paths),
            *reports,
        )

    def settings(self, file: str) -> Mapping[tuple[str, ...], Setting]:
        """Return the settings of a file by their keys, in the order of the file."""
        if file not in self._settings:
            found = self._of_manifest() if file == MANIFEST else self._read(file)
            self._settings[file] = {setting.keys: setting for setting in found}
        return self._settings[file]

    def _read(self, file: str) -> Iterator[Setting]:
        read = DeclaredFiles(self.lineage).read(file)
        yield from () if read is None else _settings(read)

    def order(self, report: str) -> tuple[str, ...]:
        """Return the ids of the sections of a report file, in order."""
        keys = self.settings(report)
        return tuple(k[1] for k in keys if k[0] == SECTIONS and k[2:] == ("id",))

    def report_name(self, report: str) -> str:
        """Return what a report is called, or its id where it has no name."""
        named = self.settings(report_path(report)).get(("name",))
        return str(named.value) if named else report

    def section_name(self, file: str, section: str) -> str:
        """Return what a section of a report file is called: its title, or what people say."""
        titled = self.settings(file).get((SECTIONS, section, "title"))
        return str(titled.value) if titled and titled.value else _UNTITLED.get(section, section)

    def called(self, setting: Setting) -> str:
        """Return the name of a setting that somebody can read aloud."""
        keys, file = setting.keys, setting.file
        last = _names_in(file).get(keys[-1], keys[-1])
        if report := report_of(file):
            of_section = keys[0] == SECTIONS and len(keys) > len((SECTIONS, ""))
            part = f"“{self.section_name(file, keys[1])}”一节" if of_section else ""
            of = "" if last.startswith(("没有", "排在")) else "的"
            return f"报告“{self.report_name(report)}”{part}{of}{last}"
        if file in _ENTRIES and len(keys) == len(("fields", "", "")):
            what, name = _ENTRIES[file][keys[0]]
            named = self.settings(file).get((*keys[:2], name))
            return f"{what}“{named.value if named else keys[1]}”的{last}"
        if file == MANIFEST:
            return last if keys[-1] == "reports" else f"模板包的{last}"
        return (file == TERMS and self._term(keys)) or setting.name

    def _term(self, keys: tuple[str, ...]) -> str | None:
        """Return the name of a wording; a kind that a pack adds has its label in it."""
        own = (self.settings(KINDS).get((of, keys[-1], "label")) for of in _ENTRIES[KINDS])
        label = next((str(one.value) for one in own if one), keys[-1])
        name = term_name(keys)
        return name.replace(f"：{keys[-1]}", f"：{label}") if name else None

    def unset(self, file: str, keys: tuple[str, ...]) -> Setting | None:
        """Return a setting that no file says: one of body text, or one that has a default."""
        if file != LAYOUT:
            found = default_of(file, keys, self.settings(file)) if keys else None
            steps = () if found is None else (Step(found[0], Place(), -1),)
            return Setting(file, keys, steps, unsaid=True) if steps else None
        if len(keys) != len((STYLES, BODY, "")) or keys[0] != STYLES:
            return None
        body = self.settings(LAYOUT).get((STYLES, BODY, keys[2]))
        return None if body is None else Setting(LAYOUT, keys, body.steps, as_body=True)

    def unsaid(self, file: str) -> Iterator[Setting]:
        """Yield what a report, a fact or a kind might say, and no file says."""
        said = self.settings(file)
        heads = {keys[:2] for keys in said if len(keys) == len(("fields", "", ""))}
        above = {(), ("lengths",), *heads} if report_of(file) else heads
        for head in sorted(above):
            keys = ((*head, key) for key in _names_in(file) if (*head, key) not in said)
            yield from filter(None, (self.unset(file, one) for one in keys))

    def placed(self, file: str, section: str) -> tuple[Setting, ...]:
        """Return what the packs say of the place of a section, what decides it first."""
        found = []
        for key in (REMOVE, *PLACES):
            steps = tuple(Step(*one) for one in placings(self.lineage, file, section, key))
            if steps:
                found.append(Setting(file, (SECTIONS, section, key), steps))
        return tuple(sorted(found, key=lambda setting: -setting.steps[0].level))

    def _of_manifest(self) -> Iterator[Setting]:
        """Yield what the pack's own `pack.toml` says, and which reports all offer."""
        own = DeclaredFiles(self.lineage).own(len(self.lineage.packs) - 1, MANIFEST)
        yield from () if own is None else (s for s in _settings(own) if s.keys != _REPORTS)
        steps: list[Step] = []
        for level, files in enumerate(self.lineage.packs):
            offered = list(OpenPack(Lineage(self.lineage.packs[: level + 1])).offered())
            if not steps or steps[0].value != offered:
                steps.insert(0, Step(offered, _place_of_reports(files), level))
        yield Setting(MANIFEST, _REPORTS, tuple(steps))


def _place_of_reports(files: PackFiles) -> Place:
    """Return where a pack lists the reports that it offers, or adds one to those offered."""
    table = files.table(MANIFEST)
    if not isinstance(table, Finding) and _REPORTS[0] in table:
        line = line_of(files.texts[MANIFEST], _REPORTS)
        return Place(files.source(MANIFEST), line, path=_REPORTS)
    added = next((path for path in files.texts if report_of(path)), MANIFEST)
    return Place(files.source(added), line_of(files.texts[added], ("id",)))


def _names_in(file: str) -> Names:
    """Return what the keys of a file are called."""
    return OF_REPORTS if report_of(file) else _NAMES.get(file, {})


def written(value: object) -> str:
    """Return a value as people read it in a file: text bare, lists in brackets."""
    return value if isinstance(value, str) else toml(value)


def toml(value: object) -> str:
    """Return a value as TOML holds it in one line."""
    match value:
        case Mapping():
            inside = ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items())
            return f"{{{inside}}}"
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case str():
            # TOML has the escapes of JSON, and wants one more.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def _settings(read: Declaration) -> Iterator[Setting]:
    for keys, path in _leaves(read.table, (), ()):
        steps = tuple(
            Step(layer.value, read.place_of(layer, path), layer.origin.level)
            for layer in reversed(read.layers(path))
        )
        yield Setting(read.path, keys, steps)


def _leaves(
    table: Mapping[str, object], keys: tuple[str, ...], path: Path
) -> Iterator[tuple[tuple[str, ...], Path]]:
    """Yield how each value is called, and where it stands."""
    for key, value in table.items():
        inner, inside = (*keys, key), (*path, key)
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, inner, inside)
        elif inner == (SECTIONS,) and isinstance(value, list):
            for index, section in enumerate(value):
                if isinstance(section, Mapping):
                    called = (*inner, str(section.get("id", index)))
                    yield from _leaves(section, called, (*inside, index))
        else:
            yield inner, inside
