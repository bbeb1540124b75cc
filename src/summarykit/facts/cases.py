"""Cases against the pupils whom they are about: what both say must be the same."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.facts.survey import Survey
from summarykit.model.entity import term
from summarykit.model.organisation import Pupil
from summarykit.model.outcome import Case


def check_cases(found: Survey) -> Iterator[Finding]:
    """Return every grade of a case that is not the one of its pupil.

    三年级 and 三年级（2）班 are no two grades.
    """
    pupils = {one.id: one for _, one in found.of(Pupil) if one.id}
    for path, case in found.of(Case):
        pupil = pupils.get(case.pupil) if case.pupil else None
        if pupil is not None and pupil.grade and case.grade:
            yield from _graded(path, case.grade, pupil.grade)


def _graded(path: Path, told: str, known: str) -> Iterator[Finding]:
    if told in known or known in told:
        return
    said = message(
        "the case says {told}, its pupil {known} in {field}",
        told=told,
        known=known,
        field=term(Pupil, "grade"),
    )
    hint = message("correct the one that is wrong, or leave it out of the case")
    place = Place(path=(*path, "grade"))
    yield Finding(Severity.ERROR, Code.CASE_DIFFERS, said, place, hint)
