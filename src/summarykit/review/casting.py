"""Which part each paragraph plays: by our style names first, else by how others write."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from summarykit.layout import Layout, text_width
from summarykit.review.covers import cover_of
from summarykit.review.ordinals import Ordinal, kind_of, ordinal_of
from summarykit.review.roles import HEADED, IN_TABLES, WORD_NAMES, Role
from summarykit.review.wordfile import Grid, Para, Word

BLANKS: Final = " \t\n\u3000\xa0"
CLOSING: Final = "。？！…：；"
_MARK: Final = re.compile(r"附件\s*[0-9一二三四五六七八九十]{0,2}\s*[：:]?")
_NOTE: Final = re.compile(r"附\s*件\s*[：:]\s*\S")
_NOTE_MORE: Final = re.compile(r"\d{1,2}\s*[.．、]\s*\S")
_CAPTION: Final = re.compile(r"(?:附?[表图])\s*[0-9一二三四五六七八九十]{1,2}(?![0-9年月日])")
_UNIT: Final = re.compile(r"[（(]?单位\s*[：:]")
_TO: Final = re.compile(r"[^。，；]{1,40}[：:]")
_OFFICE: Final = re.compile("[局委厅办府校园区会部处室科中心司队]\\s*[：:]$")
DAY: Final = re.compile(
    r"(?:[0-9０-９]{2,4}|[二一三四五六七八九〇○零0Oo]{4})\s*[年./\-]"
    r"\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[月./\-]?"
    r"\s*(?:(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?)?"
)
NUMBER_OF_DOCUMENT: Final = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s*[〔\[［（(【]?\s*(?:19|20)?\d\d\s*[〕\]］）)】]\s*第?\s*\d+\s*号"
)
_HEADER_LINE: Final = re.compile("签发人|特急|加急|机密|秘密|内部资料|(?:0\\d{5})$")
_LONGEST_LINE: Final = 45
_ITEMS: Final = 3
_LARGE: Final = 36  # half-points: what is as large is no text


def cast(word: Word, layout: Layout) -> None:
    """Give every paragraph of `word` its role, its level, and its part of the document."""
    casting = _Casting(word, layout)
    casting.name_styles()
    casting.cover()
    casting.front()
    casting.attachments()
    casting.flow()
    casting.signature()
    casting.tables()


@dataclass(slots=True)
class _Casting:
    """One pass: what is known of the paragraphs so far."""

    word: Word
    layout: Layout
    named: set[int] = field(default_factory=set)

    @property
    def paragraphs(self) -> tuple[Para, ...]:
        return self.word.paragraphs

    def _free(self, para: Para) -> bool:
        return id(para) not in self.named

    def _is(self, para: Para, role: Role) -> None:
        para.role = role
        self.named.add(id(para))

    def _has(self, role: Role) -> bool:
        return any(p.role is role for p in self.paragraphs if not self._free(p))

    def name_styles(self) -> None:
        """Give the roles that styles and blanks say."""
        for para in self.paragraphs:
            role = WORD_NAMES.get(para.style)
            if para.is_blank:
                self._is(para, Role.OTHER if para.is_unseen else Role.BLANK)
            elif _CONTENTS.fullmatch(para.text.strip(BLANKS)):
                self._is(para, Role.OTHER)
            elif role is not None:
                self._is(para, role)
                if role is Role.HEADING:
                    para.level = int(para.style[-1])
            elif para.pictures and not para.text.strip(BLANKS):
                self._is(para, Role.FIGURE)

    def cover(self) -> None:
        """Set the cover aside, and the sections in which nothing else stands."""
        cover = cover_of(self.paragraphs)
        for para in cover:
            self._is(para, Role.OTHER)
        rest = {para.section for para in self.paragraphs[len(cover) :] if not para.is_unseen}
        self.word.covers = {para.section for para in cover} - rest

    def front(self) -> None:
        """Find the letterhead, the title, the lines under it and the addressee."""
        lines = [p for p in self.paragraphs if not p.is_blank and p.role is not Role.OTHER]
        at = 0
        while at < len(lines) and self._free(lines[at]) and _is_letterhead(lines[at]):
            self._is(lines[at], Role.LETTERHEAD)
            at += 1
        if not self._has(Role.TITLE):
            at = self._title(lines, at)
        elif at < len(lines) and lines[at].role is Role.TITLE:
            at += 1
        while at < len(lines) and lines[at].role is Role.SUBTITLE:
            at += 1
        if at < len(lines) and self._free(lines[at]) and not self._has(Role.ADDRESSEE):
            self._addressee(lines[at])

    def _title(self, lines: list[Para], at: int) -> int:
        """Find the title among the first lines, and return where the text goes on."""
        if at >= len(lines) or not self._looks_like_title(lines[at]):
            return at
        first = lines[at]
        self._is(first, Role.TITLE)
        for para in lines[at + 1 :]:
            at += 1
            if para.shape.align not in {"center", "right"} or not self._free(para):
                break
            if _DAY_LINE.fullmatch(para.text.strip(BLANKS)) or para.cell < first.cell:
                self._is(para, Role.SUBTITLE)
            else:
                self._is(para, Role.TITLE)
        else:
            at += 1
        return at

    def _looks_like_title(self, para: Para) -> bool:
        text = para.text.strip(BLANKS)
        if not (self._free(para) or para.role is Role.HEADING) or len(text) > 2 * _LONGEST_LINE:
            return False
        if ordinal_of(text, self.layout.numbering.headings) or text.endswith(("：", ":")):
            return False
        large = para.cell // 10 >= _LARGE or para.cell >= self.layout.styles.title.size.twips
        ends = text.endswith("。")  # which a title should not
        central = para.shape.align == "center"
        return (central and large) or (not ends and (central or large or not self._free(para)))

    def _addressee(self, para: Para) -> None:
        text = para.text.strip(BLANKS)
        if _TO.fullmatch(text) and _OFFICE.search(text):
            self._is(para, Role.ADDRESSEE)

    def attachments(self) -> None:
        """Find where attachments begin, and count the parts of the document."""
        part = 0
        title_of = False
        for para in self.paragraphs:
            if self._free(para) and _MARK.fullmatch(_before_tab(para)):
                self._is(para, Role.MARK)
            if para.role is Role.MARK:
                part += 1
                title_of = True
            elif title_of and not para.is_blank:
                if self._free(para) and len(para.text.strip(BLANKS)) <= _LONGEST_LINE:
                    self._is(para, Role.ATTACHMENT_TITLE)
                title_of = False
            para.part = part
        self._parts_of_cells()

    def _parts_of_cells(self) -> None:
        """Count what stands in tables to the part that the tables stand in."""
        parts = {id(block): block.part for block in self.paragraphs}
        at = 0
        for block in self.word.blocks:
            at = parts.get(id(block), at)
            if isinstance(block, Grid):
                for para in (p for row in block.rows for cell in row.cells for p in cell):
                    para.part = at

    def flow(self) -> None:
        """Tell headings, captions and lists of attachments from the text."""
        noting = False
        for para in self.paragraphs:
            if not self._free(para):
                noting = para.role is Role.NOTE
                continue
            text = para.text.strip(BLANKS)
            noting = not para.part and bool(
                _NOTE.match(text) or (noting and _NOTE_MORE.match(text))
            )
            if noting:
                self._is(para, Role.NOTE)
            elif (
                _CAPTION.match(text) and text_width(text) <= _LONGEST_LINE and "。" not in text
            ):
                self._is(para, Role.CAPTION)
            elif _UNIT.match(text) and para.before_table:
                self._is(para, Role.UNIT)
            else:
                self._numbered(para)

    def _numbered(self, para: Para) -> None:
        """Make a heading of a line that a number begins, alone or with text after it."""
        forms = self.layout.numbering.headings
        start = len(para.text) - len(para.text.lstrip(BLANKS))
        ordinal = ordinal_of(para.text[start:], forms)
        if ordinal is None:
            return
        level = level_of(ordinal, self.layout)
        if not level:
            return
        text = para.text[start:].strip(BLANKS)
        inner = text[len(ordinal.written) : -1]
        alone = not any(mark in inner for mark in "。？！；") and len(text) <= _LONGEST_LINE
        if alone and level >= _ITEMS and text.endswith("。"):
            # A numbered sentence: an item of the text, not a heading with a mark too many.
            self._is(para, Role.RUN_IN)
            para.level, para.head = level, len(para.text)
        elif alone:
            self._is(para, Role.HEADING)
            para.level = level
        elif (end := heading_end(para, self._font(level))) > 0:
            self._is(para, Role.RUN_IN)
            para.level, para.head = level, end

    def _font(self, level: int) -> frozenset[str]:
        font = self.layout.fonts.by_role(self.layout.styles.heading(level).font)
        return frozenset(name.casefold() for name in font.names)

    def signature(self) -> None:
        """Find the organisation and the date at the end of the main text."""
        if self._has(Role.DATE) or self._has(Role.SIGNATURE):
            return
        last = [p for p in self.paragraphs if not p.part and not p.is_blank][-2:]
        if len(last) > 1 and _is_day(last[0]) and self._signs(last[1]):
            last.reverse()
        if not last or not _is_day(last[-1]):
            return
        if last[-1].role in {Role.BODY, *HEADED}:
            self._is(last[-1], Role.DATE)
            before = last[0] if len(last) > 1 else None
            if before is not None and self._signs(before):
                self._is(before, Role.SIGNATURE)

    def _signs(self, para: Para) -> bool:
        text = para.text.strip(BLANKS)
        short = len(text) <= _LONGEST_LINE and not text.endswith(("。", "：", "；", "，"))
        return self._free(para) and short and "。" not in text

    def tables(self) -> None:
        """Tell the heads of tables from what stands below."""
        for grid in self.word.grids:
            if grid.is_imprint:
                for para in (para for row in grid.rows for cell in row.cells for para in cell):
                    para.role = Role.OTHER
                continue
            heads = any(row.is_head for row in grid.rows)
            for at, row in enumerate(grid.rows):
                head = row.is_head if heads else at == 0
                inside = [para for cell in row.cells for para in cell]
                total = bool(inside) and _TOTAL.fullmatch(inside[0].text.strip(BLANKS))
                for para in inside:
                    para.role = self._in_table(para, head=head, total=bool(total))

    def _in_table(self, para: Para, *, head: bool, total: bool) -> Role:
        """Return what the text of a cell is; a row of totals may be set like the head."""
        named = WORD_NAMES.get(para.style)
        if para.is_blank:
            return Role.BLANK
        if named in IN_TABLES:
            return named
        fonts = self.layout.fonts.by_role(self.layout.styles.table_head.font).names
        like = total and all(run.look.chinese in fonts for run in para.runs)
        return Role.TABLE_HEAD if head or like else Role.TABLE_TEXT


_CONTENTS: Final = re.compile("目\\s*[录次]")
_TOTAL: Final = re.compile("[合总小共]\\s*计")
_DAY_LINE: Final = re.compile(rf"[（(]?[^。]{{0,30}}{DAY.pattern}[）)]?")


def _is_day(para: Para) -> bool:
    return DAY.fullmatch(para.text.strip(BLANKS)) is not None


def _before_tab(para: Para) -> str:
    return para.text.strip(BLANKS).partition("\t")[0].strip(BLANKS)


def _is_letterhead(para: Para) -> bool:
    text = para.text.strip(BLANKS)
    found = NUMBER_OF_DOCUMENT.match(text) or _HEADER_LINE.search(text)
    return para.red or bool(found and len(text) <= _LONGEST_LINE)


def level_of(ordinal: Ordinal, layout: Layout) -> int:
    """Return the level that numbers of this kind stand for in the layout, 0 if none."""
    kinds = [kind_of(form) for form in layout.numbering.headings]
    return kinds.index(ordinal.kind) + 1 if ordinal.kind in kinds else 0


def heading_end(para: Para, fonts: frozenset[str]) -> int:
    """Return how many signs of the text are its heading: up to where the font changes.

    Where it does not, they are its first sentence; 0 if that is the whole text.
    """
    at = len(para.number)
    for run, after in pairwise(para.runs):
        at += len(run.text)
        if run.text.strip() and run.look.chinese.casefold() not in fonts:
            break
        changes = run.look.chinese != after.look.chinese or run.look.bold != after.look.bold
        if changes and para.text[max(0, at - 4) : at].rstrip(BLANKS).endswith(tuple(CLOSING)):
            return at
    found = re.search("[。？！]", para.text)
    end = found.end() if found else 0
    return end if para.text[end:].strip(BLANKS) else 0
