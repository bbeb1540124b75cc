"""A template that was made to keep a machine busy ends soon, and in little memory."""

import resource
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import pytest

import template_packs
from hostile_templates import HOSTILE, STEPS, Hostile, often
from spending import seconds
from summarykit.compose import Audience
from summarykit.compose.scope import Assignment, scope
from summarykit.packs.templates import printing

A_TENTH = printing.MOST_STEPS // 10


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    pack = template_packs.lasting_pack()
    year = template_packs.record()
    return scope(year, Assignment(pack, pack.reports["summary"], Audience.INTERNAL))


def findings(folder: Path, hostile: Hostile, names: dict[str, Any]) -> list[str]:
    others = {f"sections__{name}": text for name, text in hostile.others}
    result = template_packs.read(folder, sections__x=hostile.text, **others)
    if result.pack is None:
        return [str(finding) for finding in result.findings]
    return template_packs.said(result.pack.fill("sections/x.md.j2", names, prefix="x"))


@pytest.fixture(scope="module")
def honest(names: dict[str, Any]) -> float:
    """Return the CPU time in which a plain template prints until its steps are spent."""
    endless = Hostile(often("{{ '甲' }}", 4), STEPS)

    def spend() -> None:
        with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            patch.setattr(printing, "MOST_STEPS", A_TENTH)
            assert STEPS in findings(Path(folder), endless, names)[0]

    return seconds(spend)


def megabytes() -> float:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_template_ends_soon(
    hostile: Hostile,
    names: dict[str, Any],
    honest: float,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Time and memory are in proportion to the steps: with a tenth of them a tenth is allowed,
    # and as much again for compiling. An honest template with the same steps is the yardstick.
    monkeypatch.setattr(printing, "MOST_STEPS", A_TENTH)
    start, before = process_time(), megabytes()

    found = findings(tmp_path, hostile, names)

    assert process_time() - start < 40 * honest
    assert megabytes() - before < 120
    if hostile.said:
        assert hostile.said in found[0]
    else:
        assert found == []
