"""Numbers of persons in a letterhead from Word, which would go into every summary."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import REFERENCE
from summarykit.packs.reference.laying import level_of
from summarykit.packs.reference.strip_texts import texts_of


def private_numbers(lineage: Lineage) -> Iterator[Finding]:
    """Yield a warning for each kind of them in the headers and footers that count."""
    level = level_of(lineage)
    data = None if level is None else lineage.packs[level].reference
    if level is None or data is None:
        return
    from summarykit.packs.reference.taking import furniture, model_of  # noqa: PLC0415 - most packs need no lxml
    from summarykit.review.private import kinds_of_number  # noqa: PLC0415 - needs lxml, too

    drawn = furniture(model_of(data), keeps_number=True)
    texts = (text for _, strip in (*drawn.headers, *drawn.footers) for text in texts_of(strip))
    place = Place(source=lineage.packs[level].source(REFERENCE))
    for kind in dict.fromkeys(kind for text in texts for kind in kinds_of_number(text)):
        said = message("{kind} stands in a header or footer", kind=kind)
        yield Finding(Severity.WARNING, Code.V01, said, place)
