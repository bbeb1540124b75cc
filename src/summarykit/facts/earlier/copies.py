"""Texts of a record that stand, word for word or nearly so, in that of the period before."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message, of_previous
from summarykit.facts.survey import Survey
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Visit, VisitCampaign
from summarykit.model.outcome import Case, Difficulty, NextStep, Result
from summarykit.model.plan import Goal, Measure
from summarykit.model.record import Attachment, Programme

LEAST_LENGTH: Final = 20
"""A shorter text is a name or a stock phrase that any year may share."""
LEAST_SHARE: Final = 0.8
"""Of a text, so many of its characters stand in runs that the earlier texts have, too."""
RUN: Final = 7
"""So many characters in a row are found again: 建立留守儿童档案 and its like are shorter."""
_PLENTY: Final = 100

_TEXTS: Final[Mapping[type[Entity], tuple[str, ...]]] = MappingProxyType(
    {
        Programme: ("background", "insights", "closing"),
        Goal: ("text", "items"),
        Measure: ("practice", "effect", "purpose", "contents", "steps"),
        Activity: ("outcome", "quote", "contents"),
        VisitCampaign: ("contents", "findings"),
        Visit: ("trigger", "findings", "advice", "outcome"),
        Result: ("text",),
        Difficulty: ("text", "cause", "consequence"),
        NextStep: ("action",),
        Case: ("situation", "problem", "steps", "outcome", "quote"),
        Attachment: ("text", "note"),
    }
)
"""What is written about a period. Names, definitions, rules and duties may stay as they are."""
_FIGURES: Final = re.compile(r"[0-9〇零一二三四五六七八九十百千两]+")
_SIGNS: Final = re.compile(r"[\W_]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d|[一二]学期|[春秋]季")


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    bare: str
    path: Path


def copies(now: Survey, before: Survey) -> Iterator[Finding]:
    """Yield a warning for each text that is nearly one of the period before, and each title.

    Figures do not count, so that a text in which only they are new is a copy, too. A title is
    one if it is the same to the letter and says a year. Each run of characters is looked up
    once: the time is linear in both records.
    """
    earlier = _Earlier(_texts(before))
    for text in _texts(now):
        share, path = earlier.share_of(text)
        if share >= LEAST_SHARE:
            yield _copied(text.words, text.path, path, share)
    yield from _titles(now, before)


def _texts(found: Survey) -> Iterator[_Text]:
    for kind, names in _TEXTS.items():
        for path, entity in found.of(kind):
            for name in names:
                yield from _of_field(getattr(entity, name), (*path, name))


def _of_field(value: str | tuple[str, ...] | None, path: Path) -> Iterator[_Text]:
    words = value if isinstance(value, str) else "".join(value or ())
    bare = _FIGURES.sub("0", _SIGNS.sub("", words))
    if len(bare) >= LEAST_LENGTH:
        yield _Text(words, bare, path)


class _Earlier:
    """The runs of characters of the earlier texts, each with the first text that has it."""

    def __init__(self, texts: Iterable[_Text]) -> None:
        self._whole: dict[str, Path] = {}
        self._runs: dict[str, Path] = {}
        for text in texts:
            self._whole.setdefault(text.bare, text.path)
            for run in _runs(text.bare):
                self._runs.setdefault(run, text.path)

    def share_of(self, text: _Text) -> tuple[float, Path]:
        """Return how much of a text is found again, and in which text most of it."""
        same = self._whole.get(text.bare)
        if same is not None:
            return 1.0, same
        covered, homes = 0, Counter[Path]()
        end = 0
        for at, run in enumerate(_runs(text.bare)):
            home = self._runs.get(run)
            if home is not None:
                covered += at + RUN - max(at, end)
                end = at + RUN
                homes[home] += 1
        best = homes.most_common(1)
        return (covered / len(text.bare), best[0][0]) if best else (0.0, ())


def _runs(text: str) -> Iterator[str]:
    return (text[at : at + RUN] for at in range(len(text) - RUN + 1))


def _titles(now: Survey, before: Survey) -> Iterator[Finding]:
    known = {one.title: path for path, one in before.of(Programme) if one.title}
    for path, one in now.of(Programme):
        if one.title in known and _YEAR.search(one.title or ""):
            places = (*path, "title"), (*known[one.title], "title")
            yield _copied(str(one.title), *places, 1.0)


def _copied(words: str, path: Path, before: Path, share: float) -> Finding:
    return Finding(
        Severity.WARNING,
        Code.TEXT_COPIED,
        message(
            "{share}% of these {count} characters stand in {place}",
            share=int(share * _PLENTY),
            count=len(words),
            place=Place(path=of_previous(before)),
        ),
        Place(path=path),
        message("tell what was done and reached in this period"),
    )
