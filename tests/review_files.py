"""A written Word file, and the same with one thing changed: what tests of `review` look at."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from documents import LAYOUT, doc
from summarykit.diagnostics import Finding
from summarykit.document import Attachment, Document, Table
from summarykit.layout import Layout
from summarykit.review.reviewing import review
from summarykit.writers.docx import write_docx

SCHOOL: Final = "云岭县青石镇中心小学"
ROWS: Final = "\n".join(f"| 第{n}组 | {n + 20} | {n + 3}" for n in range(1, 16))
TREE: Final = doc(
    f"""
= {SCHOOL}2023—2024学年度关爱留守儿童工作总结
@ 云岭县教育局
本学年，学校认真落实关爱留守儿童的各项要求，现将2023年9月以来的情况报告如下。
# 基本情况
全校在校学生612名，其中留守儿童87名，占14.2%。依据《云岭县关爱办法》（云教〔2023〕5号）逐一建档。
表 各年级留守儿童人数（单位：人）
| 年级 | 人数 | 占比
| 一年级 | 12 | 13.8%
| 二年级 | 15 | 17.2%
|= 合计 | 87 | 100%
# 主要措施
## 健全工作机制
学校成立领导小组，每月召开一次会议，研究解决困难和问题。
## 开展结对帮扶
### 结成对子
29名教师与87名留守儿童结成对子，每周谈心一次。
### 走访家庭
教师每学期至少家访一次，与家长保持联系……做到不漏一户。
## 关心身心健康 >> 学校设立心理辅导室，每周开放三次，共接待学生136人次。
# 工作成效
结对覆盖率由92.1%提高到100%，提高7.9个百分点。
# 下一步打算
2024年12月底前，选派2名教师参加心理健康教育培训。
附件： 各组活动情况统计表；结对名册
署名： {SCHOOL}，2024年7月5日
[附件] 各组活动情况统计表
本表按组统计。
| 组别 | 人数 | 次数
{ROWS}
[横附件] 结对名册
| 教师 | 学生 | 时间
| 教师甲 | 小禾（化名） | 每周一
""",
    organisation=SCHOOL,
    date="2024-07-05",
)
Edit = Callable[[dict[str, str]], None]


def described(document: Document) -> Document:
    """Return the document with words for those who cannot see its tables."""
    from dataclasses import replace  # noqa: PLC0415 - one use

    def told(block: object) -> object:
        if isinstance(block, Table):
            return replace(block, description="各栏人数")
        if isinstance(block, Attachment):
            return replace(block, blocks=tuple(map(told, block.blocks)))  # type: ignore[arg-type]
        return block

    return replace(document, blocks=tuple(map(told, document.blocks)))  # type: ignore[arg-type]


def written(layout: Layout = LAYOUT, document: Document = TREE) -> bytes:
    """Return the document as our writer makes it."""
    return write_docx(described(document), layout)


def parts_of(data: bytes) -> dict[str, str]:
    """Return the parts of a file that are text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: archive.read(name).decode() for name in names}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def edited(data: bytes, *edits: Edit) -> bytes:
    """Return the file with some edits."""
    parts = parts_of(data)
    for edit in edits:
        edit(parts)
    return packed(parts)


def of_blocks(*blocks: str) -> bytes:
    """Return a file like ours with other blocks, as they are written."""
    parts = parts_of(written())
    main = parts["word/document.xml"]
    end = main[main.index("<w:sectPr>") :].partition("</w:sectPr>")[0] + "</w:sectPr>"
    body = "".join(blocks)
    parts[MAIN] = f"{main[: main.index('<w:p>')]}{body}{end}</w:body></w:document>"
    return packed(parts)


def found(data: bytes, layout: Layout = LAYOUT) -> tuple[Finding, ...]:
    """Return the findings of a file against a layout."""
    return review(data, layout, "总结.docx")


MAIN: Final = "word/document.xml"
W_COMMENT: Final = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment></w:comments>'
)


def swap(old: str, new: str, part: str = MAIN, count: int = 1) -> Edit:
    """Return the edit that replaces text in a part; the text has to be there."""

    def edit(parts: dict[str, str]) -> None:
        assert old in parts[part], old
        parts[part] = parts[part].replace(old, new, count)

    return edit


def everywhere(old: str, new: str, part: str = MAIN) -> Edit:
    """Return the edit that replaces text wherever it stands in a part."""
    return swap(old, new, part, -1)


def style(identity: str, old: str, new: str) -> Edit:
    """Return the edit of one style."""

    def edit(parts: dict[str, str]) -> None:
        text = parts["word/styles.xml"]
        start = text.index(f'w:styleId="{identity}"')
        end = text.index("</w:style>", start)
        inside = text[start:end]
        assert old in inside, (identity, old, inside)
        parts["word/styles.xml"] = text[:start] + inside.replace(old, new) + text[end:]

    return edit


def _around(text: str, words: str) -> tuple[int, int]:
    """Return where the paragraph that holds `words` begins and ends."""
    at = text.index(words)
    return text.rindex("<w:p>", 0, at), text.index("</w:p>", at) + len("</w:p>")


def paragraph(words: str, properties: str) -> Edit:
    """Return the edit that gives a paragraph more properties."""

    def edit(parts: dict[str, str]) -> None:
        start, end = _around(parts[MAIN], words)
        inside = parts[MAIN][start:end]
        if "</w:pPr>" in inside:
            inside = inside.replace("</w:pPr>", f"{properties}</w:pPr>", 1)
        else:
            inside = inside.replace("<w:p>", f"<w:p><w:pPr>{properties}</w:pPr>", 1)
        parts[MAIN] = parts[MAIN][:start] + inside + parts[MAIN][end:]

    return edit


def run(words: str, properties: str) -> Edit:
    """Return the edit that gives the runs of a paragraph more properties."""

    def edit(parts: dict[str, str]) -> None:
        start, end = _around(parts[MAIN], words)
        inside = parts[MAIN][start:end]
        assert "</w:rPr>" in inside
        inside = inside.replace("</w:rPr>", f"{properties}</w:rPr>")
        parts[MAIN] = parts[MAIN][:start] + inside + parts[MAIN][end:]

    return edit


def before(words: str, xml: str) -> Edit:
    """Return the edit that puts something above the paragraph that holds `words`."""

    def edit(parts: dict[str, str]) -> None:
        start, _ = _around(parts[MAIN], words)
        parts[MAIN] = parts[MAIN][:start] + xml + parts[MAIN][start:]

    return edit


def without(words: str) -> Edit:
    """Return the edit that takes away the paragraph that holds `words`."""

    def edit(parts: dict[str, str]) -> None:
        start, end = _around(parts[MAIN], words)
        parts[MAIN] = parts[MAIN][:start] + parts[MAIN][end:]

    return edit


def pattern(old: str, new: str, part: str = MAIN, count: int = 1) -> Edit:
    """Return the edit that replaces what a pattern finds."""

    def edit(parts: dict[str, str]) -> None:
        parts[part], changed = re.subn(old, new, parts[part], count=count)
        assert changed, old

    return edit


def all_of(*edits: Edit) -> Edit:
    """Return several edits as one."""

    def edit(parts: dict[str, str]) -> None:
        for each in edits:
            each(parts)

    return edit


def add_part(name: str, text: str) -> Edit:
    """Return the edit that adds a part."""
    return lambda parts: parts.update({name: text})


__all__ = [
    "LAYOUT",
    "MAIN",
    "SCHOOL",
    "TREE",
    "W_COMMENT",
    "Edit",
    "add_part",
    "all_of",
    "before",
    "edited",
    "everywhere",
    "found",
    "of_blocks",
    "packed",
    "paragraph",
    "parts_of",
    "pattern",
    "run",
    "style",
    "swap",
    "without",
    "written",
]
