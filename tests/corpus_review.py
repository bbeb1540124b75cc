"""How well the words of real texts are reviewed: precision and recall by code, against labels.

    python tests/corpus_review.py FOLDER [--code CODE] [--half {tuning,unseen}]

`FOLDER` holds the texts that `tests/corpus/labels.tsv` is about, which are not part of the
project: the labels say only where they stand. They were made twice, before there was any rule,
and compared. A slip is right when it overlaps a label of its code in its line; with `CODE`,
what is missed and what is wrong of that code is listed.

The texts are in two halves by a hash of their names. Rules may be looked for in the misses of
the tuning half only; of the unseen one nothing is listed, so that its rates tell how the rules
do with texts that nobody had in mind.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from summarykit.diagnostics import Code
from summarykit.review.prose.passages import of_lines
from summarykit.review.prose.reviewing import slips_of
from summarykit.review.prose.slips import Slip

LABELS = Path(__file__).parent / "corpus/labels.tsv"


@dataclass(frozen=True)
class Span:
    """Some words of a line that have a code."""

    text: str
    line: int
    start: int
    end: int
    code: str

    def meets(self, other: "Span") -> bool:
        """Return whether both say the same of the same words, or of some of them."""
        here = (self.text, self.line, self.code) == (other.text, other.line, other.code)
        return here and self.start < other.end and other.start < self.end


def half_of(name: str) -> str:
    """Return in which half a text is, `tuning` or `unseen`, whatever it says."""
    return ("tuning", "unseen")[sha256(name.encode()).digest()[0] % 2]


def labels() -> list[Span]:
    """Return what people found."""
    rows = [line.split("\t") for line in LABELS.read_text("utf-8").splitlines()[1:]]
    return [
        Span(text, int(line), int(start), int(end), code)
        for text, line, start, end, code in rows
    ]


def found(folder: Path, names: set[str]) -> list[Span]:
    """Return what the rules find in the texts of those names."""
    return [
        Span(path.stem, slip.passage.spot.numbers[0], slip.start, slip.end, slip.code.value)
        for path in sorted(folder.glob("*.txt"))
        if path.stem in names
        for slip in _counted(slips_of(of_lines(path.read_text("utf-8")), lines=True))
    ]


def _counted(slips: tuple[Slip, ...]) -> Iterator[Slip]:
    """Yield the slips, of half-width marks only the first, as the labels have it."""
    half = [slip for slip in slips if slip.code is Code.N01]
    yield from (slip for slip in slips if slip.code is not Code.N01 or slip is half[0])


def main(folder: Path, code: str, half: str) -> None:
    """Print a row for each code, and one for all; with `code`, its misses and false alarms."""
    known = [span for span in labels() if half in ("", half_of(span.text))]
    seen = found(folder, {span.text for span in known})
    missed = [one for one in known if not any(one.meets(other) for other in seen)]
    wrong = [one for one in seen if not any(one.meets(other) for other in known)]
    told = ["code | labels | missed | found | wrong | precision | recall"]
    told += _rows(known, missed, seen, wrong)
    for title, spans in (("missed", missed), ("wrong", wrong)):
        told += (
            f"{title} {_shown(span, folder)}"
            for span in spans
            if span.code == code and half_of(span.text) == "tuning"
        )
    sys.stdout.write("".join(f"{line}\n" for line in told))


def _rows(*lists: list[Span]) -> Iterator[str]:
    """Yield a row for each code: labels, missed, found, wrong, precision, recall."""
    for name in [*sorted({span.code for spans in lists for span in spans}), "all"]:
        counts = [sum(name in ("all", span.code) for span in spans) for spans in lists]
        known, missed, seen, wrong = counts
        rates = (_rate(seen - wrong, seen), _rate(known - missed, known))
        yield " | ".join([name, *map(str, counts), *rates])


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


def _shown(span: Span, folder: Path) -> str:
    line = (folder / f"{span.text}.txt").read_text("utf-8").splitlines()[span.line - 1]
    around = line[max(0, span.start - 12) : span.end + 12]
    return f"{span.text}:{span.line} {line[span.start : span.end]!r} in {around!r}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--code", default="")
    parser.add_argument("--half", choices=("", "tuning", "unseen"), default="")
    main(**vars(parser.parse_args()))
