"""The filters and tests of the template language: joining, choosing, counting; nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from jinja2.filters import FILTERS as JINJA_FILTERS

from summarykit.packs.templates.printing import Phrase, words_of

KEPT_FROM_JINJA: Final = (
    "default",
    "first",
    "last",
    "length",
    "list",
    "map",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
)
TESTS: Final = (
    "defined",
    "undefined",
    "none",
    "eq",
    "equalto",
    "==",
    "ne",
    "!=",
    "in",
    "gt",
    "ge",
    "lt",
    "le",
    ">",
    ">=",
    "<",
    "<=",
    "greaterthan",
    "lessthan",
    "even",
    "odd",
    "divisibleby",
    "string",
    "true",
    "false",
)


def joined(values: Iterable[object], separator: str = "、", last: str | None = None) -> Phrase:
    """Return the values in a row, `separator` between them, `last` before the final one."""
    return Phrase(_between(tuple(values), separator, separator if last is None else last))


def _between(values: tuple[object, ...], separator: str, last: str) -> Iterator[object]:
    for index, value in enumerate(values):
        if index:
            yield last if index == len(values) - 1 else separator
        yield value


def present(values: Iterable[object]) -> tuple[object, ...]:
    """Return those of `values` that say something: no missing field, no empty phrase."""
    return tuple(value for value in values if value)


def trimmed(value: object, signs: str | None = None) -> object:
    """Return words without the blanks around them, or without the signs given.

    A value of the record has no blanks around it, and stays what it is.
    """
    if isinstance(value, str):
        return value.strip(signs)
    words = words_of(value)
    return value if signs is None else words.strip(signs)


def quoted(value: object) -> Phrase:
    """Return the value in Chinese quotation marks, or as it is when it carries marks."""
    return _wrapped(value, "“", "”", "“《")


def titled(value: object) -> Phrase:
    """Return the value in title marks 《》 (GB/T 15834-2011, 4.13), once."""
    return _wrapped(value, "《", "》", "《")


def _wrapped(value: object, before: str, after: str, already: str) -> Phrase:
    text = words_of(value)
    return Phrase((value,) if text[:1] in already and text else (before, value, after))


FILTERS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        **{name: JINJA_FILTERS[name] for name in KEPT_FROM_JINJA},
        "d": JINJA_FILTERS["default"],
        "joined": joined,
        "present": present,
        "quoted": quoted,
        "titled": titled,
        "trim": trimmed,
    }
)
