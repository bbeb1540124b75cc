"""Packs with a letterhead from Word, for tests: a county's, and a school's on top of it."""

from pathlib import Path

import template_packs
from reference_docx import changed
from summarykit.api.packs import explain_pack
from summarykit.layout import Layout
from summarykit.packs import Pack, read_pack
from summarykit.packs.tools.opened import Setting

COUNTY = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
SCHOOL = COUNTY.replace("county", "school").replace("zh", "county")


def county(folder: Path, reference: bytes | None = None, layout: str = "") -> Path:
    """Return the folder of a county's pack with that letterhead."""
    return _pack(folder, "county", COUNTY, reference, layout)


def school(folder: Path, reference: bytes | None = None, layout: str = "") -> Path:
    """Return the folder of a school's pack that extends the county's."""
    return _pack(folder, "school", SCHOOL, reference, layout)


def _pack(folder: Path, name: str, manifest: str, reference: bytes | None, layout: str) -> Path:
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "pack.toml").write_text(manifest, "utf-8")
    if layout:
        (place / "layout.toml").write_text(layout, "utf-8")
    if reference is not None:
        (place / "reference.docx").write_bytes(reference)
    return place


def ready(place: Path) -> Pack:
    return template_packs.ready(read_pack(place))


def layout_of(folder: Path, reference: bytes, layout: str = "") -> Layout:
    return ready(county(folder, reference, layout)).layout


def warnings(place: Path) -> list[str]:
    return [str(finding) for finding in read_pack(place).findings]


def explained(place: Path, asked: str) -> list[str]:
    """Return each value of a setting with its file, the nearest first."""
    (setting,) = explain_pack(str(place), asked)
    assert isinstance(setting, Setting)
    return [f"{step.value} {step.place.source}" for step in setting.steps]


def in_styles(old: str, new: str) -> bytes:
    """Return the letterhead with its styles changed."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return changed(styles=edit)


def in_section(old: str, new: str) -> bytes:
    """Return the letterhead with its page set-up changed."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return changed(document=edit)
