"""A Word file as it is reviewed: paragraphs, tables, sections, footers; properties resolved."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lxml.etree import _Element as Element

from summarykit.ooxml.elements import is_on, value, w
from summarykit.ooxml.opening import Package
from summarykit.ooxml.properties import Look, Shape, Styles
from summarykit.review.roles import Role

_UNSEEN: Final = 40  # twips


@dataclass(frozen=True, slots=True)
class Run:
    """Some text and how it is set; `field` is what a field in it computes."""

    text: str
    look: Look
    field: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is the number of the page; Word takes small letters as capitals."""
        return "PAGE" in self.field.upper().split()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: numbers from 1, and the first words there."""

    kind: str
    numbers: tuple[int, ...] = ()
    words: str = ""


@dataclass(slots=True, eq=False)
class Para:
    """One paragraph. Its role, level and where its heading ends are found by `casting`."""

    spot: Spot
    runs: tuple[Run, ...]
    style: str
    shape: Shape
    section: int
    number: str = ""
    pictures: bool = False
    starts_page: bool = False
    is_break: bool = False
    """Whether there is nothing in it but the end of a page."""
    ends_section: bool = False
    after_table: bool = False
    before_table: bool = False
    red: bool = False
    box: str = ""
    """How the box stands that the paragraph is in, in a footer; `?` where that is not said."""
    role: Role = Role.BODY
    level: int = 0
    head: int = 0
    """How many signs of the text are a heading that the text runs on from."""
    part: int = 0
    """0 in the main text, then the count of the attachment."""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.number + "".join([run.text for run in self.runs])

    @property
    def is_blank(self) -> bool:
        """Whether nothing is to be seen of it but its line."""
        return not (self.pictures or self.text.strip(" \t\n\u3000\xa0"))

    @property
    def is_unseen(self) -> bool:
        """Whether it is there because the format wants a paragraph, and takes no line."""
        exact = self.shape.said.get("spacing@lineRule") == "exact"
        return self.is_blank and (
            self.ends_section
            or self.is_break
            or (exact and self.shape.twips("spacing@line") <= _UNSEEN)
        )

    @property
    def cell(self) -> int:
        """The size of its first visible text in twips."""
        runs = [run for run in self.runs if run.text.strip()] or self.runs
        return runs[0].look.twips if runs else 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: whether it repeats, and whether it may break."""

    is_head: bool
    is_whole: bool
    cells: tuple[tuple[Para, ...], ...]
    properties: tuple[Element | None, ...] = ()
    """What is said of each cell, as it is written."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its widths in twips; `width` is 0 where it is not given in twips."""

    spot: Spot
    rows: tuple[Row, ...]
    width: int
    columns: tuple[int, ...]
    caption: str
    section: int
    borders: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_imprint(self) -> bool:
        """Whether it is the 版记 of an official document, which is set as a table (7.4)."""
        texts = ["".join(para.text for cell in row.cells for para in cell) for row in self.rows]
        return bool(texts) and all(map(_IMPRINT.search, texts))


_IMPRINT: Final = re.compile(r"^\s*抄\s*送\s*[：:]|印发\s*$")


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of some pages of a section: its paragraphs, and whether it counts pages."""

    pages: str
    paragraphs: tuple[Para, ...]

    @property
    def counting(self) -> Para | None:
        """The paragraph that counts pages."""
        return next((p for p in self.paragraphs if any(r.counts for r in p.runs)), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text with a page of its own; lengths in twips."""

    spot: Spot
    width: int
    height: int
    landscape: bool
    margins: Mapping[str, int]
    grid: str
    pitch: int
    char_space: int
    columns: int
    first_differs: bool
    footers: Mapping[str, str]

    @property
    def turned(self) -> bool:
        """Whether the page is wider than high."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        sides = ("left", "right", "gutter")
        return self.width - sum(self.margins[side] for side in sides)

    @property
    def text_height(self) -> int:
        """The height between the margins."""
        return self.height - self.margins["top"] - self.margins["bottom"]


@dataclass
class Word:
    """A Word file, read."""

    package: Package
    styles: Styles
    settings: Element | None
    blocks: list[Para | Grid] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    footers: dict[str, Footer] = field(default_factory=dict)
    covers: set[int] = field(default_factory=set)
    """The sections in which a cover stands and nothing else, from 0."""

    @cached_property
    def paragraphs(self) -> tuple[Para, ...]:
        """The paragraphs outside tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Para))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @cached_property
    def texts(self) -> tuple[Para, ...]:
        """Every paragraph, those in cells included, in reading order."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[Para]:
        for block in self.blocks:
            if isinstance(block, Para):
                yield block
            else:
                yield from (para for row in block.rows for cell in row.cells for para in cell)

    @property
    def text_sections(self) -> tuple[Section, ...]:
        """The sections that are no cover."""
        return tuple(s for at, s in enumerate(self.sections) if at not in self.covers)

    def section_of(self, place: int) -> Section | None:
        """Return the section at a place, the last one after it, nothing if there is none."""
        return self.sections[min(place, len(self.sections) - 1)] if self.sections else None

    def setting(self, name: str) -> bool:
        """Return whether a setting of the document is on."""
        found = None if self.settings is None else self.settings.find(w(name))
        return found is not None and is_on({name: value(found) or "1"}, name)
