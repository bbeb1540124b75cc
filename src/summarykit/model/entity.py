"""The ground under every entity: how a field is declared, and how entities are read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, NoReturn, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from summarykit.diagnostics import Term
from summarykit.model.values.text import Text
from summarykit.model.vocabulary import Sensitivity

K = TypeVar("K")
T = TypeVar("T")

REQUIRED: Any = ...
SENSITIVITY: Final = "x-sensitivity"
"""What the JSON Schema calls who may read a field."""


def field(
    label: str,
    description: str,
    default: Any = REQUIRED,  # noqa: ANN401 - a default is of any type
    sensitivity: Sensitivity = Sensitivity.PUBLIC,
) -> Any:  # noqa: ANN401 - as above
    """Return the declaration of a field: its Chinese label, what it means, and who may read it.

    The one declaration feeds the reader (either name is a key), the JSON Schema, the messages,
    the reference page, and what is kept from which reader.
    """
    is_open = sensitivity is Sensitivity.PUBLIC
    extra: dict[str, Any] = {} if is_open else {SENSITIVITY: sensitivity.value}
    return Field(
        default, alias=label, title=label, description=description, json_schema_extra=extra
    )


def _as_tuple(value: object) -> object:
    if value is None:
        return ()  # a list whose heading is there and whose entries are not yet
    return (value,) if isinstance(value, (str, int, float, dict, BaseModel)) else value


_MANY = BeforeValidator(_as_tuple)
Many = Annotated[tuple[T, ...], _MANY]
"""A list that may be written as its single element, or left blank."""


class Fixed(dict[K, T]):
    """A dict that never changes, so that what holds it is frozen and has a hash."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a record never changes; make another one with model_copy")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[object, ...]:
        # The usual way of copying a dict puts in one entry after the other.
        return type(self), (dict(self),)


ByKind = Annotated[dict[K, T], AfterValidator(Fixed), Field(validate_default=True)]
"""Entities by their kind."""


def _yes_no(value: object) -> object:
    return {"是": True, "否": False}.get(value, value) if isinstance(value, str) else value


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
"""A truth value; 是 and 否 are read too."""


def _as_cell(value: object) -> object:
    return (
        str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value
    )


Cell = Annotated[Text | Literal[""], BeforeValidator(_as_cell)]
"""One cell of a table: text or a plain number, or empty."""


def _as_version(value: object) -> object:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


Version = Annotated[Literal[1], BeforeValidator(_as_version)]
"""The version of the record format."""


@dataclass(frozen=True, slots=True)
class LinksTo:
    """Marks a field as holding ids of entities of the named classes; `facts.check` looks.

    `earlier` ones are of the record of the period before, which is looked at beside it.
    """

    kinds: tuple[str, ...]
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class KnownFrom:
    """Marks a field that need not be written where the named field says what it is."""

    field: str


class Entity(BaseModel):
    """A frozen part of a record; unknown keys are refused, either name of a field is a key."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        loc_by_alias=False,
        serialize_by_alias=False,
        use_attribute_docstrings=False,
    )


def term(kind: type[Entity], name: str) -> Term:
    """Return the names of a field as a sentence tells them, the English and the Chinese one."""
    return Term(name, str(kind.model_fields[name].alias))


class Item(Entity):
    """An entity that others may refer to by its id."""

    id: Text | None = field("编号", "本条的编号，供其他条目引用；全篇唯一", None)


@cache
def sensitive_fields(kind: type[Entity]) -> Mapping[str, Sensitivity]:
    """Return the fields of an entity that not everybody may read, and who may."""
    declared = ((name, info.json_schema_extra) for name, info in kind.model_fields.items())
    marked = (
        (name, extra[SENSITIVITY])
        for name, extra in declared
        if isinstance(extra, dict) and SENSITIVITY in extra
    )
    levels = {level.value: level for level in Sensitivity}
    return MappingProxyType({name: levels[str(level)] for name, level in marked})
