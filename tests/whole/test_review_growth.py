"""The time that a review takes grows with the length of the file, whatever stands in it."""

import pytest

import summarykit as sk
from documents import doc
from review_files import written
from spending import seconds


def test_time_grows_with_the_length_and_no_faster() -> None:
    def spent(paragraphs: int) -> float:
        text = "= 总结\n" + "学校每月走访一次，做到不漏一户。\n" * paragraphs
        data = written(document=doc(text))
        return seconds(lambda: sk.review(data))

    assert spent(1500) < 30 * spent(150)


@pytest.mark.parametrize(
    "piece", ["教[2023]5号,", "（1", "2024年1", "“一…", "1.5～2 ", "13912345678，"]
)
def test_a_very_long_paragraph_takes_no_longer_a_sign(piece: str) -> None:
    def spent(pieces: int) -> float:
        data = written(document=doc(f"= 总结\n学校{piece * pieces}。"))
        return seconds(lambda: sk.review(data))

    assert spent(5_000) < 30 * spent(500)
