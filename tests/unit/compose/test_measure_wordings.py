"""A word that a template has wrong is found with the nearest right one."""

import pytest

from measure_paragraphs import told
from summarykit.packs import UnknownNameError


@pytest.mark.parametrize(
    ("wording", "name", "near"),
    [
        ({"hold": "由…负责"}, "hold", "held"),
        ({"order": ["contents", "step"]}, "step", "steps"),
        ({"held": "由德育处负责"}, 'held="由德育处负责"', 'held="由…负责"'),
        ({"held": ["由…负责", "德育处负责"]}, 'held="德育处负责"', 'held="由…负责"'),
        ({"limit": "三日内办结"}, 'limit="三日内办结"', 'limit="…"'),
        ({"contents": "内容是…"}, 'contents="内容是…"', 'contents="主要内容"'),
    ],
)
def test_a_wrong_word_is_refused_with_those_that_are_known(
    wording: dict[str, object], name: str, near: str
) -> None:
    with pytest.raises(UnknownNameError) as error:
        told(practice="走访学生家庭", wording=wording)
    assert error.value.name == name
    assert near in (error.value.known or ())
