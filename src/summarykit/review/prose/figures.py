"""A line of a text as figures are compared: its words without them, each figure with its place.

What belongs to a figure is its value, the unit after it and the direction before it (减少12名):
12 in characters is the same value (十二), and 位 the same unit as 名.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.l10n.numerals import from_chinese

_MEASURES: Final = "名人位次户所份个项场对篇节元件条册间处张台套课时周天轮遍期本岁家"
_NUMERALS: Final = "零〇一二两三四五六七八九十百千万"
_PLACES: Final = "百千万"
_NUMBER: Final = re.compile(
    # The line and the index of a field in 数据来源 are no figures of the record.
    r"(?<!\d)(?!\d+[行\]])\d+(?:\.\d+)?[%％‰]?"
    rf"|百分之[{_NUMERALS}]{{1,8}}(?:点[{_NUMERALS}]{{1,4}})?"
    rf"|(?<![第\d{_NUMERALS}])[{_NUMERALS}]{{1,9}}(?=[余多来几]?[{_MEASURES}])"
)
_RATE: Final = "百分之"
_MARKUP: Final = re.compile(r"[\s*#\\]+")
_UNITS: Final = MappingProxyType(
    {
        word: kind
        for kind, words in {
            "person": "名 位 人",
            "visit of a person": "人次",
            "household": "户",
            "visit of a household": "户次",
            "time": "次 场 期 轮 遍 回 趟",
            "yuan": "元",
            "ten thousand yuan": "万元",
            "hundred million yuan": "亿元",
            "pair": "对 双",
            "copy": "册 本",
            "point": "个百分点",
            "day": "天 日",
            "week": "周 个星期",
            "month": "月 个月",
            "year": "年",
            "lesson": "节 课时 学时",
            "school": "所",
            "age": "岁",
            "thing": "项 件 条 份 篇 张 台 套 处 间",
        }.items()
        for word in words.split()
    }
)
"""The kind of each unit; 个 and 家 stand for many, so they are none."""
_UNIT: Final = re.compile(
    f"[余多来几]?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
)
_LINK: Final = "[了约近到至为又仅的达]{0,3}"
_WAYS: Final = tuple(
    (way, re.compile(f"(?:{words}){_LINK}$"))
    for way, words in (
        ("below", "不高于|不超过|(?<!不)低于|(?<!不)少于|不到|不足|未达到?|没有达到|没达到"),
        ("above", "不低于|不少于|(?<!不)高于|(?<!不)超过|多于|达到?"),
        ("fall", "减少|下降|降低|回落|下滑|缩减|[减降少]"),
        ("rise", "增加|增长|提高|上升|提升|升高|增多|[增升多]"),
    )
)
_BEFORE: Final = 8
_OPPOSED: Final = frozenset((("below", "above"), ("fall", "rise")))
_CLAUSE: Final = frozenset("，、；。：（）,;:()^$")
_EDGES: Final = "^$"
_AT_EDGE: Final = 6
"""The same words up to the end of a line count as much as some more of them."""
_CONTEXT: Final = 12
"""So many signs on each side tell one place of a line from another."""
_OWN_CLAUSE: Final = 3
"""Words of the clause in which a figure stands count so much more than those around it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what belongs to it, from `start` to `end` of a passage."""

    written: str
    value: str
    unit: str
    """As it is written; empty where there is none."""
    way: str
    before: str
    """The words before it, last one first."""
    after: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.written

    @property
    def kind(self) -> str:
        """What the unit counts, empty where that is open."""
        return _UNITS.get(self.unit, "")


def figures_in(text: str, offset: int = 0) -> tuple[str, tuple[Figure, ...]]:
    """Return the words of a line with 0 for each figure, and its figures in order.

    `offset` is where the line begins in its passage.
    """
    found = list(_NUMBER.finditer(text))
    words, places, last = "", [], 0
    for one in found:
        words += _MARKUP.sub("", text[last : one.start()])
        places.append(len(words))
        words, last = words + "0", one.end()
    words += _MARKUP.sub("", text[last:])
    around = f"^{words}$"
    return words, tuple(
        _figure(text, one, (around[: at + 1], around[at + 2 :]), offset)
        for one, at in zip(found, places, strict=True)
    )


def _figure(text: str, found: re.Match[str], around: tuple[str, str], offset: int) -> Figure:
    before, after = around
    unit = _UNIT.match(after)
    return Figure(
        found.group(),
        _value(found.group()),
        unit["unit"] if unit else "",
        _way(text[max(0, found.start() - _BEFORE) : found.start()]),
        before[-_CONTEXT:][::-1],
        after[:_CONTEXT],
        found.start() + offset,
        found.end() + offset,
    )


def _value(written: str) -> str:
    """Return a figure in digits: 31 of 三十一, 95% of 百分之九十五."""
    rate = written.startswith(_RATE)
    bare = written.removeprefix(_RATE)
    if bare[0] in _NUMERALS:
        try:
            bare = f"{from_chinese(f'一{bare}' if bare[0] in _PLACES else bare):f}"
        except ValueError:
            # 三五 of 三五个 is no one number.
            return written
    return f"{bare}%" if rate else bare.replace("％", "%")


def _way(before: str) -> str:
    return next((way for way, pattern in _WAYS if pattern.search(before)), "")


def nearness(one: Figure, other: Figure) -> int:
    """Return how far two figures stand among the same words, 0 where nothing is the same."""
    sides = ((one.before, other.before), (one.after, other.after))
    return sum(_shared(first, second) for first, second in sides)


def _shared(first: str, second: str) -> int:
    count, weight = 0, _OWN_CLAUSE + 1
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        if left in _CLAUSE:
            weight = 1
        count += _AT_EDGE if left in _EDGES else weight
    return count


def same_place(
    here: tuple[Figure, ...], there: tuple[Figure, ...]
) -> tuple[list[tuple[Figure, Figure]], list[Figure], list[Figure]]:
    """Return the pairs of figures of two lines in one place, and what is left of each line.

    The nearest are paired first; of equally near ones those with the same value.
    """
    ranked = sorted(
        (-near, one.value != other.value, abs(first - second), first, second)
        for first, one in enumerate(here)
        for second, other in enumerate(there)
        if (near := nearness(one, other))
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for *_, first, second in ranked:
        if first not in partner and second not in taken:
            partner[first] = second
            taken.add(second)
    pairs = [(here[first], there[second]) for first, second in sorted(partner.items())]
    left = [one for at, one in enumerate(here) if at not in partner]
    return pairs, left, [one for at, one in enumerate(there) if at not in taken]


def otherwise(here: Figure, there: Figure) -> tuple[str, str] | None:
    """Return a figure as two texts have it, where its unit or direction is another."""
    if here.kind and there.kind and here.kind != there.kind:
        return here.written + here.unit, there.written + there.unit
    if {(here.way, there.way), (there.way, here.way)} & _OPPOSED:
        return _with_way(here), _with_way(there)
    return None


def _with_way(figure: Figure) -> str:
    before = figure.before[:_BEFORE][::-1].rstrip("^")
    pattern = next(pattern for way, pattern in _WAYS if way == figure.way)
    found = pattern.search(before)
    return (found.group() if found else "") + figure.written + figure.unit
