"""A picture in a file tells how it looks, and not who took it where."""

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from documents import LAYOUT, doc, with_blocks, words
from strategies_documents import PIXEL
from summarykit.document import Figure
from summarykit.writers import WRITERS
from summarykit.writers.photographs import without_traces

SECRET = "白杨镇青石村".encode()


def segment(kind: int, body: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", 2 + len(body)) + body


def exif(order: str, orientation: int) -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = [(0x010E, 2, len(SECRET), 0), (0x0112, 3, 1, orientation)]
    told = b"".join(struct.pack(f"{order}HHIHH", *one, 0) for one in entries)
    first = struct.pack(f"{order}I", 8) + struct.pack(f"{order}H", len(entries))
    return b"Exif\0\0" + mark + first + told + SECRET


FRAME = segment(0xC0, struct.pack(">BHHB", 8, 40, 60, 1) + b"\x01\x11\x00")
PROFILE = segment(0xE2, b"ICC_PROFILE\0\x01\x01profile")
SCAN = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd9"


def photograph(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + FRAME + SCAN


def chunk(name: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def noisy_png() -> bytes:
    head = PIXEL[:33]
    return head + chunk(b"tEXt", SECRET) + chunk(b"eXIf", SECRET) + PIXEL[33:] + SECRET


@pytest.mark.parametrize(
    "traces",
    [
        segment(0xE1, exif("<", 1)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\0" + SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xFE, SECRET),
    ],
)
def test_what_a_camera_writes_is_gone(traces: bytes) -> None:
    jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    data = photograph(jfif, traces, PROFILE) + SECRET
    assert without_traces(data) == photograph(jfif, PROFILE)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("side", range(2, 9))
def test_which_side_is_up_stays(order: str, side: int) -> None:
    found = without_traces(photograph(segment(0xE1, exif(order, side))))
    assert SECRET not in found
    at = found.index(b"Exif\0\0") + 6
    assert struct.unpack_from(">HHIH", found, at + 10) == (0x0112, 3, 1, side)
    assert without_traces(found) == found


def test_of_a_drawing_stays_what_is_shown() -> None:
    assert without_traces(noisy_png()) == PIXEL


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\xff\xd8", b"\xff\xd8\xff", PIXEL[:20], photograph()[:9]]
)
def test_what_is_broken_ends_where_it_ends(data: bytes) -> None:
    assert len(without_traces(data)) <= len(data)


@pytest.mark.parametrize("form", ["docx", "md"])
def test_no_file_has_them(form: str) -> None:
    made, clean = (
        WRITERS[form](
            with_blocks(doc("# 总结"), Figure("f", data, words("走访"), "教师走访")), LAYOUT
        )
        for data in (noisy_png(), PIXEL)
    )
    assert made == clean
    if form == "docx":
        parts = ZipFile(BytesIO(made))
        assert parts.read("word/media/image1.png") == PIXEL
