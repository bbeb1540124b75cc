"""What people ask for that no setting says: 每页行数, 版心; worked out of those that do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Message, message
from summarykit.layout import Pitch
from summarykit.layout.lengths import TWIPS, Length
from summarykit.packs.places.paths import LAYOUT, REFERENCE
from summarykit.packs.reference.furnishing import furniture_of
from summarykit.packs.reference.laying import level_of
from summarykit.packs.settings.declared_files import DeclaredFiles
from summarykit.packs.tools.key_names import BODY, STYLES, Key
from summarykit.packs.tools.opened import OpenPack, Setting
from summarykit.packs.tools.value_names import spoken

_WIDTH: Final[tuple[Key, ...]] = (("page", "width"), ("page", "left"), ("page", "right"))
_HEIGHT: Final[tuple[Key, ...]] = (("page", "height"), ("page", "top"), ("page", "bottom"))
_LINE: Final = (STYLES, BODY, "line")
_SIZE: Final = (STYLES, BODY, "size")
_SPACING: Final = (STYLES, BODY, "spacing")
_STRIPS: Final = ("页眉页脚", "页眉", "页脚", "信头")
"""What is drawn in Word, and no setting says."""
_SIDES: Final[tuple[Key, ...]] = (("page_number", "position"), ("page", "mirror"))
_FOOTER: Final[tuple[Key, ...]] = (
    ("page", "bottom"),
    ("page", "footer"),
    (STYLES, "footer", "line"),
)
_DATE: Final[tuple[Key, ...]] = (
    ("signature", "right"),
    ("signature", "date_offset"),
    ("signature", "sealed_right"),
)


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from settings: how it is worked out, and the settings that decide it."""

    name: str
    said: Message
    settings: tuple[Setting, ...]


def derived(pack: OpenPack, asked: str) -> Derived | None:
    """Return what people call `asked`, if it follows from settings of the layout."""
    bare = "".join(asked.replace("的", "").split())
    if bare in _STRIPS:
        height = pack.settings(LAYOUT).get(("page", "footer"))
        beside = (height,) if height and bare == "页脚" else ()
        return Derived(_STRIPS[0], _of_strips(pack), beside)
    for names, keys, said in _DERIVED:
        if bare in names:
            settings = pack.settings(LAYOUT)
            found = tuple(settings[key] for key in keys if key in settings)
            return Derived(names[0], said(settings), found)
    return None


def derived_names() -> tuple[tuple[str, ...], ...]:
    """Return the names of all that can be worked out, the one to show first."""
    return (*(names for names, _, _ in _DERIVED), _STRIPS)


def _of_strips(pack: OpenPack) -> Message:
    """Return which file the headers and footers are drawn in."""
    read = DeclaredFiles(pack.lineage).read(LAYOUT)
    level = level_of(pack.lineage)
    if read is None or level is None:
        return message("(none: there is no {file})", file=REFERENCE)
    source = pack.lineage.packs[level].source(REFERENCE)
    if not furniture_of(read).pages:
        return message("(none in {source})", source=source)
    return message("drawn in Word ← {source}", source=source)


Found = Mapping[Key, Setting]


def _twips(found: Found, key: Key) -> int:
    return Length.read(str(found[key].value)).twips


def _room(found: Found, keys: tuple[Key, ...]) -> int:
    whole, *margins = (_twips(found, key) for key in keys)
    return whole - sum(margins)


def _millimetres(twips: int) -> str:
    return f"{float(round(twips / TWIPS['mm'], 1)):g}毫米"


def _points(twips: int) -> str:
    return f"{float(twips / TWIPS['pt']):g}磅"


def _of_height(found: Found) -> Message:
    height = _millimetres(_room(found, _HEIGHT))
    return message("{height} = height of the paper − top margin − bottom margin", height=height)


def _of_width(found: Found) -> Message:
    width = _millimetres(_room(found, _WIDTH))
    return message("{width} = width of the paper − left margin − right margin", width=width)


def _of_type_area(found: Found) -> Message:
    return message(
        "width {width}, height {height} = paper − margins",
        width=_millimetres(_room(found, _WIDTH)),
        height=_millimetres(_room(found, _HEIGHT)),
    )


def _of_lines(found: Found) -> Message:
    height = _room(found, _HEIGHT)
    line = Pitch.read(str(found[_LINE].value)).over(_twips(found, _SIZE))
    return message(
        "{count} = height of the type area {height} ÷ distance of lines {line},"
        " whole lines only",
        count=height // line,
        height=_millimetres(height),
        line=_points(line),
    )


def _of_characters(found: Found) -> Message:
    width, size, spacing = _room(found, _WIDTH), _twips(found, _SIZE), _twips(found, _SPACING)
    return message(
        "{count} = width of the type area {width} ÷ one character {cell} (size {size}, spacing"
        " {spacing}), whole characters only",
        count=width // (size + spacing),
        width=_millimetres(width),
        cell=_points(size + spacing),
        size=_points(size),
        spacing=_points(spacing),
    )


def _of_sides(found: Found) -> Message:
    position, mirror = (found[key] for key in _SIDES)
    return message(
        "page numbers: {position}; margins of odd and even pages mirrored: {mirror}",
        position=spoken(position.keys, position.value) or str(position.value),
        mirror=spoken(mirror.keys, mirror.value) or str(mirror.value),
    )


def _of_footer(found: Found) -> Message:
    bottom, footer = (_twips(found, key) for key in _FOOTER[:2])
    own, size = (found.get((STYLES, "footer", key)) for key in ("line", "size"))
    sized = Length.read(str((size or found[_SIZE]).value)).twips
    line = Pitch.read(str((own or found[_LINE]).value)).over(sized)
    return message(
        "{gap} = bottom margin − page number to the edge {footer} − its line {line}; to the"
        " middle of that line, where dashes stand, {dash}",
        gap=_millimetres(bottom - footer - line),
        footer=_millimetres(footer),
        line=_points(line),
        dash=_millimetres(bottom - footer - line // 2),
    )


def _of_date(found: Found) -> Message:
    right, offset, sealed = (str(found[key].value) for key in _DATE)
    return message(
        "sealed, the date keeps {sealed} from the right; unsealed, the longer of the two lines"
        " decides: the organisation keeps {right}, and the date begins {offset} further right",
        sealed=sealed,
        right=right,
        offset=offset,
    )


_DERIVED: Final[
    tuple[tuple[tuple[str, ...], tuple[Key, ...], Callable[[Found], Message]], ...]
] = (
    (("每页行数", "每页多少行", "行数", "每面行数"), (*_HEIGHT, _LINE), _of_lines),
    (
        ("每行字数", "每行多少字", "一行字数", "每行字符数"),
        (*_WIDTH, _SIZE, _SPACING),
        _of_characters,
    ),
    (("版心", "版心尺寸", "版心大小"), (*_WIDTH, *_HEIGHT), _of_type_area),
    (("页码距版心", "页码距正文", "页码到版心", "页码距版心下边缘"), _FOOTER, _of_footer),
    (("日期右空", "成文日期右空"), _DATE, _of_date),
    (("版心宽", "版心宽度"), _WIDTH, _of_width),
    (("版心高", "版心高度"), _HEIGHT, _of_height),
    (
        ("奇偶页不同", "奇偶页", "单双页", "单双页不同", "单页居右双页居左"),
        _SIDES,
        _of_sides,
    ),
)
