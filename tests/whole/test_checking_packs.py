"""What checking a pack finds beyond what loading it does, each at its line."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from summarykit.api.pack_checking import check_pack
from summarykit.compose import Audience
from summarykit.diagnostics import Finding, Severity
from summarykit.packs import Length

MANIFEST = (
    'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
    'reports = ["annual"]\n'
)


@pytest.fixture(name="one_way")
def try_one_way_only(monkeypatch: pytest.MonkeyPatch) -> None:
    one = ((Audience.INTERNAL, Length.LONG),)
    monkeypatch.setattr("summarykit.api.pack_trials._WAYS", one)


def checked(folder: Path, files: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings of a pack that offers one report."""
    for path, text in {"pack.toml": MANIFEST, **files}.items():
        (folder / "county" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "county" / path).write_text(text, "utf-8")
    return check_pack(folder / "county")


def said(findings: Iterable[Finding]) -> list[str]:
    return [str(finding) for finding in findings]


ADDED = '[[sections]]\nid = "thanks"\ntitle = "致谢"\ntemplate = "sections/thanks.md.j2"\n'


@pytest.mark.parametrize(
    ("path", "text", "documents"),
    [
        ("layout.toml", "", 0),
        ("layout.toml", '[page]\ntop = "3cm"\n', 0),
        ("layout.toml", "[title]\ncharacters = 21\n", 2),
        ("terms.toml", '[voice.school]\nself = "本校"\n', 2),
        ("reports/annual.toml", 'name = "年度总结"\n', 7),
        ("sections/closing.md.j2", "结语。", 7),
    ],
)
def test_as_many_documents_are_made_as_the_changes_reach(
    path: str, text: str, documents: int, tmp_path: Path
) -> None:
    (tmp_path / "county" / path).parent.mkdir(parents=True)
    (tmp_path / "county/pack.toml").write_text(MANIFEST, "utf-8")
    (tmp_path / "county" / path).write_text(text, "utf-8")
    steps: list[tuple[int, int]] = []

    found = check_pack(tmp_path / "county", progress=lambda *step: steps.append(step))

    assert said(one for one in found if one.severity is not Severity.INFO) == []
    assert steps == [(done, documents) for done in range(documents + 1)]


@pytest.mark.usefixtures("one_way")
@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"section/opening.md.j2": "导语。"},
            [
                (
                    "county/section/opening.md.j2  warning file-unused  no report uses this"
                    " template\n  hint: did you mean sections/opening.md.j2?"
                )
            ],
        ),
        (
            {"measures/home_visits.md.j2": "家访。"},
            [
                (
                    "county/measures/home_visits.md.j2  warning file-unused  no report uses"
                    " this template\n  hint: did you mean measures/home_visit.md.j2?"
                )
            ],
        ),
        (
            {"layuot.toml": '[page]\ntop = "3cm"\n'},
            [
                (
                    "county/layuot.toml  warning file-unused  nothing reads this file\n"
                    "  hint: did you mean layout.toml?"
                )
            ],
        ),
        (
            {"layout.toml": '[fonts.hei]\nname = "黑体字"\n'},
            [
                (
                    "county/layout.toml:2 fonts.hei.name  warning font-missing  no font"
                    " 黑体字 is known here: is it spelt as Word does?\n"
                    "  hint: did you mean 黑体?"
                )
            ],
        ),
        ({"layout.toml": '[fonts.title]\nname = "宋体"\n'}, []),
        (
            {
                "reports/annual.toml": ADDED,
                "sections/thanks.md.j2": "{% if programme.kind == 'x' %}谢。{% endif %}",
            },
            [
                (
                    "county/reports/annual.toml:2 sections[11].id  warning"
                    " section-never-filled  the section 致谢 is empty with every record"
                )
            ],
        ),
        (
            {"reports/annual.toml": 'title = "{% if all_planned %}总结{% endif %}"'},
            [
                (
                    "county/reports/annual.toml:1 title  error pack-invalid  the title of the"
                    " report is empty with some records"
                )
            ],
        ),
    ],
)
def test_what_only_trying_shows(
    files: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert said(checked(tmp_path, files)) == expected


@pytest.mark.usefixtures("one_way")
def test_everything_is_told_at_once_the_errors_first(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        {
            "reports/annual.toml": ADDED,
            "sections/thanks.md.j2": "感谢。\n\n{{ programe.label }}",
            "sections/results.md.j2": "成效。{{ programme.backgroundd }}",
            "parts/old.md.j2": "旧。",
        },
    )

    assert [str(f.at) for f in found] == [
        "county/sections/results.md.j2:1",
        "county/sections/thanks.md.j2:3",
        "county/parts/old.md.j2",
        "county/sections/results.md.j2:1",
    ]
    assert [f.severity.name for f in found] == ["ERROR", "ERROR", "WARNING", "INFO"]
    assert str(found[1].hint) == "did you mean programme?"


def test_a_broken_pack_is_judged_as_far_as_it_goes(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        {"layout.toml": '[page]\ntop = "wide"\n', "section/goals.md.j2": "目标。"},
    )

    assert [(str(f.at), str(f.message)) for f in found] == [
        ("county/layout.toml:2 page.top", "上边距: wide is not a length"),
        ("county/section/goals.md.j2", "no report uses this template"),
    ]


@pytest.mark.usefixtures("one_way")
def test_what_fails_in_a_title_is_told_at_its_line(tmp_path: Path) -> None:
    (found,) = checked(
        tmp_path, {"reports/annual.toml": '# 标题\ntitle = "{{ organisaton.name }}总结"\n'}
    )

    assert str(found.at) == "county/reports/annual.toml:2 title"
    assert str(found.hint) == "did you mean organisation?"


@pytest.mark.usefixtures("one_way")
def test_a_title_that_is_too_long_is_told_at_its_line(tmp_path: Path) -> None:
    long = "关于" + "学生关爱" * 20 + "工作总结"

    (found,) = checked(tmp_path, {"reports/annual.toml": f'title = "{long}"\n'})

    assert (found.code, str(found.at)) == (
        "title-too-long",
        "county/reports/annual.toml:1 title",
    )


@pytest.mark.usefixtures("one_way")
def test_a_fact_that_the_pack_alone_knows_is_there_when_it_is_tried(tmp_path: Path) -> None:
    found = checked(
        tmp_path,
        {
            "fields.toml": '[fields.library]\nname = "藏书"\ntype = "quantity"\n',
            "sections/closing.md.j2": (
                "{% if extra.library %}藏书{{ extra.library }}。{{ nobody }}{% endif %}"
            ),
        },
    )

    assert [str(f.at) for f in found if f.is_error] == ["county/sections/closing.md.j2:1"]


def test_what_is_no_pack_is_said() -> None:
    assert [f.code for f in check_pack("nowhere")] == ["pack-not-found"]
    assert [f.code for f in check_pack(3)] == ["wrong-type"]  # type: ignore[arg-type]


@pytest.mark.usefixtures("one_way")
@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            '{% extends "parent/section/closing.md.j2" %}',
            'write "parent/sections/closing.md.j2"',
        ),
        ('{% extends "sections/closing.md.j2" %}', 'write "parent/sections/closing.md.j2"'),
        ('{% extends "parent/nothing/like.it" %}', None),
        ("{{ nobody_at_all }}", "did you mean nobody_as?"),
    ],
)
def test_a_template_that_names_a_wrong_one_is_told_the_right_one(
    text: str, hint: str | None, tmp_path: Path
) -> None:
    every = checked(tmp_path, {"sections/closing.md.j2": text})
    (found,) = (one for one in every if one.severity is not Severity.INFO)

    assert str(found.at) == "county/sections/closing.md.j2:1"
    assert (str(found.hint) if found.hint else None) == hint
