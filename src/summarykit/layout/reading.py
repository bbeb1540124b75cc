"""From the tables of a `layout.toml` to a `Layout`, or to what is wrong with them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.layout.lengths import SAID_FIRST, Length
from summarykit.layout.models import Layout
from summarykit.layout.pitches import Pitch

_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "length": "{found} is not a length",
        "pitch": "{found} is not a distance of lines",
        "absolute_length": "{found} counts characters where there is no text to measure by",
        "relative_length": "{found} does not count characters",
        "font_size": "{found} is not a font size: whole half points are needed",
        "number_form": "{found} does not show how a number looks",
        "no_room": "the margins leave no room for text",
        "no_width": "the spacing of {found} leaves a sign no width",
        "too_large": "not one sign of {found} has room on the page",
        "cover_counted": "{found} would count the cover, which has no number",
        "out_of_bounds": "{found} is not from {least} to {most}",
        "unfit_text": "character {code_point} is not text",
        "string_too_long": "{found} is too long",
        "too_short": "there is nothing here",
        "bool_type": "{found} is not true or false",
        "int_type": "{found} is not a whole number",
        "string_type": "{found} is not text",
        "tuple_type": "{found} is not a list",
        "model_type": "{found} is not a table",
    }
)
_JUDGED_WITH: Mapping[str, tuple[Path, ...]] = MappingProxyType(
    {
        "cover_counted": (("cover", "shown"),),
        "no_width": (("styles", "body", "size"), ("styles", "body", "spacing")),
        "too_large": (
            *(("styles", "body", key) for key in ("size", "spacing", "line")),
            *(("page", key) for key in ("width", "height", "top", "bottom", "left", "right")),
        ),
    }
)
_GAPS = ("least", "most", "code_point")
_LONGEST_SHOWN = 40
_SIZES = ("size", "unit_size", "tight_size")
_FIXED = ("28磅", "固定值28磅")
_PITCHES = ("28磅", "1.5倍", "单倍")
_EXAMPLES = ("三号", "16磅", "10.5磅")
_OF_LINES = message("write a distance of lines such as {distances}", distances=_PITCHES)
_HINTS: Mapping[str, Message] = MappingProxyType(
    {
        "relative_length": message("write how many characters: {written}", written="2字"),
        "font_size": message("write a size such as {sizes}", sizes=_EXAMPLES),
        "absolute_length": message(
            "write a number and a unit: {units}",
            units=tuple(unit for unit in SAID_FIRST if unit != "字"),
        ),
        "bool_type": message("write true or false, without quotation marks"),
        "unfit_text": message("delete it"),
        "number_form": message("write the first number as it looks, for example （一）"),
    }
)
_TYPES = frozenset(name for name in _SENTENCES if name.endswith("_type"))


def read_layout(
    table: Mapping[str, object], source: str
) -> tuple[Layout | None, tuple[Finding, ...]]:
    """Return the layout that `table` describes, and every finding; an error leaves none.

    `table` holds the tables of one `layout.toml`, or of several merged key by key; `source` is
    the file the findings name.
    """
    try:
        return Layout.model_validate(table), ()
    except ValidationError as errors:
        details = errors.errors(include_url=False)
        return None, tuple(_findings(details, table, source))


def judged_with(finding: Finding) -> tuple[Path, ...]:
    """Return the settings that a finding is about besides the one that it names."""
    said = (kind for kind, words in _SENTENCES.items() if words == finding.message.text)
    return _JUDGED_WITH.get(next(said, ""), ())


def _findings(
    details: list[ErrorDetails], table: Mapping[str, object], source: str
) -> Iterator[Finding]:
    for detail in details:
        path = detail["loc"]
        # What a style took from `body` is reported there, once.
        of_other_style = path[:1] == ("styles",) and path[1:2] not in {(), ("body",)}
        if of_other_style and not _stands_in(table, path):
            continue
        found = _finding(detail, Place(source=source, path=path))
        is_large = detail["type"] == "too_large"
        yield (is_large and _of_high_lines(table, found.at)) or found


def _of_high_lines(table: Mapping[str, Any], at: Place) -> Finding | None:
    """Return that a style's lines are higher than the page, if it is they that have no room."""
    styles, page, name = table["styles"], table["page"], str(at.path[-1])
    owner = name if "line" in styles.get(name, {}) else "body"
    sized = name if "size" in styles.get(name, {}) else "body"
    height, *margins = (Length.read(page[key]).twips for key in ("height", "top", "bottom"))
    pitch = Pitch.read(styles[owner]["line"])
    if pitch.over(Length.read(styles[sized]["size"]).twips) <= height - sum(margins):
        return None
    said = message("one line of {found} is higher than the page", found=styles[owner]["line"])
    place = Place(source=at.source, path=("styles", owner, "line"))
    return _error(Code.WRONG_VALUE, said, place, _OF_LINES)


def _stands_in(table: object, path: Path) -> bool:
    for step in path:
        if not isinstance(table, Mapping) or step not in table:
            return False
        table = table[step]
    return True


def _finding(detail: ErrorDetails, place: Place) -> Finding:
    kind, found = detail["type"], _shown(detail["input"])
    if kind == "extra_forbidden":
        return _unknown_key(place)
    if kind == "missing":
        return _error(
            Code.MISSING_FIELD, message("{key} is missing", key=place.path[-1]), place
        )
    gaps = detail.get("ctx", {})
    if "style" in gaps:  # judged with the page, when all else is in order
        found = str(gaps["style"])
        place = Place(source=place.source, path=("styles", found))
    if kind == "cover_counted":  # judged with the cover, when all else is in order
        found = str(gaps["form"])
        place = Place(source=place.source, path=("page_number", "form"))
    gaps = {name: gaps[name] for name in _GAPS if name in gaps}
    sentence = message(_SENTENCES.get(kind, "{found} is not allowed here"), found=found, **gaps)
    return _error(_code(kind), sentence, place, _hint(detail))


def _code(kind: str) -> Code:
    if kind == "unfit_text":
        return Code.TEXT_REFUSED
    return Code.WRONG_TYPE if kind in _TYPES else Code.WRONG_VALUE


def _hint(detail: ErrorDetails) -> Message | None:
    match detail["type"]:
        case "length" | "pitch":
            return _length_hint(detail)
        case "int_type":
            return _number_hint(detail["input"])
        case "string_pattern_mismatch":
            return _gap(detail)
        case "literal_error":
            return message("allowed: {allowed}", allowed=_allowed(detail))
        case kind:
            return _HINTS.get(kind)


def _number_hint(found: object) -> Message | None:
    """Return the number that stands in quotation marks, or before 行, 字 or 号."""
    digits = re.match(r"\s*(\d+)", str(found)) if isinstance(found, str) else None
    return (
        message("write the number alone: {written}", written=int(digits[1])) if digits else None
    )


def _length_hint(detail: ErrorDetails) -> Message:
    """Return the length that is meant, where it is in full-width signs or a number alone."""
    found, sized = detail["input"], detail["loc"][-1] in _SIZES
    of_lines = detail["type"] == "pitch"
    said = str(found).replace("个字", "字")
    plain = _plain(said) or (_plain_pitch(said) if of_lines else None)
    if plain is not None:
        return message('write "{found}"', found=plain)
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", str(found)):
        units = ("磅",) if sized or of_lines else ("毫米", "磅")
        written = tuple(f'"{found}{unit}"' for unit in units)
        return message("write the unit, too, in quotation marks: {written}", written=written)
    if of_lines and "最小" in str(found):
        return message("a fixed distance is meant: write {distances}", distances=_FIXED)
    if of_lines:
        return _OF_LINES
    if sized:
        return message("write a size such as {sizes}", sizes=_EXAMPLES)
    return message("write a number and a unit: {units}", units=SAID_FIRST)


def _plain(found: str) -> str | None:
    """Return a length in ASCII signs without what people write around it, if that is one."""
    plain = re.sub(r"^(?:约|固定值)|左右$|[\s。；，]", "", unicodedata.normalize("NFKC", found))
    try:
        Length.read(plain)
    except ValueError:
        return None
    return plain


def _plain_pitch(found: str) -> str | None:
    """Return so many lines in ASCII signs, if that is what was found: １.５倍, 1.5行."""
    said = re.sub(r"\s", "", unicodedata.normalize("NFKC", found))
    lines = re.fullmatch(r"(?:约|多倍)?([0-9]+(?:\.[0-9]+)?)(?:倍|行|倍行)(?:距|间距)?", said)
    try:
        return str(Pitch.read(f"{lines[1]}倍")) if lines else None
    except ValueError:
        return None


def _gap(detail: ErrorDetails) -> Message:
    """Return what is to be written where words are not of the right form."""
    pattern = str(detail.get("ctx", {}).get("pattern", ""))
    if "A-F" in pattern:
        return message("write six digits for red, green and blue, for example C00000")
    if "organisation" in pattern:
        return message("write {gap} where the name goes", gap="{organisation}")
    return message("write {gap} where the number goes", gap="{page}")


def _allowed(detail: ErrorDetails) -> tuple[str, ...]:
    expected = str(detail.get("ctx", {}).get("expected", "")).replace("'", "")
    return tuple(expected.replace(" or ", ", ").split(", "))


def _shown(value: object) -> object:
    """Return `value` as a layout file spells it; what is long is only hinted at."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping | list | tuple):
        return "[…]"
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        return f"{value[:_LONGEST_SHOWN]}…"
    return value


def _unknown_key(place: Place) -> Finding:
    key = str(place.path[-1])
    near = get_close_matches(key, _known(place.path[:-1]), n=1)
    hint = message("did you mean {name}?", name=near[0]) if near else None
    sentence = message("{key} is not a setting of a layout", key=key)
    return _error(Code.UNKNOWN_KEY, sentence, place, hint)


def _known(path: Path) -> list[str]:
    model: type[BaseModel] = Layout
    for step in path:
        inner: Any = model.model_fields[str(step)].annotation
        model = inner
    return list(model.model_fields)


def _error(code: Code, text: Message, at: Place, hint: Message | None = None) -> Finding:
    return Finding(Severity.ERROR, code, text, at, hint)
