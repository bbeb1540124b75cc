"""C08: how many things are announced (以下四方面、五条措施、三个一), and how many follow."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.l10n.numerals import from_chinese
from summarykit.review.casting import BLANKS
from summarykit.review.ordinals import Kind as Numbering
from summarykit.review.ordinals import ordinal_of
from summarykit.review.prose.passages import Passage, Prose
from summarykit.review.prose.slips import Slip

_COUNT: Final = r"(?P<count>[两二三四五六七八九十]|十[一二三四五六]|(?<!\d)\d{1,2})"
_THINGS: Final = (
    "(?:方面|措施|问题|原因|工作|做法|阶段|环节|步骤|途径|要求|任务|内容|经验|困难|不足|特点|目标"
    "|制度|建议|体会|机制|办法|重点|情况|意见|成效|收获|活动|行动|工程|举措|方式|方法|渠道|原则|变化|差距)"
)
_ANNOUNCED: Final = re.compile(
    f"(?P<words>(?:以下|如下|下列|下面)?(?:的)?{_COUNT}(?:(?:个|大|项|条|点|种|类|步)(?:主要|具体|突出)?"
    f"{_THINGS}|件(?:大|小|好|实|要|重要|具体)?事情?|方面|点(?=[^。，,；;]{{0,6}}[：:])|条(?=[：:])))[^。！？；;：:]{{0,16}}[：:]\\s*"
)
_ONES: Final = re.compile(
    r"(?P<words>(?P<count>[二两三四五六七八九十])个一)[”\"]?[^。！？；;：:（(]{0,12}"
    r"(?:[。，,]?(?:即|具体内容是|具体内容为|内容是|具体是|就是|包括)[：:]?|[：:]|——|[（(])"
    r"(?P<list>[^。！？）)]{4,200})"
)
_A_ONE: Final = re.compile("一(?=[个件次本篇封份场项条名句首堂节回张套支批幅遍轮套顿])")
_DIGITS: Final = "[一二三四五六七八九十]"
_MARKERS: Final = (
    re.compile(f"(?:^|(?<=[：:；;。，,、]))\\s*(?P<at>{_DIGITS})(?:是|要|抓|看|有)(?!否)"),
    re.compile(f"(?:^|(?<=[：:；;。，,、]))\\s*第(?P<at>{_DIGITS})[，,、]"),
    re.compile(f"(?:^|(?<=[：:；;。，,、]))\\s*[（(](?P<at>{_DIGITS})[）)]"),
    re.compile(r"(?:^|(?<=[：:；;。，,、]))\s*[（(](?P<at>\d{1,2})[）)]"),
    re.compile(r"(?:^|(?<=[：:；;。，,、]))\s*(?P<at>\d{1,2})(?:[、]|[.．](?!\d))"),
    re.compile("(?:^|(?<=[：:；;。，,、]))\\s*(?P<at>[①②③④⑤⑥⑦⑧⑨⑩])"),
)
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩"
_LEAST: Final = 2
"""One item alone does not show that it is a list."""
_SAID: Final = message("{words} is announced, but {found} follow")


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the announced counts that are not those of the list that follows at once."""
    body = prose.body
    for at, passage in enumerate(body):
        for found in _ANNOUNCED.finditer(passage.text):
            rest = passage.text[found.end() :]
            counted = _in_lines(body, at + 1) if not rest.strip(BLANKS) else _in_text(rest)
            yield from _slip(passage, found, counted)
        for found in _ONES.finditer(passage.text):
            yield from _slip(passage, found, len(_A_ONE.findall(found["list"])))


def _slip(passage: Passage, found: re.Match[str], counted: int) -> Iterator[Slip]:
    if counted >= _LEAST and counted != _number(found["count"]):
        said = Message(_SAID.text, {"words": found["words"], "found": counted})
        yield Slip(Code.C08, Severity.WARNING, passage, *found.span("words"), said)


def _in_text(rest: str) -> int:
    """Return how many items follow within the paragraph, 0 if no list begins there."""
    for marker in _MARKERS:
        numbers = [_number(one["at"]) for one in marker.finditer(rest)]
        first = marker.match(rest)
        if first and numbers[0] == 1:
            return sum(1 for _ in takewhile(_in_order, enumerate(numbers, start=1)))
    return 0


def _in_order(pair: tuple[int, int]) -> bool:
    return pair[0] == pair[1]


def _in_lines(body: Sequence[Passage], at: int) -> int:
    """Return how many items follow, each in a paragraph of its own, 0 if no list does."""
    first = _item(body[at]) if at < len(body) else None
    if first is None or first[1] != 1:
        return 0
    kind, counted = first[0], 1
    # What belongs to an item, and the text after it, stand between the items.
    for passage in body[at + 1 :]:
        item = _item(passage)
        if item is None or item[0] != kind:
            continue
        if item[1] != counted + 1:
            break
        counted += 1
    return 0 if kind == Numbering.CHINESE else counted


def _item(passage: Passage) -> tuple[str, int] | None:
    """Return of what kind the number is that a paragraph begins with, and which it is."""
    text = passage.text.strip(BLANKS).lstrip("#").strip(BLANKS)
    for name, marker in zip(("一是", "第一"), _MARKERS, strict=False):
        if found := marker.match(text):
            return name, _number(found["at"])
    ordinal = passage.ordinal or ordinal_of(text)
    return (ordinal.kind.value, ordinal.count) if ordinal else None


def _number(written: str) -> int:
    if written in _CIRCLED:
        return _CIRCLED.index(written) + 1
    return (
        int(written) if written.isdecimal() else int(from_chinese(written.replace("两", "二")))
    )
