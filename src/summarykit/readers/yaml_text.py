"""YAML to the tree: a strict part of the language, every plain value kept as it is written."""

from types import MappingProxyType
from typing import Any

import yaml

from summarykit.diagnostics import Code, Message, message
from summarykit.readers.lines import Lines
from summarykit.readers.slips import WIDE_SPACE, slip_near, wide_space
from summarykit.readers.tree import Builder, Mapping, Scalar, Sequence, Stopped

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST = 60
_CHECK_INDENTATION = message("check the indentation of this line and the line above")
_QUOTE = message("put the text in quotes")

# What libyaml or PyYAML says -> what we say and advise; the first that fits.
_PROBLEMS: tuple[tuple[str, Message, Message], ...] = (
    (
        "mapping values are not allowed",
        message("a colon stands where none can"),
        message("put text that holds a colon and a space in quotes, or check the indentation"),
    ),
    (
        "could not find expected ':'",
        message("a key has no colon"),
        message("write `key: value`, with an ASCII colon and a space"),
    ),
    (
        "unexpected end of stream",
        message("a quotation mark is not closed"),
        message("add the closing quotation mark"),
    ),
    ("' or '", message("a bracket is not closed"), message("add the closing bracket")),
    ("cannot start any token", message("a value cannot begin with this character"), _QUOTE),
    (
        "escape c",
        message("a backslash stands before a character it does not go with"),
        message("write two backslashes, or use single quotes"),
    ),
    (
        "<document start>",
        message("the text goes on after its end"),
        _CHECK_INDENTATION,
    ),
    ("expected", message("this does not fit the lines above"), _CHECK_INDENTATION),
)
# Of these, what is wrong stands where the key, bracket or quotation mark stands that is open.
_OPENED = ("could not find expected ':'", "unexpected end of stream", "' or '")
_OTHERWISE = (message("this is not YAML"), _QUOTE)


# The type stubs of PyYAML do not say that every event has its mark, and that of a node its tag.
_Event = Any
_At = tuple[int, int]


def read_yaml(text: str, builder: Builder) -> None:
    """Build the tree of `text`; what is wrong is noted in the builder.

    Raises:
        Stopped: Nothing can be read after the last finding.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = Lines(text)
    try:
        for event in yaml.parse(text, Loader=loader):
            if take := _TAKE.get(type(event)):
                mark: _Event = event.start_mark
                take(event, lines.inside(mark.line + 1, mark.column + 1), builder)
    except yaml.MarkedYAMLError as error:
        _refuse(error, lines, builder)
    if any(finding.code is Code.SYNTAX_ERROR for finding in builder.findings):
        raise Stopped  # what belongs where cannot be known


def _take_scalar(event: _Event, at: _At, builder: Builder) -> None:
    _refuse_tag(event, at, builder)
    if not event.style and event.value.startswith(WIDE_SPACE) and builder.key_is_due():
        slip = wide_space()
        builder.note(Code.SYNTAX_ERROR, slip.what, at, slip.hint)
    is_nothing = not event.style and event.value in _NOTHING
    builder.scalar(Scalar(None if is_nothing else event.value, *at))


def _take_mapping(event: _Event, at: _At, builder: Builder) -> None:
    _refuse_tag(event, at, builder)
    builder.begin(Mapping({}, *at))


def _take_sequence(event: _Event, at: _At, builder: Builder) -> None:
    _refuse_tag(event, at, builder)
    builder.begin(Sequence([], *at))


def _take_end(_event: _Event, _at: _At, builder: Builder) -> None:
    builder.end()


def _take_alias(event: _Event, at: _At, builder: Builder) -> None:
    what = message("the alias *{found} is not read", found=event.anchor[:_LONGEST])
    hint = message("write the value itself, or put the text in quotes")
    builder.note(Code.SYNTAX_REFUSED, what, at, hint)
    builder.nothing(*at)


def _take_document(_event: _Event, at: _At, builder: Builder) -> None:
    if builder.root is not None:
        what = message("a second document begins here")
        hint = message("a file holds one record; delete the line ---")
        builder.stop(Code.SYNTAX_REFUSED, what, at, hint)


_TAKE = MappingProxyType(
    {
        yaml.ScalarEvent: _take_scalar,
        yaml.MappingStartEvent: _take_mapping,
        yaml.SequenceStartEvent: _take_sequence,
        yaml.MappingEndEvent: _take_end,
        yaml.SequenceEndEvent: _take_end,
        yaml.AliasEvent: _take_alias,
        yaml.DocumentStartEvent: _take_document,
    }
)


def _refuse_tag(event: _Event, at: _At, builder: Builder) -> None:
    if event.tag is not None:
        what = message("the tag {found} is not read", found=event.tag[:_LONGEST])
        hint = message("delete it, or put the text in quotes")
        builder.note(Code.SYNTAX_REFUSED, what, at, hint)


def _refuse(error: yaml.MarkedYAMLError, lines: Lines, builder: Builder) -> None:
    problem = error.problem or ""
    what, hint = next(((w, h) for sign, w, h in _PROBLEMS if sign in problem), _OTHERWISE)
    line, column = _place(error, lines, opened=any(sign in problem for sign in _OPENED))
    before, sign = lines.text_of(line)[: column - 1], lines.text_of(line)[column - 1 : column]
    if sign == "\t":
        what = what if before.strip() else message("the line is indented with a tab")
        hint = message("indent with spaces, not with tabs")
    elif near := slip_near(lines, line):
        line, slip = near
        if any(finding.at.line == line for finding in builder.findings):
            raise Stopped  # it is told already
        what, hint, column = slip.what, slip.hint, slip.at + 1
    builder.stop(Code.SYNTAX_ERROR, what, (line, column), hint)


def _place(error: yaml.MarkedYAMLError, lines: Lines, *, opened: bool) -> tuple[int, int]:
    """Return where it is wrong; of what was `opened` lines above, where that was."""
    mark, begun = error.problem_mark or error.context_mark, error.context_mark
    if opened and mark and begun and begun.line < mark.line:
        mark = begun
    return lines.inside(mark.line + 1, mark.column + 1) if mark else (1, 1)
