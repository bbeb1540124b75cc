"""JSON to the tree: strict RFC 8259, with the place of each value, which `json` drops."""

import json
import re
from typing import NoReturn

from summarykit.diagnostics import Code, Message, message
from summarykit.readers.lines import Lines
from summarykit.readers.tree import Builder, Mapping, Scalar, Sequence

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.])")
_WORD = re.compile(r"[\w+-]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_ASCII = message("write ASCII punctuation: : , { } [ ] and straight quotation marks")
_NO_COMMENTS = message("JSON has no comments; use YAML if you want them")
_SIGNS: dict[str, Message] = {
    **dict.fromkeys("：，“”‘’｛｝［］【】、", _ASCII),
    "'": message("use double quotation marks"),
    "/": _NO_COMMENTS,
    "#": _NO_COMMENTS,
}


def read_json(text: str, builder: Builder) -> None:
    """Build the tree of `text`; what is wrong is noted in the builder.

    Raises:
        Stopped: Nothing can be read after the last finding.
    """
    _Scanner(text, builder).read()


class _Scanner:
    """Walks over the text once; recursion is as deep as the builder lets it be."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._text = text
        self._builder = builder
        self._lines = Lines(text)
        self._offset = 0

    def read(self) -> None:
        self._value()
        if self._next():
            self._fail(message("the text goes on after its end"))

    def _value(self) -> None:
        match self._next():
            case "{":
                self._object()
            case "[":
                self._array()
            case '"':
                self._string()
            case _:
                self._number_or_word()

    def _object(self) -> None:
        self._builder.begin(Mapping({}, *self._here()))
        self._offset += 1
        while self._goes_on("}"):
            if self._next() != '"':
                self._fail(message("a key in quotation marks is expected here"))
            self._string()
            if self._next() != ":":
                self._fail(message("a colon is expected here"))
            self._offset += 1
            self._value()
            self._comma("}")
        self._builder.end()

    def _array(self) -> None:
        self._builder.begin(Sequence([], *self._here()))
        self._offset += 1
        while self._goes_on("]"):
            self._value()
            self._comma("]")
        self._builder.end()

    def _goes_on(self, close: str) -> bool:
        if self._next() != close:
            return True
        self._offset += 1
        return False

    def _comma(self, close: str) -> None:
        found = self._next()
        if found == ",":
            self._offset += 1
            if self._next() == close:
                self._fail(
                    message("a value is expected after the comma"),
                    message("delete the comma before {found}", found=close),
                )
        elif found != close:
            self._fail(message("a comma or {allowed} is expected here", allowed=close))

    def _string(self) -> None:
        found = _STRING.match(self._text, self._offset)
        if not found:
            self._fail(
                message("a quotation mark is not closed"),
                message("close it on the same line; a line break is written \\n"),
            )
        try:
            value = json.loads(found.group(), strict=False)
        except json.JSONDecodeError as error:
            self._offset += error.pos
            self._fail(
                message("a backslash stands before a character it does not go with"),
                message("write two backslashes"),
            )
        self._builder.scalar(Scalar(value, *self._here()))
        self._offset = found.end()

    def _number_or_word(self) -> None:
        if number := _NUMBER.match(self._text, self._offset):
            # The digits as written: no rounding, no limit, the same as in YAML.
            self._builder.scalar(Scalar(number.group(), *self._here()))
            self._offset = number.end()
            return
        word = _WORD.match(self._text, self._offset)
        if not word:
            self._fail(message("a value is expected here"))
        if word.group() not in _WORDS:
            self._fail(
                message("{found} is not a JSON value", found=word.group()[:40]),
                message("put the text in quotes"),
            )
        self._builder.scalar(Scalar(_WORDS[word.group()], *self._here()))
        self._offset = word.end()

    def _next(self) -> str:
        """Return the next character that is not blank, `""` at the end, and stand on it."""
        blank = _BLANK.match(self._text, self._offset)
        self._offset = blank.end() if blank else self._offset
        return self._text[self._offset : self._offset + 1]

    def _here(self) -> tuple[int, int]:
        return self._lines.place(self._offset)

    def _fail(self, what: Message, hint: Message | None = None) -> NoReturn:
        sign = self._text[self._offset : self._offset + 1]
        self._builder.stop(Code.SYNTAX_ERROR, what, self._here(), hint or _SIGNS.get(sign))
