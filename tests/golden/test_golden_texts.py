"""The text of every example, word for word; `tests/golden_texts.py` writes the files anew."""

import pytest

from golden_texts import FOLDER, Golden, goldens, outline, text


@pytest.mark.parametrize("golden", list(goldens()), ids=lambda golden: golden.file)
def test_each_example_reads_as_it_was_reviewed(golden: Golden) -> None:
    assert text(golden) == (FOLDER / f"{golden.file}.txt").read_text("utf-8")
    assert outline(golden) == (FOLDER / f"{golden.file}.outline.txt").read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    made = {f"{golden.file}{end}" for golden in goldens() for end in (".txt", ".outline.txt")}
    assert {path.name for path in FOLDER.iterdir()} == made
