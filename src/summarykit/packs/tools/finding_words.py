"""Findings about the files of a pack as somebody reads them who keeps to a rule sheet.

A setting is called by its Chinese name, what it may be is said in Chinese, too, and a name that
stands in the wrong place or in Chinese is told with the right one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, message
from summarykit.l10n.nearest import is_chinese, nearest
from summarykit.packs.places.paths import (
    KINDS,
    LAYOUT,
    MANIFEST,
    REPORTS,
    TEMPLATE_SUFFIX,
    TERMS,
    TOML,
)
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.settings.toml_slips import key_of_kind
from summarykit.packs.templates.loader import PARENT
from summarykit.packs.tools.key_names import BODY, STYLES, Key, key_names, keys_called, name_of
from summarykit.packs.tools.naming import suggested
from summarykit.packs.tools.opened import OpenPack
from summarykit.packs.tools.value_names import names_of_values, value_called

_STYLE_OF: Final[Mapping[str, str]] = MappingProxyType(
    {
        "": BODY,
        STYLES: BODY,
        "page": BODY,
        "title": "title",
        "page_number": "footer",
        "signature": "signature",
        "table": "table_text",
        "figure": "caption",
    }
)
"""Whose look is meant by a font, a size or a distance of lines that stands in a table."""

_LINES_OF_REPORTS: Final[Mapping[str, str]] = MappingProxyType(
    {"id": 'id = "{}"', "name": 'name = "课后服务总结"', "title": 'title = "课后服务工作总结"'}
)
"""What a new report lacks, as it might say it; `{}` is the name of its file."""
_FIRST_SECTION: Final = message(
    "a new report says its sections, each for example: {line}",
    line='[[sections]]  id = "measures"  title = "主要措施"'
    '  template = "sections/measures.md.j2"',
)


def in_words(findings: Iterable[Finding], pack: OpenPack) -> Iterator[Finding]:
    """Yield findings about a pack in the words that its maker has."""
    strange: set[str] = set()
    worded = {
        LAYOUT: _of_layout, MANIFEST: _of_manifest, KINDS: _of_kinds, TERMS: _of_terms
    }  # fmt: skip
    for finding in findings:
        source = finding.at.source or ""
        path = source.partition("/")[2]
        if path in worded:
            yield worded[path](finding)
        elif path.startswith(REPORTS) and "#" in path:
            yield _of_title(finding, path, pack)
        elif path.startswith(REPORTS):
            told = _of_report(finding, path, pack)
            if told.code is Code.FILE_UNUSED and source in strange:
                continue  # one finding says all that a misspelt name of a file leads to
            if told.code is Code.FILE_UNUSED:
                strange.add(source)
            yield told
        else:
            yield finding


def of_template(finding: Finding, pack: OpenPack) -> Finding:
    """Return what is wrong with a template with the one that is meant, if it names another."""
    own = pack.lineage.packs[-1]
    source, _, path = (finding.at.source or "").partition("/")
    if source != own.name or path not in own.texts or finding.hint is not None:
        return finding
    paths = (one for one in pack.lineage.paths() if one.endswith(TEMPLATE_SUFFIX))
    name = str(finding.message.values.get("name", ""))
    near = None
    if finding.code is Code.TEMPLATE_MISSING and name.startswith(PARENT):
        near = nearest(name.removeprefix(PARENT), paths)
    elif finding.code is Code.TEMPLATE_LIMIT and f'extends "{path}"' in own.texts[path]:
        near = path
    hint = message('write "{found}"', found=f"{PARENT}{near}") if near else None
    return replace(finding, hint=hint)


def _of_manifest(finding: Finding) -> Finding:
    found = _found(finding)
    if _key(finding) == ("id",) and finding.at.line and is_chinese(found):
        return replace(finding, hint=message("for example {name}", name=suggested(found)))
    if _key(finding) == ("reports",) and finding.message.text == "{found} is not a list":
        return replace(finding, hint=message("write: {line}", line=f'reports = ["{found}"]'))
    return finding


def _of_title(finding: Finding, path: str, pack: OpenPack) -> Finding:
    """Return what is wrong with a title at the line of its file."""
    file, _, key = path.partition("#")
    setting = pack.settings(file).get((key,))
    return replace(finding, at=setting.steps[0].place) if setting else finding


def _key(finding: Finding) -> Key:
    return tuple(map(str, finding.at.path))


def _found(finding: Finding) -> str:
    """Return what stands there, as the finding has it."""
    values = finding.message.values
    return str(values.get("found", values.get("name", values.get("key", ""))))


def _of_layout(finding: Finding) -> Finding:
    key = _key(finding)
    hint = finding.hint
    if finding.code is Code.UNKNOWN_KEY and key:
        hint = _where(key) or hint
    elif choices := names_of_values(key) if key else {}:
        hint = _choice(key, _found(finding), choices)
    elif key[:1] == ("fonts",) and len(key) == len(("fonts", "song")):
        hint = message("write name = … below [{table}]", table=".".join(key))
    name = name_of(key)
    said = finding.message
    if name is not None:
        said = message("{name}: {said}", name=name, said=said)
    return replace(finding, message=said, hint=hint)


def _choice(key: Key, found: str, choices: Mapping[str, str]) -> Message:
    """Return the values that a setting may have, or the one that is meant."""
    meant = value_called(key, found)
    if meant is not None:
        return message('write "{found}"', found=meant)
    return message(
        "allowed: {allowed}", allowed=tuple(f"{v}（{n}）" for v, n in choices.items())
    )


def _where(key: Key) -> Message | None:
    """Return where a setting stands that has been written in the wrong table or in Chinese."""
    *above, last = key
    if is_chinese(last):
        wanted = next(iter(keys_called(last)), None)
        if wanted is None:
            return message("docs/your-county.md lists the keys with their Chinese names")
        return (
            _below(wanted) if wanted[:-1] else message("write: {line}", line=f"[{wanted[0]}]")
        )
    style = _STYLE_OF.get(above[0] if above else "") if len(above) < len(("page", "")) else None
    of_style = (STYLES, style, last) if style else ()
    if above in ([STYLES], ["title"]) and of_style in key_names():
        return _below(of_style)
    if nearest(last, (k[-1] for k in key_names() if list(k[:-1]) == above)):
        return None
    if of_style in key_names():  # 行距 is that of the text, and no red line's thickness
        return _below(of_style)
    elsewhere = [k for k in key_names() if k[-1] == last and len(k) > 1 and k[0] != STYLES]
    return _below(elsewhere[0]) if elsewhere else None


def _below(key: Key) -> Message:
    """Return that a setting is to be written in its table."""
    *above, last = key
    table = ".".join(above)
    return message("write {line} below [{table}]", line=f"{last} = …", table=table)


def _of_terms(finding: Finding) -> Finding:
    key = _key(finding)
    if len(key) == 1 and key[0] in ("self", "all", "members"):
        return replace(finding, hint=_below(("voice", "school", key[0])))
    return finding


def _of_kinds(finding: Finding) -> Finding:
    """Return what is wrong with a key that is the Chinese name of a kind."""
    key = _key(finding)
    if len(key) == len(("programmes", "")) and is_chinese(key[-1]) and finding.hint is None:
        return replace(finding, hint=key_of_kind(*key))
    return finding


def _of_report(finding: Finding, path: str, pack: OpenPack) -> Finding:
    forebear = pack.forebear()
    if forebear is None:
        return finding
    key = _key(finding)
    if finding.message.text == "the pack has no file {path}":
        near = nearest(path, (p for p in forebear.files() if p.startswith(REPORTS)))
        hint = message("did you mean {name}?", name=near) if near else None
        return replace(finding, hint=hint)
    if path not in {*forebear.lineage.paths()} and "is missing" in finding.message.text:
        return _strange_report(finding, path, forebear, pack)
    if key == (SECTIONS,) and finding.message.text == "{found} is not a list":
        return replace(finding, hint=message("write: {line}", line=f"[[{SECTIONS}]]"))
    if key[:1] == (SECTIONS,):
        said = finding.message
        if finding.code is Code.TEMPLATE_MISSING and not _found(finding):
            said = message("a section that is new needs a template")
        hint = _of_section(finding, path, forebear, pack)
        return replace(finding, message=said, hint=hint or finding.hint)
    return finding


def _strange_report(finding: Finding, path: str, forebear: OpenPack, pack: OpenPack) -> Finding:
    """Return that a file of a new report lacks all, where the name of it is a slip.

    One that says what the report is called is meant to be new, and hears how to go on.
    """
    key, stem = str(finding.message.values["key"]), _stem(path)
    stems = {_stem(file): file for file in forebear.files() if file.startswith(REPORTS)}
    near = nearest(stem, stems)
    table = pack.lineage.packs[-1].table(path)
    is_new = isinstance(table, dict) and {"name", "title"} <= {*table}
    if near is None or is_new:
        line = _LINES_OF_REPORTS.get(key, "").format(stem)
        hint = _FIRST_SECTION if key == SECTIONS else message("write: {line}", line=line)
        return replace(finding, hint=hint) if line or key == SECTIONS else finding
    said = message("there is no report {name} that this file could change", name=stem)
    hint = message("did you mean {name}?", name=stems[near])
    at = replace(finding.at, line=None, path=())
    return replace(finding, code=Code.FILE_UNUSED, message=said, at=at, hint=hint)


def _stem(path: str) -> str:
    return path.removeprefix(REPORTS).removesuffix(TOML)


def _of_section(
    finding: Finding, path: str, forebear: OpenPack, pack: OpenPack
) -> Message | None:
    """Return the section that is meant by a wrong id or by its title."""
    key, titles = _key(finding), _titles(forebear, path)
    if choices := names_of_values(key):
        return _choice(key, _found(finding), choices)
    if finding.code is Code.TEMPLATE_MISSING:
        return None if _found(finding) else _id_nearly(path, pack, titles)
    if key[-1] == "remove":
        return message("write true or false, without quotation marks")
    meant = {title: name for name, title in titles.items() if title}
    if _found(finding) in meant:
        return message('write "{found}"', found=meant[_found(finding)])
    if key[-1] not in ("id", "after", "before"):
        return None
    names = tuple(f"{name}（{title}）" if title else name for name, title in titles.items())
    return message("the sections are: {names}", names=names)


def _id_nearly(path: str, pack: OpenPack, titles: Mapping[str, str]) -> Message | None:
    """Return the section whose id is nearly that of one that only the nearest pack has."""
    table = pack.lineage.packs[-1].table(path)
    listed = table.get(SECTIONS) if isinstance(table, dict) else None
    tables = [
        one for one in (listed if isinstance(listed, list) else []) if isinstance(one, dict)
    ]
    own = [one.get("id") for one in tables]
    near = (nearest(str(name), titles) for name in own if name not in titles)
    name = next(filter(None, near), None)
    return message("did you mean {name}?", name=name) if name else None


def _titles(pack: OpenPack, path: str) -> dict[str, str]:
    """Return the ids of the sections of a report file with their titles."""
    settings = pack.settings(path)
    titled = ((s, settings.get((SECTIONS, s, "title"))) for s in pack.order(path))
    return {section: str(title.value) if title else "" for section, title in titled}
