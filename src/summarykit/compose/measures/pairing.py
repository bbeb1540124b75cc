"""How many look after how many: pairs, mentors of each kind, how many each has."""

from typing import Final, cast

from summarykit.compose.language.matching import told
from summarykit.compose.language.weaving import size_of
from summarykit.compose.measures.draft import Draft, clauses, row
from summarykit.compose.measures.reaching import noun_of, pupils_before, share_among
from summarykit.compose.views import Shown, View
from summarykit.model.plan import MentorGroup
from summarykit.model.values import Quantity
from summarykit.model.values.figure_words import Status
from summarykit.packs import Phrase

_PEOPLE: Final = frozenset({"名", "人", "位"})
_LONGEST_BRACKET: Final = 44
OF_EACH: Final = "每班"
"""What stands before how many there are in each class: 每班几名."""


def is_reached_told(d: Draft) -> bool:
    """Return whether the sentence on the pairs says how many are reached: 与87名学生结对."""
    return bool(_is_met(d) and d.value("reached") and not share_among(d))


def scale(d: Draft) -> Phrase:
    """Return the sentences on pairs and mentors, the last without its stop.

    29名教师（女教师18名、男教师11名）与87名留守儿童结成对子87对，每人结对3名 where the kind is
    one of pairs, else 参与辅导的教师13名，每人辅导2名.
    """
    bracket = _bracket(d)
    head = _met(d, bracket) if _is_met(d) else _counted(d, bracket)
    apart = bool(d.views("mentor_groups")) and not bracket
    same = not apart or not any(group.each for group in _groups(d))
    each = _each(d, d.value("per_mentor") or (_common_each(d) if bracket else None))
    first = clauses((head, each if same or d.value("per_mentor") else "", _by_class(d)))
    if not apart:
        return first
    of_them = bool(_unsaid(d, "mentors"))
    are = "planned_mentors_are" if d.is_planned else "mentors_are"
    lead = d.words("of_them") if of_them else f"{d.will}{d.words(are)}"
    rest = Phrase((lead, _apart(d)))
    return Phrase((first, "，" if d.is_planned and of_them else "。", rest)) if first else rest


def _unsaid(d: Draft, name: str) -> Shown | None:
    value = d.value(name)
    return value if isinstance(value, Shown) and value and not told(value, d.practice) else None


def _is_met(d: Draft) -> bool:
    """Return whether mentors and pupils can be told as two sides of the pairs."""
    mentors = _unsaid(d, "mentors")
    counts_people = mentors is not None and _unit(mentors) in _PEOPLE
    return bool(d.wording.get("met") and counts_people and _unsaid(d, "pairs"))


def _met(d: Draft, bracket: object) -> Phrase:
    ahead = "拟由" if d.looks_ahead else ""
    mentors = Phrase((ahead, d.value("mentors"), d.words("mentor"), bracket))
    reached = d.value("reached") if is_reached_told(d) else None
    others = Phrase(("与", reached, noun_of(d) or "学生")) if reached else ""
    if not others:
        return clauses((Phrase((mentors, d.words("mentors_join"))), _pairs(d)))
    return Phrase((mentors, others, d.put("pairs", d.value("pairs"))))


def _counted(d: Draft, bracket: object) -> Phrase:
    mentors = _unsaid(d, "mentors")
    who: object = ""
    if mentors:
        own = Phrase((d.words("mentors"), mentors, bracket))
        ahead = Phrase((d.will, d.put("planned_mentors", mentors, bracket)))
        who = ahead if d.is_planned else own
    in_all = "" if mentors or d.will else "预计" if d.is_planned else "共"
    return clauses((Phrase((in_all, _pairs(d))) if _unsaid(d, "pairs") else "", who))


def _pairs(d: Draft) -> Phrase:
    pairs = _unsaid(d, "pairs")
    return Phrase((d.will, d.put("pairs", pairs))) if pairs else Phrase(())


def _each(d: Draft, each: object) -> object:
    known = None if each is None or told(each, d.practice) else _shown(each)
    return "" if known is None else d.put("each", pupils_before(d, known), known)


def _by_class(d: Draft) -> object:
    value = d.value("per_class")
    known = None if told(value, d.practice) else _shown(value)
    if known is not None and known.ref.endswith("#some"):
        return Phrase((OF_EACH, known))  # 每班几名 counts nobody, and has no verb
    return "" if known is None else d.put("by_class", known)


def _shown(value: object) -> Shown | None:
    """Return a value that can be printed; 若干名 of each class is 几名."""
    if not isinstance(value, Shown):
        return None
    quantity = value.value
    if isinstance(quantity, Quantity) and quantity.status is Status.MASKED and quantity.unit:
        return Shown(quantity, f"{value.ref}#some", f"几{quantity.unit}")
    return value or None


def _groups(d: Draft) -> tuple[MentorGroup, ...]:
    return tuple(cast("MentorGroup", view.entity) for view in d.views("mentor_groups"))


def _common_each(d: Draft) -> object:
    """Return how many each mentor has, where all groups say the same; None elsewhere."""
    said = {str(group.each) for group in _groups(d)}
    views = d.views("mentor_groups")
    one = views[0].template_value("each") if views and len(said) == 1 else None
    return one or None


def _is_alike(d: Draft) -> bool:
    """Return whether no group has more or fewer each than what is said of every mentor."""
    each = {str(group.each) for group in _groups(d) if group.each is not None}
    said = d.value("per_mentor")
    return not each or (len(each) == 1 and (not said or str(said) in each) and _all_have_it(d))


def _all_have_it(d: Draft) -> bool:
    return all(group.each is not None for group in _groups(d))


def _bracket(d: Draft) -> object:
    """Return the groups in brackets behind the number of mentors; "" where they do not fit."""
    views = d.views("mentor_groups")
    if not views or not _unsaid(d, "mentors") or not _is_alike(d):
        return ""
    inside = row(_who(view) for view in views)
    return Phrase(("（", inside, "）")) if size_of(inside) <= _LONGEST_BRACKET else ""


def _apart(d: Draft) -> Phrase:
    """Return the groups in a row, each with how many it has where they differ."""
    views, said = d.views("mentor_groups"), d.value("per_mentor")
    if _is_alike(d):
        each = None if said else _common_each(d)
        return clauses((row(_who(view) for view in views), _each(d, each)))
    parts: list[object] = []
    for view in views:
        own = clauses((_who(view), _each(d, view.template_value("each"))))
        parts += ["；", own] if parts else [own]
    return Phrase(parts)


def _who(view: View) -> Phrase:
    return Phrase((view.template_value("who"), view.template_value("count") or ""))


def _unit(value: Shown) -> str:
    return value.value.unit if isinstance(value.value, Quantity) else ""
