"""What is told of kinds that a pack adds, when the file that adds them has an error."""

from collections.abc import Iterable, Iterator
from typing import Final

from summarykit.diagnostics import Finding, Severity
from summarykit.packs.places.paths import FIELDS, KINDS, REPORTS

_NAME_KINDS: Final = frozenset({"programmes", "emphasis"})


def without_unread_kinds(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, without those about kinds that nobody knows as `kinds.toml` has an error.

    Nothing that it adds is known then, so that every right use of it looks wrong.
    """
    listed = tuple(findings)
    broken = any(one.severity is Severity.ERROR and _path(one) == KINDS for one in listed)
    for one in listed:
        names_kinds = _path(one).startswith(REPORTS) or _path(one) == FIELDS
        if not (broken and names_kinds and _NAME_KINDS.intersection(one.at.path)):
            yield one


def _path(finding: Finding) -> str:
    return (finding.at.source or "").partition("/")[2]
