"""Fonts that a pack names and that neither its forebears nor the machine know."""

from collections.abc import Collection, Iterator

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.l10n.nearest import nearest
from summarykit.packs.places.paths import LAYOUT
from summarykit.packs.tools.opened import OpenPack, Setting

_FONTS = "fonts"


def strange_fonts(pack: OpenPack, installed: Collection[str] | None) -> Iterator[Finding]:
    """Yield a warning for each font that only the nearest pack names, if nobody knows it."""
    forebear = pack.forebear()
    if forebear is None:
        return
    known = {name for setting in _fonts(forebear) for name in _names(setting)}
    own = len(pack.lineage.packs) - 1
    for setting in _fonts(pack):
        if setting.steps[0].level != own:
            continue
        for name in _names(setting):
            if name not in known and name not in (installed or ()):
                yield _strange(name, setting, known)


def _fonts(pack: OpenPack) -> list[Setting]:
    return [s for keys, s in pack.settings(LAYOUT).items() if keys[0] == _FONTS]


def _names(setting: Setting) -> tuple[str, ...]:
    value = setting.value
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _strange(name: str, setting: Setting, known: Collection[str]) -> Finding:
    said = message("no font {name} is known here: is it spelt as Word does?", name=name)
    near = nearest(name, known)
    hint = message("did you mean {name}?", name=near) if near else None
    return Finding(Severity.WARNING, Code.FONT_MISSING, said, setting.steps[0].place, hint)
