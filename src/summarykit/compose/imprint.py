"""The imprint of a document: what the layout asks for, filled from the record."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.compose.letterhead import is_official
from summarykit.document import Fact, Imprint
from summarykit.layout import Layout
from summarykit.model import YearRecord
from summarykit.packs import ReportSpec

FIELDS: Final = frozenset({"copies_to", "issued_by", "issued_on"})
"""What a signature says for the imprint only."""
_PRINTED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"none": FIELDS, "document": FIELDS, "letter": frozenset({"copies_to"})}
)


def printed_fields(layout: Layout, report: ReportSpec) -> frozenset[str]:
    """Return the `FIELDS` that a report prints; a letter says only who gets copies (10.1)."""
    shown = layout.imprint.shown and is_official(report)
    return _PRINTED[layout.letterhead.kind] if shown else frozenset()


def imprint(record: YearRecord, fields: frozenset[str]) -> Imprint | None:
    """Return the imprint of these `fields`; nothing where the record says none of them."""
    signed = record.signature
    if signed is None:
        return None
    copies = signed.copies_to if "copies_to" in fields else ()
    issuer = signed.issued_by if "issued_by" in fields else None
    date = signed.issued_on if "issued_on" in fields else None
    if not (copies or issuer or date):
        return None
    return Imprint(
        copies=tuple(
            (Fact(name, f"signature.copies_to[{place}]"),) for place, name in enumerate(copies)
        ),
        issuer=(Fact(issuer, "signature.issued_by"),) if issuer else (),
        date=(Fact(str(date), "signature.issued_on"),) if date else (),
    )
