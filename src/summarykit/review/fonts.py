"""What is wrong with the type of some runs: font, size and weight, as sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from summarykit.diagnostics import Message, message
from summarykit.layout import Style
from summarykit.review.remarks import View, differs
from summarykit.review.units import font, size, switch
from summarykit.review.wordfile import Para, Run

T = TypeVar("T")
HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
LATIN: Final = re.compile("[0-9A-Za-z]")


def chinese_of(para: Para, start: int = 0, end: int | None = None) -> list[Run]:
    """Return the runs with Chinese characters that begin from `start` on and before `end`."""
    found: list[Run] = []
    at = len(para.number)
    for run in para.runs:
        stop = at + len(run.text)
        within = run.text[max(0, start - at) : None if end is None else max(0, end - at)]
        if stop > start and HAN.search(within) and not run.look.hidden:
            found.append(run if within == run.text else Run(within, run.look))
        at = stop
    return found


def wrong_fonts(
    runs: Iterable[Run], view: View, style: Style, what: Message
) -> Iterator[Message]:
    """Yield a sentence for each font that is not the one of `style`."""
    expected = view.layout.fonts.by_role(style.font).name
    names = view.names(style.font)
    for found in _each(
        run.look.chinese for run in runs if run.look.chinese.casefold() not in names
    ):
        yield differs(message("the font of {what}", what=what), expected, font(found))


def wrong_sizes(
    runs: Iterable[Run], style: Style, what: Message, others: Sequence[int] = ()
) -> Iterator[Message]:
    """Yield a sentence for each size that is neither that of `style` nor among `others`."""
    right = {style.half_points, *others}
    for found in _each(run.look.half_points for run in runs):
        if found not in right:
            said = message("the size of {what}", what=what)
            yield differs(said, size(style.half_points), size(found))


def wrong_bold(runs: Sequence[Run], style: Style, what: Message) -> Iterator[Message]:
    """Yield a sentence if most of the text is bold where `style` is not, or the reverse."""
    signs = sum(len(run.text) for run in runs)
    bold = sum(len(run.text) for run in runs if run.look.bold)
    if signs and (2 * bold > signs) != style.bold:
        said = message("the type of {what}", what=what)
        yield differs(said, switch(on=style.bold), switch(on=not style.bold))


def _each(values: Iterable[T]) -> list[T]:
    """Return each value once, in order."""
    return list(dict.fromkeys(values))
