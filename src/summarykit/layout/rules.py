"""The rules of a layout: numbering, title, cover, letterhead, signature, tables, figures."""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    Field,
    StrictBool,
    StrictInt,
)

from summarykit.layout.bounds import (
    AnyLength,
    BlankLines,
    Distance,
    Extent,
    FontSize,
    LineWidth,
    Relative,
    SpacingChange,
    Words,
    within,
)
from summarykit.layout.lengths import Length
from summarykit.layout.parts import FontRole, Part
from summarykit.layout.scheme import NumberForm

Mark = Annotated[Words, Field(min_length=1, pattern=r"^[^{}]*(?:\{organisation\}[^{}]*)?$")]


class Numbering(Part):
    """How headings are numbered, and what a table, a figure and an attachment are called.

    `run_in` says whether a heading that its text runs on from is set like a heading or like the
    text.
    """

    headings: tuple[NumberForm, NumberForm, NumberForm, NumberForm]
    run_in: Literal["heading", "text"] = "heading"
    automatic: StrictBool
    table: Words
    figure: Words
    attachment: Words
    separator: Words


class TitleRule(Part):
    """How a long title is broken, and the blank lines under it."""

    characters: Annotated[StrictInt, AfterValidator(within(1, 1000))]
    blank_lines: BlankLines


class CoverRule(Part):
    """A page before all others with the title and, further down, the organisation and the date.

    `top` and `unit_top` are from the upper edge of the type area. The page has no number, and
    the one after it is the first.
    """

    shown: StrictBool = False
    font: FontRole = "title"
    size: FontSize = Length(26 * 20)
    top: Distance = Length(3402)
    unit_font: FontRole = "kai"
    unit_size: FontSize = Length(18 * 20)
    unit_top: Distance = Length(10205)


class LetterheadRule(Part):
    """The red head of an official document: its mark, and the red line below its number.

    `{organisation}` in `mark` is the name of the organisation. `top` is from the upper edge of
    the type area to that of the mark; a mark that is too long for a line is set smaller. A
    letter has another mark and double lines: from the edges of the sheet its mark is
    `letter_top` away and its lower line `letter_foot`; the lines are `letter_width` long.
    """

    kind: Literal["none", "document", "letter"] = "none"
    mark: Mark = "{organisation}文件"
    letter_mark: Mark = "{organisation}"
    font: FontRole = "title"
    size: FontSize = Length(36 * 20)
    signer: FontRole = "kai"
    top: Distance = Length(1984)
    blank_lines: BlankLines = 2
    line: LineWidth = Length(30)
    line_gap: Distance = Length(227)
    letter_top: Distance = Length(1701)
    letter_foot: Distance = Length(1134)
    letter_width: Extent = Length(9638)


class ImprintRule(Part):
    """The imprint at the foot of the last page: its signs, and its outer and inner lines."""

    shown: StrictBool = False
    size: FontSize = Length(14 * 20)
    frame: LineWidth = Length(20)
    inner: LineWidth = Length(14)


class LastLineRule(Part):
    """How many characters the last line of a paragraph holds at least, marks apart; 0: any.

    To keep to it, signs are set closer by `condense` at most, or wider by `widen`.
    """

    characters: Annotated[StrictInt, AfterValidator(within(0, 10))] = 0
    condense: SpacingChange = Length(12)
    widen: SpacingChange = Length(0)


class PageNumber(Part):
    """Where the page number stands and what is around it.

    In `form`, `{page}` is the number; `{pages}`, which need not be there, their count.
    """

    position: Literal["outer", "center", "right", "left", "none"]
    form: Annotated[Words, Field(pattern=r"^(?:[^{}]|\{pages\})*\{page\}(?:[^{}]|\{pages\})*$")]
    inset: AnyLength


class SignatureRule(Part):
    """The blanks around the organisation and the date, without and with a seal.

    With `unless_in_title` the date stands alone where the head of the document names the
    organisation. `date` says in which digits the date is printed; `as_sealed` wants the blanks
    of a seal, whether there will be one or not.
    """

    unit: Literal["always", "unless_in_title"] = "always"
    date: Literal["arabic", "chinese"] = "arabic"
    blank_lines: BlankLines
    right: Relative
    date_offset: Relative
    as_sealed: StrictBool = False
    sealed_blank_lines: BlankLines
    sealed_right: Relative


class TableRule(Part):
    """How tables are ruled, and up to how many rows they stay on one page.

    `frame` and `inner` are lines of a full frame or of three lines. `tight_size` is the size of
    the signs in tables that are too wide for the page otherwise.
    """

    borders: Literal["full", "three_line"]
    frame: LineWidth
    inner: LineWidth
    row_height: Distance
    padding: Distance
    together: Annotated[StrictInt, AfterValidator(within(0, 10_000))]
    tight_size: FontSize


class FigureRule(Part):
    """The room a picture may take, and the space above it."""

    width: Extent
    height: Extent
    before: Distance
