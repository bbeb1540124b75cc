"""Draws records and looks in each for facts of which a document says nothing for no reason.

`PYTHONPATH=src:tests python tests/completeness_law.py [EXAMPLES [SEED]] [--pack PACK]` prints
how many records it drew; without arguments always the same ones, with a seed others; for a
pack, they have the kinds that it adds and are told by its reports. Hypothesis draws with
constants that it finds in the modules that are loaded, and in the order of hashes: where
the same records are wanted, it takes a process of its own, with PYTHONHASHSEED=0.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import summarykit as sk
from left_out_table import account, fields_of, reports
from strategies_records import records
from summarykit.compose import Audience, Extent
from summarykit.compose.completeness.leaving import LeftOutReason
from summarykit.model import ExtraFact, YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.packs import Length, Pack

EXAMPLES = 100
LONG = Extent(Length.LONG)
REPORTS = (
    "annual",
    *("left_behind_care", "dropout_prevention", "home_visits", "migrant_enrolment"),
    *("work_plan", "situation_report", "briefing"),
)
VALUES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "quantity": ("87名", "600余份", "八九人", "37%左右", "不少于3个", "40处以上", "12"),
        "money": ("61.2万元", "500元", "每人750元"),
        "date": ("2024-03-01", "2023-09", "2024"),
        "text": ("食堂供餐", "学校食堂集中供餐，由县里统一配送原料。", "为学生提供午餐"),
    }
)
"""What a record may say of the facts that a pack declares, by their types."""


def facts_of_pack(pack: Pack) -> st.SearchStrategy[list[ExtraFact]]:
    """Return lists of facts that a pack declares, by their names or keys."""
    facts = [
        ExtraFact(name=name, value=value)
        for key, declared in pack.fields.items()
        for name in (key, declared.name)
        for value in VALUES[declared.type]
    ]
    return st.lists(st.sampled_from(facts), max_size=4) if facts else st.just([])


def with_facts(found: YearRecord, facts: Iterable[ExtraFact]) -> YearRecord:
    """Return a record that has these facts before its others."""
    return found.model_copy(update={"extra": (*facts, *found.extra)})


def untold_fields(found: YearRecord, pack: Pack, report: str, audience: Audience) -> set[str]:
    """Return the fields of which a report says nothing for no reason, with their places."""
    left, errors = account(found, pack, report, audience, LONG)
    assert errors == (), [str(error) for error in errors]
    missed = [entry for entry in left if entry.reason is LeftOutReason.UNTOLD]
    return {f"{field} {ref}" for field, ref in fields_of(found, missed)}


def main(examples: int = EXAMPLES, chosen: int | None = None, called: str = "zh") -> int:
    """Draw records until one has an untold fact, or there have been enough; return how many."""
    drawn = 0
    pack = sk.load_pack(called)
    added = tuple(report for report in pack.reports if report not in REPORTS)

    @settings(
        max_examples=examples,
        derandomize=chosen is None,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(
        audience=st.sampled_from(AUDIENCES),
        report=st.sampled_from((*added, *REPORTS)),
        found=records(pack.vocabulary),
        facts=facts_of_pack(pack),
    )
    def law(audience: Audience, report: str, found: YearRecord, facts: list[ExtraFact]) -> None:
        nonlocal drawn
        drawn += 1
        found = with_facts(found, facts)
        told = report if report in reports(found, pack) else REPORTS[0]
        assert untold_fields(found, pack, told, audience) == set()

    (law if chosen is None else seed(chosen)(law))()
    return drawn


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("examples", type=int, nargs="?", default=EXAMPLES)
    parser.add_argument("seed", type=int, nargs="?")
    parser.add_argument("--pack", default="zh")
    asked = parser.parse_args()
    sys.stdout.write(f"{main(asked.examples, asked.seed, asked.pack)} records\n")
