"""A pack and a document that show every setting of a layout, and what must be on for some."""

import struct
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import template_packs
from small_record import SMALL
from summarykit import parse_record
from summarykit.compose import Audience, compose
from summarykit.document import (
    Column,
    Document,
    Figure,
    NumberingScheme,
    Table,
    Text,
    number,
)
from summarykit.model import YearRecord
from summarykit.packs import Pack
from summarykit.writers import WRITERS

MANIFEST: Final = 'format = 2\nid = "{}"\nname = "某县"\nversion = "1"\nextends = "{}"\n'
_BODY: Final = """\
## 摸底

### 到户

#### 到人

{{ voice.self }}逐户走访留守儿童家庭，把监护情况、学习情况、生活情况逐项记清，
为每名学生建好成长记录册，随时补充登记内。

### 结对。

由教师与留守儿童结对谈心，每学期走访家庭，帮助他们同父母保持联系，学习上有困难的由任课教师逐一辅导到位。

## 建册。

建好成长记录册。

{{ table("population", population, caption="学生人数") }}
"""
_SECTIONS: Final = """\
id = "summary"
name = "工作"
title = "{{ organisation.name }}{{ period_name }}关爱留守儿童工作总结"
subtitle = "{{ organisation.name }}"
sections = [
  {id = "work", title = "主要工作", template = "sections/work.md.j2"},
  {id = "note", kind = "attachment_note"},
  {id = "signature", kind = "signature"},
  {id = "attachments", kind = "attachments"},
]
"""
_MORE: Final = """\
addressee: 云岭县教育局
signature:
  date: 2024-07-10
  seal: {seal}
  document_number: 青校发〔2024〕1号
  signer: 周明远
  copies_to: [青石镇人民政府]
  issued_by: 云岭县青石镇中心小学办公室
  issued_on: 2024-07-10
attachments:
  - {{id: one, name: 学生情况统计表, kind: table, from_record: population}}
  - {{id: two, name: 学生人数, kind: table, from_record: population}}
"""


def forebear(folder: Path) -> None:
    """Write the pack `pack`, whose only report has paragraphs of every style."""
    files = {"sections/work.md.j2": _BODY, "reports/summary.toml": _SECTIONS}
    template_packs.write_pack(folder, files)


def heir(folder: Path, name: str, parent: str, files: Mapping[str, str]) -> Path:
    """Return the folder of a pack that extends another one beside it."""
    for path, text in {"pack.toml": MANIFEST.format(name, parent), **files}.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_text(text, "utf-8")
    return folder / name


@cache
def _record(*, sealed: bool) -> YearRecord:
    unsigned = SMALL.partition("signature:")[0]
    text = unsigned + _MORE.format(seal="是" if sealed else "否")
    return parse_record(text, format="yaml")


def shown(pack: Pack, *, sealed: bool = False, more: bool = False) -> bytes:
    """Return the Word file that a pack makes; with `more`, there are pictures and a wide table.

    Summaries have no pictures, though documents may; and their tables fit the page.
    """
    made = compose(_record(sealed=sealed), pack, "summary", Audience.INTERNAL)
    assert made.document is not None, made.findings
    document = made.document
    if more:
        document = replace(document, blocks=(*_added(), *document.blocks))
        document = _numbered(document, pack)
    return WRITERS["docx"](document, pack.layout)


def _added() -> tuple[Table | Figure, ...]:
    columns = tuple(Column((Text("人数和占比"),)) for _ in range(9))
    row = tuple((Text("一百二十名"),) for _ in columns)
    return (
        Table("wide", columns, (row, row)),
        Figure("broad", _picture(4000, 200), (Text("走访"),), "走访"),
        Figure("tall", _picture(200, 4000), (Text("谈心"),), "谈心"),
    )


def _picture(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(head)) + b"IHDR" + head


def _numbered(document: Document, pack: Pack) -> Document:
    numbering = pack.layout.numbering
    first, second, third, fourth = map(str, numbering.headings)
    scheme = NumberingScheme((first, second, third, fourth), numbering.table, numbering.figure)
    return number(document, scheme)
