"""S01 to S04 and S06: organisation and date under the text (GB/T 9704-2012, 7.3.5)."""

import re
from collections.abc import Iterator
from datetime import date
from math import inf
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.l10n.numerals import from_chinese, from_digits
from summarykit.layout import (
    SignatureBlock,
    SignatureRule,
    is_signed_by_name,
    printed_date,
    signature_block,
)
from summarykit.review.casting import BLANKS
from summarykit.review.remarks import ERROR, FILE, WARNING, Remark, View, differs
from summarykit.review.roles import FLOWING, HEADED, Role
from summarykit.review.units import characters, quoted
from summarykit.review.wordfile import Para

_SLACK: Final = 0.5
_MOST_BLANKS: Final = 4
_DATE: Final = re.compile(r"(20\d\d)年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_DATED: Final = re.compile(r"(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?")
_CHINESE_DATE: Final = re.compile(
    "([〇一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_SAMPLE: Final = "2024年7月5日"
_LENGTHS: Final = (_SAMPLE, "2024年7月15日", "2024年12月15日")
"""Dates of each length there is."""
_FUTURE: Final = re.compile("打算|计划|下一步|今后|思路|安排|建议|方案|规划|明年|设想|努力方向")
_UNTIL: Final = re.compile(r"(?:底|末|上旬|中旬|下旬|初)?(?:之?前|以前|起|前完成|内)")
_SCHOOL: Final = re.compile(
    "^(?:关于)?([\u4e00-\u9fff]{2,30}?(?:小学|中学|学校|幼儿园|学区|教学点|教育局|教育体育局|教体局))"
)
_ORGANISED: Final = re.compile(
    "学校|小学|中学|幼儿园|学区|教学点|局|委|政府|办公室|[县区市镇乡村]|中心|年级|[0-9一二三四五六七八九]班"
)


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the signature."""
    main = [p for p in view.word.paragraphs if not p.part]
    organisation = next((p for p in main if p.role is Role.SIGNATURE), None)
    day = next((p for p in main if p.role is Role.DATE), None)
    yield from _organisation(organisation, day, main, view)
    if day is not None:
        yield from _day(day, main, view.layout.signature)
    if organisation is not None:
        yield from _order(organisation, day, main)
    if signed := [para for para in main if para in {organisation, day}]:
        yield from _place(organisation, day, view)
        yield from _blanks(signed[0], view)


def _organisation(
    signed: Para | None, day: Para | None, main: list[Para], view: View
) -> Iterator[Remark]:
    titles = [p for p in main if p.role in {Role.TITLE, Role.SUBTITLE}]
    title = "".join("".join(p.text.split()) for p in titles)
    if signed is None:
        yield from _unsigned(day, title, main, view.layout.signature)
        return
    name = signed.text.strip(BLANKS)
    found = _SCHOOL.match(title)
    if found and not _same(name, found[1], view):
        said = differs(message("the organisation that signs"), quoted(found[1]), quoted(name))
        yield Remark(Code.S01, ERROR, signed.spot, said)
    elif day is not None and not is_signed_by_name(
        name, [p.text for p in titles], view.layout.signature
    ):
        said = message("the title names the organisation, and only the date stands below")
        yield Remark(Code.S01, WARNING, signed.spot, said)


def _unsigned(
    day: Para | None, title: str, main: list[Para], rule: SignatureRule
) -> Iterator[Remark]:
    """Say that no organisation signs; where the title names it, many leave out both lines."""
    if not _ORGANISED.search(title) and main:
        said = message("no organisation signs the text, and the title names none")
        yield Remark(Code.S01, ERROR, day.spot if day else FILE, said)
    elif day is not None and rule.unit == "always":
        said = message("no organisation stands above the date")
        yield Remark(Code.S01, WARNING, day.spot, said)


def _same(signed: str, titled: str, view: View) -> bool:
    """Return whether a name in the title is that of who signs, in full or without its county.

    A title may go on after the name: 小学 in 青石镇中心小学生活动 ends none.
    """
    if signed.endswith(titled) or titled in signed:
        return True
    properties = view.word.package.part("docProps/core.xml")
    known = "" if properties is None else "".join(str(e.text or "") for e in properties)
    return not titled.endswith(signed) and signed in known and signed not in titled


def _day(day: Para, main: list[Para], rule: SignatureRule) -> Iterator[Remark]:
    text = day.text.strip(BLANKS)
    signed = _written_day(text, rule)
    if signed is None:
        what = message("the date of the signature")
        expected = message("a full date such as {date}", date=printed_date(_SAMPLE, rule))
        yield Remark(Code.S02, ERROR, day.spot, differs(what, expected, quoted(text)))
        return
    told = max(_told(main), default=None)
    if told is not None and told[0] > signed:
        said = message(
            "the date of the signature, {day}, is before {told}, of which the text tells",
            day=text,
            told=told[1],
        )
        yield Remark(Code.S06, WARNING, day.spot, said)


def _written_day(text: str, rule: SignatureRule) -> date | None:
    """Return the day that a signature is dated, nothing where it is not written in full."""
    found = _DATE.fullmatch(_in_arabic(text, rule))
    return _valid(found) if found else None


def _in_arabic(text: str, rule: SignatureRule) -> str:
    """Return a date in Arabic digits; nothing where it is not printed as `rule` asks for."""
    if rule.date == "arabic":
        return text
    found = _CHINESE_DATE.fullmatch(text)
    if found is None:
        return ""
    try:
        month, day = map(from_chinese, found.groups()[1:])
    except ValueError:
        return ""
    arabic = f"{from_digits(found[1])}年{month}月{day}日"
    return arabic if printed_date(arabic, rule) == text else ""


def _told(main: list[Para]) -> Iterator[tuple[date, str]]:
    """Yield the days that the text tells of, and how, but not what is planned."""
    planned = 0
    title = "".join(p.text for p in main if p.role is Role.TITLE)
    if re.search("计划|方案|安排|要点", title):
        return
    for para in main:
        if para.role in HEADED and (not planned or para.level <= planned):
            head = para.text[: para.head] if para.head else para.text
            planned = para.level if _FUTURE.search(head) else 0
        if planned or para.role not in FLOWING or _FUTURE.search(para.text):
            continue
        for found in _DATED.finditer(para.text):
            day = _valid(found)
            if day is not None and not _UNTIL.match(para.text, found.end()):
                yield day, found.group()


def _valid(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return None


def _place(organisation: Para | None, day: Para | None, view: View) -> Iterator[Remark]:
    """Yield what is wrong with the blanks at the right (7.3.5.1, 7.3.5.2)."""
    rule = view.layout.signature
    name, date = (para.text.strip(BLANKS) if para else "" for para in (organisation, day))
    # The blanks follow from the length of the date: what is wrong with its form is said by S02.
    dates = [date, *_LENGTHS] if date and _written_day(date, rule) is None else [date]
    blocks = [
        signature_block(name, each, seal=seal, rule=rule)
        for each in dates
        for seal in (False, True)
    ]
    cell = view.layout.styles.signature.cell
    found = [None if p is None else _right(p, cell) for p in (organisation, day)]
    if any(_fits(block, found) for block in blocks):
        return
    blanks = (
        message("the blank right of the organisation"),
        message("the blank right of the date"),
    )
    signed = zip((organisation, day), blanks, _due(blocks[0]), found, strict=True)
    for para, what, due, blank in signed:
        if para is None or blank is None:
            continue
        if blank == inf:
            said = message("the signature stands at the right")
            yield Remark(Code.S03, WARNING, para.spot, said)
        elif abs(blank - due) > _SLACK:
            said = differs(what, characters(due), characters(blank))
            yield Remark(Code.S03, WARNING, para.spot, said)


def _order(organisation: Para, day: Para | None, main: list[Para]) -> Iterator[Remark]:
    """Say that the date does not stand on the line below the organisation (7.3.5.2)."""
    if day is None:
        return
    below = (p for p in main[main.index(organisation) + 1 :] if not p.is_blank)
    if next(below, None) is not day:
        said = message("the date stands on the line below the organisation")
        yield Remark(Code.S03, WARNING, organisation.spot, said)


def _right(para: Para, cell: int) -> float:
    """Return the blank at the right in characters, infinite where it is not at the right."""
    if para.shape.align != "right":
        return inf
    return para.shape.side("right", cell) / cell


def _due(block: SignatureBlock) -> tuple[float, float]:
    return block.organisation_right, block.date_right


def _fits(block: SignatureBlock, found: list[float | None]) -> bool:
    """Return whether the blanks found are those of `block`, in each line that there is."""
    pairs = zip(found, _due(block), strict=True)
    return all(blank is None or abs(blank - each) <= _SLACK for blank, each in pairs)


def _blanks(signed: Para, view: View) -> Iterator[Remark]:
    """Compare the blank lines above the signature, or above a date that stands alone."""
    rule = view.layout.signature
    above = view.word.paragraphs[: view.word.paragraphs.index(signed)]
    count = 0
    for para in reversed(above):
        if para.role is not Role.BLANK:
            break
        count += 1
    allowed = {rule.blank_lines, *range(rule.sealed_blank_lines, _MOST_BLANKS + 1)}
    if count not in allowed:
        said = differs(message("the number of blank lines above"), rule.blank_lines, count)
        yield Remark(Code.S04, WARNING, signed.spot, said)
