"""Nothing that making every document in every way shows is missed by making fewer."""

from pathlib import Path

import pytest

from summarykit.api import pack_checking
from summarykit.api.pack_checking import check_pack
from summarykit.packs.loading import load_pack, trace_pack
from summarykit.packs.places.lineage import Traced
from summarykit.packs.tools.affected import Affected, affected

MANIFEST = 'format = 2\nid = "{}"\nname = "某县"\nversion = "1"\nextends = "{}"\n'
ONE = 'reports = ["left_behind_care"]\n'
PARENT = '{{% extends "parent/{}" %}}{{% block {} %}}{}{{% endblock %}}'


def pack(folder: Path, name: str, parent: str, files: dict[str, str], more: str = ONE) -> Path:
    for path, text in {"pack.toml": MANIFEST.format(name, parent) + more, **files}.items():
        (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / path).write_text(text, "utf-8")
    return folder / name


LONG = "关于" + "学生关爱" * 9 + "总结"
SEEDED = {
    "a title": {"reports/left_behind_care.toml": 'title = "{{ organisaton.name }}总结"'},
    "a title that may be empty": {
        "reports/left_behind_care.toml": "title = \"{{ programme.title or '' }}\""
    },
    "a title that is too long": {"reports/left_behind_care.toml": f'title = "{LONG * 3}"'},
    "a title by its lines": {"layout.toml": "[title]\ncharacters = 5\n"},
    "a section": {"sections/results.md.j2": "成效。{{ programme.backgroundd }}"},
    "a block": {
        "sections/opening.md.j2": PARENT.format("sections/opening.md.j2", "transition", "{{x}}")
    },
    "a part of many": {"parts/voice.md.j2": "{% macro we() %}{{ nobody }}{% endmacro %}"},
    "a measure by its kind": {"measures/home_visit.md.j2": "{{ nobody }}"},
    "a difficulty by its kind": {"difficulties/unsupervised_time_gap.md.j2": "{{ nobody }}"},
    "markup": {"sections/closing.md.j2": "1. 一\n2. 二\n"},
    "what only the emptiest lacks": {
        "sections/closing.md.j2": "{% if not programme.results %}{{ nobody }}{% endif %}结语。"
    },
    "what is not for the public": {
        "sections/closing.md.j2": "结语。{% for c in cases %}{{ c.pupil }}{% endfor %}"
    },
    "words by their shape": {"terms.toml": '[terms.period]\nschool_year = ["甲", "乙"]\n'},
    "a fact of the pack": {
        "fields.toml": '[fields.library]\nname = "藏书"\ntype = "quantity"\n',
        "sections/closing.md.j2": "{% if extra.library %}{{ nobody }}{% endif %}结语。",
    },
    "a section that nothing fills": {
        "reports/left_behind_care.toml": (
            '[[sections]]\nid = "thanks"\ntitle = "致谢"\ntemplate = "sections/thanks.md.j2"\n'
        ),
        "sections/thanks.md.j2": "{% if programme.kind == 'x' %}谢。{% endif %}",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", SEEDED)
def test_a_defect_is_found_as_by_trying_everything(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pack(tmp_path, "county", "zh", SEEDED[name])

    found = check_pack(folder)
    monkeypatch.setattr(pack_checking, "affected", _everything)
    everything = check_pack(folder)

    assert found == everything
    if name != "words by their shape":
        assert found


def _everything(traced: Traced, reports: object) -> Affected:
    del reports
    loaded = load_pack(str(traced.stamps[0][0].folder)).pack  # type: ignore[attr-defined]
    assert loaded is not None
    return Affected(tuple(loaded.reports), titles=True)


def reached(place: Path | str) -> Affected:
    traced = trace_pack(str(place))
    assert isinstance(traced, Traced)
    loaded = load_pack(str(place)).pack
    assert loaded is not None
    return affected(traced, loaded.reports.values())


def test_a_pack_that_ships_is_tried_as_a_whole() -> None:
    assert len(reached("zh").wholly) > 7


def test_what_a_pack_between_changes_is_tried_with_its_heir(tmp_path: Path) -> None:
    pack(tmp_path, "county", "zh", {"reports/home_visits.toml": 'name = "访问"\n'}, "")
    school = pack(tmp_path, "school", "county", {"layout.toml": ""}, "")

    assert reached(school) == Affected(("home_visits",), titles=False)


def test_a_template_reaches_the_reports_that_use_it(tmp_path: Path) -> None:
    text = PARENT.format("sections/closing_report.md.j2", "closing", "完。")
    county = pack(tmp_path, "county", "zh", {"sections/closing_report.md.j2": text}, "")

    assert reached(county) == Affected(("situation_report",), titles=False)
