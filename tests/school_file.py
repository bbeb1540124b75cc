"""A Word file as a school makes it without a template: python-docx, nothing set by style."""

import io

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def school_file() -> bytes:
    """Return a summary on Letter paper: blue headings, half-width marks, blanks as indents."""
    word = docx.Document()
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    words = title.add_run("青石镇中心小学2023-2024学年度关爱留守儿童工作总结。")
    words.font.size, words.bold = Pt(18), True
    _chinese(words, "黑体")
    _text(word, "    我校高度重视留守儿童工作,现将 2023 年 9 月以来的情况总结如下:")
    word.add_heading("一.基本情况", level=1)
    _text(word, "    全校共有学生612名，其中留守儿童８７名。依据云教[2023]5号文件逐一建档...")
    word.add_heading("二、主要做法：", level=1)
    _plain(word, "(一)加强领导")
    _text(word, "\u3000\u3000成立领导小组，每月开会一次。")
    _plain(word, "(三)结对帮扶")
    _text(word, "1、29名教师与留守儿童结对。每周谈心一次。")
    table = word.add_table(rows=15, cols=3, style="Table Grid")
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            cell.text = "人数" if not at else str(at)
    word.add_paragraph()
    word.add_paragraph()
    word.add_paragraph()
    _text(word, "附件:1.统计表。")
    _plain(word, "青石镇中心小学").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _plain(word, "二〇二四年七月五日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _chinese(run: Run, font: str) -> None:
    run.font.name = font
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _text(word: WordDocument, words: str) -> None:
    run = word.add_paragraph().add_run(words)
    run.font.size = Pt(14)
    _chinese(run, "宋体")
    if "建档" in words:
        run.font.color.rgb = RGBColor(0xFF, 0, 0)


def _plain(word: WordDocument, words: str) -> Paragraph:
    return word.add_paragraph(words)
