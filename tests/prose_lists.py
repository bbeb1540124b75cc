"""Lists that promise several and hold one: 一是 without 二是, 包括 before a single entry."""

import re
from collections.abc import Iterator
from typing import Final

from prose_lines import Line, Role, Span
from summarykit.document import Fact, Text

_START: Final = r"(?:^|(?<=[，。；：！？]))"
# What counts the first entry, and what the second may be counted with.
_ORDINALS: Final = (
    ("一是", ("二是",)),
    ("一要", ("二要",)),
    ("第一，", ("第二，", "第二是")),
    ("首先，", ("其次", "然后", "再次", "接着", "最后")),
    ("（1）", ("（2）",)),
    ("①", ("②",)),
)
_SECOND: Final = re.compile(rf"{_START}二是")
_FOLLOWS: Final = re.compile(
    r"如下[：。]|具体(?:步骤|要求|做法|内容|措施)(?:依次)?(?:为|是|有)："
)
_INCLUDES: Final = re.compile(r"(?<![还也])包括")
_RESPECTIVELY: Final = re.compile(r"分别[为是有由占]")
_COUNTED: Final = re.compile(rf"{_START}[一二三四五六七八九十]是")
_SEVERAL: Final = re.compile(r"[、；和与及]")
_MARKS: Final = "“《（"
_BETWEEN: Final = frozenset({"、", "；", "，", "和", "与", "及", "以及"})
_END: Final = re.compile(r"[。！？；]|$")

Found = Iterator[tuple[Line, Span]]


def short_lists(lines: tuple[Line, ...]) -> Found:
    """Return the places where a list of several is announced and one entry follows, or none."""
    for place, line in enumerate(lines):
        if line.role is Role.TEXT:
            after = _until_heading(lines, place)
            yield from _first_alone(line, after)
            yield from _second_alone(line, lines[:place])
            yield from _one_follows(line, after)
            yield from _one_included(line)
            yield from _one_respectively(line)


def _until_heading(lines: tuple[Line, ...], place: int) -> tuple[Line, ...]:
    rest = lines[place + 1 :]
    size = next((i for i, one in enumerate(rest) if one.role is Role.HEADING), len(rest))
    return rest[:size]


def _first_alone(line: Line, after: tuple[Line, ...]) -> Found:
    following = "\n".join(one.text for one in after)
    for first, seconds in _ORDINALS:
        for found in re.finditer(_START + first, line.text):
            rest = line.text[found.end() :] + following
            if not any(second in rest for second in seconds):
                yield line, found.span()


def _second_alone(line: Line, before: tuple[Line, ...]) -> Found:
    for found in _SECOND.finditer(line.text):
        ahead = line.text[: found.start()] + "".join(one.text for one in before[-12:])
        if "一是" not in ahead:
            yield line, found.span()


def _one_follows(line: Line, after: tuple[Line, ...]) -> Found:
    for found in _FOLLOWS.finditer(line.text):
        listed = line.text[found.end() :]
        # What follows under headings of its own is a whole text: 现将工作总结如下。
        alone = len(after) == 1 and after[0].role is Role.TEXT and _is_one(after[0].text)
        if _is_one(listed) if listed.strip() else alone:
            yield line, found.span()


def _is_one(listed: str) -> bool:
    if _COUNTED.search(listed):
        return False  # 一是 alone is found as such
    first = listed[: listed.find("。")] if "。" in listed else listed
    several_sentences = len(re.findall("。", listed)) > 1
    return not several_sentences and not _SEVERAL.search(first)


def _one_included(line: Line) -> Found:
    for found in _INCLUDES.finditer(line.text):
        if _is_single(line, found.end()):
            yield line, (found.start(), _end(line, found.end()))


def _is_single(line: Line, at: int) -> bool:
    """Return whether one entry follows: one value of a list, or words without 、和."""
    rest = [(p, w) for p, w in zip(line.starts, line.words, strict=True) if p >= at]
    opened = line.text[at : rest[0][0]] if rest else ""
    if not rest or not isinstance(rest[0][1], Fact) or opened.strip(_MARKS):
        listed = line.text[at : _end(line, at)].partition("，")[0]
        return bool(listed) and not _SEVERAL.search(listed)
    values = 0
    for _, one in rest:
        if isinstance(one, Fact):
            values += 1
        elif one.text.strip("“”《》") not in _BETWEEN:
            break
    return values == 1 and not _SEVERAL.search(rest[0][1].text) and not _goes_on(rest)


def _goes_on(rest: list[tuple[int, Fact | Text]]) -> bool:
    """Return whether more of the list follows in other words: 包括甲89份、乙."""
    after = "".join(one.text for _, one in rest[1:])
    return bool(_SEVERAL.search(after[: _END.search(after).start()]))  # type: ignore[union-attr]  # $ always matches


def _one_respectively(line: Line) -> Found:
    for found in _RESPECTIVELY.finditer(line.text):
        listed = line.text[found.end() : _end(line, found.end())]
        if not re.search("[、，和与及]", listed):
            yield line, (found.start(), found.end() + len(listed))


def _end(line: Line, at: int) -> int:
    return at + _END.search(line.text[at:]).start()  # type: ignore[union-attr]  # $ always matches
