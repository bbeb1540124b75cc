"""Weak links: goals nobody reports on, claims without a figure, difficulties left unanswered.

None of it is wrong, so nothing here is an error; it is what a careful reader asks back. Only
what is certain is told: where a result or a next step names no goal or difficulty, it may be
about any of its programme, and none of these is said to be forgotten. Neither is one where a
link leads nowhere, which is an error of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.facts.dates import is_plan
from summarykit.facts.survey import Survey, survey
from summarykit.facts.titles import check_titles
from summarykit.l10n.tenses import lies_ahead, tells_a_figure
from summarykit.model import YearRecord
from summarykit.model.entity import term
from summarykit.model.events import Activity
from summarykit.model.outcome import Difficulty, NextStep, Result
from summarykit.model.plan import Goal, Measure
from summarykit.model.record import Programme
from summarykit.model.vocabulary import MeasureStatus, ResultKind, Strength

_SHOWN: Final = 20
"""How many characters of a text stand for it in a finding."""


def weak_links(record: YearRecord) -> tuple[Finding, ...]:
    """Return what goals, measures, results, difficulties and next steps leave unsaid.

    Warnings: a goal without a result, a result without evidence, a difficulty without a next
    step, something planned that is told as done, a title of another year or organisation.
    Remarks: a next step without an actor or a date, a measure that serves no goal where others
    do. Places hold the path of the field.
    """
    found = survey(record)
    links = _Links.of(found)
    works = found.of(Programme)
    weak = (one for path, work in works for one in _of_programme(work, path, links))
    return (*weak, *_activities(found), *check_titles(found, record))


@dataclass(frozen=True, slots=True)
class _Links:
    """What is referred to anywhere in the record: programmes may answer one another."""

    reported: frozenset[str]
    answered: frozenset[str]
    planned: frozenset[str]
    goals: frozenset[str]
    difficulties: frozenset[str]

    @classmethod
    def of(cls, found: Survey) -> "_Links":
        """Return the links of all programmes."""
        results = [result for _, result in found.of(Result)]
        doings: list[Measure | Activity] = [one for _, one in found.of(Measure)] + [
            one for _, one in found.of(Activity)
        ]
        return cls(
            frozenset(goal for result in results for goal in result.goal),
            frozenset(name for _, step in found.of(NextStep) for name in step.answers),
            frozenset(one.id for one in doings if one.id is not None and _is_planned(one)),
            frozenset(goal.id for _, goal in found.of(Goal) if goal.id is not None),
            frozenset(one.id for _, one in found.of(Difficulty) if one.id is not None),
        )


def _of_programme(programme: Programme, path: Path, links: _Links) -> Iterator[Finding]:
    if not is_plan(programme):
        yield from _goals(programme, path, links)
        yield from _results(programme, path, links)
        yield from _difficulties(programme, path, links)
    yield from _steps(programme, path)
    yield from _measures(programme, path)


def _is_planned(one: Measure | Activity) -> bool:
    return one.status is MeasureStatus.PLANNED


def _is_any(named: tuple[str, ...], known: frozenset[str]) -> bool:
    """Return whether it may be about any of those known: none is named, or one that is not."""
    return not named or not known.issuperset(named)


def _goals(programme: Programme, path: Path, links: _Links) -> Iterator[Finding]:
    free = any(_is_any(result.goal, links.goals) for result in programme.results)
    for index, goal in enumerate(() if free else programme.goals):
        if goal.id is None or goal.id not in links.reported:
            yield _weak(
                Code.GOAL_WITHOUT_RESULT,
                message("no result tells whether it was reached: {goal}", goal=_short(goal)),
                (*path, "goals", index),
                message("add a result that names it in {field}", field=term(Result, "goal")),
            )


def _results(programme: Programme, path: Path, links: _Links) -> Iterator[Finding]:
    for index, result in enumerate(programme.results):
        place = (*path, "results", index)
        if not _is_supported(result):
            yield _weak(
                Code.RESULT_WITHOUT_EVIDENCE,
                message("nothing supports this result: {result}", result=_short(result)),
                place,
                message(
                    "name what shows it in {evidence} or {indicator}, or give a figure",
                    evidence=term(Result, "evidence"),
                    indicator=term(Result, "indicator"),
                ),
            )
        ahead = tuple(name for name in result.evidence if name in links.planned)
        if ahead:
            yield _weak(
                Code.PLANNED_TOLD_AS_DONE,
                message("it is the evidence of a result, but planned: {names}", names=ahead),
                (*place, "evidence"),
            )
        elif lies_ahead(result.text):
            yield _ahead(result.text, (*place, "text"))


def _is_supported(result: Result) -> bool:
    if result.strength is Strength.TESTIMONIAL:
        return True  # what people say of it is what supports it
    given = (result.evidence, result.indicator, result.value, result.awarded_by)
    return any(given) or result.kind is ResultKind.AWARD or tells_a_figure(result.text)


def _difficulties(programme: Programme, path: Path, links: _Links) -> Iterator[Finding]:
    free = any(_is_any(step.answers, links.difficulties) for step in programme.next_steps)
    for index, one in enumerate(() if free else programme.difficulties):
        if one.id is None or one.id not in links.answered:
            yield _weak(
                Code.DIFFICULTY_WITHOUT_STEP,
                message("no next step answers it: {difficulty}", difficulty=_named(one)),
                (*path, "difficulties", index),
                message(
                    "add a next step that names it in {field}", field=term(NextStep, "answers")
                ),
            )


def _steps(programme: Programme, path: Path) -> Iterator[Finding]:
    for index, step in enumerate(programme.next_steps):
        missing = tuple(
            term(NextStep, name)
            for name, given in (("actor", step.actor or step.appeal_to), ("by", step.by))
            if not given
        )
        if missing:
            yield _weak(
                Code.NEXT_STEP_OPEN,
                message("nobody sees when it is done: {missing} is missing", missing=missing),
                (*path, "next_steps", index),
                severity=Severity.INFO,
            )


def _measures(programme: Programme, path: Path) -> Iterator[Finding]:
    linked = any(measure.serves for measure in programme.measures)
    for index, measure in enumerate(programme.measures):
        place = (*path, "measures", index)
        if linked and not measure.serves:
            yield _weak(
                Code.MEASURE_WITHOUT_GOAL,
                message("it serves no goal, as the others do"),
                place,
                message("name the goal in {field}", field=term(Measure, "serves")),
                Severity.INFO,
            )
        for name in () if _is_planned(measure) else ("practice", "effect"):
            if (text := getattr(measure, name)) and lies_ahead(text):
                yield _ahead(text, (*place, name))


def _activities(found: Survey) -> Iterator[Finding]:
    for path, activity in found.of(Activity):
        place = (*path, "outcome")
        if activity.outcome and _is_planned(activity):
            said = message(
                "it is planned, but already has an outcome: {words}",
                words=activity.outcome[:_SHOWN],
            )
            yield _weak(Code.PLANNED_TOLD_AS_DONE, said, place)
        elif activity.outcome and lies_ahead(activity.outcome):
            yield _ahead(activity.outcome, place)


def _ahead(text: str, path: Path) -> Finding:
    said = message(
        "it is told as done, but the words tell a plan: {words}", words=text[:_SHOWN]
    )
    return _weak(Code.PLANNED_TOLD_AS_DONE, said, path)


def _short(entity: Goal | Result) -> str:
    return entity.text[:_SHOWN]


def _named(difficulty: Difficulty) -> str:
    return (difficulty.text or difficulty.kind.label)[:_SHOWN]


def _weak(
    code: Code,
    said: Message,
    path: Path,
    hint: Message | None = None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(severity, code, said, Place(path=path), hint)
