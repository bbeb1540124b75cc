"""C15: names of persons that are not those of the document made of the record.

A line is put beside that of the document; what stands where a name stood is another name, or
words somebody put there on purpose: only what looks like a name is told.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from summarykit.diagnostics import Code, Severity, message
from summarykit.document import Fact, Inlines, plain
from summarykit.privacy.detecting.names import masked
from summarykit.privacy.detecting.surnames import NAME
from summarykit.review.prose.passages import Passage
from summarykit.review.prose.slips import Slip

_IS_NAME: Final = re.compile(NAME)
_IS_ALIAS: Final = re.compile(r"[\u4e00-\u9fff]{2,4}(?=（化名）)|[\u4e00-\u9fff]某某?")
_NAME_AT_END: Final = re.compile(f"{NAME}$")
_LONGEST: Final = 4


def renamed(passage: Passage, was: Inlines) -> Iterator[Slip]:
    """Yield the names of a line of a file that stand where the document has others."""
    before = plain(was)
    missing = [
        (name, at) for name, at in _names(was) if passage.text.count(name) < before.count(name)
    ]
    if not missing:
        return
    blocks = SequenceMatcher(None, before, passage.text, autojunk=False).get_opcodes()
    for name, at in missing:
        span = _span(blocks, at, at + len(name))
        found = passage.text[slice(*span)]
        if not _is_other(found, name):
            continue
        # Where a child had an alias, there may be its name now.
        shown = masked(found) if _IS_ALIAS.match(before, at) else found
        said = message(
            "the file has {found} where the record has {figure}: {words}",
            found=shown,
            figure=name,
            words=passage.text[max(0, span[0] - _LONGEST) : span[0]] + shown,
        )
        yield Slip(Code.C15, Severity.ERROR, passage, *span, said)


def _names(line: Inlines) -> Iterator[tuple[str, int]]:
    """Yield the names of persons in a line of a document, and where they stand."""
    at = 0
    for inline in line:
        words = plain((inline,))
        if isinstance(inline, Fact) and (found := _name_in(inline.ref, words)):
            yield found.group(), at + found.start()
        at += len(words)


def _name_in(ref: str, words: str) -> re.Match[str] | None:
    """Return the name that a fact prints: alone, after a post (校长…), or an alias."""
    if ref.endswith("#titled"):
        return _NAME_AT_END.search(words)
    if ref.endswith(".name"):
        return _IS_NAME.fullmatch(words)
    is_alias = ref.endswith(".alias") or words.endswith("（化名）")
    return _IS_ALIAS.match(words) if is_alias else None


def _span(
    blocks: Sequence[tuple[str, int, int, int, int]], start: int, end: int
) -> tuple[int, int]:
    """Return where the words of the file stand that take the place of some of the document."""
    first = last = 0
    for what, i1, i2, j1, j2 in blocks:
        if i1 <= start < i2:
            first = j1 + (start - i1 if what == "equal" else 0)
        if i1 < end <= i2:
            last = j2 - (i2 - end if what == "equal" else 0)
    return first, max(first, last)


def _is_other(found: str, name: str) -> bool:
    """Return whether words look like another name, and not like any words."""
    if not found or len(found) > _LONGEST or found == name:
        return False
    alike = bool(set(found) & set(name)) and len(found) == len(name)
    return alike or _IS_NAME.fullmatch(found) is not None
