"""What docs/your-county.md shows is what its reader sees."""

import re
from pathlib import Path

import county_page

PAGE = county_page.PAGE.read_text("utf-8")


def steady(shown: str) -> str:
    """Return a screen without what changes with what ships: lines, words, the record."""
    shown = re.sub(rf"^{county_page.RECORD}:.*\n", "", shown, flags=re.MULTILINE)
    shown = re.sub(r"(\.toml):\d+", r"\1", shown)
    return re.sub(r"^(总结\.docx：).*", r"\1", shown, flags=re.MULTILINE)


def test_each_command_prints_what_the_page_shows(tmp_path: Path) -> None:
    screens = list(county_page.followed(PAGE, tmp_path))

    assert len(screens) > 7
    assert [steady(shown) for shown, _ in screens] == [steady(real) for _, real in screens]
    assert (tmp_path / "总结.docx").read_bytes().startswith(b"PK")


def test_the_lists_at_the_end_are_whole() -> None:
    assert PAGE.endswith(county_page.lists())
