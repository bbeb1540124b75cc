"""Why the system refused to read or write a file, in words that can be translated."""

import errno
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Message, message

_NOT_PERMITTED: Final = message("it is not permitted")
_REASONS: Final = MappingProxyType(
    {
        errno.EACCES: _NOT_PERMITTED,
        errno.EPERM: _NOT_PERMITTED,
        errno.EROFS: message("the disk is read-only"),
        errno.ENOSPC: message("the disk is full"),
        errno.EISDIR: message("a folder stands here"),
        errno.ENOTDIR: message("a file stands where a folder is needed"),
        errno.EEXIST: message("something of this name is there already"),
        errno.ENAMETOOLONG: message("the name is too long"),
        errno.EIO: message("the disk has a fault"),
    }
)


def reason_of(error: OSError | ValueError) -> Message | str:
    """Return why the system refused: in our words where we have some, else in its own."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    return known or getattr(error, "strerror", None) or str(error)
