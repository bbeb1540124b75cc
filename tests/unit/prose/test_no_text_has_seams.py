"""No summary has a hard seam: of the examples, of the real texts, of invented records."""

import pytest

from review_prose import Reading, goldens, hard_of, invented

SEEDS = range(40)


@pytest.mark.parametrize("reading", [*goldens(), *invented(SEEDS)], ids=lambda one: one.title)
def test_a_summary_has_no_seam_that_a_template_made(reading: Reading) -> None:
    found = [seam for seam in hard_of(reading) if not seam.by_record]
    assert [(seam.rule, seam.where, seam.shown) for seam in found] == []
