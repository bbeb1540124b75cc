"""Word files as LibreOffice sets them: pages with their lines, fonts and places in points."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FONT_RULES = ROOT / ".ci/fonts/fonts.conf"
STAND_INS = {
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "Noto Sans CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
    "Times New Roman": "Liberation Serif",
}
_DIGITS = set("0123456789")
_FOOTER_SIGNS = _DIGITS | set("—-第共页\u3000")
MM = 72 / 25.4
TWIP = 1 / 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, where they stand, and the fonts they are set in."""

    text: str
    left: float
    right: float
    top: float
    baseline: float
    fonts: Mapping[str, str]
    """The font of each sign that stands in the line."""

    @property
    def bare(self) -> str:
        """The words without blanks, which a renderer may show in gaps."""
        return self.text.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Rule:
    """A level line that is drawn, in a colour other than black."""

    left: float
    right: float
    top: float
    colour: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, the lines above the page number, and the page number."""

    width: float
    height: float
    lines: tuple[Line, ...]
    footer: Line | None
    rules: tuple[Rule, ...]

    def texts(self) -> list[str]:
        """Return the bare words of each line."""
        return [line.bare for line in self.lines]


def need_renderer() -> None:
    """Skip where there is nothing to render with; fail where the gate should have it."""
    lacking = [program for program in ("soffice", "fc-match") if not shutil.which(program)]
    if not lacking:
        lacking = [name for name, family in STAND_INS.items() if family not in _matched(name)]
    if lacking:
        reason = f"not installed: {', '.join(lacking)} (see .ci/fonts/install.sh)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


def _environment() -> dict[str, str]:
    return {**os.environ, "FONTCONFIG_FILE": str(FONT_RULES)}


def _matched(font: str) -> str:
    command = ["fc-match", "-f", "%{family}", font]
    found = subprocess.run(  # noqa: S603 - a fixed command
        command, env=_environment(), check=True, capture_output=True, text=True
    )
    return found.stdout


def rendered(files: Mapping[str, bytes], folder: Path) -> dict[str, tuple[Page, ...]]:
    """Return the pages of each file, all set in one run of LibreOffice in `folder`."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(  # noqa: S603 - a fixed command
        [  # noqa: S607 - wherever it is installed
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / f"{name}.docx") for name in files),
        ],
        env=_environment(),
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: pages_of(folder / f"{name}.pdf") for name in files}


def pages_of(file: Path) -> tuple[Page, ...]:
    """Return the pages of a PDF file."""
    import pymupdf  # noqa: PLC0415 - needed by rendering tests only

    with pymupdf.open(file) as book:  # type: ignore[no-untyped-call]
        return tuple(_page(sheet) for sheet in book)


def _page(sheet: object) -> Page:
    words: list[Line] = []
    for block in sheet.get_text("rawdict")["blocks"]:  # type: ignore[attr-defined]
        words += [_line(line["spans"]) for line in block.get("lines", ())]
    lines = _rows(words)
    width, height = sheet.rect.width, sheet.rect.height  # type: ignore[attr-defined]
    last = set(lines[-1].bare) if lines else set()
    numbered = last & _DIGITS and last <= _FOOTER_SIGNS
    return Page(
        width,
        height,
        lines[:-1] if numbered else lines,
        lines[-1] if numbered else None,
        _rules(sheet),
    )


def _rules(sheet: object) -> tuple[Rule, ...]:
    """Return the level lines in colour, each once: a line of a border may be drawn twice."""
    drawn = sheet.get_drawings()  # type: ignore[attr-defined]
    found = (
        Rule(each["rect"].x0, each["rect"].x1, each["rect"].y0, each["color"])
        for each in drawn
        if each["rect"].height < 1 and any(each["color"] or ())
    )
    return tuple(dict.fromkeys(found))


def _line(spans: list[dict[str, object]]) -> Line:
    signs = [(sign, span["font"]) for span in spans for sign in span["chars"]]  # type: ignore[attr-defined]
    boxes = [sign["bbox"] for sign, _ in signs if sign["c"].strip()] or [signs[0][0]["bbox"]]
    return Line(
        "".join(sign["c"] for sign, _ in signs),
        min(box[0] for box in boxes),
        max(box[2] for box in boxes),
        min(box[1] for box in boxes),
        signs[0][0]["origin"][1],
        {sign["c"]: str(font) for sign, font in signs},
    )


def _rows(words: list[Line]) -> tuple[Line, ...]:
    """Return the lines from top to bottom, those on one baseline as one."""
    rows: dict[int, list[Line]] = {}
    for line in words:
        key = next((y for y in rows if abs(y - line.baseline) <= 1), round(line.baseline))
        rows.setdefault(key, []).append(line)
    return tuple(_joined(sorted(row, key=_left)) for _, row in sorted(rows.items()))


def _left(line: Line) -> float:
    return line.left


def _joined(row: list[Line]) -> Line:
    return Line(
        "".join(line.text for line in row),
        row[0].left,
        row[-1].right,
        min(line.top for line in row),
        row[0].baseline,
        {sign: font for line in row for sign, font in line.fonts.items()},
    )
