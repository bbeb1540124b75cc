"""A page number needs room between the text and the edge of the paper."""

from pathlib import Path

import pytest

from summarykit.packs.loading import load_pack, trace_pack
from summarykit.packs.tools.low_margins import low_margins
from summarykit.packs.tools.opened import OpenPack

MANIFEST = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'


def said(folder: Path, layout: str) -> list[str]:
    county = folder / "county"
    county.mkdir()
    (county / "pack.toml").write_text(MANIFEST, "utf-8")
    (county / "layout.toml").write_text(layout, "utf-8")
    pack, traced = load_pack(str(county)).pack, trace_pack(str(county))
    assert pack is not None
    return [str(one) for one in low_margins(OpenPack(traced.lineage), pack.layout)]  # type: ignore[union-attr]  # it is there


def test_a_bottom_margin_that_leaves_the_page_number_no_room_is_a_warning(
    tmp_path: Path,
) -> None:
    (finding,) = said(tmp_path, '[page]\nbottom = "2cm"\n')

    assert finding.startswith("county/layout.toml:2 page.bottom")
    assert "from the edge it may have 13 mm at most" in finding
    assert finding.endswith('hint: write footer = "10.5mm" below [page]')


def test_a_margin_that_is_too_small_for_any_number_has_no_figure(tmp_path: Path) -> None:
    (finding,) = said(tmp_path, '[page]\nbottom = "9mm"\nfooter = "9mm"\n')

    assert finding.startswith("county/layout.toml:3 page.footer")
    assert finding.endswith("hint: give footer in [page] a smaller length")


@pytest.mark.parametrize(
    "layout",
    [
        "",
        '[page]\nbottom = "2cm"\nfooter = "12mm"\n',
        '[page]\nbottom = "2cm"\n[page_number]\nposition = "none"\n',
    ],
)
def test_where_there_is_room_nothing_is_said(layout: str, tmp_path: Path) -> None:
    assert said(tmp_path, layout) == []
