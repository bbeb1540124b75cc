"""How a document looks, as frozen types; the values stand in a pack's `layout.toml`."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    Field,
    PrivateAttr,
    StrictBool,
    model_validator,
)
from pydantic_core import PydanticCustomError

from summarykit.layout.bounds import (
    BLACK,
    HALF_POINT,
    Absolute,
    AnyLength,
    Colour,
    Distance,
    Extent,
    FontSize,
    Words,
)
from summarykit.layout.furniture import Furniture
from summarykit.layout.lengths import Length
from summarykit.layout.parts import Alignment, FontRole, Part
from summarykit.layout.pitches import Pitch
from summarykit.layout.rules import (
    CoverRule,
    FigureRule,
    ImprintRule,
    LastLineRule,
    LetterheadRule,
    Numbering,
    PageNumber,
    SignatureRule,
    TableRule,
    TitleRule,
)


class Page(Part):
    """The sheet and its margins; `footer` is the distance of the page number from the edge."""

    width: Extent
    height: Extent
    top: Distance
    bottom: Distance
    left: Distance
    right: Distance
    footer: Distance
    grid: Literal["lines", "word", "none"]
    mirror: StrictBool

    @property
    def text_width(self) -> int:
        """The width between the margins, in twips."""
        return self.width.twips - self.left.twips - self.right.twips

    @property
    def text_height(self) -> int:
        """The height between the margins, in twips."""
        return self.height.twips - self.top.twips - self.bottom.twips

    def turned(self) -> "Page":
        """Return the page lying on its side, its head at the binding edge."""
        below = self.bottom.twips - self.footer.twips
        turned = {
            "width": self.height,
            "height": self.width,
            "top": self.left,
            "right": self.top,
            "bottom": self.right,
            "left": self.bottom,
            "footer": Length(self.right.twips - below),
        }
        return self.model_copy(update=turned)

    @model_validator(mode="after")
    def _leaves_room(self) -> "Page":
        if min(self.text_width, self.text_height) <= 0:
            raise PydanticCustomError("no_room", "margins leave no room for text")
        return self


class Font(Part):
    """A font by the name documents carry, and the names that stand for the same design."""

    name: Annotated[Words, Field(min_length=1)]
    alternatives: tuple[Words, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which the font counts as this one."""
        return (self.name, *self.alternatives)


class Fonts(Part):
    """The fonts by the part they play."""

    song: Font
    fangsong: Font
    kai: Font
    hei: Font
    title: Font
    latin: Font

    def by_role(self, role: FontRole) -> Font:
        """Return the font that plays `role`."""
        font: Font = getattr(self, role)
        return font


class Style(Part):
    """How a kind of paragraph is set; `layout.toml` may leave out what is as in `body`."""

    font: FontRole
    latin: FontRole
    size: FontSize
    bold: StrictBool
    spacing: Absolute
    line: Pitch
    before: Distance
    after: Distance
    indent: AnyLength
    align: Alignment
    keep_next: StrictBool
    widow: StrictBool
    colour: Colour = BLACK

    @property
    def cell(self) -> int:
        """The width of one character with its spacing, in twips."""
        return self.size.twips + self.spacing.twips

    @property
    def pitch(self) -> int:
        """The distance from line to line in twips; about so if it is not fixed."""
        return self.line.over(self.size.twips)

    @property
    def half_points(self) -> int:
        """The size as Word counts it."""
        return self.size.twips // HALF_POINT


class Styles(Part):
    """The styles of a document; each takes from `body` what it does not say."""

    body: Style
    title: Style
    subtitle: Style
    addressee: Style
    heading1: Style
    heading2: Style
    heading3: Style
    heading4: Style
    attachment_note: Style
    signature: Style
    attachment_mark: Style
    attachment_title: Style
    caption: Style
    unit: Style
    table_head: Style
    table_text: Style
    footer: Style

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, styles: object) -> object:
        """Fill each style from `body`, so that a file says only what differs."""
        if not isinstance(styles, Mapping) or not isinstance(
            body := styles.get("body"), Mapping
        ):
            return styles
        return {
            name: {**body, **style} if isinstance(style, Mapping) else style
            for name, style in ({name: {} for name in cls.model_fields} | dict(styles)).items()
        }

    def heading(self, level: int) -> Style:
        """Return the style of a heading on `level` 1 to 4."""
        return (self.heading1, self.heading2, self.heading3, self.heading4)[level - 1]


class Layout(Part):
    """How a document looks, in full."""

    page: Page
    fonts: Fonts
    styles: Styles
    numbering: Numbering
    title: TitleRule
    page_number: PageNumber
    signature: SignatureRule
    table: TableRule
    figure: FigureRule
    cover: CoverRule = CoverRule()
    imprint: ImprintRule = ImprintRule()
    letterhead: LetterheadRule = LetterheadRule()
    last_line: LastLineRule = LastLineRule()
    # No file of settings can say it: it comes from a Word file.
    _furniture: Furniture = PrivateAttr(default=Furniture())

    @property
    def furniture(self) -> Furniture:
        """What stands around the text on every page."""
        return self._furniture

    def furnished(self, furniture: Furniture) -> Self:
        """Return the layout with headers and footers that were drawn in Word."""
        copied = self.model_copy()
        copied._furniture = furniture  # noqa: SLF001 - of the same class, before anyone has it
        return copied

    @model_validator(mode="after")
    def _can_be_written(self) -> Self:
        """Refuse a style of which not one sign has room: no line could ever be filled."""
        for name in Styles.model_fields:
            style: Style = getattr(self.styles, name)
            if style.cell <= 0:
                raise PydanticCustomError("no_width", "no width", {"style": name})
            room = self.page.text_width, self.page.text_height
            if style.cell > room[0] or max(style.pitch, style.size.twips) > room[1]:
                raise PydanticCustomError("too_large", "too large", {"style": name})
        return self

    @model_validator(mode="after")
    def _counts_right(self) -> Self:
        """Refuse a number of pages that a cover would be counted in."""
        if self.cover.shown and "{pages}" in self.page_number.form:
            form = {"form": self.page_number.form}
            raise PydanticCustomError("cover_counted", "counts the cover", form)
        return self

    def run_in(self, level: int) -> Style:
        """Return the style of a heading on `level` 1 to 4 that its text runs on from."""
        as_text = self.numbering.run_in == "text"
        return self.styles.body if as_text else self.styles.heading(level)

    @property
    def title_characters(self) -> int:
        """How many characters a line of the title holds: as the rule says, if there is room."""
        return min(self.title.characters, self.page.text_width // self.styles.title.cell)

    @property
    def characters(self) -> int:
        """How many characters of body text stand on a full line."""
        return self.page.text_width // self.styles.body.cell

    @property
    def lines(self) -> int:
        """How many lines of body text stand on a full page; about so if no pitch is fixed."""
        return self.page.text_height // self.styles.body.pitch

    @cached_property
    def _digest(self) -> int:
        tables = (getattr(self, name) for name in type(self).model_fields)
        return hash((*tables, self._furniture))

    def __hash__(self) -> int:
        """Return a hash that is worked out once: writers look prepared parts up by layout."""
        return self._digest

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Return a copy with the tables of `update`, its hash its own."""
        copied = super().model_copy(update=update, deep=deep)
        vars(copied).pop("_digest", None)
        return copied
