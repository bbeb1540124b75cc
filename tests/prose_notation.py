"""A notation for texts in tests of the prose: values of a record have a reference.

One line of a text is one block:

    # heading            ## heading >> text that runs in
    [table]              [附件] what follows is an attachment

Any other line is a paragraph; `⟨words⟩` is a value, `⟨m1.effect|words⟩` says whose it is.
"""

import re
from collections.abc import Iterator
from itertools import count

from summarykit.document import (
    Attachment,
    Block,
    Column,
    Document,
    Fact,
    Heading,
    Inlines,
    Paragraph,
    Properties,
    Table,
    Text,
)

_VALUE = re.compile("⟨(?:([^|⟩]+)[|])?([^⟩]*)⟩")


def text(*lines: str) -> Document:
    """Return the document that the lines describe."""
    refs = (f"value{number}.text" for number in count(1))
    body = lines[: lines.index("[附件]")] if "[附件]" in lines else lines
    blocks = [_block(f"b{i}", line, refs) for i, line in enumerate(body)]
    if rest := lines[len(body) + 1 :]:
        inner = (_block(f"a{i}", line, refs) for i, line in enumerate(rest))
        blocks.append(Attachment("a", (Text("名册"),), tuple(inner)))
    return Document((Text("标题"),), tuple(blocks), Properties("标题", "青石小学"))


def _block(name: str, line: str, refs: Iterator[str]) -> Block:
    if line == "[table]":
        return Table(name, (Column((Text("年级"),)),), (((Text("一年级"),),),))
    if found := re.match(r"(#{1,4}) (.*?)(?: >> (.*))?$", line):
        run_in = _words(found[3] or "", refs)
        return Heading(name, len(found[1]), _words(found[2], refs), run_in=run_in)
    return Paragraph(name, _words(line, refs))


def _words(line: str, refs: Iterator[str]) -> Inlines:
    found: list[Text | Fact] = []
    at = 0
    for value in _VALUE.finditer(line):
        if value.start() > at:
            found.append(Text(line[at : value.start()]))
        found.append(Fact(value[2], value[1] or next(refs)))
        at = value.end()
    if line[at:]:
        found.append(Text(line[at:]))
    return tuple(found)
