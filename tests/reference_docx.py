"""The letterhead of the example pack: `python tests/reference_docx.py` writes it anew.

It is made as text, so that the same file comes out on every machine; tests change it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from summarykit.packs import bundled

PLACE: Final = bundled("examples") / "packs/letterhead/reference.docx"
OFFICE: Final = "云岭县教育局"
RED: Final = "C00000"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_RELATED}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_START: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SIZE: Final = 180
_EMU: Final = 12 * 36000  # 12 mm
Parts = Mapping[str, str | bytes]


def emblem(size: int = _SIZE) -> bytes:
    """Return a drawing of our own as PNG: two red hills under a sun, in a ring."""
    rows = b"".join(b"\0" + bytes(_pixel(x, y, size) for x in range(size)) for y in range(size))
    palette = bytes((255, 255, 255, 192, 0, 0))
    head = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    # Not deflated: how well it is done differs between machines.
    chunks = (
        (b"IHDR", head),
        (b"PLTE", palette),
        (b"tRNS", b"\0"),
        (b"IDAT", zlib.compress(rows, 0)),
        (b"IEND", b""),
    )
    made = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + made


def _pixel(x: int, y: int, size: int) -> int:
    across, down = (2 * x + 1 - size) / size, (2 * y + 1 - size) / size
    radius = across * across + down * down
    if radius > 0.96:
        return 0
    if radius > 0.8:
        return 1
    hills = max(0.75 - 1.3 * abs(across + 0.25), 0.55 - 1.1 * abs(across - 0.35))
    sun = (across - 0.3) ** 2 + (down + 0.4) ** 2
    return int(down > 0.45 - hills or sun < 0.03)


def paragraph(text: str, properties: str = "", look: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def picture(relation: str = "rId1", alt: str = "云岭县教育局标志") -> str:
    extent = f'cx="{_EMU}" cy="{_EMU}"'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="标志" descr="{alt}"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="标志"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip'
        f' r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing>"
    )


def field(code: str, shown: str = "1") -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def part(root: str, content: str) -> str:
    return f"{_START}<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_START}<Relationships xmlns="{space}">{listed}</Relationships>'


def line(side: str, eighths: int) -> str:
    border = f'w:val="single" w:sz="{eighths}" w:space="4" w:color="{RED}"'
    return f"<w:pBdr><w:{side} {border}/></w:pBdr>"


def style(identity: str, name: str, properties: str, look: str, based_on: str = "1") -> str:
    default = ' w:default="1"' if identity == "1" else ""
    basis = "" if identity == "1" else f'<w:basedOn w:val="{based_on}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"{basis}<w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def fonts(chinese: str, latin: str = "Times New Roman") -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}"/>'


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


FLAT: Final = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
CENTRED: Final = f'{FLAT}<w:jc w:val="center"/>'
STYLES: Final = (
    style(
        "1",
        "Normal",
        '<w:widowControl w:val="0"/><w:spacing w:line="560" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
        f'{fonts("仿宋_GB2312")}<w:kern w:val="2"/>{size(16)}',
    )
    + style(
        "2",
        "Title",
        f'<w:spacing w:before="360" w:line="700" w:lineRule="exact"/>{CENTRED}',
        f"{fonts('方正小标宋简体')}{size(22)}",
    )
    + style("3", "heading 1", "<w:keepNext/>", fonts("黑体"))
    + style("4", "heading 2", "<w:keepNext/>", f"{fonts('楷体_GB2312')}<w:b/><w:bCs/>")
    + style(
        "a5",
        "header",
        f'<w:spacing w:line="240" w:lineRule="auto"/>{FLAT}<w:jc w:val="right"/>',
        f'{fonts("楷体_GB2312")}<w:color w:val="{RED}"/>{size(12)}',
    )
    + style(
        "a6",
        "footer",
        f'<w:spacing w:line="280" w:lineRule="exact"/>{CENTRED}',
        f"{fonts('宋体', '宋体')}{size(14)}",
    )
)
DEFAULTS: Final = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
HEAD: Final = (
    f'<w:p><w:pPr><w:pStyle w:val="a5"/>{CENTRED}</w:pPr><w:r>{picture()}</w:r></w:p>'
    + paragraph(
        OFFICE,
        f'<w:pStyle w:val="a5"/>{line("bottom", 18)}'
        f'<w:spacing w:before="60" w:line="800" w:lineRule="exact"/>{CENTRED}',
        f'{fonts("方正小标宋简体")}<w:spacing w:val="60"/>{size(34)}',
    )
)
FOOT: Final = (
    f'<w:p><w:pPr><w:pStyle w:val="a6"/></w:pPr>{words("— ")}{field("PAGE")}{words(" —")}</w:p>'
)
SECTION: Final = (
    '<w:headerReference w:type="default" r:id="rId3"/>'
    '<w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="first" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1531" w:bottom="1843" w:left="1531" w:header="850"'
    ' w:footer="1304" w:gutter="0"/><w:cols w:space="425"/><w:titlePg/>'
    '<w:docGrid w:type="lines" w:linePitch="560"/>'
)


def letterhead() -> dict[str, str | bytes]:
    """Return the parts of the letterhead."""
    kinds = {
        "document": "document.main", "styles": "styles", "settings": "settings",
        "header1": "header", "header2": "header", "footer1": "footer", "footer2": "footer",
    }  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return {
        "[Content_Types].xml": (
            f'{_START}<Types xmlns="{types}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default'
            ' Extension="xml" ContentType="application/xml"/><Default Extension="png"'
            f' ContentType="image/png"/>{overrides}</Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": part(
            "document", f"<w:body><w:p/><w:sectPr>{SECTION}</w:sectPr></w:body>"
        ),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("footer", "footer1.xml"),
            ("footer", "footer2.xml"),
        ),
        "word/styles.xml": part("styles", DEFAULTS + STYLES),
        "word/settings.xml": part("settings", '<w:defaultTabStop w:val="420"/>'),
        "word/header1.xml": part(
            "hdr", paragraph(OFFICE, f'<w:pStyle w:val="a5"/>{line("bottom", 6)}')
        ),
        "word/header2.xml": part("hdr", HEAD),
        "word/_rels/header2.xml.rels": relations(("image", "media/image1.png")),
        "word/media/image1.png": emblem(),
        "word/footer1.xml": part("ftr", FOOT),
        "word/footer2.xml": part("ftr", FOOT),
    }


def packed(parts: Parts) -> bytes:
    """Return the parts as a Word file, the same on every machine: nothing is deflated."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def changed(**edits: Callable[[str], str]) -> bytes:
    """Return the letterhead with parts of `word/` changed, given as `header1=lambda x: …`."""
    parts = letterhead()
    for name, edit in edits.items():
        path = f"word/{name}.xml"
        parts[path] = edit(str(parts[path]))
    return packed(parts)


def main(place: Path = PLACE) -> None:
    """Write the letterhead of the example pack."""
    place.write_bytes(packed(letterhead()))


if __name__ == "__main__":
    main()
