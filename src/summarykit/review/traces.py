"""V03 and X03: what should not travel with a file, and what is missing in it."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from summarykit.diagnostics import Code, message
from summarykit.ooxml.companions import companion
from summarykit.ooxml.elements import DRAWN, local, w
from summarykit.review.remarks import FILE, WARNING, Remark, View
from summarykit.review.roles import Role

_CHANGES: Final = tuple(
    map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"))
)
_OFFICE: Final = re.compile(
    "学校|小学|中学|幼儿园|学区|教学点|[局委厅府办部处室科站]|中心|教育|公司|集团|年级|[0-9一二三四五六七八九]班|组"
)
_DRAWING: Final = f"{DRAWN}docPr"


def check(view: View) -> Iterator[Remark]:
    """Yield what tells of how the file was made, and what readers who cannot see would lack."""
    document = view.word.package.parts[view.word.package.main]
    yield from _changes(document)
    yield from _pictures(document)
    yield from _comments(view)
    yield from _hidden(view)
    yield from _properties(view)
    for grid in view.word.grids:
        if not grid.caption and not grid.is_imprint:
            said = message("the table has no title for those who cannot see it")
            yield Remark(Code.X03, WARNING, grid.spot, said)


def _changes(document: Element) -> Iterator[Remark]:
    count = sum(1 for _ in document.iter(*_CHANGES))
    if count:
        said = message("tracked changes are left in the file: {count}", count=count)
        yield Remark(Code.V03, WARNING, FILE, said)


def _comments(view: View) -> Iterator[Remark]:
    part = companion(view.word.package, "comments")
    count = 0 if part is None else sum(1 for _ in part.iter(w("comment")))
    if count:
        said = message("comments are left in the file: {count}", count=count)
        yield Remark(Code.V03, WARNING, FILE, said)


def _hidden(view: View) -> Iterator[Remark]:
    for para in view.word.texts:
        if any(run.look.hidden and run.text.strip() for run in para.runs):
            said = message("there is hidden text")
            yield Remark(Code.V03, WARNING, para.spot, said)


def _properties(view: View) -> Iterator[Remark]:
    properties = view.word.package.part("docProps/core.xml")
    said_of = {
        local(str(each.tag)): (each.text or "").strip()
        for each in (() if properties is None else properties)
    }
    if not said_of.get("title"):
        said = message("the properties of the file have no title")
        yield Remark(Code.X03, WARNING, FILE, said)
    signed = "".join(p.text for p in view.word.paragraphs if p.role is Role.SIGNATURE)
    for name in dict.fromkeys((said_of.get("creator", ""), said_of.get("lastModifiedBy", ""))):
        if name and name not in signed and not _OFFICE.search(name):
            said = message("the properties of the file name {name} as author", name=name)
            yield Remark(Code.V03, WARNING, FILE, said)


def _pictures(document: Element) -> Iterator[Remark]:
    blind = sum(1 for each in document.iter(_DRAWING) if not each.get("descr", "").strip())
    if blind:
        said = message("pictures have no words for those who cannot see: {count}", count=blind)
        yield Remark(Code.X03, WARNING, FILE, said)
