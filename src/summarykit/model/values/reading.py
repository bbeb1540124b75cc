"""How every value type is read and written: by `parse`, by pydantic, and back by `str`."""

from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import Any, ClassVar, Final, Self, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from summarykit.model.values.text import RefusedText, clean

Parts = dict[str, Any]
"""The fields of a value by name, as found in a text; what is absent has its default."""

Kind = Any
"""A class of values; mypy does not take one for hashable, and a cache wants hashable keys."""

LONGEST: Final = 120
"""No value takes more characters; a longer text is prose and is not searched for one."""

_ALIKE: Final = str.maketrans(
    "０１２３４５６７８９％．，：／－–—―－~〜", "0123456789%.,:/-———-～～"
)


class UnreadableValue(ValueError):  # noqa: N818 - it names what was found, like RefusedText
    """Raised when a value cannot be read; its sentence is `template` filled with `context`."""

    def __init__(self, kind: str, template: str, **context: object) -> None:
        self.kind = kind
        self.template = template
        self.context = context
        super().__init__(template.format_map(context))


class Value:
    """What the value types share: `parse(str(value)) == value`, whatever the value.

    Each type has one function from text to parts, `_read`, and one back, `__str__`. A value
    whose own text would be read as another value is refused when it is built.
    """

    __slots__ = ()

    kind: ClassVar[str]
    noun: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    also_reads: ClassVar[tuple[type[Any], ...]] = ()

    @classmethod
    def parse(cls, text: Any) -> Self:  # noqa: ANN401 - anything may be refused
        """Return the value that `text` says; see the class for the forms it reads.

        Raises:
            UnreadableValue: It is a ValueError; its sentence shows forms that can be read.
        """
        if isinstance(text, cls):
            return text
        if isinstance(text, bool) or not isinstance(text, (str, *cls.also_reads)):
            raise cls.unreadable(repr(text))
        kind: Kind = cls
        return cast("Self", _parsed(kind, cls._written(text)))

    @classmethod
    def _written(cls, found: object) -> str:
        return found if isinstance(found, str) else str(found)

    @classmethod
    def _read(cls, text: str) -> Parts:
        """Return the parts found in `text`, which is cleaned and has half-width digits."""
        raise NotImplementedError

    @classmethod
    def unreadable(cls, found: str) -> UnreadableValue:
        """Return the error for `found`, with examples of what would be read."""
        return UnreadableValue(
            f"{cls.kind}_parsing",
            "{found} is not " + cls.noun + "; write it like {allowed}",
            found=found[:LONGEST],
            allowed=", ".join(cls.examples),
        )

    def __post_init__(self) -> None:
        """Refuse parts that have no text of their own."""
        kind: Kind = type(self)
        parts = _parts(kind, str(self))
        for name, default in _defaults(kind):
            if getattr(self, name) != parts.get(name, default):
                raise self.unreadable(str(self))

    @classmethod
    def _validate(cls, found: object) -> Self:
        try:
            return cls.parse(found)
        except UnreadableValue as error:
            raise PydanticCustomError(error.kind, error.template, error.context) from None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return a schema that reads with `parse` and serialises with `str`."""
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the JSON Schema of the written form, with examples."""
        numbers = ["number"] if Decimal in cls.also_reads else ["integer"]
        return {
            "type": ["string", *numbers] if int in cls.also_reads else "string",
            "description": (cls.__doc__ or "").partition("\n")[0],
            "examples": list(cls.examples),
        }


# Values never change, so one reading of a text serves all; a text already in its usual form is
# read once, although `__post_init__` asks for its parts again.
@lru_cache(maxsize=4096)
def _parsed(kind: Kind, text: str) -> Value:
    if len(text) > LONGEST:
        raise kind.unreadable(text)
    try:
        return cast("Value", kind(**_parts(kind, clean(text).translate(_ALIKE))))
    except RefusedText:
        raise kind.unreadable(ascii(text)) from None
    except UnreadableValue as error:
        # Show what was written, not what cleaning or printing made of it.
        context = error.context | {"found": text}
        raise UnreadableValue(error.kind, error.template, **context) from None


@lru_cache(maxsize=4096)
def _parts(kind: Kind, text: str) -> Parts:
    return cast("Parts", kind._read(text))  # noqa: SLF001 - its own reader


@lru_cache(maxsize=64)
def _defaults(kind: Kind) -> tuple[tuple[str, object], ...]:
    return tuple((part.name, part.default) for part in fields(kind))
