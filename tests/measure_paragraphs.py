"""Paragraphs on single measures, in the first of all wordings, so that tests can name them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from prose import pack
from summarykit.compose.measures.basis import Citing
from summarykit.compose.measures.draft import Around
from summarykit.compose.measures.telling import Telling
from summarykit.compose.outline.items import Item
from summarykit.compose.views import Missing, Shown, View
from summarykit.document import plain
from summarykit.model import YearRecord
from summarykit.model.plan import Measure
from summarykit.packs import inlines_of

MEASURE: Final = "programmes.left_behind_care.measures[0]"
RECORD: Final[Mapping[str, Any]] = {
    "organisation": {"name": "青石镇中心小学", "level": "school"},
    "period": {"kind": "school_year"},
    "population": [
        {"id": "all", "cohort": "enrolled", "count": "612名"},
        {"id": "left", "cohort": "left_behind", "count": "87名"},
    ],
    "policies": [
        {"id": "rule", "title": "家访制度", "kind": "school_rule"},
        {"id": "terms", "title": "两免一补", "kind": "programme"},
        {"id": "law", "title": "义务教育法", "kind": "law"},
    ],
}


@cache
def first_wordings() -> Mapping[str, Mapping[str, Any]]:
    """Return the terms of the pack that ships with us, of several wordings the first."""
    return {
        table: {
            key: words if isinstance(words, str) or table != "measure_words" else words[0]
            for key, words in entries.items()
        }
        for table, entries in pack().wording.terms.items()
    }


def telling_of(
    *measures: Mapping[str, object], is_plan: bool = False
) -> tuple[Telling, tuple[View, ...]]:
    """Return what tells the measures of a small record, and their views.

    The document is a summary, or `is_plan`.
    """
    programme = {"left_behind_care": {"measures": measures}}
    record = YearRecord.model_validate({**RECORD, "programmes": programme})
    views = {
        entry.id: View(entry, entry.id)
        for entry in (*record.population, *record.policies)
        if entry.id
    }
    root = View(record, "")
    own = root.template_value("programmes").template_value("left_behind_care")  # type: ignore[attr-defined]  # a set of names

    def find(link: object) -> View | Missing:
        return views.get(str(link), Missing("")) if isinstance(link, Shown) else Missing("")

    around = Around(
        record=record,
        terms=first_wordings(),
        find=find,
        ours=("青石镇中心小学", "学校"),
        cohorts=("left_behind",),
        programmes=(View(own.entity, own.ref, kind="left_behind_care", label="关爱留守儿童"),),
        is_plan=is_plan,
    )
    return Telling(around, Citing(around)), tuple(own.template_value("measures"))


def item_of(measure: View) -> Item:
    """Return the item of a measure, as an outline has it."""
    entity = measure.entity
    assert isinstance(entity, Measure)
    template, phrase = f"measures/{entity.kind}.md.j2", ("measures", str(entity.kind))
    return Item(measure, "measure", entity.kind.label, template, entity.kind.group, phrase)


def told(kind: str = "census_survey", *, is_plan: bool = False, **fields: object) -> str:
    """Return the paragraph on a measure; `wording` are the words of the kind."""
    wording = dict(fields.pop("wording", {}))  # type: ignore[call-overload]  # a mapping
    telling, views = telling_of({"kind": kind, **fields}, is_plan=is_plan)
    return plain(inlines_of(telling.measure_told(item_of(views[0]), **wording)))
