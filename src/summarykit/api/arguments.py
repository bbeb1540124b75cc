"""What a program hands over that is of the wrong kind: findings that say what is expected."""

import os
from collections.abc import Iterable, Mapping
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Severity, SummaryError, message
from summarykit.model import YearRecord

RECORD: Final = message("a record, the path of its file, or a mapping of fields")
PATH: Final = message("the path of a file")
REPORT: Final = message("the id or the name of a report")
PACK: Final = message("a pack, its name or its folder")
WORK: Final = message("names of kinds of work")
FINDING: Final = message("a finding")


def path_of(given: object) -> str | None:
    """Return the path that a text or a path object spells; none for anything else."""
    path = os.fspath(given) if isinstance(given, (str, os.PathLike)) else None
    return path if isinstance(path, str) else None


def is_record_or_path(given: object) -> bool:
    """Return whether it is a record, the fields of one, or the path of a file."""
    return isinstance(given, (YearRecord, Mapping)) or path_of(given) is not None


def names_in(programmes: object) -> tuple[str, ...] | None:
    """Return the names, one alone as well as several; none where something is no name."""
    if isinstance(programmes, str):
        return (programmes,)  # its letters are not names
    names = tuple(programmes) if isinstance(programmes, Iterable) else (None,)
    return names if all(isinstance(name, str) for name in names) else None


def wrong_type(name: str, expected: Message, given: object) -> Finding:
    """Return the finding for an argument that is something else altogether."""
    found = "None" if given is None else type(given).__name__
    said = message(
        "{name} has to be {expected}, not {found}", name=name, expected=expected, found=found
    )
    return Finding(Severity.ERROR, Code.WRONG_TYPE, said)


def unknown(said: Message, known: Iterable[object], code: Code = Code.WRONG_VALUE) -> Finding:
    """Return the finding for a choice that is none of those there are."""
    hint = message("there are: {names}", names=tuple(map(str, known)))
    return Finding(Severity.ERROR, code, said, hint=hint)


def needed_path(name: str, given: object) -> str:
    """Return the path of a file.

    Raises:
        SummaryError: It is no path.
    """
    path = path_of(given)
    if path is None:
        raise SummaryError([wrong_type(name, PATH, given)])
    return path
