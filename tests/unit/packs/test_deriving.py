"""What no setting says follows from those that do: 每页行数, 每行字数, 版心."""

import re
from pathlib import Path

import pytest

from reference_docx import changed
from reference_packs import county
from summarykit.api.packs import explain_pack
from summarykit.diagnostics import SummaryError
from summarykit.l10n.messages import translate
from summarykit.packs.tools.deriving import Derived
from summarykit.packs.tools.opened import Setting

LETTERHEAD = Path(__file__).parents[3] / "examples/packs/letterhead"


def follows(asked: str) -> tuple[str, list[str]]:
    (found,) = explain_pack("zh", asked)
    assert isinstance(found, Derived)
    said = translate(found.said, "zh")
    return f"{found.name} {said}", [setting.name for setting in found.settings]


@pytest.mark.parametrize(
    ("asked", "said", "settings"),
    [
        (
            "每页行数",
            "每页行数 22 = 版心高 225毫米 ÷ 行距 28.95磅，只计整行",
            ["纸高", "上边距", "下边距", "行距"],
        ),
        (
            "每行多少字",
            (
                "每行字数 28 = 版心宽 156毫米 ÷ 一个字 15.75磅"
                "（字号 16磅，字距 -0.25磅），只计整字"
            ),
            ["纸宽", "左边距", "右边距", "正文字号", "字距"],
        ),
        (
            "版心 的尺寸",
            "版心 宽 156毫米、高 225毫米 = 纸张 − 页边距",
            ["纸宽", "左边距", "右边距", "纸高", "上边距", "下边距"],
        ),
        ("版心宽度", "版心宽 156毫米 = 纸宽 − 左边距 − 右边距", ["纸宽", "左边距", "右边距"]),
        ("版心高", "版心高 225毫米 = 纸高 − 上边距 − 下边距", ["纸高", "上边距", "下边距"]),
        (
            "奇偶页不同",
            "奇偶页不同 页码：单页居右、双页居左；双面印刷时左右边距对称：否",
            ["页码位置", "左右对称"],
        ),
        (
            "页码到版心",
            (
                "页码距版心 4.6毫米 = 下边距 − 页码距纸边 25.5毫米 − 页码一行 14磅；"
                "到行中一字线 7毫米"
            ),
            ["下边距", "页码距纸边", "页码行距"],
        ),
        (
            "日期右空",
            (
                "日期右空 加盖印章的，日期右空 4字；不加盖印章的，署名右空 2字，"
                "日期首字比署名首字右移 2字，日期长于署名的，改由日期右空这么多"
            ),
            ["署名右空", "日期右移", "盖章日期右空"],
        ),
    ],
)
def test_what_follows_is_worked_out(asked: str, said: str, settings: list[str]) -> None:
    assert follows(asked) == (said, settings)


def test_the_distance_of_the_signature_from_the_text_is_that_of_its_blank_lines() -> None:
    assert keys("距正文") == ["layout.signature.blank_lines"]


def keys(asked: str) -> list[str]:
    return [found.key for found in explain_pack("zh", asked) if isinstance(found, Setting)]


@pytest.mark.parametrize(
    ("asked", "some"),
    [
        ("home_visits.name", "reports.home_visits.name"),
        ("annual.sections.results.title", "reports.annual.sections.results.title"),
        ("家访", "reports.home_visits.sections.results.title"),
        ("基本情况", "reports.annual.sections.situation.title"),
        ("results", "reports.briefing.sections.results.id"),
        ("自称", "terms.voice.township.self"),
        ("font", "layout.styles.heading1.font"),
        ("题目", "layout.styles.title.size"),
        ("落款", "layout.signature.right"),
        ("加黑", "layout.styles.body.bold"),
    ],
)
def test_reports_sections_and_words_are_found_without_their_files(
    asked: str, some: str
) -> None:
    assert some in keys(asked)


@pytest.mark.parametrize(
    ("asked", "near"),
    [("每页行", "每页行数"), ("工作成校", "工作成效"), ("题且", "题目"), ("fnot", "font")],
)
def test_what_is_nearly_right_is_suggested_and_never_what_was_asked(
    asked: str, near: str
) -> None:
    with pytest.raises(SummaryError) as raised:
        explain_pack("zh", asked)
    (finding,) = raised.value.findings
    assert finding.hint is not None
    assert finding.hint.values["name"] == near


@pytest.mark.parametrize("asked", ["页眉", "页脚", "信头", "页眉页脚"])
def test_headers_and_footers_are_told_with_the_file_that_they_are_drawn_in(asked: str) -> None:
    (found,) = explain_pack(LETTERHEAD, asked)
    assert isinstance(found, Derived)
    assert f"{found.name} {translate(found.said, 'zh')}" == (
        "页眉页脚 用 Word 画的 ← letterhead/reference.docx"
    )
    assert follows(asked)[0] == "页眉页脚 （没有；没有 reference.docx）"
    beside = ["页码距纸边"] if asked == "页脚" else []
    assert follows(asked)[1] == beside


def test_a_word_file_without_headers_and_footers_has_none(tmp_path: Path) -> None:
    plain = changed(document=_without_strips)
    (found,) = explain_pack(county(tmp_path, plain), "页眉")
    assert isinstance(found, Derived)
    assert translate(found.said, "zh") == "（没有；county/reference.docx 里没有画）"


def _without_strips(text: str) -> str:
    return re.sub(r"<w:(?:header|footer)Reference[^>]*/>", "", text)
