"""The least file of a report that docs/packs.md shows makes a report that works."""

import re
from pathlib import Path

import pytest

from example_records import FOLDER, FULL
from summarykit import compose
from summarykit.api.pack_checking import check_pack

ROOT = Path(__file__).parents[3]
_SHOWN = re.compile(r"```toml\n# yunling/(\S+)\n(.*?)```", re.DOTALL)


def test_the_least_file_of_a_report_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarykit.api.pack_checking.tried_out", lambda *_: ())
    for path, text in _SHOWN.findall((ROOT / "docs/packs.md").read_text("utf-8")):
        (tmp_path / "yunling" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "yunling" / path).write_text(text, "utf-8")

    assert (tmp_path / "yunling/reports/nutrition.toml").is_file()
    assert [one for one in check_pack(tmp_path / "yunling") if one.severity != "info"] == []


def test_the_report_on_all_the_work_is_found_by_what_people_call_it() -> None:
    record = FOLDER / f"{FULL}.yaml"

    called, named = (compose(record, report=name) for name in ("全面总结", "annual"))

    assert called.document == named.document
