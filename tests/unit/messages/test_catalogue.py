"""Each English sentence has its Chinese one, with the same gaps, and no other does."""

import re

import pytest

import catalogue

SENTENCES = catalogue.sentences()
ZH = catalogue.translations()
_GAP = re.compile(r"{(\w+)}")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_sentence_has_its_translation_with_the_same_gaps(sentence: str) -> None:
    assert ZH.get(sentence), f"{SENTENCES[sentence]} says: {sentence}"
    assert sorted(_GAP.findall(ZH[sentence])) == sorted(_GAP.findall(sentence))


def test_no_translation_is_left_over() -> None:
    assert sorted(ZH.keys() - SENTENCES.keys()) == []


def test_each_translation_is_chinese() -> None:
    assert [t for t in ZH.values() if not re.search("[\u4e00-\u9fff]", t)] == []
