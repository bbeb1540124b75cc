"""How the organisation and the date are printed, and where they stand (GB/T 9704-2012, 7.3.5).

The blanks are worked out from the words as they are printed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from summarykit.l10n.numerals import digit_by_digit, to_chinese
from summarykit.layout.rules import SignatureRule
from summarykit.layout.widths import text_width

_YEAR: Final = re.compile(r"\d{4}(?=年)", re.ASCII)
_MONTH_OR_DAY: Final = re.compile(r"\d{1,2}(?=[月日])", re.ASCII)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The blanks of a signature: lines above, and characters at the right of its two lines."""

    blank_lines: int
    organisation_right: float
    date_right: float


def signature_block(
    organisation: str, date: str, *, seal: bool, rule: SignatureRule
) -> SignatureBlock:
    """Return the blanks for the two lines of a signature, in lines and in characters.

    With a seal, or where all are set as with one, the organisation is centred on the date.
    Else the date starts `rule.date_offset` to the right of the name; if it is longer than the
    name, the date keeps `rule.right` and the name's blank grows.
    """
    name, day = text_width(organisation), text_width(date)
    if seal or rule.as_sealed:
        return _sealed(name, day, rule)
    right, offset = rule.right.characters, rule.date_offset.characters
    if day <= name:
        return SignatureBlock(rule.blank_lines, right, max(0.0, right + name - day - offset))
    return SignatureBlock(rule.blank_lines, right + offset + day - name, right)


def _sealed(name: float, day: float, rule: SignatureRule) -> SignatureBlock:
    lines, right = rule.sealed_blank_lines, rule.sealed_right.characters
    centred = right + day / 2 - name / 2
    if centred < 0:
        # A very long name stays centred on the date and takes the date's blank instead.
        return SignatureBlock(lines, 0.0, (name - day) / 2)
    return SignatureBlock(lines, centred, right)


def printed_date(date: str, rule: SignatureRule) -> str:
    """Return the words of a date in the digits that `rule` asks for: 二〇二四年七月五日."""
    if rule.date == "arabic":
        return date
    with_year = _YEAR.sub(lambda found: digit_by_digit(int(found.group())), date)
    return _MONTH_OR_DAY.sub(lambda found: to_chinese(int(found.group())), with_year)


def is_signed_by_name(organisation: str, heads: Iterable[str], rule: SignatureRule) -> bool:
    """Return whether the organisation stands in the signature, `heads` being what heads it."""
    if rule.unit == "always":
        return True
    name = _unbroken(organisation)
    return not any(name in _unbroken(head) for head in heads)


def _unbroken(words: str) -> str:
    """Return `words` without blanks and line breaks, which a title may have anywhere."""
    return "".join(words.split())
