"""What counts and rates are called: grade and cohort, the part of a split, scope and rate."""

from typing import Final

from summarykit.compose.language.matching import told
from summarykit.compose.views import Shown, View
from summarykit.model.population import Indicator, Population
from summarykit.model.vocabulary import Cohort, Dimension, IndicatorCode
from summarykit.packs import Phrase

ADULTS: Final = frozenset({Cohort.TEACHER, Cohort.PARENT, Cohort.GUARDIAN})
_FIELD: Final = {Dimension.CLASS: "class_name"}
_BRACKETED: Final = ("cause", "other")
PUPIL: Final = "生"


def group_name(entry: View, own: str = "") -> Phrase:
    """Return the name of a count, else what it is split by and the cohort: 六年级留守儿童.

    What stands in `own`, the name of who writes, is not said again: a class does not name its
    grade, nor a primary school its stage.

    Raises:
        TypeError: It is given something else.
    """
    counted = population_of(entry)
    if isinstance(entry.name, Shown):
        return Phrase([entry.name])
    return Phrase(
        [
            *_of_whom(entry, own),
            *(["来自", entry.origin, "的"] if entry.origin else ()),
            *([entry.guardianship, "的"] if entry.guardianship else ()),
            *_lodging(counted),
            *_cohort(entry, counted),
        ]
    )


def part_name(entry: View, by: object) -> Phrase:
    """Return the name of one part of a split: only what it is split by (女生, 祖辈监护).

    Raises:
        TypeError: It is given something else.
    """
    counted = population_of(entry)
    dimension = dimension_of(str(by))
    if dimension is Dimension.GENDER and entry.gender:
        return Phrase(_sex(entry, counted))
    if dimension is Dimension.BOARDING:
        return Phrase([entry.name or _lodger(entry, counted)])
    field = _FIELD.get(dimension, dimension.value)
    value = getattr(entry, field)
    if field == "class_name":
        return Phrase(class_of(entry) or [entry.name or entry.cohort])
    if isinstance(value, Shown) and dimension is not Dimension.DATE:
        return Phrase([value])
    return Phrase([entry.other or entry.name or entry.cohort])


OF_A_COHORT: Final = frozenset(
    {
        IndicatorCode.NET_ENROLMENT,
        IndicatorCode.ENROLMENT,
        IndicatorCode.VISIT_COVERAGE,
        IndicatorCode.PAIRING_COVERAGE,
        IndicatorCode.FILING,
        IndicatorCode.TERM_RETENTION,
        IndicatorCode.YEAR_RETENTION,
        IndicatorCode.SATISFACTION,
        IndicatorCode.GUARDIANSHIP_SHARE,
    }
)
"""Rates that may be of any cohort, which a rate without a name of its own is told with."""


def indicator_name(entry: View) -> Phrase:
    """Return what a rate is called: 全校家访覆盖率, 留守儿童结对覆盖率, 小学毕业率.

    Raises:
        TypeError: It is given something else.
    """
    stated = entry.entity
    if not isinstance(stated, Indicator):
        msg = "an indicator is needed"
        raise TypeError(msg)
    name = entry.name or entry.code
    where = [one for one in (entry.scope, entry.stage) if one and not told(one, name)]
    cohort = not stated.name and stated.code in OF_A_COHORT and stated.cohort
    whom = [entry.cohort] if cohort and stated.cohort is not Cohort.ENROLLED else []
    return Phrase([*where, *whom, name])


def dimension_of(name: str) -> Dimension:
    """Return the dimension of that English name.

    Raises:
        ValueError: There is none.
    """
    return Dimension[name.upper()]


def class_of(entry: View) -> list[object]:
    """Return the class with its grade, which is said once: 六年级（1）班."""
    if not entry.class_name:
        return [entry.grade] if entry.grade else []
    whole = entry.grade and not told(entry.grade, entry.class_name)
    return [*([entry.grade] if whole else ()), entry.class_name]


def _of_whom(entry: View, own: str) -> list[object]:
    named = [entry.organisation, *class_of(entry)]
    words = [one for one in named if one and not told(one, own)]
    if not words and entry.stage and not told(entry.stage, own):
        return [entry.stage]
    return words


def _lodging(counted: Population) -> list[object]:
    if counted.boarding is None or counted.cohort is Cohort.BOARDING:
        return []
    return ["寄宿的" if counted.boarding else "走读的"]


def _lodger(entry: View, counted: Population) -> object:
    if counted.boarding is None or counted.cohort is not Cohort.ENROLLED:
        return entry.cohort
    return "寄宿生" if counted.boarding else "走读生"


def _cohort(entry: View, counted: Population) -> list[object]:
    marks = [getattr(entry, name) for name in _BRACKETED if getattr(entry, name)]
    if entry.gender and (counted.cohort in ADULTS or counted.cohort is Cohort.ENROLLED):
        words = _sex(entry, counted)
    else:
        words = [entry.cohort]
        marks = [*([Phrase(_sex(entry, counted))] if entry.gender else ()), *marks]
    return [*words, *_in_brackets(marks)]


def _sex(entry: View, counted: Population) -> list[object]:
    return [entry.gender, entry.cohort if counted.cohort in ADULTS else PUPIL]


def _in_brackets(marks: list[object]) -> list[object]:
    if not marks:
        return []
    words: list[object] = ["（"]
    for index, one in enumerate(marks):
        words += [*(["，"] if index else ()), one]
    return [*words, "）"]


def population_of(entry: object) -> Population:
    """Return the count that a view shows.

    Raises:
        TypeError: It shows something else.
    """
    if isinstance(entry, View) and isinstance(entry.entity, Population):
        return entry.entity
    msg = "a count of the population is needed"
    raise TypeError(msg)
