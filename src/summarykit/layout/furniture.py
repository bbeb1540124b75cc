"""What stands around the text on every page and was drawn in Word: headers and footers."""

from dataclasses import dataclass
from typing import Final, Literal

Pages = Literal["default", "even", "first"]
"""The pages that a header or footer is for."""
DEFAULT_HEADER: Final = 851
"""How far a header is from the edge in Word unless somebody says otherwise, in twips."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a header or footer, as it was found; `kind` is what its name ends in."""

    kind: Literal["png", "jpeg", "gif"]
    data: bytes


@dataclass(frozen=True, slots=True)
class Strip:
    """The content of a header or footer as verified WordprocessingML, in three pieces.

    `number` is the paragraph with the page number, which a layout may want otherwise. The
    relations in it are `rId1`, `rId2` …, in the order of `pictures`: places in `Furniture`.
    """

    before: str = ""
    number: str = ""
    after: str = ""
    pictures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Headers and footers by the pages they are for, and what they need; nothing by default."""

    headers: tuple[tuple[Pages, Strip], ...] = ()
    footers: tuple[tuple[Pages, Strip], ...] = ()
    styles: str = ""
    """The styles that they are set in, as WordprocessingML."""
    pictures: tuple[Picture, ...] = ()
    top: int = DEFAULT_HEADER
    """How far the header is from the edge of the sheet, in twips."""
    keeps_number: bool = True
    """Whether the page number is as it was drawn, and not as the layout says."""

    @property
    def pages(self) -> frozenset[Pages]:
        """The pages that have a header or footer of their own."""
        return frozenset(pages for pages, _ in (*self.headers, *self.footers))

    @property
    def counts(self) -> bool:
        """Whether there is a page number in one of them."""
        return any(strip.number for _, strip in (*self.headers, *self.footers))
