"""What `pack explain` says of every wording is what documents say."""

import json
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import template_packs
from showing_layouts import heir
from shown_terms import DECIDING, Key, shown, term_keys, value_of, wording
from summarykit import parse_record
from summarykit.api.packs import open_pack
from summarykit.compose import Audience, Extent, compose
from summarykit.diagnostics import Finding
from summarykit.facts.earlier import year_on_year
from summarykit.model import YearRecord
from summarykit.packs import Length, Pack, bundled, load_pack
from summarykit.packs.tools.explaining import explained
from summarykit.packs.tools.opened import OpenPack, Setting
from term_scenes import KINDS, MET_KIND, MET_TEMPLATE, PLAIN_DIFFICULTY, Scene
from term_scenes_of_two_years import FOLLOWED

COUNTY = {
    "kinds.toml": KINDS,
    f"measures/{MET_KIND}.md.j2": MET_TEMPLATE,
    "difficulties/teacher_workload.md.j2": PLAIN_DIFFICULTY,
    "sections/followed.md.j2": FOLLOWED,
    "reports/followed.toml": """\
id = "followed"
name = "打算落实情况"
title = "打算落实情况"
sections = [{id = "followed", title = "落实情况", template = "sections/followed.md.j2"}]
""",
}


OURS = Path(str(bundled("templates"))) / "zh/terms.toml"


def heir_of(key: Key) -> tuple[str, str]:
    """Return the heir that says another value of a key, and the one of its kind that does not.

    Each says every other key of some tables. What decides something has heirs of its own, so
    that one decision does not change what shows another one.
    """
    table, of, name = key
    kind = (
        "ours" if (table, name) == ("voice", "members") else of if of in DECIDING else "words"
    )
    turn = term_keys().index(key) % 2
    return f"{kind}_{turn}", f"{kind}_{1 - turn}"


class Packs:
    """A county and its heirs, opened and composed with as often as they are looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        heir(folder, "county", "zh", COUNTY)
        said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key in term_keys():
            new = json.dumps(shown(key).value, ensure_ascii=False)
            said[heir_of(key)[0]][".".join(key[:2])].append(f"{key[2]} = {new}")
        for name, tables in said.items():
            lines = (line for table, own in tables.items() for line in (f"[{table}]", *own))
            heir(folder, name, "county", {"terms.toml": "\n".join(lines)})

    @cache  # noqa: B019 - as long as the tests of this file
    def opened(self, name: str) -> OpenPack:
        """Return a pack laid open."""
        return open_pack(self.folder / name)

    @cache  # noqa: B019 - as above
    def pack(self, name: str) -> Pack:
        """Return a pack."""
        return template_packs.ready(load_pack(str(self.folder / name)))

    @cache  # noqa: B019 - as above
    def record(self, scene: Scene) -> YearRecord:
        """Return the record of a scene; all heirs know the kinds of the county."""
        return parse_record(scene.record, pack=self.pack("county"))

    @cache  # noqa: B019 - as above
    def text(self, scene: Scene, name: str) -> str:
        """Return what the document of a scene says that a pack makes."""
        pack = self.pack(name)
        record, earlier = self.record(scene), None
        if scene.previous is not None:
            before = parse_record(scene.previous, pack=self.pack("county"))
            earlier = year_on_year(record, before)
        extent = Extent(Length.LONG, earlier=earlier)
        made = compose(record, pack, scene.report, Audience.INTERNAL, extent)
        assert made.document is not None, [str(finding) for finding in made.findings]
        return template_packs.all_text(made.document)

    def explained(self, name: str, asked: str) -> Setting:
        """Return the setting of a pack that is asked for."""
        found = explained(self.opened(name), asked)
        assert not isinstance(found, Finding), found
        (setting,) = found
        assert isinstance(setting, Setting)
        return setting


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    return Packs(tmp_path_factory.mktemp("packs"))


@cache
def lines_of(source: Path) -> dict[Key, int]:
    """Return the line of every key of a file of wordings."""
    lines, table = {}, ""
    for number, line in enumerate(source.read_text("utf-8").splitlines(), 1):
        table = line.strip("[]") if line.startswith("[") else table
        lines[*table.split("."), line.partition(" =")[0]] = number
    return lines


@pytest.mark.parametrize("key", term_keys(), ids=".".join)
def test_a_wording_is_explained_as_it_is_told(key: Key, packs: Packs) -> None:
    new, (name, other) = shown(key), heir_of(key)
    asked = ".".join(("terms", *key) if key[0] == "voice" else key)
    own = packs.folder / name / "terms.toml"

    setting, before = packs.explained(name, asked), packs.explained(other, asked)
    place = setting.steps[0].place
    assert setting.value == new.value
    assert (place.source, place.line) == (f"{name}/terms.toml", lines_of(own)[key])
    assert (
        setting.steps[1:] == before.steps
    )  # what it was, and what it is where nothing is said
    assert before.value == value_of(key)
    told = before.steps[0].place
    assert (told.source, told.line) == ("zh/terms.toml", lines_of(OURS)[key])

    was, now = packs.text(new.scene, other), packs.text(new.scene, name)
    assert new.before(was)
    assert not new.after(was)
    assert new.after(now)


def test_a_county_that_says_no_wording_writes_what_the_pack_that_ships_does(
    packs: Packs,
) -> None:
    heir(packs.folder, "silent", "county", {"terms.toml": ""})
    for key in term_keys()[::80]:
        scene = shown(key).scene
        assert packs.text(scene, "silent") == packs.text(scene, "county")


def test_every_table_that_templates_ask_for_is_there() -> None:
    asked = {
        table
        for path in OURS.parent.rglob("*.j2")
        for table in re.findall(r"\bterms\.([a-z_]+)", path.read_text("utf-8"))
    }
    assert asked - {"all", "toml"} <= {*wording()["terms"]}
