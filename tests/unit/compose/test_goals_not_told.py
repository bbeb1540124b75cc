"""A report without its section on goals says which goal was met: nobody has read of it."""

from pathlib import Path

import example_records
from summarykit.api import compose

MANIFEST = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
REMOVED = '[[sections]]\nid = "goals"\nremove = true\n'
VAGUE = ("达到目标要求", "达到预定目标")


def text(pack: str) -> str:
    record = example_records.record("full-school-year")
    summary = compose(record, pack=pack, report="annual", audience="internal", length="long")
    return summary.to_bytes("txt").decode()


def test_a_goal_that_no_section_tells_is_told_where_it_is_met(tmp_path: Path) -> None:
    (tmp_path / "county/reports").mkdir(parents=True)
    (tmp_path / "county/pack.toml").write_text(MANIFEST, "utf-8")
    (tmp_path / "county/reports/annual.toml").write_text(REMOVED, "utf-8")

    with_goals, without = text("zh"), text(str(tmp_path / "county"))

    assert any(words in with_goals for words in VAGUE)
    assert not any(words in without for words in VAGUE)
    assert "工作目标\n" not in without
    assert "100%的目标" in without
