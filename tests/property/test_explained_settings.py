"""What `pack explain` says of every setting is what the Word file has."""

from functools import cache
from pathlib import Path

import pytest

import template_packs
from layout_values import Key, as_toml, base_layout, other_value, settings, value_in
from showing_layouts import forebear, heir, shown
from shown_settings import UNSEEN, sign_of
from summarykit.api.packs import explain_pack
from summarykit.packs import load_pack
from summarykit.packs.tools.key_names import key_names
from summarykit.packs.tools.opened import Setting
from written_settings import Written

NEW = {
    "title.characters": 14,
    "cover.size": "24pt",
    "letterhead.size": "30pt",
    "last_line.characters": 3,
    "last_line.condense": "0pt",
    "last_line.widen": "0.8pt",
    "table.together": 1,
}
"""Values that show, where the next one would not: a mark that fits, a line long enough."""
SEALED = {"signature.sealed_blank_lines", "signature.sealed_right"}
MORE = {"figure", "numbering.figure", "table.tight_size"}
CONTEXTS = {
    "last_line.condense": "[last_line]\ncharacters = 3\n",
    "last_line.widen": '[last_line]\ncharacters = 3\ncondense = "0pt"\n',
    "cover.size": "[cover]\nshown = true\n[title]\ncharacters = 14\n",
    "letterhead.kind": "",
    "letterhead.letter_width": '[letterhead]\nkind = "letter"\n',
    "letterhead.letter_mark": '[letterhead]\nkind = "letter"\n',
    "letterhead.letter_top": '[letterhead]\nkind = "letter"\n',
    "letterhead.letter_foot": '[letterhead]\nkind = "letter"\n',
    "letterhead": '[letterhead]\nkind = "document"\n',
    "cover.shown": "",
    "cover": "[cover]\nshown = true\n",
    "imprint.shown": "",
    "imprint": "[imprint]\nshown = true\n",
    "styles.footer.indent": '[page_number]\nposition = "center"\n',
}
"""What must be on for a setting, or for those of a table, to show."""


def dotted(key: Key) -> str:
    return ".".join(key)


def context(key: Key) -> str:
    return CONTEXTS.get(dotted(key), CONTEXTS.get(key[0], ""))


class Packs:
    """Packs in one folder: the heirs of a forebear by what they say of its layout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, str] = {}
        forebear(folder)

    def heir(self, parent: str, layout: str) -> str:
        """Return the name of the heir of `parent` that says this."""
        known = f"{parent}\n{layout}"
        if known not in self.names:
            self.names[known] = f"heir{len(self.names)}"
            heir(self.folder, self.names[known], parent, {"layout.toml": layout})
        return self.names[known]

    @cache  # noqa: B019 - as long as the tests of this file
    def written(self, name: str, *, sealed: bool, more: bool) -> Written:
        """Return the file that one of the packs makes."""
        pack = template_packs.ready(load_pack(str(self.folder / name)))
        return Written(shown(pack, sealed=sealed, more=more))


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    return Packs(tmp_path_factory.mktemp("packs"))


@pytest.mark.parametrize("key", settings(), ids=dotted)
def test_a_setting_is_explained_as_it_is_written(key: Key, packs: Packs) -> None:
    name = dotted(key)
    old = value_in(base_layout(), key)
    new = NEW.get(name, other_value(key, old))
    county = packs.heir("pack", context(key))
    said = f"# 本校的规定\n\n[{dotted(key[:-1])}]\n{key[-1]} = {as_toml(new)}\n"
    school = packs.heir(county, said)

    (was, *_) = explain_pack(packs.folder / county, f"layout.{name}")
    assert isinstance(was, Setting)
    assert was.value == old
    for asked in (f"layout.{name}", key_names()[key][0]):
        setting = explain_pack(packs.folder / school, asked)[0]
        assert isinstance(setting, Setting)
        place = setting.steps[0].place
        assert (setting.keys, setting.value) == (key, new)
        assert (place.source, place.line) == (f"{school}/layout.toml", 4)
    if name in UNSEEN:
        return
    sign, fonts = sign_of(key), base_layout()["fonts"]
    files = (
        packs.written(one, sealed=name in SEALED, more=name in MORE or key[0] in MORE)
        for one in (county, school)
    )
    before, after = (sign.found(file, fonts) for file in files)
    then, now = sign.of(old, fonts), sign.of(new, fonts)
    assert before != after
    if sign.moves:
        assert abs((after - before) - (now - then)) <= sign.slack
    else:
        assert (before, after) == (then, now)


def test_only_settings_there_are_go_unseen() -> None:
    assert {*UNSEEN} <= {dotted(key) for key in settings()}
