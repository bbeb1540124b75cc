"""The words of a text ten times as long take about ten times as long."""

import pytest

from spending import seconds
from summarykit.review.prose import (
    children,
    claims,
    contradictions,
    fitting,
    levels,
    losses,
    misspellings,
    numbers_of_people,
    periods,
    plans,
    subjects,
)
from summarykit.review.prose.passages import Prose, of_lines

LINE = (
    "我班的王喜鹊同学家里困难，学校将定期家访，成效显著，留守儿童87名，其中男生40名，女生47名，"
    "结对率100%，活动自2023年9月1日至2024年6月30日开展。全校没有学生辍学，各校做好登记。"
)
ONE_SENTENCE = "留守儿童87名和全校共有学生612名、王喜鹊的家长来访，"


def _text(times: int, line: str, end: str) -> Prose:
    return of_lines("青石小学2023—2024学年家访工作总结\n" + (line + end) * times)


@pytest.mark.parametrize(
    ("line", "end"), [(LINE, "\n"), (LINE, ""), (ONE_SENTENCE, ""), ("2024年3月8日", "\n")]
)
@pytest.mark.parametrize(
    "family",
    [
        children,
        claims,
        contradictions,
        fitting,
        levels,
        losses,
        misspellings,
        numbers_of_people,
        periods,
        plans,
        subjects,
    ],
)
def test_the_cost_grows_as_the_text_does(family: object, line: str, end: str) -> None:
    short, long = (_text(times, line, end) for times in (20, 200))

    def work(prose: Prose) -> object:
        return lambda: list(family.check(prose))  # type: ignore[attr-defined]

    cost = seconds(work(long))  # type: ignore[arg-type]
    assert cost < 30 * max(seconds(work(short)), 0.001)  # type: ignore[arg-type]
