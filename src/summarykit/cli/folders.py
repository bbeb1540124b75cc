"""Folders that a command makes for what it writes."""

from pathlib import Path

from summarykit.diagnostics import Code, Finding, Place, Severity, SummaryError, message
from summarykit.l10n.system_errors import reason_of


def made(folder: Path) -> Path:
    """Return the folder, made with those above it where they are missing.

    Raises:
        SummaryError: There is something else in its place, or it may not be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        said = message("this folder cannot be made: {reason}", reason=reason_of(error))
        place = Place(source=str(folder))
        unwritable = Finding(Severity.ERROR, Code.OUTPUT_UNWRITABLE, said, place)
        raise SummaryError([unwritable]) from error
    return folder
