"""What is wrong, as values: a code, a sentence, a place and a hint.

Stages return every finding of a run; only the facade (`summarykit.api`) and the command line
turn findings into an exception or an exit code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """How much a finding matters: an error stops the work, a warning and a remark do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """The stable name of each kind of finding; docs/diagnostics.md has a section for each."""

    # files and text
    FILE_UNREADABLE = "file-unreadable"
    FILE_TOO_LARGE = "file-too-large"
    FILE_EMPTY = "file-empty"
    FILE_NOT_TEXT = "file-not-text"
    FORMAT_UNKNOWN = "format-unknown"
    SYNTAX_ERROR = "syntax-error"
    SYNTAX_REFUSED = "syntax-refused"
    DUPLICATE_KEY = "duplicate-key"
    OUTPUT_UNWRITABLE = "output-unwritable"
    # fields
    UNKNOWN_KEY = "unknown-key"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    TEXT_REFUSED = "text-refused"
    UNIT_LOST = "unit-lost"
    # links and relations
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_ID = "unknown-id"
    WRONG_LINK = "wrong-link"
    SUBSET_EXCEEDS_WHOLE = "subset-exceeds-whole"
    PARTS_DIFFER_FROM_WHOLE = "parts-differ-from-whole"
    TOTAL_DIFFERS_FROM_PARTS = "total-differs-from-parts"
    COUNT_EXCEEDS_COHORT = "count-exceeds-cohort"
    FACT_STATED_TWICE = "fact-stated-twice"
    DEFINITIONS_DIFFER = "definitions-differ"
    FLOW_DOES_NOT_CLOSE = "flow-does-not-close"
    RATE_DIFFERS_FROM_COUNTS = "rate-differs-from-counts"
    EXEMPTION_AGAINST_FULL_RATE = "exemption-against-full-rate"
    SLOGAN_COUNT_DIFFERS = "slogan-count-differs"
    DATES_OUT_OF_ORDER = "dates-out-of-order"
    DATE_OUTSIDE_PERIOD = "date-outside-period"
    # packs and templates
    PACK_NOT_FOUND = "pack-not-found"
    PACK_INVALID = "pack-invalid"
    TEMPLATE_MISSING = "template-missing"
    TEMPLATE_SYNTAX = "template-syntax"
    TEMPLATE_FAILED = "template-failed"
    TEMPLATE_LIMIT = "template-limit"
    MARKUP_REFUSED = "markup-refused"
    # composing and writing
    REPORT_UNKNOWN = "report-unknown"
    PROGRAMME_MISSING = "programme-missing"
    SECTION_EMPTY = "section-empty"
    WRITER_UNKNOWN = "writer-unknown"
    FONT_MISSING = "font-missing"
    DOCUMENT_TOO_LONG = "document-too-long"
    EXTRA_MISSING = "extra-missing"
    ATTACHMENT_MISSING = "attachment-missing"
    TITLE_TOO_LONG = "title-too-long"
    SIGNATURE_UNDATED = "signature-undated"
    CASE_WITHOUT_CONSENT = "case-without-consent"
    MEASURE_UNTOLD = "measure-untold"
    PHOTOGRAPHS_LEFT_OUT = "photographs-left-out"


@dataclass(frozen=True, slots=True)
class Term:
    """A name of the model in a sentence; a Chinese one has both: 属于（part_of）."""

    name: str
    label: str

    def __str__(self) -> str:
        """Return the English name."""
        return self.name


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence in English with `{name}` gaps, and what fills them; `l10n` translates it."""

    text: str
    values: Mapping[str, object] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )

    def __str__(self) -> str:
        """Return the English sentence with its gaps filled; a tuple is listed with commas."""
        if not self.values:
            return self.text
        listed = {
            name: ", ".join(map(str, value)) if isinstance(value, tuple) else value
            for name, value in self.values.items()
        }
        return self.text.format_map(listed)

    def __reduce__(self) -> tuple[object, ...]:
        # A read-only view cannot be pickled; what it views can.
        return _message, (self.text, dict(self.values))


def message(text: str, **values: object) -> Message:
    """Return a message; `text` is the key of the message catalogues."""
    return _message(text, values)


def _message(text: str, values: dict[str, object]) -> Message:
    return Message(text, MappingProxyType(values))


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands: a file, line and column (from 1), and the path of the field."""

    source: str | None = None
    line: int | None = None
    column: int | None = None
    path: Path = ()

    @property
    def field(self) -> str:
        """The path as people write it: `population[1].count`."""
        parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path]
        return "".join(parts).removeprefix(".")

    def __str__(self) -> str:
        """Return `file:line:column field`, as far as each is known."""
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        where = ":".join([*([self.source] if self.source else []), *numbers])
        return " ".join(part for part in (where, self.field) if part)


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or worth knowing, with its place and, if any, a hint."""

    severity: Severity
    code: Code
    message: Message
    at: Place = NOWHERE
    hint: Message | None = None

    @property
    def is_error(self) -> bool:
        """Whether this finding stops the work."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        """Return the finding in English, hint included."""
        head = f"{self.at}  {self.severity} {self.code}  {self.message}".strip()
        return f"{head}\n  hint: {self.hint}" if self.hint else head


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether any of `findings` is an error."""
    return any(finding.is_error for finding in findings)


class SummaryError(Exception):
    """Raised by the facade when there are errors; `findings` holds all findings of the run.

    Its text is English; `summarykit.describe` gives each finding in Chinese.

    Raises:
        ValueError: There is no error among the findings.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        if not has_errors(self.findings):
            raise ValueError("a SummaryError needs a finding that is an error")
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.findings,)
