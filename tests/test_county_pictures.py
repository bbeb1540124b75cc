"""The pictures of docs/your-county.md: there, small, and with Chinese words beside them."""

import re
import struct

import pytest

from county_page import PAGE
from county_pictures import FOLDER, PICTURES

SHOWN = re.findall(r"!\[([^]]*)\]\(pictures/([\w-]+)\.png\)", PAGE.read_text("utf-8"))
MOST_BYTES = 80_000


def test_the_page_shows_the_pictures_that_are_made_each_once() -> None:
    assert sorted(name for _, name in SHOWN) == sorted(PICTURES)
    made = {path.stem for path in FOLDER.glob("county-*.png")}
    assert made == PICTURES.keys()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_small_page(name: str) -> None:
    data = (FOLDER / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", data[16:24])
    assert height / width == pytest.approx(297 / 210, abs=0.01)
    assert 10_000 < len(data) < MOST_BYTES


@pytest.mark.parametrize(("words", "name"), SHOWN)
def test_words_for_who_cannot_see_it_say_what_page_it_is(words: str, name: str) -> None:
    assert name in PICTURES
    assert re.search("第[一二三四五六七八九]页：[\u4e00-\u9fff]", words)
