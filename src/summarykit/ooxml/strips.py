"""Headers and footers of a Word file, ready to stand in other files."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from summarykit.diagnostics import Message, message
from summarykit.ooxml.carrying import Carried
from summarykit.ooxml.cleaning import Cleaner, complete, written
from summarykit.ooxml.elements import DRAWN, RELATED, THEMED, local, value, w
from summarykit.ooxml.fields import fields_of
from summarykit.ooxml.numbers import NumberLook, counting_paragraph, number_look
from summarykit.ooxml.opening import Package, other_part
from summarykit.ooxml.picture_sizes import size_of
from summarykit.ooxml.refusals import refused_elements
from summarykit.ooxml.relations import relations_of

_LARGEST_PICTURE: Final = 1024 * 1024
_LONGEST: Final = 256 * 1024
_MOST_PIXELS: Final = 50_000_000
_MARK: Final = "<?number here?>"
_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
)
_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_FIRST_DRAWING: Final = 1001
"""Drawings of the text are counted from 1."""
_REFERENCES: Final = (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table"))


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture of a header or footer, and what kind it is: `png`, `jpeg` or `gif`."""

    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DrawnStrip:
    """A header or footer: what stands before and after its page number, and its pictures."""

    pages: str
    is_header: bool
    before: str
    number: str
    after: str
    pictures: tuple[int, ...]
    look: NumberLook | None
    """How the page number is set, where a layout can say it."""


@dataclass(slots=True)
class Strips:
    """The headers and footers of a file while they are read, and why they are refused."""

    package: Package
    data: bytes
    carried: Carried
    cleaner: Cleaner
    pictures: list[DrawnPicture] = field(default_factory=list)
    refused: dict[Message, None] = field(default_factory=dict)
    drawings: int = _FIRST_DRAWING

    def read(self, name: str, pages: str, *, is_header: bool) -> DrawnStrip:
        """Return the header or footer in the part `name`; a part that is missing is empty."""
        part = self.package.part(name)
        if part is None:
            part = etree.Element(w("hdr"))
        for said in (*refused_elements(part), *_refused_fields(part)):
            self.refused.setdefault(said)
        counting = counting_paragraph(part)
        look = None if counting is None else number_look(counting, self.carried.styles)
        content = deepcopy(part)
        self.cleaner.clean(content)
        complete(content)
        self._styled(content)
        places = self._pictured(content, name)
        before, number, after = _pieces(content)
        if len(before) + len(number) + len(after) > _LONGEST:
            self.refused.setdefault(message("a header or footer of it is too long"))
        look = look if number else None
        return DrawnStrip(pages, is_header, before, number, after, places, look)

    def _styled(self, content: Element) -> None:
        """Call the styles as they are called in other files."""
        for paragraph in content.iter(w("p")):
            properties = paragraph.find(w("pPr"))
            if properties is None:
                properties = etree.Element(w("pPr"))
                paragraph.insert(0, properties)
            if properties.find(w("pStyle")) is None:
                properties.insert(0, etree.Element(w("pStyle")))
        for name, kind in _REFERENCES:
            for each in list(content.iter(w(name))):
                called = self.carried.name(value(each), kind)
                each.set(w("val"), called)
                if not called and (parent := each.getparent()) is not None:
                    parent.remove(each)

    def _pictured(self, content: Element, name: str) -> tuple[int, ...]:
        """Return the places of the pictures, having called their relations by their order."""
        relations = relations_of(self.package, name)
        places: list[int] = []
        for each in content.iter(f"{THEMED}blip"):
            relation = relations.get(str(each.get(f"{RELATED}embed", "")))
            place = self._picture("" if relation is None else relation.target)
            if place is None:
                continue
            if place not in places:
                places.append(place)
            each.set(f"{RELATED}embed", f"rId{places.index(place) + 1}")
        for drawn in (*content.iter(f"{DRAWN}docPr"), *_inner_names(content)):
            drawn.set("id", str(self.drawings))
            self.drawings += 1
        return tuple(places)

    def _picture(self, name: str) -> int | None:
        """Return the place of a picture among those of the file."""
        data = other_part(self.data, name, _LARGEST_PICTURE)
        kind = next((kind for start, kind in _SIGNATURES if data.startswith(start)), "")
        if wrong := _wrong_picture(name, data, kind):
            self.refused.setdefault(wrong)
            return None
        picture = DrawnPicture(kind, data)
        if picture not in self.pictures:
            self.pictures.append(picture)
        return self.pictures.index(picture)


def _wrong_picture(name: str, data: bytes, kind: str) -> Message | None:
    shown = name.rpartition("/")[2][:60]
    if not data:
        return message("a picture in a header or footer is missing: insert it anew")
    if len(data) > _LARGEST_PICTURE:
        return message(
            "the picture {name} has more than {limit} KiB",
            name=shown,
            limit=_LARGEST_PICTURE // 1024,
        )
    if not kind:
        return message("the picture {name} is neither PNG, JPEG nor GIF", name=shown)
    size = size_of(kind, data)
    if size is None or not all(size):
        return message("the picture {name} is damaged", name=shown)
    if size[0] * size[1] > _MOST_PIXELS:
        return message("the picture {name} has too many pixels", name=shown)
    return None


def _inner_names(content: Element) -> Iterator[Element]:
    """Yield what names drawings inside: pictures and shapes."""
    return (each for each in content.iter() if local(str(each.tag)) == "cNvPr")


def _refused_fields(part: Element) -> Iterator[Message]:
    """Yield the fields that are neither page numbers nor counts of pages."""
    for _, code in fields_of(part):
        name = next(iter(code.split()), "").upper()
        if name not in _FIELDS:
            yield message(
                "there is a field {name} in a header or footer, where only page numbers can be",
                name=name[:20] or "?",
            )


def _pieces(content: Element) -> tuple[str, str, str]:
    """Return what stands before the paragraph with the page number, itself, and the rest."""
    counting = counting_paragraph(content)
    if counting is None or (parent := counting.getparent()) is None:
        return written(content), "", ""
    parent.replace(counting, etree.ProcessingInstruction("number", "here"))
    holder = etree.Element(w("all"))
    holder.append(counting)
    number = written(holder)
    before, _, after = written(content).partition(_MARK)
    return before, number, after
