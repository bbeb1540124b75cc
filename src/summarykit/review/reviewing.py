"""A finished Word file against a layout: every rule, those on rendered pages if asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.document import Document
from summarykit.layout import Layout
from summarykit.ooxml.opening import opened
from summarykit.review import (
    attached,
    blanks,
    body,
    digits,
    footers,
    headings,
    letterheads,
    pages,
    private,
    sheets,
    signing,
    tables,
    titles,
    traces,
    typography,
)
from summarykit.review.casting import cast
from summarykit.review.files import is_text, no_document
from summarykit.review.prose import edited_figures
from summarykit.review.prose.masking import around, names_of, unnamed
from summarykit.review.prose.passages import Prose, of_lines, of_word
from summarykit.review.prose.reviewing import slips_of
from summarykit.review.prose.slips import Slip
from summarykit.review.reading import read
from summarykit.review.remarks import FILE, INFO, Remark, View, findings_of
from summarykit.review.rendering import missing_programs, rendered

_NO_PAGES: Final = (
    Remark(
        Code.X02, INFO, FILE, message("the pages are not looked at: plain text has no pages")
    ),
)
_FAMILIES: Final = (
    pages,
    titles,
    body,
    digits,
    blanks,
    headings,
    signing,
    attached,
    footers,
    letterheads,
    tables,
    typography,
    private,
    traces,
)


def review(
    data: bytes,
    layout: Layout,
    source: str | None = None,
    *,
    render: bool = False,
    document: Document | None = None,
) -> tuple[Finding, ...]:
    """Return what in the Word file `data` is not as `layout` wants it, by rule, and its slips.

    Of plain text and Markdown (`is_text`), only the words are looked at. With
    the `document` that a record makes, the figures of the file are held against it.

    A file that cannot be opened is a finding too; `source` is the name findings give it. With
    `render`, LibreOffice sets the pages and they are looked at, too; where it is not installed,
    a remark says so. A document of 5 000 characters takes about 0.1 s of CPU without that, and
    a longer one as much more as it is longer.
    """
    if is_text(data, source):
        return _of_text(data, source, document, render=render)
    package = opened(data, source)
    if isinstance(package, Finding):
        return (no_document(package),)
    word = read(package)
    if not any(para.text.strip() for para in word.texts):
        said = message("there is no text in the file")
        return (Finding(Severity.ERROR, Code.FILE_EMPTY, said, Place(source)),)
    cast(word, layout)
    view = View(word, layout)
    pages_too = _of_pages(data, view) if render else ()
    prose = of_word(word)
    slips = (*slips_of(prose), *_edited(prose, document))
    return _said((*_remarks(view), *pages_too), slips, source)


def prose_of(data: bytes, layout: Layout, source: str | None = None) -> Prose:
    """Return the passages of a file, none of one that cannot be read."""
    if is_text(data, source):
        return of_lines(data.decode("utf-8-sig", "replace"))
    package = opened(data, source)
    if isinstance(package, Finding):
        return Prose(())
    word = read(package)
    cast(word, layout)
    return of_word(word)


def _edited(prose: Prose, document: Document | None) -> Iterator[Slip]:
    return iter(()) if document is None else edited_figures.check(prose, document)


def _said(
    remarks: Iterable[Remark], slips: tuple[Slip, ...], source: str | None
) -> tuple[Finding, ...]:
    """Return the remarks and the slips as findings, none of which has the name of a child."""
    names = names_of(slips)
    everything = chain(remarks, (_remark(slip, names) for slip in slips))
    return findings_of((unnamed(each, names) for each in everything), source)


def _of_pages(data: bytes, view: View) -> Iterator[Remark]:
    """Yield what is wrong with the rendered pages, or that there are none to look at."""
    if missing := missing_programs():
        said = message("the pages are not looked at: there is no {names} here", names=missing)
        yield Remark(Code.X02, INFO, FILE, said)
        return
    shown = rendered(data)
    if not shown:
        said = message("the pages are not looked at: LibreOffice could not set them")
        yield Remark(Code.X02, INFO, FILE, said)
    yield from sheets.check(view, shown)


def _remarks(view: View) -> Iterator[Remark]:
    for family in _FAMILIES:
        yield from family.check(view)


def _remark(slip: Slip, names: tuple[str, ...]) -> Remark:
    spot = replace(slip.passage.spot, words=around(slip, names))
    return Remark(slip.code, slip.severity, private.without_numbers(spot), slip.said)


def _of_text(
    data: bytes, source: str | None, document: Document | None, *, render: bool
) -> tuple[Finding, ...]:
    """Return what is wrong with the words of plain text or Markdown."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        said = message("this file is no text in UTF-8; it may be in GBK")
        hint = message("save it as UTF-8: in Notepad choose Save as, and UTF-8 as the encoding")
        place = Place(source, data.count(b"\n", 0, error.start) + 1)
        return (Finding(Severity.ERROR, Code.FILE_NOT_TEXT, said, place, hint),)
    if not text.strip():
        said = message("there is no text in the file")
        return (Finding(Severity.ERROR, Code.FILE_EMPTY, said, Place(source)),)
    prose = of_lines(text)
    slips = (*slips_of(prose, lines=True), *_edited(prose, document))
    return _said(_NO_PAGES if render else (), slips, source)
