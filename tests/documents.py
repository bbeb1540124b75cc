"""A notation for trees in tests, and the national layout.

One line of a text is one block:

    = title              ~ line under it       @ addressee
    # heading            ## heading >> text that runs in
    | head | head        the lines after it are rows; `|= a | b` is a total
    表 caption（单位：人）  before a table
    附件： name；name      the 附件说明
    署名： school，date    `印章：` with a seal
    [附件] title          what follows is in the attachment; `[横附件]` on turned pages
    ---                  a new page

Any other line is a paragraph; `**words**` are strong and `{words}` are a fact.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from summarykit.document import (
    Align,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    Document,
    Fact,
    Heading,
    Inlines,
    PageBreak,
    Paragraph,
    Properties,
    Signature,
    Strong,
    Text,
    nodes,
    number,
    plain,
)
from summarykit.layout import Layout, read_layout

ROOT = Path(__file__).parent.parent
Table = Mapping[str, object]
TABLES: Table = tomllib.loads((ROOT / "templates/zh/layout.toml").read_text("utf-8"))
SUMMARY = """
= 关爱留守儿童工作总结
~ （2024年7月）
@ 县教育局
# 基本情况
共有{87名}，**全部**建档。
### 摸底 >> 逐户走访。
## 结对
表 人数（单位：人）
| 年级 | 人数
| 一 | 9
|= 合计 | 109
---
附件： 统计表；花名册
署名： 中心小学，2024年7月5日
[附件] 统计表
# 说明
[附件] 花名册
"""
"""A small summary that has of each kind what a reader sees in every format."""
_MARKUP = re.compile(r"\*\*(.+?)\*\*|\{(.+?)\}")


def layout_with(**tables: Table) -> Layout:
    """Return the national layout with some keys replaced: `page={"grid": "none"}`."""
    layout, findings = read_layout(_merged(TABLES, tables), "layout.toml")
    assert layout is not None, findings
    return layout


def _merged(below: Table, above: Table) -> Table:
    merged = dict(below)
    for key, value in above.items():
        under = below.get(key)
        both = isinstance(value, Mapping) and isinstance(under, Mapping)
        merged[key] = _merged(cast("Table", under), cast("Table", value)) if both else value
    return merged


LAYOUT = layout_with()


def words(text: str) -> Inlines:
    """Return `text` as inlines."""
    return tuple(_inlines(text))


def _inlines(text: str) -> Iterator[Text | Fact | Strong]:
    at = 0
    for found in _MARKUP.finditer(text):
        if found.start() > at:
            yield Text(text[at : found.start()])
        yield Strong((Text(found[1]),)) if found[1] else Fact(found[2], ref="test")
        at = found.end()
    if text[at:]:
        yield Text(text[at:])


def doc(
    text: str, *, organisation: str = "", date: str = "", numbered: bool = True
) -> Document:
    """Return the tree that `text` describes, numbered unless asked otherwise."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    marks = {mark: [line[1:].strip() for line in lines if line[0] == mark] for mark in "=~@"}
    rest = [line for line in lines if line[0] not in "=~@"]
    title, subtitle, addressee = (words("".join(marks[mark])) for mark in "=~@")
    properties = Properties(title=plain(title), creator=organisation, date=date)
    tree = Document(title, tuple(_top(rest)), properties, subtitle, addressee)
    return number(tree) if numbered else tree


def _top(lines: list[str]) -> Iterator[Block]:
    starts = [i for i, line in enumerate(lines) if line.startswith(("[附件]", "[横附件]"))]
    ends = [*starts[1:], len(lines)][: len(starts)]
    yield from _blocks(lines[: starts[0] if starts else len(lines)], "b")
    for start, end in zip(starts, ends, strict=True):
        kind, _, title = lines[start].partition("]")
        yield Attachment(
            f"a{start}",
            words(title.strip()),
            tuple(_blocks(lines[start + 1 : end], f"a{start}.")),
            landscape="横" in kind,
        )


def _blocks(lines: list[str], prefix: str) -> Iterator[Block]:
    caption = ""
    rows: list[str] = []
    for i, line in enumerate((*lines, "")):
        if rows and not line.startswith("|"):
            yield _table(f"{prefix}{i}t", caption, rows)
            caption, rows = "", []
        if line.startswith("|"):
            rows.append(line)
        elif line.startswith("表 "):
            caption = line[2:]
        elif line:
            yield _block(f"{prefix}{i}", line)


def _block(name: str, line: str) -> Block:
    if line == "---":
        return PageBreak(name)
    if found := re.match(r"(#{1,4}) (.*?)(?: >> (.*))?$", line):
        run_in = words(found[3] or "")
        return Heading(name, len(found[1]), words(found[2]), run_in=run_in)
    if line.startswith("附件："):
        names = line.removeprefix("附件：").split("；")
        return AttachmentNote(name, tuple(words(each.strip()) for each in names))
    if line.startswith(("署名：", "印章：")):
        organisation, _, date = line[3:].strip().partition("，")
        return Signature(name, words(organisation), words(date), seal=line.startswith("印章"))
    return Paragraph(name, words(line))


def _table(name: str, caption: str, lines: list[str]) -> nodes.Table:
    cells = [[words(cell.strip()) for cell in re.split(r"\|=?", line)[1:]] for line in lines]
    title, _, unit = caption.removesuffix("）").partition("（")
    return nodes.Table(
        name,
        tuple(Column(head) for head in cells[0]),
        tuple(tuple(row) for row in cells[1:]),
        caption=words(title),
        unit=unit,
        total=lines[-1].startswith("|="),
    )


def with_blocks(document: Document, *blocks: Block) -> Document:
    """Return `document` with other blocks."""
    return replace(document, blocks=blocks)


__all__ = [
    "LAYOUT",
    "ROOT",
    "SUMMARY",
    "TABLES",
    "Align",
    "doc",
    "layout_with",
    "with_blocks",
    "words",
]
