"""Lengths that carry a unit, as whole numbers in the unit of their attribute.

Word writes `w:top="2098"`, which is in twips; other programs may write `w:top="104.9pt"`
(ISO/IEC 29500-1, 22.9.2.15, ST_UniversalMeasure). Made alike once, nobody else need know.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.ooxml.elements import MAIN, is_number, local, value, w

_POINTS: Final = MappingProxyType(
    {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
)
_MEASURE: Final = re.compile(
    r"\s*(?P<size>-?[0-9]{1,9}(?:\.[0-9]{1,12})?)(?P<unit>pt|pc|pi|in|cm|mm)\s*"
)
_SHARE: Final = re.compile(r"\s*(?P<size>-?[0-9]{1,9}(?:\.[0-9]{1,12})?)%\s*")
_TWIPS: Final = 20
_HALF_POINTS: Final = 2
_FIFTIETHS: Final = 50
_OF_TABLES: Final = (
    "tblW", "tblInd", "tblCellSpacing", "tcW", "wBefore", "wAfter",
    "top", "left", "start", "bottom", "right", "end",
)  # fmt: skip
"""What has its length in `w:w`, and in `w:type` what kind of length that is."""
_UNITS: Final = MappingProxyType(
    {
        **dict.fromkeys(
            map(w, ("pgSz", "pgMar", "ind", "spacing", "cols", "col", "framePr", "tab",
                    "gridCol", "trHeight", "defaultTabStop", "tblpPr", "lnNumType", "docGrid",
                    *_OF_TABLES)),
            _TWIPS,
        ),
        **dict.fromkeys(
            map(w, ("sz", "szCs", "kern", "position", "hps", "hpsRaise", "hpsBaseText")),
            _HALF_POINTS,
        ),
    }
)  # fmt: skip
"""How many units of an element make a point."""
_PLACED: Final = MappingProxyType(
    {
        "pgSz": ("w", "h"),
        "pgMar": ("top", "bottom", "left", "right", "header", "footer", "gutter"),
        "cols": ("num", "space"),
        "docGrid": ("linePitch", "charSpace"),
        "ind": ("left", "leftChars", "right", "rightChars", "start", "startChars", "end",
                "endChars", "firstLine", "firstLineChars", "hanging", "hangingChars"),
        "spacing": ("val", "before", "beforeLines", "after", "afterLines", "line"),
        **dict.fromkeys(("sz", "szCs", "kern", "position"), ("val",)),
    }
)  # fmt: skip
"""The lengths of a page and of a style, by their elements."""
_LONGEST_SHOWN: Final = 20


def take_out_unread(root: Element) -> Iterator[str]:
    """Take out the lengths of pages and styles that are none, and yield each as it is written.

    One that stayed would be read as 0: a margin of `3公分`, whose unit nobody knows, as none.
    """
    for element in list(root.iter(*map(w, _PLACED))):
        name = local(str(element.tag))
        for attribute in _PLACED[name]:
            said = value(element, attribute).strip()
            if said and not is_number(said):
                del element.attrib[w(attribute)]
                yield f'w:{name} w:{attribute}="{said[:_LONGEST_SHOWN]}"'
                if not element.attrib and (parent := element.getparent()) is not None:
                    parent.remove(element)  # an element that says nothing else is on


def count_lengths(root: Element) -> None:
    """Write the lengths of a part that have a unit as the whole numbers that Word writes."""
    for element in root.iter(*_UNITS):
        for name, said in element.attrib.items():
            key = str(name)
            if key.startswith(MAIN) and not str(said)[-1:].isdigit():
                _count(element, key, str(said))


def _count(element: Element, name: str, said: str) -> None:
    in_table = local(str(element.tag)) in _OF_TABLES
    if in_table and name != w("w"):  # the sides of a border are called so too
        return
    if found := _MEASURE.fullmatch(said):
        factor, kind = _UNITS[str(element.tag)] * _POINTS[found["unit"]], "dxa"
    elif in_table and (found := _SHARE.fullmatch(said)):
        factor, kind = _FIFTIETHS, "pct"
    else:
        return
    element.set(name, str(round(float(found["size"]) * factor)))
    if in_table:
        # What the length says of its kind counts, not what stands beside it (17.4.87).
        element.set(w("type"), kind)
