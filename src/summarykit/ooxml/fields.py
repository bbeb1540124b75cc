"""The fields of a part of a Word file, such as page numbers, and their codes."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from summarykit.ooxml.elements import value, w


def fields_of(part: Element) -> Iterator[tuple[Element, str]]:
    """Yield where each field begins and its code, however many runs that is spread over."""
    open_fields: list[tuple[Element, list[str]]] = []
    for each in part.iter(w("fldChar"), w("instrText"), w("fldSimple")):
        kind = value(each, "fldCharType")
        if each.tag == w("fldSimple"):
            yield each, value(each, "instr")
        elif each.tag == w("instrText") and not open_fields:
            yield each, each.text or ""
        elif each.tag == w("instrText"):
            open_fields[-1][1].append(each.text or "")
        elif kind == "begin":
            open_fields.append((each, []))
        elif kind == "end" and open_fields:
            at, codes = open_fields.pop()
            yield at, "".join(codes)
    yield from ((at, "".join(codes)) for at, codes in open_fields)
