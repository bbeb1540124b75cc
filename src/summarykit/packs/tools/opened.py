"""A pack laid open: each of its settings, with the values that all its forebears gave it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Path, Place
from summarykit.model.vocabulary import Level
from summarykit.packs.loading import sound_reports
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import (
    FIELDS,
    KINDS,
    LAYOUT,
    TERMS,
    TOML,
    report_of,
    report_path,
)
from summarykit.packs.settings.declared_files import Declaration, DeclaredFiles
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.tools.key_names import BODY, STYLES, name_of

VOICES: Final[Mapping[str, str]] = MappingProxyType(
    {"self": "自称", "all": "全体", "members": "下属单位"}
)
_OF_REPORTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "name": "名称",
        "title": "标题",
        "subtitle": "标题下一行",
        "most": "最多字数",
        "short": "简短篇幅的字数",
        "standard": "标准篇幅的字数",
        "template": "模板",
        "when_empty": "没有内容时",
        "remove": "删去",
        "kind": "种类",
        "emphasis": "侧重的措施",
        "leaves_out": "不写的内容",
        "programmes": "所写的工作",
        "cohorts": "所写的学生",
    }
)


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

    @property
    def value(self) -> object:
        """The value that counts."""
        return self.steps[0].value

    @property
    def key(self) -> str:
        """How the setting is asked for: `layout.page.top`, `reports.annual.name`."""
        stem = self.file.removesuffix(TOML).replace("/", ".")
        return ".".join((stem, *self.keys))

    @property
    def name(self) -> str:
        """What people call it: its Chinese name, or how it is asked for."""
        if self.file == LAYOUT:
            return name_of(self.keys) or self.key
        said = None
        if report_of(self.file) is not None:
            said = _OF_REPORTS.get(self.keys[-1])
        elif self.keys[0] == "voice":
            said = VOICES.get(self.keys[-1])
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
        return (*(path for path in (LAYOUT, TERMS, FIELDS, KINDS) if path in paths), *reports)

    def settings(self, file: str) -> Mapping[tuple[str, ...], Setting]:
        """Return the settings of a file by their keys, in the order of the file."""
        if file not in self._settings:
            read = DeclaredFiles(self.lineage).read(file)
            found = () if read is None else _settings(read)
            self._settings[file] = {setting.keys: setting for setting in found}
        return self._settings[file]

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
        keys = setting.keys
        report = report_of(setting.file)
        if report is not None:
            last = _OF_REPORTS.get(keys[-1], keys[-1])
            of_section = keys[0] == SECTIONS and len(keys) > len((SECTIONS, ""))
            part = f"“{self.section_name(setting.file, keys[1])}”一节" if of_section else ""
            of = "" if last.startswith("没有") else "的"
            return f"报告“{self.report_name(report)}”{part}{of}{last}"
        if keys[0] == "voice" and keys[-1] in VOICES:
            levels = {level.value: level.label for level in Level}
            return f"{levels.get(keys[1], keys[1])}的{VOICES[keys[-1]]}"
        return setting.name

    def unset(self, keys: tuple[str, ...]) -> Setting | None:
        """Return a setting that a style leaves to body text, if body text has it."""
        if len(keys) != len((STYLES, BODY, "")) or keys[0] != STYLES:
            return None
        body = self.settings(LAYOUT).get((STYLES, BODY, keys[2]))
        return None if body is None else Setting(LAYOUT, keys, body.steps, as_body=True)


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
