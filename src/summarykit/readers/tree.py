"""What a file says, as nodes with their places: the common ground of YAML and JSON."""

from dataclasses import dataclass
from typing import NoReturn, assert_never

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.model.values import RefusedText, clean

# The model is nine levels deep; a file that nests further was not written for it.
DEEPEST = 50
# A county's rosters come to some tens of thousands; a file of 16 MiB could hold eight million.
MOST_VALUES = 500_000
# Nobody reads more; a file with so many is not one that somebody wrote.
MOST_FINDINGS = 1000
LONGEST_KEY = 100


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; numbers and dates stay text until the model reads them."""

    value: str | bool | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: "list[Node]"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and what it holds."""

    key: Scalar
    node: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what they hold, in the order of the file."""

    entries: dict[str, Entry]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class Stopped(Exception):  # noqa: N818 - not an error of ours: the finding is already noted
    """Raised inside the readers when nothing after this point can be read."""


_NO_KEY = Scalar(None, 0, 0)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read, with the key whose value is next or was last."""

    node: Mapping | Sequence
    key: Scalar = _NO_KEY
    key_waits: bool = False

    def path(self, *, deepest: bool) -> Path:
        """Return the step from here to what is being read, none where a key is."""
        if isinstance(self.node, Mapping):
            return () if self.key is _NO_KEY else (str(self.key.value),)
        # What is deeper is in the list already; what comes next is not.
        return (len(self.node.items) - (not deepest),)


class Builder:
    """Builds the tree from what a parser meets, keeps the limits and notes what is wrong.

    `root` is the tree, `findings` what was noted and `refused` the places of values that were
    replaced by nothing; the model's complaints about those are no news.
    """

    def __init__(self, source: str) -> None:
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.refused: set[tuple[int, int]] = set()
        self._source = source
        self._open: list[_Open] = []
        self._count = 0

    def begin(self, node: Mapping | Sequence) -> None:
        """Note that a mapping or list begins; what comes next belongs to it until `end`."""
        if len(self._open) == DEEPEST:
            self.stop(
                Code.SYNTAX_REFUSED,
                message("lists and mappings are nested more than {limit} deep", limit=DEEPEST),
                (node.line, node.column),
            )
        if self.key_is_due():
            self.stop(
                Code.SYNTAX_REFUSED,
                message("a list or mapping cannot be a key"),
                (node.line, node.column),
                message("write text that begins with a bracket in quotes"),
            )
        self._attach(node)
        self._open.append(_Open(node))

    def end(self) -> None:
        """Note that the mapping or list begun last is complete."""
        self._open.pop()

    def scalar(self, node: Scalar) -> None:
        """Note a value, or a key where one is due; its text is cleaned."""
        if self.key_is_due():
            level = self._open[-1]
            key = self._cleaned(node)
            # No field has so long a name: cut, it is as unknown as before and can be shown.
            name = str(key.value or "")[:LONGEST_KEY]
            level.key = Scalar(name, node.line, node.column)
            level.key_waits = True
        else:
            self._attach(self._cleaned(node))

    def nothing(self, line: int, column: int) -> None:
        """Note that a value was refused; nothing takes its place."""
        self.refused.add((line, column))
        self.scalar(Scalar(None, line, column))

    def note(
        self, code: Code, what: Message, at: tuple[int, int], hint: Message | None = None
    ) -> None:
        """Note an error at a line and column.

        Raises:
            Stopped: There are too many.
        """
        levels = enumerate(self._open, 1)
        steps = (level.path(deepest=n == len(self._open)) for n, level in levels)
        path: Path = tuple(step for steps_here in steps for step in steps_here)
        place = Place(self._source, *at, path)
        self.findings.append(Finding(Severity.ERROR, code, what, place, hint))
        if len(self.findings) == MOST_FINDINGS:
            more = message("reading stops here, after {count} problems", count=MOST_FINDINGS)
            self.findings.append(Finding(Severity.ERROR, Code.SYNTAX_REFUSED, more, place))
            raise Stopped

    def stop(
        self, code: Code, what: Message, at: tuple[int, int], hint: Message | None = None
    ) -> NoReturn:
        """Note an error after which nothing can be read.

        Raises:
            Stopped: Always.
        """
        self.note(code, what, at, hint)
        raise Stopped

    def key_is_due(self) -> bool:
        """Return whether what comes next is the key of a mapping."""
        if not self._open or isinstance(self._open[-1].node, Sequence):
            return False
        level = self._open[-1]
        if level.key_waits:
            return False
        level.key = _NO_KEY  # what it held is complete
        return True

    def _cleaned(self, node: Scalar) -> Scalar:
        if not isinstance(node.value, str):
            return node
        try:
            return Scalar(clean(node.value), node.line, node.column)
        except RefusedText as refused:
            self.note(
                Code.TEXT_REFUSED,
                message(
                    "character {code_point} at position {position} is not text",
                    code_point=refused.code_point,
                    position=refused.position,
                ),
                (node.line, node.column),
                message("delete it"),
            )
            self.refused.add((node.line, node.column))
            return Scalar(None, node.line, node.column)

    def _attach(self, node: Node) -> None:
        self._count += 1
        if self._count > MOST_VALUES:
            self.stop(
                Code.FILE_TOO_LARGE,
                message("the file holds more than {limit} values", limit=MOST_VALUES),
                (node.line, node.column),
            )
        if not self._open:
            self.root = node
            return
        level = self._open[-1]
        if isinstance(level.node, Sequence):
            level.node.items.append(node)
        else:
            self._enter(level.node, level.key, node)
            level.key_waits = False

    def _enter(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        name = str(key.value)
        if first := mapping.entries.get(name):
            self.note(
                Code.DUPLICATE_KEY,
                message("{found} is given twice", found=name),
                (key.line, key.column),
                message("it was first given at {place}", place=_written(first.key)),
            )
        else:
            mapping.entries[name] = Entry(key, node)


def _written(key: Scalar) -> str:
    return f"{key.line}:{key.column}"


def plain(node: Node) -> object:
    """Return the tree as the dicts, lists and values that the model reads."""
    match node:
        case Mapping(entries):
            return {name: plain(entry.node) for name, entry in entries.items()}
        case Sequence(items):
            return [plain(item) for item in items]
        case Scalar(value):
            return value
        case _:
            assert_never(node)
