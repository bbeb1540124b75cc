"""A red head that would stand below another one: that which is drawn in a reference.docx."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.layout import Layout
from summarykit.packs.places.paths import LAYOUT, REFERENCE
from summarykit.packs.reference.strip_texts import shows_more
from summarykit.packs.tools.opened import OpenPack

_KIND: Final = ("letterhead", "kind")


def two_heads(pack: OpenPack, layout: Layout) -> Iterator[Finding]:
    """Yield a warning where the first page has a header from Word and a red head as well."""
    headers = dict(layout.furniture.headers)
    header = headers.get("first", headers.get("default"))
    if layout.letterhead.kind == "none" or header is None or not shows_more(header):
        return
    said = message(
        "the first page has two heads: this one, and the header that is drawn in {name}",
        name=REFERENCE,
    )
    hint = message("write {line} below [{table}]", line='kind = "none"', table="letterhead")
    place = pack.settings(LAYOUT)[_KIND].steps[0].place
    yield Finding(Severity.WARNING, Code.WRONG_VALUE, said, place, hint)
