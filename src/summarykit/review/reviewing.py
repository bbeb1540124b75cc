"""A finished Word file against a layout: every rule that needs no rendering."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.layout import Layout
from summarykit.review import (
    attached,
    blanks,
    body,
    footers,
    headings,
    letterheads,
    pages,
    signing,
    tables,
    titles,
    traces,
    typography,
)
from summarykit.review.casting import cast
from summarykit.review.opening import opened
from summarykit.review.reading import read
from summarykit.review.remarks import Remark, View, findings_of

_FAMILIES: Final = (
    pages,
    titles,
    body,
    blanks,
    headings,
    signing,
    attached,
    footers,
    letterheads,
    tables,
    typography,
    traces,
)


def review(data: bytes, layout: Layout, source: str | None = None) -> tuple[Finding, ...]:
    """Return what in the Word file `data` is not as `layout` wants it, by rule.

    A file that cannot be opened is a finding too; `source` is the name findings give it.
    """
    package = opened(data, source)
    if isinstance(package, Finding):
        return (package,)
    word = read(package)
    if not any(para.text.strip() for para in word.texts):
        said = message("there is no text in the file")
        return (Finding(Severity.ERROR, Code.FILE_EMPTY, said, Place(source)),)
    cast(word, layout)
    return findings_of(_remarks(View(word, layout)), source)


def _remarks(view: View) -> Iterator[Remark]:
    for family in _FAMILIES:
        yield from family.check(view)
