"""On request a file says where its figures come from: unseen around each, and in a table."""

import io
import re
import zipfile
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from lxml import etree
from ooxml_integrity import check as checked
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

import example_records
import summarykit as sk
from review_files import edited, swap
from summarykit.api import sourcing
from summarykit.diagnostics import Code
from summarykit.document import (
    Attachment,
    AttachmentNote,
    Table,
    attachment_mark,
    facts_in,
    plain,
    text_of,
)
from summarykit.document.placing import placed_lines
from summarykit.facts.tagging import MOST, listed_as, tag_of
from summarykit.model.audience import Audience
from summarykit.packs import bundled
from summarykit.review.reviewing import prose_of

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILE: Final = example_records.FOLDER / f"{example_records.FULL}.yaml"
CARE: Final = sk.compose(FILE, report="left_behind_care", audience="internal")
AUDIENCES: Final = ("internal", "public")
MADE: Final = tuple(product(("left_behind_care", "home_visits", "briefing"), AUDIENCES))


def body(summary: sk.Summary, *, sources: bool = True) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(summary.to_bytes(sources=sources))) as file:
        return etree.fromstring(file.read("word/document.xml"))


def controls(summary: sk.Summary) -> list[tuple[str, str, str, str]]:
    """Return id, tag, title and words of every content control."""
    found = []
    for one in body(summary).iter(f"{W}sdt"):
        said = [one.find(f"{W}sdtPr/{W}{name}") for name in ("id", "tag", "alias")]
        values = [str(each.get(f"{W}val")) for each in said if each is not None]
        words = "".join(each.text or "" for each in one.iter(f"{W}t"))
        found.append((values[0], values[1], values[2], words))
    return found


def table(summary: sk.Summary) -> list[list[str]]:
    """Return the rows of 数据来源."""
    last = summary.with_sources().document.blocks[-1]
    assert isinstance(last, Attachment)
    (found,) = (block for block in last.blocks if isinstance(block, Table))
    return [[plain(cell) for cell in row] for row in found.rows]


def record(*attachments: Mapping[str, object]) -> sk.YearRecord:
    return sk.parse_record(
        {
            "organisation": {"name": "青石镇中心小学", "level": "school"},
            "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
            "population": [
                {"id": "all", "cohort": "enrolled", "count": "612名"},
                {"id": "lb", "cohort": "left_behind", "count": "87名", "part_of": "all"},
            ],
            "programmes": {
                "left_behind_care": {"measures": [{"kind": "heart_talk", "count": "520次"}]}
            },
            "signature": {"date": "2024-07-10"},
            "attachments": list(attachments),
        }
    )


def test_a_file_says_nothing_of_it_unless_asked() -> None:
    assert CARE.to_bytes() == CARE.to_bytes(sources=False)
    assert body(CARE, sources=False).find(f".//{W}sdt") is None
    assert "数据来源" not in CARE.to_bytes("txt").decode()


def test_every_printed_figure_is_in_a_control_of_its_own() -> None:
    refs = {figure.ref for figure in CARE.figures}
    printed = [
        (tag_of(listed_as(fact)), fact.text)
        for line in placed_lines(CARE.document)
        for fact in facts_in(line.words)
        if listed_as(fact) in refs
    ]
    found = controls(CARE)
    assert sorted((tag, words) for _, tag, _, words in found) == sorted(printed)
    assert len({number for number, *_ in found}) == len(found) > 100
    assert all(0 < len(said) <= MOST for _, tag, title, _ in found for said in (tag, title))


def test_a_control_is_tagged_as_the_figure_is_called() -> None:
    found = {tag: (title, words) for _, tag, title, words in controls(CARE)}
    assert found["left_behind.count#share"] == ("留守儿童 人数 占比", "14.2%")


def test_a_tag_too_long_for_word_is_cut_and_still_its_own() -> None:
    one, other = (f"programmes.{'x' * 80}.{end}" for end in ("pairs", "mentors"))
    assert tag_of(one) != tag_of(other)
    assert len(tag_of(one)) == MOST
    assert tag_of("m1.pairs") == "m1.pairs"


@pytest.mark.parametrize(("report", "audience"), MADE)
def test_the_file_is_valid_and_nothing_new_is_found_in_it(
    report: str, audience: str, tmp_path: Path
) -> None:
    summary = sk.compose(FILE, report=report, audience=audience)
    path = summary.save(tmp_path / "总结.docx", sources=True)
    assert [one.description for one in OpenXmlValidator().validate(path).errors] == []
    assert [str(finding) for finding in checked(str(path))] == []
    plainly = {one.code for one in sk.review(summary.to_bytes())}
    assert {one.code for one in sk.review(path)} <= plainly
    assert [one for one in sk.review(path, record=FILE) if one.code is Code.C15] == []


@pytest.mark.parametrize("name", ["loose-county", "letterhead", "strict-county"])
def test_no_layout_has_a_finding_about_it(name: str) -> None:
    pack = sk.load_pack(bundled("examples") / "packs" / name)
    summary = sk.compose(FILE, report="left_behind_care", audience="internal", pack=pack)
    plainly = {one.code for one in sk.review(summary.to_bytes(), pack=pack)}
    assert {one.code for one in sk.review(summary.to_bytes(sources=True), pack=pack)} <= plainly


def test_what_is_read_of_a_file_is_the_same_with_controls() -> None:
    def words(data: bytes) -> list[str]:
        return [one.text for one in prose_of(data, CARE.layout).passages]

    with_them = words(CARE.to_bytes(sources=True))
    assert [one for one in words(CARE.to_bytes()) if one not in with_them] == []


def test_a_figure_changed_inside_a_control_is_found() -> None:
    changed = edited(CARE.to_bytes(sources=True), swap(">87对<", ">78对<"))
    told = [str(one.message) for one in sk.review(changed, record=FILE)]
    assert any("78" in one and "87" in one for one in told)


def test_the_table_says_what_where_whence_and_how() -> None:
    rows = {row[1]: row for row in table(CARE)}
    assert len(rows) > 80
    assert rows["留守儿童·人数·占比"][0] == "14.2%"
    assert rows["留守儿童·人数·占比"][2] == "“一、基本情况”第2段"
    assert rows["留守儿童·人数·占比"][4] == "87名 ÷ 612名 × 100% ≈ 14.2%"
    line = CARE.place(("population", 16, "count")).line
    assert f"population[16].count（第{line}行）" in rows["留守儿童·人数·占比"][3]
    assert len(table(CARE)) == len(CARE.figures)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_it_is_the_last_attachment_in_list_and_numbers(count: int) -> None:
    rosters = ({"name": f"名册{n}", "columns": ["组"], "rows": [["甲"]]} for n in range(count))
    summary = sk.compose(record(*rosters), report="left_behind_care", audience="internal")
    document = summary.with_sources().document
    attached = [block for block in document.blocks if isinstance(block, Attachment)]
    (note,) = (block for block in document.blocks if isinstance(block, AttachmentNote))
    names = [plain(name) for name in note.names]
    assert names == [plain(one.title) for one in attached]
    assert names[-1] == sourcing.TITLE
    numbers = ["附件"] if count == 0 else [f"附件{n + 1}" for n in range(count + 1)]
    assert [attachment_mark(one) for one in attached] == numbers


def test_the_text_names_the_only_other_attachment_by_its_number() -> None:
    full = example_records.record(example_records.FULL)
    empty = {"from_record": None, "columns": (), "rows": (), "text": None}
    others = (one.model_copy(update=empty) for one in full.attachments[1:])
    only = full.model_copy(update={"attachments": (full.attachments[0], *others)})
    summary = sk.compose(only, report="left_behind_care", audience="internal")
    texts = (summary.to_bytes("txt", sources=one).decode() for one in (False, True))
    before, after = (set(re.findall("附件[0-9]?(?=[。，；）\n])", text)) for text in texts)
    assert (before, after) == ({"附件"}, {"附件1", "附件2"})


def test_a_machine_is_never_told_of() -> None:
    for format_ in ("docx", "md", "txt"):
        data = CARE.to_bytes(format_, sources=True)
        pieces = [data]
        if format_ == "docx":
            with zipfile.ZipFile(io.BytesIO(data)) as file:
                pieces = [file.read(name) for name in file.namelist()]
        assert not any(str(FILE.parent).encode() in piece for piece in pieces)
    assert FILE.name in CARE.to_bytes("txt", sources=True).decode()


def test_the_public_learns_no_count_that_the_text_does_not_print() -> None:
    known = record().model_dump(mode="json", exclude_none=True)
    known["indicators"] = [
        {"code": "filing", "numerator": "86名", "denominator": "87名", "cohort": "left_behind"}
    ]
    summaries = {
        audience: sk.compose(known, report="left_behind_care", audience=audience)
        for audience in AUDIENCES
    }
    for audience, summary in summaries.items():
        text = "\n".join(text_of(summary.document))
        told = "\n".join(map("|".join, table(summary)))
        hidden = {figure for figure in ("86名", "87名", "612名") if figure not in text}
        assert audience == "internal" or not any(figure in told for figure in hidden)


def test_the_public_learns_no_name_that_the_text_does_not_print() -> None:
    document = CARE.document
    figure = CARE.figures[0]
    named = type(figure)("x", "小穗 时间", "3月", ("3月",), (), ("population", 0, "date"))
    for audience, name in ((Audience.PUBLIC, "时间"), (Audience.INTERNAL, "小穗·时间")):
        telling = sourcing.Telling.of(CARE.place, audience)
        last = sourcing.with_sources(document, (named,), telling).blocks[-1]
        assert isinstance(last, Attachment)
        (found,) = (block for block in last.blocks if isinstance(block, Table))
        assert plain(found.rows[0][1]) == name
        assert bool(last.notice) is not audience.is_public


def test_asking_twice_gives_it_once() -> None:
    once = CARE.with_sources()
    assert once.with_sources() is once
    assert once.left_out == CARE.left_out
