"""Word files: what is the same for a layout is prepared once, the body is text joined once."""

from summarykit.document import Document
from summarykit.layout import Layout
from summarykit.writers.docx.archive import Entry, deflated, zipped
from summarykit.writers.docx.body import Body, write_body
from summarykit.writers.docx.markup import MAIN, RELATED, part
from summarykit.writers.docx.numbering import numbering_part
from summarykit.writers.docx.package import prepared, relations_part
from summarykit.writers.docx.pictures import Pictures
from summarykit.writers.docx.properties import core_part
from summarykit.writers.signing import signed

__all__ = ["write_docx"]


def write_docx(document: Document, layout: Layout) -> bytes:
    """Return `document` as the bytes of a .docx file: no clock, no random id, no path.

    Raises:
        ValueError: A picture is neither PNG nor JPEG, or a row has not one cell a column.
    """
    if not document.letterhead and layout.letterhead.kind != "none":
        without = layout.letterhead.model_copy(update={"kind": "none"})
        layout = layout.model_copy(update={"letterhead": without})
    package = prepared(layout)
    pictures = Pictures(layout.figure, len(package.relations) + 1)
    body = Body(layout, package, pictures)
    content = write_body(signed(document, layout.signature), body)
    main = part("document", f"{MAIN} {RELATED}", "<w:body>", *content, "</w:body>")
    relations = relations_part((*package.relations, *pictures.relations))
    return zipped(
        (
            *package.entries,
            deflated("docProps/core.xml", core_part(document.properties)),
            deflated("word/_rels/document.xml.rels", relations),
            deflated("word/document.xml", main),
            *pictures.entries,
            *_numbering(layout, body.lists),
        )
    )


def _numbering(layout: Layout, lists: int) -> tuple[Entry, ...]:
    if not layout.numbering.automatic:
        return ()
    return (deflated("word/numbering.xml", numbering_part(layout, lists)),)
