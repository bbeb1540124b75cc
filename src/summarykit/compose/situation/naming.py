"""What counts and rates are called: grade and cohort, the part of a split, scope and rate."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.compose.language.matching import told
from summarykit.compose.views import Shown, View
from summarykit.model.population import Indicator, Population
from summarykit.model.vocabulary import Cohort, Dimension, IndicatorCode, Stage
from summarykit.packs import Phrase

ADULTS: Final = frozenset({Cohort.TEACHER, Cohort.PARENT, Cohort.GUARDIAN})
_LODGING: Final = {True: ("寄宿", "住校", "住宿"), False: ("走读",)}
_BEFORE: Final = ("organisation", "stage", "grade", "class_name", "guardianship", "origin")
_BRACKETED: Final = ("cause", "other")
PUPIL: Final = "生"


def group_name(entry: View, own: str = "", whole: object = None) -> Phrase:
    """Return what a count is split by and its name, or its cohort: 六年级留守儿童.

    What stands in `own`, the name of who writes, or in the name of the count is not said again:
    a class does not name its grade, nor a primary school its stage. Nor is what a part has in
    common with its `whole`, where that has just been named.

    Raises:
        TypeError: It is given something else.
    """
    counted = population_of(entry)
    name = entry.name or ""
    said = (name, *_shared(entry, whole))
    return Phrase(
        [
            *_of_whom(entry, own, *said),
            *(["来自", entry.origin, "的"] if _is_new(entry.origin, *said) else ()),
            *([entry.guardianship, "的"] if _is_new(entry.guardianship, *said) else ()),
            *_lodging(counted, str(name)),
            *(_named(entry, name) if name else _cohort(entry, counted)),
        ]
    )


def _shared(entry: View, whole: object) -> list[object]:
    """Return what a part has in common with its whole, beside the cohort."""
    if not isinstance(whole, View):
        return []
    values = ((getattr(entry, name), getattr(whole, name)) for name in _BEFORE)
    return [one for one, other in values if one and one == other]


def part_name(entry: View, by: object) -> Phrase:
    """Return the name of one part of a split: what it is split by (女生, 祖辈监护).

    A name of its own that says more stands in its place, and what that leaves unsaid behind it.

    Raises:
        TypeError: It is given something else.
    """
    dimension = dimension_of(str(by))
    value = _by(entry, dimension)
    if not isinstance(entry.name, Shown) or _says_no_more(entry, value):
        return Phrase(value or [entry.other or entry.name or entry.cohort])
    more = _in_brackets([Phrase(value)]) if value and not told(_text(value), entry.name) else []
    return Phrase([entry.name, *more])


def _by(entry: View, dimension: Dimension) -> list[object]:
    """Return what a part is called by one dimension; nothing where it does not say."""
    counted = population_of(entry)
    match dimension:
        case Dimension.GENDER:
            return _sex(entry, counted) if entry.gender else []
        case Dimension.BOARDING:
            return [] if counted.boarding is None else _lodger(entry, counted)
        case Dimension.CLASS:
            return class_of(entry)
        case Dimension.DATE:
            return []
        case _:
            value = getattr(entry, dimension.value)
            return [value] if isinstance(value, Shown) else []


IMPLIED: Final[Mapping[IndicatorCode, Cohort]] = MappingProxyType(
    {
        IndicatorCode.NET_ENROLMENT: Cohort.SCHOOL_AGE,
        IndicatorCode.GROSS_ENROLMENT: Cohort.SCHOOL_AGE,
        IndicatorCode.ENROLMENT: Cohort.SCHOOL_AGE,
        IndicatorCode.DROPOUT: Cohort.DROPOUT,
        IndicatorCode.GRADUATION: Cohort.GRADUATING,
        IndicatorCode.DISABLED_ENROLMENT: Cohort.DISABLED,
        IndicatorCode.RETURN: Cohort.RETURNED,
    }
)
"""Whom a rate is of by what it is: nobody asks whose drop-out rate it is."""


def _is_of_whom(stated: Indicator, name: str, *, in_text: bool) -> bool:
    """Return whether a rate is of a cohort that nothing in its name says.

    Whom aid has reached, a text says with their number.
    """
    cohort = stated.cohort
    if cohort in (None, Cohort.ENROLLED, Cohort.OTHER):
        return False
    if not stated.name and stated.code in OF_A_COHORT:
        return True
    counted = in_text and stated.code is IndicatorCode.AID_COVERAGE and bool(stated.numerator)
    words = (cohort.label, *COHORT_WORDS.get(cohort, ()))
    said = any(word in name for word in words) or IMPLIED.get(stated.code) is cohort
    return not (counted or said)


def field_of(dimension: Dimension) -> str:
    """Return the field of a count that holds its part of a split by that dimension."""
    return "class_name" if dimension is Dimension.CLASS else dimension.value


def says_cohort(entry: View, by: Dimension) -> bool:
    """Return whether the name of a part of a split says of which cohort it is."""
    value = _by(entry, by)
    if isinstance(entry.name, Shown):
        return not _says_no_more(entry, value)
    return entry.cohort in value or not (value or entry.other)


def _says_no_more(entry: View, value: list[object]) -> bool:
    """Return whether a name is made of what it is split by and of its cohort: 六年级学生."""
    name = str(entry.name)
    cohort = population_of(entry).cohort
    for words in (_text(value), cohort.label, *COHORT_WORDS.get(cohort, ()), PUPIL, "的", "学"):
        name = name.replace(words, "")
    return bool(value) and not name


def _text(words: list[object]) -> str:
    return "".join(map(str, words))


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


def indicator_name(entry: View, *, in_text: bool = True) -> Phrase:
    """Return what a rate is called: 全校家访覆盖率, 留守儿童结对覆盖率, 小学毕业率.

    In a table (not `in_text`) no other words say whom it is of.

    Raises:
        TypeError: It is given something else.
    """
    stated = entry.entity
    if not isinstance(stated, Indicator):
        msg = "an indicator is needed"
        raise TypeError(msg)
    name = entry.name or entry.code
    where = [one for one in (entry.scope, entry.stage) if one and not told(one, name)]
    whom = [entry.cohort] if _is_of_whom(stated, str(name), in_text=in_text) else []
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


def _is_new(value: object, *said: object) -> bool:
    return bool(value) and not told(value, *said)


def _of_whom(entry: View, own: str, *said: object) -> list[object]:
    named = [entry.organisation, *class_of(entry)]
    words = [one for one in named if _is_new(one, own, *said)]
    if _is_new(entry.stage, own, *said, *named) and not is_staged(entry.entity):
        words.insert(1 if entry.organisation in words else 0, entry.stage)
    return words


STAGED_GRADES: Final[Mapping[Stage, tuple[str, ...]]] = MappingProxyType(
    {
        Stage.KINDERGARTEN: ("小班", "中班", "大班", "幼儿"),
        Stage.PRIMARY: ("一年级", "二年级", "三年级", "四年级", "五年级", "六年级"),
        Stage.JUNIOR: ("七年级", "八年级", "九年级", "初一", "初二", "初三"),
        Stage.SENIOR: ("高一", "高二", "高三"),
    }
)
"""Grades that are of one stage of general schools only."""


def is_staged(entity: object) -> bool:
    """Return whether the grade or the class of a count or a flow says of which stage it is."""
    stage = getattr(entity, "stage", None)
    within = [getattr(entity, name, None) for name in ("grade", "class_name")]
    grades = STAGED_GRADES.get(stage, ()) if isinstance(stage, Stage) else ()
    return any(told(grade, *within) for grade in grades)


def _named(entry: View, name: object) -> list[object]:
    """Return a name, and in brackets what else the count is split by that it does not say."""
    sex = [Phrase(_sex(entry, population_of(entry)))] if _is_new(entry.gender, name) else []
    marks = [one for key in _BRACKETED if _is_new(one := getattr(entry, key), name)]
    return [name, *_in_brackets([*sex, *marks])]


def _lodging(counted: Population, name: str) -> list[object]:
    if counted.boarding is None or counted.cohort is Cohort.BOARDING:
        return []
    words = _LODGING[counted.boarding]
    return [] if any(word in name for word in words) else [f"{words[0]}的"]


def _lodger(entry: View, counted: Population) -> list[object]:
    if counted.cohort is Cohort.ENROLLED:
        return ["寄宿生" if counted.boarding else "走读生"]
    return [*_lodging(counted, ""), entry.cohort]


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
