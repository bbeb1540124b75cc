"""Packs that nobody would write: whatever is in one, reading and using it ends in findings.

    PYTHONPATH=src:tests python tests/fuzz_packs.py 1000 [FIRST]

Each number is a pack: the base pack's heir or a small one, with a few things made wrong, in a
folder or in an archive. It is read, and a small record is composed with it. The same number
gives the same pack.
"""

import re
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from time import process_time
from typing import Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from hostile_templates import HOSTILE
from small_record import SMALL
from summarykit import parse_record
from summarykit.compose import Audience, compose
from summarykit.diagnostics import Finding
from summarykit.l10n.messages import describe
from summarykit.model import YearRecord
from summarykit.packs import PackResult, bundled, read_pack

Files = dict[str, bytes]
SLOWEST: Final = 10.0
"""The most seconds of the processor that one pack may take."""
LARGEST: Final = 400
"""The most megabytes that reading and using packs may add."""

VALUES: Final = (
    *("3", "-1", "1.5", "nan", "inf", "true", "[]", "{}", "[[]]", '""', '"甲"', "2024-01-01"),
    *("''", '"{{ a }}"', '"{% if %}"', '["a", 1]', "{a = 1}", "9" * 400, '"\\u0000"', "0x7f"),
    *('"' + "长" * 3_000 + '"', "[" * 60 + "]" * 60, '"zh"', '"county"', '"../zh"', "1e999"),
    *('"sections/none.md.j2"', '"signature"', '"99999mm"', '"0pt"', "07:32:00", '"\\u202e"'),
)
KEYS: Final = (
    *("extends", "format", "id", "name", "reports", "sections", "after", "before", "remove"),
    *("template", "title", "voice", "terms", "page", "styles", "lengths", "most", "kind"),
    *("leaves_out", "when_empty", "programmes", "cohorts", "__class__", "a.b.c", "fields"),
)
SNIPPETS: Final = (
    *("{{", "{%", "{#", "}}", "{{ }}", "{% if %}", "{% endif %}", "{% for %}", "{{ a.b.c }}"),
    *("{{ 1 / 0 }}", "{{ nobody }}", "{{ organisation.__class__ }}", "{{ record }}"),
    *("{{ [] | first }}", "{{ at() }}", "{{ choose() }}", "{{ clauses(1) }}", "{{ table(3) }}"),
    *("{{ self }}", "{{ loop }}", "{{ super() }}", "{% include 'pack.toml' %}", "{{ -'a' }}"),
    *("{% include 3 %}", "{% import '' as x %}", "{% from 'a' import b %}", "{% block a %}"),
    *("{% macro %}", "# 甲\n", "- 甲\n", "```\n", "<b>", "![](x)", "[a]: b\n", "|a|\n|-|\n"),
    *("\x00", "\x029\x03", "\x1c", "\u2028", "{{ '\\x02' }}", "{{ '甲' | nothing }}"),
    *("{{ 1 is nothing }}", "{% set a.b = 1 %}", "{{ (1,)[5] }}", "{{ {}['a'] }}"),
    *("{{ none.x }}", "{{ period.start ~ [] }}", "{{ population | joined }}", "{{ 'a' < 1 }}"),
    *("{{ {[]: 1} }}", "{{ [1][1:'a'] }}", "{{ '甲' | map }}", "{{ 3 | list }}"),
    "{% extends 'parent/sections/x.md.j2' %}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{{ population | map(attribute=3) | list }}",
    "{{ population | select('in') | list }}",
    "{% set t %}{{ table('population', population) }}{% endset %}{{ t ~ '甲' }}",
)
MANIFEST: Final = 'format = 2\nid = "county"\nname = "a"\nversion = "1"\nextends = "{}"\n'


@cache
def _base() -> Files:
    """Return the files of the pack that ships."""
    return _files(bundled("templates") / "zh")


@cache
def _plain() -> Files:
    """Return the files of a small pack, with the layout of the one that ships."""
    layout = {"layout.toml": _base()["layout.toml"]}
    return {**_files(Path(__file__).parent / "packs/plain"), **layout}


def _files(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@cache
def _record() -> YearRecord:
    return parse_record(SMALL, format="yaml")


class Maker:
    """Makes one pack that nobody would write."""

    def __init__(self, number: int) -> None:
        self.dice = Random(number)  # noqa: S311 - it invents, it hides nothing
        self.files: Files = {}

    def make(self) -> Files:
        """Return the files of the pack."""
        self._begin()
        templates = (self._snippet, self._snippet, self._hostile, self._signs, self._names)
        declared = (self._value, self._value, self._key, self._section)
        anything = (self._lines, self._bytes, self._cut, self._lost, self._named)
        others = (self._extends, self._copied)
        # Most are wrong in one way, so that as much as may be of the rest is read and used.
        wrongs: tuple[Callable[[], None], ...] = self.dice.choice(
            (templates, templates, declared, (*templates, *declared, *anything, *others))
        )
        for _ in range(self.dice.choice((1, 1, 1, 2, 2, 5))):
            self.dice.choice(wrongs)()
        return self.files

    def _begin(self) -> None:
        whole = self.dice.random()
        if whole < 0.5:
            self.files = dict(_plain())
            if self.dice.random() < 0.5:
                manifest = self.files["pack.toml"]
                self.files["pack.toml"] = manifest.replace(b"format = 1", b"format = 2")
        elif whole < 0.55:
            self.files = dict(_base())
        else:
            parent = "zh" if whole < 0.85 else "base"
            theirs = _base() if parent == "zh" else _plain()
            chosen = self.dice.sample(sorted(theirs), 4)
            self.files = {name: theirs[name] for name in chosen}
            self.files["pack.toml"] = MANIFEST.format(parent).encode()

    def _some(self, suffix: str) -> str | None:
        names = [name for name in sorted(self.files) if name.endswith(suffix)]
        return self.dice.choice(names) if names else None

    def _edit(self, suffix: str, change: Callable[[list[str]], None]) -> None:
        if name := self._some(suffix):
            lines = self.files[name].decode("utf-8", "replace").split("\n")
            change(lines)
            self.files[name] = "\n".join(lines).encode("utf-8", "replace")

    def _value(self) -> None:
        """Give one key another value."""

        def change(lines: list[str]) -> None:
            keyed = [index for index, line in enumerate(lines) if " = " in line]
            if keyed:
                index = self.dice.choice(keyed)
                key = lines[index].partition(" = ")[0]
                lines[index] = f"{key} = {self.dice.choice(VALUES)}"

        self._edit(".toml", change)

    def _key(self) -> None:
        """Put a key where it does not belong, or a table."""

        def change(lines: list[str]) -> None:
            key, value = self.dice.choice(KEYS), self.dice.choice(VALUES)
            line = self.dice.choice((f"{key} = {value}", f"[{key}]", f"[[{key}]]"))
            lines.insert(self.dice.randrange(len(lines) + 1), line)

        self._edit(".toml", change)

    def _lines(self) -> None:
        """Take lines out, or write them twice, or in another order."""

        def change(lines: list[str]) -> None:
            start = self.dice.randrange(len(lines))
            piece = lines[start : start + self.dice.randrange(1, 9)]
            match self.dice.randrange(3):
                case 0:
                    del lines[start : start + len(piece)]
                case 1:
                    lines[start:start] = piece
                case _:
                    self.dice.shuffle(lines)

        self._edit(self.dice.choice((".toml", ".j2")), change)

    def _bytes(self) -> None:
        """Change some bytes of a file."""
        if name := self._some(""):
            data = bytearray(self.files[name] or b"a")
            for _ in range(self.dice.choice((1, 3, 30))):
                data[self.dice.randrange(len(data))] = self.dice.randrange(256)
            self.files[name] = bytes(data)

    def _cut(self) -> None:
        """Cut a file off."""
        if name := self._some(""):
            self.files[name] = self.files[name][
                : self.dice.randrange(len(self.files[name]) + 1)
            ]

    def _snippet(self) -> None:
        """Put something into a template."""

        def change(lines: list[str]) -> None:
            lines.insert(self.dice.randrange(len(lines) + 1), self.dice.choice(SNIPPETS))

        self._edit(".j2", change)

    def _signs(self) -> None:
        """Change a few signs of a template, such as a bracket."""

        def change(lines: list[str]) -> None:
            text = "\n".join(lines)
            for _ in range(self.dice.choice((1, 1, 4))):
                at = self.dice.randrange(len(text) + 1)
                put = self.dice.choice(("", *'{}%"()|.甲~1'))
                text = text[:at] + put + text[at + self.dice.randrange(3) :]
            lines[:] = text.split("\n")

        self._edit(".j2", change)

    def _names(self) -> None:
        """Use in a template one of its names for another one."""

        def change(lines: list[str]) -> None:
            text = "\n".join(lines)
            names = sorted(set(re.findall(r"[a-z_]{3,}", text)))
            if len(names) > 1:
                old, new = self.dice.sample(names, 2)
                lines[:] = text.replace(old, new, self.dice.choice((1, -1))).split("\n")

        self._edit(".j2", change)

    def _hostile(self) -> None:
        """Put a template that keeps the machine busy in place of one."""
        hostile = self.dice.choice(list(HOSTILE.values()))
        if name := self._some(".j2"):
            self.files[name] = hostile.text.encode()
            self.files |= {f"sections/{n}.md.j2": t.encode() for n, t in hostile.others}

    def _lost(self) -> None:
        """Take a file away."""
        if name := self._some(""):
            del self.files[name]

    def _section(self) -> None:
        """Add a section that moves or removes another one, or does not."""

        def change(lines: list[str]) -> None:
            ids = ["body", "results", "signature", "none", "a b"]
            words = [f"id = {self.dice.choice([*map(repr, ids), '3', '[]'])}"]
            for key in ("after", "before", "remove", "template", "kind"):
                if self.dice.random() < 0.4:
                    value = self.dice.choice((*map(repr, ids), "true", "3", "''"))
                    words.append(f"{key} = {value}")
            lines += ["[[sections]]", *words]

        if not any(name.startswith("reports/") for name in self.files):
            self.files["reports/annual.toml"] = b""
        self._edit(".toml", change)

    def _extends(self) -> None:
        """Extend something, be it there or not."""
        name = self.dice.choice(("zh", "base", "county", "other", "none", "a" * 300, "ä", ""))
        manifest = self.files.get("pack.toml", b"").split(b"extends")[0]
        self.files["pack.toml"] = manifest + f'\nextends = "{name}"\n'.encode()

    def _named(self) -> None:
        """Give a file another name."""
        if name := self._some(""):
            endings = ("", ".toml", ".j2", "/x.toml", ".MD.J2", "\u202e.j2", "甲.toml")
            new = self.dice.choice(("", "sections/", "reports/", "a/b/c/")) + self.dice.choice(
                ("x", "pack", "terms", "annual", "a b", "x.md")
            )
            self.files[new + self.dice.choice(endings)] = self.files.pop(name)

    def _copied(self) -> None:
        """Put the content of one file into another one."""
        one, other = self._some(""), self._some("")
        if one and other:
            self.files[other] = self.files[one]


def place(number: int, folder: Path) -> Path:
    """Return where the pack of that number now lies, with others beside it."""
    made = Maker(number)
    files = made.make()
    dice = made.dice
    _write(folder / "base", _plain())
    _write(folder / "other", {"pack.toml": MANIFEST.format("county").encode()})
    if dice.random() < 0.75:
        _write(folder / "county", files)
        return folder / "county"
    (folder / "county.zip").write_bytes(_archive(files, dice))
    return folder / "county.zip"


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
    """Return what is found in reading a pack and in composing a record with it."""
    result: PackResult = read_pack(path)
    assert (result.pack is None) <= bool(result.findings)
    found = list(result.findings)
    if result.pack is not None:
        for report in result.pack.reports:
            composed = compose(_record(), result.pack, report, Audience.PUBLIC)
            found += composed.findings
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
