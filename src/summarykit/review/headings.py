"""H01 to H11: headings (GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3 and B.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final

from summarykit.diagnostics import Code, Message, message
from summarykit.layout import Layout
from summarykit.review.body import indent_remarks
from summarykit.review.casting import BLANKS
from summarykit.review.fonts import chinese_of, wrong_bold, wrong_fonts, wrong_sizes
from summarykit.review.ordinals import Ordinal, kind_of, ordinal_of, written
from summarykit.review.remarks import ERROR, INFO, WARNING, Remark, View, differs
from summarykit.review.roles import HEADED, Role
from summarykit.review.units import quoted
from summarykit.review.wordfile import Para

_LOOKS: Final = (Code.H01, Code.H02, Code.H03, Code.H03)
_ENDS: Final = "。，；：、,;:.．"
_HALF: Final = str.maketrans("()", "（）")
_DEEPEST_ERROR: Final = 2
_ITEMS: Final = 3
_NAMES: Final = (
    message("first-level headings"),
    message("second-level headings"),
    message("third-level headings"),
    message("fourth-level headings"),
)


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the headings."""
    headed = [p for p in view.word.paragraphs if p.role in HEADED]
    for para in headed:
        yield from _look(para, view)
        if para.role is Role.HEADING:
            yield from _line(para, view)
    anew = frozenset(_begin_anew(view))
    for _, of_part in groupby(headed, key=lambda para: para.part):
        yield from _sequence(list(of_part), anew, view.layout)


def _begin_anew(view: View) -> Iterator[Para]:
    """Yield the items after plain text: a list of their own there may begin with 1."""
    seen = [p for p in view.word.paragraphs if not p.is_blank]
    for above, para in pairwise(seen):
        if para.role is Role.RUN_IN and para.level >= _ITEMS and above.role is Role.BODY:
            yield para


def _look(para: Para, view: View) -> Iterator[Remark]:
    layout = view.layout
    in_text = para.role is Role.RUN_IN
    style = layout.run_in(para.level) if in_text else layout.styles.heading(para.level)
    code, name = _LOOKS[para.level - 1], _NAMES[para.level - 1]
    runs = chinese_of(para, 0, para.head or None)
    severity = ERROR if para.level <= _DEEPEST_ERROR else WARNING
    body = view.names(layout.styles.body.font)
    for said in wrong_fonts(runs, view, style, name):
        # A heading that its text runs on from is often set like the text.
        plain = para.head and all(run.look.chinese.casefold() in body for run in runs)
        yield Remark(code, WARNING if plain else severity, para.spot, said)
    # One that is as large as its text is a matter of B02.
    like = [run.look.half_points for run in chinese_of(para, para.head)] if para.head else []
    for said in wrong_sizes(runs, style, name, like):
        yield Remark(code, severity, para.spot, said)
    for said in wrong_bold(runs, style, name):
        yield Remark(code, WARNING, para.spot, said)


def _line(para: Para, view: View) -> Iterator[Remark]:
    """Yield what is wrong with a heading that stands on a line of its own."""
    name = _NAMES[para.level - 1]
    text = para.text.rstrip(BLANKS)
    if text.endswith(tuple(_ENDS)):
        said = message("a heading on its own line has no {mark} at its end", mark=text[-1])
        yield Remark(Code.H08, ERROR, para.spot, said)
    if para.text[:1] in BLANKS:
        said = message("the heading is set in with blanks or tabs")
        yield Remark(Code.B10, WARNING, para.spot, said)
    yield from indent_remarks(para, view.layout.styles.heading(para.level), Code.H09, name)
    if para.shape.said.get("outlineLvl") != str(para.level - 1):
        said = message(
            "{what} have no outline level: the navigation does not show them", what=name
        )
        yield Remark(Code.H10, INFO, para.spot, said)
    if view.layout.styles.heading(para.level).keep_next and not para.shape.on("keepNext"):
        said = message("{what} may stand alone at the end of a page", what=name)
        yield Remark(Code.H11, WARNING, para.spot, said)


@dataclass(slots=True)
class _Counts:
    """How far the headings of one part have counted, level by level."""

    counts: dict[int, int] = field(default_factory=dict)
    also: dict[int, int] = field(default_factory=dict)
    """What would be right, too, after a number that was wrong."""
    level: int = 0

    def take(self, level: int, count: int | None) -> int | None:
        """Return the number that was due on `level` if `count` is another, else nothing."""
        for deeper in [at for at in self.counts if at > level]:
            del self.counts[deeper]
            self.also.pop(deeper, None)
        due = self.counts.get(level, 0) + 1
        if count == due or (count is not None and count == self.also.get(level)):
            self.counts[level] = count
            self.also.pop(level, None)
            return None
        self.counts[level] = due
        if count is not None:
            self.also[level] = count + 1
        return due


def _sequence(headed: list[Para], anew: frozenset[Para], layout: Layout) -> Iterator[Remark]:
    """Yield what is wrong with the numbers of one part: forms, sequence, levels."""
    used = {para.level for para in headed}
    counts = _Counts(level=min(used) - 1)
    for para in headed:
        ordinal = _ordinal(para, layout)
        if ordinal and ordinal.count == 1 and para in anew:
            counts.counts.pop(para.level, None)
        due = counts.take(para.level, ordinal.count if ordinal else None)
        form = layout.numbering.headings[para.level - 1]
        if due is not None:
            found = quoted(ordinal.bare) if ordinal else message("no number")
            said = differs(message("the number"), quoted(written(form, due)), found)
            yield Remark(Code.H04, ERROR, para.spot, said)
        if ordinal is not None:
            yield from _form(para, ordinal, layout)
        yield from _step(para, counts.level, used)
        counts.level = para.level


def _step(para: Para, before: int, used: set[int]) -> Iterator[Remark]:
    skips = para.level > before + 1
    # 一、 and 1. may stand for the only two levels there are (B.3.8).
    if skips and before < min(used):
        said = message(
            "a heading of level {found} stands before any above it", found=para.level
        )
        yield Remark(Code.H05, WARNING, para.spot, said)
    elif skips and not (used == {1, 3} and before == 1):
        said = message(
            "level {found} follows level {before}, with none between",
            found=para.level,
            before=before,
        )
        yield Remark(Code.H05, WARNING, para.spot, said)


def _ordinal(para: Para, layout: Layout) -> Ordinal | None:
    return ordinal_of(para.text.lstrip(BLANKS), layout.numbering.headings)


def _form(para: Para, ordinal: Ordinal, layout: Layout) -> Iterator[Remark]:
    form = layout.numbering.headings[para.level - 1]
    right = written(form, ordinal.count)
    what: Message = message("the form of the number")
    spaced = ordinal.is_spaced and not right.endswith(tuple(BLANKS))
    if ordinal.bare == right.rstrip(BLANKS):
        if spaced:
            said = message("no blank stands between number and heading")
            yield Remark(Code.H06, ERROR, para.spot, said)
        return
    same = ordinal.kind is kind_of(form) and ordinal.bare.translate(_HALF) == right
    code = Code.H07 if same else Code.H06
    yield Remark(
        code, ERROR, para.spot, differs(what, quoted(written(form, 1)), quoted(_first(ordinal)))
    )


def _first(ordinal: Ordinal) -> str:
    """Return the number as it would look for 1, so that all of a form are one finding."""
    digits = "".join(sign for sign in ordinal.bare if sign.isalnum())
    one = "1" if digits.isascii() and digits.isdecimal() else "一"
    return ordinal.bare.replace(digits, one) if digits else ordinal.bare
