"""What can be read in headers and footers that were drawn in Word."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from summarykit.layout import Strip

_END: Final = "</w:p>"
_WORDS: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)")
_DESCRIBED: Final = re.compile(r'<wp:docPr [^>]*?descr="([^"]*)"')
_DRAWN: Final = re.compile(r"<w:drawing[ >]|<mc:")


def texts_of(strip: Strip) -> Iterator[str]:
    """Yield the text of each paragraph, and the words for the pictures."""
    whole = strip.before + strip.number + strip.after
    for paragraph in whole.split(_END):
        if words := "".join(_WORDS.findall(paragraph)).strip():
            yield unescape(words)
    yield from map(unescape, filter(None, _DESCRIBED.findall(whole)))


def shows_more(strip: Strip) -> bool:
    """Return whether it shows something besides lines and its page number."""
    around = Strip(strip.before, "", strip.after)
    return bool(_DRAWN.search(strip.before + strip.after)) or any(texts_of(around))
