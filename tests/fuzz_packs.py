"""Packs that nobody would write: whatever is in one, reading and using it ends in findings.

    PYTHONPATH=src:tests python tests/fuzz_packs.py 1000 [FIRST]

Each number is a pack: the base pack's heir or a small one, with a few things made wrong in its
files of any kind, in a folder or in an archive; some have a forebear that is as wrong. It is
read, a small record is composed with each of its reports, and what becomes of it is written.
The same number gives the same pack.
"""

import resource
import sys
import tempfile
import traceback
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from time import process_time
from typing import Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from fuzz_making import MANIFEST, Files, Maker, plain
from small_record import SMALL
from summarykit import parse_record
from summarykit.compose import Audience, compose
from summarykit.diagnostics import Finding
from summarykit.l10n.messages import describe
from summarykit.model import YearRecord
from summarykit.packs import PackResult, read_pack
from summarykit.writers import WRITERS

SLOWEST: Final = 10.0
"""The most seconds of the processor that one pack may take."""
LARGEST: Final = 400
"""The most megabytes that reading and using packs may add."""

SIGNED: Final = "signature: {date: 2024-07-10}"
MORE: Final = """\
extra:
  - {name: 供餐学生, value: 87名}
  - {name: mode, value: 食堂供餐}
signature:
  date: 2024-07-10
  document_number: 青校发〔2024〕1号
  signer: 周明远
  copies_to: [青石镇人民政府]
"""
"""What letterhead, imprint and the fields of packs have to print."""


@cache
def _record() -> YearRecord:
    return parse_record(SMALL.replace(SIGNED, MORE), format="yaml")


def place(number: int, folder: Path) -> Path:
    """Return where the pack of that number now lies, with others beside it."""
    made = Maker(number)
    files = made.make()
    dice = made.dice
    _write(folder / "base", plain())
    _write(folder / "other", {"pack.toml": MANIFEST.format("county").encode()})
    if b"extends" in files.get("pack.toml", b"") and dice.random() < 0.3:
        _between(files, folder, number)
    if dice.random() < 0.75:
        _write(folder / "county", files)
        return folder / "county"
    (folder / "county.zip").write_bytes(_archive(files, dice))
    return folder / "county.zip"


def _between(files: Files, folder: Path, number: int) -> None:
    """Let the pack extend another one that is wrong too, in an archive or a folder."""
    other = Maker(~number)
    middle = other.make()
    files["pack.toml"] = MANIFEST.format("middle").encode()
    if other.dice.random() < 0.5:
        _write(folder / "middle", middle)
    else:
        (folder / "middle.zip").write_bytes(_archive(middle, other.dice))


def _write(folder: Path, files: Files) -> None:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError:
            continue  # a file stands where a folder is needed


def _archive(files: Files, dice: Random) -> bytes:
    """Return an archive of files, with entries that no honest one has, or damaged."""
    stream = BytesIO()
    method = dice.choice((*[ZIP_DEFLATED] * 5, ZIP_STORED, ZIP_BZIP2))
    top = dice.choice(("", "", "county/", "某县/", "a/b/"))
    with ZipFile(stream, "w", method) as made:
        for name, data in files.items():
            made.writestr(top + name, data)
        for _ in range(dice.choice((0, 0, 0, 0, 1, 3))):
            name = dice.choice(
                ("../x.j2", "/x.toml", "C:x.j2", "a\\b.j2", "x", "X", "pack.toml ")
            )
            entry = ZipInfo("x")
            entry.filename = name
            entry.external_attr = dice.choice((0, 0o120777 << 16, 0o010777 << 16, 1 << 31))
            made.writestr(entry, dice.choice((b"", b"a", b"\0" * 3_000_000)), ZIP_DEFLATED)
    zipped = bytearray(stream.getvalue())
    for _ in range(dice.choice((0, 0, 0, 0, 0, 0, 1, 3, 60))):
        zipped[dice.randrange(len(zipped))] = dice.randrange(256)
    size = len(zipped)
    return bytes(zipped[: dice.choice((*[size] * 8, dice.randrange(size)))])


def findings_of(path: Path) -> tuple[Finding, ...]:
    """Return what is found in reading a pack, and in composing and writing with it."""
    result: PackResult = read_pack(path)
    assert (result.pack is None) <= bool(result.findings)
    found = list(result.findings)
    if result.pack is not None:
        for report in result.pack.reports:
            composed = compose(_record(), result.pack, report, Audience.PUBLIC)
            found += composed.findings
            if composed.document:
                for write in WRITERS.values():
                    write(composed.document, result.pack.layout)
    return tuple(found)


def wrong_with(number: int) -> str | None:
    """Return what goes wrong with the pack of that number; nothing, as it should be."""
    start = process_time()
    with tempfile.TemporaryDirectory() as folder:
        try:
            for finding in findings_of(place(number, Path(folder))):
                for said in (describe(finding, "zh"), describe(finding, "en")):
                    assert len(said.encode()) < 4_000, said[:200]
        except Exception:  # noqa: BLE001 - none may reach whoever uses a pack
            return f"{number}: {traceback.format_exc()}"
    took = process_time() - start
    return f"{number}: {took:.1f} s" if took > SLOWEST else None


def all_wrong(numbers: range) -> Iterator[str]:
    """Yield what goes wrong with packs of those numbers, and with all together."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in numbers:
        if wrong := wrong_with(number):
            yield wrong
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    if more > LARGEST:
        yield f"{more:.0f} MB"


def main() -> int:
    """Return 1 when something went wrong, having said what."""
    count, first, *_ = (*map(int, sys.argv[1:]), 0, 0)
    wrong = 0
    for said in all_wrong(range(first, first + (count or 1_000))):
        wrong += 1
        sys.stdout.write(f"{said}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
