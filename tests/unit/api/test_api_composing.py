from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest

import summarykit as sk
from small_pack import small_pack
from small_record import HALF_TOLD, SMALL, UNSOUND
from summarykit.api import fitting_report
from summarykit.model.added import OUR_OWN
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import ReportSpec

Written = Callable[[str], Path]


@pytest.fixture(name="written")
def write_into_a_folder_of_its_own(tmp_path: Path) -> Written:
    def written(text: str) -> Path:
        path = tmp_path / "year.yaml"
        path.write_text(text, "utf-8")
        return path

    return written


@pytest.fixture(name="pack", scope="module")
def write_the_pack_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_pack(tmp_path_factory.mktemp("packs"))


@pytest.fixture(name="small")
def compose_the_small_record(written: Written, pack: Path) -> sk.Summary:
    return sk.compose(written(SMALL), pack=pack)


def codes(findings: tuple[sk.Finding, ...]) -> list[str]:
    return [finding.code.value for finding in findings]


def test_a_file_and_its_record_make_the_same_summary(written: Written, pack: Path) -> None:
    path = written(SMALL)
    of_file = sk.compose(str(path), report="left_behind_care", pack=pack)
    of_record = sk.compose(sk.read_record(path), report="left_behind_care", pack=str(pack))
    assert of_file == of_record
    assert of_file.to_bytes("docx") == of_record.to_bytes("DOCX")


def test_a_summary_says_what_the_record_says(small: sk.Summary) -> None:
    assert small.report == "left_behind_care"
    assert small.title == "云岭县青石镇中心小学关爱留守儿童工作总结"
    text = small.to_bytes("txt").decode()
    assert "共结对87对，教师与留守儿童结对谈心。" in text
    assert small.findings == ()


def test_characters_are_counted_without_blanks(small: sk.Summary) -> None:
    assert small.characters == len("".join(small.to_bytes("txt").decode().split()))


def test_each_figure_is_counted_once_however_often_it_is_printed(small: sk.Summary) -> None:
    assert small.to_bytes("txt").decode().count("612名") == 2
    refs = [figure.ref for figure in small.figures]
    assert refs == ["enrolled.count", "left_behind.count", "m1.pairs", "signature.date"]


def test_a_figure_computed_from_the_record_counts_too(written: Written, tmp_path: Path) -> None:
    folder = small_pack(tmp_path)
    (folder / "measures.md.j2").write_text("{{ counted(programme.measures, '项') }}", "utf-8")
    (figure,) = sk.compose(written(SMALL), pack=folder).explain("1项")
    assert figure.calculation is not None
    assert figure.calculation.spelled(figure.value) == "m1：1项"


def test_a_kind_of_work_is_asked_for_by_itself_or_in_a_list(written: Written) -> None:
    record = sk.read_record(written(SMALL))
    alone = sk.compose(record, programmes="关爱留守儿童")
    assert alone.to_bytes("txt") == sk.compose(record, programmes=["关爱留守儿童"]).to_bytes(
        "txt"
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"programmes": ["家坊"]}, "没有 家坊 这项工作\n   提示：是不是 家访？"),
        ({"programmes": ["nix"]}, "home_visits（家访）"),
        (
            {"report": "home_visits", "programmes": ["left_behind_care"]},
            "总结“家访”不写“关爱留守儿童”这项工作",
        ),
    ],
)
def test_work_that_cannot_be_told_is_refused_with_its_reason(
    written: Written, asked: dict[str, Any], said: str
) -> None:
    (finding,) = sk.check(written(SMALL), **asked)
    assert said in sk.describe(finding)


def test_a_summary_prints_as_one_line(small: sk.Summary) -> None:
    title = "云岭县青石镇中心小学关爱留守儿童工作总结"
    said = f"<Summary left_behind_care: {title}, {small.characters} characters, 0 findings>"
    assert repr(small) == said


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"report": "left_behind"}, "report-unknown"),
        ({"report": "home_visits"}, "programme-missing"),
        ({"pack": "no/such/pack"}, "pack-not-found"),
        ({"audience": "everyone"}, "wrong-value"),
        ({"length": "middle"}, "wrong-value"),
        ({"programmes": ["家坊"]}, "wrong-value"),
        ({"programmes": "家坊"}, "wrong-value"),
        ({"report": "home_visits", "programmes": ["left_behind_care"]}, "programme-missing"),
    ],
)
def test_what_is_not_there_is_a_finding(
    written: Written, pack: Path, asked: dict[str, Any], code: str
) -> None:
    with pytest.raises(sk.SummaryError) as raised:
        sk.compose(written(SMALL), **{"pack": pack, **asked})
    assert codes(raised.value.findings) == [code]


def test_findings_of_record_and_pack_come_in_one_run(written: Written) -> None:
    found = sk.check(written(SMALL.replace("612", "many")), pack="nowhere", audience="everyone")
    # Which audiences there are, only a pack could say.
    assert codes(found) == ["wrong-value", "pack-not-found"]


def test_an_audience_that_the_pack_has_not_is_named_with_the_nearest(
    written: Written, pack: Path
) -> None:
    found = sk.check(written(SMALL), pack=pack, audience="公开板")
    assert [str(one) for one in found] == [
        "error wrong-value  there is no audience 公开板\n  hint: did you mean 公开?"
    ]


def test_an_error_of_relations_stops_a_file_and_a_record(written: Written, pack: Path) -> None:
    path = written(UNSOUND)
    with pytest.raises(sk.SummaryError) as of_file:
        sk.compose(path, pack=pack)
    (finding,) = of_file.value.findings
    assert (finding.code, finding.at.line) == (sk.Code.SUBSET_EXCEEDS_WHOLE, 6)
    small = sk.read_record(written(SMALL))
    enrolled, left_behind = small.population
    lost = left_behind.model_copy(update={"part_of": "nobody"})
    with pytest.raises(sk.SummaryError) as of_record:
        sk.compose(small.model_copy(update={"population": (enrolled, lost)}), pack=pack)
    (finding,) = of_record.value.findings
    assert (finding.code, finding.at.field) == (sk.Code.UNKNOWN_ID, "population[1].part_of")


def test_read_record_raises_all_that_is_wrong(written: Written) -> None:
    with pytest.raises(sk.SummaryError) as raised:
        sk.read_record(written(SMALL.replace("612名", "many").replace("87对", "some")))
    assert [finding.at.line for finding in raised.value.findings] == [5, 10]
    with pytest.raises(sk.SummaryError, match="there is no such file"):
        sk.read_record("nowhere.yaml")
    with pytest.raises(sk.SummaryError, match="subset-exceeds-whole"):
        sk.read_record(written(UNSOUND))


def test_what_composing_finds_has_its_line_when_the_record_is_a_file(
    written: Written, pack: Path
) -> None:
    path = written(HALF_TOLD)
    (finding,) = sk.compose(path, pack=pack).findings
    assert finding.code is sk.Code.ATTACHMENT_MISSING
    assert (finding.at.source, finding.at.line) == (str(path), 13)
    (finding,) = sk.compose(sk.read_record(path), pack=pack).findings
    assert (finding.at.source, finding.at.field) == (None, "attachments[0]")


def test_check_returns_errors_and_never_raises(written: Written, pack: Path) -> None:
    assert sk.check(written(SMALL), pack=pack) == ()
    assert sk.check(sk.read_record(written(SMALL)), pack=pack) == ()
    assert codes(sk.check(written(UNSOUND), pack=pack)) == ["subset-exceeds-whole"]
    assert codes(sk.check("nowhere.yaml")) == ["file-unreadable"]


def test_forty_threads_that_share_a_pack_write_forty_right_files(
    written: Written, pack: Path
) -> None:
    texts = [SMALL.replace("87", str(count)) for count in range(60, 100)]
    records = [sk.read_record(written(text)) for text in texts]

    def file_of(record: sk.YearRecord) -> bytes:
        return sk.compose(record, pack=pack).to_bytes("docx")

    one_by_one = [file_of(record) for record in records]
    with ThreadPoolExecutor(max_workers=40) as threads:
        at_once = list(threads.map(file_of, records))
    assert at_once == one_by_one
    assert len(set(at_once)) == 40


def test_a_pack_is_loaded_or_its_findings_raised(tmp_path: Path) -> None:
    assert sk.load_pack().id == "zh"
    with pytest.raises(sk.SummaryError) as raised:
        sk.load_pack(tmp_path)
    assert codes(raised.value.findings) == ["pack-not-found"]


def spec(report: str, *programmes: str) -> ReportSpec:
    return ReportSpec(id=report, name=report, title=report, programmes=programmes, sections=())


@pytest.mark.parametrize(
    ("present", "report"),
    [
        (["home_visits"], "home_visits"),
        (["left_behind_care"], "care"),
        (["safety"], "annual"),
        (["left_behind_care", "home_visits"], "both"),
        (["left_behind_care", "home_visits", "safety"], "annual"),
    ],
)
def test_without_a_report_the_one_that_tells_most_and_least_beside_it_is_made(
    written: Written, present: list[str], report: str
) -> None:
    specs = [
        spec("annual"),
        spec("care", "left_behind_care"),
        spec("both", "left_behind_care", "home_visits"),
        spec("home_visits", "home_visits"),
    ]
    pack: Any = SimpleNamespace(
        reports=MappingProxyType({s.id: s for s in specs}), vocabulary=OUR_OWN
    )
    small = sk.read_record(written(SMALL))
    (programme,) = small.programmes.values()
    told = small.model_validate(
        {**dict(small), "programmes": dict.fromkeys(present, programme)}
    )
    assert fitting_report(told, pack) == report
    # What is asked for decides where something is, be it there or not.
    assert fitting_report(told, pack, [ProgrammeKind.LEFT_BEHIND_CARE]) == "care"


def test_a_notebook_shows_text_and_findings_as_text_only(written: Written, pack: Path) -> None:
    tagged = HALF_TOLD.replace("谈心", "<b>谈心</b>").replace("结对名册", "<i>名册</i>")
    summary = sk.compose(written(tagged), pack=pack)
    html = summary._repr_html_()
    assert "&lt;b&gt;谈心" in html
    assert "<ul><li><pre>" in html
    assert "附件 &lt;i&gt;名册&lt;/i&gt; 没有内容" in html
    assert "<b>" not in html
    assert "<i>" not in html
    shown = summary._repr_markdown_()
    assert summary.to_bytes("md").decode() in shown
    assert shown.rstrip().split("\n")[-1].startswith("    ")


def test_a_notebook_shows_no_list_where_there_are_no_findings(small: sk.Summary) -> None:
    assert small._repr_html_().endswith("</pre>")
    assert small._repr_markdown_() == small.to_bytes("md").decode()
