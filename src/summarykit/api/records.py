"""A record from a file, a text or the data of a program."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from summarykit.api.arguments import (
    RECORD,
    is_record_or_path,
    needed_path,
    unknown,
    wrong_type,
)
from summarykit.api.loading import vocabulary_of
from summarykit.diagnostics import (
    Code,
    Finding,
    Path,
    Place,
    SummaryError,
    has_errors,
    message,
)
from summarykit.model import YearRecord
from summarykit.model.added import OUR_OWN, Vocabulary

if TYPE_CHECKING:
    from summarykit.packs import Pack
    from summarykit.readers import Places

Data = Mapping[str, object]
RecordOrPath = YearRecord | Data | str | os.PathLike[str]
_TEXT_FORMATS: Final = ("yaml", "json")


def read_record(
    path: str | os.PathLike[str], *, pack: "Pack | str | os.PathLike[str] | None" = None
) -> YearRecord:
    """Return the record of a YAML or JSON file.

    It may name the kinds of work and of measure that `pack` adds, and is composed with that
    pack then. Its warnings are found again by `compose` and `check`.

    Raises:
        SummaryError: It is no path, the file cannot be read, or it holds errors, or there is no
            such pack; all findings are in it.
    """
    from summarykit import readers  # noqa: PLC0415 - see the package's docstring

    read = readers.read_record(needed_path("path", path), vocabulary_of(pack))
    if read.record is None or has_errors(read.findings):
        raise SummaryError(read.findings)
    return read.record


def parse_record(
    data: str | bytes | Data,
    *,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002 - the word people look for
    pack: "Pack | str | os.PathLike[str] | None" = None,
) -> YearRecord:
    """Return the record of a text in that format, or of a mapping of fields.

    A mapping has what JSON has, and dates, value types and entities of `summarykit.model`.
    `format` is for texts only. The record may name what `pack` adds, as in `read_record`.

    Raises:
        SummaryError: There are errors, or no such pack; all findings are in it.
    """
    from summarykit import readers  # noqa: PLC0415 - see the package's docstring

    if format not in _TEXT_FORMATS:
        said = message("records are not read as {found}", found=str(format))
        raise SummaryError([unknown(said, _TEXT_FORMATS, Code.FORMAT_UNKNOWN)])
    known = vocabulary_of(pack)
    if isinstance(data, (str, bytes)):
        read = readers.read_text(data, format=format, source="", vocabulary=known)
    else:
        read = readers.read_data(data, known)
    if read.record is None or has_errors(read.findings):
        nameless = (replace(f, at=replace(f.at, source=None)) for f in read.findings)
        raise SummaryError(nameless)
    return read.record


def json_schema(*, pack: "Pack | str | os.PathLike[str] | None" = None) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of a record: either name of a field is a key.

    Titles and descriptions are Chinese. It allows the kinds that `pack` adds.

    Raises:
        SummaryError: There is no such pack, or it has errors.
    """
    from summarykit.model import schema  # noqa: PLC0415 - see the package's docstring

    return schema.json_schema(vocabulary_of(pack))


@dataclass(frozen=True, slots=True)
class Found:
    """A record, and where its fields stand when it came from a file."""

    record: YearRecord | None
    places: "Places | None" = None

    def placed(self, finding: Finding) -> Finding:
        """Return the finding with the line of the field it is about."""
        if self.places is None or finding.at.source is not None or not finding.at.path:
            return finding
        return replace(finding, at=self.places.place(finding.at.path))

    def place(self, path: Path) -> Place:
        """Return where a field stands, as far as that is known."""
        return Place(path=path) if self.places is None else self.places.place(path)


def found_record(
    record: RecordOrPath, vocabulary: Vocabulary = OUR_OWN
) -> tuple[Found, tuple[Finding, ...]]:
    """Return a record, read or as it is, with the findings of reading or checking it.

    Counts that lost their unit are told, and have the one that is meant (`facts.with_units`).
    """
    if not is_record_or_path(record):
        return Found(None), (wrong_type("record", RECORD, record),)
    from summarykit import facts  # noqa: PLC0415 - see the package's docstring

    found, findings = _as_written(record, vocabulary)
    told = None if found.record is None else facts.with_units(found.record)
    return replace(found, record=told), findings


def _as_written(
    record: RecordOrPath, vocabulary: Vocabulary
) -> tuple[Found, tuple[Finding, ...]]:
    if isinstance(record, YearRecord):
        from summarykit import facts  # noqa: PLC0415 - see the package's docstring

        return Found(record), tuple(facts.check(record))
    from summarykit import readers  # noqa: PLC0415 - as above

    if isinstance(record, Mapping):
        read = readers.read_data(record, vocabulary)
        return Found(read.record), read.findings
    read = readers.read_record(record, vocabulary)
    return Found(read.record, read.places), read.findings
