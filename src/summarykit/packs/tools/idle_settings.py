"""A setting that does nothing, as a rule sheet's number has been copied as it stands."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.packs.places.paths import LAYOUT
from summarykit.packs.tools.opened import OpenPack

_LEAST: Final = ("last_line", "characters")


def idle_settings(pack: OpenPack) -> Iterator[Finding]:
    """Yield a warning where a last line of one character is as short as it may be.

    Every last line has one. A rule that takes one character to the line above means two.
    """
    found = pack.settings(LAYOUT).get(_LEAST)
    if found is not None and found.value == 1:
        said = message("every last line has one character: this changes nothing")
        hint = message("for no last line of a single character write {line}", line="2")
        yield Finding(Severity.WARNING, Code.WRONG_VALUE, said, found.steps[0].place, hint)
