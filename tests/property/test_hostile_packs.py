"""Whatever is in a pack, reading it and composing with it ends in findings."""

import pytest

from fuzz_packs import all_wrong

MANY = 120


@pytest.mark.filterwarnings("ignore:Duplicate name")  # of an archive that is made to have one
def test_no_pack_makes_reading_or_composing_fail() -> None:
    assert list(all_wrong(range(MANY))) == []
