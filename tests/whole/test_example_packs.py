"""The packs that ship as examples of rule sheets: sound, short, and what they set out to be."""

import tomllib
from pathlib import Path

import pytest

import example_records
import template_packs
from summarykit.api import compose, review
from summarykit.api.pack_checking import check_pack
from summarykit.compose import Audience
from summarykit.document import text_of
from summarykit.packs import Length, bundled, load_pack

PACKS = bundled("examples") / "packs"
RULE_SHEETS = ("strict-county", "loose-county", "loose-school", "wide-margins", "red-head")
MOST_LINES = 40


@pytest.mark.parametrize("name", [*RULE_SHEETS, "letterhead"])
def test_a_rule_sheet_is_a_sound_pack(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # They change no template: one audience and one length show what there is to be found.
    monkeypatch.setattr(
        "summarykit.api.pack_trials._WAYS", ((Audience.INTERNAL, Length.STANDARD),)
    )

    assert check_pack(PACKS / name) == ()


@pytest.mark.parametrize("name", RULE_SHEETS)
def test_a_rule_sheet_is_short_and_says_that_it_is_an_example(name: str) -> None:
    files = sorted(path for path in (PACKS / name).rglob("*") if path.is_file())

    assert {path.suffix for path in files} == {".toml"}
    assert sum(len(path.read_text("utf-8").splitlines()) for path in files) <= MOST_LINES
    manifest = (PACKS / name / "pack.toml").read_text("utf-8")
    assert manifest.startswith("# 示例")
    assert "示例" in tomllib.loads(manifest)["name"]


@pytest.mark.parametrize("name", [*RULE_SHEETS, "nutrition", "letterhead"])
def test_a_file_that_a_pack_has_written_is_as_the_pack_wants_it(name: str) -> None:
    pack = str(PACKS / name)
    for report in ("annual", "left_behind_care", "situation_report"):
        record = example_records.record("full-school-year")
        summary = compose(record, pack=pack, report=report, audience="internal")
        assert review(summary.to_bytes("docx"), pack=pack) == ()


def test_a_red_head_has_the_number_and_the_signer_of_the_record() -> None:
    record = example_records.record("full-school-year")
    summary = compose(record, pack=str(PACKS / "red-head"), report="annual")
    assert record.signature is not None
    text = summary.to_bytes("txt").decode()

    assert f"{record.organisation.name}文件" in text
    assert str(record.signature.signer) in text


def layout(name: str) -> tuple[object, ...]:
    pack = template_packs.ready(load_pack(str(PACKS / name)))
    page, styles = pack.layout.page, pack.layout.styles
    margins = (page.top, page.bottom, page.left, page.right)
    millimetres = tuple(round(margin.twips * 25.4 / 1440) for margin in margins)
    return millimetres, styles.body.line.twips / 20, styles.title.bold, styles.heading2.bold


def test_each_has_the_figures_of_its_sheet() -> None:
    assert layout("strict-county") == ((37, 35, 28, 26), 28.95, False, False)
    assert layout("loose-county") == ((20, 20, 25, 20), 26, True, True)
    assert layout("loose-school") == layout("loose-county")
    assert layout("wide-margins") == ((30, 30, 30, 30), 28, True, True)
    strict = template_packs.ready(load_pack(str(PACKS / "strict-county"))).layout
    assert (strict.lines, strict.characters) == (22, 28)


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("strict-county", ["青石小学", "2024年7月5日"]),
        ("loose-county", ["青石小学", "二〇二四年七月五日"]),
        ("loose-school", ["青石小学", "二〇二四年七月五日"]),
        ("wide-margins", ["2024年7月5日"]),
    ],
)
def test_each_composes_a_summary_that_ends_as_its_sheet_says(name: str, end: list[str]) -> None:
    record = template_packs.record(
        programmes={"left_behind_care": {"background": "学校地处山区"}},
        signature={"date": "2024-07-05"},
    )
    summary = compose(record, pack=str(PACKS / name), report="left_behind_care")

    lines = summary.to_bytes("txt").decode().splitlines()

    assert [line.strip() for line in lines if line.strip()][-len(end) :] == end
    said = "\n".join(text_of(summary.document))
    assert ("本校" in said, "我校" in said) == (name == "loose-school", name != "loose-school")


def test_every_example_pack_lies_in_a_folder_of_its_name() -> None:
    for manifest in PACKS.glob("*/pack.toml"):
        assert tomllib.loads(manifest.read_text("utf-8"))["id"] == Path(manifest).parent.name
