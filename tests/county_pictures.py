"""The pictures of docs/your-county.md; as a script it makes them anew.

They are pages of one record, by the national pack, by the pack that the page makes step by
step, and by the example packs: `PYTHONPATH=src:tests python tests/county_pictures.py`.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import county_page
import example_records
from rendering import Page, rendered
from summarykit.api import load_pack
from summarykit.compose import Audience, compose
from summarykit.packs import bundled
from summarykit.writers.docx import write_docx

FOLDER: Final = Path(__file__).parents[1] / "docs/pictures"
COUNTY: Final = "yunling"
_DOTS: Final = 75  # an inch
_LEVELS: Final = 0xE0  # of grey: three bits of eight
_WHITE: Final = 0xFF


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a summary: by which pack it is set, and a line that stands on it."""

    pack: str
    line: str = ""


PICTURES: Final = {
    "county-before": Picture("zh"),
    "county-after": Picture(COUNTY),
    "county-before-results": Picture("zh", "工作成效"),
    "county-after-results": Picture(COUNTY, "主要成绩"),
    "county-loose": Picture("loose-county"),
    "county-wide": Picture("wide-margins"),
    "county-red-head": Picture("red-head"),
}
"""The pictures by the names of their files."""


def make() -> None:
    """Write the pictures, each under its name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in county_page.followed(county_page.PAGE.read_text("utf-8"), folder):
            pass
        files = {pack: _file(pack, folder) for pack in {p.pack for p in PICTURES.values()}}
        books = rendered(files, folder)
        for called, picture in PICTURES.items():
            at = _place(picture.line, books[picture.pack])
            data = _drawn(folder / f"{picture.pack}.pdf", at, red=picture.pack == "red-head")
            (FOLDER / f"{called}.png").write_bytes(data)


def _file(pack: str, folder: Path) -> bytes:
    places: dict[str, str | Path] = {"zh": "zh", COUNTY: folder / COUNTY}
    loaded = load_pack(places.get(pack) or bundled("examples") / "packs" / pack)
    record = example_records.record(example_records.FULL)
    annual = compose(record, loaded, "annual", Audience.PUBLIC).document
    assert annual is not None
    return write_docx(annual, loaded.layout)


def _place(line: str, pages: tuple[Page, ...]) -> int:
    """Return which page has a heading, the first one if none is asked for."""
    return next(
        at for at, page in enumerate(pages) if any(t.endswith(line) for t in page.texts())
    )


def _drawn(book: Path, at: int, *, red: bool) -> bytes:
    """Return a page in few levels of grey, or of colour where there is some."""
    import pymupdf  # noqa: PLC0415 - needed to make them only

    space = pymupdf.csRGB if red else pymupdf.csGRAY
    with pymupdf.open(book) as pages:  # type: ignore[no-untyped-call]
        shown = pages[at].get_pixmap(dpi=_DOTS, colorspace=space)
        few = bytes(each | (_WHITE ^ _LEVELS) for each in shown.samples)
        size = shown.width, shown.height
        drawn = pymupdf.Pixmap(space, *size, few, 0)  # type: ignore[no-untyped-call]
        return bytes(drawn.tobytes("png"))  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    make()
