"""What a figure is called in a file: a short name for programs, and one for people."""

from hashlib import sha256
from typing import Final

from summarykit.document import Control, Document, Fact, with_facts
from summarykit.facts.figures import PrintedFigure

MOST: Final = 64
"""Word takes no more characters in the tag or the title of a content control."""
_HASH: Final = 8


def with_controls(document: Document, figures: tuple[PrintedFigure, ...]) -> Document:
    """Return `document` with a content control around each figure, as often as it is printed.

    Its tag is the reference of the figure, its title the name; they are the same in every file
    of a record. Their ids count through the file.
    """
    names = {figure.ref: figure.name for figure in figures}
    count = 0

    def controlled(fact: Fact) -> Fact:
        nonlocal count
        ref = listed_as(fact)
        if ref not in names:
            return fact
        count += 1
        control = Control(count, tag_of(ref), names[ref][:MOST])
        return Fact(fact.text, fact.ref, fact.basis, control)

    return with_facts(document, controlled)


def listed_as(fact: Fact) -> str:
    """Return the reference under which a printed fact is among the figures of a document."""
    return fact.ref if fact.basis else fact.ref.partition("#")[0]


def tag_of(ref: str) -> str:
    """Return a reference as a tag: one that is too long ends in a hash of all of it."""
    if len(ref) <= MOST:
        return ref
    return f"{ref[: MOST - _HASH - 1]}~{sha256(ref.encode()).hexdigest()[:_HASH]}"
