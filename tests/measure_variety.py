"""How alike the summaries of fifty similar schools are, before and after wordings vary.

`PYTHONPATH=src:tests python tests/measure_variety.py` prints the overlap of pairs of schools:
of the whole body, of what the templates say in it, and of what the records say themselves,
which no template can change. Before: each choice of wording takes its first one.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import Final
from unittest.mock import patch

from generated_records import SCHOOLS, similar
from prose import document_of, template_words
from prose_habits import grams
from prose_lines import Line, Role, letters, lines_of
from summarykit.compose.language.variety import Variety
from summarykit.document import Document, Fact

REPORT: Final = "left_behind_care"
SHORTEST_PARAGRAPH: Final = 8
_SHOWN: Final = 5
_P95: Final = 0.95
_VALUE: Final = "·"
_STANDS_FOR_VALUE: Final = "值"

Text = Callable[[Document], str]


@dataclass(frozen=True)
class Overlap:
    """How much each pair of texts shares: the Jaccard index of their runs of six characters."""

    mean: float
    p95: float
    most: float

    def __str__(self) -> str:
        """Return the three figures."""
        return f"mean {self.mean:.3f}, 95th percentile {self.p95:.3f}, max {self.most:.3f}"


def body(document: Document) -> str:
    """Return the letters of the paragraphs: no marks, titles, tables or signatures."""
    return "".join(letters(line.text) for line in _paragraphs(document))


def of_templates(document: Document) -> str:
    """Return the letters that templates own; one sign stands for each value."""
    return letters(template_words(document).replace(_VALUE, _STANDS_FOR_VALUE))


def of_record(document: Document) -> str:
    """Return the letters of the values in the paragraphs, apart from one another."""
    values = (
        one.text for line in _paragraphs(document) for one in line.words if _is_value(one)
    )
    return "\n".join(map(letters, values))


def _is_value(one: object) -> bool:
    return isinstance(one, Fact)


def _paragraphs(document: Document) -> Iterator[Line]:
    return (line for line in lines_of(document) if line.role is Role.TEXT)


def overlap(texts: Sequence[str]) -> Overlap:
    """Return how much each pair of the texts shares; runs do not reach over line breaks."""
    runs = [frozenset().union(*map(grams, text.split("\n"))) for text in texts]
    found = sorted(jaccard(one, other) for one, other in combinations(runs, 2))
    return Overlap(fmean(found), found[round(_P95 * (len(found) - 1))], found[-1])


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of what is in both of what is in either; 0 of nothing."""
    return len(one & other) / max(1, len(one | other))


def shared_paragraphs(documents: Sequence[Document]) -> tuple[int, Counter[str]]:
    """Return how many pairs have a paragraph in common, and in how many pairs each one is."""
    own = [
        frozenset(line.text for line in _paragraphs(document) if _is_long(line))
        for document in documents
    ]
    common = [one & other for one, other in combinations(own, 2)]
    return sum(map(bool, common)), Counter(text for texts in common for text in texts)


def _is_long(line: Line) -> bool:
    return len(letters(line.text)) >= SHORTEST_PARAGRAPH


def documents() -> list[Document]:
    """Return the summaries of all the schools."""
    return [document_of(similar(number), REPORT) for number in range(SCHOOLS)]


def report(name: str, made: Sequence[Document]) -> str:
    """Return the figures of one set of summaries."""
    kinds: tuple[tuple[str, Text], ...] = (
        ("whole body", body),
        ("templates' words", of_templates),
        ("records' words", of_record),
    )
    lines = [f"  {kind:<18}{overlap([of(one) for one in made])}" for kind, of in kinds]
    pairs, texts = shared_paragraphs(made)
    every = len(made) * (len(made) - 1) // 2
    size = fmean(len(body(one)) for one in made)
    lines.append(f"  {'one paragraph the same':<24}{pairs} of {every} pairs")
    lines += [f"    {count:>5} pairs: {text}" for text, count in texts.most_common(_SHOWN)]
    return "\n".join([f"{name} ({size:.0f} characters each)", *lines])


def main() -> None:
    """Measure and print."""
    start = time.process_time()
    with patch.object(Variety, "pick", lambda *_: 0):
        told = [report("before: the first wording of each choice", documents())]
    told.append(report("after: wordings vary by school and place", documents()))
    told.append(f"{SCHOOLS} schools, {time.process_time() - start:.1f} s of CPU")
    sys.stdout.write("\n\n".join(told) + "\n")


if __name__ == "__main__":
    main()
