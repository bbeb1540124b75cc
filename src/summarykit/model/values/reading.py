"""How a value type is read by pydantic: from its own instance, from text, from a number."""

from decimal import Decimal
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Readable = str | int | Decimal


class UnreadableValue(ValueError):  # noqa: N818 - it names what was found, like RefusedText
    """Raised when a value cannot be read; `template` with `context` filled in is its sentence."""

    def __init__(self, kind: str, template: str, **context: object) -> None:
        self.kind = kind
        self.template = template
        self.context = context
        super().__init__(template.format_map(context))


class Value:
    """What the value types share: they are read by `parse`, printed by `str`, never changed."""

    __slots__ = ()

    kind: ClassVar[str]
    noun: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    numeric: ClassVar[bool] = False

    @classmethod
    def parse(cls, text: Readable) -> Self:
        """Return the value `text` says; each type tells which forms it reads."""
        raise NotImplementedError

    @classmethod
    def unreadable(cls, found: object) -> UnreadableValue:
        """Return the error for `found`, with examples of what would be read."""
        return UnreadableValue(
            f"{cls.kind}_parsing",
            "{found} is not " + cls.noun + "; write it like {allowed}",
            found=str(found),
            allowed=", ".join(cls.examples),
        )

    @classmethod
    def _validate(cls, found: object) -> Self:
        if isinstance(found, cls):
            return found
        readable = (str, int, float, Decimal) if cls.numeric else (str,)
        try:
            if isinstance(found, bool) or not isinstance(found, readable):
                raise cls.unreadable(repr(found))
            # The shortest decimal that reads back as the same float is what the file said.
            return cls.parse(Decimal(repr(found)) if isinstance(found, float) else found)
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
        return {
            "type": ["string", "number"] if cls.numeric else "string",
            "description": (cls.__doc__ or "").partition("\n")[0],
            "examples": list(cls.examples),
        }
