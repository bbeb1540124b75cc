"""From what a template raised to a finding with file, line, and the nearest right name."""

import re
from collections.abc import Callable, Iterable, Mapping
from traceback import extract_tb
from types import MappingProxyType
from typing import Any, Final

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.document.markup import MarkupError
from summarykit.l10n.nearest import nearest
from summarykit.packs.settings.reasons import jinja_reason, short
from summarykit.packs.templates.environment import OperatorError, UnknownNameError
from summarykit.packs.templates.filters import FILTERS, TESTS
from summarykit.packs.templates.printing import (
    BareValueError,
    MissingValueError,
    OutputLimitError,
    StepLimitError,
)

MOST_NAMES = 12
_NO_SUCH = re.compile(r"No (?P<kind>filter|test) named '(?P<name>.+)'\.")


def syntax_fault(error: Exception, source: str) -> Finding:
    """Return the finding for a template that does not compile."""
    line = error.lineno if isinstance(error, TemplateSyntaxError) else None
    reason = error.message if isinstance(error, TemplateSyntaxError) else error
    said = message("the template does not compile: {reason}", reason=jinja_reason(str(reason)))
    place = Place(source=source, line=line)
    return Finding(Severity.ERROR, Code.TEMPLATE_SYNTAX, said, place, _filter_near(str(reason)))


def _filter_near(reason: str) -> Message | None:
    """Return the filter or test that is meant where a name is not one."""
    found = _NO_SUCH.fullmatch(reason)
    if found is None:
        return None
    return _nearest(found["name"], FILTERS if found["kind"] == "filter" else TESTS)


def missing_template(name: str, place: Place) -> Finding:
    """Return the finding for a template that the pack does not have."""
    hint = None
    if name:
        said = message("the pack has no template {name}", name=short(name))
    else:
        said = message("this section has no template")
        hint = message("only a section that a pack below has, too, can do without one")
    return Finding(Severity.ERROR, Code.TEMPLATE_MISSING, said, place, hint)


def refused(error: MarkupError, place: Place) -> Finding:
    """Return the finding for markup that the small language does not have."""
    said = message("{found} is markup that a template cannot use", found=error.found)
    hint = message("paragraphs, headings from ## to #### and **strong** are all there is")
    return Finding(Severity.ERROR, Code.MARKUP_REFUSED, said, place, hint)


def fault(error: Exception, source: str, packs: Iterable[str], names: Iterable[str]) -> Finding:
    """Return the finding for whatever filling the template `source` of `packs` raised.

    `names` are those that a template of the packs can use.
    """
    place = _place(error, source, tuple(f"{pack}/" for pack in packs))
    if isinstance(error, TemplateNotFound):
        return missing_template(str(error.name), place)
    if isinstance(error, MarkupError):
        return refused(error, place)
    code = Code.TEMPLATE_LIMIT if isinstance(error, _LIMITS) else Code.TEMPLATE_FAILED
    return Finding(Severity.ERROR, code, _sentence(error), place, _hint(error, names))


_LIMITS = (OutputLimitError, StepLimitError, RecursionError)
_SENTENCES: Final[Mapping[type[Exception], Callable[[Any], Message]]] = MappingProxyType(
    {
        UnknownNameError: lambda error: message(
            "there is no {name} here", name=short(error.name)
        ),
        MissingValueError: lambda error: message(
            "{field} is printed, and the record leaves it empty", field=error.ref
        ),
        BareValueError: lambda error: message(
            "a {type} is printed that is neither words nor a value of the record",
            type=str(error),
        ),
        OutputLimitError: lambda _: message(
            "the template prints more than a document can hold"
        ),
        StepLimitError: lambda _: message(
            "the template takes more steps than a document needs"
        ),
        RecursionError: lambda _: message("the template calls itself without end"),
        AttributeError: lambda _: message("a value of another kind is needed here"),
        OperatorError: lambda error: message(
            "{operator} is for small numbers and short words only", operator=error.operator
        ),
        SecurityError: lambda error: message(
            "the template reaches for what it may not use: {reason}",
            reason=jinja_reason(str(error)),
        ),
    }
)


def _sentence(error: Exception) -> Message:
    said = _SENTENCES.get(type(error))
    if said is not None:
        return said(error)
    reason = jinja_reason(str(error))
    if isinstance(reason, Message):
        return message("the template failed: {reason}", reason=reason)
    kind = type(error).__name__
    return message("the template failed: {kind}: {reason}", kind=kind, reason=reason)


def _hint(error: Exception, names: Iterable[str]) -> Message | None:
    match error:
        case UnknownNameError(name=name, known=known):
            if known is None and name in FILTERS:
                return message(
                    "{name} is a filter: write it behind a value, after |", name=name
                )
            return _nearest(name, names if known is None else known)
        case MissingValueError():
            return message("ask first: {% if field %} … {% endif %}")
        case OutputLimitError() | StepLimitError():
            return message("the template repeats itself, or the record has too many entries")
        case BareValueError():
            return message("print a value of the record, so that the figure has its source")
        case _:
            return _filter_near(str(error))


def _nearest(name: str, known: Iterable[str]) -> Message | None:
    names = [one for one in known if one != name]  # it may be there in another template
    if near := nearest(name, names):
        return message("did you mean {name}?", name=near)
    if names and len(names) <= MOST_NAMES:
        return message("there are: {names}", names=tuple(names))
    return None


def _place(error: Exception, source: str, folders: tuple[str, ...]) -> Place:
    frames = [f for f in extract_tb(error.__traceback__) if f.filename.startswith(folders)]
    if not frames:
        return Place(source=source)
    return Place(source=frames[-1].filename, line=frames[-1].lineno)
