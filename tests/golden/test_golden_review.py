"""What `review` says of the words of our own texts: no more than one thing a page."""

from collections import Counter

import pytest

from golden_texts import FOLDER
from summarykit.review.prose.passages import of_lines
from summarykit.review.prose.reviewing import slips_of

A_PAGE = 22 * 28
"""Characters on a full page of the zh layout (GB/T 9704—2012, 5.2.3)."""
NAMES = sorted(path.name for path in FOLDER.glob("*.txt") if "outline" not in path.name)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_ours_has_at_most_one_alarm(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")
    begins, length = [], 0
    for line in text.splitlines():
        begins.append(length)
        length += len(line)
    slips = slips_of(of_lines(text))
    pages = Counter(
        (begins[one.passage.spot.numbers[0] - 1] + one.start) // A_PAGE for one in slips
    )
    assert max(pages.values(), default=0) <= 1, [(one.code.value, one.words) for one in slips]


def test_there_are_texts_to_read() -> None:
    assert len(NAMES) > 30
