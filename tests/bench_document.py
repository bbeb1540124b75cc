"""The document of the benchmark, made by us, made by docxtpl, and its least: the zip floor."""

import json
import re
import zlib
from collections.abc import Mapping
from functools import cache
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

if TYPE_CHECKING:
    from summarykit.model import YearRecord
    from summarykit.packs import Pack

HERE = Path(__file__).parent / "bench"
KINDS = ("left_behind_care", "dropout_prevention", "home_visits", "safety", "student_aid")
LEVELS = ("一、", "（一）", "1.")

Data = dict[str, Any]


@cache
def document(size: int = 1) -> Data:
    """Return the text of the document, `size` times as long, headings without numbers."""
    data: Data = json.loads((HERE / "benchmark-document.json").read_text("utf-8"))
    sections = [
        {
            "heading": _bare(section["heading"], "、"),
            "lead": section["lead"],
            "subs": [_sub(sub) for sub in section["subs"]] * size,
        }
        for section in data["sections"]
    ]
    tables = [_table(table, size) for table in data["tables"].values()]
    return {**data, "sections": sections, "tables": tables}


def _bare(heading: str, mark: str) -> str:
    return heading.partition(mark)[2]


def _sub(sub: Data) -> Data:
    points = [
        {"heading": _bare(point["heading"], "．"), "paras": point["paras"]}
        for point in sub["points"]
    ]
    return {"heading": _bare(sub["heading"], "）"), "points": points}


def _table(table: Data, size: int) -> Data:
    return {
        "caption": _bare(table["caption"], "\u3000"),
        "head": list(table["head"].values()),
        "rows": [list(row.values()) for row in table["rows"]] * size,
    }


# ---- by us -----------------------------------------------------------------------------------


def record_data(size: int = 1) -> Data:
    """Return the document as a record holds it: work, practices, what was kept, tables."""
    data = document(size)
    programmes = [_programme(section) for section in data["sections"]]
    programmes[0]["closing"] = data["closing"]
    return {
        "organisation": {
            "name": data["sign"],
            "level": "school",
            "profile": "\n".join(data["intro"]),
        },
        "period": {"kind": "term", "name": "2024—2025学年第二学期"},
        "programmes": dict(zip(KINDS, programmes, strict=True)),
        "attachments": [
            {"name": table["caption"], "columns": table["head"], "rows": table["rows"]}
            for table in data["tables"]
        ],
        "signature": {"date": data["date"]},
    }


def _programme(section: Data) -> Data:
    measures = [
        {
            "kind": "rules_and_plans",
            "id": f"{section['heading']}-{index}",
            "name": sub["heading"],
            "registers": [{"name": p["heading"], "fields": p["paras"]} for p in sub["points"]],
        }
        for index, sub in enumerate(section["subs"])
    ]
    return {"name": section["heading"], "background": section["lead"], "measures": measures}


def validated(data: Mapping[str, Any]) -> "YearRecord":
    """Return the record that `data` describes."""
    from summarykit.model import YearRecord  # noqa: PLC0415 - not to be counted in the floor

    return YearRecord.model_validate(data)


def pack() -> "Pack":
    """Return the pack of the benchmark."""
    from summarykit.packs import load_pack  # noqa: PLC0415 - as above

    loaded = load_pack(str(HERE / "pack")).pack
    assert loaded is not None, load_pack(str(HERE / "pack")).findings
    return loaded


def ours(record: "YearRecord") -> bytes:
    """Return the Word file composed and written by us."""
    from summarykit.compose import Audience, compose  # noqa: PLC0415 - as above
    from summarykit.writers import WRITERS  # noqa: PLC0415 - as above

    ready = pack()
    composed = compose(record, ready, "year", Audience.INTERNAL)
    assert composed.document is not None, composed.findings
    return WRITERS["docx"](composed.document, ready.layout)


# ---- by docxtpl ------------------------------------------------------------------------------


def context(size: int = 1) -> Data:
    """Return what the template of docxtpl is filled with, headings and captions numbered."""
    data = document(size)
    chapters = []
    for section, no in zip(data["sections"], "一二三四五", strict=True):
        subs = [
            {
                "heading": f"（{_chinese(index)}）{sub['heading']}",
                "points": [
                    {"heading": f"{at}.{point['heading']}", "paras": point["paras"]}
                    for at, point in enumerate(sub["points"], 1)
                ],
            }
            for index, sub in enumerate(section["subs"], 1)
        ]
        chapters.append({**section, "heading": f"{no}、{section['heading']}", "subs": subs})
    tables = [
        {**table, "caption": f"表{no}\u3000{table['caption']}"}
        for no, table in enumerate(data["tables"], 1)
    ]
    return {**data, "sections": chapters, "tables": tables}


def _chinese(number: int) -> str:
    from summarykit.l10n.numerals import to_chinese  # noqa: PLC0415 - as above

    return to_chinese(number)


@cache
def docxtpl_template() -> bytes:
    """Return a template of the same structure, with loops over paragraphs and rows."""
    from docx import Document  # noqa: PLC0415 - not to be counted in what we take

    made = Document()
    for line in _template_lines():
        made.add_paragraph(line)
    for index in range(len(document()["tables"])):
        _template_table(made, index)
    for line in ("{{ closing }}", "{{ sign }}", "{{ date }}"):
        made.add_paragraph(line)
    _page_number(made)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _template_lines() -> tuple[str, ...]:
    return (
        "{{ title }}",
        "{{ subtitle }}",
        "{%p for words in intro %}",
        "{{ words }}",
        "{%p endfor %}",
        "{%p for section in sections %}",
        "{{ section.heading }}",
        "{{ section.lead }}",
        "{%p for sub in section.subs %}",
        "{{ sub.heading }}",
        "{%p for point in sub.points %}",
        "{{ point.heading }}",
        "{%p for words in point.paras %}",
        "{{ words }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p endfor %}",
    )


def _template_table(made: Any, index: int) -> None:  # noqa: ANN401 - python-docx's document
    width = len(document()["tables"][index]["head"])
    made.add_paragraph(f"{{{{ tables[{index}].caption }}}}")
    table = made.add_table(rows=4, cols=width, style="Table Grid")
    head, start, row, end = (each.cells for each in table.rows)
    start[0].text = f"{{%tr for row in tables[{index}].rows %}}"
    end[0].text = "{%tr endfor %}"
    for column in range(width):
        head[column].text = f"{{{{ tables[{index}].head[{column}] }}}}"
        row[column].text = f"{{{{ row[{column}] }}}}"


def _page_number(made: Any) -> None:  # noqa: ANN401 - python-docx's document
    from docx.oxml import OxmlElement  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    made.sections[0].footer.paragraphs[0]._p.append(field)


def by_docxtpl(values: Data) -> bytes:
    """Return the Word file rendered and saved by docxtpl, as its documentation does it."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # noqa: PLC0415 - the peer

    template = DocxTemplate(BytesIO(docxtpl_template()))
    template.render(values)
    stream = BytesIO()
    template.save(stream)
    return stream.getvalue()


# ---- the least -------------------------------------------------------------------------------


def pieces(file: bytes) -> tuple[list[str], list[bytes]]:
    """Return the body of a Word file of ours, markup and words in turn, and its other parts."""
    with ZipFile(BytesIO(file)) as archive:
        body = archive.read("word/document.xml").decode()
        others = [archive.read(n) for n in archive.namelist() if n != "word/document.xml"]
    parts = re.split(r"(?<=<w:t>)|(?<=preserve\">)|(?=</w:t>)", body)
    return [unescape(part) if "<" not in part else part for part in parts], others


def floor(body: list[str], others: list[bytes]) -> int:
    """Return the size of all parts, joined, escaped and deflated: what nobody can avoid."""
    escaped = [part if part[:1] == "<" else escape(part, quote=False) for part in body]
    return sum(len(zlib.compress(part, 6)) for part in ("".join(escaped).encode(), *others))


# ---- what they say ---------------------------------------------------------------------------


def words_of(file: bytes) -> list[str]:
    """Return the words of a Word file in reading order, one entry a paragraph, no blanks."""
    from docx import Document  # noqa: PLC0415 - as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    found = Document(BytesIO(file)).element.body.iter(qn("w:p"))
    lines = ["".join(t.text or "" for t in line.iter(qn("w:t"))) for line in found]
    return ["".join(line.split()) for line in lines if line.strip()]
