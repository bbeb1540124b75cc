"""Pictures: their size, their place, each kept once."""

import struct

import pytest

from documents import LAYOUT, doc, with_blocks, words
from strategies_documents import PIXEL
from summarykit.document import Figure
from summarykit.writers.docx import write_docx
from summarykit.writers.docx.pictures import picture_size
from wordfiles import names, opened, part


def _png(width: int, height: int) -> bytes:
    return PIXEL[:16] + struct.pack(">II", width, height) + PIXEL[24:]


def _jpeg(width: int, height: int) -> bytes:
    application = b"\xff\xe0" + struct.pack(">H", 4) + b"ab"
    frame = b"\xff\xc2" + struct.pack(">HBHH", 11, 8, height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + application + frame + b"\xff\xd9"


@pytest.mark.parametrize(
    ("data", "size"),
    [(_png(640, 400), (640, 400, "png")), (_jpeg(640, 400), (640, 400, "jpeg"))],
)
def test_the_size_of_a_picture_is_read(data: bytes, size: tuple[int, int, str]) -> None:
    assert picture_size(data) == size


@pytest.mark.parametrize("data", [b"", b"GIF89a", PIXEL[:20]])
def test_other_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="a picture must be PNG or JPEG"):
        picture_size(data)


@pytest.mark.parametrize(
    "data", [_png(0, 5), b"\xff\xd8", b"\xff\xd8\xff\xc4\x00\x02" + b"x" * 9]
)
def test_a_picture_without_a_size_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="a picture has no size"):
        picture_size(data)


def _figures(*pictures: bytes) -> bytes:
    blocks = [
        Figure(f"f{i}", data, words("图"), '学生"合唱"') for i, data in enumerate(pictures)
    ]
    return write_docx(with_blocks(doc("= 题"), *blocks), LAYOUT)


def test_a_picture_is_made_to_fit_and_keeps_its_shape() -> None:
    wide, small, tall = opened(
        _figures(_png(2000, 1000), _png(96, 48), _png(10, 1000))
    ).inline_shapes
    assert round(wide.width.mm) == 140
    assert round(wide.height.mm) == 70
    assert (small.width.inches, small.height.inches) == (1, 0.5)
    assert round(tall.height.mm) == 95


def test_the_same_picture_is_kept_once() -> None:
    data = _figures(_png(9, 9), _jpeg(8, 8), _png(9, 9))
    assert [name for name in names(data) if "media" in name] == [
        "word/media/image1.png",
        "word/media/image2.jpeg",
    ]
    assert len(opened(data).inline_shapes) == 3


def test_a_picture_has_words_for_those_who_cannot_see_it() -> None:
    xml = part(_figures(PIXEL, PIXEL), "word/document.xml")
    assert '<wp:docPr id="1" name="图片 1" descr="学生&quot;合唱&quot;"/>' in xml
    assert '<wp:docPr id="2"' in xml
