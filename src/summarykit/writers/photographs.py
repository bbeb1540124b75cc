"""Photographs without what a camera writes into them: place, time, owner, earlier pictures."""

import struct
from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SHOWN: Final = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM"),
        *(b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"),
    )
)
"""The chunks of a PNG picture that say how it looks; texts, dates and Exif are others."""
_END: Final = b"IEND"
_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = b"\xff\xd9"
_MARK: Final = 0xFF
_SEGMENTS: Final = frozenset((0xE0, 0xEE))
"""Segments of applications that say how a picture looks: JFIF and the colours of Adobe."""
_APPLICATIONS: Final = range(0xE0, 0xF0)
_EXIF_SEGMENT: Final = 0xE1
_COLOURS: Final = 0xE2
_COMMENT: Final = 0xFE
_PROFILE: Final = b"ICC_PROFILE\0"
_EXIF: Final = b"Exif\0\0"
_ORIENTATION: Final = 0x0112
_TURNED: Final = range(2, 9)
_SHORT: Final = struct.Struct(">H")
_LENGTH: Final = struct.Struct(">I")


def without_traces(data: bytes) -> bytes:
    """Return a PNG or JPEG picture that looks the same and tells nothing else.

    Of the Exif data of a photograph only stays which side is up. What is no such picture comes
    back as it is.
    """
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data))
    if data.startswith(b"\xff\xd8"):
        return b"\xff\xd8" + b"".join(_segments(data))
    return data


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + _LENGTH.unpack_from(data, at)[0]
        name = data[at + 4 : at + 8]
        if name in _SHOWN:
            yield data[at:end]
        if name == _END:
            return  # what follows is no part of the picture
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == _MARK:
        kind = data[at + 1]
        if kind == _START_OF_SCAN:
            end = data.rfind(_END_OF_IMAGE, at)
            yield data[at : end + 2] if end > 0 else data[at:]
            return
        end = at + 2 + _SHORT.unpack_from(data, at + 2)[0]
        yield _kept(kind, data[at:end])
        at = end
    yield data[at:]


def _kept(kind: int, segment: bytes) -> bytes:
    """Return what stays of a segment."""
    body = segment[4:]
    if kind == _EXIF_SEGMENT and body.startswith(_EXIF):
        side = _side_up(body[len(_EXIF) :])
        return _only_side_up(side) if side in _TURNED else b""
    is_profile = kind == _COLOURS and body.startswith(_PROFILE)
    is_other = kind in _APPLICATIONS and kind not in _SEGMENTS
    return b"" if kind == _COMMENT or (is_other and not is_profile) else segment


def _side_up(tiff: bytes) -> int:
    """Return the orientation that Exif data give (tag 0112 of the first directory); 0: none."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(count):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value)
    except struct.error:
        return 0
    return 0


def _only_side_up(side: int) -> bytes:
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, side, 0)
    tiff = b"MM\0*" + _LENGTH.pack(8) + _SHORT.pack(1) + entry + _LENGTH.pack(0)
    body = _EXIF + tiff
    return b"\xff\xe1" + _SHORT.pack(2 + len(body)) + body
