"""Names of WordprocessingML, and what an element says as a flat table of words."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml.etree import _Element as Element

MAIN: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
THEMED: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# Some programs write the strict form of the format, whose namespaces are these.
STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", MAIN[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATED[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", DRAWN[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", THEMED[1:-1].encode()),
)
_OFF: Final = frozenset({"0", "false", "off"})
Table = Mapping[str, str]
"""Properties by name: `jc`, `spacing@line`, `numPr@numId`."""


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{MAIN}{name}"


def local(name: str) -> str:
    """Return a full name without its namespace."""
    return name.rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of `element`, empty text where there is none."""
    return "" if element is None else str(element.get(w(name), ""))


def number(text: str, otherwise: int = 0) -> int:
    """Return the whole number of an attribute; Word writes `12.0` at times, and others `""`."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return otherwise


def is_number(text: str) -> bool:
    """Return whether an attribute is a number that `number` reads."""
    try:
        round(float(text))
    except (ValueError, OverflowError):
        return False
    return True


def is_on(table: Table, name: str, *, otherwise: bool = False) -> bool:
    """Return whether a property that is on or off is on."""
    found = table.get(name)
    return otherwise if found is None else found not in _OFF


def flat(properties: Element | None) -> dict[str, str]:
    """Return what the children of `properties` say, each attribute by its name."""
    found: dict[str, str] = {}
    for child in () if properties is None else _elements(properties):
        name = local(str(child.tag))
        if name == "numPr":
            found |= {f"numPr@{local(str(c.tag))}": value(c) for c in _elements(child)}
        elif not child.attrib:
            found[name] = "1"
        for key, said in child.attrib.items():
            attribute = local(str(key))
            found[name if attribute == "val" else f"{name}@{attribute}"] = str(said)
    return found


def _elements(parent: Element) -> Iterator[Element]:
    """Yield the children that are elements; comments and the like have no name."""
    return (child for child in parent if isinstance(child.tag, str))
