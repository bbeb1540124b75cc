"""What a rule says of some words of a passage."""

from dataclasses import dataclass

from summarykit.diagnostics import Code, Message, Severity
from summarykit.review.prose.passages import Passage


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of a passage that somebody should look at, from `start` up to `end`."""

    code: Code
    severity: Severity
    passage: Passage
    start: int
    end: int
    said: Message

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]
