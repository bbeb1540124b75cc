"""R01 and R02: what a red head is made of (GB/T 9704-2012, 7.2.5 and 7.2.6)."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.review.casting import NUMBER_OF_DOCUMENT
from summarykit.review.remarks import ERROR, WARNING, Remark, View, differs
from summarykit.review.roles import Role
from summarykit.review.units import quoted
from summarykit.review.wordfile import Para

_RIGHT: Final = re.compile(r"[\u4e00-\u9fff]{1,12}〔20\d\d〕[1-9]\d*号")
# What goes up to a superior office is called so (党政机关公文处理工作条例, 8).
_UPWARD: Final = ("报告", "请示")
_SIGNER: Final = re.compile(r"签发人\s*[：:]\s*\S")


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the head of the document, where there is one."""
    heads = [para for para in view.word.paragraphs if para.role is Role.LETTERHEAD]
    for para in heads:
        yield from _number(para)
    yield from _parts(heads, view)


def _number(para: Para) -> Iterator[Remark]:
    found = NUMBER_OF_DOCUMENT.search(para.text.replace("\u3000", " "))
    if found and not _RIGHT.fullmatch(found.group().strip()):
        expected = message("a number such as 云教〔2024〕5号")
        what = message("the number of the document")
        said = differs(what, expected, quoted(found.group().strip()))
        yield Remark(Code.R01, ERROR, para.spot, said)


def _parts(heads: list[Para], view: View) -> Iterator[Remark]:
    """Say what a red head lacks: its number, or who signs what goes to a superior office."""
    mark = next((para for para in heads if para.red), None)
    if mark is None:
        return
    if not any(NUMBER_OF_DOCUMENT.search(para.text.replace("\u3000", " ")) for para in heads):
        said = message("below the red head stands no number of the document")
        yield Remark(Code.R02, WARNING, mark.spot, said)
    titles = [para for para in view.word.paragraphs if para.role is Role.TITLE]
    title = "".join("".join(para.text.split()) for para in titles)
    # The head of a letter, which stands in a frame, has no signer (10.1).
    letter = any(name.startswith("framePr") for name in mark.shape.said)
    if title.endswith(_UPWARD) and not letter and not any(map(_is_signed, heads)):
        said = message("what goes to a superior office names who signs it (签发人)")
        yield Remark(Code.R02, WARNING, mark.spot, said)


def _is_signed(para: Para) -> bool:
    return _SIGNER.search(para.text) is not None
