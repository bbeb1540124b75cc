"""YAML to the tree: a strict part of the language, every plain value kept as it is written."""

from typing import cast

import yaml

from summarykit.diagnostics import Code, Message, message
from summarykit.readers.lines import Lines
from summarykit.readers.tree import Builder, Mapping, Scalar, Sequence

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_LONGEST = 60
_CHECK_INDENTATION = message("check the indentation of this line and the line above")
WIDE_COLON = message("write an ASCII colon and a space instead of ：")
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
_OTHERWISE = (message("this is not YAML"), _QUOTE)


def read_yaml(text: str, builder: Builder) -> None:
    """Build the tree of `text`; what is wrong is noted in the builder.

    Raises:
        Stopped: Nothing can be read after the last finding.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            _take(event, builder)
    except yaml.MarkedYAMLError as error:
        _refuse(error, text, builder)


def _take(event: yaml.Event, builder: Builder) -> None:
    # Every event of a parser has its mark; only the type of the class does not say so.
    mark = cast("yaml.Mark", event.start_mark)
    at = mark.line + 1, mark.column + 1
    _note_refused(event, at, builder)
    match event:
        case yaml.ScalarEvent(value=value) if value in _NOTHING and not event.style:
            builder.scalar(Scalar(None, *at))
        case yaml.ScalarEvent(value=value):
            builder.scalar(Scalar(value, *at))
        case yaml.MappingStartEvent():
            builder.begin(Mapping({}, *at))
        case yaml.SequenceStartEvent():
            builder.begin(Sequence([], *at))
        case yaml.CollectionEndEvent():
            builder.end()
        case yaml.AliasEvent():
            builder.nothing(*at)
        case _:
            pass  # the beginning and end of streams and documents say nothing


def _note_refused(event: yaml.Event, at: tuple[int, int], builder: Builder) -> None:
    """Note what YAML has and a record has no use for: tags, aliases, further documents."""
    refused = Code.SYNTAX_REFUSED
    match event:
        case yaml.ScalarEvent(tag=str() as tag) | yaml.CollectionStartEvent(tag=str() as tag):
            what = message("the tag {found} is not read", found=tag[:_LONGEST])
            builder.note(refused, what, at, message("delete it, or put the text in quotes"))
        case yaml.AliasEvent(anchor=anchor):
            what = message("the alias *{found} is not read", found=str(anchor)[:_LONGEST])
            hint = message("write the value itself, or put the text in quotes")
            builder.note(refused, what, at, hint)
        case yaml.DocumentStartEvent() if builder.root is not None:
            what = message("a second document begins here")
            hint = message("a file holds one record; delete the line ---")
            builder.stop(refused, what, at, hint)
        case _:
            pass


def _refuse(error: yaml.MarkedYAMLError, text: str, builder: Builder) -> None:
    lines = Lines(text)
    mark = error.problem_mark or error.context_mark
    at = lines.inside(mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or ""
    what, hint = next(((w, h) for sign, w, h in _PROBLEMS if sign in problem), _OTHERWISE)
    builder.stop(Code.SYNTAX_ERROR, what, at, _slip(lines, *at) or hint)


def _slip(lines: Lines, line: int, column: int) -> Message | None:
    """Return the hint for the two slips that are commonest where Chinese is typed."""
    here = lines.text_of(line)
    if here[column - 1 : column] == "\t":
        return message("indent with spaces, not with tabs")
    # The wide colon is noticed only when the next line makes no sense after it.
    above = lines.text_of(line - 1) if line > 1 else ""
    return WIDE_COLON if "：" in here + above else None
