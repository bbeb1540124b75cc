"""V01: numbers by which a person is found, which do not belong into a summary.

Of children under 14 they are sensitive (个人信息保护法, 28), and notices of aid leave them out
(教育部 on the aid of pupils, 2017).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from summarykit.diagnostics import Code, Message, message
from summarykit.ooxml.companions import companion
from summarykit.ooxml.elements import DRAWN, w
from summarykit.review.remarks import ERROR, FILE, Remark, View
from summarykit.review.wordfile import Spot

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_LONG: Final = re.compile(r"\d{5,}")
_STRIPS: Final = frozenset(map(w, ("hdr", "ftr")))
_DRAWING: Final = f"{DRAWN}docPr"


def _is_identity(number: str) -> bool:
    """Return whether the last sign of an identity number follows from the others (GB 11643)."""
    total = sum(int(sign) * weight for sign, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % len(_CHECKS)] == number[-1].upper()


def _is_card(number: str) -> bool:
    """Return whether the last digit of a bank card follows from the others (ISO/IEC 7812)."""
    doubled = (int(sign) * (1 + at % 2) for at, sign in enumerate(reversed(number)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0  # noqa: PLR2004 - two digits


def _is_any(number: str) -> bool:
    return bool(number)


_KINDS: Final[tuple[tuple[re.Pattern[str], Callable[[str], bool], Message], ...]] = (
    (
        re.compile(
            r"(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
            r"\d{3}[\dXx](?!\d)"
        ),
        _is_identity,
        message("an identity number"),
    ),
    (re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"), _is_any, message("a mobile phone number")),
    (re.compile(r"(?<!\d)[3-6]\d{15,18}(?!\d)"), _is_card, message("a bank card number")),
    (
        re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日出?生(?![活态产日效成命长])"),
        _is_any,
        message("a date of birth"),
    ),
)


def kinds_of_number(text: str) -> Iterator[Message]:
    """Yield the kinds of numbers in a text; an identity number is no bank card as well."""
    for pattern, holds, kind in _KINDS:
        if any(map(holds, pattern.findall(text))):
            yield kind
            text = pattern.sub("", text)


def without_numbers(spot: Spot) -> Spot:
    """Return a place without the long numbers in its words."""
    return replace(spot, words=_LONG.sub("…", spot.words))


def check(view: View) -> Iterator[Remark]:
    """Yield where such a number stands, without the number.

    Text, tables, headers and footers, notes, properties are looked at.
    """
    for para in view.word.texts:
        for kind in kinds_of_number(para.text):
            said = message("{kind} stands in the text", kind=kind)
            yield Remark(Code.V01, ERROR, without_numbers(para.spot), said)
    for kind in dict.fromkeys(kind for text in _aside(view) for kind in kinds_of_number(text)):
        said = message("{kind} stands in the comments or properties", kind=kind)
        yield Remark(Code.V01, ERROR, FILE, said)
    found = (kind for text in _around(view) for kind in kinds_of_number(text))
    for kind in dict.fromkeys(found):
        said = message("{kind} stands in a header or footer", kind=kind)
        yield Remark(Code.V01, ERROR, FILE, said)


def _aside(view: View) -> Iterator[str]:
    """Yield what a file says beside its text: comments, words for pictures, properties."""
    package = view.word.package
    comments, document = companion(package, "comments"), package.parts[package.main]
    for comment in () if comments is None else comments.iter(w("comment")):
        yield "".join(str(text) for text in comment.itertext())
    for picture in document.iter(_DRAWING):
        yield str(picture.get("descr", ""))
    properties = package.part("docProps/core.xml")
    for each in () if properties is None else properties:
        yield each.text or ""


def _around(view: View) -> Iterator[str]:
    """Yield what the headers and footers of a file say, and the words for their pictures."""
    for part in view.word.package.parts.values():
        if part.tag in _STRIPS:
            for para in part.iter(w("p")):
                yield "".join(text.text or "" for text in para.iter(w("t")))
            for picture in part.iter(_DRAWING):
                yield str(picture.get("descr", ""))
