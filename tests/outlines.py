"""Records that are outlined, and what their outlines say: for the tests of 主要措施."""

from typing import Any, Final

from prose import composed, pack
from summarykit.compose import composing
from summarykit.compose.language.weaving import words_of
from summarykit.compose.length.depths import Shortening
from summarykit.compose.outline.items import Item
from summarykit.compose.outline.outlining import Outline
from summarykit.compose.scope import Assignment, scope
from summarykit.document import text_of
from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.packs.templates.printing import FILLING, Filling

CARE: Final = "left_behind_care"
ANNUAL: Final = "annual"
FULL: Final = Shortening({})


def record(programmes: dict[str, Any], **parts: object) -> YearRecord:
    """Return a record of a school with these programmes and parts."""
    data = {
        "organisation": {"name": "青石镇中心小学", "level": "school"},
        "period": {"kind": "school_year", "start": "2023-09-01", "end": "2024-07-05"},
        "programmes": programmes,
    }
    return YearRecord.model_validate(data | parts)


def outline(
    told: YearRecord,
    report: str = CARE,
    planning: str = "done",
    shortening: Shortening = FULL,
) -> Outline:
    """Return the outline that the templates of a report are given."""
    names = scope(
        told, Assignment(pack(), pack().reports[report], Audience.INTERNAL), shortening
    )
    made = names["outline"](planning)
    assert isinstance(made, Outline)
    return made


def lines(items: tuple[Item, ...], *, going_on: bool = False) -> list[str]:
    """Return the sentences that tell `items` in a line, each as the names and figures in it.

    With `going_on` they are the clauses that go on from each name.
    """
    token = FILLING.set(Filling())
    try:
        names = scope(
            record({CARE: {}}),
            Assignment(pack(), pack().reports[CARE], Audience.INTERNAL),
        )
        found = names["lines_of"](items)
        if going_on:
            every_entry = [entry for line in found for entry in line.entries]
            return [words_of(entry.title) + words_of(entry.clause) for entry in every_entry]
        return [
            line.kind
            + "："
            + words_of(line.when)
            + "、".join(words_of(e.title) + words_of(e.figures) for e in line.entries)
            for line in found
        ]
    finally:
        FILLING.reset(token)


def titles(items: tuple[Item, ...]) -> list[str]:
    return [words_of(item.title) for item in items]


def hosted(item: Item, name: str) -> list[str]:
    """Return the references of the facts of that name that are told with an item."""
    return [view.ref for view in item.hosts.template_value(name)]  # type: ignore[attr-defined]  # views


def every(plan: Outline) -> tuple[Item, ...]:
    return tuple(item for group in plan.groups for item in (*group.items, *group.merged))


def text(told: YearRecord, report: str = CARE, shortening: Shortening = FULL) -> str:
    """Return the text of 主要措施; with a shortening, of a document that keeps to it."""
    made = composed(told, report)
    if shortening:
        assignment = Assignment(pack(), pack().reports[report], Audience.INTERNAL)
        made = composing._attempt(told, assignment, shortening)
    assert made.document is not None, made.findings
    return "\n".join(text_of(made.document)).split("主要措施\n", 1)[-1]


def measure(kind: str, name: str, **more: object) -> dict[str, object]:
    return {"kind": kind, "name": name, "practice": f"落实{name}", **more}


GIFT: Final = {"donor": "镇商会", "goods": ["书包"], "use": "助学"}
AID: Final = [
    {"id": "first", "kind": "waived", "name": "学杂费", "beneficiaries": "9名"},
    {"id": "second", "kind": "cash", "name": "救助", "beneficiaries": "3名"},
]
