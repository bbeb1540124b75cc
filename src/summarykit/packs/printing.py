"""What templates print, and how it leaves them: values with their provenance, phrases, marks.

Printing never turns a value into text that the markup would read: it puts the value's inlines
aside and leaves a mark (`document.markup.mark`) in their place.
"""

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import ClassVar, Protocol, runtime_checkable

from markupsafe import Markup

from summarykit.document.markup import Anchor, Insert, mark
from summarykit.document.nodes import Figure, Inlines, PageBreak, Table, Text

BLOCKS = (Anchor, Figure, PageBreak, Table)


@runtime_checkable
class Printable(Protocol):
    """A value a template may print: it knows what it leaves in the tree."""

    def printed(self) -> Inlines:
        """Return what stands in the document; raises `MissingValueError` if there is nothing."""
        ...


class MissingValueError(ValueError):
    """Raised when a template prints a field that the record leaves empty; `ref` names it."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref


class BareValueError(TypeError):
    """Raised when a template prints something that is no value of the record and no words."""


class OutputLimitError(RuntimeError):
    """Raised when a template prints more than a document can hold."""


class Phrase:
    """Words and values in a row: what `~` and the joining filters return."""

    template_names: ClassVar = frozenset[str]()
    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[object]) -> None:
        self.parts = tuple(parts)

    def __bool__(self) -> bool:
        """Return whether anything would be printed."""
        return any(bool(part) for part in self.parts)


INSERTS: ContextVar[list[Insert]] = ContextVar("inserts")
"""The inserts of the template that is being filled, by the number of their mark."""

MOST_INSERTS = 200_000


def print_value(value: object) -> Markup:
    """Return the mark for a printed value; the `finalize` of the template environment.

    Raises:
        MissingValueError: The record leaves the field empty.
        BareValueError: The value is neither words nor a value of the record, such as a number
            that the template computed.
        OutputLimitError: More was printed than a document can hold.
    """
    return value if type(value) is Markup else Markup("".join(_marks(value)))  # noqa: S704 - marks hold digits only


def _marks(value: object) -> Iterator[str]:
    match value:
        case Markup():
            yield str(value)
        case Phrase(parts=parts):
            for part in parts:
                yield from _marks(part)
        case str():
            if value:
                yield _put((Text(value),))
        case Anchor() | Figure() | PageBreak() | Table():
            yield f"\n\n{_put(value)}\n\n"
        case Printable():
            yield _put(value.printed())
        case _:
            raise BareValueError(type(value).__name__)


def _put(insert: Insert) -> str:
    inserts = INSERTS.get()
    if len(inserts) >= MOST_INSERTS:
        raise OutputLimitError(MOST_INSERTS)
    inserts.append(insert)
    return mark(len(inserts) - 1)


def inlines_of(value: object) -> Inlines:
    """Return the inlines of a printable value, a phrase or plain words."""
    match value:
        case Phrase(parts=parts):
            return tuple(inline for part in parts for inline in inlines_of(part))
        case str():
            return (Text(value),) if value else ()
        case Printable():
            return value.printed()
        case _:
            raise BareValueError(type(value).__name__)
