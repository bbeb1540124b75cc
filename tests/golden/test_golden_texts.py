"""The text of every example, word for word; `tests/golden_texts.py` writes the files anew."""

import pytest

from golden_texts import FOLDER, golden, names, outline, text


@pytest.mark.parametrize(("name", "report"), list(names()))
def test_each_example_reads_as_it_was_reviewed(name: str, report: str) -> None:
    reviewed = (FOLDER / f"{name}.{report}.txt").read_text("utf-8")
    assert text(name, report) == reviewed
    headings = (FOLDER / f"{name}.{report}.outline.txt").read_text("utf-8")
    assert outline(name, report) == headings


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(golden())
