"""Files as the validators of the format see them."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from documents import LAYOUT, doc, layout_with, words
from strategies_documents import PIXEL
from summarykit.document import Attachment, Document, Figure, Imprint, Letterhead, number
from summarykit.layout import Layout
from summarykit.writers.docx import write_docx


def _everything() -> Document:
    tree = doc(
        "= 云岭县青石镇中心小学2023—2024学年度关爱留守儿童工作总结\n"
        "~ （2024年7月5日）\n@ 县教育局\n"
        "导语“引语”……——\n# 甲\n## 乙 >> 丙**重**。\n### 丁\n#### 戊 >> 己{87名}。\n---\n"
        "表 人数（单位：人）\n| 年级 | 人数\n| 一 | 12\n|= 合计 | 12\n"
        "---\n| 项\n| 德育&智育<90%\n"
        "附件： 甲表；乙表；丙表\n印章： 青石小学，2024年7月5日\n"
        "[横附件] 甲表\n| 项\n| 1\n[附件] 乙表\n# 庚\n正文。\n[附件] 丙表\n# 辛",
        organisation="青石小学",
        date="2024-07-05",
    )
    figure = Figure("f", PIXEL, tree.title, "学生们在操场上")
    blocks = [
        replace(block, notice="内部掌握") if isinstance(block, Attachment) else block
        for block in (figure, *tree.blocks)
    ]
    return number(replace(tree, blocks=tuple(blocks)))


LAYOUTS: Mapping[str, Layout] = {
    "national": LAYOUT,
    "word": layout_with(
        page={"grid": "word", "mirror": True}, page_number={"position": "none"}
    ),
    "plain": layout_with(
        page={"grid": "none"},
        page_number={"position": "center", "form": "- {page} -"},
        numbering={"automatic": True, "headings": ["一、", "（一）", "1.", "①"]},
        table={"borders": "three_line"},
        styles={"heading2": {"bold": True}},
    ),
    "document": layout_with(
        letterhead={"kind": "document"},
        last_line={"characters": 10, "widen": "1pt"},
        page_number={"position": "left", "form": "第{page}页 共{pages}页"},
    ),
    "letter": layout_with(
        letterhead={"kind": "letter"}, signature={"date": "chinese"}, cover={"shown": True}
    ),
}
END = Imprint((words("县教育局"), words("镇政府")), words("办公室"), words("2024年7月8日"))
HEAD = Letterhead(words("青石小学"), words("青校函〔2024〕5号"), words("周明远"))


@pytest.fixture(params=LAYOUTS)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "总结.docx"
    layout = LAYOUTS[request.param]
    headed = HEAD if layout.letterhead.kind != "none" else None
    end = END if headed else None
    path.write_bytes(write_docx(replace(_everything(), letterhead=headed, imprint=end), layout))
    return path


def test_the_schema_and_its_rules_find_nothing(file: Path) -> None:
    result = OpenXmlValidator().validate(file)
    assert [error.description for error in result.errors] == []


def test_the_integrity_checks_find_nothing(file: Path) -> None:
    assert [str(finding) for finding in check(str(file))] == []


@pytest.mark.validators
def test_the_validator_of_the_format_sdk_finds_nothing(file: Path) -> None:
    program = shutil.which("ooxml-validator")
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "ooxml-validator is not installed"
        )
    told = subprocess.run([program, str(file)], capture_output=True, check=False, text=True)  # noqa: S603
    assert json.loads(told.stdout)["errors"] == []
