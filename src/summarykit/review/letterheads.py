"""R01: the number of a document below its red head (GB/T 9704-2012, 7.2.5)."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, message
from summarykit.review.casting import NUMBER_OF_DOCUMENT
from summarykit.review.remarks import ERROR, Remark, View, differs
from summarykit.review.roles import Role
from summarykit.review.units import quoted

_RIGHT: Final = re.compile(r"[\u4e00-\u9fff]{1,12}〔20\d\d〕[1-9]\d*号")


def check(view: View) -> Iterator[Remark]:
    """Yield what is wrong with the number of the document, where there is one."""
    for para in view.word.paragraphs:
        if para.role is not Role.LETTERHEAD:
            continue
        found = NUMBER_OF_DOCUMENT.search(para.text.replace("\u3000", " "))
        if found and not _RIGHT.fullmatch(found.group().strip()):
            expected = message("a number such as 云教〔2024〕5号")
            what = message("the number of the document")
            said = differs(what, expected, quoted(found.group().strip()))
            yield Remark(Code.R01, ERROR, para.spot, said)
