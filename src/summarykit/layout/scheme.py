"""How headings are numbered: the forms `一、`, `（一）`, `1.`, `（1）`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from pydantic_core import PydanticCustomError, core_schema

from summarykit.layout.bounds import fit


class Counter(StrEnum):
    """What counts inside a number form, named by its first sign."""

    CHINESE = "一"
    ARABIC = "1"
    CIRCLED = "①"


_FORM = re.compile("([^一1①]*)([一1①])([^一1①]*)")


@dataclass(frozen=True, slots=True)
class NumberForm:
    """The look of a number, read from how the first one looks: `（一）`."""

    before: str
    counter: Counter
    after: str

    @classmethod
    def read(cls, sample: str) -> Self:
        """Return the form whose first number is `sample`.

        Raises:
            ValueError: `sample` does not hold exactly one of 一, 1 and ①.
        """
        found = _FORM.fullmatch(sample)
        if found is None:
            msg = f"{sample!r} does not hold exactly one of 一, 1 and ①"
            raise ValueError(msg)
        return cls(found[1], Counter(found[2]), found[3])

    def __str__(self) -> str:
        """Return the first number in this form."""
        return f"{self.before}{self.counter}{self.after}"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: object
    ) -> core_schema.CoreSchema:
        """Return how pydantic reads a form: from its first number, or as it is."""
        return core_schema.no_info_plain_validator_function(
            cls._accept, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _accept(cls, value: Any) -> Self:  # noqa: ANN401 -- whatever a file holds
        if isinstance(value, cls):
            return value
        try:
            form = cls.read(value)
        except (ValueError, TypeError) as error:
            raise PydanticCustomError("number_form", "not a number form") from error
        fit(value)
        return form
