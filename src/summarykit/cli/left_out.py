"""The facts that a summary leaves out, as people and programs read them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from summarykit.cli.console import Console
from summarykit.diagnostics import message
from summarykit.document import Attachment, Heading, Paragraph, Table, blocks_of, plain

if TYPE_CHECKING:
    from summarykit.api import Summary
    from summarykit.compose.completeness.leaving import LeftOut

# So much of a paragraph is enough to find it by.
_FIRST_WORDS: Final = 16


def print_left_out(summary: "Summary", console: Console) -> None:
    """Write a table for each reason there is, in the order of the reasons."""
    from summarykit.compose.completeness.leaving import (  # noqa: PLC0415 - few ask for it
        LeftOutReason,
    )

    entries = summary.left_out
    words = {"title": console.say(message("the title"))} | _words_of_blocks(summary)
    for reason in LeftOutReason:
        of_it = [entry for entry in entries if entry.reason is reason]
        if of_it:
            said = message("left out, {reason}: {count}", reason=reason, count=len(of_it))
            console.print(f"\n{console.say(said)}")
            _print_table(of_it, words, console)


def _words_of_blocks(summary: "Summary") -> dict[str, str]:
    """Return the first words of each paragraph, heading and caption, by its id."""
    blocks = tuple(blocks_of(summary.document))
    said = {b.id: plain(b.children) for b in blocks if isinstance(b, (Paragraph, Heading))}
    said |= {b.id: plain(b.caption) for b in blocks if isinstance(b, Table) and b.caption}
    for attachment in (b for b in blocks if isinstance(b, Attachment)):  # its title is theirs
        within = {b.id: plain(attachment.title) for b in attachment.blocks}
        said = within | said
    return {block: _first_words(words) for block, words in said.items() if words}


def _first_words(words: str) -> str:
    return words if len(words) <= _FIRST_WORDS else f"{words[:_FIRST_WORDS]}…"


def _place(said_in: str | None, words: Mapping[str, str]) -> str:
    """Return where a fact is said: the words, or the reference of the fact that says it."""
    if said_in is None:
        return ""
    return words.get(said_in) or said_in.partition("#")[0]  # after it comes how, not what


def _print_table(entries: list["LeftOut"], words: Mapping[str, str], console: Console) -> None:
    head = [message("reference"), message("fact"), message("said in")]
    rows = [(e.ref, " ".join(e.text.split("\n")), _place(e.said_in, words)) for e in entries]
    # A column that is empty all the way down has nothing to say.
    used = [any(cells) for cells in zip(*rows, strict=True)]
    kept = [console.say(word) for word, shown in zip(head, used, strict=True) if shown]
    console.print_table(kept, [_only(row, used) for row in rows])


def _only(row: tuple[str, ...], used: list[bool]) -> tuple[str, ...]:
    return tuple(cell for cell, shown in zip(row, used, strict=True) if shown)


def as_json(entry: "LeftOut") -> dict[str, object]:
    """Return an entry as JSON holds it: names as they are."""
    return {
        "ref": entry.ref,
        "text": entry.text,
        "reason": entry.reason.value,
        "said_in": entry.said_in,
    }
