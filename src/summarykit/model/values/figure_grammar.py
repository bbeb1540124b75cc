"""The grammar of figures: from the text of a quantity to its parts."""

import re
from decimal import Decimal
from typing import Final

from summarykit.l10n import numerals
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.values.figure_words import (
    ADJACENT,
    AFTER,
    BEFORE,
    BELOW,
    QUALIFIERS,
    SCALES,
    SPANS,
    UNKNOWN,
    USUAL,
    NumeralStyle,
    Qualifier,
    Status,
)
from summarykit.model.values.reading import Parts

_ARABIC = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d{1,9})?|\d{1,18}(?:\.\d{1,9})?"
_CHINESE = f"[{numerals.NUMERAL_CHARACTERS}]{{1,24}}"
_BELOW = "|".join(BELOW.values())
# A unit is one short word. What it may not begin with belongs to the number before it, and what
# it may not end with is said of the whole figure.
_UNIT = (
    r"(?:[%‰℃]|千[克米瓦卡]|个?百分点|"
    rf"(?!不详|不到)[^\W\d_至到余多几来若xX{numerals.NUMERAL_CHARACTERS}]"
    rf"(?:[^\W\d_至到约和之{numerals.NUMERAL_CHARACTERS}]|[/·]){{0,7}}?(?<![内前后])(?<!{'|'.join(AFTER)}))?"
)
_PLAIN: Final = LazyPattern(rf"(?P<arabic>\d{{1,18}}(?:\.\d{{1,9}})?)(?P<unit>{_UNIT})")
_ONE: Final = LazyPattern(
    rf"(?P<before>{'|'.join(BEFORE)})?\s?"
    rf"(?:(?P<arabic>{_ARABIC})(?P<inside>[余多几来]?)(?P<scale>[万亿]?)(?P<late>[余多]?)\s?"
    rf"|(?P<below>{_BELOW})?(?P<chinese>{_CHINESE})(?P<within>[余多几来]?)(?P<myriad>[万亿]?))"
    rf"(?P<unit>{_UNIT})(?P<after>{'|'.join(AFTER)})?"
)
_TWO: Final = LazyPattern(
    rf"(?:(?P<low>{_ARABIC})(?P<low_scale>[万亿]?)"
    rf"|(?P<low_below>{_BELOW})?(?P<low_chinese>{_CHINESE}))(?P<low_unit>{_UNIT})"
    rf"\s?(?P<span>{'|'.join(SPANS)})\s?"
    rf"(?:(?P<high>{_ARABIC})(?P<scale>[万亿]?)"
    rf"|(?P<below>{_BELOW})?(?P<high_chinese>{_CHINESE}))\s?(?P<unit>{_UNIT})"
)
_NO_FIGURE: Final = LazyPattern(
    rf"(?:(?P<below>{_BELOW})?[xX×*＊Ｘ]{{1,4}}|若干)(?P<scale>[万亿]?)(?P<unit>{_UNIT})"
    rf"|(?:(?P<of>{_UNIT})数)?(?P<unknown>{'|'.join(UNKNOWN)})"
)
_UNIT_BELOW: Final = {word: sign for sign, word in BELOW.items()}

Found = re.Match[str]


def read_figure(text: str) -> Parts:
    """Return the parts of the quantity that `text` is.

    Raises:
        ValueError: It is none.
    """
    if plain := _PLAIN.fullmatch(text):
        return {"value": Decimal(plain["arabic"]), "unit": plain["unit"]}
    for form, read in ((_ONE, _one), (_TWO, _two), (_NO_FIGURE, _no_figure)):
        if found := form.fullmatch(text):
            return read(found)
    raise ValueError(f"{text} is no figure")


def _one(found: Found) -> Parts:
    words = [found[name] for name in ("before", "inside", "late", "within", "after")]
    word, *more = [word for word in words if word] or [""]
    if more:
        raise ValueError(f"{word} and {more[0]} say different things")
    parts = _arabic(found) if found["arabic"] else _chinese(found, word)
    qualifier = parts.get("qualifier", QUALIFIERS.get(word, Qualifier.EXACT))
    usual = USUAL[qualifier] == word
    return {"qualifier": qualifier, "word": "" if usual else word, **parts}


def _arabic(found: Found) -> Parts:
    digits, scale = re.sub("[, ]", "", found["arabic"]), found["scale"]
    value = Decimal(digits).scaleb(SCALES[scale])
    if (
        scale
        and (found["inside"] or found["late"])
        and digits.endswith("0") == bool(found["late"])
    ):
        # 10余万 may be nearly 20万, 10万余 hardly more than 10万: that is told in full.
        if found["inside"]:
            raise ValueError(f"{digits} leaves no room for {found['inside']} before {scale}")
        scale = ""
    return {"value": value, "unit": found["unit"], "scale": scale}


def _chinese(found: Found, word: str) -> Parts:
    unit, scale = _unit(found["below"], found["unit"]), found["myriad"]
    parts: Parts = {"unit": unit, "style": NumeralStyle.CHINESE, "scale": scale}
    pair = numerals.adjacent(found["chinese"])
    if pair and not word:
        low, high = map(Decimal, pair)
        return parts | {
            "value": low,
            "upper": high,
            "qualifier": Qualifier.RANGE,
            "word": ADJACENT,
        }
    number = _number(found["chinese"], bare=bool(found["below"] or found["before"]))
    return parts | {"value": number.scaleb(SCALES[scale])}


def _two(found: Found) -> Parts:
    unit = _unit(found["below"] or found["low_below"], found["unit"])
    if found["low_unit"] not in {"", unit} or bool(found["low"]) != bool(found["high"]):
        raise ValueError(f"{found['low_unit']} is not {unit}")
    sign = SPANS[found["span"]]
    parts = _two_arabic(found) if found["low"] else _two_chinese(found)
    return parts | {
        "unit": unit,
        "qualifier": Qualifier.RANGE,
        "word": "" if sign == USUAL[Qualifier.RANGE] else sign,
    }


def _two_arabic(found: Found) -> Parts:
    scale, low_scale = found["scale"], found["low_scale"]
    low, high = (Decimal(re.sub("[, ]", "", found[end])) for end in ("low", "high"))
    high = high.scaleb(SCALES[scale])
    if not low_scale and not found["low_unit"] and low.scaleb(SCALES[scale]) < high:
        low_scale = scale  # 13～17万元 begins at 130,000
    low = low.scaleb(SCALES[low_scale])
    return {"value": low, "upper": high, "scale": scale if scale == low_scale else ""}


def _two_chinese(found: Found) -> Parts:
    bare = bool(found["low_below"])
    low, high = (_number(found[end], bare=bare) for end in ("low_chinese", "high_chinese"))
    for name in ("万", "亿"):
        shifted = low.scaleb(SCALES[name])
        if found["high_chinese"].endswith(name) and not found["low_unit"] and shifted < high:
            low = shifted  # 三至五万元 begins at 30,000
    return {"value": low, "upper": high, "style": NumeralStyle.CHINESE}


def _no_figure(found: Found) -> Parts:
    if word := found["unknown"]:
        return {"unit": found["of"] or "", "status": UNKNOWN[word]}
    unit = _unit(found["below"], found["unit"])
    return {"unit": unit, "scale": found["scale"], "status": Status.MASKED}


def _unit(below: str | None, unit: str) -> str:
    if below and unit:
        raise ValueError(f"{below} has its unit already, not {unit}")
    return _UNIT_BELOW[below] if below else unit


def _number(text: str, *, bare: bool) -> Decimal:
    # 百分之百 and 近百 leave the 一 before 百 unsaid.
    return Decimal(100) if bare and text == "百" else numerals.from_chinese(text)
