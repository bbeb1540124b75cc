"""What a body is made of while it is written.

Paragraphs and tables may still be told to stay together, to start a page or to end a section.
"""

import re
from dataclasses import dataclass, field
from math import ceil

from summarykit.layout import text_width

_TAGS = re.compile("<w:instrText.*?</w:instrText>|<[^>]*>")
_KEPT_ROWS = 2
# What is surely added to a paragraph's width by its indent, if its signs are set closer.
_INDENT = 1
# What keeps a signature company besides body text.
_COMPANY = frozenset({"GwAttNote"})
_LOOSE = re.compile('(<w:pStyle w:val="GwTable(?:Head|Text)"/>)(?!<w:keepNext/>)')
# Where the format wants a paragraph that nobody should see.
_UNSEEN = (
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
)


@dataclass(slots=True)
class Para:
    """A paragraph: its runs, its style (`Normal` if empty), its properties in schema order."""

    runs: str = ""
    style: str = ""
    properties: str = ""
    keep_next: bool = False
    page_break: bool | None = None  # None: as its style says
    section_end: str = ""
    frame: str = ""  # where it stands if not in the flow

    def pieces(self) -> tuple[str, ...]:
        """Return the text of the paragraph in the body, in pieces."""
        properties = "".join(self._properties())
        start = f"<w:p><w:pPr>{properties}</w:pPr>" if properties else "<w:p>"
        return (start, self.runs, "</w:p>")

    def _properties(self) -> tuple[str, ...]:
        return (
            f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
            "<w:keepNext/>" if self.keep_next else "",
            _PAGE_BREAKS[self.page_break],
            self.frame,
            # Kept with a signature, at least two of its lines go along.
            "<w:widowControl/>" if self.keep_next else "",
            self.properties,
            self.section_end,
        )

    def keep(self) -> None:
        """Stay on one page with what follows."""
        self.keep_next = True

    def lines(self, characters: int) -> int:
        """Return how many lines it takes at least; blank lines and headings are none."""
        if self.style:
            return int(self.style in _COMPANY)
        width = text_width(_TAGS.sub("", self.runs))
        return ceil((width + _INDENT) / characters) if width else 0

    @property
    def says(self) -> bool:
        """Whether it is body text."""
        return bool(self.runs and not self.style)


_PAGE_BREAKS = {
    None: "",
    True: "<w:pageBreakBefore/>",
    False: '<w:pageBreakBefore w:val="0"/>',
}


@dataclass(slots=True)
class Grid:
    """A table: what stands before its rows, and the rows."""

    head: str
    rows: list[str]

    def pieces(self) -> tuple[str, ...]:
        """Return the text of the table in the body, in pieces."""
        return (self.head, *self.rows, "</w:tbl>")

    def keep(self) -> None:
        """Let the last rows stay on one page with what follows."""
        for at in range(max(0, len(self.rows) - _KEPT_ROWS), len(self.rows)):
            self.rows[at] = _LOOSE.sub(r"\1<w:keepNext/>", self.rows[at])

    def lines(self, characters: int) -> int:
        """Return the lines it counts for: its kept rows, whatever their length."""
        return min(_KEPT_ROWS, len(self.rows)) if characters else 0

    @property
    def says(self) -> bool:
        """Whether it is as good as body text: it always is."""
        return True


@dataclass(slots=True)
class Flow:
    """The body in order; `start_page` makes the next paragraph start a page."""

    parts: list[Para | Grid] = field(default_factory=list)
    start_page: bool = False

    def add(self, part: Para | Grid) -> None:
        """Append `part`, after an unseen paragraph where two tables would grow together."""
        if isinstance(part, Grid) and (
            self.start_page or (self.parts and isinstance(self.parts[-1], Grid))
        ):
            self.add(Para(properties=_UNSEEN))
        if self.start_page and isinstance(part, Para):
            part.page_break, self.start_page = True, False
        self.parts.append(part)

    def last_paragraph(self) -> Para:
        """Return the last paragraph, an unseen one after a table, where no section can end."""
        last = self.parts[-1]
        if isinstance(last, Grid):
            last = Para(properties=_UNSEEN)
            self.parts.append(last)
        return last

    def keep_lines(self, wanted: int, characters: int) -> None:
        """Keep at least `wanted` lines of what is written so far with what follows.

        Names of attachments count, too, but the last of the text is among what is kept.
        LibreOffice keeps paragraphs whole, so that no more of them should be kept than need be.
        """
        for part in reversed(self.parts):
            part.keep()
            wanted -= part.lines(characters)
            if wanted <= 0 and part.says:
                return

    def pieces(self) -> list[str]:
        """Return the whole body without the end of its last section, in pieces to join."""
        return [piece for part in self.parts for piece in part.pieces()]
