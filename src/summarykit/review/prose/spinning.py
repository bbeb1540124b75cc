"""C02: a word that automatic rewriting put in the place of another (进取参加 for 积极参加)."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Severity, message
from summarykit.review.prose.passages import Prose
from summarykit.review.prose.slips import Slip
from summarykit.review.prose.words import words_of


def check(prose: Prose) -> Iterator[Slip]:
    """Yield each word that makes no sense where it stands, with the one that does."""
    for passage in prose.passages:
        for start, entry in words_of("spun").found(passage.text):
            said = message(
                "{wrong} makes no sense here: it may stand for {right}",
                wrong=entry.wrong,
                right=entry.right,
            )
            end = start + len(entry.wrong)
            yield Slip(Code.C02, Severity.WARNING, passage, start, end, said)
