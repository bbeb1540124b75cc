"""docs/your-county.md, followed step by step; as a script it writes what the commands print.

A block of `$ summarykit …` lines is run, one of TOML changes lines of the file that its first
line names, as its reader would, and one of a template is written into its file.
"""

import contextlib
import io
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from summarykit.cli import main
from summarykit.packs import bundled
from summarykit.packs.key_names import BODY, STYLES, key_names

PAGE = Path(__file__).parents[1] / "docs/your-county.md"
RECORD = "full-school-year.yaml"
_BLOCK = re.compile(r"^```(text|toml|jinja)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LIST = "\n| 名称 | 键 |\n|---|---|\n"
_AS_THE_READER_HAS_IT = re.compile(r"[ \t]+$", re.MULTILINE)


def followed(page: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what the page shows of commands and what they print, followed in `folder`."""
    shutil.copy(bundled("examples") / RECORD, folder / RECORD)
    fonts = (f"summarykit.cli.{name}.installed_fonts" for name in ("build", "pack_check"))
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(folder))
        for asked in fonts:  # machines differ
            stack.enter_context(patch(asked, return_value=None))
        for kind, body in _BLOCK.findall(page):
            if kind == "text":
                yield body, _run(body)
            elif kind == "toml":
                _change(body)
            else:
                _write(body)


def names() -> str:
    """Return the table of the names of settings; of styles, only those of body text."""
    rows = [
        f"| {_listed(called)} | `{'.'.join(key)}` |"
        for key, called in key_names().items()
        if key[0] != STYLES or len(key) < len((STYLES, BODY, "")) or key[1] == BODY
    ]
    return _LIST + "\n".join(rows) + "\n"


def _listed(called: tuple[str, ...]) -> str:
    first, *others = called
    return f"{first}（{'、'.join(others)}）" if others else first


def _run(body: str) -> str:
    shown: list[str] = []
    for command in re.findall(r"^\$ summarykit (.*)$", body, re.MULTILINE):
        screen = io.StringIO()
        with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
            main(shlex.split(command))
        shown.append(f"$ summarykit {command}\n{screen.getvalue()}")
    return _AS_THE_READER_HAS_IT.sub("", "".join(shown))


def _change(body: str) -> None:
    head, *lines = body.splitlines()
    file = Path(head.removeprefix("# "))
    text = file.read_text("utf-8")
    if lines[0] == "[[sections]]":
        open_lines = "\n".join(lines)
        shut = re.escape(f"#{lines[0]}\n#{lines[1]}\n") + r"(?:#[^\n]+\n)*"
        text, count = re.subn(shut, lambda _: f"{open_lines}\n", text)
        assert count == 1
    table = ""
    for line in lines if lines[0] != "[[sections]]" else ():
        table = line if line.startswith("[") else table
        if " = " in line:
            text = _set(text, table, line)
    file.write_text(text, "utf-8")


def _set(text: str, table: str, line: str) -> str:
    """Return the file with a line of a table set: opened, changed, mended or added."""
    before, head, after = text.partition(f"\n{table}")
    assert head, table
    own, gap, others = after.partition("\n\n")
    key = line.partition(" = ")[0]
    for found in re.finditer(r"^#?(\w+) = .*$", own, re.MULTILINE):
        if _is_it_or_a_slip(found[1], key):
            own = own[: found.start()] + line + own[found.end() :]
            return before + head + own + gap + others
    return f"{before}{head}{own}\n{line}{gap}{others}"


def _is_it_or_a_slip(found: str, key: str) -> bool:
    return len(found) == len(key) and sum(a != b for a, b in zip(found, key, strict=True)) < 2


def _write(body: str) -> None:
    found = re.match(r"{# (\S+) #}\n", body)
    assert found
    Path(found[1]).parent.mkdir(exist_ok=True)
    Path(found[1]).write_text(body, "utf-8")


def rewrite() -> None:
    """Write into the page what its commands print, and the names of settings."""
    page = PAGE.read_text("utf-8").partition(_LIST)[0]
    with tempfile.TemporaryDirectory() as folder:
        for old, new in list(followed(page, Path(folder))):
            page = page.replace(f"```text\n{old}```", f"```text\n{new}```", 1)
    PAGE.write_text(page.rstrip("\n") + "\n" + names(), "utf-8")


if __name__ == "__main__":
    rewrite()
