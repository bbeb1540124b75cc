"""From the tables of a pack's TOML file to what it declares, or to what is wrong with them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from summarykit.diagnostics import Code, Finding, Message, Path, Severity, message
from summarykit.l10n.nearest import is_chinese, nearest
from summarykit.packs.manifest import IDENTIFIER, Declared
from summarykit.packs.settings.declared_files import MOST_FINDINGS, Declaration, DeclaredFiles
from summarykit.packs.settings.toml_texts import shown

D = TypeVar("D", bound=Declared)

_SENTENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "missing": "{key} is missing",
        "extra_forbidden": "{key} is not a key of this file",
        "string_pattern_mismatch": "{found} is not a name: small letters, digits and _",
        "identifier": "{found} is not a name: small letters, digits, - and _, a letter first",
        "string_type": "{found} is not text",
        "string_too_short": "there is nothing here",
        "text_refused": "character {code_point} is not text",
        "int_type": "{found} is not a whole number",
        "int_parsing": "{found} is not a whole number",
        "int_from_float": "{found} is not a whole number",
        "greater_than": "{found} is not more than {gt}",
        "lengths_shrink": "{less} has {few} characters, not less than the {many} of {more}",
        "length_exceeds": "{length} has {many} characters; most allows {limit}",
        "tuple_type": "{found} is not a list",
        "dict_type": "{found} is not a table",
        "model_type": "{found} is not a table",
        "too_short": "there is nothing here",
        "id_twice": "the id {name} is there more than once",
        "title_template": "{name} is printed as it stands: a section's title is words",
        "no_label": "{found} is no name: 2 to 20 Chinese signs, Latin letters or digits",
        "no_field": "{name} is no field of a record or of a programme",
        "silent_levels": "the levels {levels} have no voice",
        "greater_than_equal": "{found} is less than {ge}",
        "less_than_equal": "{found} is more than {le}",
        "audience_twice": "another audience is called {name} already",
        "nobody_sees": "what is {name} nobody may read",
        "public_sees": "the audience {name} may not read what is internal",
    }
)
_GAPS: Final = (
    "code_point", "few", "ge", "gt", "le", "length", "less", "levels", "limit", "many", "more",
    "name",
)  # fmt: skip
_JUDGED_WITH: Final[Mapping[str, tuple[Path, ...]]] = MappingProxyType(
    {"length_exceeds": (("most",),)}
)
"""What else, beside the value itself, may have made it wrong."""
_MOST_NAMES: Final = 12
_STEPS_OF_PYDANTIC: Final = ("[key]", "function-before[_clean_text(), constrained-str]")


def declared(files: DeclaredFiles, read: Declaration | None, kind: type[D]) -> D | None:
    """Return what was read as `kind`; `files` keeps what is wrong with it."""
    if read is None:
        return None
    try:
        return kind.model_validate(read.table, context=files.vocabulary)
    except ValidationError as errors:
        for detail in _told_once(errors.errors(include_url=False))[:MOST_FINDINGS]:
            files.findings.append(_finding(detail, kind, read))
        return None


def _told_once(details: Iterable[ErrorDetails]) -> list[ErrorDetails]:
    """Return one of the errors at each place: a choice has one for each of its kinds."""
    first: dict[Path, ErrorDetails] = {}
    for detail in details:
        first.setdefault(_path(detail), detail)
    return list(first.values())


def _path(detail: ErrorDetails) -> Path:
    steps = (step for step in detail["loc"] if step not in _STEPS_OF_PYDANTIC)
    return tuple(step for step in steps if not str(step).startswith("tuple[function-"))


def _finding(detail: ErrorDetails, kind: type[Declared], read: Declaration) -> Finding:
    path, key = _path(detail), str(detail["loc"][-1])
    gaps = {name: value for name, value in detail.get("ctx", {}).items() if name in _GAPS}
    said = message(
        _SENTENCES.get(_kind(detail), "{found} is not allowed here"),
        **{"found": shown(detail["input"]), "key": key, **gaps},
    )
    hint = _hint(key, detail, _model(kind, path[:-1]))
    place = read.nearest((path, *_JUDGED_WITH.get(detail["type"], ())))
    return Finding(Severity.ERROR, Code.PACK_INVALID, said, place, hint)


def _kind(detail: ErrorDetails) -> str:
    """Return what is wrong; names that may have a - are another matter than those without."""
    is_identifier = detail.get("ctx", {}).get("pattern") == IDENTIFIER
    return "identifier" if is_identifier else detail["type"]


def _hint(key: str, detail: ErrorDetails, model: type[BaseModel]) -> Message | None:
    match detail["type"]:
        case "extra_forbidden":
            return _choice(key, tuple(model.model_fields))
        case "enum" | "literal_error":
            expected = str(detail.get("ctx", {}).get("expected", ""))
            allowed = expected.replace("'", "").replace(" or ", ", ").split(", ")
            found = str(detail["input"])
            return _choice(found, _in_its_language(found, allowed, model, _path(detail)))
        case "string_type":
            return _in_quotes(detail["input"])
        case "int_type" | "int_parsing":
            return _bare_number(detail["input"])
        case _:
            return None


def _in_its_language(
    found: str, allowed: Iterable[str], model: type[BaseModel], path: Path
) -> tuple[str, ...]:
    """Return the values that are allowed, by their Chinese names if a Chinese one was found."""
    names = [step for step in path if step in model.model_fields]
    if not is_chinese(found) or not names:
        return tuple(allowed)
    kinds = _parts(model.model_fields[str(names[-1])].annotation)
    enums = [one for one in kinds if isinstance(one, type) and issubclass(one, Enum)]
    choices = [one for kind in enums for one in kind]
    called = {str(one.value): str(getattr(one, "label", one.value)) for one in choices}
    return tuple(called.get(one, one) for one in allowed)


def _parts(annotation: Any) -> Iterable[object]:  # noqa: ANN401 - whatever a field is
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _in_quotes(found: object) -> Message | None:
    """Return a number or a date as the text that it is meant to be."""
    if isinstance(found, int | float | date) and not isinstance(found, bool):
        return message("put it in quotation marks: {written}", written=f'"{found}"')
    return None


def _bare_number(found: object) -> Message | None:
    """Return the number that stands in quotation marks."""
    digits = re.match(r"\s*(\d+)", str(found)) if isinstance(found, str) else None
    return (
        message("write the number alone: {written}", written=int(digits[1])) if digits else None
    )


def _choice(found: str, names: tuple[str, ...]) -> Message | None:
    if near := nearest(found, names):
        return message("did you mean {name}?", name=near)
    return message("there are: {names}", names=names) if len(names) <= _MOST_NAMES else None


def _model(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the model that stands at `path`: of the tables in tables or in lists, if any."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            for inner in _kinds(model.model_fields[step].annotation):
                model = inner
    return model


def _kinds(annotation: Any) -> Iterable[type[BaseModel]]:  # noqa: ANN401 - whatever a field is
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield kind
