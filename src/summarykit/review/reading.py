"""From the parts of a Word file to what is reviewed, in one pass over the body."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element as Element

from summarykit.ooxml.companions import companion
from summarykit.ooxml.elements import DRAWN, RELATED, flat, is_on, local, number, value, w
from summarykit.ooxml.opening import Package
from summarykit.ooxml.properties import Look, read_styles
from summarykit.ooxml.relations import relations_of
from summarykit.review.counting import Lists, read_lists
from summarykit.review.wordfile import Footer, Grid, Para, Row, Run, Section, Spot, Word

_INSIDE: Final = frozenset(
    map(w, ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple"))
)
_AROUND: Final = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
_SIGNS: Final = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_OF_FIELDS: Final = frozenset(map(w, ("instrText", "fldChar")))
_PICTURES: Final = frozenset(map(w, ("drawing", "pict", "object")))
_MARGINS: Final = ("top", "bottom", "left", "right", "header", "footer", "gutter")
_WORDS_SHOWN: Final = 12
_LONGEST_CODE: Final = 200
# Tables in tables in tables: no one writes more, and every level takes of our stack.
_DEEPEST: Final = 16
_RED: Final = frozenset({"ff0000", "c00000", "red", "e60012", "ed1c24", "d90000", "fe0000"})


def read(package: Package) -> Word:
    """Return the Word file in `package`; a body that is missing is an empty one."""
    styles = read_styles(companion(package, "styles"), companion(package, "theme"))
    word = Word(package, styles, companion(package, "settings"))
    reader = _Reader(word, read_lists(companion(package, "numbering")))
    body = package.parts[package.main].find(w("body"))
    for element in () if body is None else body:
        reader.block(element)
    word.footers = dict(_footers(word, reader))
    return word


@dataclass(slots=True)
class _Reader:
    """The body while it is read: what has been counted so far."""

    word: Word
    lists: Lists
    paragraphs: int = 0
    grids: int = 0
    page_pending: bool = False

    def block(self, element: Element) -> None:
        """Read a paragraph or table, or what stands in something around them."""
        blocks = self.word.blocks
        if element.tag in _AROUND:
            for child in element:
                self.block(child)
        elif element.tag == w("p"):
            self.paragraphs += 1
            para = self.paragraph(element, Spot("paragraph", (self.paragraphs,)))
            para.after_table = bool(blocks) and isinstance(blocks[-1], Grid)
            blocks.append(para)
            self._section(element.find(f"{w('pPr')}/{w('sectPr')}"), para)
        elif element.tag == w("tbl"):
            if blocks and isinstance(last := blocks[-1], Para):
                last.before_table = True
            blocks.append(self.grid(element))
        elif element.tag == w("sectPr"):
            self._section(element, None)

    def _section(self, element: Element | None, para: Para | None) -> None:
        if element is None:
            return
        self.word.sections.append(_section(element, len(self.word.sections) + 1))
        if para is not None:
            para.ends_section = True

    def paragraph(self, element: Element, spot: Spot, table: str = "") -> Para:
        """Return a paragraph as it is read."""
        properties = element.find(w("pPr"))
        style = value(None if properties is None else properties.find(w("pStyle")))
        shape = self.word.styles.shape(style, properties, table)
        content = _Content(self.word, style or self.word.styles.normal, table)
        content.read(element)
        number_of = shape.said.get("numPr@numId", "")
        counted = ""
        if number_of not in {"", "0"}:
            counted = self.lists.next(number_of, number(shape.said.get("numPr@ilvl", "")))
        says = any(run.text.strip() for run in content.runs)
        breaks = (content.breaks_first and says) or shape.on("pageBreakBefore")
        para = Para(
            spot=spot,
            runs=tuple(content.runs),
            style=self.word.styles.style(style or self.word.styles.normal).name.lower(),
            shape=shape,
            section=len(self.word.sections),
            number=counted,
            pictures=content.pictures,
            starts_page=self.page_pending or breaks,
            is_break=content.breaks_last and not says,
            red=any(r.look.colour.lower() in _RED for r in content.runs if r.text.strip()),
        )
        para.spot = replace(spot, words=first_words(para.text))
        self.page_pending = content.breaks_last
        return para

    def grid(self, element: Element, depth: int = 0) -> Grid:
        """Return a table as it is read; tables inside its cells are text of the cells."""
        if not depth:
            self.grids += 1
        properties = element.find(w("tblPr"))
        said = flat(properties)
        rows = tuple(
            Row(
                is_head=_row_says(row, "tblHeader"),
                is_whole=_row_says(row, "cantSplit"),
                cells=tuple(self._cells(row, at, said.get("tblStyle", ""), depth)),
                properties=tuple(cell.find(w("tcPr")) for cell in row.iterchildren(w("tc"))),
            )
            for at, row in enumerate(_rows(element), start=1)
        )
        columns = element.findall(f"{w('tblGrid')}/{w('gridCol')}")
        fixed = said.get("tblW@type") == "dxa"
        first = next((p.text for r in rows for c in r.cells for p in c if p.text), "")
        return Grid(
            spot=Spot("table", (self.grids,), first_words(first)),
            rows=rows,
            width=number(said.get("tblW@w", "")) if fixed else 0,
            columns=tuple(number(value(column, "w")) for column in columns),
            caption=said.get("tblCaption", "") or said.get("tblDescription", ""),
            section=len(self.word.sections),
            borders=self._borders(said.get("tblStyle", ""), properties),
        )

    def _borders(self, style: str, properties: Element | None) -> dict[str, str]:
        """Return the lines of a table by their side, each as kind and width: `single 8`."""
        said: dict[str, str] = {}
        chain: list[Element | None] = []
        at = style
        while at in self.word.styles.elements and len(chain) < _DEEPEST:
            chain.append(self.word.styles.elements[at].find(w("tblPr")))
            at = value(self.word.styles.elements[at].find(w("basedOn")))
        for element in (*reversed(chain), properties):
            borders = None if element is None else element.find(w("tblBorders"))
            for line in () if borders is None else borders:
                said[local(str(line.tag))] = f"{value(line)} {value(line, 'sz')}"
        return said

    def _cells(
        self, row: Element, at: int, style: str, depth: int
    ) -> Iterator[tuple[Para, ...]]:
        for column, cell in enumerate(row.iterchildren(w("tc")), start=1):
            spot = Spot("cell", (self.grids, at, column))
            yield tuple(self._in_cell(cell, spot, style, depth))

    def _in_cell(self, cell: Element, spot: Spot, style: str, depth: int) -> Iterator[Para]:
        for element in cell:
            if element.tag == w("p"):
                yield self.paragraph(element, spot, style)
            elif element.tag == w("tbl") and depth < _DEEPEST:
                inner = self.grid(element, depth + 1)
                yield from (p for row in inner.rows for each in row.cells for p in each)


@dataclass(slots=True)
class _Content:
    """The runs of a paragraph while they are read, and what else is in it."""

    word: Word
    style: str
    table: str
    runs: list[Run]
    pictures: bool
    breaks_first: bool
    """Whether the page ends before its first word."""
    breaks_last: bool
    """Whether the page ends after its last word."""
    in_code: bool
    """Whether the code of a field has begun and may go on."""

    def __init__(self, word: Word, style: str, table: str) -> None:
        self.word, self.style, self.table = word, style, table
        self.runs = []
        self.pictures = self.breaks_first = self.breaks_last = self.in_code = False

    def read(self, element: Element) -> None:
        """Read the runs below `element`, but not what has been deleted from it."""
        for child in element:
            if child.tag == w("r"):
                self._run(child)
            elif child.tag in _INSIDE:
                if child.tag == w("fldSimple"):
                    self._field(value(child, "instr"), self._look(None))
                self.read(child)

    def _look(self, properties: Element | None) -> Look:
        return self.word.styles.look(self.style, properties, self.table)

    def _field(self, instruction: str, look: Look) -> None:
        self.runs.append(Run("", look, instruction))

    def _code(self, element: Element, look: Look) -> None:
        """Read a code, or the rest of one that is spread over several runs."""
        if element.tag != w("instrText"):
            self.in_code = False
            return
        code = element.text or ""
        last = self.runs[-1] if self.in_code and self.runs else None
        if last is not None and 0 < len(last.field) < _LONGEST_CODE:
            self.runs[-1] = replace(last, field=last.field + code)
        else:
            self._field(code, look)
        self.in_code = True

    def _run(self, element: Element) -> None:
        look = self._look(element.find(w("rPr")))
        pieces: list[str] = []
        for child in element:
            if child.tag == w("t"):
                pieces.append(child.text or "")
                self.breaks_last &= not pieces[-1].strip()
            elif child.tag in _OF_FIELDS:
                self._code(child, look)
            elif child.tag == w("br"):
                pieces.append(self._break(child, pieces))
            elif child.tag in _SIGNS:
                pieces.append(_SIGNS[child.tag])
            elif child.tag in _PICTURES or local(str(child.tag)) == "AlternateContent":
                self.pictures = True
        if pieces:
            self.runs.append(Run("".join(pieces), look))

    def _break(self, element: Element, before: list[str]) -> str:
        if value(element, "type") != "page":
            return "\n"
        said = [*before, *(run.text for run in self.runs)]
        self.breaks_first |= not any(text.strip() for text in said)
        self.breaks_last = True
        return ""


def first_words(text: str) -> str:
    """Return so much of a text that it can be found by it."""
    words = " ".join(text.split())
    return words if len(words) <= _WORDS_SHOWN else f"{words[:_WORDS_SHOWN]}…"


def _rows(grid: Element) -> Iterator[Element]:
    for child in grid:
        if child.tag == w("tr"):
            yield child
        elif child.tag in _AROUND:
            yield from _rows(child)


def _row_says(row: Element, name: str) -> bool:
    return is_on(flat(row.find(w("trPr"))), name)


def _section(element: Element, count: int) -> Section:
    """Return the section that `element` ends."""
    said = flat(element)
    footers = {
        value(each, "type") or "default": str(each.get(f"{RELATED}id", ""))
        for each in element.iterchildren(w("footerReference"))
    }
    return Section(
        spot=Spot("section", (count,)),
        width=number(said.get("pgSz@w", "")),
        height=number(said.get("pgSz@h", "")),
        landscape=said.get("pgSz@orient") == "landscape",
        margins={side: number(said.get(f"pgMar@{side}", "")) for side in _MARGINS},
        grid=said.get("docGrid@type", ""),
        pitch=number(said.get("docGrid@linePitch", "")),
        char_space=number(said.get("docGrid@charSpace", "")),
        columns=number(said.get("cols@num", ""), 1),
        first_differs=is_on(said, "titlePg"),
        footers=footers,
    )


def _footers(word: Word, reader: _Reader) -> Iterator[tuple[str, Footer]]:
    """Yield each footer that a section refers to, by the id it is referred to."""
    relations = relations_of(word.package, word.package.main)
    for section in word.sections:
        for pages, identity in section.footers.items():
            relation = relations.get(identity)
            part = None if relation is None else word.package.part(relation.target)
            if part is None:
                continue
            spot = Spot(f"footer {pages}", section.spot.numbers)
            found = tuple(_in_footer(each, spot, reader) for each in part.iter(w("p")))
            yield identity, Footer(pages, found)


def _in_footer(element: Element, spot: Spot, reader: _Reader) -> Para:
    """Return a paragraph of a footer, which Word and WPS like to put into boxes and frames."""
    para = reader.paragraph(element, spot)
    if any(each.tag == w("txbxContent") for each in element.iterancestors()):
        anchor = next(element.iterancestors(f"{DRAWN}anchor"), None)
        place = f"{DRAWN}positionH/{DRAWN}align"
        align = None if anchor is None else anchor.findtext(place)
        para.box = (align or "").strip() or "?"
    elif "framePr@wrap" in para.shape.said or "framePr@hAnchor" in para.shape.said:
        para.box = para.shape.said.get("framePr@xAlign", "?")
    return para
