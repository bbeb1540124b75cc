"""Small packs for tests: one that lies beside the tests, and ones made of a few templates."""

import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from summarykit.document import Document, lines_of, plain, text_of
from summarykit.model import YearRecord
from summarykit.packs import Filled, Pack, PackResult, bundled, read_pack

HERE = Path(__file__).parent
REPORT = """\
id = "summary"
name = "工作"
title = "{{ organisation.name }}工作总结"
sections = [{id = "body", title = "正文", template = "sections/body.md.j2"}]
"""


def write_pack(folder: Path, files: Mapping[str, str]) -> Path:
    """Return the folder of the plain pack, named `pack`, with some of its files replaced."""
    pack = folder / "pack"
    shutil.copytree(HERE / "packs/plain", pack)
    layout = bundled("templates") / "zh/layout.toml"
    for name, text in {"layout.toml": layout.read_text("utf-8"), **files}.items():
        path = pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return pack


def read(folder: Path, **files: str) -> PackResult:
    """Return the plain pack with files replaced, given as `sections__body="…"`."""
    named = {name.replace("__", "/") + ".md.j2": text for name, text in files.items()}
    return read_pack(write_pack(folder, named))


def plain_pack(folder: Path) -> Pack:
    """Return the plain pack."""
    return ready(read(folder))


@cache
def lasting_pack() -> Pack:
    """Return the plain pack, read once for all, where no folder is at hand."""
    with tempfile.TemporaryDirectory() as folder:
        return plain_pack(Path(folder))


def ready(result: PackResult) -> Pack:
    """Return the pack of a result that has one."""
    assert result.pack is not None, result.findings
    return result.pack


def filled(folder: Path, template: str, scope: Mapping[str, Any], **more: str) -> Filled:
    """Return what one template, `pack/sections/x.md.j2`, makes of a scope."""
    pack = ready(read(folder, sections__x=template, **more))
    return pack.fill("sections/x.md.j2", scope, prefix="x")


def said(result: Filled) -> list[str]:
    """Return the findings of a filling as people read them."""
    assert not (result.blocks and result.findings)
    return [str(finding) for finding in result.findings]


def text(document: Document | None) -> str:
    """Return the words of a document, line by line."""
    assert document is not None
    return "\n".join(text_of(document))


def all_text(document: Document) -> str:
    """Return everything a document prints, blanks included."""
    return "\n".join(plain(line) for line in lines_of(document))


def record(**fields: object) -> YearRecord:
    """Return a small record with some fields given."""
    least = {
        "organisation": {"name": "青石小学", "level": "school"},
        "period": {"kind": "school_year", "start": "2023-09", "end": "2024-07"},
        "programmes": {"left_behind_care": {}},
    }
    return YearRecord.model_validate({**least, **fields})
