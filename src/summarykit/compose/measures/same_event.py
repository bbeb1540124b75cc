"""What an activity says of a measure that is the same event, and the measure does not."""

from collections.abc import Iterable

from summarykit.compose.language.matching import listed, named, told, unsaid
from summarykit.compose.language.phrasing import paced
from summarykit.compose.language.spans import span
from summarykit.compose.measures.draft import Draft, clauses, entries_of, row, views_of
from summarykit.compose.views import View
from summarykit.packs import Phrase
from summarykit.packs.templates.filters import quoted


def happened(d: Draft) -> Phrase:
    """Return the sentences on the activities of the measure, the last without its stop."""
    sentences = [s for event in d.events for s in _sentences(d, event) if s]
    parts: list[object] = []
    for sentence in sentences:
        parts += ["。", sentence] if parts else [sentence]
    return Phrase(parts)


def _sentences(d: Draft, a: View) -> Iterable[Phrase]:
    yield clauses((_called(d, a), _theme(d, a), *_when(d, a)))
    yield clauses((*_where(d, a), *_who(d, a)))
    yield _contents(d, a)
    outcome, quote = a.template_value("outcome"), a.template_value("quote")
    if outcome and not told(outcome, d.value("effect")):
        yield Phrase((outcome,))
    if quote:
        yield Phrase(("有参加者说：“", quote, "。”"))


def _contents(d: Draft, a: View) -> Phrase:
    every = entries_of(a, "contents")
    left = unsaid(every, *d.said, d.entries("contents"))
    if not left:
        return Phrase(())
    several = "包括" if len(left) > 1 else "有"
    lead = several if len(left) > 1 else "是"
    return Phrase(
        ("内容", lead if len(left) == len(every) else f"还{several}", listed(tuple(left)))
    )


def _called(d: Draft, a: View) -> object:
    name = a.template_value("name")
    return "" if named(name, *d.said) else Phrase(("活动名称是", name))


def _when(d: Draft, a: View) -> Iterable[object]:
    """Yield when and how often, where that is not when and how often the measure is done."""
    start, end = a.template_value("date"), a.template_value("end")
    if (start and start != d.value("date") and not told(start, *d.said)) or end:
        yield Phrase(("时间是", span(start, end)))
    often, count = a.template_value("recurrence"), a.template_value("count")
    if often and often != d.value("frequency") and not paced(often, *d.said):
        yield Phrase(("按", often, "的安排开展"))
    if count and count != d.value("count") and not told(count, *d.said):
        yield Phrase(("共", count))


def _theme(d: Draft, a: View) -> object:
    theme = a.template_value("theme")
    return (
        "" if not theme or told(theme, *d.said) else Phrase(("活动以", quoted(theme), "为主题"))
    )


def _where(d: Draft, a: View) -> Iterable[object]:
    place, organiser = a.template_value("place"), a.template_value("organiser")
    if place and not named(place, d.practice):
        yield Phrase(("地点在", place))
    ours = (*d.entries("actors"), *d.around.ours)
    if organiser and not named(organiser, d.practice, *ours):
        yield Phrase(("由", organiser, "组织"))


def _who(d: Draft, a: View) -> Iterable[object]:
    others = unsaid(entries_of(a, "co_organisers"), d.practice, d.entries("partners"))
    if others:
        yield Phrase((row(others), "协办"))
    sponsors = entries_of(a, "sponsors")
    if sponsors:
        yield Phrase((row(sponsors), "提供支持"))
    shares = views_of(a, "participants")
    counts = [share.template_value("count") for share in shares]
    if shares and counts != [d.value("reached")]:
        yield Phrase((row(map(_share, shares)), "参加"))


def _share(share: View) -> Phrase:
    return Phrase((share.template_value("group"), share.template_value("count") or ""))
