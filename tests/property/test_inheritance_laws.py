"""Laws of inheritance: what levels say together, and that what is not said changes nothing."""

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import template_packs
from drawn_lineages import (
    GROUND,
    REPORT,
    Files,
    Level,
    Said,
    flattened,
    levels,
    lineages,
    written,
)
from summarykit.api import read_record
from summarykit.compose import Audience, Extent, compose
from summarykit.document import Document
from summarykit.model import YearRecord
from summarykit.packs import Length, bundled, read_pack
from summarykit.writers import WRITERS

LAW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Made(NamedTuple):
    """What a pack makes: the document, what is said of it, the bytes of the Word file."""

    document: Document | None
    said: list[tuple[str, str]]
    file: bytes


@cache
def record() -> YearRecord:
    read = read_record(bundled("examples") / "school-left-behind-year.yaml")
    assert read.signature is not None
    extra = [{"name": "供餐学生", "value": "87名"}]
    signed = {
        **read.signature.model_dump(mode="json"),
        "document_number": "青校发〔2024〕1号",
        "signer": "周明远",
        "date": "2024-07-10",
        "copies_to": ["青石镇人民政府"],
    }
    return YearRecord.model_validate(
        {**read.model_dump(mode="json", exclude_none=True), "extra": extra, "signature": signed}
    )


def made(folder: Path) -> Made:
    """Return what the pack in a folder makes of the record."""
    pack = template_packs.ready(read_pack(folder))
    composed = compose(record(), pack, REPORT, Audience.PUBLIC, Extent(Length.SHORT))
    said = [(str(one.code), str(one.message)) for one in composed.findings]
    document = composed.document
    return Made(document, said, WRITERS["docx"](document, pack.layout) if document else b"")


def of(lineage: Iterable[Level]) -> Made:
    """Return what the nearest of several levels makes."""
    return of_files(level.files() for level in lineage)


def of_files(lineage: Iterable[Files]) -> Made:
    with tempfile.TemporaryDirectory() as folder:
        return made(written(Path(folder), lineage))


def of_one(lineage: Iterable[Level]) -> Made:
    """Return what one pack makes that says all that several levels say."""
    with tempfile.TemporaryDirectory() as folder:
        return made(flattened(Path(folder), lineage))


@LAW
@given(lineage=lineages())
def test_levels_make_what_one_pack_makes_that_says_all_of_it(
    lineage: tuple[Level, ...],
) -> None:
    assert of(lineage) == of_one(lineage)


@LAW
@given(lineage=lineages(least=1), data=st.data())
def test_what_is_taken_out_of_a_level_is_as_if_nobody_had_said_it(
    lineage: tuple[Level, ...], data: st.DataObject
) -> None:
    said = [(at, one) for at, level in enumerate(lineage[1:], start=1) for one in level.said]
    at, gone = data.draw(st.sampled_from(said))
    is_remark = data.draw(st.booleans())
    left = [level.without(gone) for level in lineage]
    files = [
        level.files([gone] if is_remark and n == at else []) for n, level in enumerate(left)
    ]

    assert of_files(files) == of_one(left)


@LAW
@given(lineage=lineages(), child=levels(), is_remark=st.booleans())
def test_a_pack_without_its_keys_is_the_pack_that_it_extends(
    lineage: tuple[Level, ...],
    child: Level,
    is_remark: bool,  # noqa: FBT001 - drawn
) -> None:
    tables = {one.file: f"[{one.keys[0]}]\n" for one in child.said if one.keys[1:]}
    emptied = {path: "" if path.startswith("reports/") else t for path, t in tables.items()}
    child_files = Level().files(child.said) if is_remark else emptied

    assert of_files([*(level.files() for level in lineage), child_files]) == of(lineage)


@LAW
@given(lineage=lineages(), child=levels(), data=st.data())
def test_what_a_nearer_level_says_hides_what_a_further_one_said(
    lineage: tuple[Level, ...], child: Level, data: st.DataObject
) -> None:
    hiding = [one for one in child.said if is_whole(one)] or [Said("terms.toml", VOICE, "我处")]
    child = child if hiding[0] in child.said else Level(tuple(hiding))
    hidden = [Said(one.file, one.keys, other(one)) for one in hiding]
    at = data.draw(st.integers(1, len(lineage)))

    with_hidden = (*lineage[:at], Level(tuple(hidden)), *lineage[at:], child)
    assert of(with_hidden) == of((*lineage, child))


VOICE = ("voice", "school", "self")


def is_whole(one: Said) -> bool:
    """Return whether a level says all of something, and a forebear can add nothing."""
    return not isinstance(one.value, dict) and "parent/" not in str(one.value)


def other(one: Said) -> object:
    match one.value:
        case bool():
            return not one.value
        case str() if not one.keys:
            return "别的话。"
        case _:
            return one.value


@LAW
@given(lineage=lineages(least=1), data=st.data())
def test_a_level_can_be_cut_in_two(lineage: tuple[Level, ...], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(lineage) - 1))
    said = lineage[at].said
    cut = data.draw(st.integers(0, len(said)))
    halves = (Level(said[:cut]), Level(said[cut:]))

    assert of((*lineage[:at], *halves, *lineage[at + 1 :])) == of(lineage)


def test_what_the_laws_stand_on_is_seen() -> None:
    """The document has a letterhead, an imprint and a cover where the layout asks for them."""
    shown = [
        Said("layout.toml", ("letterhead", "kind"), "document"),
        Said("layout.toml", ("cover", "shown"), True),  # noqa: FBT003 - a value of a file
        Said("layout.toml", ("imprint", "shown"), True),  # noqa: FBT003 - as above
    ]
    files = {of((GROUND, Level(tuple(shown[:count])))).file for count in range(4)}

    assert len(files) == 1 + len(shown)
