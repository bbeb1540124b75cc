"""Where the organisation and the date stand under the text (GB/T 9704-2012, 7.3.5)."""

from dataclasses import dataclass

from summarykit.layout.models import SignatureRule
from summarykit.layout.widths import text_width


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

    With a seal the organisation is centred on the date. Without one the date starts
    `rule.date_offset` to the right of the name; if it is longer than the name, the date
    keeps `rule.right` and the name's blank grows.
    """
    name, day = text_width(organisation), text_width(date)
    if seal:
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
