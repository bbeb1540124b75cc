"""A finished file in, findings out."""

import os
from typing import TYPE_CHECKING, Final

from summarykit.api.arguments import path_of, wrong_type
from summarykit.api.loading import DEFAULT_PACK, pack_of
from summarykit.api.summaries import Summary
from summarykit.api.wishes import Wish
from summarykit.diagnostics import Finding, message

if TYPE_CHECKING:
    from summarykit.api.records import RecordOrPath
    from summarykit.packs import Pack

FILE: Final = message("the path of a Word file, or its bytes")


def review(
    file: str | os.PathLike[str] | bytes,
    *,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    render: bool = False,
    record: "RecordOrPath | None" = None,
    report: str | None = None,
) -> tuple[Finding, ...]:
    """Return what in a finished file is not as the layout of `pack` wants it, and its slips.

    Any .docx may be reviewed, whoever wrote it; one that summarykit wrote with that layout has
    no finding about it. Of a path that ends in .md or .txt only the words are reviewed. Errors
    are findings too: nothing is raised. With `render`, LibreOffice sets the pages, and what
    only pages show is looked at; where it is not installed, a remark says so.

    With the `record` that the file is about, every figure of the file is held against the
    document that it was written as: the likeliest of all reports, audiences and lengths, or of
    those of `report`. An edit that changed 87 to 78 is found; other words are let pass.
    """
    from summarykit.api.likeliest import likeliest  # noqa: PLC0415 - see the package's docstring
    from summarykit.review.files import load  # noqa: PLC0415 - as above
    from summarykit.review.reviewing import prose_of  # noqa: PLC0415 - as above
    from summarykit.review.reviewing import review as reviewed  # noqa: PLC0415 - as above

    loaded = pack_of(pack)
    if loaded.pack is None:
        return loaded.findings
    source = None
    data: bytes | Finding
    if isinstance(file, (bytes, bytearray, memoryview)):
        data = bytes(file)
    elif (source := path_of(file)) is not None:
        data = load(source)
    else:
        data = wrong_type("file", FILE, file)
    if isinstance(data, Finding):
        return (*loaded.findings, data)
    layout = loaded.pack.layout
    if record is None:
        return (*loaded.findings, *reviewed(data, layout, source, render=render))
    wish = Wish(report, loaded.pack, "internal", "standard", ())
    found = likeliest(prose_of(data, layout, source), record, wish)
    if isinstance(found, Summary):
        told = reviewed(data, layout, source, render=render, document=found.document)
        return (*loaded.findings, *told)
    return (*found, *reviewed(data, layout, source, render=render))
