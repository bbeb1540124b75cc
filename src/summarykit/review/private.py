"""V01: numbers by which a person is found, which do not belong into a summary.

Of children under 14 they are sensitive (个人信息保护法, 28), and notices of aid leave them out
(教育部 on the aid of pupils, 2017).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Message, message
from summarykit.ooxml.companions import companion
from summarykit.ooxml.elements import DRAWN, w
from summarykit.privacy.detecting import PrivateKind, numbered_spans
from summarykit.review.remarks import ERROR, FILE, Remark, View
from summarykit.review.wordfile import Spot

_LONG: Final = re.compile(r"\d{5,}")
_OF_A_HOME: Final = re.compile(
    "(?:家长|父亲|母亲|监护人|爷爷|奶奶|外公|外婆)[^，。；（）()0-9可请拨打向对询诉督]{0,6}[（(](?:联系|家庭)?"
    r"(?:电话|座机)(?:号码)?[是为：:]?\s*(?:0[0-9]{2,3}[ -]?)?[2-9][0-9]{6,7}(?![0-9])"
)
"""The telephone of a home in brackets behind whose it is."""
_STRIPS: Final = frozenset(map(w, ("hdr", "ftr")))
_DRAWING: Final = f"{DRAWN}docPr"


_KINDS: Final = MappingProxyType(
    {
        PrivateKind.IDENTITY_NUMBER: message("an identity number"),
        PrivateKind.TELEPHONE: message("a telephone number"),
        PrivateKind.BANK_CARD: message("a bank card number"),
        PrivateKind.BIRTH_DATE: message("a date of birth"),
        PrivateKind.ADDRESS: message("a home address"),
    }
)


def kinds_of_number(text: str) -> Iterator[Message]:
    """Yield the kinds of numbers and addresses in a text, each once."""
    kinds = {span.kind for span in numbered_spans(text)}
    if _OF_A_HOME.search(text):
        kinds.add(PrivateKind.TELEPHONE)
    yield from (said for kind, said in _KINDS.items() if kind in kinds)


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
