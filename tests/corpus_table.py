"""How much of real summaries the records carry, and how much of that their documents tell.

`PYTHONPATH=src:tests python tests/corpus_table.py` prints a Markdown table: for each text of
`tests/corpus` the facts in the source, those in the record, those in the document (printed, or
said there in other words), and those that are not, with the reasons. The document is the
internal one in full, by the report that fits the record. With `--check`, it returns 1 when a
fact of a source is neither in the document nor left out for a reason, and names it.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import summarykit as sk
from corpus_records import NAMES, FactsTable, SourceFact, facts_table, record
from summarykit import LeftOut, LeftOutReason
from summarykit.packs import Pack

UNCARRIED = "记录不能载入"
HEAD = (
    "| 记录 | 层级 | 工作 | 体裁 | 原文事实 | 已载入 | 已写出 | 未写出及原因 |\n"
    "|---|---|---|---|---|---|---|---|\n"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One text: its facts, and those that its document does not tell, with the reasons."""

    name: str
    table: FactsTable
    untold: tuple[tuple[SourceFact, str], ...]

    @property
    def told(self) -> int:
        """How many facts of the source are in the document."""
        return len(self.table.facts) - len(self.untold)

    def __str__(self) -> str:
        """Return the row of the Markdown table."""
        table, reasons = self.table, Counter(reason for _, reason in self.untold)
        said = "，".join(f"{reason} {count}" for reason, count in reasons.most_common())
        cells = (
            self.name,
            table.level.label,
            table.programme.label,
            table.style.value,
            len(table.facts),
            len(table.carried),
            self.told,
            said or "—",
        )
        return f"| {' | '.join(map(str, cells))} |"


def row(name: str, pack: Pack) -> Row:
    """Return the row of one text.

    Raises:
        SummaryError: The record makes no summary.
    """
    table = facts_table(name)
    summary = sk.compose(record(name), pack=pack, audience="internal", length="long")
    left = {entry.ref: entry for entry in summary.left_out}
    return Row(name, table, tuple(_untold(table.facts, left)))


def _untold(
    found: Iterable[SourceFact], left: dict[str, LeftOut]
) -> Iterator[tuple[SourceFact, str]]:
    """Yield the facts that are not in the document, each with the reason in Chinese."""
    for fact in found:
        entry = left.get(fact.at)
        if not fact.at:
            yield fact, UNCARRIED
        elif entry is not None and entry.reason is not LeftOutReason.DUPLICATE:
            yield fact, entry.reason.label


def rows() -> list[Row]:
    """Return the rows of all texts, in the order of their names."""
    pack = sk.load_pack()
    return [row(name, pack) for name in NAMES]


def page(found: Iterable[Row]) -> str:
    """Return the Markdown table, its last row being the sums."""
    listed = list(found)
    sums = (
        sum(len(one.table.facts) for one in listed),
        sum(len(one.table.carried) for one in listed),
        sum(one.told for one in listed),
    )
    total = f"| 合计 | | | | {' | '.join(map(str, sums))} | |"
    return HEAD + "\n".join([*map(str, listed), total, ""])


def faults(found: Iterable[Row]) -> list[str]:
    """Return the facts that the documents should tell and do not."""
    missed = LeftOutReason.UNTOLD.label
    return [
        f"{one.name}: {fact.at}: {fact.says}"
        for one in found
        for fact, reason in one.untold
        if reason == missed
    ]


def main(arguments: list[str] | None = None) -> int:
    """Return 1 when `--check` finds a fact that is untold, having printed table or faults."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args(arguments)
    found = rows()
    missed = faults(found) if chosen.check else []
    sys.stdout.write("".join(f"{line}\n" for line in missed) if chosen.check else page(found))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
