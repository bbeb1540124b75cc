"""Numbers by which a person is found: identity numbers, telephones, bank cards.

Notices of aid leave them out (教育部 on the aid of pupils, 2017).
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from summarykit.privacy.detecting.lines import lines_with
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan

_WRITTEN: Final = "〇零○一二三四五六七八九幺"
_LONG: Final = re.compile(f"[0-9][0-9 -]{{5}}|QQ|qq|微信|[{_WRITTEN}]{{7}}")
"""What every number of a person has; no year or count is so long."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_IDENTITY_LENGTH: Final = 18
_CARD_LENGTHS: Final = range(16, 20)
_NOT_SIGNS: Final = re.compile("[^0-9Xx]")
_IDENTITY: Final = re.compile(
    # The number of a pupil in the national register is G and the identity number.
    r"(?<![0-9A-Za-z])[GLJ]?[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{2}"
    r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[ -]?[0-9]{3}[0-9Xx](?![0-9])"
)
_MOBILE: Final = re.compile(
    r"(?<![0-9])(?:\+?86[ -]?)?1[3-9][0-9](?P<gap>[ -]?)[0-9]{4}(?P=gap)[0-9]{4}(?![0-9])"
)
_AT_HOME: Final = re.compile(
    r"(?:家庭|家里|家中|家长|父亲|母亲|父母|爷爷|奶奶|外公|外婆|监护人|本人)的?(?:联系)?(?:电话|座机|方式)(?:号码)?(?:是|为|[：:])?\s*"
    r"(?P<number>(?:0[0-9]{2,3}[ -]?)?[2-9][0-9]{6,7})(?![0-9])"
)
"""The telephone of a school or an office is no secret."""
_SPELLED: Final = re.compile(
    "(?:电话|手机|座机|号码?)(?:号码?)?(?:是|为|[：:])?[ ]*"
    f"(?P<number>[{_WRITTEN}]{{7,18}})(?![{_WRITTEN}十百千])"
)
"""一三九…: a number in characters, behind a word that says so."""
_CARD: Final = re.compile(
    r"(?<![0-9])[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9])"
)


def numbers(text: str) -> Iterator[PrivateSpan]:
    """Yield the numbers that belong to one person; digits are half-width ones."""
    for start, end in lines_with(_LONG, text):
        for kind, pattern, holds in _KINDS:
            group = "number" if "number" in pattern.groupindex else 0
            for found in pattern.finditer(text, start, end):
                if holds(found.group(group)):
                    yield PrivateSpan(*found.span(group), kind)


def _is_identity(written: str) -> bool:
    """Return whether the last sign of an identity number follows from the others (GB 11643)."""
    signs = _NOT_SIGNS.sub("", written)
    total = sum(int(sign) * weight for sign, weight in zip(signs, _WEIGHTS, strict=False))
    return len(signs) == _IDENTITY_LENGTH and _CHECKS[total % len(_CHECKS)] == signs[-1].upper()


def _is_card(written: str) -> bool:
    """Return whether the last digit of a bank card follows from the others (ISO/IEC 7812)."""
    signs = _NOT_SIGNS.sub("", written)
    doubled = (int(sign) * (1 + at % 2) for at, sign in enumerate(reversed(signs)))
    total = sum(each - 9 if each > 9 else each for each in doubled)  # noqa: PLR2004 - two digits
    return len(signs) in _CARD_LENGTHS and total % 10 == 0


_LABELLED: Final = re.compile(
    r"(?:身份证(?:号码?)?|护照(?:号码?)?|(?:证件|学籍|户口簿?)号码?)(?:是|为|[：:])?[ ]*"
    r"(?P<number>[A-Za-z]{0,2}[0-9][0-9Xx -]{5,}[0-9Xx])"
)
"""What a label says is such a number, be its check digit right or wrong."""
_CARD_LABELLED: Final = re.compile(
    r"(?:银行卡|卡)号?(?:码)?(?:是|为|[：:])?[ ]*(?P<number>[0-9][0-9 -]{10,}[0-9])"
)
_CONTACT: Final = re.compile(
    r"(?:QQ|qq|微信)(?:号码?)?(?:是|为|[：:])?[ ]*(?P<number>[A-Za-z0-9_.@-]{5,})"
)
_KINDS: Final[tuple[tuple[PrivateKind, re.Pattern[str], Callable[[str], bool]], ...]] = (
    (PrivateKind.IDENTITY_NUMBER, _IDENTITY, _is_identity),
    (PrivateKind.IDENTITY_NUMBER, _LABELLED, bool),
    (PrivateKind.TELEPHONE, _MOBILE, bool),
    (PrivateKind.TELEPHONE, _AT_HOME, bool),
    (PrivateKind.TELEPHONE, _SPELLED, bool),
    (PrivateKind.BANK_CARD, _CARD, _is_card),
    (PrivateKind.BANK_CARD, _CARD_LABELLED, bool),
    (PrivateKind.TELEPHONE, _CONTACT, bool),
)
