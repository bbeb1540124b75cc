"""Settings that do nothing, though somebody has written them."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.packs.places.paths import LAYOUT, report_of
from summarykit.packs.tools.opened import OpenPack

_LEAST: Final = ("last_line", "characters")
_LONG: Final = ("lengths", "long")


def idle_settings(pack: OpenPack) -> Iterator[Finding]:
    """Yield a warning for each setting that changes nothing."""
    yield from _least_line(pack)
    for file in pack.files():
        long = pack.settings(file).get(_LONG) if report_of(file) else None
        if long is not None:
            said = message("a long document tells everything: this changes nothing")
            hint = message("to limit it in any case, write {key}", key="most")
            place = long.steps[0].place
            yield Finding(Severity.WARNING, Code.WRONG_VALUE, said, place, hint)


def _least_line(pack: OpenPack) -> Iterator[Finding]:
    """Yield a warning where a last line of one character is as short as it may be.

    Every last line has one. A rule that takes one character to the line above means two.
    """
    found = pack.settings(LAYOUT).get(_LEAST)
    if found is not None and found.value == 1:
        said = message("every last line has one character: this changes nothing")
        hint = message("for no last line of a single character write {line}", line="2")
        yield Finding(Severity.WARNING, Code.WRONG_VALUE, said, found.steps[0].place, hint)
