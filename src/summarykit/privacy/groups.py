"""Those whom a text names and an entry counts: helped, visited, paired, taking part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.entity import Entity
from summarykit.model.events import Activity, Aid, VisitCampaign
from summarykit.model.record import Programme
from summarykit.model.vocabulary import Cohort

_PART: Final = re.compile(
    "[一二三四五六七八九1-9]年级|[小初高][一二三]|[（(]?[一二三四五六七八九0-9]{1,2}[）)]?班|[大中小]班"
    "|[男女](?=[生孩童]|学生|$)|[\u4e00-\u9fff]{2}(?:村|社区|小学|中学|学校|教学点|幼儿园)"
)
"""What of a school or a place some are of; all others are of the whole."""


@dataclass(frozen=True, slots=True)
class Group:
    """Those whom one entry counts: where it stands, what it says of them, its counts."""

    path: Path
    entry: Entity
    words: str
    counts: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """Fields from which the counts could be told: an amount, a rate."""
    about: str = ""
    """What is said of all to whom the group belongs."""
    cohort: Cohort | None = None

    @property
    def is_part(self) -> bool:
        """Whether it is of one grade, class, village or gender only."""
        return _PART.search(self.words) is not None

    @property
    def whole(self) -> str:
        """What the group is a part of, by its words: 残疾学生 of 一年级的残疾学生."""
        return _PART.sub("", self.words).removeprefix("的")


def groups_of(record: YearRecord) -> Iterator[Group]:
    """Yield all groups that a record counts beside its population, with their places."""
    for index, aid in enumerate(record.aid):
        yield from _of_aid(("aid", index), aid)
    for index, donation in enumerate(record.donations):
        words = donation.recipients or ""
        yield Group(("donations", index), donation, words, ("beneficiaries",), ("amount",))
    for index, activity in enumerate(record.activities):
        yield from _taking_part(("activities", index, "participants"), activity)
    for index, campaign in enumerate(
        record.home_visits.campaigns if record.home_visits else ()
    ):
        yield from _visited(("home_visits", "campaigns", index, "coverage"), campaign)
    for index, rate in enumerate(record.indicators):
        words = f"{rate.scope or ''}{rate.name or ''}"
        counts = ("numerator", "denominator", "exempt")
        yield Group(("indicators", index), rate, words, counts, ("value",), "", rate.cohort)
    for kind, programme in record.programmes.items():
        yield from _of_programme(("programmes", kind.value), programme)


def _of_aid(path: Path, aid: Aid) -> Iterator[Group]:
    name = aid.name or ""
    yield Group(path, aid, name, ("beneficiaries",), ("amount",))
    for at, share in enumerate(aid.of_whom):
        place = (*path, "of_whom", at)
        yield Group(place, share, share.group, ("count",), ("amount",), name)


def _taking_part(path: Path, activity: Activity) -> Iterator[Group]:
    for at, one in enumerate(activity.participants):
        yield Group((*path, at), one, one.group, ("count",), (), activity.name)


def _visited(path: Path, campaign: VisitCampaign) -> Iterator[Group]:
    for at, one in enumerate(campaign.coverage):
        counts = ("visited", "total")
        yield Group((*path, at), one, one.group, counts, ("rate",), campaign.name)


def _of_programme(path: Path, programme: Programme) -> Iterator[Group]:
    for index, measure in enumerate(programme.measures):
        place, words = (*path, "measures", index), measure.target or ""
        counts = ("pairs", "reached")
        yield Group(place, measure, words, counts, ("amount",), "", measure.cohort)
    for index, one in enumerate(programme.difficulties):
        place = (*path, "difficulties", index)
        yield Group(place, one, "", ("affected",), (), "", one.cohort)
