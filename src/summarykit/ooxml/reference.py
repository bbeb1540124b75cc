"""A Word file as a model of others: its page, its styles, its headers and footers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.diagnostics import Finding, Message, message
from summarykit.ooxml.carrying import Carried
from summarykit.ooxml.cleaning import Cleaner, Theme, theme_colours
from summarykit.ooxml.elements import RELATED, Table, flat, is_on, local, value, w
from summarykit.ooxml.opening import Limits, Package, opened
from summarykit.ooxml.properties import Look, Shape, Styles, layered, read_styles
from summarykit.ooxml.refusals import refusals
from summarykit.ooxml.relations import relations_of
from summarykit.ooxml.strips import DrawnPicture, DrawnStrip, Strips

_LIMITS: Final = Limits(part=4 * 1024 * 1024, in_all=16 * 1024 * 1024, parts=300)
_MAIN: Final = "word/document.xml"
_LONGEST_SHOWN: Final = 12
_DEEPEST: Final = 64
_SECTION: Final = frozenset(
    ("headerReference", "footerReference", "pgSz", "pgMar", "cols", "titlePg", "docGrid",
     "type", "formProt", "noEndnote", "rtlGutter")
)  # fmt: skip
_NAMES: Final = MappingProxyType(
    {
        "pgBorders": message("a border around the page"),
        "lnNumType": message("numbers of lines"),
        "pgNumType": message("the first page number or its form"),
        "vAlign": message("text in the middle of the page"),
        "textDirection": message("vertical text"),
    }
)


@dataclass(frozen=True, slots=True)
class ModelStyle:
    """A style of the file: what it says itself, and how text in it looks in the end."""

    paragraph: Table = field(hash=False)
    run: Table = field(hash=False)
    look: Look
    shape: Shape


@dataclass(frozen=True, slots=True)
class WordModel:
    """What a Word file gives to others; `refused` says why it gives nothing."""

    refused: tuple[Message, ...] = ()
    left_out: tuple[Message, ...] = ()
    """What of it cannot be taken over."""
    section: Table = field(default_factory=dict, hash=False)
    """The page set-up, flattened."""
    mirrored: bool = False
    styles: Mapping[str, ModelStyle] = field(default_factory=dict, hash=False)
    """By the names of Word in small letters, without blanks; `` is that of the text."""
    strips: tuple[DrawnStrip, ...] = ()
    carried: str = ""
    pictures: tuple[DrawnPicture, ...] = ()


def read_model(data: bytes) -> WordModel:
    """Return what the Word file `data` gives to other files, or why it gives nothing."""
    package = opened(data, limits=_LIMITS)
    if isinstance(package, Finding):
        return WordModel(refused=(package.message,))
    refused = tuple(refusals(package, data))
    if refused:
        return WordModel(refused=refused)
    return _Reader.of(package, data).model()


@dataclass(slots=True)
class _Reader:
    package: Package
    styles: Styles
    strips: Strips
    left_out: dict[Message, None]

    @classmethod
    def of(cls, package: Package, data: bytes) -> "_Reader":
        """Return what reads a file that has been opened."""
        name = next((n for n in sorted(package.parts) if n.startswith("word/theme/")), "")
        theme, part = package.part(name), package.part("word/styles.xml")
        styles = read_styles(part, theme)
        cleaner = Cleaner(Theme(styles.theme, theme_colours(theme)))
        defaults = None if part is None else part.find(w("docDefaults"))
        carried = Carried(styles, defaults, cleaner)
        strips = Strips(package, data, carried, cleaner)
        return cls(package, styles, strips, cleaner.left_out)

    def model(self) -> WordModel:
        """Return what the file gives."""
        document = self.package.parts[_MAIN]
        # Others stand in what has been changed.
        paths = (f"{w('body')}//{w('pPr')}/{w('sectPr')}", f"{w('body')}/{w('sectPr')}")
        sections = [each for path in paths for each in document.iterfind(path)]
        first = sections[0] if sections else None
        strips = tuple(self._strips(first))
        for said in (*_of_body(document), *_of_sections(sections)):
            self.left_out.setdefault(said)
        return WordModel(
            refused=tuple(self.strips.refused),
            left_out=tuple(self.left_out),
            section=flat(first),
            mirrored=self._setting("mirrorMargins"),
            styles=dict(self._styles()),
            strips=strips,
            carried=self.strips.carried.text(),
            pictures=tuple(self.strips.pictures),
        )

    def _setting(self, name: str) -> bool:
        settings = self.package.part("word/settings.xml")
        return settings is not None and is_on(flat(settings), name)

    def _strips(self, section: Element | None) -> Iterator[DrawnStrip]:
        """Yield the headers and footers that pages of the section have, the empty ones too."""
        if section is None:
            return
        kinds = ["default"]
        kinds += ["even"] if self._setting("evenAndOddHeaders") else []
        kinds += ["first"] if is_on(flat(section), "titlePg") else []
        relations = relations_of(self.package, _MAIN)
        for word in ("header", "footer"):
            names = {
                value(each, "type") or "default": relations[identity].target
                for each in section.iterchildren(w(f"{word}Reference"))
                if (identity := str(each.get(f"{RELATED}id", ""))) in relations
            }
            # Where none is of its own, nothing is on those pages.
            for kind in kinds if names else ():
                name = names.get(kind, "")
                yield self.strips.read(name, kind, is_header=word == "header")

    def _styles(self) -> Iterator[tuple[str, ModelStyle]]:
        for identity, element in self.styles.elements.items():
            if value(element, "type") not in {"", "paragraph"}:
                continue
            name = value(element.find(w("name")))
            called = "" if identity == self.styles.normal else bare(name)
            paragraph, run = self._own(identity)
            shape = self.styles.shape(identity, None)
            yield called, ModelStyle(paragraph, run, self.styles.look(identity, None), shape)

    def _own(self, identity: str) -> tuple[Table, Table]:
        """Return what a style says and those it is based on, down to that of the text."""
        chain: list[Element] = []
        at = identity
        while at in self.styles.elements and len(chain) < _DEEPEST:
            if chain and at == self.styles.normal:
                break
            chain.append(self.styles.elements[at])
            at = value(self.styles.elements[at].find(w("basedOn")))
        paragraph: Table = {}
        run: Table = {}
        for element in reversed(chain):
            paragraph = layered(paragraph, flat(element.find(w("pPr"))))
            run = layered(run, flat(element.find(w("rPr"))))
        return paragraph, run


def bare(name: str) -> str:
    """Return the name of a style so that it compares: in small letters, without blanks."""
    return "".join(name.lower().split())


def _of_body(document: Element) -> Iterator[Message]:
    """Yield what stands in the body, which nothing is taken from."""
    text = "".join(each.text or "" for each in document.iter(w("t"))).strip()
    if text:
        shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
        yield message("the text of the body, “{words}”", words=shown)
    if next(document.iter(w("tbl")), None) is not None:
        yield message("the tables of the body")
    if next(document.iter(w("drawing"), w("pict")), None) is not None:
        yield message("the pictures and text boxes of the body")


def _of_sections(sections: list[Element]) -> Iterator[Message]:
    if len(sections) > 1:
        yield message("the {count} sections after the first", count=len(sections) - 1)
    for child in sections[0] if sections else ():
        name = local(str(child.tag))
        if name not in _SECTION:
            yield _NAMES.get(name, message("{name}, which is not known", name=f"w:{name}"))
