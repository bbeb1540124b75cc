"""The layout of the base pack, for tests of writers."""

import tomllib
from pathlib import Path

from summarykit.layout import Layout, read_layout

FILE = Path(__file__).parents[1] / "templates/zh/layout.toml"


def _read() -> Layout:
    layout, findings = read_layout(tomllib.loads(FILE.read_text("utf-8")), FILE.name)
    assert layout is not None, findings
    return layout


LAYOUT = _read()
