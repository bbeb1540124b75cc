"""The page number of a header or footer: where it stands and how it is set."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from summarykit.ooxml.elements import flat, value, w
from summarykit.ooxml.fields import fields_of
from summarykit.ooxml.properties import Look, Shape, Styles

_GAPS: Final = {"PAGE": "{page}", "NUMPAGES": "{pages}"}
_LONGEST: Final = 100
_SIDES: Final = ("left", "center", "right")
_STRANGE: Final = tuple(map(w, ("tab", "ptab", "drawing", "pict", "object", "br", "cr", "sym")))


@dataclass(frozen=True, slots=True)
class NumberLook:
    """A page number as a layout may describe it: its side, what is around it, its type."""

    side: str
    form: str
    inset_hundredths: int
    inset: int
    """The blank beside it, in hundredths of a character or in twips."""
    look: Look
    shape: Shape


def counting_paragraph(part: Element) -> Element | None:
    """Return the first paragraph with a page number in it, the innermost of several."""
    for each, code in fields_of(part):
        if code.upper().split()[:1] == ["PAGE"]:
            return next(each.iterancestors(w("p")), None)
    return None


def number_look(paragraph: Element, styles: Styles) -> NumberLook | None:
    """Return how a page number is set, nothing where a layout has no words for it."""
    boxed = any(each.tag == w("txbxContent") for each in paragraph.iterancestors())
    in_table = any(each.tag == w("tc") for each in paragraph.iterancestors())
    strange = any(_has(paragraph, tag) for tag in _STRANGE)
    properties = paragraph.find(w("pPr"))
    style = value(None if properties is None else properties.find(w("pStyle")))
    shape = styles.shape(style, properties)
    side = flat(properties).get("framePr@xAlign") or shape.align
    form = "".join(_words(paragraph))
    if boxed or in_table or strange or side not in _SIDES or not _fits(form):
        return None
    first = next(_counting_runs(paragraph), None)
    look = styles.look(style, None if first is None else first.find(w("rPr")))
    at = {"left": ("left", "start"), "right": ("right", "end")}.get(side, ())
    chars = next((n for name in at if (n := shape.twips(f"ind@{name}Chars"))), 0)
    twips = next((n for name in at if (n := shape.twips(f"ind@{name}"))), 0)
    return NumberLook(side, form, chars, 0 if chars else twips, look, shape)


def _fits(form: str) -> bool:
    bare = form.replace("{pages}", "").replace("{page}", "", 1)
    return "{page}" in form and not set("{}") & set(bare) and len(form) <= _LONGEST


def _has(paragraph: Element, tag: str) -> bool:
    """Return whether one of the runs holds it; stops of tabs stand elsewhere."""
    above = (each.getparent() for each in paragraph.iter(tag))
    return any(parent is not None and parent.tag == w("r") for parent in above)


def _counting_runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs that show the number, before any other that has text."""
    runs = list(paragraph.iter(w("r")))
    coded = [run for run in runs if run.find(w("instrText")) is not None]
    simple = [run for each in paragraph.iter(w("fldSimple")) for run in each.iter(w("r"))]
    yield from (*coded, *simple, *runs)


def _words(paragraph: Element) -> Iterator[str]:
    """Yield the words as they stand, with a gap for each field instead of what it shows."""
    gaps = {at: _gap(code) for at, code in fields_of(paragraph)}
    inside = 0
    simple: set[Element] = set()
    for each in paragraph.iter(w("t"), w("fldChar"), w("instrText"), w("fldSimple")):
        yield gaps.get(each, "")
        if each.tag == w("fldSimple"):
            simple.update(each.iter(w("t")))
        elif each.tag == w("fldChar"):
            inside += {"begin": 1, "end": -1}.get(value(each, "fldCharType"), 0)
        elif each.tag == w("t") and inside <= 0 and each not in simple:
            yield each.text or ""


def _gap(code: str) -> str:
    name = next(iter(code.split()), "").upper()
    # What is no page number makes a form that no layout has.
    return _GAPS.get(name, "{" if name else "")
