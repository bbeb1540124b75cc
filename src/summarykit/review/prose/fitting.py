"""C11: the kind, the period and the subject that a title names against what the text tells."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.prose.passages import Passage, Prose
from summarykit.review.prose.sentences import plain
from summarykit.review.prose.slips import Slip

_KINDS: Final = ("总结", "心得体会", "心得", "体会", "计划", "方案", "报告", "汇报", "简报")
_KIND: Final = re.compile("|".join(_KINDS))
_SUMS_UP: Final = re.compile(r"总结如下|作(?:如下|以下)总结|(?:以下|下面)是[^，。；]{0,12}总结")
_MAKES_PLAN: Final = re.compile(
    r"(?:特(?:制定|制订|拟定|拟订)了?(?:如下|以下|本|此)?|(?:制定|制订|拟定|拟订)了?(?:如下|以下|本|此))[^，。；：]{0,12}(?:计划|方案)(?:如下)?(?=[。：])"
)
_SAMPLE: Final = re.compile("范文|样文|范本|模板")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d年(?!以?来)")
_YEARS: Final = re.compile(
    r"这?(?:一年多|[两二三四五几]年(?:多)?|近年)(?:以)?来(?=[^。]{0,30}总结如下)"
)
_VISITS: Final = re.compile("家访|走访|入户|上门|访家")
_STUDY: Final = re.compile("本课题|子课题|课题研究组")
_OPENING: Final = 3
_LONGEST_LINE: Final = 16
_FEW_VISITS: Final = 800
"""A text about visits names them once in so many characters, at least."""


def check(prose: Prose) -> Iterator[Slip]:
    """Yield what of a title does not fit the text under it."""
    if prose.title is not None:
        for rule in _RULES:
            yield from rule(prose, prose.title)


def _kind(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield the kind of document in a title, or the words that say it is another."""
    named = _KIND.search(title.text)
    if named is None:
        return
    for passage in prose.body[:_OPENING]:
        text = plain(passage)
        if _STUDY.search(text) and not re.search("课题|研究|实验|调研", title.text):
            said = message(
                "the title says {kind}, the text is about a study", kind=named.group()
            )
            yield _slip(title, named, said)
            return
        if named.group() in {"心得", "体会", "心得体会"} and _SUMS_UP.search(text):
            said = message(
                "the title says {kind}, the text calls itself a summary", kind=named.group()
            )
            yield _slip(title, named, said)
            return
        if named.group() not in {"计划", "方案"} and (found := _MAKES_PLAN.search(text)):
            said = message(
                "the title says {kind}, the text calls itself {words}",
                kind=named.group(),
                words=found.group(),
            )
            yield _slip(passage, found, said)
            return
    yield from _second_title(prose, named.group())


def _second_title(prose: Prose, kind: str) -> Iterator[Slip]:
    """Yield a line of its own under the title that names another kind."""
    for passage in prose.body[:1]:
        text = plain(passage).strip()
        found = _KIND.search(text)
        if len(text) > _LONGEST_LINE or found is None or re.search("[，。；：]", text):
            continue
        if text.endswith(_KINDS) and kind not in text:
            said = message("the title says {kind}, this line {words}", kind=kind, words=text)
            yield Slip(Code.C11, Severity.WARNING, passage, 0, len(passage.text), said)


def _sample(prose: Prose, title: Passage) -> Iterator[Slip]:
    del prose
    if found := _SAMPLE.search(title.text):
        said = message("the title says that this is a sample: {words}", words=found.group())
        yield _slip(title, found, said)


def _period(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield the years of which a text says that it tells, where its title names one year."""
    if len(set(_YEAR.findall(title.text))) != 1:
        return
    for passage in prose.body[:_OPENING]:
        if found := _YEARS.search(plain(passage)):
            said = message(
                "the title names one year, the text tells of {words}", words=found.group()
            )
            yield _slip(passage, found, said)


def _visits(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield 家访 in the title of a text that hardly tells of visits."""
    named = re.search("家访", title.text)
    if named is None:
        return
    texts = [each.text for each in prose.passages if each is not title]
    if len(_VISITS.findall("\n".join(texts))) * _FEW_VISITS < sum(map(len, texts)):
        said = message("the title is about home visits, the text hardly tells of any")
        yield _slip(title, named, said)


def _slip(passage: Passage, found: re.Match[str], said: Message) -> Slip:
    return Slip(Code.C11, Severity.WARNING, passage, found.start(), found.end(), said)


_RULES: Final[tuple[Callable[[Prose, Passage], Iterator[Slip]], ...]] = (
    _kind,
    _sample,
    _period,
    _visits,
)
