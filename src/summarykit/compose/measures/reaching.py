"""Whom a measure is for, how many it reaches, and what it costs."""

from typing import Final, cast

from summarykit.compose.language.cohort_words import COHORT_WORDS
from summarykit.compose.language.matching import named
from summarykit.compose.language.matching import told as is_said
from summarykit.compose.language.phrasing import leaderless
from summarykit.compose.measures.draft import Draft, Value
from summarykit.compose.situation.rates import share_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.l10n.patterns import LazyPattern
from summarykit.model.added import AddedMeasure
from summarykit.model.values import Quantity
from summarykit.model.vocabulary import Cohort
from summarykit.packs import Phrase

_FOR_WHOM: Final = (
    *(
        "开展",
        "组织",
        "开设",
        "举办",
        "实行",
        "推行",
        "提供",
        "实施",
        "设立",
        "建立",
        "召开",
        "发放",
    ),
    *("宣讲", "宣传", "讲解", "评选", "安排"),
)
"""Verbs that 面向 and those concerned can stand before."""
_FACING: Final = "面向"
"""What those concerned stand behind, unless a kind has another word: 募捐所得用于困难学生."""
_MARKS: Final = "，；。"
_CHIEF: Final = LazyPattern("(?P<whom>.+)（(?P<mark>重点)）")
"""Those whom a record calls the chief ones: 单亲家庭学生（重点）."""
_LONGEST_NOUN: Final = 16
_PEOPLE: Final = frozenset({"名", "人", "位"})
_HUNDRED: Final = 100
_PUPILS: Final = "学生"
_ANYBODY: Final = "人员"
"""Whom a kind that a pack adds reaches, where nobody says who they are."""
EVERYBODY: Final = frozenset({Cohort.OTHER, Cohort.ENROLLED})
"""Of whom nobody need be told that a measure is for them."""


def whom(d: Draft) -> Value:
    """Return those a measure is for, where neither its words nor the report say them."""
    target = d.value("target")
    if target:
        return Missing(target.ref) if named(target, *d.said) else target
    cohort = d.value("cohort")
    return cohort if cohort and not _is_understood(d) else Missing(cohort.ref)


def _is_understood(d: Draft) -> bool:
    key = d.entity.cohort
    if key is None or key in EVERYBODY or key.value in d.around.cohorts:
        return True
    words = (key.label, *COHORT_WORDS.get(key, ()))
    only = d.around.programmes[0] if len(d.around.programmes) == 1 else None
    # A document that the record gives a title need not say what the programme is called.
    texts = (*d.said, str(only.title or only.label) if only else "")
    return any(word in text for word in words for text in texts)


def whom_first(d: Draft) -> Value | None:
    """Return those concerned where they can stand before the verb: 面向家长开设课堂."""
    found = whom(d)
    text = str(d.practice) if d.practice else ""
    fits = leaderless(d.practice) and text.startswith(_FOR_WHOM)
    fits = fits and any(_FACING in one for one in d.wordings("whom"))
    if not found or not fits or _counted_noun(d) or _is_marked(found):
        return None
    return found


def for_whom(d: Draft, *, told: bool) -> object:
    """Return the clause that says whom it is for, where nothing before has `told` it."""
    found = whom(d)
    if told or not found or (_is_counted(d) and _noun(d) in {found, _counted_noun(d)}):
        return ""
    chief = _CHIEF.fullmatch(str(found))
    if chief is None:
        return d.put("whom", found)
    bare = Shown(found.value, f"{found.ref}#bare", chief["whom"])
    mark = Shown(found.value, f"{found.ref}#mark", chief["mark"])
    return Phrase(("以", bare, "为", mark))


def _is_counted(d: Draft) -> bool:
    count = d.value("reached")
    return bool(count) and not is_said(count, d.practice)


def reached(d: Draft, *, noun: bool = True) -> object:
    """Return the clause that says how many it reaches: 走访留守儿童87名，占在校学生的14.2%."""
    count = d.value("reached")
    if not count or is_said(count, d.practice):
        return ""
    share = share_among(d)
    whole = _base(d)
    behind = ("，占", whole.template_value("count"), "的", share) if share and whole else ()
    whose = _noun(d) if noun else ""
    expected = "预计" if d.is_planned else ""
    return Phrase((expected, d.put("reached", Phrase((whose, count))), *behind))


def share_among(d: Draft) -> object:
    """Return the share of those reached in the people referred to, where it says more."""
    whole = _base(d)
    if not whole:
        return ""
    count = whole.template_value("count")
    share = share_of(d.value("reached"), count)
    if not isinstance(share.value if isinstance(share, Shown) else None, Quantity):
        return ""
    number = cast("Quantity", cast("Shown", share).value).number
    is_part = number is not None and number <= _HUNDRED and count != d.value("reached")
    return share if is_part else ""


def noun_of(d: Draft) -> object:
    """Return what those reached are called; "" where nobody knows."""
    return _noun(d)


def pupils_before(d: Draft, each: Shown) -> str:
    """Return 学生 before how many each has, where a kind that a pack adds does not say whom."""
    unit = each.value.unit if isinstance(each.value, Quantity) else ""
    is_added = isinstance(d.entity.kind, AddedMeasure)
    return _PUPILS if is_added and unit in _PEOPLE and d.term("of_pupils") else ""


def _noun(d: Draft) -> object:
    counted = _counted_noun(d)
    if counted:
        return counted
    whole, cohort = _base(d), d.value("cohort")
    if whole:
        return whole.template_value("name") or whole.template_value("cohort")
    if cohort and not _is_too_many(d):
        return cohort
    count = d.value("reached").value if isinstance(d.value("reached"), Shown) else None
    unit = count.unit if isinstance(count, Quantity) else ""
    return _people(d) if unit in _PEOPLE else ""


def _people(d: Draft) -> str:
    """Return what those reached are called by the kind of the measure, and by its programme."""
    if not d.is_listed("of_pupils"):
        return _ANYBODY if isinstance(d.entity.kind, AddedMeasure) else ""
    if d.value("cohort") or d.value("target") or not d.around.programmes:
        return _PUPILS
    return str(d.around.terms["pupils"].get(_own_programme(d), _PUPILS))


def _own_programme(d: Draft) -> str:
    """Return the key of the programme that a measure stands in."""
    found = (
        programme
        for programme in d.around.programmes
        if any(one is d.entity for one in getattr(programme.entity, "measures", ()))
    )
    home = next(found, d.around.programmes[0])
    return str(home.template_value("kind"))


def _counted_noun(d: Draft) -> Value | None:
    """Return the target where it is counted, so that 覆盖重点学生58名 says whom it is for."""
    target, count = d.value("target"), d.value("reached")
    if not target or not count or is_said(count, d.practice) or _base(d):
        return None
    if named(target, *d.said):
        return None
    long = len(str(target)) > _LONGEST_NOUN or _is_marked(target)
    return None if long or _is_too_many(d) else target


def _is_marked(value: object) -> bool:
    return any(mark in str(value) for mark in _MARKS)


def _base(d: Draft) -> View | None:
    found = d.around.linked(d.value("population"))
    return found if found and found.template_value("count") else None


def _is_too_many(d: Draft) -> bool:
    """Return whether more are reached than the record has of the cohort: it is not they."""
    count = d.value("reached").value if isinstance(d.value("reached"), Shown) else None
    cohort = d.entity.cohort
    number = count.number if isinstance(count, Quantity) else None
    if number is None or cohort is None:
        return False
    known = [e.count.number for e in d.around.record.population if e.cohort is cohort]
    figures = [figure for figure in known if figure is not None]
    return bool(figures) and all(figure < number for figure in figures)


def costing(d: Draft) -> object:
    """Return the clause that says what it costs: 安排资金4600元."""
    amount = d.value("amount")
    if not amount or is_said(amount, d.practice):
        return ""
    return Phrase(("预计" if d.is_planned else "", d.put("amount", amount)))
