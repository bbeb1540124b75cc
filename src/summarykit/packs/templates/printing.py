"""What templates print, and how it leaves them: values with their provenance, phrases, marks.

Printing never turns a value into text that the markup would read: it puts the value's inlines
aside and leaves a mark (`document.markup.mark`) in their place.
"""

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from typing import Final

from jinja2 import Undefined
from markupsafe import Markup

from summarykit.document.markup import MARK, Anchor, Insert, check_characters, mark
from summarykit.document.nodes import Figure, Inline, Inlines, PageBreak, Strong, Table, Text

MOST_CHARACTERS: Final = 2_000_000
MOST_INSERTS: Final = 200_000
MOST_STEPS: Final = 600_000
"""A section on a hundred measures takes forty thousand."""
COPIED_IN_A_STEP: Final = 20
COST_OF_A_PART: Final = 20


class Printable:
    """A value a template may print: it knows what it leaves in the tree."""

    __slots__ = ()

    def printed(self) -> Inlines:
        """Return what stands in the document; raises `MissingValueError` if nothing does."""
        raise NotImplementedError

    def words(self) -> str:
        """Return what stands in the document as bare words; raises as `printed` does."""
        return _words(self.printed())


class Visible:
    """What a template may look into: it answers to the names it lists, and to no others."""

    __slots__ = ()

    @property
    def template_names(self) -> frozenset[str]:
        """The names a template may read."""
        return frozenset()

    def template_value(self, name: str) -> object:
        """Return what the name stands for; raises KeyError when it is not listed."""
        raise KeyError(name)

    def __getattr__(self, name: str) -> object:
        """Return what a listed name stands for, to Python as to a template."""
        if name[0] != "_":
            try:
                return self.template_value(name)
            except KeyError:
                pass
        raise AttributeError(name)


class MissingValueError(ValueError):
    """Raised when a template prints a field that the record leaves empty; `ref` names it."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref


class BareValueError(TypeError):
    """Raised when a template prints something that is no value of the record and no words."""


class OutputLimitError(RuntimeError):
    """Raised when a template prints more than a document can hold."""


class StepLimitError(RuntimeError):
    """Raised when a template loops, calls and includes more often than a document needs."""


class Filling:
    """One filling of one template: what was put aside, and how many steps are left."""

    __slots__ = ("_texts", "characters", "inserts", "steps")

    def __init__(self) -> None:
        self._texts: dict[str, Text] = {}
        self.inserts: list[Insert] = []
        self.steps = MOST_STEPS
        self.characters = 0

    def put(self, insert: Insert) -> str:
        """Return the mark that stands for `insert`.

        Raises:
            OutputLimitError: There are more inserts, or words in them, than a document can
                hold.
        """
        number = len(self.inserts)
        self.characters += _length(insert) if type(insert) is tuple else _size(insert)
        if number >= MOST_INSERTS or self.characters > MOST_CHARACTERS:
            raise OutputLimitError
        self.inserts.append(insert)
        return mark(number)

    def text(self, words: str) -> Text:
        """Return words of the template as they stand in the tree; few are said only once.

        Raises:
            MarkupError: They hold a character that no document can hold.
        """
        text = self._texts.get(words)
        if text is None:
            check_characters(words)
            text = self._texts[words] = Text(words)
        return text

    def take(self, steps: int) -> None:
        """Use up `steps`, one for each turn of a loop, call and include.

        Raises:
            StepLimitError: None are left.
        """
        self.steps -= steps
        if self.steps < 0:
            raise StepLimitError

    def copy(self, size: int) -> None:
        """Use up steps for copying `size` characters; a few are free.

        Raises:
            StepLimitError: None are left.
        """
        if size >= COPIED_IN_A_STEP:
            self.take(size // COPIED_IN_A_STEP)


def _size(insert: Insert) -> int:
    """Return how many characters an insert is, a cell being one at least."""
    if isinstance(insert, tuple):
        return _length(insert)
    if isinstance(insert, Table):
        return sum([1 + _length(cell) for row in insert.rows for cell in row])
    return 1


def _length(inlines: Inlines) -> int:
    length = 0
    for inline in inlines:
        length += _length(inline.children) if isinstance(inline, Strong) else len(inline.text)
    return length


FILLING: Final[ContextVar[Filling]] = ContextVar("filling")
"""The filling that is going on in this thread."""


class Phrase:
    """Words and values in a row: what `~` and the joining filters return.

    Phrases in it are taken apart and empty words left out, so that its size is what it prints.
    """

    __slots__ = ("parts",)

    def __init__(self, parts: Iterable[object]) -> None:
        self.parts = tuple(_flat(parts))

    def __bool__(self) -> bool:
        """Return whether anything would be printed."""
        return any(self.parts)


def _flat(parts: Iterable[object]) -> list[object]:
    kept: list[object] = []
    for part in parts:
        if type(part) is Phrase:
            kept.extend(part.parts)
        elif part if type(part) is str else part != "":
            kept.append(part)
    if len(kept) >= COPIED_IN_A_STEP:
        _bound(kept)
    return kept


def _bound(parts: list[object]) -> None:
    words = sum(len(part) for part in parts if isinstance(part, str))
    if len(parts) > MOST_INSERTS or words > MOST_CHARACTERS:
        raise OutputLimitError
    if filling := FILLING.get(None):
        filling.copy(len(parts) * COST_OF_A_PART)


def print_value(value: object) -> str:
    """Return the mark for a printed value; the `finalize` of the template environment.

    Raises:
        MissingValueError: The record leaves the field empty.
        BareValueError: The value is neither words nor a value of the record, such as a number
            that the template computed.
        MarkupError: Words hold a character that no document can hold.
        OutputLimitError: More was printed than a document can hold.
    """
    filling = FILLING.get()
    if isinstance(value, Printable):
        return filling.put(value.printed())
    if type(value) is Markup:
        return value
    return "".join(_marks(value.parts if type(value) is Phrase else (value,), filling))


_APART: Final = (Markup, Anchor, Figure, PageBreak, Table)
"""What leaves marks of its own among words: captured text, and blocks."""


def _marks(parts: Iterable[object], filling: Filling) -> Iterator[str]:
    inlines: list[Inline] = []
    for part in parts:
        if isinstance(part, Printable):
            inlines += part.printed()
        elif type(part) is str:
            if part:
                inlines.append(filling.text(part))
        elif isinstance(part, _APART):
            if inlines:
                yield filling.put(tuple(inlines))
                inlines = []
            yield part if isinstance(part, Markup) else f"\n\n{filling.put(part)}\n\n"
        else:
            inlines += inlines_of(part)
    if inlines:
        yield filling.put(tuple(inlines))


def inlines_of(value: object) -> Inlines:
    """Return the inlines of a printable value, a phrase or plain words.

    Raises:
        MissingValueError, BareValueError, MarkupError: As in `print_value`.
    """
    if isinstance(value, Printable):
        return value.printed()
    if type(value) is Phrase:
        return tuple([inline for part in value.parts for inline in inlines_of(part)])
    if isinstance(value, Markup):
        return tuple(_captured(str(value)))
    if isinstance(value, str):
        check_characters(value)
        return (Text(value),) if value else ()
    if type(value) is Undefined:
        return ()  # what jinja2 makes of `x if y` without an else: nothing, on purpose
    raise _unprintable(value)


def words_of(value: object) -> str:
    """Return what a value, a phrase or words print, without marks and provenance.

    Raises:
        MissingValueError, BareValueError, MarkupError: As in `print_value`.
    """
    if isinstance(value, Printable):
        return value.words()
    if type(value) is Phrase:
        return "".join(map(words_of, value.parts))
    if type(value) is str:
        check_characters(value)
        return value
    return _words(inlines_of(value))


def _words(inlines: Inlines) -> str:
    return "".join([getattr(inline, "text", "") for inline in inlines])


def _captured(words: str) -> Iterator[Inline]:
    """Yield the inlines of words that a template captured: `{% set words %}…{% endset %}`."""
    inserts = FILLING.get().inserts
    for index, part in enumerate(MARK.split(words)):
        insert = inserts[int(part)] if index % 2 else (Text(part),)
        if not isinstance(insert, tuple):
            raise BareValueError(type(insert).__name__)
        yield from insert


def _unprintable(value: object) -> Exception:
    if isinstance(value, Undefined):
        str(value)  # raises what says which name is not there
    return BareValueError(type(value).__name__)
