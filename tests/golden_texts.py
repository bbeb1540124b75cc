"""The texts of all example records, as a person reviews them in a diff.

`PYTHONPATH=src:tests python tests/golden_texts.py` writes them anew into tests/golden/texts:
one file a record and report with the whole text, and one with its headings only.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from example_records import NAMES, record
from prose import document_of
from summarykit.document import Table, blocks_of, plain
from summarykit.document.lines import addressee_line, heading_line, note_lines
from summarykit.document.nodes import (
    Attachment,
    AttachmentNote,
    Block,
    Heading,
    Paragraph,
    Signature,
)

FOLDER = Path(__file__).parent / "golden/texts"
REPORTS = ("left_behind_care", "migrant_enrolment", "dropout_prevention", "home_visits")
ALL_PROGRAMMES = "full-school-year"


def names() -> Iterator[tuple[str, str]]:
    """Yield every example with every report that one of its programmes has."""
    for name in NAMES:
        yield from ((name, report) for report in REPORTS if report in record(name).programmes)
    yield ALL_PROGRAMMES, "annual"


def text(name: str, report: str) -> str:
    """Return the whole text: `#` before headings, ` | ` between cells."""
    document = document_of(record(name), report)
    head = [plain(document.title), plain(addressee_line(document))]
    blocks = ("\n".join(_lines(block)) for block in blocks_of(document))
    return "\n\n".join(part for part in (*head, *blocks) if part) + "\n"


def outline(name: str, report: str) -> str:
    """Return the headings, one a line, deeper ones further in."""
    headings = (
        b for b in blocks_of(document_of(record(name), report)) if isinstance(b, Heading)
    )
    lines = ("  " * (h.level - 1) + h.number + plain(h.children) for h in headings)
    return "\n".join(lines) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {plain(heading_line(block))}"
        case Paragraph():
            yield plain(block.children)
        case Table():
            yield f"[{plain(block.caption) or block.description}]"
            yield " | ".join(plain(column.head) for column in block.columns)
            yield from (" | ".join(plain(cell) for cell in row) for row in block.rows)
        case AttachmentNote():
            yield from (plain(line) for line in note_lines(block))
        case Signature():
            yield from (plain(line) for line in (block.organisation, block.date) if line)
        case Attachment():
            yield f"[附件] {plain(block.title)}"
        case _:
            return


def golden() -> Mapping[str, str]:
    """Return the content of every golden file by its name."""
    made = {}
    for name, report in names():
        made[f"{name}.{report}.txt"] = text(name, report)
        made[f"{name}.{report}.outline.txt"] = outline(name, report)
    return made


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, content in golden().items():
        (FOLDER / file).write_text(content, "utf-8")
