"""B12: the font of digits and letters, one throughout (the layout, and what is usual)."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.review.body import name_of, style_of
from summarykit.review.fonts import LATIN
from summarykit.review.remarks import WARNING, Remark, View, differs
from summarykit.review.roles import FLOWING, Role
from summarykit.review.units import font
from summarykit.review.wordfile import Para

_UNCHECKED: Final = frozenset({Role.BLANK, Role.OTHER, Role.LETTERHEAD})
# In the type of the text, a number with its dot is as wide as one character (7.3.4), and titles
# are set in one type.
_EITHER: Final = frozenset({Role.NOTE, Role.TITLE, Role.ATTACHMENT_TITLE})


def check(view: View) -> Iterator[Remark]:
    """Yield where digits are set neither as the layout says nor, throughout, like the text."""
    text = view.names(view.layout.styles.body.font)
    everywhere = text if _are_like_text(view) else frozenset()
    for para in view.word.texts:
        if para.role in _UNCHECKED:
            continue
        style = style_of(para, view)
        names = view.names(style.latin) | everywhere
        if everywhere or para.role in _EITHER:
            names |= view.names(style.font)
        for found in _fonts(para):
            if found.casefold() not in names:
                name = name_of(para, view)
                what = message("the font of digits and letters in {what}", what=name)
                expected = view.layout.fonts.by_role(style.latin).name
                said = differs(what, expected, font(found))
                yield Remark(Code.B12, WARNING, para.spot, said)


def _fonts(para: Para) -> Iterator[str]:
    """Yield the font of each run that has digits or letters."""
    for run in para.runs:
        if LATIN.search(run.text) and not run.look.hidden:
            yield run.look.latin


def _are_like_text(view: View) -> bool:
    """Return whether all digits of the text are in its own type, as the standard has it."""
    names = view.names(view.layout.styles.body.font)
    text = (para for para in view.word.paragraphs if para.role in FLOWING)
    found = {name.casefold() for para in text for name in _fonts(para)}
    return bool(found) and found <= names
