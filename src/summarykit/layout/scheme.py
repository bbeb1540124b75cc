"""How headings are numbered: the forms `一、`, `（一）`, `1.`, `（1）`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self

from summarykit.layout.bounds import fit
from summarykit.layout.lengths import Spelled


class Counter(StrEnum):
    """What counts inside a number form, named by its first sign."""

    CHINESE = "一"
    ARABIC = "1"
    CIRCLED = "①"


_FORM = re.compile("([^一1①]*)([一1①])([^一1①]*)")


@dataclass(frozen=True, slots=True)
class NumberForm(Spelled):
    """The look of a number, read from how the first one looks: `（一）`."""

    FAULT: ClassVar = "number_form"

    before: str
    counter: Counter
    after: str

    @classmethod
    def read(cls, sample: str) -> Self:
        """Return the form whose first number is `sample`.

        Raises:
            ValueError: `sample` does not hold exactly one of 一, 1 and ①.
            PydanticCustomError: It is not what documents can hold; this is a ValueError, too.
        """
        found = _FORM.fullmatch(sample)
        if found is None:
            msg = f"{sample!r} does not hold exactly one of 一, 1 and ①"
            raise ValueError(msg)
        fit(sample)
        return cls(found[1], Counter(found[2]), found[3])

    def __str__(self) -> str:
        """Return the first number in this form."""
        return f"{self.before}{self.counter}{self.after}"
