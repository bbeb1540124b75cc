"""From a path to the bytes of a file that is to be reviewed."""

import stat
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.system_errors import reason_of
from summarykit.ooxml.opening import LARGEST_FILE

_TEXTS: Final = (".md", ".txt")
_OTHERS: Final = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"<")
"""What archives, old Word files, PDF, RTF and HTML begin with."""
_ENCODINGS: Final = ("utf-8", "gb18030")
_RECORDS: Final = (".yaml", ".yml", ".json")
_REVIEWED: Final = message(
    "what can be reviewed is .docx, .md, .txt: open it in Word or WPS and save it as .docx"
)


def load(path: str) -> bytes | Finding:
    """Return the bytes of a file of a readable size, or what is wrong with it."""
    try:
        found = Path(path).stat()
        if not stat.S_ISREG(found.st_mode):
            folder = stat.S_ISDIR(found.st_mode)
            said = message("a folder stands here" if folder else "this is not a file")
            return _unread(path, said)
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return _unread(path, message("there is no such file"))
    except PermissionError:
        return _unread(path, message("reading this file is not permitted"))
    except (OSError, ValueError) as error:
        said = message("this file cannot be read: {reason}", reason=reason_of(error))
        return _unread(path, said)
    if len(data) <= LARGEST_FILE:
        return data
    size, limit = found.st_size // 2**20, LARGEST_FILE // 2**20
    said = message(
        "the file has {found} MiB; at most {limit} are read", found=size, limit=limit
    )
    return Finding(Severity.ERROR, Code.FILE_TOO_LARGE, said, Place(path))


def is_text(data: bytes, source: str | None) -> bool:
    """Return whether a file is plain text or Markdown: by its name, or else by its bytes."""
    if source is not None:
        return source.lower().endswith(_TEXTS)
    if not data.strip() or b"\0" in data or data.lstrip().startswith(_OTHERS):
        return False
    return any(map(partial(_decodes, data), _ENCODINGS))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _unread(path: str, said: Message) -> Finding:
    return Finding(Severity.ERROR, Code.FILE_UNREADABLE, said, Place(path))


def no_document(refused: Finding) -> Finding:
    """Return the finding about a file that is no Word file, with what can be reviewed.

    A record is known by its ending: it goes to another command.
    """
    if refused.code is not Code.FORMAT_UNKNOWN:
        return refused
    if (refused.at.source or "").lower().endswith(_RECORDS):
        said = message("this is a record, not a finished summary")
        return replace(refused, message=said, hint=message("check it with summarykit check"))
    return replace(refused, hint=_REVIEWED)
