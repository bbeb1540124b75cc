"""From a path or bytes to text: size, kind and encoding come before any parsing."""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from summarykit.diagnostics import Code, Finding, Message, Place, Severity, message
from summarykit.l10n.nearest import nearest
from summarykit.l10n.system_errors import reason_of
from summarykit.readers.lines import Lines

LARGEST = 16 * 1024 * 1024
FORMATS = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_WORD, _EXCEL = message("a Word file"), message("an Excel file")
_SLIDES, _PDF = message("a PowerPoint file"), message("a PDF file")
_OFFICE = {
    **dict.fromkeys((".docx", ".docm", ".doc", ".wps", ".rtf", ".odt"), _WORD),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv"), _EXCEL),
    **dict.fromkeys((".pptx", ".ppt", ".dps"), _SLIDES),
    ".pdf": _PDF,
}
# How such files begin, and the name of a part that tells what the archive is.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PARTS = ((b"word/", _WORD), (b"xl/", _EXCEL), (b"ppt/", _SLIDES))
_FROM_AN_EXAMPLE = message("write the record anew, after one of those in the folder examples")

# What YAML refuses wherever it stands; U+FEFF is left to the cleaning of each value.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?")
# Line breaks to YAML, but not to the editor that shows the line numbers.
_SOFT_BREAKS = re.compile("[\x85\u2028\u2029]")
_MOST_CHARACTERS = 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
HOW_TO_BEGIN = message("begin with the lines `summarykit: 1`, `organisation:` and `period:`")
_SAVE_AS_UTF8 = message("save the file as UTF-8")


def _error(code: Code, what: Message, at: Place | str, hint: Message | None = None) -> Finding:
    place = Place(at) if isinstance(at, str) else at
    return Finding(Severity.ERROR, code, what, place, hint)


def load(path: Path, source: str) -> bytes | Finding:
    """Return the bytes of a file of a readable size, or what is wrong with it."""
    if not source.strip():
        return _error(Code.FILE_UNREADABLE, message("no file is named"), source)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            folder = stat.S_ISDIR(found.st_mode)
            what = message("a folder stands here" if folder else "this is not a file")
            return _error(Code.FILE_UNREADABLE, what, source)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        what = message("there is no such file")
        return _error(Code.FILE_UNREADABLE, what, source, _neighbour(path))
    except PermissionError:
        what = message("reading this file is not permitted")
        return _error(Code.FILE_UNREADABLE, what, source)
    except (OSError, ValueError) as error:
        # A path with a null character is a ValueError of its own kind.
        what = message("this file cannot be read: {reason}", reason=reason_of(error))
        return _error(Code.FILE_UNREADABLE, what, source)
    return _too_large(source, found.st_size) if len(data) > LARGEST else data


def _too_large(source: str, size: int) -> Finding:
    mib = 1024 * 1024
    return _error(
        Code.FILE_TOO_LARGE,
        message(
            "the file has {found} MiB; at most {limit} are read",
            found=size // mib,
            limit=LARGEST // mib,
        ),
        source,
        message("a record of a year has a few hundred kilobytes; is this the right file?"),
    )


def _neighbour(path: Path) -> Message | None:
    try:
        names = sorted(entry for entry in os.listdir(path.parent))  # noqa: PTH208 - names only
    except (OSError, ValueError):
        return None
    # That both are .yaml makes no two names alike.
    stems = {Path(name).stem: name for name in names}
    found = stems.get(nearest(path.stem, stems) or "")
    return message("did you mean {name}?", name=found) if found else None


def format_of(path: Path, source: str) -> str | Finding:
    """Return `yaml` or `json` by the name's ending, or that it has another."""
    if form := FORMATS.get(path.suffix.lower()):
        return form
    if kind := _OFFICE.get(path.suffix.lower()):
        return _no_record(source, kind, path.suffix)
    allowed = tuple(FORMATS)
    what = message("a record is a {allowed} file; this one has no ending", allowed=allowed)
    if path.suffix:
        what = message(
            "a record is a {allowed} file; this one ends in {found}",
            allowed=allowed,
            found=path.suffix,
        )
    return _error(
        Code.FORMAT_UNKNOWN,
        what,
        source,
        message("save the record as a text file that ends in .yaml"),
    )


def _no_record(source: str, kind: Message, sign: str) -> Finding:
    what = message("this is {kind} ({sign}), which cannot be a record", kind=kind, sign=sign)
    return _error(Code.FORMAT_UNKNOWN, what, source, _FROM_AN_EXAMPLE)


def _office(data: bytes) -> tuple[Message, str] | None:
    """Return what kind of office file begins like `data`, and by what it is known."""
    if data.startswith(b"%PDF"):
        return _PDF, "%PDF"
    if data.startswith(_OLD_OFFICE):
        return message("an old Word or Excel file"), "OLE"
    if data.startswith(b"PK\x03\x04"):
        kinds = (kind for part, kind in _PARTS if part in data)
        return next(kinds, message("a compressed file")), "ZIP"
    return None


def decode(data: str | bytes, source: str) -> str | Finding:
    """Return the text of `data` with plain line breaks, or why it is not text."""
    if isinstance(data, bytes) and (office := _office(data)):
        return _no_record(source, *office)
    text = _as_unicode(data, source) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return text
    if "\x00" in text:
        return _not_text(source, message("the file holds binary data"), None)
    if not text.strip(" \t\r\n\ufeff"):
        return empty(source)
    return _SOFT_BREAKS.sub(" ", _BREAKS.sub("\n", text.removeprefix("\ufeff")))


def empty(source: str) -> Finding:
    """Return the finding that there is nothing in the file, or nothing but comments."""
    return _error(Code.FILE_EMPTY, message("the file is empty"), source, HOW_TO_BEGIN)


def _not_text(at: Place | str, what: Message, hint: Message | None = _SAVE_AS_UTF8) -> Finding:
    return _error(Code.FILE_NOT_TEXT, what, at, hint)


def _as_unicode(data: bytes, source: str) -> str | Finding:
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        return _not_text(source, message("the file looks like UTF-16"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start, source)


def _looks_like_utf16(data: bytes) -> bool:
    """Return whether every second byte is mostly zero, as ASCII in UTF-16 is."""
    head = data[:200]
    halves = head[::2].count(0), head[1::2].count(0)
    return max(halves) * 4 > len(head) and min(halves) == 0


def _undecodable(data: bytes, start: int, source: str) -> Finding:
    before = _BREAKS.sub("\n", data[:start].decode("utf-8-sig"))
    place = Place(source, *Lines(before).place(len(before)))
    if b"\x00" in data:
        return _not_text(source, message("the file holds binary data"), None)
    if _looks_like_gbk(data):
        return _not_text(place, message("the file looks like GBK"))
    return _not_text(place, message("this byte is not UTF-8"))


def _looks_like_gbk(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    # GB 18030 maps almost any bytes to something; only the 6,763 common characters are telling.
    beyond = [c for c in text[:2000] if ord(c) > 0x7F]  # noqa: PLR2004 - the end of ASCII
    common = sum(_is_common(c) for c in beyond)
    return common * 10 >= len(beyond) * 9


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def without_refused(text: str, source: str) -> tuple[str, list[Finding]]:
    """Return `text` with a blank for each character that no document may hold, and findings."""
    clean, count = _REFUSED.subn(" ", text)
    return clean, list(_refusals(text, source, count)) if count else []


def _refusals(text: str, source: str, count: int) -> Iterator[Finding]:
    lines = Lines(text)
    for match in islice(_REFUSED.finditer(text), _MOST_CHARACTERS):
        yield _error(
            Code.TEXT_REFUSED,
            message("character {code_point} is not text", code_point=f"U+{ord(match[0]):04X}"),
            Place(source, *lines.place(match.start())),
            message("delete it"),
        )
    if count > _MOST_CHARACTERS:
        more = message("{count} more such characters", count=count - _MOST_CHARACTERS)
        yield _error(Code.TEXT_REFUSED, more, source)
