"""How many pixels a picture has, by the bytes at its start; none of it is unfolded."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

_PNG_HEAD: Final = 24
_GIF_HEAD: Final = 10
# Frames of JPEG (ISO/IEC 10918-1, table B.1), without DHT, JPG and DAC among them.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STARTS: Final = 0xDA
_BARE: Final = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers of JPEG that nothing belongs to."""
_MARK: Final = 0xFF
_FRAME_HEAD: Final = 7
Size = tuple[int, int]


def size_of(kind: str, data: bytes) -> Size | None:
    """Return width and height of a `png`, `jpeg` or `gif`, nothing if it is cut short."""
    return _SIZES[kind](data)


def _png(data: bytes) -> Size | None:
    if len(data) < _PNG_HEAD or data[12:16] != b"IHDR" or b"IEND" not in data:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _gif(data: bytes) -> Size | None:
    if len(data) < _GIF_HEAD or not data.rstrip(b"\0").endswith(b";"):
        return None
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg(data: bytes) -> Size | None:
    at = 2
    while at + 4 <= len(data) and data[at] == _MARK:
        marker = data[at + 1]
        if marker == _MARK:  # filling
            at += 1
        elif marker in _BARE:
            at += 2
        elif marker in _FRAMES:
            return _frame(data, at + 4)
        elif marker == _STARTS:
            return None
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _frame(data: bytes, at: int) -> Size | None:
    """Return what a frame says of its size: after the precision, lines before columns."""
    if len(data) < at + _FRAME_HEAD or b"\xff\xd9" not in data[at:]:
        return None
    return int.from_bytes(data[at + 3 : at + 5]), int.from_bytes(data[at + 1 : at + 3])


_SIZES: Final = MappingProxyType[str, Callable[[bytes], Size | None]](
    {"png": _png, "jpeg": _jpeg, "gif": _gif}
)
