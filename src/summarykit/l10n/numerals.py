"""Chinese numerals, both ways: 两千零五 and 2005, 二〇二四 and 2024, 八九 as 8 or 9."""

import re
from decimal import Decimal
from typing import Final

from summarykit.l10n.patterns import LazyPattern

DIGITS: Final = "零一二三四五六七八九"
LARGEST: Final = 10**16 - 1
"""The largest whole number with a Chinese form here: 九千九百九十九万…亿…."""

NUMERAL_CHARACTERS: Final = "零〇○一二两三四五六七八九十百千万亿点"

_VALUES: Final = {character: value for value, character in enumerate(DIGITS)} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_PLACES: Final = ((1000, "千"), (100, "百"), (10, "十"))
_MYRIADS: Final = ((10**8, "亿"), (10**4, "万"))
_SECTION: Final = LazyPattern(
    r"(?:(?P<thousands>[一二两三四五六七八九])千)?"
    r"(?P<gap1>[零〇○]?)(?:(?P<hundreds>[一二两三四五六七八九])百)?"
    r"(?P<gap2>[零〇○]?)(?:(?P<tens>[一二三四五六七八九]?)(?P<ten>十))?"
    r"(?P<gap3>[零〇○]?)(?P<ones>[一二两三四五六七八九]?)"
)
_ZERO_DIGIT_BY_DIGIT: Final = str.maketrans("0123456789", "〇一二三四五六七八九")
# Eight or nine, fifteen or sixteen, twenty or thirty: neighbours are written side by side.
_ADJACENT: Final = LazyPattern(
    r"(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])"
    r"(?P<high>[二两三四五六七八九])(?P<place>[十百千万亿]?)"
)
_ADJACENT_PLACES: Final = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def to_chinese(number: int | Decimal) -> str:
    """Return `number` in Chinese numerals: 15 is 十五, 2005 二千零五, 2.50 二点五零.

    Raises:
        ValueError: The number is negative or above `LARGEST`.
    """
    whole, _, fraction = (
        f"{number:f}".partition(".")
        if isinstance(number, Decimal)
        else (
            str(number),
            "",
            "",
        )
    )
    if not whole.isdecimal() or int(whole) > LARGEST:
        raise ValueError(f"{number} has no Chinese numeral here")
    text = _whole(int(whole))
    return f"{text}点{''.join(DIGITS[int(digit)] for digit in fraction)}" if fraction else text


def to_counting(number: int | Decimal) -> str:
    """Return `number` as it stands before a measure word: 2 is 两, 2005 两千零五."""
    text = to_chinese(number)
    return re.sub(r"^二(?=$|[千万亿])", "两", text)


def digit_by_digit(number: int) -> str:
    """Return the digits of `number` one by one, as years are written: 2024 is 二〇二四."""
    return str(number).translate(_ZERO_DIGIT_BY_DIGIT)


def from_digits(text: str) -> int:
    """Return the number written digit by digit: 二〇二四, 二○○五 and 二零二四 are years.

    Raises:
        ValueError: Something else than a digit is in it, or nothing.
    """
    digits = "".join(str(_VALUES.get(character, "?")) for character in text)
    if not digits.isdecimal():
        raise ValueError(f"{text!r} is not a row of Chinese digits")
    return int(digits)


def from_chinese(text: str) -> Decimal:
    """Return the number of `text`: 十五, 两千零五, 一百五 (150), 二点五, 一点二万.

    Raises:
        ValueError: It is no Chinese numeral; a row of digits is read by `from_digits` only.
    """
    if "点" in text:
        return _with_fraction(text)
    return Decimal(_from_whole(text))


def adjacent(text: str) -> tuple[int, int] | None:
    """Return the two numbers of 八九 (8, 9) or 二三十 (20, 30), and None of other text."""
    found = _ADJACENT.fullmatch(text)
    if not found:
        return None
    low, high = _VALUES[found["low"]], _VALUES[found["high"]]
    if high != low + 1 or (found["tens"] and found["place"]):
        return None
    tens = _section(found["tens"]) if found["tens"] else 0
    place = _ADJACENT_PLACES[found["place"]]
    return tens + low * place, tens + high * place


def to_adjacent(low: int, high: int) -> str | None:
    """Return 8 and 9 as 八九, 20 and 30 as 二三十; None where there is no such form."""
    for name, place in reversed(_ADJACENT_PLACES.items()):
        digit, rest = divmod(low, place)
        if not rest and 1 <= digit <= 8 and high - low == place:  # noqa: PLR2004 - 八九 is last
            two = "二" if name == "十" else "两"
            return f"{DIGITS[digit]}{DIGITS[digit + 1]}".replace("二", two) + name
    tens, digit = divmod(low, 10)
    if 1 <= tens <= 9 and 1 <= digit <= 8 and high - low == 1:  # noqa: PLR2004 - digits
        return f"{_whole(tens * 10)}{DIGITS[digit]}{DIGITS[digit + 1]}"
    return None


def _whole(number: int) -> str:
    if not number:
        return DIGITS[0]
    text = _long(number)
    return text.removeprefix("一") if text.startswith("一十") else text


def _long(number: int) -> str:
    for size, name in _MYRIADS:
        if number >= size:
            head, rest = divmod(number, size)
            gap = DIGITS[0] if 0 < rest < size // 10 else ""
            return f"{_long(head)}{name}{gap}{_long(rest) if rest else ''}"
    text = ""
    for size, name in _PLACES:
        digit, number = divmod(number, size)
        if digit:
            text += DIGITS[digit] + name
            if 0 < number < size // 10:
                text += DIGITS[0]
    return text + (DIGITS[number] if number else "")


def _with_fraction(text: str) -> Decimal:
    scale = 0
    for size, name in ((4, "万"), (8, "亿")):
        if text.endswith(name):
            text, scale = text[:-1], size
    whole, _, fraction = text.partition("点")
    if not fraction:
        raise ValueError(f"{text} has nothing after the point")
    digits = "".join(str(from_digits(character)) for character in fraction)
    return Decimal(f"{_from_whole(whole)}.{digits}").scaleb(scale)


def _from_whole(text: str) -> int:
    if text in {"零", "〇", "○"}:
        return 0
    for size, name in _MYRIADS:
        head, found, rest = text.rpartition(name) if name == "亿" else text.partition(name)
        if found:
            return _from_whole(head) * size + _remainder(rest, size)
    return _section(text)


def _remainder(text: str, size: int) -> int:
    """Return what follows 万 or 亿: nothing, 零五, 五千, or the short 一万二 (12,000)."""
    if not text:
        return 0
    if len(text) == 1 and text in _VALUES and _VALUES[text]:
        return _VALUES[text] * size // 10
    value = _from_whole(text[1:] if text[0] in "零〇○" else text)
    if value >= size:
        raise ValueError(f"{text} is too large to follow a smaller place")
    return value


def _section(text: str) -> int:
    found = _SECTION.fullmatch(text)
    if not found or not text or text[-1] in "零〇○":
        raise ValueError(f"{text} is not a Chinese numeral")
    thousands, hundreds = found["thousands"], found["hundreds"]
    ten = _VALUES.get(found["tens"], 1) if found["ten"] else 0
    ones = _VALUES.get(found["ones"], 0)
    if not found["ten"] and not any(found[f"gap{n}"] for n in (1, 2, 3)):
        # 一百五 is a hundred and fifty: the last place goes unsaid.
        ones *= 10 if hundreds else 100 if thousands else 1
    return _VALUES.get(thousands, 0) * 1000 + _VALUES.get(hundreds, 0) * 100 + ten * 10 + ones
