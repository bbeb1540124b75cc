"""A Word file as a model of others: its page, its styles, its headers and footers."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.diagnostics import Finding, Message, message
from summarykit.ooxml.carrying import Carried
from summarykit.ooxml.cleaning import Cleaner, Theme, theme_colours
from summarykit.ooxml.companions import companion
from summarykit.ooxml.elements import RELATED, Table, flat, is_on, local, value, w
from summarykit.ooxml.measures import take_out_unread
from summarykit.ooxml.opening import Limits, Package, opened
from summarykit.ooxml.properties import DEEPEST, Look, Shape, Styles, read_styles
from summarykit.ooxml.refusals import refusals
from summarykit.ooxml.relations import relations_of
from summarykit.ooxml.strips import DrawnPicture, DrawnStrip, Strips

_LIMITS: Final = Limits(part=4 * 1024 * 1024, in_all=16 * 1024 * 1024, parts=300)
_LONGEST_SHOWN: Final = 12
_MOST_STYLES: Final = 4096
_DEEPEST: Final = DEEPEST - 4
"""What is written with the styles of the file has a few more below them, and is read too."""
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
_USUAL: Final[Mapping[str, Mapping[str, frozenset[str]]]] = MappingProxyType(
    {
        "pgNumType": {"fmt": frozenset({"decimal"}), "start": frozenset({"1"})},
        "vAlign": {"val": frozenset({"top"})},
        "textDirection": {"val": frozenset({"lrTb", "tb"})},
    }
)
"""What says no more than that everything is as usual; LibreOffice writes it always."""


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


def read_model(data: bytes, names: Container[str]) -> WordModel:
    """Return what the Word file `data` gives to other files, or why it gives nothing.

    Of its styles, those are given whose names, as `bare` returns them, are among `names`.
    """
    package = opened(data, limits=_LIMITS)
    if isinstance(package, Finding):
        return WordModel(refused=(package.message,))
    refused = tuple(refusals(package, data))
    if refused:
        return WordModel(refused=refused)
    reader = _Reader.of(package, data)
    refused = tuple(_too_many(reader.styles))
    return WordModel(refused=refused) if refused else reader.model(names)


@dataclass(slots=True)
class _Reader:
    package: Package
    styles: Styles
    strips: Strips
    left_out: dict[Message, None]

    @classmethod
    def of(cls, package: Package, data: bytes) -> "_Reader":
        """Return what reads a file that has been opened."""
        theme, part = companion(package, "theme"), companion(package, "styles")
        unread = list(_unread(package.parts[package.main], part))
        styles = read_styles(part, theme)
        cleaner = Cleaner(Theme(styles.theme, theme_colours(theme)))
        cleaner.left_out |= dict.fromkeys(unread)
        defaults = None if part is None else part.find(w("docDefaults"))
        carried = Carried(styles, defaults, cleaner)
        strips = Strips(package, data, carried, cleaner)
        return cls(package, styles, strips, cleaner.left_out)

    def model(self, names: Container[str]) -> WordModel:
        """Return what the file gives, of its styles those by one of the `names`."""
        document = self.package.parts[self.package.main]
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
            styles=dict(self._styles(names)),
            strips=strips,
            carried=self.strips.carried.text(),
            pictures=tuple(self.strips.pictures),
        )

    def _setting(self, name: str) -> bool:
        settings = companion(self.package, "settings")
        return settings is not None and is_on(flat(settings), name)

    def _strips(self, section: Element | None) -> Iterator[DrawnStrip]:
        """Yield the headers and footers that pages of the section have, the empty ones too."""
        if section is None:
            return
        kinds = ["default"]
        kinds += ["even"] if self._setting("evenAndOddHeaders") else []
        kinds += ["first"] if is_on(flat(section), "titlePg") else []
        relations = relations_of(self.package, self.package.main)
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

    def _styles(self, names: Container[str]) -> Iterator[tuple[str, ModelStyle]]:
        """Yield the styles that are called by one of the `names`; the last of two counts."""
        called: dict[str, str] = {}
        for identity, element in self.styles.elements.items():
            if value(element, "type") not in {"", "paragraph"}:
                continue
            normal = identity == self.styles.normal
            called["" if normal else bare(value(element.find(w("name"))))] = identity
        for name, identity in called.items():
            if name in names:
                paragraph, run = self._own(identity)
                shape = self.styles.shape(identity, None)
                look = self.styles.look(identity, None)
                yield name, ModelStyle(paragraph, run, look, shape)

    def _own(self, identity: str) -> tuple[Table, Table]:
        """Return what a style says and those it is based on, down to that of the text."""
        chain = self.styles.chain(identity)
        if self.styles.normal in chain[1:]:
            chain = chain[: chain.index(self.styles.normal, 1)]
        return self.styles.merged(chain)


def _unread(document: Element, styles: Element | None) -> Iterator[Message]:
    """Take out the lengths of sections and styles that nobody can read, and yield them."""
    sections = document.iter(w("sectPr"))
    for root in (*sections, *(() if styles is None else (styles,))):
        for said in take_out_unread(root):
            yield message("{name}, which is not known", name=said)


def _too_many(styles: Styles) -> Iterator[Message]:
    """Yield why there are too many styles to take any over."""
    count = len(styles.elements)
    if count > _MOST_STYLES:
        said = message("it has {count} styles, more than the {limit} that are read",
                       count=count, limit=_MOST_STYLES)  # fmt: skip
        yield said
    elif any(len(styles.chain(each)) > _DEEPEST for each in styles.elements):
        yield message(
            "a style is based on another, that on a third and so on, more than {limit} times",
            limit=_DEEPEST,
        )


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
        if name not in _SECTION and not _is_usual(name, child):
            yield _NAMES.get(name, message("{name}, which is not known", name=f"w:{name}"))


def _is_usual(name: str, element: Element) -> bool:
    usual = _USUAL.get(name)
    return usual is not None and all(
        str(said) in usual.get(local(str(key)), ()) for key, said in element.attrib.items()
    )
