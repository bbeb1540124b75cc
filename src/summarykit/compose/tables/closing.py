"""What stands after the text: 附件说明, 署名 and date, and the attachments themselves."""

from collections.abc import Iterable, Iterator
from typing import cast

from summarykit.compose.tables.annexes import has_content, is_turned, table_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.document import (
    Attachment,
    AttachmentNote,
    Block,
    Fact,
    Inlines,
    Paragraph,
    Signature,
    Text,
)
from summarykit.model import YearRecord
from summarykit.model import record as entities
from summarykit.privacy.rosters import is_secret

NOTICE = "内部掌握，不得公开"


def signature(record: YearRecord, block_id: str) -> Signature | None:
    """Return the signature block; nothing when the record has no signature."""
    signed = record.signature
    if signed is None:
        return None
    if signed.unit is None:
        unit: Inlines = (Fact(record.organisation.name, "organisation.name"),)
    else:
        unit = (Fact(signed.unit, "signature.unit"),)
    date: Inlines = (Fact(str(signed.date), "signature.date"),) if signed.date else ()
    return Signature(block_id, unit, date, signed.seal)


def unit_below(record: YearRecord, title: object) -> Shown | Missing:
    """Return the organisation, to stand below a `title` of the record's own.

    Missing where there is no such title, or where the title or the signature names it.
    """
    name = record.organisation.name
    signed = record.signature
    says = (str(title), (signed.unit or name) if signed else "")
    if not title or any(name in words for words in says):
        return Missing("organisation.name")
    return Shown(name, "organisation.name")


def undated(signed: Signature | None) -> Iterator[Finding]:
    """Yield a warning when a summary is signed but has no date (GB/T 9704-2012, 7.3.5)."""
    if signed is not None and not signed.date:
        said = message("the summary is signed but has no date")
        hint = message("add the date to the signature")
        place = Place(path=("signature",))
        yield Finding(Severity.WARNING, Code.SIGNATURE_UNDATED, said, place, hint)


def attachment_note(listed: Iterable[View], block_id: str) -> AttachmentNote | None:
    """Return the 附件说明: the names of the attachments that follow, in order."""
    names = tuple(_name(view) for view in listed if has_content(view))
    return AttachmentNote(block_id, names) if names else None


def attachments(
    listed: Iterable[View], block_id: str, record: YearRecord
) -> tuple[tuple[Attachment, ...], tuple[Finding, ...]]:
    """Return the attachments that have content, and a finding for each that lacks it.

    One that the record declares not to be attached (已附：否) lacks nothing.
    """
    views = tuple(listed)
    pages = tuple(_page(view, block_id) for view in views if has_content(view))
    bare = (view for view in views if _entity(view).present and not has_content(view))
    return pages, tuple(_absent(view, record) for view in bare)


def _entity(view: View) -> entities.Attachment:
    return cast("entities.Attachment", view.entity)


def _name(view: View) -> Inlines:
    return (Fact(_entity(view).name, f"{view.ref}.name"),)


def _page(view: View, block_id: str) -> Attachment:
    entity = _entity(view)
    page_id = f"{block_id}/{view.ref}"
    return Attachment(
        id=page_id,
        title=_name(view),
        blocks=tuple(_content(view, page_id)),
        landscape=is_turned(view, table_of(view, page_id)),
        notice=NOTICE if is_secret(entity) else "",
    )


def _content(view: View, page_id: str) -> Iterator[Block]:
    entity = _entity(view)
    if entity.text:
        for index, line in enumerate(filter(None, entity.text.split("\n")), 1):
            yield Paragraph(f"{page_id}/{index}", (Fact(line, f"{view.ref}.text"),))
    table = table_of(view, f"{page_id}/table")
    if table is not None:
        yield table
    if entity.note and not (is_secret(entity) and entity.note.rstrip("。") == NOTICE):
        words = (Text("注："), Fact(entity.note, f"{view.ref}.note"))
        yield Paragraph(f"{page_id}/note", words)


def _absent(view: View, record: YearRecord) -> Finding:
    entity = _entity(view)
    said = message("the attachment {name} has no content and is left out", name=entity.name)
    position = next(i for i, one in enumerate(record.attachments) if one is entity)
    place = Place(path=("attachments", position))
    return Finding(Severity.WARNING, Code.ATTACHMENT_MISSING, said, place)
