"""Where a long title is broken: lines of like length, no word cut (GB/T 9704-2012, 7.3.1)."""

import re
from itertools import accumulate, pairwise
from math import ceil, inf
from types import MappingProxyType
from typing import NamedTuple

from summarykit.layout.widths import text_width

# Kept whole: what stands in quotation marks or brackets, a school year, a date, a run of digits
# or Latin letters, and words that titles of this kind are made of.
_UNBREAKABLE = re.compile(
    "《[^《》]*》|“[^“”]*”|（[^（）]*）|〔[^〔〕]*〕"
    r"|\d{4}[—–\-～]\d{4}学?年?度?|\d+年\d+月(?:\d+日)?|\d+年[春夏秋冬]季?(?:学期)?"
    r"|\d+年(?:第[一二]|[上下])学期|\d+年度?|第?[一二三四]?学年度?"
    r"|[0-9A-Za-z.%·—\-]+|[一二三四五六七八九十]+(?=年级|所|个|届)"
    "|工作总结|情况报告|情况汇报|工作报告|工作情况|专项行动|总结|报告|义务教育(?:阶段)?|学校|家访"
    "|(?:农村)?留守儿童|困境儿童|随迁子女|残疾儿童|控辍保学|关爱保护|教育体育局|教育局"
)
_NOT_FIRST = "，。、；：！？》”）〕…—的和与及等度年"
_NOT_LAST = "《“（〔"
_GOOD_END = re.compile("(?:学年度?|年度|年|学期|的|》|”|）)$")
_GOOD_START = re.compile("关于|工作|关爱|《|“|（|20[0-9]{2}")

_MIXED = re.compile("(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")
_GAP = 0.25
"""Word processors leave a quarter of a character between Han characters and digits."""

_NAME_CUT, _WORD_CUT, _PLAIN_CUT, _GOOD_CUT = 400.0, 200.0, 12.0, 0.0
# Three lines make a diamond, any other number lines of like length.
_SHAPES = MappingProxyType({3: (0.85, 1.3, 0.85)})


def break_title(title: str, organisation: str, characters: int) -> tuple[str, ...]:
    """Return the lines of `title`, each at most `characters` wide where that can be done.

    A title that fits stays on one line. Otherwise the fewest lines that hold it without a word
    cut in two, or one more, are made alike in length, and broken where a name or a word ends:
    `organisation`, school years and what stands in 《》 stay whole as long as a line holds
    them.
    """
    width = sum(_widths(title))
    if width <= characters:
        return (title,)
    penalties = _penalties(title, organisation)
    least = ceil(width / characters)
    ways = [_best_cuts(title, penalties, lines, characters) for lines in (least, least + 1)]
    fits = [(cost, cuts) for cost, cuts in ways if cuts]
    if not fits:
        return (title,)
    # One more line rather than a word cut in two.
    _, cuts = fits[0] if fits[0][0] < _WORD_CUT else min(fits)
    return tuple(title[a:b] for a, b in pairwise((0, *cuts, len(title))))


def _widths(title: str) -> list[float]:
    """Return the width of each sign, with the gap that is set before it."""
    gaps = {found.start() for found in _MIXED.finditer(title)}
    return [text_width(sign) + _GAP * (at in gaps) for at, sign in enumerate(title)]


def _penalties(title: str, organisation: str) -> list[float]:
    """Return what a break before each character costs; 0 where one reads best."""
    costs = [_cut(title, i) for i in range(len(title))]
    for found in _UNBREAKABLE.finditer(title):
        for i in range(found.start() + 1, found.end()):
            costs[i] = _WORD_CUT
    if organisation and (start := title.find(organisation)) >= 0:
        end = start + len(organisation)
        costs[start + 1 : end] = [_NAME_CUT] * (len(organisation) - 1)
        costs[end : end + 1] = [_GOOD_CUT] * len(title[end : end + 1])
    return costs


def _cut(title: str, at: int) -> float:
    """Return what the signs on both sides of a break say about it."""
    if title[at] in _NOT_FIRST or title[max(0, at - 1)] in _NOT_LAST:
        return _WORD_CUT
    good = _GOOD_END.search(title[max(0, at - 4) : at]) or _GOOD_START.match(title, at)
    return _GOOD_CUT if good else _PLAIN_CUT


class _Line(NamedTuple):
    """What is wanted of one line: a width, where it ends at least, and its greatest width."""

    target: float
    least_end: float
    most: int


def _best_cuts(
    title: str, penalties: list[float], lines: int, characters: int
) -> tuple[float, tuple[int, ...]]:
    """Return the least cost, and where the lines after the first start, nowhere if none fit."""
    ends = [0.0, *accumulate(_widths(title))]
    shape = _SHAPES.get(lines, (1.0,) * lines)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(lines):
        target = ends[-1] / lines * shape[line]
        # The lines that follow must hold the rest.
        least = ends[-1] - characters * (lines - line - 1)
        best = _extended(best, ends, penalties, _Line(target, least, characters))
    cost, starts = best.get(len(title), (inf, ()))
    return cost, starts[1:]


def _extended(
    best: dict[int, tuple[float, tuple[int, ...]]],
    ends: list[float],
    penalties: list[float],
    line: _Line,
) -> dict[int, tuple[float, tuple[int, ...]]]:
    """Return the cheapest way to each end of one more line, from the ways to its starts."""
    longer: dict[int, tuple[float, tuple[int, ...]]] = {}
    for start, (cost, starts) in best.items():
        for end in range(start + 1, len(ends)):
            width = ends[end] - ends[start]
            if width > line.most:
                break
            if ends[end] < line.least_end:
                continue
            total = cost + (width - line.target) ** 2 + (penalties[start] if start else 0.0)
            if end not in longer or total < longer[end][0]:
                longer[end] = (total, (*starts, start))
    return longer
