"""`previous=`: places in both files, figures with their origin, what is refused."""

import pickle
from pathlib import Path
from typing import Any, cast

import pytest

import summarykit as sk
from summarykit.document import Attachment, Table, plain
from summarykit.packs import bundled

NOW = bundled("examples") / "two-years/2023-2024.yaml"
BEFORE = bundled("examples") / "two-years/2022-2023.yaml"


@pytest.fixture(name="summary", scope="module")
def compose_both_years() -> sk.Summary:
    return sk.compose(NOW, previous=BEFORE)


def codes(findings: tuple[sk.Finding, ...]) -> list[str]:
    return [finding.code.value for finding in findings]


def line(path: Path, words: str) -> int:
    """Return in which line of a file some words first stand."""
    lines = path.read_text("utf-8").splitlines()
    return next(at for at, text in enumerate(lines, start=1) if words in text)


def test_findings_have_the_lines_of_both_files(summary: sk.Summary) -> None:
    incomparable, unmentioned, copied = summary.findings
    assert codes(summary.findings) == [
        "previous-incomparable", "step-unmentioned", "text-copied",
    ]  # fmt: skip
    assert incomparable.at.source == str(NOW)
    assert incomparable.at.line == line(NOW, "id: migrant")
    place = f"{BEFORE}:{line(BEFORE, 'id: migrant')}:"
    assert place in str(incomparable.message)
    assert (unmentioned.at.source, unmentioned.at.line) == (
        str(BEFORE),
        line(BEFORE, "id: bus"),
    )
    assert unmentioned.at.field == "programmes.left_behind_care.next_steps[3]"
    # A text may name a child: it is not told, only where it stands.
    assert "逐个谈心" not in sk.describe(copied)
    assert f"{BEFORE}:" in sk.describe(copied)


def test_without_files_places_of_the_earlier_record_say_so() -> None:
    records = [sk.read_record(path) for path in (NOW, BEFORE)]
    made = sk.compose(records[0], previous=records[1])
    fields = [finding.at.field for finding in made.findings]
    assert fields[1] == "previous.programmes.left_behind_care.next_steps[3]"
    assert "in previous.population[3].count" in str(made.findings[0].message)
    (figure,) = made.explain("132名")
    assert str(made.place(figure.path)) == "previous.population[1].count"


def test_a_summary_with_the_year_before_is_the_same_from_files_and_records(
    summary: sk.Summary,
) -> None:
    records = [sk.read_record(path) for path in (NOW, BEFORE)]
    made = sk.compose(records[0], previous=records[1])
    assert made.to_bytes("docx") == summary.to_bytes("docx")
    assert pickle.loads(pickle.dumps(summary)).follow_up == summary.follow_up  # noqa: S301


@pytest.mark.parametrize(
    ("asked", "name", "places"),
    [
        ("132名", "留守儿童 人数 上期", ["id: left,"]),
        ("93.5%", "家长满意率 数值 上期", ["id: satisfied"]),
        ("43000元", "营养膳食补助 总额 上期", ["id: meals"]),
    ],
)
def test_an_earlier_figure_is_of_the_earlier_file(
    summary: sk.Summary, asked: str, name: str, places: list[str]
) -> None:
    (figure,) = summary.explain(asked)
    assert figure.name == name
    place = summary.place(figure.path)
    assert (place.source, place.line) == (str(BEFORE), line(BEFORE, places[0]))


@pytest.mark.parametrize(
    ("asked", "sum_", "files"),
    [
        ("2.5%", "|511名 − 524名| ÷ 524名 × 100% ≈ 2.5%", [NOW, BEFORE]),
        ("1.7个百分点", "95.2% − 93.5% = 1.7个百分点", [NOW, BEFORE]),
        ("91.7%", "121名 ÷ 132名 × 100% ≈ 91.7%", [BEFORE, BEFORE]),
        ("2500元", "45500元 − 43000元 = 2500元", [NOW, BEFORE]),
    ],
)
def test_a_change_is_computed_of_both_files(
    summary: sk.Summary, asked: str, sum_: str, files: list[Path]
) -> None:
    (figure,) = summary.explain(asked)
    assert figure.calculation is not None
    assert figure.calculation.spelled(figure.value) == sum_
    sources = [summary.place(one.path).source for one in figure.calculation.operands]
    assert sources == [str(file) for file in files]


def test_rates_that_are_computed_lead_to_their_counts(summary: sk.Summary) -> None:
    (figure,) = summary.explain("15.5个百分点")
    assert figure.calculation is not None
    rates = [one.calculation for one in figure.calculation.operands]
    paths = [one.path for made in rates if made is not None for one in made.operands]
    sources = [summary.place(path).source for path in paths]
    assert sources == [str(NOW)] * 2 + [str(BEFORE)] * 2


def test_every_figure_has_an_origin(summary: sk.Summary) -> None:
    for figure in summary.figures:
        assert figure.path or figure.calculation is not None, figure
        assert figure.name


def test_the_account_is_that_of_the_record_alone(summary: sk.Summary) -> None:
    alone = sk.compose(NOW)
    refs = [one.ref for one in summary.left_out]
    assert summary.record == alone.record
    assert refs == [one.ref for one in alone.left_out]


def test_follow_up_has_every_step_of_the_year_before(summary: sk.Summary) -> None:
    told = [(one.step.id, one.status, one.certain) for one in summary.follow_up]
    status = sk.FollowUpStatus
    assert told == [
        ("room", status.DONE, True),
        ("teacher", status.PLANNED_AGAIN, True),
        ("training", status.UNDER_WAY, True),
        ("bus", status.NOT_MENTIONED, True),
    ]
    assert sk.compose(NOW).follow_up == ()


def test_check_finds_the_same_and_raises_nothing() -> None:
    found = codes(sk.check(NOW, previous=BEFORE))
    assert found[:3] == ["previous-incomparable", "step-unmentioned", "text-copied"]


def test_a_record_of_another_year_is_refused_with_its_place() -> None:
    with pytest.raises(sk.SummaryError) as caught:
        sk.compose(BEFORE, previous=NOW)
    (finding,) = caught.value.findings
    assert finding.code.value == "previous-refused"
    assert (finding.at.source, finding.at.line) == (str(NOW), line(NOW, "kind: school_year"))
    assert codes(sk.check(BEFORE, previous=NOW))[0] == "previous-refused"


def test_errors_of_the_earlier_record_are_told_and_its_warnings_are_not(tmp_path: Path) -> None:
    words = BEFORE.read_text("utf-8")
    wrong = tmp_path / "before.yaml"
    wrong.write_text(words.replace("count: 132名", "count: 1132名"), "utf-8")
    (error,) = [one for one in sk.check(NOW, previous=wrong) if one.is_error]
    assert (error.code.value, error.at.source) == ("subset-exceeds-whole", str(wrong))
    record = sk.parse_record(words).model_dump()
    record["population"][1]["count"] = "1132名"
    (error,) = [one for one in sk.check(NOW, previous=record) if one.is_error]
    assert error.at.field == "previous.population[1].count"
    missing = codes(sk.check(NOW, previous=tmp_path / "none.yaml"))
    assert "file-unreadable" in missing


@pytest.mark.parametrize("given", [7, [], object()])
def test_what_is_no_record_is_refused(given: object) -> None:
    (finding,) = [one for one in sk.check(NOW, previous=cast("Any", given)) if one.is_error]
    assert str(finding.message).startswith("previous has to be a record, the path of its file")


def test_a_finished_file_is_held_against_both_years(
    summary: sk.Summary, tmp_path: Path
) -> None:
    path = tmp_path / "总结.md"
    path.write_bytes(summary.to_bytes("md"))
    assert sk.review(path, record=NOW, previous=BEFORE) == ()
    path.write_text(path.read_text("utf-8").replace("132名", "123名"), "utf-8")
    (finding,) = sk.review(path, record=NOW, previous=BEFORE)
    assert finding.code.value == "c15-figure-differs"
    assert "c15-figure-differs" in codes(sk.review(path, record=NOW))
    refused = sk.review(path, record=BEFORE, previous=NOW)
    assert codes(refused)[0] == "previous-refused"


def test_to_the_public_a_change_of_printed_figures_has_its_sum() -> None:
    made = sk.compose(NOW, previous=BEFORE, audience="public")
    last = made.with_sources().document.blocks[-1]
    assert isinstance(last, Attachment)
    (table,) = (block for block in last.blocks if isinstance(block, Table))
    sums = {plain(row[0]): plain(row[4]) for row in table.rows}
    assert sums["13名"] == "511名 − 524名 = −13名"
    assert sums["2.5%"] == "|511名 − 524名| ÷ 524名 × 100% ≈ 2.5%"
    assert sums["8名"] == "140名 − 132名 = 8名"
    assert sums["1.7个百分点"] == "95.2% − 93.5% = 1.7个百分点"


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_public_is_not_told_what_the_earlier_file_is_called(audience: str) -> None:
    made = sk.compose(NOW, previous=BEFORE, audience=audience)
    told = made.with_sources().to_bytes("txt").decode()
    assert ("上期的记录 population[1].count" in told) is (audience == "public")
    assert (BEFORE.name in told) is (audience == "internal")


def test_a_unit_that_is_lost_is_told_once() -> None:
    data = sk.read_record(NOW).model_dump()
    data["aid"] = [{**data["aid"][0], "amount": "45500", "per_head": None}]
    found = sk.check(data, previous=BEFORE)
    told = [one.code.value for one in found if one.at.field.startswith("aid[0]")]
    assert told == ["unit-lost"]
