"""From what a template raised to a finding with file, line, and the nearest right name."""

from collections.abc import Iterable
from difflib import get_close_matches
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.document.markup import MarkupError
from summarykit.packs.environment import UnknownNameError
from summarykit.packs.printing import BareValueError, MissingValueError, OutputLimitError

MOST_NAMES = 12


def syntax_fault(error: TemplateSyntaxError, source: str) -> Finding:
    """Return the finding for a template that does not compile."""
    said = message("the template does not compile: {reason}", reason=error.message or "")
    place = Place(source=source, line=error.lineno)
    return Finding(Severity.ERROR, Code.TEMPLATE_SYNTAX, said, place)


def missing_template(name: str, place: Place) -> Finding:
    """Return the finding for a template that the pack does not have."""
    said = message("the pack has no template {name}", name=name)
    return Finding(Severity.ERROR, Code.TEMPLATE_MISSING, said, place)


def fault(error: Exception, source: str, pack: str) -> Finding:
    """Return the finding for whatever filling the template `source` of `pack` raised."""
    place = _place(error, source, pack)
    if isinstance(error, TemplateNotFound):
        return missing_template(str(error.name), place)
    code = _code(error)
    return Finding(Severity.ERROR, code, _sentence(error), place, _hint(error))


def _code(error: Exception) -> Code:
    if isinstance(error, (OutputLimitError, RecursionError)):
        return Code.TEMPLATE_LIMIT
    return Code.MARKUP_REFUSED if isinstance(error, MarkupError) else Code.TEMPLATE_FAILED


def _sentence(error: Exception) -> Message:
    match error:
        case UnknownNameError(name=name):
            return message("there is no {name} here", name=name)
        case MissingValueError(ref=ref):
            return message("{field} is printed, and the record leaves it empty", field=ref)
        case BareValueError():
            return message(
                "a {type} is printed that is neither words nor a value of the record",
                type=str(error),
            )
        case OutputLimitError():
            return message("the template prints more than a document can hold")
        case RecursionError():
            return message("the template calls itself without end")
        case MarkupError(found=found):
            return message("{found} is markup that a template cannot use", found=found)
        case SecurityError():
            return message("the template reaches for what it may not use: {reason}", reason=error)
        case _:
            return message(
                "the template failed: {kind}: {reason}", kind=type(error).__name__, reason=error
            )


def _hint(error: Exception) -> Message | None:
    match error:
        case UnknownNameError(name=name, known=known):
            return _nearest(name, known)
        case MissingValueError():
            return message("ask first: {{% if field %}} … {{% endif %}}")
        case BareValueError():
            return message("print a value of the record, so that the figure has its source")
        case MarkupError():
            return message("paragraphs, headings from ## on and **strong** are all there is")
        case _:
            return None


def _nearest(name: str, known: Iterable[str]) -> Message | None:
    names = list(known)
    near = get_close_matches(name, names, n=1)
    if near:
        return message("did you mean {name}?", name=near[0])
    if names and len(names) <= MOST_NAMES:
        return message("there are: {names}", names="、".join(names))
    return None


def _place(error: Exception, source: str, pack: str) -> Place:
    if isinstance(error, MarkupError):
        return Place(source=source)
    if isinstance(error, TemplateError) and isinstance(error, TemplateSyntaxError):
        return Place(source=error.filename or source, line=error.lineno)
    frames = [f for f in extract_tb(error.__traceback__) if f.filename.startswith(f"{pack}/")]
    if not frames:
        return Place(source=source)
    return Place(source=frames[-1].filename, line=frames[-1].lineno)
