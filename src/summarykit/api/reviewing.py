"""A finished file in, findings out."""

import os
from typing import TYPE_CHECKING, Final

from summarykit.api.arguments import path_of, wrong_type
from summarykit.api.loading import DEFAULT_PACK, pack_of
from summarykit.api.summaries import Summary
from summarykit.api.wishes import Wish
from summarykit.diagnostics import Code, Finding, Severity, message

if TYPE_CHECKING:
    from summarykit.api.records import RecordOrPath
    from summarykit.packs import Pack

FILE: Final = message("the path of a Word file, or its bytes")
NO_RECORD: Final = message(
    "a report is named without a record, with which figures are compared"
)


def review(  # noqa: PLR0913 - what is asked for, one by one
    file: str | os.PathLike[str] | bytes,
    *,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    render: bool = False,
    record: "RecordOrPath | None" = None,
    report: str | None = None,
    previous: "RecordOrPath | None" = None,
) -> tuple[Finding, ...]:
    """Return what in a finished file is not as the layout of `pack` wants it, and its slips.

    Any .docx may be reviewed, whoever wrote it; one that summarykit wrote with that layout has
    no finding about it. Of a path that ends in .md or .txt, and of bytes that are text, only
    the words are reviewed. Errors are findings too: nothing is raised. With `render`,
    LibreOffice sets the pages, and what only pages show is looked at; where it is not
    installed, a remark says so.

    With the `record` that the file is about, every figure of the file is held against the
    document that it was written as: the likeliest of all reports, audiences and lengths, or of
    those of `report`. An edit that changed 87 to 78 is found; other words are let pass. A
    document that was written beside the record of the period before needs that, too.
    """
    from summarykit.review.reviewing import review as reviewed  # noqa: PLC0415 - see the package's docstring

    if report is not None and record is None:
        return (Finding(Severity.ERROR, Code.WRONG_VALUE, NO_RECORD),)
    loaded = pack_of(pack)
    if loaded.pack is None:
        return loaded.findings
    source, data = _bytes_of(file)
    if isinstance(data, Finding):
        return (*loaded.findings, data)
    wish = Wish(report, loaded.pack, "internal", "standard", (), previous)
    made = _made_as(data, source, loaded.pack, record, wish) if record is not None else ()
    document = made.document if isinstance(made, Summary) else None
    why = () if isinstance(made, Summary) else made
    found = reviewed(data, loaded.pack.layout, source, render=render, document=document)
    # What is said of the pack is said once, though the record is read for it, too.
    return tuple(dict.fromkeys((*loaded.findings, *why, *found)))


def _bytes_of(file: object) -> tuple[str | None, bytes | Finding]:
    """Return the name of a file and its bytes, or why there are none."""
    from summarykit.review.files import load  # noqa: PLC0415 - see the package's docstring

    if isinstance(file, (bytes, bytearray, memoryview)):
        return None, bytes(file)
    source = path_of(file)
    return source, wrong_type("file", FILE, file) if source is None else load(source)


def _made_as(
    data: bytes, source: str | None, pack: "Pack", record: "RecordOrPath", wish: Wish
) -> Summary | tuple[Finding, ...]:
    """Return the summary that a file was written as, or why it is held against none."""
    from summarykit.api.likeliest import likeliest  # noqa: PLC0415 - see the package's docstring
    from summarykit.review.reviewing import prose_of  # noqa: PLC0415 - as above

    return likeliest(prose_of(data, pack.layout, source), record, wish)
