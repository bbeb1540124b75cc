"""How a case is told: an alias where a sentence lacks its subject, steps in their order."""

import re
from collections.abc import Sequence
from typing import Final

from summarykit.compose.language.fields import value_of
from summarykit.compose.language.weaving import words_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.packs import Phrase

MOST_IN_A_SENTENCE: Final = 3
MOST_IN_AN_INTRODUCTION: Final = 60
"""About how many characters say who somebody is and what is the matter in one sentence."""
_SUBJECTS: Final = (
    *("他", "她", "孩子", "学生", "该生", "家长", "父母", "父亲", "母亲", "爸爸", "妈妈"),
    *(
        "爷爷",
        "奶奶",
        "祖",
        "外",
        "监护人",
        "家里",
        "全家",
        "班",
        "教师",
        "老师",
        "学校",
        "同学",
    ),
)
"""How an outcome begins that says whom it is about."""
_TIMES: Final = (
    "经过",
    "通过",
    "现在",
    "如今",
    "目前",
    "半年",
    "一学期",
    "一年",
    "学期",
    "期末",
)
_SINCE: Final = ("以后", "之后")
_LEAD: Final = 6
"""Within so many characters 家访以后 says when."""
_ORDER: Final = {1: ("",), 2: ("先是", "随后"), 3: ("先是", "接着", "最后")}


def alias_alone(alias: Shown | Missing) -> Shown | Missing:
    """Return an alias without its （化名）, for where it has been said before."""
    if isinstance(alias, Missing):
        return alias
    bare = str(alias).partition("（")[0]
    return Shown(alias.value, f"{alias.ref}#bare", bare) if bare else alias


def outcome_of(case: View, alias: Shown | Missing, lead: str) -> Phrase | Missing:
    """Return the outcome of a case with its subject, behind `lead` where it says no time."""
    outcome = case.outcome
    if not outcome:
        return Missing(f"{case.ref}.outcome")
    words = str(outcome)
    bare = alias_alone(alias)
    timed = words.startswith(_TIMES)
    about = any(word in words for word in _SUBJECTS) if timed else words.startswith(_SUBJECTS)
    named = about or bool(bare and str(bare) in words)
    since = any(word in words[:_LEAD] for word in _SINCE)
    subject: object = "" if named or not bare else bare
    return Phrase(("" if timed or since else lead, subject, outcome))


def problem_goes_on(case: View) -> bool:
    """Return whether the problem of a case goes on in the sentence that says who it is about.

    小禾（化名），女生，作业拖拉: both are short, and neither the problem nor what stands before
    it has a subject of its own, such as 父亲.
    """
    problem, situation = (words_of(part) for part in (case.problem, case.situation))
    short = len(situation) + len(problem) <= MOST_IN_AN_INTRODUCTION
    last = re.split("[，；。]", situation)[-1]
    alias = alias_alone(value_of(case, "alias"))
    named = bool(alias) and str(alias) in problem
    others = any(words.startswith(_SUBJECTS) for words in (problem, last))
    return bool(problem) and short and not named and not others


def problem_of(case: View, alias: Shown | Missing) -> Phrase | Missing:
    """Return the problem of a case with its subject: 小禾作业拖拉."""
    problem = case.problem
    if not problem:
        return Missing(f"{case.ref}.problem")
    bare = alias_alone(alias)
    named = str(problem).startswith(_SUBJECTS) or bool(bare and str(bare) in str(problem))
    return Phrase(("" if named else bare or "该生", problem))


def in_order(steps: Sequence[Shown]) -> Phrase | Missing:
    """Return up to three short steps as one sentence: 先是…，接着…，最后….

    Nothing where there are more, or where one has a mark of its own: they want numbers.
    """
    words = _ORDER.get(len(steps))
    if words is None or any("，" in str(step) or "；" in str(step) for step in steps):
        return Missing("cases.steps")
    parts: list[object] = []
    for word, step in zip(words, steps, strict=True):
        parts += ["，" if parts else "", word, step]
    return Phrase(parts)
