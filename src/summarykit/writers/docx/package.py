"""What every file of one layout shares: prepared once, kept deflated."""

from dataclasses import dataclass
from functools import lru_cache
from math import floor

from summarykit.layout import Font, Layout, Page
from summarykit.writers.docx.archive import Entry, deflated
from summarykit.writers.docx.markup import DECLARATION, MAIN, element, part
from summarykit.writers.docx.runs import quoted
from summarykit.writers.docx.strips import StripPart, picture_entries, strip_parts
from summarykit.writers.docx.styles import font_attributes, size, styles_part
from summarykit.writers.docx.theme import theme_part

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that are the same in every file of a layout, and the ends of its sections."""

    entries: tuple[Entry, ...]
    relations: tuple[str, ...]
    upright: str
    turned: str
    first: str
    """The end of the section with the first page of the text, which may differ from others."""
    cover: str
    """The end of the section with the cover, which has no page number."""
    chinese: tuple[str, str, str, str]
    """The run properties of a heading's words inside a paragraph, by level."""
    sizes: tuple[str, str, str, str]
    """The size of a heading's words inside a paragraph, by level, where it is another one."""
    numeral: str
    """The run properties that make a digit and a dot one character wide together."""


@lru_cache(maxsize=32)
def prepared(layout: Layout) -> Package:
    """Return the shared parts of `layout`; safe to call from any thread."""
    strips = strip_parts(layout)
    parts = _shared_parts(layout, strips)
    names = {name: name for name in ("styles", "settings", "fontTable")}
    names["theme"] = "theme/theme1"
    if layout.numbering.automatic:
        names["numbering"] = "numbering"
    targets = [(kind, f"{name}.xml") for kind, name in names.items()]
    targets += [(strip.word, strip.name) for strip in strips]
    relations = tuple(
        relation(f"rId{i}", kind, target) for i, (kind, target) in enumerate(targets, 1)
    )
    first = len(names) + 1
    references = "".join(
        f'<w:{strip.word}Reference w:type="{strip.pages}" r:id="rId{i}"/>'
        for i, strip in enumerate(strips, start=first)
    )
    return Package(
        entries=(
            *(deflated(name, data) for name, data in parts.items()),
            *picture_entries(layout.furniture),
        ),
        relations=relations,
        upright=_section(layout, layout.page, references),
        turned=_section(layout, layout.page.turned(), references),
        first=_section(layout, layout.page, references, first=True),
        cover=_section(layout, layout.page, ""),
        chinese=_heading_looks(layout),
        sizes=_heading_sizes(layout),
        numeral=f'<w:rFonts w:hint="eastAsia" {font_attributes(_body_font(layout))}/>',
    )


def _shared_parts(layout: Layout, strips: tuple[StripPart, ...]) -> dict[str, bytes]:
    """Return the parts that all documents of a layout share, by name."""
    parts = {
        "[Content_Types].xml": _content_types(layout, strips),
        "_rels/.rels": _root_relations(),
        "docProps/app.xml": _application(),
        "word/styles.xml": styles_part(layout),
        "word/settings.xml": _settings(layout, strips),
        "word/fontTable.xml": _font_table(layout),
        "word/theme/theme1.xml": theme_part(layout),
    }
    parts |= {f"word/{strip.name}": strip.data for strip in strips}
    parts |= {
        f"word/_rels/{strip.name}.rels": _relations_of(strip)
        for strip in strips
        if strip.pictures
    }
    return parts


def relation(identity: str, kind: str, target: str) -> str:
    """Return a relationship of the main document."""
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def relations_part(relations: tuple[str, ...]) -> bytes:
    """Return the part that lists `relations`."""
    listed = "".join(relations)
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'.encode()


def _relations_of(strip: StripPart) -> bytes:
    named = enumerate(strip.pictures, start=1)
    return relations_part(tuple(relation(f"rId{i}", "image", f"media/{n}") for i, n in named))


def _root_relations() -> bytes:
    return relations_part(
        (
            relation("rId1", "officeDocument", "word/document.xml"),
            f'<Relationship Id="rId2" Type="{_CORE}" Target="docProps/core.xml"/>',
            relation("rId3", "extended-properties", "docProps/app.xml"),
        )
    )


def _content_types(layout: Layout, strips: tuple[StripPart, ...]) -> bytes:
    kinds = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    kinds |= {f"/word/{strip.name}": f"{_WORD}.{strip.word}+xml" for strip in strips}
    if layout.numbering.automatic:
        kinds["/word/numbering.xml"] = f"{_WORD}.numbering+xml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    has_gif = any(picture.kind == "gif" for picture in layout.furniture.pictures)
    gif = '<Default Extension="gif" ContentType="image/gif"/>' if has_gif else ""
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        f"{gif}{overrides}</Types>"
    ).encode()


def _application() -> bytes:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>summarykit</Application></Properties>'
    ).encode()


def _settings(layout: Layout, strips: tuple[StripPart, ...]) -> bytes:
    settings = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
    }
    compatible = "".join(
        element("compatSetting", name=name, uri=_COMPATIBILITY, val=value)
        for name, value in settings.items()
    )
    return part(
        "settings",
        MAIN,
        '<w:zoom w:percent="100"/>'
        + ("<w:mirrorMargins/>" if layout.page.mirror else "")
        + "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
        '<w:defaultTabStop w:val="420"/>'
        + ("<w:evenAndOddHeaders/>" if any(s.pages == "even" for s in strips) else "")
        + element("drawingGridVerticalSpacing", val=layout.styles.body.pitch)
        + '<w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>"
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
        f"<w:adjustLineHeightInTable/><w:useFELayout/>{compatible}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


def _font_table(layout: Layout) -> bytes:
    roles = type(layout.fonts).model_fields
    fonts = {layout.fonts.by_role(role).name: role for role in roles}  # type: ignore[arg-type]
    return part(
        "fonts",
        MAIN,
        "".join(
            _font(layout.fonts.by_role(role), latin=role == "latin")  # type: ignore[arg-type]
            for role in fonts.values()
        ),
    )


def _font(font: Font, *, latin: bool) -> str:
    # A name cannot stand in for itself: a county may call first what was an alternative.
    others = [name for name in font.alternatives if name != font.name][:1]
    return element(
        "font",
        *(element("altName", val=name) for name in others),
        element("charset", val="00" if latin else "86"),
        element("family", val="roman" if latin else "auto"),
        element("pitch", val="variable"),
        name=font.name,
    )


def _section(layout: Layout, page: Page, references: str, *, first: bool = False) -> str:
    shape = {"w": page.width.twips, "h": page.height.twips}
    turned = page.width.twips > page.height.twips
    return element(
        "sectPr",
        references,
        element("pgSz", **shape, orient="landscape" if turned else ""),
        element(
            "pgMar",
            top=page.top.twips,
            right=page.right.twips,
            bottom=page.bottom.twips,
            left=page.left.twips,
            header=layout.furniture.top,
            footer=page.footer.twips,
            gutter=0,
        ),
        '<w:pgNumType w:start="1"/>' if first and layout.cover.shown else "",
        '<w:cols w:space="425"/>',
        "<w:titlePg/>" if first and 'w:type="first"' in references else "",
        _grid(layout),
    )


def _grid(layout: Layout) -> str:
    if layout.page.grid == "none":
        return ""
    pitch = layout.styles.body.pitch
    if layout.page.grid == "lines":
        return element("docGrid", type="lines", linePitch=pitch)
    # In 1/4096 point; rounded down, so that the last character still has its room.
    each = layout.page.text_width / layout.characters - layout.styles.body.size.twips
    space = floor(each * 4096 / 20)
    return element("docGrid", type="linesAndChars", linePitch=pitch, charSpace=space)


def _heading_looks(layout: Layout) -> tuple[str, str, str, str]:
    first, second, third, fourth = (_look(layout, level) for level in (1, 2, 3, 4))
    return first, second, third, fourth


def _heading_sizes(layout: Layout) -> tuple[str, str, str, str]:
    styles, body = map(layout.styles.heading, (1, 2, 3, 4)), layout.styles.body
    first, second, third, fourth = ("" if s.size == body.size else size(s) for s in styles)
    return first, second, third, fourth


def _look(layout: Layout, level: int) -> str:
    style, body = layout.run_in(level), layout.styles.body
    name = quoted(layout.fonts.by_role(style.font).name)
    font = "" if style.font == body.font else f' w:eastAsia="{name}"'
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    colour = "" if style.colour == body.colour else element("color", val=style.colour)
    return f'<w:rFonts w:hint="eastAsia"{font}/>{bold}{colour}'


def _body_font(layout: Layout) -> Font:
    return layout.fonts.by_role(layout.styles.body.font)
