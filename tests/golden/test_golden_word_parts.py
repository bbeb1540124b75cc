"""The parts of a small Word file, one element a line, as files a person can review.

After a wanted change, run the tests once with `ACCEPT_GOLDEN=1` and read the difference.
"""

import os
from pathlib import Path

import pytest

from documents import LAYOUT, doc
from summarykit.writers.docx import write_docx
from wordfiles import part

FOLDER = Path(__file__).parent / "docx"
TREE = doc(
    """
= 青石镇中心小学控辍保学工作总结
~ （2024年7月5日）
@ 县教育局
学校把“控辍保学”摆在重要位置……共走访{87户}。
# 基本情况
## 摸底 >> 逐户走访，**一户不漏**。
表 各年级人数（单位：人）
| 年级 | 人数
| 一年级 | 102
|= 合计 | 102
附件： 统计表；花名册
署名： 青石镇中心小学，2024年7月5日
[附件] 统计表
正文。
[横附件] 花名册
| 姓名
| 李某某
""",
    organisation="青石镇中心小学",
    date="2024-07-05",
)


@pytest.mark.parametrize(
    "name",
    [
        "[Content_Types].xml",
        "docProps/core.xml",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/settings.xml",
        "word/styles.xml",
    ],
)
def test_each_part_is_as_reviewed(name: str) -> None:
    written = part(write_docx(TREE, LAYOUT), name).replace("><", ">\n<") + "\n"
    file = FOLDER / name.replace("/", "-").strip("[]").replace("]", "")
    if os.environ.get("ACCEPT_GOLDEN"):
        file.write_text(written, "utf-8")
    assert written == file.read_text("utf-8")
