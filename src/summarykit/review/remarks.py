"""What rules say, and how it becomes findings: alike remarks are one, with the first place."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.layout import Layout
from summarykit.review.wordfile import Spot, Word

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
FILE: Final = Spot("file")
_PLACES: Final = MappingProxyType(
    {
        "paragraph": message("paragraph {first} “{words}”"),
        "line": message("line {first} “{words}”"),
        "cell": message("table {first}, row {second}, column {third} “{words}”"),
        "table": message("table {first} “{words}”"),
        "section": message("section {first}"),
        "page": message("page {first} “{words}”"),
        "footer default": message("footer"),
        "footer even": message("footer of even pages"),
        "footer first": message("footer of the first page"),
        "file": message("the file"),
    }
)
_ORDER: Final = MappingProxyType({code: place for place, code in enumerate(Code)})
_STEPS: Final = MappingProxyType(
    {
        "line": ("line",),
        "paragraph": ("paragraph",),
        "cell": ("table", "row", "column"),
        "table": ("table",),
    }
)


@dataclass(frozen=True, slots=True)
class Remark:
    """What one rule says of one place."""

    code: Code
    severity: Severity
    spot: Spot
    said: Message


@dataclass(frozen=True, slots=True)
class View:
    """What a rule looks at: a file whose paragraphs have their roles, and what is expected."""

    word: Word
    layout: Layout

    def names(self, role: str) -> frozenset[str]:
        """Return the names that count as the font of a role, in lower case."""
        font = self.layout.fonts.by_role(role)  # type: ignore[arg-type]
        return frozenset(name.casefold() for name in font.names)


def differs(what: Message | str, expected: object, found: object) -> Message:
    """Return the sentence most rules say."""
    return message(
        "{what} should be {expected}, but is {found}", what=what, expected=expected, found=found
    )


def findings_of(remarks: Iterable[Remark], source: str | None) -> tuple[Finding, ...]:
    """Return the remarks as findings, by rule; what is said of many places is said once."""
    groups: dict[tuple[str, str, str], list[Remark]] = {}
    for remark in remarks:
        key = (remark.code.value, remark.severity.value, str(remark.said))
        groups.setdefault(key, []).append(remark)
    found = [_finding(group, source) for group in groups.values()]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.code]))


def _finding(group: list[Remark], source: str | None) -> Finding:
    first = group[0]
    shown = _place(first.spot)
    if len(group) > 1:
        shown = message("{place} and elsewhere, {count} in all", place=shown, count=len(group))
    said = message("{said} ({place})", said=first.said, place=shown)
    if first.spot == FILE:
        said = first.said
    line = first.spot.numbers[0] if first.spot.kind == "line" else None
    place = Place(source, line, path=_path(first.spot))
    return Finding(first.severity, first.code, said, place)


def _place(spot: Spot) -> Message:
    names = ("first", "second", "third")
    gaps = dict(zip(names, spot.numbers, strict=False))
    if spot.kind == "paragraph" and not spot.words:
        return message("paragraph {first}", **gaps)
    return Message(_PLACES[spot.kind].text, {**gaps, "words": spot.words})


def _path(spot: Spot) -> tuple[str | int, ...]:
    """Return a place as programs find it again: `table[2].row[3].column[1]`."""
    steps = _STEPS.get(spot.kind, (spot.kind.split()[0],) if spot.kind != "file" else ())
    numbers = spot.numbers or (1,) * len(steps)
    return tuple(part for pair in zip(steps, numbers, strict=False) for part in pair)
