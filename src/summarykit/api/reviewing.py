"""A finished Word file in, findings out."""

import os
from typing import TYPE_CHECKING, Final

from summarykit.api.arguments import path_of, wrong_type
from summarykit.api.loading import DEFAULT_PACK, pack_of
from summarykit.diagnostics import Finding, message

if TYPE_CHECKING:
    from summarykit.packs import Pack

FILE: Final = message("the path of a Word file, or its bytes")


def review(
    file: str | os.PathLike[str] | bytes,
    *,
    pack: "Pack | str | os.PathLike[str]" = DEFAULT_PACK,
    render: bool = False,
) -> tuple[Finding, ...]:
    """Return what in a Word file is not as the layout of `pack` wants it.

    Any .docx may be reviewed, whoever wrote it; one that summarykit wrote with that layout has
    no finding. Errors are findings too: nothing is raised. With `render`, LibreOffice sets the
    pages, and what only pages show is looked at; where it is not installed, a remark says so.
    """
    from summarykit.review.files import load  # noqa: PLC0415 - see the package's docstring
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
    found = reviewed(data, loaded.pack.layout, source, render=render)
    return (*loaded.findings, *found)
