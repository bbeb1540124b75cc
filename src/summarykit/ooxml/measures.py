"""Lengths that carry a unit, as whole numbers in the unit of their attribute.

Word writes `w:top="2098"`, which is in twips; other programs may write `w:top="104.9pt"`
(ISO/IEC 29500-1, 22.9.2.15, ST_UniversalMeasure). Made alike once, nobody else need know.
"""

import re
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.ooxml.elements import MAIN, local, w

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
