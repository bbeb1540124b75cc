"""What `pack explain` says of reports, facts, kinds and readers is what a pack does."""

from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

import template_packs
from layout_values import as_toml
from showing_layouts import heir
from shown_reports import AUDIENCES, BASE, FACTS, KINDS, PACK, REPORT, Made, Shown
from summarykit.api.packs import diff_packs, open_pack
from summarykit.diagnostics import Finding
from summarykit.packs.audiences import DeclaredAudience
from summarykit.packs.kinds import DeclaredMeasure, DeclaredProgramme
from summarykit.packs.manifest import ExtraField, Length, Manifest, ReportSpec, SectionSpec
from summarykit.packs.tools.comparing import (
    Changed,
    OfferedChanged,
    SectionMoved,
    SectionRemoved,
)
from summarykit.packs.tools.explaining import explained
from summarykit.packs.tools.opened import OpenPack, Setting

ALL = (*REPORT, *FACTS, *KINDS, *AUDIENCES, *PACK)
WHO_IT_IS = {
    "reports.summary.id",  # the name of the file, too: another one is an error
    "reports.summary.sections.end.id",  # what a section is called by: another one is another
    *(f"pack.{key}" for key in ("format", "extends", "id", "name", "version", "description")),
}
"""Keys that say who somebody is: an heir says them of itself, and changes nothing."""
_LONG = "reports.summary.lengths.long"
"""A long document tells everything: `pack check` says that a number changes nothing."""
_MERGED = ("after", "before", "remove")
"""Keys of a section that merging takes up, and no declaration has."""


def keys_of(prefix: str, model: type[BaseModel]) -> set[str]:
    return {f"{prefix}.{key}" for key in model.model_fields}


def declared() -> set[str]:
    """Return every key that the declarations have, of the entries that the forebear has."""
    report = keys_of("reports.summary", ReportSpec)
    section = keys_of("reports.summary.sections.end", SectionSpec)
    tables = {"reports.summary.sections", "reports.summary.lengths"}
    return {
        *(report - tables),
        *(f"reports.summary.lengths.{length.value}" for length in Length),
        *section,
        *(f"reports.summary.sections.end.{key}" for key in _MERGED),
        *keys_of("fields.canteens", ExtraField),
        *keys_of("kinds.programmes.meals", DeclaredProgramme),
        *keys_of("kinds.measures.sharing", DeclaredMeasure),
        *keys_of("audiences.parents", DeclaredAudience),
        *keys_of("pack", Manifest),
    }


class Packs:
    """A forebear and its heirs, each of which says one thing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        template_packs.write_pack(folder, BASE)
        manifest = (folder / "pack/pack.toml").read_text("utf-8")
        both = manifest.replace('["summary"]', '["summary", "plan"]')
        (folder / "pack/pack.toml").write_text(both, "utf-8")
        heir(folder, "silent", "pack", {})

    @cache  # noqa: B019 - as long as the tests of this file
    def heir(self, one: Shown) -> tuple[str, int]:
        """Return the heir that says what is shown, and the line on which it does."""
        name = f"heir{abs(hash(one.key))}"
        heir(self.folder, name, "pack", {})
        file = self.folder / name / one.file
        old = file.read_text("utf-8") if file.exists() else ""
        key = one.key.rpartition(".")[2]
        said = f"{old}# 本县的规定\n{one.head}{key} = {as_toml(one.value)}\n"
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, "utf-8")
        return name, said.count("\n")

    @cache  # noqa: B019 - as above
    def opened(self, name: str) -> OpenPack:
        """Return a pack laid open."""
        return open_pack(self.folder / name)

    @cache  # noqa: B019 - as above
    def made(self, name: str) -> Made:
        """Return what a pack makes."""
        return Made(self.folder / name)

    def explained(self, name: str, asked: str) -> Setting | None:
        """Return the setting of a pack that is asked for, if it knows one."""
        found = explained(self.opened(name), asked)
        if isinstance(found, Finding):
            return None
        (setting,) = found
        assert isinstance(setting, Setting)
        return setting


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    return Packs(tmp_path_factory.mktemp("packs"))


def listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)
def test_a_setting_is_explained_as_it_works(one: Shown, packs: Packs) -> None:
    name, line = packs.heir(one)
    own, before = packs.explained(name, one.key), packs.explained("silent", one.key)
    assert own is not None
    place = own.steps[0].place
    assert listed(own.value) == one.value
    assert (place.source, place.line) == (f"{name}/{one.file}", line)
    if one.key.rpartition(".")[2] not in _MERGED:
        assert before is not None
        assert listed(before.value) == listed(one.was)
        assert before.unsaid or before.steps[0].place.source == f"pack/{one.file}"

    called = packs.opened(name).called(own)
    again = packs.explained(name, called)
    assert again is None or again.key == own.key
    assert one.sign(packs.made("silent")) == one.before
    assert one.sign(packs.made(name)) == one.after
    assert one.before != one.after


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)
def test_a_difference_is_named(one: Shown, packs: Packs) -> None:
    name, _ = packs.heir(one)
    (change,) = diff_packs(packs.folder / name)
    match change:
        case Changed(after=Setting() as after):
            assert (after.key, listed(after.value)) == (one.key, one.value)
        case SectionMoved(section=section) | SectionRemoved(section=section):
            assert section == one.key.split(".")[3]
        case OfferedChanged(after=offered):
            assert list(offered) == one.value
        case _:
            pytest.fail(str(change))


def test_every_key_that_is_declared_is_shown() -> None:
    told = {one.key.replace("sections.events", "sections.end") for one in ALL}
    assert declared() - told == {*WHO_IT_IS, _LONG}
