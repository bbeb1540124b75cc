"""From a file or a text to a record, with every finding of the run."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from summarykit.diagnostics import Code, Finding, Severity, has_errors, message
from summarykit.facts import check
from summarykit.model import YearRecord
from summarykit.model.added import OUR_OWN, Vocabulary
from summarykit.readers import files
from summarykit.readers.json_text import read_json
from summarykit.readers.places import Places
from summarykit.readers.problems import findings_of, shown
from summarykit.readers.shape import english_path
from summarykit.readers.slips import slip_of
from summarykit.readers.tree import Builder, Mapping, Node, Scalar, Stopped, plain
from summarykit.readers.yaml_text import read_yaml

Format = Literal["yaml", "json"]
_READERS = {"yaml": read_yaml, "json": read_json}


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A record if the file holds one, everything that was found, and where its fields stand."""

    record: YearRecord | None
    findings: tuple[Finding, ...]
    places: Places


def read_record(path: str | os.PathLike[str], vocabulary: Vocabulary = OUR_OWN) -> ReadResult:
    """Return the record of a YAML or JSON file with all findings; bad input never raises.

    `vocabulary` has the kinds that it may name beside our own.
    """
    source = os.fspath(path)
    file = Path(source)
    data = files.load(file, source)
    if isinstance(data, Finding):
        return _nothing_read(data)
    form = files.format_of(file, source)
    if isinstance(form, Finding):
        return _nothing_read(form)
    known: Format = "json" if form == "json" else "yaml"
    return read_text(data, format=known, source=source, vocabulary=vocabulary)


def read_text(
    text: str | bytes,
    *,
    format: Format,  # noqa: A002 - the word people look for
    source: str,
    vocabulary: Vocabulary = OUR_OWN,
) -> ReadResult:
    """Return the record that `text` holds with all findings; bad input never raises.

    `source` is what findings call the text, usually the file's name; `vocabulary` has the kinds
    that the record may name beside our own.
    """
    decoded = files.decode(text, source)
    if isinstance(decoded, Finding):
        return _nothing_read(decoded)
    decoded, refused = files.without_refused(decoded, source)
    builder = Builder(source)
    try:
        _READERS[format](decoded, builder)
    except Stopped:
        places = Places(builder.root, source, vocabulary)
        return _result(None, [*refused, *builder.findings], places)
    return _read_tree(builder, refused, Places(builder.root, source, vocabulary))


def _nothing_read(finding: Finding) -> ReadResult:
    return ReadResult(None, (finding,), Places(None, finding.at.source or ""))


def _read_tree(builder: Builder, refused: list[Finding], places: Places) -> ReadResult:
    root = builder.root
    found = [*refused, *builder.findings]
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return _result(None, found or [files.empty(places.source)], places)
    if not isinstance(root, Mapping):
        return _result(None, [*found, _not_a_mapping(root, places)], places)
    found += _same_programme_twice(places)
    record: YearRecord | None = None
    try:
        record = YearRecord.model_validate(plain(root), context=places.vocabulary)
    except ValidationError as error:
        found += [
            finding
            for finding in findings_of(error, places)
            if (finding.at.line, finding.at.column) not in builder.refused
        ]
    if record is None or has_errors(found):
        return _result(None, found, places)
    return _result(record, [*found, *_relations(record, places)], places)


def _not_a_mapping(root: Node, places: Places) -> Finding:
    slipped = slip_of(str(root.value)) if isinstance(root, Scalar) else None
    if slipped:
        slip, _ = slipped
        return Finding(
            Severity.ERROR, Code.SYNTAX_ERROR, slip.what, places.place(()), slip.hint
        )
    what = message("a record is a mapping of fields; {found} stands here", found=shown(root))
    return Finding(Severity.ERROR, Code.WRONG_TYPE, what, places.place(()), files.HOW_TO_BEGIN)


def _same_programme_twice(places: Places) -> list[Finding]:
    """Return a finding for each programme given by its English name and by its label."""
    path = ("programmes",)
    programmes, slot = places.node(path), places.slot(path)
    seen: dict[str, str] = {}
    found: list[Finding] = []
    for key in programmes.entries if isinstance(programmes, Mapping) else ():
        name = slot.english(key) or key
        if name in seen:
            other = seen[name]
            what = message("{found} and {other} are the same field", found=key, other=other)
            at = replace(places.key_place((*path, key)), path=(*path, name))
            hint = message("keep one of the two")
            found.append(Finding(Severity.ERROR, Code.DUPLICATE_KEY, what, at, hint))
        seen.setdefault(name, key)
    return found


def _relations(record: YearRecord, places: Places) -> list[Finding]:
    """Return what the facts say of a record that reads well: ids, links, sums, dates."""
    return [replace(f, at=places.place(f.at.path)) for f in check(record)]


def _result(record: YearRecord | None, findings: list[Finding], places: Places) -> ReadResult:
    """Return the result with the findings in the order of the file, paths in English."""
    known = places.vocabulary
    settled = (
        replace(f, at=replace(f.at, path=english_path(f.at.path, known))) for f in findings
    )
    return ReadResult(record, tuple(sorted(settled, key=_where)), places)


def _where(finding: Finding) -> tuple[int, int]:
    return finding.at.line or 0, finding.at.column or 0
