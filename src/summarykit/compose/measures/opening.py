"""The first sentence on a measure: when, for what, who, how often, and the practice itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.compose.language.matching import told
from summarykit.compose.language.phrasing import leaderless, once, subject_first, without
from summarykit.compose.language.weaving import size_of
from summarykit.compose.measures.doing import acting_first
from summarykit.compose.measures.draft import Draft, Value, clauses, row
from summarykit.compose.measures.pacing import Fronted, fronted, moment
from summarykit.compose.measures.planning import AHEAD, announced, practice_behind
from summarykit.compose.measures.reaching import whom_first
from summarykit.compose.views import Shown
from summarykit.l10n.patterns import LazyPattern
from summarykit.packs import Phrase

BEGINNINGS: Final = ("开学初", "学年初", "学期初", "年初")
_BARE: Final = LazyPattern("(?:在|利用|通过|结合|按)[^，；。]*(?:组织|开展|进行|举办|实施)")
"""A practice that says neither who does it nor what is done: 在团队活动中组织."""
_PURPOSE_LED: Final = ("为", "以", "旨在", "目的", "本着", "围绕")
_LONGEST_LEAD: Final = 22
_LONGEST_LED: Final = 64


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentence, and which fields it tells beside the practice."""

    words: Phrase
    tells: frozenset[str]


def opening(d: Draft) -> Opening:
    """Return the first sentence without its stop; no words where the record has no practice."""
    time = _time(d)
    name = announced(d)
    if name is not None:
        return _announced(d, time, name)
    if not d.practice:
        return _dated(d, time)
    who = acting_first(d)
    purpose = _purpose_first(d)
    practice = without(d.practice, *BEGINNINGS) if time is not None else d.practice
    often = fronted(d)
    if often is not None and often.at and practice is not d.practice:
        often = None
    whom = whom_first(d) if not who and not (often and often.at) else None
    head = _with_comma(d, time, who=bool(who) or bool(purpose))
    told = {
        "practice": True,
        "actors": bool(who),
        "purpose": bool(purpose),
        "frequency": often is not None,
        "whom": whom is not None,
        "moment": bool(_moment(time)),
    }
    if often is not None and _begins_a_term(often.frequency, time):
        head = Phrase((often.frequency, time, "，"))
        often = None
    subject = d.words("work") if not who and _BARE.fullmatch(str(d.practice)) else ""
    parts = (
        head,
        subject,
        Phrase((purpose, "，")) if purpose else "",
        _will(d),
        row(who) if who else "",
        often.frequency if often and not often.at else "",
        Phrase(("面向", whom)) if whom is not None else "",
        *_practice(practice, often),
    )
    return Opening(Phrase(parts), frozenset(name for name, is_so in told.items() if is_so))


def _practice(practice: Value, often: Fronted | None) -> Iterator[object]:
    """Yield the practice, with how often it is done before its verb."""
    if often is None or not often.at:
        yield practice
        return
    text, ref = str(practice), practice.ref
    yield Shown(text[: often.at], f"{ref}#head")
    yield often.frequency
    yield Shown(text[often.at :], f"{ref}#rest")


def _begins_a_term(often: Shown, time: Shown | None) -> bool:
    """Return whether both make one time: 每学期 and 开学两周内."""
    terms = str(often) in {"每学期", "每学年"}
    return terms and time is not None and str(time).startswith("开学")


def _announced(d: Draft, time: Shown | None, name: Phrase) -> Opening:
    """Return when what is planned, by its name, and how: 计划开展结对跟踪，由学校跟踪每一对."""
    purpose = _purpose_first(d)
    since = time is not None and time.ref.endswith("since")
    words = clauses(
        (
            Phrase(("自", time, "起")) if since else time,
            Phrase((purpose or "", "，" if purpose else "", name)),
            practice_behind(d),
        )
    )
    told = {"practice", "purpose" if purpose else "", _moment(time)}
    return Opening(words, frozenset(told))


def _moment(time: Shown | None) -> str:
    return "moment" if time is not None and "time_limit" in time.ref else ""


def _dated(d: Draft, time: Shown | None) -> Opening:
    """Return when it was done, where that is all: 2023年10月9日召开."""
    if time is None:
        return Opening(Phrase(()), frozenset())
    if time.ref.endswith("since"):
        words = Phrase((d.will, "自", time, "起实行"))
    elif d.looks_ahead:
        words = Phrase(("拟于", time, d.term("dated", "实施")))
    else:
        words = Phrase((time, d.term("dated", "实施")))
    return Opening(words, frozenset({_moment(time)}))


def _time(d: Draft) -> Shown | None:
    """Return when: since when, else on which day, else at which moment."""
    for name in ("since", "date"):
        value = d.value(name)
        if value and isinstance(value, Shown) and not told(value, d.practice):
            return value
    return moment(d)


def _with_comma(d: Draft, time: Shown | None, *, who: bool) -> object:
    if time is None:
        return ""
    done_once = once(without(d.practice, *BEGINNINGS))
    if time.ref.endswith("since") and not done_once:
        return Phrase(("自", time, "起，"))
    bare = done_once and not who and not d.looks_ahead
    return time if bare else Phrase((time, "，"))


def _will(d: Draft) -> str:
    """Return what says that a practice is planned: 将, or 将由 before who does it."""
    if not d.looks_ahead or str(d.practice).startswith(AHEAD):
        return ""
    if leaderless(d.practice):
        return "将"
    return "将由" if subject_first(d.practice, *d.entries("actors")) else "将"


def _purpose_first(d: Draft) -> Phrase | None:
    """Return what leads to the practice: 为掌握学生底数; None where it follows instead."""
    purpose = d.value("purpose")
    if not purpose or told(purpose, d.practice) or str(purpose).startswith(_PURPOSE_LED):
        return None
    if (
        size_of(purpose) > _LONGEST_LEAD
        or size_of(purpose) + size_of(d.practice) > _LONGEST_LED
    ):
        return None
    if str(d.practice).startswith((*_PURPOSE_LED, "对")) or not _stands_behind(d):
        return None
    found = d.words("purpose_first")
    return d.put("purpose_first", purpose) if found else None


def _stands_behind(d: Draft) -> bool:
    return leaderless(d.practice) or bool(subject_first(d.practice, *d.entries("actors")))
