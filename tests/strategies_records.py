"""Hypothesis strategies for records: any value and text where people would write one."""

from typing import Any

from hypothesis import strategies as st

import strategies_values as values
from strategies_documents import texts
from summarykit.model import MeasureKind, YearRecord
from summarykit.model.kinds import DifficultyKind
from summarykit.model.vocabulary import (
    ActivityKind,
    Cohort,
    IndicatorCode,
    Level,
    MeasureStatus,
    PeriodKind,
    ProgrammeKind,
    Sensitivity,
)

Fields = dict[str, st.SearchStrategy[Any]]


# Any value there is, but mostly common ones: to find one that its class takes needs many
# attempts, and a record has many values.
def _mostly(common: tuple[str, ...], rest: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    usual = st.sampled_from(common)
    return st.one_of(usual, usual, usual, usual, rest)


quantities = _mostly(
    ("87名", "600余份", "八九人", "1～2名", "37%左右", "若干人", "0名"), values.quantities
)
money = _mostly(("1.2万元", "500元", "450万元"), values.money)
dates = _mostly(("2024-03-01", "2023-09", "2024", "9月", "2024年春季"), values.partial_dates)
frequencies = _mostly(("每周一次", "每学期至少一次", "经常"), values.frequencies)


def _some(needed: Fields, optional: Fields) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=optional)


def _few(entries: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(entries, max_size=2)


_population = _some(
    {"cohort": st.sampled_from(Cohort), "count": quantities},
    {"name": texts, "grade": texts, "previous": quantities},
)
_flows = _some({}, {"opening": quantities, "transferred_in": quantities, "closing": quantities})
_indicators = _some(
    {"code": st.sampled_from(IndicatorCode)},
    {"name": texts, "value": quantities, "numerator": quantities, "denominator": quantities},
)
_measures = _some(
    {"kind": st.sampled_from(MeasureKind)},
    {
        "name": texts,
        "practice": texts,
        "status": st.sampled_from(MeasureStatus),
        "frequency": frequencies,
        "since": dates,
        "date": dates,
        "pairs": quantities,
        "amount": money,
        "effect": texts,
        "actors": st.lists(texts, max_size=2),
        "steps": st.lists(texts, max_size=2),
    },
)
_activities = _some(
    {"kind": st.sampled_from(ActivityKind), "name": texts},
    {"date": dates, "count": quantities, "outcome": texts},
)
_cases = _some(
    {"consent": st.booleans(), "sensitivity": st.sampled_from(Sensitivity)},
    {"alias": texts, "situation": texts, "outcome": texts},
)
_attachments = _some(
    {"name": texts},
    {
        "text": texts,
        "columns": st.just(("甲", "乙")),
        "rows": st.lists(st.lists(st.one_of(st.just(""), texts), max_size=3), max_size=2),
        "note": texts,
        "confidential": st.booleans(),
    },
)
_programmes = _some(
    {},
    {
        "background": texts,
        "goals": _few(_some({"text": texts}, {"deadline": dates})),
        "measures": _few(_measures),
        "results": _few(_some({"text": texts}, {"value": quantities})),
        "difficulties": _few(
            _some({"kind": st.sampled_from(DifficultyKind)}, {"text": texts, "cause": texts})
        ),
        "next_steps": _few(_some({"action": texts}, {"actor": texts, "by": dates})),
        "closing": texts,
    },
)
_extra = _some(
    {"name": texts, "value": texts}, {"type": st.sampled_from(["text", "quantity", "date"])}
)
_fields: Fields = {
    "addressee": texts,
    "population": _few(_population),
    "enrolment_flow": _few(_flows),
    "indicators": _few(_indicators),
    "activities": _few(_activities),
    "cases": _few(_cases),
    "attachments": _few(_attachments),
    "extra": _few(_extra),
    "signature": _some({}, {"unit": texts, "date": dates}),
}


@st.composite
def records(draw: st.DrawFn) -> YearRecord:
    """Return a record with at least one programme; its entities have ids of their own."""
    fields = draw(st.fixed_dictionaries({}, optional=_fields))
    kinds = draw(st.lists(st.sampled_from(ProgrammeKind), min_size=1, max_size=2, unique=True))
    record = {
        "organisation": {"name": draw(texts), "level": draw(st.sampled_from(Level))},
        "period": draw(
            _some(
                {"kind": st.sampled_from(PeriodKind)},
                {"name": texts, "start": dates, "end": dates},
            )
        ),
        "programmes": {kind: draw(_programmes) for kind in kinds},
        **fields,
    }
    _name(record, [0], draw(st.booleans()))
    return YearRecord.model_validate(record)


_NAMED = (
    "population",
    "indicators",
    "activities",
    "cases",
    "attachments",
    "extra",
    "goals",
    "measures",
    "results",
    "difficulties",
)


def _name(found: Any, count: list[int], named: bool) -> None:  # noqa: ANN401, FBT001 - plain data
    """Give the entries of every other list an id."""
    if not isinstance(found, dict):
        return
    for key, value in found.items():
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict) and key in _NAMED and named:
                count[0] += 1
                entry["id"] = f"e{count[0]}"
            _name(entry, count, named)
