"""The texts of all example records, as a person reviews them in a diff.

`PYTHONPATH=src:tests python tests/golden_texts.py` writes them anew into tests/golden/texts:
one file a record and report with the whole text, and one with its headings only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import corpus_records
import example_records
from prose import document_of
from summarykit.document import Document, Table, blocks_of, plain
from summarykit.document.lines import addressee_line, heading_line, note_lines
from summarykit.document.nodes import (
    Attachment,
    AttachmentNote,
    Block,
    Heading,
    Paragraph,
    Signature,
)
from summarykit.model import YearRecord
from summarykit.packs import Length

FOLDER = Path(__file__).parent / "golden/texts"
TOPICS = ("left_behind_care", "migrant_enrolment", "dropout_prevention", "home_visits")
OTHER_KINDS = ("annual", "work_plan", "situation_report", "briefing")
ALL_PROGRAMMES = "full-school-year"
PLANS = ("003-15",)
"""The real texts that are plans: made into one, too."""
BRIEFINGS = ("003-17",)


@dataclass(frozen=True)
class Golden:
    """One text that people review: of which record, in which report, how long."""

    name: str
    report: str
    length: Length = Length.STANDARD

    @property
    def file(self) -> str:
        """The name of its file, without an ending."""
        usual = self.length is Length.STANDARD
        return f"{self.name}.{self.report}{'' if usual else f'.{self.length.value}'}"

    @property
    def record(self) -> YearRecord:
        """The record: an example, or one made from a real text."""
        if self.name in example_records.NAMES:
            return example_records.record(self.name)
        return corpus_records.record(self.name)

    @property
    def document(self) -> Document:
        """The document, for the bureau."""
        return document_of(self.record, self.report, self.length)


def goldens() -> Iterator[Golden]:
    """Yield every text that is reviewed."""
    names = [*example_records.NAMES, *(n for n in corpus_records.NAMES if _is_beside(n))]
    for name in names:
        programmes = Golden(name, "").record.programmes
        yield from (Golden(name, report) for report in TOPICS if report in programmes)
    for report in OTHER_KINDS:
        yield Golden(ALL_PROGRAMMES, report)
    for report in TOPICS:
        yield Golden(ALL_PROGRAMMES, report, Length.LONG)
    yield Golden(ALL_PROGRAMMES, TOPICS[0], Length.SHORT)
    yield from (Golden(name, "work_plan") for name in PLANS)
    yield from (Golden(name, "briefing") for name in BRIEFINGS)


def _is_beside(name: str) -> bool:
    """Return whether a real text has a record of its own, which is no example."""
    return not corpus_records.facts_table(name).record


def text(golden: Golden) -> str:
    """Return the whole text: `#` before headings, ` | ` between cells."""
    document = golden.document
    head = [plain(document.title), plain(addressee_line(document))]
    blocks = ("\n".join(_lines(block)) for block in blocks_of(document))
    return "\n\n".join(part for part in (*head, *blocks) if part) + "\n"


def outline(golden: Golden) -> str:
    """Return the headings, one a line, deeper ones further in."""
    headings = (b for b in blocks_of(golden.document) if isinstance(b, Heading))
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


def files() -> Mapping[str, str]:
    """Return the content of every golden file by its name."""
    made = {}
    for golden in goldens():
        made[f"{golden.file}.txt"] = text(golden)
        made[f"{golden.file}.outline.txt"] = outline(golden)
    return made


def write() -> None:
    """Write every file anew, and take away those that are no longer made."""
    FOLDER.mkdir(exist_ok=True)
    made = files()
    for path in FOLDER.iterdir():
        if path.name not in made:
            path.unlink()
    for file, content in made.items():
        (FOLDER / file).write_text(content, "utf-8")


if __name__ == "__main__":
    write()
