"""C09: sentences that stand in the text before, in the same words or nearly."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count
from typing import Final

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.review.prose.passages import Passage, Prose
from summarykit.review.prose.slips import Slip

_LEAST: Final = 12
"""A sentence of fewer signs is nobody's loss."""
_RUN: Final = 20
"""So many signs in the same words are a repetition, even within other sentences."""
_GAP: Final = 2
"""So many signs may differ between two parts of a run."""
_ALIKE: Final = 0.9
_LONGEST: Final = 300
"""A longer sentence is looked at in pieces, so that the work grows with the text only."""
_GRAM: Final = 5
_KEPT: Final = 3
"""A few signs that more sentences have say nothing of which are alike."""
_SENTENCE: Final = re.compile(r"[^。！？!?；;]+[。！？!?；;]?[”’]?")
_WORDS: Final = re.compile(r"[\u3400-\u9fffA-Za-z0-9%]")
_NAMES: Final = re.compile(r"《[^《》]*》|[（(][^（）()]*[）)]")
_FIGURES: Final = re.compile(r"[0-9０-９一二三四五六七八九十两百千]+")
_SAID: Final = message("this stands in the text before: {words}")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The signs of a sentence without marks, and where each stands in its passage."""

    passage: Passage
    places: tuple[int, ...]
    signs: str
    own: str
    """The signs, with others for what is a name or in brackets: that may be said again."""

    @property
    def grams(self) -> set[str]:
        """All runs of a few signs."""
        return {self.own[at : at + _GRAM] for at in range(len(self.own) - _GRAM + 1)}


@dataclass(slots=True)
class _Seen:
    """The sentences so far, and for each run of a few signs the first of them that have it."""

    sentences: list[_Sentence] = field(default_factory=list)
    whole: set[str] = field(default_factory=set)
    having: dict[str, list[int]] = field(default_factory=dict)

    def take(self, sentence: _Sentence) -> None:
        """Remember a sentence."""
        self.whole.add(sentence.signs)
        for gram in sentence.grams:
            kept = self.having.setdefault(gram, [])
            if len(kept) < _KEPT:
                kept.append(len(self.sentences))
        self.sentences.append(sentence)

    def near(self, sentence: _Sentence) -> Iterator[_Sentence]:
        """Yield the few of those before that have most in common with one."""
        votes = Counter(at for gram in sentence.grams for at in self.having.get(gram, ()))
        for at, shared in votes.most_common(_KEPT):
            if shared >= _GRAM or shared * 2 >= len(sentence.grams):
                yield self.sentences[at]


def check(prose: Prose) -> Iterator[Slip]:
    """Yield the sentences, and the long runs of words within others, that were there before.

    The work grows with the length of the text: a sentence is compared with a few at most.
    """
    seen = _Seen()
    fresh = count(0xF0000)
    for passage in prose.body:
        for sentence in _sentences(passage, fresh):
            found = _repeated(sentence, seen)
            if found and not _only_names(sentence, *found):
                yield _slip(sentence, *found)
            seen.take(sentence)


def _sentences(passage: Passage, fresh: Iterator[int]) -> Iterator[_Sentence]:
    text = passage.text
    begins = 0
    if passage.ordinal is not None:
        begins = text.index(passage.ordinal.bare) + len(passage.ordinal.written)
    named = {at for name in _NAMES.finditer(text) for at in range(*name.span())}
    for found in _SENTENCE.finditer(text, begins):
        every = [found.start() + one.start() for one in _WORDS.finditer(found[0])]
        for cut in range(0, len(every), _LONGEST):
            places = tuple(every[cut : cut + _LONGEST])
            signs = "".join(text[at] for at in places)
            # Signs that are nowhere else make a name like nothing.
            own = "".join(
                chr(next(fresh) % 0x10000 + 0xF0000) if at in named else text[at]
                for at in places
            )
            yield _Sentence(passage, places, signs, own)


def _repeated(sentence: _Sentence, seen: _Seen) -> tuple[int, int] | None:
    """Return from where to where a sentence was there before: all of it, or its longest run."""
    length = len(sentence.signs)
    if length < _LEAST:
        return None
    if sentence.signs in seen.whole:
        return 0, length
    runs: list[tuple[int, int]] = []
    for before in seen.near(sentence):
        compared = SequenceMatcher(None, before.own, sentence.own, autojunk=False)
        figures = _FIGURES.findall(before.own) == _FIGURES.findall(sentence.own)
        if figures and compared.ratio() >= _ALIKE:
            return 0, length
        runs += _runs(compared, sentence.own)
    return max(runs, key=lambda run: run[1] - run[0], default=None)


def _runs(compared: SequenceMatcher[str], signs: str) -> Iterator[tuple[int, int]]:
    """Yield the runs that are long enough, with a sign or two here and there that differ."""
    start = end = before = same = 0
    for block in compared.get_matching_blocks():
        gap = max(block.b - end, block.a - before)
        if gap > _GAP or not block.size or _FIGURES.search(signs[end : block.b]):
            if same >= _RUN and same >= _ALIKE * (end - start):
                yield start, end
            start, same = block.b, 0
        same += block.size
        end, before = block.b + block.size, block.a + block.size


def _only_names(sentence: _Sentence, start: int, end: int) -> bool:
    """Return whether a run lists things, which may be the same twice."""
    words = sentence.passage.text[sentence.places[start] : sentence.places[end - 1]]
    return words.count("、") >= _GAP and not re.search("[，,]", words) and start > 0


def _slip(sentence: _Sentence, start: int, end: int) -> Slip:
    first, last = sentence.places[start], sentence.places[end - 1] + 1
    words = sentence.passage.text[first:last]
    shown = words if len(words) <= _RUN else f"{words[:_RUN]}…"
    said = Message(_SAID.text, {"words": shown})
    return Slip(Code.C09, Severity.WARNING, sentence.passage, first, last, said)
