"""From a path to the bytes of a file that is to be reviewed."""

import stat
from pathlib import Path

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.system_errors import reason_of
from summarykit.ooxml.opening import LARGEST_FILE


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


def _unread(path: str, said: Message) -> Finding:
    return Finding(Severity.ERROR, Code.FILE_UNREADABLE, said, Place(path))
