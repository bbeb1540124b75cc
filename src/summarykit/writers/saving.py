"""From bytes to a file that is there as a whole or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.system_errors import reason_of

# Without O_BINARY, Windows would turn \n into \r\n.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_ANOTHER_NAME = message("choose another name for the file")


def save(data: bytes, path: str | os.PathLike[str]) -> Finding | None:
    """Return nothing once `data` stands in the file at `path`, or why it could not be written.

    The bytes go to a new file beside it first, which then takes its name. Whatever happens, the
    old file stays as it was until then, and the new one is removed when it is not finished.
    Only a process that is killed leaves it, as `.summarykit-….tmp`, which may be deleted.
    """
    named = os.fspath(path)
    try:
        target = Path(os.path.realpath(named))  # a link stays one: what it names is written
        in_the_way = _obstacle(target)
        if in_the_way is not None:
            return _unwritable(named, *in_the_way)
        _replace(target, data)
    except (OSError, ValueError) as error:  # a null character in a name is a ValueError
        return _failed(named, error)
    return None


def _obstacle(target: Path) -> tuple[Message, Message] | None:
    """Return what is in the way, and what to do about it."""
    if target.is_dir():
        return message("a folder stands here"), message("add the name of a file to it")
    if not target.parent.is_dir():
        said = message("there is no folder {folder}", folder=str(target.parent))
        return said, message("make it first, or choose another folder")
    if target.exists() and not target.is_file():
        return message("this is not a file"), _ANOTHER_NAME
    if target.exists() and not os.access(target, os.W_OK):
        return message("this file is write-protected"), _ANOTHER_NAME
    if not os.access(target.parent, os.W_OK):
        said = message("the folder {folder} is write-protected", folder=str(target.parent))
        return said, message("choose another folder")
    return None


def _replace(target: Path, data: bytes) -> None:
    # Short, since the name of the target may be as long as the file system allows.
    beside = target.with_name(f".summarykit-{secrets.token_hex(4)}.tmp")
    try:
        _write(data, beside, like=target)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _write(data: bytes, path: Path, *, like: Path) -> None:
    # Opened for everyone, as `open` would: the umask decides who may read a new file.
    descriptor = os.open(path, _NEW, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.exists():
        path.chmod(like.stat().st_mode)


def _failed(named: str, error: OSError | ValueError) -> Finding:
    said = message("this file cannot be written: {reason}", reason=reason_of(error))
    if isinstance(error, PermissionError):
        return _unwritable(
            named, said, message("close it where it is open, or choose another folder")
        )
    return _unwritable(named, said, message("choose another folder"))


def _unwritable(named: str, said: Message, hint: Message) -> Finding:
    return Finding(Severity.ERROR, Code.OUTPUT_UNWRITABLE, said, Place(source=named), hint)
