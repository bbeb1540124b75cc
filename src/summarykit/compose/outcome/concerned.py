"""Whom a difficulty is about, as a sentence counts them: 留守儿童55名, 12户家庭, 9名."""

from types import MappingProxyType
from typing import Final

from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.compose.language.fields import value_of
from summarykit.compose.language.weaving import words_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.model.kinds import DifficultyKind, DifficultyLevel
from summarykit.model.outcome import Difficulty
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import Cohort
from summarykit.packs import Phrase

_PEOPLE: Final = frozenset({"名", "人", "位", "个"})
_HOUSEHOLDS: Final = frozenset({"户", "家"})
_PUPILS: Final = ("孩子", "学生", "儿童")
_ADULTS: Final = ("家长", "父母", "监护人", "老人", "祖辈", "亲属")
_STAFF: Final = ("教师", "老师", "班主任")
_OF_STAFF: Final = frozenset({DifficultyKind.TEACHER_WORKLOAD, DifficultyKind.TEACHER_ATTITUDE})
_NOBODY: Final = frozenset({Cohort.OTHER})
_OF_PROGRAMMES: Final = MappingProxyType(
    {
        "left_behind_care": Cohort.LEFT_BEHIND,
        "migrant_enrolment": Cohort.MIGRANT,
    }
)
"""Whom the whole of a programme is about."""
_GROWN_UP: Final = MappingProxyType(
    {Cohort.GUARDIAN: "监护人", Cohort.PARENT: "家长", Cohort.TEACHER: "教师"}
)


def concerned(difficulty: View, programme: View, *texts: object) -> Names:
    """Return whom a difficulty concerns: `words`, and whether they are `counted`.

    `texts` are what is said of it before: a cohort that they name is not named again, and the
    cohort that the programme is about is named only where it is counted. `words` is missing
    where there is nothing more to say.

    Raises:
        TypeError: It is given something else.
    """
    entity = difficulty.entity
    if not isinstance(entity, Difficulty):
        msg = "concerned needs a difficulty"
        raise TypeError(msg)
    said = "".join(words_of(text) for text in texts).replace("的", "")
    cohort, affected = value_of(difficulty, "cohort"), value_of(difficulty, "affected")
    named = cohort if cohort and not _is_said(cohort, said) else Missing(difficulty.ref)
    if not isinstance(affected, Shown) or not affected:
        words = Missing(difficulty.ref) if _is_own(cohort, programme) else named
        return Names({"words": words, "counted": False})
    noun = named or _noun(entity, cohort, said) or _for_whom(entity, programme, affected, said)
    return Names({"words": _counted(noun, affected), "counted": True})


def _is_own(cohort: object, programme: View) -> bool:
    """Return whether a programme is about the cohort, and what it is called says so."""
    own = cohorts_of(programme)
    fields = ("title", "name", "label") if own else ("title", "name")
    names = (words_of(programme.template_value(field)) for field in fields)
    alone = own[0] if len(own) == 1 else _OF_PROGRAMMES.get(str(programme.kind))
    is_its = alone == getattr(cohort, "value", None)
    return is_its and all(_is_said(cohort, name) for name in names if name)


def cohorts_of(programme: View) -> tuple[Cohort, ...]:
    """Return whom a programme that a pack adds is for; of ours, nobody."""
    has = "cohorts" in programme.template_names
    found = programme.template_value("cohorts") if has else ()
    listed = found if isinstance(found, tuple) else ()
    return tuple(one for one in listed if isinstance(one, Cohort))


def _for_whom(entity: Difficulty, programme: View, affected: Shown, said: str) -> str:
    """Return the plain word for those that a programme of a pack is for, where it says it.

    Families have difficulties of parents and of children, and staff those of its own.
    """
    own, value = cohorts_of(programme), affected.value
    of_people = isinstance(value, Quantity) and value.unit in _PEOPLE
    others = any(word in said for words in (_ADULTS, _STAFF) for word in words)
    kin = entity.kind.group is DifficultyLevel.FAMILY
    if not own or not of_people or others or kin or entity.kind in _OF_STAFF:
        return ""
    words = {_GROWN_UP.get(one, "学生") for one in own}
    return words.pop() if len(words) == 1 else ""


def _is_said(cohort: object, said: str) -> bool:
    key = getattr(cohort, "value", None)
    if not isinstance(key, Cohort) or key in _NOBODY:
        return True
    return any(word in said for word in (key.label, *COHORT_WORDS.get(key, ())))


def _noun(entity: Difficulty, cohort: object, said: str) -> str:
    """Return the plain word for those who are counted; "" where nobody knows who they are."""
    key = getattr(cohort, "value", None)
    pupils = next((word for word in _PUPILS if word in said), "")
    if isinstance(key, Cohort) and key not in _NOBODY:
        return _GROWN_UP.get(key, pupils or "学生")
    others = [word for words in (_ADULTS, _STAFF) for word in words if word in said]
    if pupils and not others:
        return pupils
    if entity.kind in _OF_STAFF:
        return "教师"
    return "学生" if entity.kind.group is DifficultyLevel.STUDENT else ""


def _counted(noun: object, affected: Shown) -> object:
    value = affected.value
    unit = value.unit if isinstance(value, Quantity) else ""
    if unit == "%":
        return Phrase((affected, "的", noun)) if noun else affected
    if unit in _HOUSEHOLDS:
        return Phrase((noun, "家庭" if words_of(noun) != "家长" else "", affected))
    if unit in _PEOPLE or isinstance(noun, Shown):
        return Phrase((noun, affected))
    return affected
