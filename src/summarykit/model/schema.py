"""The JSON Schema of a record file, for editors and for programs that write records."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from summarykit.model.added import OUR_OWN, AddedKind, Vocabulary
from summarykit.model.entity import Entity, KnownFrom, Many, Version, YesNo
from summarykit.model.record import YearRecord

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ID = "urn:summarykit:record:1"
# What marks a field that may be written as its single element, or as 是 and 否, or as text.
_MANY = get_args(Many[int])[1]
_YES_NO = get_args(YesNo)[1]
_VERSION = get_args(Version)[1]
# YAML leaves these as text where JSON has true and false.
_YES_NO_TEXTS = ["是", "否", "true", "false", "yes", "no"]


def json_schema(vocabulary: Vocabulary = OUR_OWN) -> Schema:
    """Return the JSON Schema (2020-12) of a record: either name of a field is a key.

    It allows the kinds that `vocabulary` adds. A new dict each time; the order of its keys is
    always the same.
    """
    schema = _with_numbers(YearRecord.model_json_schema(by_alias=False, mode="validation"))
    definitions: Schema = schema.pop("$defs")
    root = YearRecord.__name__
    definitions[root] = schema
    for kind in kinds_of(YearRecord):
        definitions[kind.__name__] = _definition(kind, definitions[kind.__name__], vocabulary)
    ordered = {name: definitions[name] for name in sorted(definitions) if name != root}
    return {"$schema": _DIALECT, "$id": _ID, **definitions[root], "$defs": ordered}


def _with_numbers(schema: Any) -> Any:  # noqa: ANN401 - JSON of any kind
    """Return `schema` with numbers allowed where text is: they are read as written."""
    if isinstance(schema, list):
        return [_with_numbers(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "string" and "minLength" in schema:
        return schema | {"type": ["string", "number"]}
    return {key: _with_numbers(part) for key, part in schema.items()}


@cache
def kinds_of(root: type[Entity]) -> tuple[type[BaseModel | Enum], ...]:
    """Return the entities and lists of choices that `root` is made of, itself first."""
    found: dict[type[BaseModel | Enum], None] = {}
    waiting: list[type[BaseModel | Enum]] = [root]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting.extend(_parts(kind))
    return tuple(found)


def _parts(kind: type[BaseModel | Enum]) -> Iterator[type[BaseModel | Enum]]:
    if issubclass(kind, BaseModel):
        for info in kind.model_fields.values():
            yield from _named(info.annotation)


def _named(annotation: Any) -> Iterator[type[BaseModel | Enum]]:  # noqa: ANN401 - a type expression
    if isinstance(annotation, type) and issubclass(annotation, (BaseModel, Enum)):
        yield annotation
    for inner in get_args(annotation):
        yield from _named(inner)


def _definition(kind: type[BaseModel | Enum], schema: Schema, vocabulary: Vocabulary) -> Schema:
    if issubclass(kind, BaseModel):
        return _entity(kind, schema)
    return _choices([*kind, *vocabulary.added(kind)], schema)


def _choices(members: Sequence[Enum | AddedKind], schema: Schema) -> Schema:
    """Return the schema of a list of choices: the values, then their labels."""
    labels = [label for member in members if (label := getattr(member, "label", None))]
    return schema | {"enum": [*(member.value for member in members), *labels]}


def _entity(kind: type[BaseModel], schema: Schema) -> Schema:
    """Return the schema of an entity with each field under both of its names."""
    where = "#" if kind is YearRecord else f"#/$defs/{kind.__name__}"
    english: Schema = {}
    chinese: Schema = {}
    for name, info in kind.model_fields.items():
        english[name] = _field(info, schema["properties"][name])
        chinese[str(info.alias)] = {"$ref": f"{where}/properties/{name}"}
    required = [
        _required(kind, name) for name, info in kind.model_fields.items() if info.is_required()
    ]
    rest = {
        key: value for key, value in schema.items() if key not in ("properties", "required")
    }
    whole = rest | {"properties": english | chinese}
    return whole | {"allOf": required} if required else whole


def _required(kind: type[BaseModel], name: str) -> Schema:
    """Return the condition that a field is written, once, or where it can be known from."""
    info = kind.model_fields[name]
    written = {"oneOf": [{"required": [name]}, {"required": [info.alias]}]}
    known = [
        _required(kind, mark.field) for mark in info.metadata if isinstance(mark, KnownFrom)
    ]
    return {"anyOf": [written, *known]} if known else written


def _field(info: FieldInfo, schema: Schema) -> Schema:
    """Return the schema of a field, widened by the other forms that the model reads."""
    about = {key: schema[key] for key in ("title", "description", "default") if key in schema}
    form = {key: value for key, value in schema.items() if key not in about}
    if _MANY in info.metadata:
        return about | {"anyOf": [form, form["items"], {"type": "null"}]}
    if _is_yes_no(info):
        return about | {"anyOf": [*form.get("anyOf", [form]), {"enum": _YES_NO_TEXTS}]}
    if _VERSION in info.metadata:
        return about | {"enum": [1, "1"]}
    return schema


def _is_yes_no(info: FieldInfo) -> bool:
    or_nothing = any(_YES_NO in get_args(kind) for kind in get_args(info.annotation))
    return or_nothing or _YES_NO in info.metadata
