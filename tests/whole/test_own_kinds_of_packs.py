"""`kinds.toml`: what a pack adds, merged along its lineage, checked, and found by name."""

from pathlib import Path
from shutil import copytree

import pytest

from own_kinds import NUTRITION, heir, pack
from summarykit.api.pack_checking import check_pack
from summarykit.api.packs import explain_pack
from summarykit.api.records import parse_record
from summarykit.compose import Audience
from summarykit.diagnostics import SummaryError
from summarykit.model.added import Vocabulary
from summarykit.model.kinds import MeasureGroup
from summarykit.model.vocabulary import Cohort
from summarykit.packs import Length, PackResult, load_pack
from summarykit.packs.kinds import known_kinds, read_kinds
from summarykit.packs.loading import trace_pack
from summarykit.packs.places.lineage import Traced
from summarykit.packs.settings.declared_files import DeclaredFiles
from summarykit.packs.tools.opened import OpenPack, Setting
from summarykit.packs.tools.starting import new_files

READING = '[programmes.reading]\nlabel = "课外阅读"\nabout = "学生课外阅读"\n'
CORNER = '[measures.book_corner]\nlabel = "图书角"\ngroup = "activities"\n'
REPORT = """\
id = "reading"
name = "课外阅读"
title = "{{ organisation.name }}课外阅读总结"
programmes = ["reading"]
emphasis = ["book_corner"]
sections = [{id = "measures", title = "主要措施", template = "sections/measures.md.j2"}]
"""


def loaded(folder: Path) -> PackResult:
    return load_pack(str(folder))


def said(folder: Path) -> list[str]:
    return [str(finding) for finding in loaded(folder).findings]


def said_of_kinds(folder: Path) -> list[str]:
    """Return what is wrong with the file alone; the rest of the pack takes longer to read."""
    traced = trace_pack(str(folder))
    assert isinstance(traced, Traced)
    files = DeclaredFiles(traced.lineage)
    read_kinds(files)
    return [str(finding) for finding in files.findings]


def only(folder: Path, report: str) -> None:
    """Let a pack offer one report: trying out each takes its time, and one is as good."""
    manifest = folder / "pack.toml"
    manifest.write_text(manifest.read_text("utf-8") + f'reports = ["{report}"]\n', "utf-8")


def labels(known: Vocabulary) -> list[str]:
    return [kind.label for kind in (*known.added_programmes, *known.added_measures)]


def test_a_pack_without_the_file_adds_nothing(tmp_path: Path) -> None:
    result = loaded(heir(tmp_path))

    assert result.findings == ()
    assert result.pack is not None
    assert labels(result.vocabulary) == []
    assert result.pack.wording == load_pack("zh").pack.wording  # type: ignore[union-attr]  # it ships with us


def test_the_example_adds_a_programme_and_its_measures() -> None:
    (programme,) = pack().vocabulary.added_programmes
    measures = pack().vocabulary.added_measures

    assert (programme.label, programme.short) == ("营养改善", "营养餐")
    assert programme.cohorts == (Cohort.ENROLLED,)
    assert [kind.label for kind in measures] == ["食堂陪餐", "食材管理", "膳食公示"]
    assert measures[0].group is MeasureGroup.CARE
    assert pack().reports["nutrition"].programmes == (programme,)
    assert pack().reports["nutrition"].emphasis[1] is measures[0]


def test_an_heir_has_what_its_forebears_add_and_changes_it_key_by_key(tmp_path: Path) -> None:
    heir(tmp_path, "county", kinds=READING + CORNER, reports__reading=REPORT)
    kinds = '[programmes.reading]\nlabel = "读书活动"\n[measures.readers]\nlabel = "领读"\n'
    kinds += 'group = "结对与关爱"\n'
    school = loaded(heir(tmp_path, "school", "county", kinds=kinds))

    assert school.findings == ()
    assert labels(school.vocabulary) == ["读书活动", "图书角", "领读"]
    (reading,) = school.vocabulary.added_programmes
    assert reading.about == "学生课外阅读"
    assert school.pack is not None
    assert "reading" in school.pack.reports
    assert labels(loaded(tmp_path / "county").vocabulary) == ["课外阅读", "图书角"]


def test_a_kind_has_headings_without_being_asked_and_its_own_if_it_says_so(
    tmp_path: Path,
) -> None:
    own = CORNER + 'headings = ["建好图书角落"]\n' + READING
    own += '[measures.readers]\nlabel = "领读"\ngroup = "care"\n'
    terms = (
        '[terms.measures]\nreaders = "坚持师生领读"\n[terms.foremost]\nreading = "boarding"\n'
    )
    plain = loaded(heir(tmp_path, "plain", kinds=READING + CORNER)).pack
    worded = loaded(heir(tmp_path, "worded", kinds=own, terms=terms)).pack
    assert plain is not None
    assert worded is not None

    assert plain.wording.terms["measures"]["book_corner"] == (
        *("落实图书角", "做好图书角", "抓好图书角"),
    )
    assert plain.wording.terms["foremost"]["reading"] == "enrolled"
    assert worded.wording.terms["measures"]["book_corner"] == ("建好图书角落",)
    assert worded.wording.terms["measures"]["readers"] == "坚持师生领读"
    assert worded.wording.terms["foremost"]["reading"] == "boarding"
    assert worded.wording.terms["measures"]["home_visit"]


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (
            '[programmes.home_visits]\nlabel = "入户"\nabout = "走访"\n',
            (
                "yunling/kinds.toml:1 programmes.home_visits  error pack-invalid"
                "  home_visits is the name of home_visits (home_visits) already"
            ),
        ),
        (
            '[programmes.visiting]\nlabel = "家访"\nabout = "走访"\n',
            (
                "yunling/kinds.toml:2 programmes.visiting.label  error pack-invalid"
                "  家访 is the name of home_visits (home_visits) already"
            ),
        ),
        (
            '[measures.fixing]\nlabel = "教师结对"\ngroup = "care"\n',
            (
                "yunling/kinds.toml:2 measures.fixing.label  error pack-invalid"
                "  教师结对 is the name of teacher_pairing (teacher_pairing) already"
            ),
        ),
        (
            READING + READING.replace("reading", "books"),
            (
                "yunling/kinds.toml:5 programmes.books.label  error pack-invalid"
                "  课外阅读 is the name of reading (reading) already"
            ),
        ),
        (
            '[programmes.reading]\nlabel = "课外阅读"\n',
            (
                "yunling/kinds.toml:1 programmes.reading.about  error pack-invalid"
                "  about is missing"
            ),
        ),
        (
            READING.replace("课外阅读", "课外\\n阅读", 1),
            (
                "yunling/kinds.toml:2 programmes.reading.label  error pack-invalid"
                "  课外\n阅读 is no name: 2 to 20 Chinese signs, Latin letters or digits"
            ),
        ),
        (
            READING + 'shrt = "阅读"\n',
            (
                "yunling/kinds.toml:4 programmes.reading.shrt  error pack-invalid"
                "  shrt is not a key of this file\n  hint: did you mean short?"
            ),
        ),
        (
            '[measures.corner]\nlabel = "图书角"\ngroup = "activitiesx"\n',
            (
                "yunling/kinds.toml:3 measures.corner.group  error pack-invalid"
                "  activitiesx is not allowed here\n  hint: did you mean activities?"
            ),
        ),
        (
            '[measures.corner]\nlabel = "图书角"\ngroup = "阵地活动"\n',
            (
                "yunling/kinds.toml:3 measures.corner.group  error pack-invalid"
                "  阵地活动 is not allowed here\n  hint: there are: 组织与责任, 信息底数,"
                " 结对与关爱, 家校协同, 资助与社会, 活动与阵地, 法治与安全, 教育教学"
            ),
        ),
        (
            READING.replace("课外阅读", "工作计划", 1),
            (
                "yunling/kinds.toml:2 programmes.reading.label  error pack-invalid"
                "  工作计划 is the name of the report 工作计划 (work_plan) already"
            ),
        ),
        (
            READING.replace(".reading", ".annual"),
            (
                "yunling/kinds.toml:1 programmes.annual  error pack-invalid"
                "  annual is the name of the report 学生关爱和控辍保学 (annual) already"
            ),
        ),
        (
            CORNER.replace("图书角", "HomeVisit"),
            (
                "yunling/kinds.toml:2 measures.book_corner.label  error pack-invalid"
                "  HomeVisit is the name of home_visit (home_visit) already"
            ),
        ),
        (
            '[programmes.Reading]\nlabel = "课外阅读"\nabout = "阅读"\n',
            (
                "yunling/kinds.toml:1 programmes.Reading  error pack-invalid"
                "  Reading is not a name: small letters, digits and _"
            ),
        ),
    ],
)
def test_what_is_wrong_with_the_file_is_told_with_its_line(
    tmp_path: Path, kinds: str, told: str
) -> None:
    assert told in said(heir(tmp_path, kinds=kinds))


@pytest.mark.parametrize(
    "name", ["丙。", "## **甲** {{ x }}", "家 访", "Home_Visits", "甲", "字" * 21]
)
@pytest.mark.parametrize("key", ["label", "short", "headings"])
def test_a_name_is_letters_and_digits_alone(tmp_path: Path, name: str, key: str) -> None:
    kinds = {
        "label": READING.replace("课外阅读", name, 1),
        "short": f'{READING}short = "{name}"\n',
        "headings": f'{CORNER}headings = ["用好图书角", "{name}"]\n',
    }[key]
    (found,) = said_of_kinds(heir(tmp_path, kinds=kinds))

    assert found.startswith("yunling/kinds.toml:")
    assert key in found
    assert f"{name[:20]}" in found
    assert "is no name: 2 to 20 Chinese signs" in found


def test_a_report_that_tells_one_kind_of_work_may_have_its_name(tmp_path: Path) -> None:
    assert said(heir(tmp_path, kinds=READING + CORNER, reports__reading=REPORT)) == []


def test_a_report_that_names_what_nobody_adds_is_told_what_there_is(tmp_path: Path) -> None:
    wrong = REPORT.replace('["reading"]', '["readings"]').replace('"book_corner"', '"corner"')
    found = said(heir(tmp_path, kinds=READING + CORNER, reports__reading=wrong))

    assert any(
        "readings is not allowed here\n  hint: did you mean reading?" in f for f in found
    )
    assert any("reading.toml:5 emphasis[0]" in f and "corner is not" in f for f in found)


def test_the_kinds_of_a_pack_are_known_where_it_has_errors_elsewhere(tmp_path: Path) -> None:
    broken = loaded(heir(tmp_path, kinds=READING, layout="page = 1\n"))

    assert broken.pack is None
    assert labels(broken.vocabulary) == ["课外阅读"]


def test_a_file_that_is_no_toml_adds_nothing(tmp_path: Path) -> None:
    broken = heir(tmp_path, kinds="[programmes\n")
    traced = trace_pack(str(broken))

    assert isinstance(traced, Traced)
    assert labels(known_kinds(traced.lineage)) == []
    assert any("kinds.toml" in one for one in said(broken))


def test_the_check_of_the_example_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    # Its reports are made in every other way by the tests of composing.
    ways = ((Audience.INTERNAL, Length.LONG),)
    monkeypatch.setattr("summarykit.api.pack_trials._WAYS", ways)

    assert check_pack(NUTRITION) == ()


def test_a_programme_that_no_report_tells_and_a_kind_without_words_are_told(
    tmp_path: Path,
) -> None:
    folder = heir(tmp_path, kinds=READING + CORNER)
    only(folder, "home_visits")
    (folder / "measures").mkdir()
    (folder / "measures/book_corners.md.j2").write_text("{{ measure_told(item) }}\n", "utf-8")
    found = [str(finding) for finding in check_pack(folder)]

    assert found == [
        (
            "yunling/kinds.toml:2 programmes.reading.label  warning kind-unused"
            "  no report tells of reading\n"
            "  hint: name it among the programmes of a report: reading"
        ),
        (
            "yunling/measures/book_corners.md.j2  warning file-unused"
            "  no report uses this template\n"
            "  hint: did you mean measures/book_corner.md.j2?"
        ),
        (
            "yunling/kinds.toml:5 measures.book_corner.label  info template-missing"
            "  book_corner has no template: the general wording tells it\n"
            "  hint: for words of its own, write measures/book_corner.md.j2"
        ),
    ]


def test_the_template_of_an_added_kind_is_tried_out(tmp_path: Path) -> None:
    folder = heir(tmp_path, kinds=READING + CORNER, reports__reading=REPORT)
    only(folder, "reading")
    (folder / "measures").mkdir()
    template = folder / "measures/book_corner.md.j2"
    template.write_text("{{ measure_told(item, works=1) }}\n", "utf-8")
    found = [str(finding) for finding in check_pack(folder)]

    assert any(one.startswith("yunling/measures/book_corner.md.j2:1") for one in found), found
    template.write_text("{{ measure_told(item) }}\n", "utf-8")
    assert check_pack(folder) == ()


def test_a_new_pack_on_top_shows_the_kinds_with_what_they_are_called() -> None:
    traced = trace_pack(str(NUTRITION))
    assert isinstance(traced, Traced)
    files = new_files("yunling", OpenPack(traced.lineage), "营养改善（示例）")

    kinds = files["kinds.toml"]
    assert "[measures.shared_meals]  # 食堂陪餐\n" in kinds
    assert '#headings = ["落实食堂陪餐", "坚持食堂陪餐", "实行食堂陪餐"]' in kinds
    assert "## headings 只用在一份总结的措施多于四条" in kinds
    assert "kinds.toml" in files["pack.toml"]
    below = trace_pack("zh")
    assert isinstance(below, Traced)
    assert "kinds.toml" not in new_files("yunling", OpenPack(below.lineage), "zh")


def test_what_a_new_pack_shows_changes_nothing(tmp_path: Path) -> None:
    copytree(NUTRITION, tmp_path / "nutrition")
    folder = heir(tmp_path, "school", "nutrition")
    traced = trace_pack(str(folder))
    assert isinstance(traced, Traced)
    forebear = OpenPack(traced.lineage).forebear()
    assert forebear is not None
    written = new_files("school", forebear, "营养改善（示例）")["kinds.toml"]
    (folder / "kinds.toml").write_text(written, "utf-8")

    result = loaded(folder)
    assert result.findings == ()
    assert labels(result.vocabulary) == ["营养改善", "食堂陪餐", "食材管理", "膳食公示"]


def test_a_label_is_explained_with_the_pack_that_says_it() -> None:
    (label,) = explain_pack(NUTRITION, "kinds.programmes.nutrition.label")
    assert isinstance(label, Setting)
    assert (label.value, str(label.steps[0].place)) == (
        *("营养改善", "nutrition/kinds.toml:3 programmes.nutrition.label"),
    )
    assert len(explain_pack(NUTRITION, "kinds.measures.food_control")) == 3
    traced = trace_pack(str(NUTRITION))
    assert isinstance(traced, Traced)
    assert "kinds.toml" in OpenPack(traced.lineage).files()


@pytest.mark.parametrize("kinds", ["", READING])
def test_who_has_named_a_pack_is_not_told_to_name_one(tmp_path: Path, kinds: str) -> None:
    folder = heir(tmp_path, **({"kinds": kinds} if kinds else {}))
    data = {
        "organisation": {"name": "青石小学", "level": "school"},
        "period": {"kind": "school_year"},
        "programmes": {"营养改膳": {}},
    }
    with pytest.raises(SummaryError) as named:
        parse_record(data, pack=folder)
    with pytest.raises(SummaryError) as unnamed:
        parse_record(data)

    assert "--pack" not in str(named.value.findings[0])
    assert "--pack" in str(unnamed.value.findings[0])
