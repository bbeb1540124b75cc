"""The cover of a bound file: a page of its own before the title, of which no rule speaks."""

from collections.abc import Sequence
from typing import Final

from summarykit.review.wordfile import Para

_MOST_LINES: Final = 15
_LONGEST: Final = 45
_SENTENCE: Final = ("。", "；", "：", "，")


def cover_of(paragraphs: Sequence[Para]) -> Sequence[Para]:
    """Return the paragraphs of the cover, blank ones too; none where there is no cover.

    It is what stands before the first new page, if these are few short lines, some of them
    centred, no sentences, and the next page begins with a centred line as well: the title.
    """
    end = next(
        (at for at, para in enumerate(paragraphs) if _ends_page(paragraphs, at, para)), -1
    )
    page, below = paragraphs[: end + 1], paragraphs[end + 1 :]
    lines = [para for para in page if not para.is_blank]
    title = next((para for para in below if not para.is_blank), None)
    if not lines or len(lines) > _MOST_LINES or title is None:
        return ()
    if not _is_centred(title) or not any(map(_is_centred, lines)):
        return ()
    return page if all(map(_is_label, lines)) else ()


def _ends_page(paragraphs: Sequence[Para], at: int, para: Para) -> bool:
    after = paragraphs[at + 1 : at + 2]
    return para.ends_section or any(each.starts_page for each in after)


def _is_centred(para: Para) -> bool:
    return para.shape.align == "center"


def _is_label(para: Para) -> bool:
    text = "".join(para.text.split())
    return len(text) <= _LONGEST and not text.endswith(_SENTENCE)
