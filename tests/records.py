"""A small record to spoil: the example of the design, as text and as plain data."""

from textwrap import dedent
from typing import Any

import yaml

from summarykit.diagnostics import Finding
from summarykit.readers import read_text

YEAR = dedent(
    """\
    summarykit: 1
    organisation: {name: 云岭县青石镇中心小学, level: school, stages: [primary]}
    period: {kind: school_year, start: 2023-09-01, end: 2024-07-05, as_of: 2024-06-30}
    population:
      - {id: enrolled, cohort: enrolled, count: 612名}
      - {id: left_behind, cohort: left_behind, count: 87名, part_of: enrolled}
    programmes:
      left_behind_care:
        goals:
          - {id: g1, text: 人人有结对教师, target: {indicator: pairing_coverage, equals: 100%}}
        measures:
          - {id: m1, kind: teacher_pairing, pairs: 87对, frequency: 每周一次, serves: [g1]}
        results:
          - {id: r1, text: 结对实现全覆盖, goal: g1, evidence: [m1]}
        difficulties:
          - {id: d1, kind: no_counselling_staff, text: 专职心理教师缺乏, cause: 编制不足}
        next_steps:
          - {answers: d1, action: 选派2名教师参加培训, actor: 教导处, by: 2024-12}
    attachments:
      - {name: 结对名册, columns: [年级, 人数], rows: [[一年级, "12"], [二年级, ""]]}
    """
)
HEAD = "organisation: {name: 青石小学, level: school}\nperiod: {kind: school_year}\n"


def plain_year() -> dict[str, Any]:
    """Return the record as JSON would hold it, everything but lists and mappings as text."""
    data: dict[str, Any] = yaml.load(YEAR, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return data


def problems(text: str | bytes, form: str = "yaml") -> list[str]:
    """Return the findings on `text` as English sentences."""
    return [str(finding) for finding in found_in(text, form)]


def found_in(text: str | bytes, form: str = "yaml") -> tuple[Finding, ...]:
    """Return the findings on `text`."""
    name = f"year.{form}"
    return read_text(text, format="json" if form == "json" else "yaml", source=name).findings
