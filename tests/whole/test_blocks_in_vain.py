"""Blocks that replace nothing, and words outside of them, are found when a pack is checked."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from summarykit.api.pack_checking import check_pack
from summarykit.diagnostics import Finding
from summarykit.packs.loading import trace_pack
from summarykit.packs.tools.overriding import replaced, unprinted

MANIFEST = 'format = 2\nid = "{}"\nname = "某县"\nversion = "1"\nextends = "{}"\n'
OPENING = "sections/opening.md.j2"
EXTENDING = f'{{% extends "parent/{OPENING}" %}}\n'
NAMES = ("county", "town")
Level = Mapping[str, str]


def block(words: str) -> Level:
    return {OPENING: f"{EXTENDING}{{% block transition %}}{words}{{% endblock %}}"}


def checked(folder: Path, *levels: Level) -> list[str]:
    """Return what a check finds in the templates of the nearest of packs."""
    parent = "zh"
    for name, files in zip(NAMES, levels, strict=False):
        for path, text in {"pack.toml": MANIFEST.format(name, parent), **files}.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_text(text, "utf-8")
        parent = name
    found = trace_pack(str(folder / parent))
    assert not isinstance(found, Finding)
    told = (*unprinted(found.lineage), *replaced(found.lineage))
    return [str(finding) for finding in told]


OUTSIDE = "warning file-unused  what stands outside of the blocks is not printed"
NO_BLOCK = "warning file-unused  the template that this one extends has no block"


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (
            [{OPENING: f"{EXTENDING}{{% block transitoin %}}甲。{{% endblock %}}"}],
            [f"county/{OPENING}:2  {NO_BLOCK} transitoin\n  hint: did you mean transition?"],
        ),
        (
            [{OPENING: "{% block own %}甲。{% endblock %}"}, block("乙。")],
            [f"town/{OPENING}:2  {NO_BLOCK} transition\n  hint: there are: own"],
        ),
        (
            [{OPENING: f"{EXTENDING}{{# 说明 #}}\n{{% set x = 1 %}}\n另外一句。"}],
            [f"county/{OPENING}:4  {OUTSIDE}"],
        ),
        ([block("甲。{% block inner %}乙。{% endblock %}")], []),
        ([block("甲。"), block("乙。")], []),
        ([{OPENING: "{% extends OTHER %}{% block none %}{% endblock %}"}], []),
        ([{OPENING: f'{{% extends "{OPENING}" %}}{{% block none %}}甲。{{% endblock %}}'}], []),
        ([{OPENING: '{% extends "none.md.j2" %}{% block none %}甲。{% endblock %}'}], []),
        ([{OPENING: "{% if %}"}], []),
    ],
    ids=[
        *("misspelt", "gone", "outside", "within", "there", "unknown", "itself", "not there"),
        "broken",
    ],
)
def test_a_check_finds_blocks_that_nothing_prints(
    levels: list[Level], said: list[str], tmp_path: Path
) -> None:
    assert checked(tmp_path, *levels) == said


def test_the_check_of_a_pack_says_so(tmp_path: Path) -> None:
    misspelt = {OPENING: f"{EXTENDING}{{% block transitoin %}}甲。{{% endblock %}}"}

    (said,) = checked(tmp_path, misspelt)

    assert said in map(str, check_pack(tmp_path / "county"))


REPLACED = (
    "county/sections/opening.md.j2:1  info file-unused  this template replaces all of the one"
    " that it is called like\n  hint: to keep the rest of it, write as the first line: "
    '{% extends "parent/sections/opening.md.j2" %}'
)


@pytest.mark.parametrize(
    "words", ["{% block transition %}甲。{% endblock %}" + "乙。" * 3000, "甲。"]
)
def test_a_template_that_loses_what_its_forebear_says_is_a_remark(
    words: str, tmp_path: Path
) -> None:
    assert checked(tmp_path, {OPENING: words}) == [REPLACED]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (OPENING, "{{ organisation.name }}的开头。" * 2000),
        ("measures/home_visit.md.j2", "甲。"),
        ("measures/quite_new.md.j2", "{% block b %}甲。{% endblock %}"),
    ],
)
def test_a_template_that_replaces_all_on_purpose_is_none(
    path: str, words: str, tmp_path: Path
) -> None:
    assert checked(tmp_path, {path: words}) == []
