"""The part `word/styles.xml`: every property written out, nothing left to the renderer."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarykit.layout import Font, Layout, Style
from summarykit.layout.bounds import BLACK
from summarykit.writers.docx.markup import MAIN, element, part, wide
from summarykit.writers.docx.numbering import MAIN_LIST, counted
from summarykit.writers.docx.runs import quoted


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A style of `layout.toml` under the name Word knows, and what its role asks for."""

    role: str
    id: str
    name: str
    keep_lines: bool = False
    new_page: bool = False
    gaps: bool = True  # between Chinese and Latin text
    level: int | None = None


# Word's own names, so that Chinese Word shows 正文, 标题 1 …; the others say what they are.
WORD_STYLES = (
    WordStyle("body", "Normal", "Normal"),
    WordStyle("title", "Title", "Title", keep_lines=True),
    WordStyle("subtitle", "Subtitle", "Subtitle"),
    WordStyle("heading1", "Heading1", "heading 1", level=0),
    WordStyle("heading2", "Heading2", "heading 2", level=1),
    WordStyle("heading3", "Heading3", "heading 3", level=2),
    WordStyle("heading4", "Heading4", "heading 4", level=3),
    WordStyle("addressee", "Salutation", "Salutation"),
    WordStyle("attachment_note", "GwAttNote", "附件说明"),
    # The automatic gaps around digits would push the date half a character to the left.
    WordStyle("signature", "Signature", "Signature", keep_lines=True, gaps=False),
    WordStyle("signature", "Date", "Date", keep_lines=True, gaps=False),
    WordStyle("attachment_mark", "GwAttMark", "附件标识", new_page=True),
    WordStyle("attachment_title", "GwAttTitle", "附件标题", keep_lines=True),
    WordStyle("caption", "Caption", "caption"),
    WordStyle("unit", "GwUnit", "表格单位"),
    WordStyle("table_head", "GwTableHead", "表头文字"),
    WordStyle("table_text", "GwTableText", "表格文字"),
    WordStyle("footer", "Footer", "footer"),
)


def styles_part(layout: Layout) -> bytes:
    """Return `word/styles.xml` for `layout`."""
    body = layout.styles.body
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(layout, body)}"
        f'<w:kern w:val="2"/>{size(body)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    paragraphs = "".join(_paragraph(layout, word) for word in WORD_STYLES)
    drawn = layout.furniture.styles
    return part("styles", MAIN, defaults, paragraphs, *_others(layout), drawn)


def _paragraph(layout: Layout, word: WordStyle) -> str:
    style: Style = getattr(layout.styles, word.role)
    normal = word.id == "Normal"
    known = word.name.isascii()
    return element(
        "style",
        element("name", val=word.name),
        "" if normal else element("basedOn", val="Normal"),
        "" if normal or word.level is None else element("next", val="Normal"),
        "<w:qFormat/>",
        f"<w:pPr>{''.join(_paragraph_properties(layout, style, word))}</w:pPr>",
        f"<w:rPr>{''.join(_run_properties(layout, style, normal=normal))}</w:rPr>",
        type="paragraph",
        default="1" if normal else "",
        customStyle="" if known else "1",
        styleId=word.id,
    )


def _paragraph_properties(layout: Layout, style: Style, word: WordStyle) -> Iterator[str]:
    """Yield the paragraph properties in the order the schema asks for."""
    yield _switch("keepNext", on=style.keep_next)
    yield _switch("keepLines", on=word.keep_lines)
    if word.new_page:
        yield "<w:pageBreakBefore/>"
    yield _switch("widowControl", on=style.widow)
    if layout.numbering.automatic and word.level is not None:
        yield counted(word.level + 1, MAIN_LIST)
    # A hanging comma would stand in the margin.
    yield '<w:kinsoku/><w:overflowPunct w:val="0"/>'
    yield _switch("autoSpaceDE", on=word.gaps) + _switch("autoSpaceDN", on=word.gaps)
    # On the grid, LibreOffice ignores an exact line pitch.
    yield '<w:snapToGrid w:val="0"/>'
    yield element(
        "spacing",
        before=style.before.twips,
        after=style.after.twips,
        line=style.line.value,
        lineRule=style.line.rule,
    )
    yield wide("ind", firstLine=(style.indent, style.size.twips))
    yield element("jc", val=style.align)
    if word.level is not None:
        yield element("outlineLvl", val=word.level)


def _run_properties(layout: Layout, style: Style, *, normal: bool) -> Iterator[str]:
    yield _fonts(layout, style)
    yield _switch("b", on=style.bold) + _switch("bCs", on=style.bold)
    if {style.colour, layout.styles.body.colour} != {BLACK}:
        yield element("color", val=style.colour)
    # A character grid sets the pitch itself.
    spacing = 0 if layout.page.grid == "word" else style.spacing.twips
    yield element("spacing", val=spacing)
    yield size(style)
    if normal:
        # LibreOffice reads `overflowPunct` the wrong way round, lets commas hang as the text of
        # `zh-CN` may, and loses some of them. It knows no hanging signs for this tag, which
        # to Word means the same language.
        yield '<w:lang w:eastAsia="zh-Hans"/>'


def _fonts(layout: Layout, style: Style) -> str:
    latin: Font = layout.fonts.by_role(style.latin)
    chinese = layout.fonts.by_role(style.font)
    return element(
        "rFonts",
        ascii=latin.name,
        hAnsi=latin.name,
        eastAsia=chinese.name,
        cs=latin.name,
    )


def size(style: Style) -> str:
    """Return the run properties that set the size of `style`."""
    return element("sz", val=style.half_points) + element("szCs", val=style.half_points)


def _switch(name: str, *, on: bool) -> str:
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _others(layout: Layout) -> Iterator[str]:
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        '</w:style><w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:semiHidden/>'
        f"<w:tblPr>{_cells(108)}</w:tblPr></w:style>"
    )
    yield _figure_style(layout)
    yield _table_style(layout)


def _figure_style(layout: Layout) -> str:
    # An exact pitch would cut the picture off.
    before = layout.figure.before.twips
    spacing = element("spacing", before=before, after=0, line=240, lineRule="auto")
    return (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="GwFigure">'
        f'<w:name w:val="图片"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>{spacing}'
        '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr></w:style>'
    )


def _table_style(layout: Layout) -> str:
    rule = layout.table
    frame, inner = _line(rule.frame.twips), _line(rule.inner.twips)
    edges = {"top": frame, "bottom": frame}
    if rule.borders == "full":
        edges = {"top": frame, "left": frame, "bottom": frame, "right": frame}
        edges |= {"insideH": inner, "insideV": inner}
    borders = "".join(f"<w:{edge} {line}/>" for edge, line in edges.items())
    cells = _cells(rule.padding.twips, f"<w:tblBorders>{borders}</w:tblBorders>")
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="GwTable"><w:name w:val="统计表"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{cells}</w:tblPr>'
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
        f"{_edge('firstRow', 'bottom', inner)}{_edge('lastRow', 'top', inner)}</w:style>"
    )


def _cells(padding: int, borders: str = "") -> str:
    """Return what a table style says of its cells, `borders` where the schema wants them."""
    sides = {"top": 0, "left": padding, "bottom": 0, "right": padding}
    margins = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in sides.items())
    indent = '<w:tblInd w:w="0" w:type="dxa"/>'
    return f"{indent}{borders}<w:tblCellMar>{margins}</w:tblCellMar>"


def _edge(row: str, side: str, line: str) -> str:
    return (
        f'<w:tblStylePr w:type="{row}"><w:tblPr/><w:tcPr><w:tcBorders><w:{side} {line}/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr>"
    )


def _line(twips: int) -> str:
    eighths = max(2, round(twips * 8 / 20))
    return f'w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"'


def font_attributes(font: Font) -> str:
    """Return the attributes that set both Latin and Chinese text of a run in `font`."""
    name = quoted(font.name)
    return f'w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}"'
