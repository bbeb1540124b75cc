"""C11: the subject, the years and the writer that a title names against those of the text."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.prose.passages import Kind, Passage, Prose
from summarykit.review.prose.sentences import plain
from summarykit.review.prose.slips import Slip

_SUBJECTS: Final = (
    ("留守", "留守"),
    ("随迁子女|务工人员子女|农民工子女", "随迁|务工|外来|流动|农民工"),
    ("控辍保学|控辍", "辍|流失|失学|巩固"),
    ("资助|助学", "资助|助学|补助|贫困|困难(?:学生|家庭|儿童|幼儿|寄宿|户|生)|减免|免除"),
    ("安全", "安全"),
    ("法治|法制", "法治|法制|法律"),
    ("心理", "心理"),
    ("阅读|读书", "阅读|读书|书"),
)
"""What titles name, and what a text about it cannot do without."""
_SHORTEST: Final = 300
"""A text of fewer characters may not come to its subject."""
_LEAST_NAMED: Final = MappingProxyType({"控辍保学|控辍": 2, "资助|助学": 2})
"""Of subjects with common words beside them, one such word is a mere mention."""
_MONTH: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?=\d{1,2}月)")
_YEARS: Final = re.compile(r"(?:19|20)\d\d")
_LEAST: Final = 2
_OF_CLASS: Final = re.compile(
    "[一二三四五六七八九]年级|[（(]?[0-9一二三四五六]{1,2}[）)]?班(?!主任)"
)
_CLASS: Final = re.compile("我们?班|本班")
_WHOLE: Final = re.compile("我校|全校")
_OFTEN: Final = 3
_TO_TOWN: Final = re.compile("进城")
_COUNTRY: Final = re.compile(
    "在(?:农场|农村|村里|乡下)(?:工作|务工|打工|上班)|(?:农场|农村|本村)(?:儿童少年|儿童|学生)(?:同样对待|享受同等|一视同仁)"
)
"""Where those do not work who went to town, and beside whom their children do not learn."""


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the words of a title that nothing in the text bears out, or words against it."""
    title = prose.title
    if title is None:
        return
    for rule in (_subject, _years, _writer, _place):
        yield from rule(prose, title)


def _told(prose: Prose) -> str:
    return "\n".join(plain(each) for each in prose.passages if each.kind is not Kind.TITLE)


def _subject(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield the subject of a title that the text never names; one of several is enough."""
    text = _told(prose)
    named = [
        (found, len(re.findall(asks, text)) >= _LEAST_NAMED.get(subject, 1))
        for subject, asks in _SUBJECTS
        if (found := re.search(subject, title.text))
    ]
    if named and len(text) >= _SHORTEST and not any(there for _, there in named):
        found = named[0][0]
        said = message("the title is about {words}, the text is not", words=found.group())
        yield _slip(title, found, said)


def _years(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield the first day of a text all of whose days are of other years than the title.

    An autumn term ends in the next year.
    """
    years = set(_YEARS.findall(title.text))
    covered = years | {str(int(year) + 1) for year in years}
    days = [
        (passage, found)
        for passage in prose.body
        for found in _MONTH.finditer(passage.text)
        if years
    ]
    told = {found["year"] for _, found in days}
    if len(days) >= _LEAST and not told & covered:
        passage, found = days[0]
        said = message(
            "the title names {years}, the text tells of {words}",
            years="、".join(sorted(years)),
            words=found.group(),
        )
        yield _slip(passage, found, said)


def _writer(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield the class of a title where only a school speaks."""
    text, named = _told(prose), _OF_CLASS.search(title.text)
    if named and not _CLASS.search(text) and len(_WHOLE.findall(text)) >= _OFTEN:
        said = message("the title names a class, the text speaks for a school")
        yield _slip(title, named, said)


def _place(prose: Prose, title: Passage) -> Iterator[Slip]:
    """Yield a farm or a village as the place of those who, by the title, went to town."""
    if not _TO_TOWN.search(title.text):
        return
    for passage in prose.body:
        for found in _COUNTRY.finditer(plain(passage)):
            said = message("the title is about those in town, not {words}", words=found.group())
            yield _slip(passage, found, said)


def _slip(passage: Passage, found: re.Match[str], said: Message) -> Slip:
    return Slip(Code.C11, Severity.WARNING, passage, found.start(), found.end(), said)
