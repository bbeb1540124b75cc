"""Frequency: a value as people write it."""

from dataclasses import dataclass
from typing import ClassVar, Self

from summarykit.model.values.reading import Readable, Value


@dataclass(frozen=True, slots=True)
class Frequency(Value):
    """A value as people write it."""

    kind: ClassVar[str] = "frequency"
    noun: ClassVar[str] = "a frequency"
    examples: ClassVar[tuple[str, ...]] = ()

    text: str

    @classmethod
    def parse(cls, text: Readable) -> Self:
        """Return the value that `text` says."""
        return cls(str(text))

    def __str__(self) -> str:
        """Return the written form."""
        return self.text
