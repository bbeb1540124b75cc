"""The pages of a Word file as LibreOffice sets them, read back from the PDF it makes."""

import html
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PATIENCE: Final = 180  # seconds
_PROGRAMS: Final = ("soffice", "pdftotext")
_PAGE: Final = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_BOX: Final = r'xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)"'
_LINE: Final = re.compile(rf"<line {_BOX}>(.*?)</line>", re.DOTALL)
_WORD: Final = re.compile(r"<word [^>]*>(.*?)</word>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page without its blanks, and where it stands, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, and its lines from top to bottom."""

    width: float
    height: float
    lines: tuple[Line, ...]


def missing_programs() -> tuple[str, ...]:
    """Return which of the programs that set and read pages are not installed."""
    return tuple(name for name in _PROGRAMS if shutil.which(name) is None)


def rendered(data: bytes) -> tuple[Sheet, ...]:
    """Return the pages of the Word file `data`, none where LibreOffice cannot set them."""
    with tempfile.TemporaryDirectory(prefix="summarykit-") as name:
        folder = Path(name)
        (folder / "file.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", name)
        _run("soffice", profile, *options, str(folder / "file.docx"))
        _run("pdftotext", "-bbox-layout", str(folder / "file.pdf"), str(folder / "file.html"))
        try:
            return sheets_of((folder / "file.html").read_text("utf-8", "replace"))
        except OSError:
            return ()


def _run(program: str, *arguments: str) -> None:
    """Run a program; what it leaves behind tells whether it did its work."""
    command = [shutil.which(program) or program, *arguments]
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - found by name, fixed words
    except (OSError, subprocess.SubprocessError):
        return


def sheets_of(listing: str) -> tuple[Sheet, ...]:
    """Return the pages in what `pdftotext -bbox-layout` writes."""
    return tuple(
        Sheet(float(page[1]), float(page[2]), tuple(sorted(_lines(page[3]), key=_top)))
        for page in _PAGE.finditer(listing)
    )


def _lines(page: str) -> Iterator[Line]:
    for line in _LINE.finditer(page):
        words = "".join(html.unescape(word[1]) for word in _WORD.finditer(line[5]))
        yield Line("".join(words.split()), *(float(line[at]) for at in range(1, 5)))


def _top(line: Line) -> float:
    return line.top
