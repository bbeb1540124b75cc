"""Facts that a pack knows by name: its templates tell them, with the types it declares."""

from pathlib import Path
from typing import Any

import pytest

import example_records
import summarykit as sk
from left_out_table import account
from prose import of
from summarykit.compose import Audience, Composed, Extent, compose
from summarykit.document import facts_of, text_of
from summarykit.model import ExtraFact, YearRecord
from summarykit.packs import Length, Pack, load_pack

NUTRITION = Path(__file__).parents[3] / "examples/packs/nutrition"
MEALS = {"name": "供餐学生", "value": "412名"}


def pack() -> Pack:
    loaded = load_pack(str(NUTRITION))
    assert loaded.pack is not None, loaded.findings
    return loaded.pack


def record(*extra: dict[str, Any]) -> YearRecord:
    return YearRecord.model_validate(of(measures=[]) | {"extra": list(extra)})


def composed(*extra: dict[str, Any]) -> Composed:
    return compose(record(*extra), pack(), "annual", Audience.INTERNAL)


def text(made: Composed) -> str:
    assert made.document is not None, made.findings
    return "\n".join(text_of(made.document))


def found(made: Composed) -> list[str]:
    return [str(f) for f in made.findings if "extra" in f.at.path]


def test_a_section_of_a_county_tells_its_own_facts_and_nothing_else_does() -> None:
    made = composed(MEALS, {"name": "供餐方式", "value": "食堂供餐"})

    assert "二、供餐情况\n全校供餐学生有412名，供餐方式为食堂供餐。" in text(made)
    assert text(made).count("412名") == 1
    assert made.document is not None
    assert "extra[0].value" in {fact.ref for fact in facts_of(made.document)}


def test_the_key_of_a_field_names_it_too_and_the_pack_gives_the_type() -> None:
    made = composed({"name": "meals", "value": "四百一十二名"})

    assert "有412名。" in text(made)


@pytest.mark.parametrize("length", [Length.SHORT, Length.STANDARD])
def test_a_fact_that_the_pack_requires_is_not_dropped_for_length(length: Length) -> None:
    full = example_records.record("full-school-year")
    facts = [{"name": "meals", "value": "412名"}, {"name": "供餐方式", "value": "食堂供餐"}]
    extra = [ExtraFact.model_validate(fact) for fact in facts]
    asked = full.model_copy(update={"extra": (*extra, *full.extra)})
    made = compose(asked, pack(), "annual", Audience.INTERNAL, Extent(length))

    assert "有412名" in text(made)


def test_of_two_facts_of_one_name_the_second_is_told_with_the_others() -> None:
    made = composed(MEALS, MEALS | {"value": "398名"})

    assert "398名" in text(made)
    left, _ = account(
        record(MEALS, MEALS | {"value": "398名"}),
        pack(),
        "annual",
        Audience.INTERNAL,
        Extent(Length.LONG),
    )
    assert {entry.ref for entry in left if entry.reason == "untold"} == set()


def test_a_fact_that_is_due_and_not_there_is_missed() -> None:
    assert found(composed()) == [
        (
            "extra  warning extra-missing  the pack needs the fact 供餐学生\n"
            "  hint: add it to extra"
        )
    ]


def test_a_value_that_is_not_what_the_pack_declares_is_an_error_with_its_place() -> None:
    made = composed(MEALS | {"value": "很多"})

    assert made.document is None or any(f.is_error for f in made.findings)
    assert found(made) == [
        (
            "extra[0].value  error wrong-value  供餐学生 is declared as a count by the pack,"
            " and 很多 is none"
        )
    ]


def test_the_finding_names_the_line_of_the_record(tmp_path: Path) -> None:
    file = tmp_path / "year.yaml"
    file.write_text(
        "summarykit: 1\norganisation: {name: 青石小学, level: school}\n"
        "period: {kind: school_year}\nprogrammes: {safety: {}}\n"
        "extra:\n  - {name: 供餐学生, value: 很多}\n",
        "utf-8",
    )

    findings = [str(f) for f in sk.check(file, report="annual", pack=NUTRITION)]

    assert any(line.startswith(f"{file}:6:") and "wrong-value" in line for line in findings)
