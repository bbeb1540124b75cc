"""What somebody asks of a pack in Chinese, what no file says, and what follows of one slip."""

from pathlib import Path

import pytest

import template_packs
from reference_docx import changed
from reference_packs import county, school
from showing_layouts import MANIFEST, heir
from shown_reports import BASE
from small_record import SMALL
from summarykit.api.packs import diff_packs, open_pack
from summarykit.cli import main
from summarykit.packs.tools.comparing_strips import StripChanged
from summarykit.packs.tools.idle_settings import idle_settings

SECTION = "reports.summary.sections"
REPORT = """\
[[sections]]
id = "end"
after = "opening"
[[sections]]
id = "events"
remove = true
"""


@pytest.fixture(name="packs")
def a_county_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    template_packs.write_pack(tmp_path, BASE)
    heir(tmp_path, "county", "pack", {"reports/summary.toml": REPORT})
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *asked: str) -> list[str]:
    assert main(["pack", "explain", *asked]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("学校的自称", "terms.voice.school.self（自称） 我校 ← pack/terms.toml:5"),
        ("我校", "terms.voice.school.self（自称） 我校 ← pack/terms.toml:5"),
        ("工作的标题", "reports.summary.title（标题） {{ organisation.name }}总结"),
        ("事实“食堂”的必填", "fields.canteens.required（必填） true ← pack/fields.toml:3"),
        ("食堂陪餐的分组", "kinds.measures.sharing.group（分组） care（结对与关爱）"),
        ("kinds.measures.sharing.headings", 'kinds.measures.sharing.headings（小标题） ["落实'),
        (
            "reports.summary.most",
            "reports.summary.most（最多字数） （没有）",
        ),
        ("reports.summary.kind", "reports.summary.kind（种类） 总结（没有写，照通常的）"),
        ("工作的种类", "reports.summary.kind（种类） 总结（没有写，照通常的）"),
        ("可选的报告", 'pack.reports（可选的报告） ["summary"] ← pack/pack.toml:6'),
        (
            "reports.summary.sections.end.after",
            f"{SECTION}.end.after（排在哪一节之后） opening ← county/reports/summary.toml:3",
        ),
        (
            "reports.summary.sections.events",
            f"{SECTION}.events.remove（删去） true ← county/reports/summary.toml:6",
        ),
    ],
)
@pytest.mark.usefixtures("packs")
def test_it_is_asked_for_as_people_call_it(
    asked: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (found, *more) = told(capsys, "county", asked)
    assert found.startswith(line)
    assert not more


@pytest.mark.usefixtures("packs")
def test_what_moves_and_removes_a_section_has_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(capsys, "county") == [
        "报告 工作：删去部分 活动 ← county/reports/summary.toml:6",
        "报告 工作：部分 结尾 移到 开头 之后 ← county/reports/summary.toml:3",
    ]


def test_a_section_that_comes_back_stays(packs: Path) -> None:
    back = '[[sections]]\nid = "events"\ntemplate = "sections/none.md.j2"\n'
    heir(packs, "school", "county", {"reports/summary.toml": back})
    settings = open_pack(packs / "school").placed("reports/summary.toml", "events")
    (removed,) = settings
    assert [step.value for step in removed.steps] == [False, True, False]


def test_a_number_for_a_long_document_is_warned_of(packs: Path) -> None:
    heir(packs, "long", "pack", {"reports/summary.toml": "[lengths]\nlong = 900\n"})
    (finding,) = idle_settings(open_pack(packs / "long"))
    assert (finding.at.source, finding.at.line) == ("long/reports/summary.toml", 2)


@pytest.mark.parametrize("extends", ["", 'extends = "ZH"\n', 'extends = "nowhere"\n'])
def test_a_lost_forebear_is_the_only_thing_told(
    extends: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = MANIFEST.format("county", "x").replace('extends = "x"\n', extends)
    (tmp_path / "county").mkdir()
    (tmp_path / "county/pack.toml").write_text(own, "utf-8")
    (tmp_path / "year.yaml").write_text(SMALL, "utf-8")
    record, pack = str(tmp_path / "year.yaml"), str(tmp_path / "county")
    for command in (
        ["build", record, "--pack", pack, "-o", str(tmp_path / "a.docx")],
        ["check", record, "--pack", pack],
        ["pack", "check", pack],
        ["pack", "diff", pack],
        ["pack", "explain", pack, "行距"],
    ):
        assert main(command) == 1
        (found, *hints) = capsys.readouterr().err.splitlines()
        assert "county/pack.toml" in found
        assert not [line for line in hints if "错误" in line]


def test_headers_and_footers_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = changed(header1=lambda text: text.replace("教育局", "实验小学"))
    county(tmp_path, changed())
    assert diff_packs(tmp_path / "county", tmp_path / "county") == ()
    (found,) = diff_packs(school(tmp_path, other))
    assert isinstance(found, StripChanged)
    assert (found.is_header, found.pages) == (True, "default")
    assert (found.before, found.after) == (("云岭县教育局",), ("云岭县实验小学",))
    assert main(["pack", "diff", str(tmp_path / "school")]) == 0
    assert capsys.readouterr().out == "页眉  云岭县教育局 → 云岭县实验小学\n"


def test_a_header_drawn_otherwise_is_told_with_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    county(tmp_path, changed())
    school(tmp_path, changed(header1=lambda text: text.replace("</w:p>", "</w:p><w:p/>", 1)))
    assert main(["pack", "diff", str(tmp_path / "school")]) == 0
    assert capsys.readouterr().out == "页眉  云岭县教育局（文字相同，样子有改动）\n"
