"""Makes packs that nobody would write, for `fuzz_packs`: each number is one of them."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from fuzz_pieces import (
    FIELD_LINES,
    FIELD_TYPES,
    FIELD_USES,
    FITTING,
    FORMATS,
    KEYS,
    LAYOUT_KEYS,
    SHOWING,
    SNIPPETS,
    VALUES,
)
from hostile_templates import HOSTILE
from summarykit.packs import bundled

Files = dict[str, bytes]
MANIFEST: Final = 'format = 2\nid = "county"\nname = "a"\nversion = "1"\nextends = "{}"\n'


@cache
def _base() -> Files:
    """Return the files of the pack that ships."""
    return _files(bundled("templates") / "zh")


@cache
def plain() -> Files:
    """Return the files of a small pack, with the layout of the one that ships."""
    layout = {"layout.toml": _base()["layout.toml"]}
    return {**_files(Path(__file__).parent / "packs/plain"), **layout}


def _files(folder: Path) -> Files:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


class Maker:
    """Makes one pack that nobody would write."""

    def __init__(self, number: int) -> None:
        self.dice = Random(number)  # noqa: S311 - it invents, it hides nothing
        self.files: Files = {}

    def make(self) -> Files:
        """Return the files of the pack."""
        self._begin()
        templates = (self._snippet, self._snippet, self._hostile, self._signs, self._names)
        declared = (self._value, self._key, self._section, self._setting, self._setting)
        told = (self._section, self._section, self._fields, self._terms, self._manifest)
        anything = (self._lines, self._bytes, self._cut, self._lost, self._named)
        others = (self._extends, self._copied)
        fitting = (self._shown, self._shown, self._fitted, self._moved, self._fields)
        # Most are wrong in one way, so that as much as may be of the rest is read and used.
        wrongs: tuple[Callable[[], None], ...] = self.dice.choice(
            (
                *(templates, declared, told, fitting, (*fitting, *templates)),
                (*templates, *declared, *told, *anything, *others),
            )
        )
        for _ in range(self.dice.choice((1, 1, 1, 2, 2, 5))):
            self.dice.choice(wrongs)()
        return self.files

    def _begin(self) -> None:
        whole = self.dice.random()
        if whole < 0.5:
            self.files = dict(plain())
            if self.dice.random() < 0.5:
                manifest = self.files["pack.toml"]
                self.files["pack.toml"] = manifest.replace(b"format = 1", b"format = 2")
        elif whole < 0.55:
            self.files = dict(_base())
        else:
            parent = "zh" if whole < 0.85 else "base"
            theirs = _base() if parent == "zh" else plain()
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
            for _ in range(self.dice.choice((1, 1, 2, 4))):
                lines += ["[[sections]]", *self._words_of_a_section()]

        if not any(name.startswith("reports/") for name in self.files):
            self.files[f"reports/{self.dice.choice(('annual', 'summary'))}.toml"] = b""
        self._edit(self.dice.choice(("annual.toml", "summary.toml", ".toml")), change)

    def _words_of_a_section(self) -> list[str]:
        ids = ["opening", "results", "work", "signature", "none", "a b"]
        words = [f"id = {self.dice.choice([*map(repr, ids), '3', '[]'])}"]
        values = (*map(repr, ids), "true", "3", "''", "'sections/opening.md.j2'", "'warn'")
        keys = ("after", "before", "remove", "template", "kind", "title", "when_empty")
        said = [key for key in keys if self.dice.random() < 0.3]
        return words + [f"{key} = {self.dice.choice(values)}" for key in said]

    def _setting(self) -> None:
        """Give a setting of the layout a value of some other one, as an heir does."""
        table, *within, last = self.dice.choice(LAYOUT_KEYS)
        value = self.dice.choice(FITTING if self.dice.random() < 0.8 else VALUES)
        self._change_layout(f"[{'.'.join((table, *within))}]", f"{last} = {value}")

    def _shown(self) -> None:
        """Print a letterhead, a cover, an imprint, or count headings otherwise."""
        for head, line in self.dice.sample(SHOWING, 2):
            self._change_layout(head, line)

    def _fitted(self) -> None:
        """Give settings values of the kind that they have, however large or small."""
        settings = tomllib.loads(_base()["layout.toml"].decode())
        for _ in range(self.dice.choice((1, 3, 9))):
            *tables, last = self.dice.choice(LAYOUT_KEYS)
            found: Any = settings
            for key in (*tables, last):
                found = found.get(key, "1pt") if isinstance(found, dict) else "1pt"
            if not isinstance(found, dict):
                self._change_layout(f"[{'.'.join(tables)}]", f"{last} = {self._like(found)}")

    def _like(self, value: object) -> str:
        """Return another value of the kind that `value` has, as TOML."""
        match value:
            case bool():
                return self.dice.choice(("true", "false"))
            case int():
                return str(self.dice.choice((0, 1, 2, 10, 100)))
            case str() if length := re.fullmatch(r"-?[0-9.]+(\D+)", value):
                unit = self.dice.choice((length[1], length[1], "pt", "磅"))
                return f'"{self.dice.choice((0, 0.5, 1, 3, 12, 40, 90, 200, 999))}{unit}"'
            case _:
                return self.dice.choice(FITTING)

    def _moved(self) -> None:
        """Move, rename, remove and add sections that are there, one after another."""
        spec = self.dice.choice(("annual", "briefing")) if self._is_heir() else "summary"
        ids = ["opening", "situation", "results", "signature", "attachments", "work", "basis"]
        lines = []
        for name in self.dice.sample((*ids, "new"), 3):
            other, template = self.dice.choice(ids), f"sections/{self.dice.choice(ids)}.md.j2"
            line = self.dice.choice(
                ("remove = true", f"after = {other!r}", f"before = {other!r}", "title = '甲'")
            )
            lines += ["[[sections]]", f"id = {name!r}", line]
            lines += [f"template = {template!r}"] if name == "new" else []
        path = f"reports/{spec}.toml"
        known = self.files.get(path, b"") if not self._is_heir() else b""
        self.files[path] = known + "\n".join(("", *lines, "")).encode()

    def _is_heir(self) -> bool:
        return b"extends" in self.files.get("pack.toml", b"")

    def _change_layout(self, head: str, line: str) -> None:
        """Set one thing of a layout, in its table if there is one."""
        text = self.files.get("layout.toml", b"").decode("utf-8", "replace")
        if head in text:
            before, _, after = text.partition(head)
            inside, end, others = after.partition("\n[")
            inside = re.sub(rf"(?m)^{line.partition(' ')[0]}\s*=.*$", "", inside)
            text = f"{before}{head}\n{line}\n{inside.partition(chr(10))[2]}{end}{others}"
        else:
            text = f"{text}\n{head}\n{line}\n"
        self.files["layout.toml"] = text.encode("utf-8", "replace")

    def _fields(self) -> None:
        """Declare facts of the record's `extra`, or what is none, and print them."""
        if self.dice.random() < 0.5:
            lines = ["[fields.meals]", 'name = "供餐学生"', self.dice.choice(FIELD_TYPES)]
        else:
            lines = [f"[fields.{self.dice.choice(('meals', 'mode', 'a b', 'Ab', 'fields'))}]"]
            lines += self.dice.sample((*FIELD_LINES, *FIELD_TYPES), self.dice.randrange(4))
        known = self.files.get("fields.toml", b"").decode("utf-8", "replace")
        self.files["fields.toml"] = "\n".join((known, *lines, "")).encode()
        if name := self._some(".md.j2"):
            self.files[name] += b"\n\n" + self.dice.choice(FIELD_USES).encode()

    def _terms(self) -> None:
        """Say a word otherwise, or what is no word."""
        table = self.dice.choice(
            ("voice.school", "voice.none", "terms.words", "terms", "voice")
        )
        key = self.dice.choice(("self", "all", "greeting", "school", "words", "a.b"))
        line = f"[{table}]\n{key} = {self.dice.choice((*VALUES, *FITTING))}\n"
        known = self.files.get("terms.toml", b"") if self.dice.random() < 0.5 else b""
        self.files["terms.toml"] = known + b"\n" + line.encode()

    def _manifest(self) -> None:
        """Say another format, or offer other reports."""
        manifest = self.files.get("pack.toml", b"").decode("utf-8", "replace")
        if self.dice.random() < 0.5:
            line = f"format = {self.dice.choice(FORMATS)}"
            manifest = re.sub(r"(?m)^format.*$", line, manifest)
        else:
            names = self.dice.sample(("annual", "briefing", "summary", "none", "a b"), 2)
            manifest = re.sub(r"(?m)^reports.*$", "", manifest) + f"\nreports = {names}\n"
        self.files["pack.toml"] = manifest.encode("utf-8", "replace")

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
