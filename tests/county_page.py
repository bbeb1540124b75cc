"""docs/your-county.md, followed step by step; as a script it writes what the commands print.

A block of `$ summarykit …` lines is run, one of TOML changes lines of the file that its first
line names, as its reader would, or is a new one, and one of a template is written into its
file.
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

from summarykit.api.packs import open_pack
from summarykit.cli import main
from summarykit.layout.lengths import SIZES
from summarykit.packs import bundled
from summarykit.packs.tools.key_names import BODY, STYLES, key_names
from summarykit.packs.tools.value_names import names_of_values

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


def lists() -> str:
    """Return what ends the page: names of settings and values, sizes of type, reports."""
    return names() + _values() + _sizes() + _reports()


def _values() -> str:
    """Return the table of the values that are one of a few."""
    rows = []
    for key, (called, *_) in key_names().items():
        shown = key[0] != STYLES or key[1:2] == (BODY,)
        choices = names_of_values(key)
        if shown and choices:
            told = "；".join(f'`"{value}"` {name}' for value, name in choices.items())
            rows.append(f"| {called} | {told} |")
    head = "\n## 只能选用的值\n\n加粗等“是否”的项写 `true`（是）或 `false`（否），不加引号。\n"
    return f"{head}\n| 名称 | 可以写的值 |\n|---|---|\n" + "\n".join(rows) + "\n"


def _sizes() -> str:
    """Return the table of the sizes of type with their points, which may be written as well."""
    rows = [f"| {name} | {points:g} |" for name, points in SIZES.items()]
    head = (
        '\n## 字号与磅\n\n字号写名称或磅数都可以：`size = "三号"` 与 `size = "16磅"` 相同。\n'
    )
    return f"{head}\n| 字号 | 磅 |\n|---|---|\n" + "\n".join(rows) + "\n"


def _reports() -> str:
    """Return the table of the reports that ship with the ids and titles of their sections."""
    pack = open_pack("zh")
    rows = []
    for report in pack.offered():
        file = f"reports/{report}.toml"
        sections = (f"`{one}` {pack.section_name(file, one)}" for one in pack.order(file))
        rows.append(f"| {pack.report_name(report)} | `{report}` | {'、'.join(sections)} |")
    head = (
        "\n## 各种报告和它们的各部分\n\n"
        "一种报告一个文件，`reports/代号.toml`；添一个："
        "`summarykit pack new 包 --report 名称`。\n"
    )
    return (
        f"{head}\n| 报告 | 代号 | 各部分的 id 和名称，按次序 |\n|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


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
    if not file.exists():
        file.write_text("\n".join([*lines, ""]), "utf-8")
        return
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
    PAGE.write_text(page.rstrip("\n") + "\n" + lists(), "utf-8")


if __name__ == "__main__":
    rewrite()
