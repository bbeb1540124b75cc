"""Which settings and templates somebody asks for, by key, by path or by Chinese name."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.l10n.nearest import is_chinese, nearest
from summarykit.packs.key_names import BODY, STYLES, key_names, keys_called
from summarykit.packs.opened import OpenPack, Setting
from summarykit.packs.paths import LAYOUT, REPORTS, TEMPLATE_SUFFIX, TERMS, TOML, report_path

_FONT_SETTINGS = ("font", "latin")


@dataclass(frozen=True, slots=True)
class TemplateChain:
    """The files of one template, the one that counts first."""

    path: str
    sources: tuple[str, ...]


def explained(pack: OpenPack, asked: str) -> tuple[Setting | TemplateChain, ...] | Finding:
    """Return what is asked for: a setting, all of a table, or a template with its forebears.

    Where there is nothing of that name, there is a finding with the nearest name.
    """
    found = tuple(_found(pack, asked.strip()))
    return found or _unknown(pack, asked.strip())


def _found(pack: OpenPack, asked: str) -> Iterator[Setting | TemplateChain]:
    if levels := pack.lineage.levels(asked) if asked.endswith(TEMPLATE_SUFFIX) else ():
        sources = (pack.lineage.packs[level].source(asked) for level in reversed(levels))
        yield TemplateChain(asked, tuple(sources))
        return
    if is_chinese(asked) and "." not in asked:
        for keys in keys_called(asked):
            yield from _at(pack, LAYOUT, keys)
        return
    for file, keys in _places(asked):
        if found := tuple(_at(pack, file, keys)):
            yield from found
            return


def _places(asked: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the file and the keys that a dotted key may mean."""
    first, *rest = asked.split(".")
    keys = tuple(rest)
    if first == LAYOUT.removesuffix(TOML):
        yield LAYOUT, keys
    elif first == TERMS.removesuffix(TOML):
        yield TERMS, keys
        yield TERMS, ("terms", *keys)
    elif first == REPORTS.removesuffix("/") and keys:
        yield report_path(keys[0]), keys[1:]
    else:  # as it stands in the layout
        yield LAYOUT, (first, *rest)


def _at(pack: OpenPack, file: str, keys: tuple[str, ...]) -> Iterator[Setting]:
    """Yield the setting at `keys`, or all below it; and the font behind the part it plays."""
    settings = pack.settings(file)
    found = [s for path, s in settings.items() if path[: len(keys)] == keys]
    if not found and file == LAYOUT and keys in key_names():
        unset = pack.unset(keys)
        found = [unset] if unset else []
    yield from found
    if len(found) == 1 and file == LAYOUT and keys[-1:] and keys[-1] in _FONT_SETTINGS:
        role = str(found[0].value)
        name = settings.get(("fonts", role, "name"))
        yield from (name,) if name else ()


def _unknown(pack: OpenPack, asked: str) -> Finding:
    said = message("there is no setting and no template {name}", name=asked)
    near = nearest(asked, _names(pack, asked))
    hint = message("did you mean {name}?", name=near) if near else None
    return Finding(Severity.ERROR, Code.UNKNOWN_KEY, said, hint=hint)


def _names(pack: OpenPack, asked: str) -> Iterator[str]:
    if is_chinese(asked):
        yield from (name for names in key_names().values() for name in names)
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
