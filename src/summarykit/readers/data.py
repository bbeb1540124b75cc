"""From Python data to a record: what a program has in dicts and lists, or in parts of one."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from operator import index
from typing import SupportsIndex

from pydantic import BaseModel

from summarykit.diagnostics import Code, Finding, Message, Severity, message
from summarykit.model.added import OUR_OWN, Vocabulary
from summarykit.model.values.reading import Value
from summarykit.readers.places import Places
from summarykit.readers.record import ReadResult, read_text


def read_data(data: object, vocabulary: Vocabulary = OUR_OWN) -> ReadResult:
    """Return the record that a mapping of fields holds with all findings; bad data never raise.

    It is read like a file, so dates, values and parts of a record stand for what they print;
    `vocabulary` has the kinds that it may name beside our own.
    """
    try:
        text = json.dumps(data, default=_written, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        said = message("these data cannot be a record: {reason}", reason=_reason(error))
        return ReadResult(
            None, (Finding(Severity.ERROR, Code.WRONG_TYPE, said),), Places(None, "")
        )
    read = read_text(text, format="json", source="", vocabulary=vocabulary)
    # Nobody has seen the text: its lines would lead nowhere.
    findings = (
        replace(found, at=replace(found.at, source=None, line=None, column=None))
        for found in read.findings
    )
    return ReadResult(read.record, tuple(findings), Places(None, ""))


# What json says of data that it cannot write.
_REASONS = (
    (r"(?P<found>\w+) is no value of a field", message("{found} is no value of a field")),
    (r"keys must be str.* not (?P<found>\w+)", message("a key is {found} and not text")),
    (r"Circular reference detected", message("they contain themselves")),
    (r"Out of range float values.*", message("a number is infinite or none at all")),
    (r"maximum recursion depth.*", message("it is nested too deeply")),
)


def _reason(error: Exception) -> Message | str:
    """Return why data cannot be written, in our words where we have them."""
    for pattern, ours in _REASONS:
        if found := re.match(pattern, str(error)):
            return Message(ours.text, found.groupdict())
    return str(error)


def _written(value: object) -> object:
    match value:
        case BaseModel():
            return {name: getattr(value, name) for name in value.model_fields_set}
        case Mapping():
            return dict(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()  # what a program calls a day
        case date():
            return value.isoformat()
        case Decimal() | Value():
            return str(value)
        case SupportsIndex():
            return index(value)
        case _:
            raise TypeError(f"{type(value).__name__} is no value of a field")
