"""What is wrong, as values: a code, a sentence, a place and a hint.

Stages return every finding of a run; only the facade (`summarykit.api`) and the command line
turn findings into an exception or an exit code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Severity(StrEnum):
    """How much a finding matters: an error stops the work, a warning and a remark do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(StrEnum):
    """The stable name of each kind of finding; docs/diagnostics.md has a section for each.

    Those of a finished Word file are in docs/review.md.
    """

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
    RATE_ABOVE_FULL = "rate-above-full"
    SHARES_ABOVE_FULL = "shares-above-full"
    SHARES_NOT_FULL = "shares-not-full"
    UNITS_DIFFER = "units-differ"
    SCOPE_DIFFERS = "scope-differs"
    EXEMPTION_AGAINST_FULL_RATE = "exemption-against-full-rate"
    EXEMPTION_NOT_DEDUCTED = "exemption-not-deducted"
    SLOGAN_COUNT_DIFFERS = "slogan-count-differs"
    LIST_LENGTH_DIFFERS = "list-length-differs"
    CASE_DIFFERS = "case-differs"
    DATES_OUT_OF_ORDER = "dates-out-of-order"
    DATE_OUTSIDE_PERIOD = "date-outside-period"
    GOAL_WITHOUT_RESULT = "goal-without-result"
    RESULT_WITHOUT_EVIDENCE = "result-without-evidence"
    DIFFICULTY_WITHOUT_STEP = "difficulty-without-step"
    NEXT_STEP_OPEN = "next-step-open"
    MEASURE_WITHOUT_GOAL = "measure-without-goal"
    PLANNED_TOLD_AS_DONE = "planned-told-as-done"
    TITLE_DIFFERS = "title-differs"
    # beside the record of the period before
    PREVIOUS_REFUSED = "previous-refused"
    PREVIOUS_INCOMPARABLE = "previous-incomparable"
    PREVIOUS_DIFFERS = "previous-differs"
    STEP_UNMENTIONED = "step-unmentioned"
    STEP_UNLINKED = "step-unlinked"
    TEXT_COPIED = "text-copied"
    # packs and templates
    PACK_NOT_FOUND = "pack-not-found"
    PACK_INVALID = "pack-invalid"
    REFERENCE_REFUSED = "reference-refused"
    REFERENCE_LEFT_OUT = "reference-left-out"
    REFERENCE_OVERRIDDEN = "reference-overridden"
    TEMPLATE_MISSING = "template-missing"
    TEMPLATE_SYNTAX = "template-syntax"
    TEMPLATE_FAILED = "template-failed"
    TEMPLATE_LIMIT = "template-limit"
    MARKUP_REFUSED = "markup-refused"
    FILE_UNUSED = "file-unused"
    SECTION_NEVER_FILLED = "section-never-filled"
    KIND_UNUSED = "kind-unused"
    # composing and writing
    REPORT_UNKNOWN = "report-unknown"
    PROGRAMME_MISSING = "programme-missing"
    SECTION_EMPTY = "section-empty"
    WRITER_UNKNOWN = "writer-unknown"
    FONT_MISSING = "font-missing"
    DOCUMENT_TOO_LONG = "document-too-long"
    EXTRA_MISSING = "extra-missing"
    KIND_UNKNOWN = "kind-unknown"
    ATTACHMENT_MISSING = "attachment-missing"
    TITLE_TOO_LONG = "title-too-long"
    SIGNATURE_UNDATED = "signature-undated"
    CASE_WITHOUT_CONSENT = "case-without-consent"
    ALIAS_LIKE_A_NAME = "alias-like-a-name"
    ALIAS_STYLES_MIXED = "alias-styles-mixed"
    NAME_ALSO_A_WORD = "name-also-a-word"
    PRIVATE_MASKED = "private-masked"
    MEASURE_UNTOLD = "measure-untold"
    PHOTOGRAPHS_LEFT_OUT = "photographs-left-out"
    # a finished Word file, by the row of the check list: the page
    P01 = "p01-page-size"
    P02 = "p02-top-margin"
    P03 = "p03-left-margin"
    P04 = "p04-text-width"
    P05 = "p05-text-height"
    P06 = "p06-lines-a-page"
    P07 = "p07-characters-a-line"
    P08 = "p08-character-grid"
    P09 = "p09-line-grid"
    P10 = "p10-gutter-columns"
    P11 = "p11-sections-differ"
    P12 = "p12-landscape"
    P13 = "p13-compatibility"
    P14 = "p14-right-margin"
    P15 = "p15-bottom-margin"
    # the title
    T01 = "t01-title"
    T02 = "t02-title-font"
    T03 = "t03-title-size"
    T04 = "t04-title-centred"
    T05 = "t05-title-length"
    T06 = "t06-title-broken"
    T07 = "t07-title-marks"
    T08 = "t08-title-kind"
    T09 = "t09-title-bold"
    # the text
    B01 = "b01-text-font"
    B02 = "b02-text-size"
    B03 = "b03-indent"
    B04 = "b04-indent-twice"
    B05 = "b05-justified"
    B06 = "b06-line-spacing"
    B07 = "b07-snap-to-grid"
    B08 = "b08-space-around"
    B09 = "b09-blank-lines"
    B10 = "b10-indent-by-blanks"
    B11 = "b11-colour"
    B12 = "b12-latin-font"
    B13 = "b13-line-breaking"
    B14 = "b14-hanging-marks"
    B15 = "b15-language"
    B16 = "b16-theme-font"
    B17 = "b17-last-line"
    # headings
    H01 = "h01-heading1-look"
    H02 = "h02-heading2-look"
    H03 = "h03-heading3-look"
    H04 = "h04-heading-sequence"
    H05 = "h05-heading-level"
    H06 = "h06-number-form"
    H07 = "h07-number-brackets"
    H08 = "h08-heading-end"
    H09 = "h09-heading-indent"
    H10 = "h10-outline-level"
    H11 = "h11-heading-kept"
    # the signature
    S01 = "s01-organisation"
    S02 = "s02-signature-date"
    S03 = "s03-signature-place"
    S04 = "s04-signature-blanks"
    S05 = "s05-signature-alone"
    S06 = "s06-date-before-text"
    # attachments
    A01 = "a01-attachments-differ"
    A02 = "a02-attachment-note"
    A03 = "a03-attachment-indent"
    A04 = "a04-attachment-page"
    A05 = "a05-attachment-mark"
    # page numbers
    F01 = "f01-page-number"
    F02 = "f02-page-number-side"
    F03 = "f03-page-number-font"
    F04 = "f04-page-number-form"
    F05 = "f05-page-number-height"
    F06 = "f06-page-number-inset"
    # the letterhead
    R01 = "r01-document-number"
    R02 = "r02-letterhead-parts"
    # tables
    G01 = "g01-table-width"
    G02 = "g02-table-head"
    G03 = "g03-table-rows"
    G04 = "g04-caption"
    G07 = "g07-table-borders"
    G08 = "g08-cell-borders"
    # signs
    N01 = "n01-half-width-marks"
    N02 = "n02-ranges"
    N03 = "n03-blanks"
    N04 = "n04-dashes"
    N05 = "n05-digits"
    N06 = "n06-cited-numbers"
    # what should not travel with a file
    C01 = "c01-placeholder"
    C02 = "c02-spun-word"
    C03 = "c03-stray-mark"
    C04 = "c04-brackets"
    C05 = "c05-typo"
    C06 = "c06-lost-text"
    C07 = "c07-empty-heading"
    C08 = "c08-declared-count"
    C09 = "c09-repeated"
    C10 = "c10-bare-claim"
    C11 = "c11-title-mismatch"
    C12 = "c12-contradiction"
    C13 = "c13-planned-as-done"
    C14 = "c14-date-order"
    C15 = "c15-figure-differs"

    V01 = "v01-private-numbers"
    V02 = "v02-child-named"
    V03 = "v03-traces"
    # the file itself
    X01 = "x01-damaged-file"
    X02 = "x02-beyond-margins"
    X03 = "x03-accessibility"


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
PREVIOUS: Final = "previous"
"""What the record of the period before is called in places and references, as in arguments."""


def of_previous(path: Path) -> Path:
    """Return the place of what stands at `path` in the record of the period before."""
    return (PREVIOUS, *path)


def in_previous(path: Path) -> Path | None:
    """Return where a place lies in the record of the period before; None if it does not."""
    return path[1:] if path[:1] == (PREVIOUS,) else None


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

    Its text is English, the errors first; `summarykit.describe` gives each finding in Chinese.

    Raises:
        ValueError: There is no error among the findings.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        if not has_errors(self.findings):
            raise ValueError("a SummaryError needs a finding that is an error")
        first = sorted(self.findings, key=lambda finding: not finding.is_error)
        super().__init__("\n".join(str(finding) for finding in first))

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.findings,)
