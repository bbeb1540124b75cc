"""The letterhead of a document: what the layout asks for, filled from the record."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.document import Fact, Inlines, Letterhead, Text
from summarykit.layout import LetterheadRule
from summarykit.model import YearRecord
from summarykit.model.record import Signature
from summarykit.packs import DocumentKind, ReportSpec, SectionKind

NUMBER: Final = ("document_number", str(Signature.model_fields["document_number"].alias))
"""The field of the number of the document, in both of its names."""
FIELDS: Final = frozenset({NUMBER[0], "signer"})
"""What a signature says for the letterhead only."""
_PRINTED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"none": frozenset(), "document": FIELDS, "letter": frozenset({NUMBER[0]})}
)
_GAP: Final = "{organisation}"
_YEAR: Final = re.compile(r"[\[［(（【〔]\s*(\d{4})\s*[\]］)）】〕]", re.ASCII)


def has_letterhead(rule: LetterheadRule, report: ReportSpec) -> bool:
    """Return whether a report is printed below a letterhead."""
    return rule.kind != "none" and is_official(report)


def is_official(report: ReportSpec) -> bool:
    """Return whether a report may have a letterhead and an imprint.

    What nobody signs has none, nor has a briefing, which would have a head of its own.
    """
    if report.kind is DocumentKind.BRIEFING:
        return False
    return any(section.kind is SectionKind.SIGNATURE for section in report.sections)


def printed_fields(rule: LetterheadRule, report: ReportSpec) -> frozenset[str]:
    """Return the `FIELDS` that a report prints; a letter goes to nobody higher: no signer."""
    return _PRINTED[rule.kind] if has_letterhead(rule, report) else frozenset()


def letterhead(record: YearRecord, rule: LetterheadRule) -> Letterhead:
    """Return the letterhead with the name of the organisation, number and signer."""
    signed = record.signature
    number = signed.document_number if signed else None
    signer = signed.signer if signed and rule.kind == "document" else None
    form = rule.letter_mark if rule.kind == "letter" else rule.mark
    return Letterhead(
        mark=_mark(record.organisation.name, form),
        number=(Fact(in_brackets(number), "signature.document_number"),) if number else (),
        signer=(Fact(signer, "signature.signer"),) if signer else (),
    )


def in_brackets(number: str) -> str:
    """Return the number of a document, its year in 〔〕 (GB/T 9704-2012, 7.2.5)."""
    return _YEAR.sub(r"〔\1〕", number)


def _mark(name: str, form: str) -> Inlines:
    before, gap, after = form.partition(_GAP)
    pieces = (Text(before), Fact(name, "organisation.name") if gap else Text(""), Text(after))
    return tuple(piece for piece in pieces if piece.text)
