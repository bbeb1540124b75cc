"""The reasons that jinja2, tomllib and our own functions give, in sentences to translate.

What people meet is here; a reason that is not stays as it is, since half a sentence in its own
words says more than none.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Message, message

_UNKNOWN: Final = "Encountered unknown tag"
_LONGEST_SHOWN: Final = 200
_OF_JINJA: Final = (
    (
        r"Unexpected end of template\..*tags: (?P<signs>.+)\. The inner.* '(?P<found>.+)'\.",
        message("{found} is not closed: {signs} is missing"),
    ),
    (
        rf"{_UNKNOWN} '(?P<found>.+?)'\..*?(?:tags: |ly looking for )(?P<signs>[^.]+)\..*",
        message("{found} stands here instead of {signs}"),
    ),
    (
        rf"{_UNKNOWN} '(?P<found>(?:end|el).*)'\.",
        message("nothing is open that {found} belongs to"),
    ),
    (rf"{_UNKNOWN} '(?P<found>.+)'\.", message("there is no tag {found}")),
    (
        r"unexpected end of template, expected '(?P<signs>.+)'\.",
        message("the template ends where {signs} is expected"),
    ),
    (
        r"expected token '(?P<signs>.+)', got '(?P<found>.+)'",
        message("{found} stands here instead of {signs}"),
    ),
    (
        r"unexpected '(?P<found>.+)', expected '(?P<signs>.+)'",
        message("{found} stands here instead of {signs}"),
    ),
    (r"unexpected '(?P<found>.+)'", message("{found} cannot stand here")),
    (
        r"unexpected char [\"'](?P<found>[\"'])[\"'] at \d+",
        message("a quotation mark {found} is not closed"),
    ),
    (
        r"unexpected char '(?P<found>[，。：；（）【】“”‘’！？])' at \d+",
        message("{found} is a full-width sign; code needs ASCII signs"),
    ),
    (r"unexpected char '(?P<found>.+)' at \d+", message("{found} cannot stand here")),
    (
        r"Expected an expression, got '(?P<found>.+)'",
        message("a name or a value is missing before {found}"),
    ),
    (r"expected name or number", message("a name is missing after the dot")),
    (r"tag name expected", message("the name of the tag is missing")),
    (r"No filter named '(?P<found>.+)'\.", message("there is no filter {found}")),
    (r"No test named '(?P<found>.+)'\.", message("there is no test {found}")),
    (r"Missing end of comment tag", message("a comment is not closed: #} is missing")),
    (r"Missing end of raw directive", message("raw is not closed: endraw is missing")),
    (r"can't assign to '.+'", message("only a name can be set")),
    (
        r"invalid syntax for function call expression",
        message("values without a name come before those with one"),
    ),
    (
        r"non-default argument follows default argument",
        message("parameters without a value come before those with one"),
    ),
    (
        r"macro '(?P<macro>.+)' takes no keyword argument '(?P<found>.+)'",
        message("the macro {macro} has no parameter {found}"),
    ),
    (
        r"macro '(?P<macro>.+)' takes not more than (?P<count>\d+) argument\(s\)",
        message("the macro {macro} takes {count} values and no more"),
    ),
    (r"(?P<found>\w+) cannot be called", message("{found} is no function")),
    (
        r"access to attribute '(?P<found>.+)' of '(?P<kind>.+)' object is unsafe\.",
        message("{found} of {kind} cannot be read"),
    ),
    (r"template is too long", message("it is longer than any template needs to be")),
    (r"maximum recursion depth .*", message("it is nested too deeply")),
    (r"Exceeds the limit .*", message("a number in it is too long")),
    (r"(?P<found>\w+) needs (?P<signs>.+)", message("what {found} is given is not {signs}")),
)
_OF_TOML: Final = (
    (r"Invalid value", message("the value is none that TOML knows")),
    (r"Invalid statement", message("this is neither a key nor a table")),
    (
        r"Expected newline or end of document after a statement",
        message("something stands behind the value"),
    ),
    (
        r"Expected '=' after a key in a key/value pair",
        message("an = is missing behind the key"),
    ),
    (r"Expected '(?P<signs>[\]]+)' at the end of .+", message("{signs} is missing")),
    (r"Invalid initial character for a key part", message("a key cannot begin so")),
    (r"Cannot declare \('(?P<found>.+?)',?\) twice", message("{found} is given twice")),
    (r"Duplicate inline table key '(?P<found>.+)'", message("{found} is given twice")),
    (r"Cannot overwrite a value", message("a key is given twice")),
    (r"Unclosed array", message("a list is not closed: ] is missing")),
    (r"Unclosed inline table", message("a table is not closed: } is missing")),
    (r"Unterminated string|Expected [\"']{3,5}", message("a quotation mark is not closed")),
    (r"(?:Illegal|Found invalid) character '\\n'", message("a quotation mark is not closed")),
    (r"Illegal character (?P<found>.+)", message("{found} cannot stand here")),
    (r"Found invalid character '(?P<found>.+)'", message("{found} cannot stand here")),
    (r"Unescaped '\\' in a string", message("write two backslashes")),
    (r"Invalid date or datetime", message("there is no such date")),
)
_SIGNS: Final[Mapping[str, str | Message]] = MappingProxyType(
    {
        "end of print statement": "}}",
        "begin of print statement": "{{",
        "end of statement block": "%}",
        "begin of statement block": "{%",
        "end of template": message("the end of the template"),
        "name": message("a name"),
        "string": message("a text in quotes"),
        "integer": message("a number"),
        "const": message("a value"),
        # What our own functions say that they need.
        "a choice of the record": message("a choice of the record"),
        "a date": message("a date"),
        "a difficulty": message("a difficulty"),
        "a link of the record": message("a link of the record"),
        "a place and wordings": message("a place and wordings"),
        "a policy": message("a policy"),
        "a population or an indicator": message("a population or an indicator"),
        "a slogan": message("a slogan"),
        "an entity": message("an entry of the record"),
        "an entity or a name as its place": message("an entry of the record or a name"),
        "an indicator": message("an indicator"),
        "lists of wordings": message("lists of wordings"),
    }
)


def jinja_reason(reason: str) -> Message | str:
    """Return what jinja2 says of a template in our words, in its own where we have none."""
    return _in_our_words(reason, _OF_JINJA)


def toml_reason(reason: str) -> Message | str:
    """Return what tomllib says of a file in our words, in its own where we have none."""
    return _in_our_words(reason, _OF_TOML)


def short(found: str) -> str:
    """Return what stands in a pack as a finding shows it: what is long is only hinted at."""
    return found if len(found) <= _LONGEST_SHOWN else f"{found[:_LONGEST_SHOWN]}…"


def _in_our_words(reason: str, known: Iterable[tuple[str, Message]]) -> Message | str:
    for pattern, ours in known:
        if found := re.fullmatch(pattern, reason, re.DOTALL):
            gaps = found.groupdict().items()
            return Message(ours.text, {name: _shown(gap) for name, gap in gaps})
    return short(reason)


def _shown(gap: str) -> object:
    """Return signs as a template writes them: `'elif' or 'endif'` is a list of two."""
    signs = tuple(
        _SIGNS.get(sign, short(sign)) for sign in re.split("' or '", gap.strip("'") or gap)
    )
    return signs if len(signs) > 1 else signs[0]
