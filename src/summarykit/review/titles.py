"""T01 to T09: the title (GB/T 9704-2012, 7.3.1; GB/T 15834-2011)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.layout import break_title, text_width
from summarykit.review.fonts import chinese_of, wrong_bold, wrong_fonts, wrong_sizes
from summarykit.review.remarks import ERROR, FILE, WARNING, Remark, View, differs
from summarykit.review.roles import NAMES, STYLES, Role
from summarykit.review.units import alignment, characters
from summarykit.review.wordfile import Para

_MOST_LINES: Final = 3
_SLACK: Final = 1.0
_ALIKE: Final = 0.5
_MARKS: Final = re.compile("[，。；：！？,;:!?…]|\\.(?![0-9])")
_KINDS: Final = (
    *("总结", "小结", "报告", "汇报", "简报", "通报", "情况", "材料", "纪要", "纪实", "案例"),
    *("计划", "规划", "方案", "预案", "要点", "思路", "安排", "打算", "细则", "办法", "制度"),
    *("意见", "通知", "函", "请示", "公告", "公示", "说明", "清单", "台账", "申请", "倡议书"),
    *("做法", "讲话", "发言", "述职", "自查", "心得", "体会"),
)
_WHOLE: Final = re.compile(
    r"《[^《》]*》|“[^“”]*”|（[^（）]*）|\d{4}[—–\-～]\d{4}学?年?度?|\d+年度?|[0-9A-Za-z.%]+"
)


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the title, or that there is none."""
    titles = [p for p in view.word.paragraphs if p.role is Role.TITLE and not p.part]
    if not titles:
        yield from _missing(view)
        return
    seen = (p for p in view.word.paragraphs if not p.is_blank and p.role is not Role.OTHER)
    first = next(p for p in seen if p.role is not Role.LETTERHEAD)
    if first is not titles[0]:
        said = message("text stands above the title")
        yield Remark(Code.T01, ERROR, first.spot, said)
    for para in titles:
        yield from _look(para, view)
    yield from _lines(titles, view)
    yield from _words("".join("".join(para.text.split()) for para in titles), titles[0])
    for para in view.word.paragraphs:
        if para.role is Role.ATTACHMENT_TITLE:
            yield from _look(para, view)


def _missing(view: View) -> Iterator[Remark]:
    first = next((p for p in view.word.paragraphs if p.text.strip()), None)
    said = message("no title: the first line is neither centred nor larger than the text")
    yield Remark(Code.T01, ERROR, first.spot if first else FILE, said)


def _look(para: Para, view: View) -> Iterator[Remark]:
    style = getattr(view.layout.styles, STYLES[para.role])
    runs = chinese_of(para)
    name = NAMES[para.role]
    for said in wrong_fonts(runs, view, style, name):
        yield Remark(Code.T02, ERROR, para.spot, said)
    for said in wrong_sizes(runs, style, name):
        yield Remark(Code.T03, ERROR, para.spot, said)
    if para.shape.align != style.align:
        said = differs(
            message("the alignment of {what}", what=name),
            alignment(style.align),
            alignment(para.shape.align),
        )
        yield Remark(Code.T04, ERROR, para.spot, said)
    cell = style.size.twips
    indent = para.shape.first(cell) or para.shape.side("left", cell)
    if abs(indent - style.indent.over(cell)) > cell * _ALIKE:
        what = message("the indent of {what}", what=name)
        said = differs(what, characters(style.indent.characters), characters(indent / cell))
        yield Remark(Code.T04, ERROR, para.spot, said)
    songti = {run.look.chinese.casefold() for run in runs} <= view.names("song")
    if not songti or style.bold:
        # Song type in bold stands for the type of titles where that is not installed.
        for said in wrong_bold(runs, style, name):
            yield Remark(Code.T09, WARNING, para.spot, said)


def _lines(titles: list[Para], view: View) -> Iterator[Remark]:
    """Yield what is wrong with the lines of a title: their count, their width, their shape."""
    most = view.layout.title_characters
    lines = [line.strip() for para in titles for line in para.text.split("\n") if line.strip()]
    whole = "".join(lines)
    shown = [part for line in lines for part in _wrapped(line, most)]
    if len(shown) > _MOST_LINES:
        said = differs(message("the number of lines of the title"), _MOST_LINES, len(shown))
        yield Remark(Code.T05, WARNING, titles[0].spot, said)
        return
    if len(lines) > 1 and max(map(text_width, lines)) > most + _SLACK:
        width = max(map(text_width, lines))
        what = message("the longest line of the title")
        said = differs(what, characters(most), characters(width))
        yield Remark(Code.T05, WARNING, titles[0].spot, said)
        return
    better = break_title(whole, _organisation(view), most)
    if len(shown) == 1 or tuple(lines) == better or not _is_badly_broken(shown, whole):
        return
    said = message("the title breaks badly; better: {lines}", lines=" / ".join(better))
    yield Remark(Code.T06, WARNING, titles[0].spot, said)


def _organisation(view: View) -> str:
    signed = [p.text.strip() for p in view.word.paragraphs if p.role is Role.SIGNATURE]
    return signed[0] if signed else ""


def _wrapped(line: str, most: int) -> list[str]:
    """Return the lines that a word processor makes of one that is too long."""
    parts = [""]
    for sign in line:
        if text_width(parts[-1] + sign) > most + _SLACK:
            parts.append("")
        parts[-1] += sign
    return parts


def _is_badly_broken(lines: list[str], whole: str) -> bool:
    ends = [sum(map(len, lines[: at + 1])) for at in range(len(lines) - 1)]
    if any(f.start() < end < f.end() for f in _WHOLE.finditer(whole) for end in ends):
        return True
    widths = [text_width(line) for line in lines]
    if len(widths) < _MOST_LINES:
        return len(lines[-1]) == 1
    even = max(widths) - min(widths) <= _ALIKE
    falls = [b - a for a, b in pairwise(widths)]
    hourglass = any(a < -_ALIKE and b > _ALIKE for a, b in pairwise(falls))
    return even or hourglass


def _words(title: str, first: Para) -> Iterator[Remark]:
    if found := _MARKS.search(title):
        said = message("a title has no {mark}", mark=found.group())
        yield Remark(Code.T07, WARNING, first.spot, said)
    bare = re.sub("（[^（）]*）$|\\([^()]*\\)$", "", title).rstrip("，。；：！？,.;:!?…")
    if not bare.endswith(_KINDS):
        said = message("a title ends with the kind of text it is: 总结, 报告, 情况汇报, …")
        yield Remark(Code.T08, WARNING, first.spot, said)
