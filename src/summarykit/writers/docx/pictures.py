"""Pictures: their size, read from the first bytes, and the drawing that shows them."""

import struct
from dataclasses import dataclass, field

from summarykit.layout import FigureRule
from summarykit.writers.docx.archive import Entry, deflated
from summarykit.writers.docx.markup import RELATED
from summarykit.writers.docx.package import relation
from summarykit.writers.docx.runs import quoted
from summarykit.writers.photographs import without_traces

EMU_A_TWIP = 635
EMU_A_PIXEL = 9525  # at 96 pixels an inch
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_SIZE = struct.Struct(">HH")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(slots=True)
class Pictures:
    """The pictures of one document, each kept once however often it is shown."""

    rule: FigureRule
    first_relation: int
    names: dict[bytes, str] = field(default_factory=dict)
    shown: int = 0

    def drawing(self, data: bytes, alt: str) -> str:
        """Return the run that shows the picture `data`, as large as pixels and rule allow.

        What a camera wrote into it stays out of the file.

        Raises:
            ValueError: `data` is neither a PNG nor a JPEG picture.
        """
        data = without_traces(data)
        width, height, kind = picture_size(data)
        self.names.setdefault(data, f"image{len(self.names) + 1}.{kind}")
        place = self.first_relation + list(self.names).index(data)
        self.shown += 1
        scale = min(
            1.0,
            self.rule.width.twips * EMU_A_TWIP / (width * EMU_A_PIXEL),
            self.rule.height.twips * EMU_A_TWIP / (height * EMU_A_PIXEL),
        )
        across, down = (max(1, int(side * EMU_A_PIXEL * scale)) for side in (width, height))
        return _drawing(self.shown, f"rId{place}", quoted(alt), f'cx="{across}" cy="{down}"')

    @property
    def relations(self) -> tuple[str, ...]:
        """The relationships of the main document to its pictures."""
        return tuple(
            relation(f"rId{i}", "image", f"media/{name}")
            for i, name in enumerate(self.names.values(), start=self.first_relation)
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The parts that hold the pictures."""
        return tuple(deflated(f"word/media/{name}", data) for data, name in self.names.items())


def picture_size(data: bytes) -> tuple[int, int, str]:
    """Return the width and height of a picture in pixels, and its kind: `png` or `jpeg`.

    Raises:
        ValueError: It is neither, or its size cannot be read.
    """
    if data.startswith(_PNG) and len(data) >= 24:  # noqa: PLR2004 - signature and first chunk
        width, height = struct.unpack_from(">II", data, 16)
        kind = "png"
    elif data.startswith(_JPEG):
        width, height = _jpeg_size(data)
        kind = "jpeg"
    else:
        msg = "a picture must be PNG or JPEG"
        raise ValueError(msg)
    if not width or not height:
        msg = "a picture has no size"
        raise ValueError(msg)
    return width, height, kind


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Return width and height from the first frame header; zeros when there is none."""
    at = len(_JPEG)
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - every segment starts so
        marker, length = data[at + 1], _SIZE.unpack_from(data, at + 2)[0]
        if marker in _FRAMES:
            height, width = _SIZE.unpack_from(data, at + 5)
            return width, height
        at += 2 + length
    return 0, 0


def _drawing(number: int, relationship: str, alt: str, extent: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="图片 {number}" descr="{alt}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
        f' noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="图片 {number}" descr="{alt}"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {RELATED}"
        f' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )
