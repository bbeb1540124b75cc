"""Whether every number of a document comes from its record: as a fact, or in a text of it.

`numbers_from_nowhere` returns what does not. A number is a run of digits, a per cent sign, or a
Chinese figure before a measure word; what numbers headings, tables and attachments is not in
the tree, and 一是 to 十是 are told apart from figures by the 是.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from summarykit import facts
from summarykit.compose.language.period import period_name
from summarykit.document import (
    Block,
    Document,
    Fact,
    Figure,
    Heading,
    Inlines,
    Paragraph,
    Strong,
    Table,
    Text,
    blocks_of,
)
from summarykit.document.lines import attachment_mark
from summarykit.document.nodes import Attachment, AttachmentNote, Signature
from summarykit.facts.reference import child, item
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.values import Money, Quantity

MEASURE_WORDS: Final = (
    *("名", "人", "位", "户", "对", "份", "次", "遍", "回", "场", "期", "节", "堂", "项", "条"),
    *("所", "个", "间", "处", "台", "套", "本", "册", "张", "篇", "封", "件", "支", "组", "轮"),
    *("年", "月", "周", "天", "日", "小时", "分钟", "学时", "课时", "元", "公里", "里", "米"),
    *("岁", "级", "成", "倍", "分", "口", "家", "批", "片", "种", "类", "方面", "点"),
)
ARABIC: Final = r"[0-9０-９]+(?:[.．][0-9０-９]+)?"
CHINESE: Final = (
    rf"百分之|[〇零一二两三四五六七八九十百千万亿]+[余多来几]?(?={'|'.join(MEASURE_WORDS)})"
)
NUMBER: Final = re.compile(rf"{ARABIC}|[%％‰]|{CHINESE}")
ORDINAL: Final = re.compile("(?:^|(?<=[，。；：“、]))[一二三四五六七八九十]{1,3}是")
IDIOMS: Final[Mapping[str, str]] = {
    "一名学生": "a case is of one pupil, who has no alias",
    "一人一案": "the customary name of a practice",
    "一人一策": "as above",
    "一生一策": "as above",
    "一家一策": "as above",
    "一个不少": "that nobody is missing, as a customary slogan",
    "一年级": "the first grade, a name",
    "一方面": "on the one hand",
    "十分": "very",
}
"""Words of templates that hold a figure and count nothing, each with the reason."""
_DIGITS: Final = re.compile(ARABIC)


def numbers_from_nowhere(document: Document, record: YearRecord) -> list[str]:
    """Return every number of the document that is not the record's, with its words."""
    source = _Source(record, document)
    return [
        f"{place}: {fault}"
        for place, line in _lines(document)
        for inline in _flat(line)
        for fault in source.faults(inline)
    ]


def numbers_in(words: str) -> list[str]:
    """Return the numbers of words that are no fact: idioms and ordinals hold none."""
    for idiom in IDIOMS:
        words = words.replace(idiom, "")
    return [found.group() for found in NUMBER.finditer(ORDINAL.sub("", words))]


class _Source:
    """What a record says, to be compared with what is printed."""

    def __init__(self, record: YearRecord, document: Document) -> None:
        self.record = record
        self._attachments = {
            block.id.rpartition("/")[2]: attachment_mark(block)
            for block in blocks_of(document)
            if isinstance(block, Attachment)
        }
        self.known = facts.index(record)
        self._entries = frozenset(_entries(record, ""))
        self._texts = {str(e) for e in self.known.values() if type(e.value) is str}
        self.quantities = {
            ref: amount
            for ref, entry in self.known.items()
            if (amount := _amount(entry.value)) is not None
        }

    def faults(self, inline: Text | Fact) -> Iterator[str]:
        """Yield what is wrong with the numbers of a word or a fact."""
        if isinstance(inline, Fact):
            if not self._is_right(inline):
                yield f"{inline.text!r} is not what the record says at {inline.ref}"
        elif inline.text.removeprefix("单位：") not in self._texts:
            # A head of a table and the addressee are whole texts of the record.
            for number in numbers_in(inline.text):
                yield f"{number} of {inline.text!r} is in no fact"

    def _is_right(self, fact: Fact) -> bool:
        ref, _, how = fact.ref.partition("#")
        if fact.basis:
            made = facts.calculation(fact.ref, fact.basis, self.known)
            known = made is not None and all(self._is_there(one) for one in made.operands)
            return known and made is not None and made.result == _number(fact.text)
        if how == "number":
            return fact.text == self._attachments.get(ref)
        if how == "period" and ref.startswith("period."):
            return fact.text == str(period_name(self.record.period))
        if ref not in self.known:
            return False
        whole = str(self.known[ref])
        if not how:
            return fact.text == whole or fact.text in whole.split("\n")
        # A part of a value, or a value with words about it, has no other numbers than it.
        others = set(_DIGITS.findall(fact.text)).difference(_DIGITS.findall(whole))
        return not others or self._is_figure(fact.text, ref)

    def _is_there(self, operand: facts.Operand) -> bool:
        """Return whether the record has what a figure is computed from."""
        return bool(operand.path or operand.calculation or operand.ref in self._entries)

    def _is_figure(self, text: str, ref: str) -> bool:
        """Return whether a figure is one end of the value, however it is written: 三 is 3."""
        said, known = _amount_in(text), self.quantities.get(ref)
        return (
            said is not None and known is not None and said.value in {known.value, known.upper}
        )


def _amount(value: object) -> Quantity | None:
    return (
        value.amount
        if isinstance(value, Money)
        else value
        if isinstance(value, Quantity)
        else None
    )


def _amount_in(text: str) -> Quantity | None:
    try:
        return Quantity.parse(text)
    except ValueError:
        return None


def _number(text: str) -> Decimal | None:
    """Return the one number of a printed figure, in ones; 1.2万元 is 12000."""
    return Quantity.parse(text).number


def _entries(value: object, ref: str) -> Iterator[str]:
    """Yield what every entity and every entry of a list is called."""
    match value:
        case Entity():
            yield ref
            for name in type(value).model_fields:
                yield from _entries(getattr(value, name), child(ref, name))
        case tuple():
            for at, entry in enumerate(value):
                yield item(ref, at, entry)
                yield from _entries(entry, item(ref, at, entry))
        case dict():
            for key, entry in value.items():
                yield from _entries(entry, child(ref, str(key)))
        case _:
            return


def _flat(line: Inlines) -> Iterator[Text | Fact]:
    for inline in line:
        yield from inline.children if isinstance(inline, Strong) else (inline,)


def _lines(document: Document) -> Iterator[tuple[str, Inlines]]:
    """Yield every line without the numbers that headings, tables and attachments get."""
    for line in (document.title, document.subtitle, document.addressee):
        yield "title", line
    for block in blocks_of(document):
        yield from ((block.id, line) for line in _own_lines(block))


def _own_lines(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph():
            yield block.children
        case Heading():
            yield from (block.children, block.run_in)
        case Table():
            yield from ((Text(block.unit),), block.caption)
            yield from (column.head for column in block.columns)
            yield from (cell for row in block.rows for cell in row)
        case Figure():
            yield block.caption
        case AttachmentNote():
            yield from block.names
        case Signature():
            yield from (block.organisation, block.date)
        case Attachment():
            yield block.title
        case _:
            return
