"""The blocks of the templates that ship: listed for people, and changed one at a time."""

import re
from pathlib import Path

import pytest

import template_packs
from summarykit.api import compose, read_record
from summarykit.document import text_of
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import bundled, read_pack

PAGE = Path(__file__).parents[3] / "docs/templates.md"
SECTIONS = sorted((bundled("templates") / "zh/sections").glob("*.j2"))
RECORD = read_record(bundled("examples") / "school-left-behind-year.yaml")
MANIFEST = 'format = 2\nid = "county"\nname = "某县"\nversion = "1"\nextends = "zh"\n'
OPENING = "sections/opening.md.j2"


def test_the_page_lists_the_blocks_there_are() -> None:
    rows = re.findall(
        r"^\| `(sections/\w+\.md\.j2)` \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    listed = {path: re.findall(r"`(\w+)`", blocks) for path, blocks in rows}

    assert listed == {
        f"sections/{path.name}": re.findall(r"{% block (\w+) %}", path.read_text("utf-8"))
        for path in SECTIONS
    }
    assert all(listed.values())


def sentences(folder: Path, child: str | None, path: str = OPENING) -> list[str]:
    """Return the sentences of a summary by a pack that changes one template, or none."""
    pack = folder / "county"
    (pack / path).parent.mkdir(parents=True, exist_ok=True)
    (pack / "pack.toml").write_text(MANIFEST, "utf-8")
    (pack / path).unlink(missing_ok=True)
    if child is not None:
        (pack / path).write_text(child, "utf-8")
    ready = template_packs.ready(read_pack(pack))
    document = compose(RECORD, report="left_behind_care", pack=ready, length="long").document
    return [s for line in text_of(document) for s in re.split(r"(?<=。)", line) if s]


def example() -> str:
    """Return the child that the page shows."""
    found = re.search(
        r"```jinja\n({# sections/opening.md.j2 #}\n.*?)```", PAGE.read_text("utf-8"), re.DOTALL
    )
    assert found
    return found[1]


def test_one_block_changes_one_sentence_and_nothing_else(tmp_path: Path) -> None:
    before, after = sentences(tmp_path, None), sentences(tmp_path, example())

    differ = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert [new for _, new in differ] == ["现将有关情况总结如下。"]
    assert differ[0][0].startswith("现将")


@pytest.mark.parametrize("path", ["opening", "results", "situation"])
def test_super_is_what_stood_there(path: str, tmp_path: Path) -> None:
    name = f"sections/{path}.md.j2"
    text = (bundled("templates") / "zh" / name).read_text("utf-8")
    block = re.findall(r"{% block (\w+) %}", text)[-1]
    head = f'{{% extends "parent/{name}" %}}{{% block {block} %}}'
    added = f"{head}{{{{ super() }}}}\n\n\n新的一句。{{% endblock %}}"

    before, after = sentences(tmp_path, None), sentences(tmp_path, added, name)

    assert [one for one in after if one != "新的一句。"] == before
    assert len(after) == len(before) + 1


LEADS = [
    path.name for path in SECTIONS if "{% block lead %}{% endblock" in path.read_text("utf-8")
]


def test_a_lead_stands_before_what_there_is_and_nowhere_else(tmp_path: Path) -> None:
    before = sentences(tmp_path, None)
    for name in LEADS:
        child = (
            f'{{% extends "parent/sections/{name}" %}}{{% block lead %}}先说。{{% endblock %}}'
        )
        (tmp_path / "county/sections" / name).write_text(child, "utf-8")

    after = sentences(tmp_path, None)

    assert [one for one in after if one != "先说。"] == before
    assert after.count("先说。") == sum(
        bool(getattr(RECORD.programmes[ProgrammeKind.LEFT_BEHIND_CARE], name))
        for name in ("goals", "measures", "results", "difficulties", "next_steps")
    )
