"""Which settings and templates somebody asks for, by key, by path or by Chinese name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.l10n.nearest import is_chinese, nearest
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    REPORTS,
    TEMPLATE_SUFFIX,
    TERMS,
    TOML,
    report_of,
    report_path,
)
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.tools.deriving import Derived, derived, derived_names
from summarykit.packs.tools.key_names import BODY, STYLES, key_names, keys_called
from summarykit.packs.tools.opened import OpenPack, Setting

_FONT_SETTINGS = ("font", "latin")


@dataclass(frozen=True, slots=True)
class TemplateChain:
    """The files of one template, the one that counts first."""

    path: str
    sources: tuple[str, ...]


Explained = Setting | TemplateChain | Derived


def explained(pack: OpenPack, asked: str) -> tuple[Explained, ...] | Finding:
    """Return what is asked for: a setting, all of a table, what follows from settings.

    Of a template it is the files that it is made of.

    Where there is nothing of that name, there is a finding with the nearest name.
    """
    found = tuple(_found(pack, asked.strip()))
    return found or _unknown(pack, asked.strip())


def _found(pack: OpenPack, asked: str) -> Iterator[Explained]:
    if levels := pack.lineage.levels(asked) if asked.endswith(TEMPLATE_SUFFIX) else ():
        sources = (pack.lineage.packs[level].source(asked) for level in reversed(levels))
        yield TemplateChain(asked, tuple(sources))
        return
    if found := derived(pack, asked):
        yield found
    elif is_chinese(asked) and "." not in asked:
        yield from _called(pack, asked)
    else:
        yield from _at_key(pack, asked)


def _called(pack: OpenPack, name: str) -> Iterator[Setting]:
    """Yield what people call `name`: of the layout, a report, a section, a kind, a wording."""
    layout = [found for keys in keys_called(name) for found in _at(pack, LAYOUT, keys)]
    if layout:
        yield from layout
        return
    every = [s for file in (*pack.files(), MANIFEST) for s in pack.settings(file).values()]
    for is_meant in (_is_called, _is_of, _ends_in, _is_worded):
        if found := [setting for setting in every if is_meant(setting, name, pack)]:
            yield from found
            return
    unsaid = (setting for file in pack.files() for setting in pack.unsaid(file))
    yield from (setting for setting in unsaid if _is_called(setting, name, pack))


def _is_called(setting: Setting, name: str, pack: OpenPack) -> bool:
    return _bare(pack.called(setting)) == _bare(name)


def _ends_in(setting: Setting, name: str, pack: OpenPack) -> bool:
    return _bare(name) in _parts(setting, pack)


def _is_worded(setting: Setting, name: str, _: OpenPack) -> bool:
    """Return whether a setting is the wording that somebody has read in a document."""
    return setting.file == TERMS and name in _listed(setting.value)


def _bare(name: str) -> str:
    """Return a name without what people leave out: 报告“简报”的最多字数 is 简报最多字数."""
    return re.sub(r"^报告(?=.)|^(?:事实|工作|措施)(?=“)|一节(?=.)|[“”的：:\s]", "", name)


def _parts(setting: Setting, pack: OpenPack) -> tuple[str, ...]:
    """Return the names that the last part of a setting has: 最多字数, 自称, 时段叫法."""
    table, _, last = pack.called(setting).partition("：")
    if last:
        return _bare(table), _bare(last)
    return (_bare(table.rpartition("的")[2]), _bare(table.rpartition("”")[2]))


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _is_of(setting: Setting, name: str, pack: OpenPack) -> bool:
    """Return whether a setting is of the report, the section, the fact or kind of that name."""
    settings = pack.settings(setting.file)
    if setting.file in (FIELDS, KINDS, AUDIENCES):
        own = (settings.get((*setting.keys[:2], key)) for key in ("name", "label"))
        return any(one is not None and one.value == name for one in own)
    if report_of(setting.file) is None:
        return False
    report = settings.get(("name",))
    if report is not None and report.value == name:
        return True
    title = settings.get((*setting.keys[:2], "title")) if setting.keys[0] == SECTIONS else None
    return title is not None and title.value == name


def _at_key(pack: OpenPack, asked: str) -> Iterator[Setting]:
    for file, keys in _places(pack, asked):
        if found := tuple(_at(pack, file, keys)):
            yield from found
            return
    if "." not in asked:  # the last word of a key, wherever it stands
        everywhere = (s for file in pack.files() for s in pack.settings(file).values())
        yield from (s for s in everywhere if asked in (s.keys[-1], *_section_of(s)))


def _section_of(setting: Setting) -> tuple[str, ...]:
    return setting.keys[1:2] if setting.keys[0] == SECTIONS else ()


def _places(pack: OpenPack, asked: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the file and the keys that a dotted key may mean."""
    first, *rest = asked.split(".")
    keys = tuple(rest)
    if first == LAYOUT.removesuffix(TOML):
        yield LAYOUT, keys
    elif first == TERMS.removesuffix(TOML):
        yield TERMS, keys
        yield TERMS, ("terms", *keys)
    elif f"{first}{TOML}" in (FIELDS, AUDIENCES):
        yield f"{first}{TOML}", (first, *(keys[1:] if keys[:1] == (first,) else keys))
    elif f"{first}{TOML}" in (KINDS, MANIFEST):
        yield f"{first}{TOML}", keys
    elif first == REPORTS.removesuffix("/"):
        yield (report_path(keys[0]), keys[1:]) if keys else (MANIFEST, (first,))
    elif report_path(first) in pack.files():
        yield report_path(first), keys
    else:  # as it stands in the layout
        yield LAYOUT, (first, *rest)


def _at(pack: OpenPack, file: str, keys: tuple[str, ...]) -> Iterator[Setting]:
    """Yield the setting at `keys`, or all below it; and the font behind the part it plays."""
    settings = pack.settings(file)
    found = [s for path, s in settings.items() if path[: len(keys)] == keys]
    if report_of(file) is not None and keys[:1] == (SECTIONS,) and keys[1:]:
        placed = pack.placed(file, keys[1])
        found += [s for s in placed if s.keys[: len(keys)] == keys]
    if not found and (file != LAYOUT or keys in key_names()):
        unset = pack.unset(file, keys)
        found = [unset] if unset else []
    yield from found
    if len(found) == 1 and file == LAYOUT and keys[-1:] and keys[-1] in _FONT_SETTINGS:
        role = str(found[0].value)
        name = settings.get(("fonts", role, "name"))
        yield from (name,) if name else ()


def _unknown(pack: OpenPack, asked: str) -> Finding:
    said = message("there is no setting and no template {name}", name=asked)
    near = nearest(asked, (name for name in _names(pack, asked) if name != asked))
    hint = message("did you mean {name}?", name=near) if near else None
    return Finding(Severity.ERROR, Code.UNKNOWN_KEY, said, hint=hint)


def _names_in_reports(pack: OpenPack) -> Iterator[str]:
    for file in pack.files():
        for keys, setting in pack.settings(file).items() if report_of(file) else ():
            if keys == ("name",) or (keys[0] == SECTIONS and keys[-1] == "title"):
                yield str(setting.value)


def _names(pack: OpenPack, asked: str) -> Iterator[str]:
    if is_chinese(asked):
        yield from (name for names in key_names().values() for name in names)
        yield from (name for names in derived_names() for name in names)
        yield from _names_in_reports(pack)
        for file in pack.files():
            for setting in pack.settings(file).values() if file != LAYOUT else ():
                yield from (pack.called(setting), *_parts(setting, pack))
        return
    if "/" in asked:
        yield from (path for path in pack.lineage.paths() if path.endswith(TEMPLATE_SUFFIX))
        return
    settings = [s.key for file in pack.files() for s in pack.settings(file).values()]
    layout = LAYOUT.removesuffix(TOML)
    unset = [
        ".".join((layout, *k)) for k in key_names() if k[0] == STYLES and k[1:2] != (BODY,)
    ]
    yield from (*settings, *unset)
    if "." not in asked:
        yield from (key.rpartition(".")[2] for key in (*settings, *unset))
