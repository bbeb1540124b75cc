"""Aid and donations, gathered as a paragraph tells them."""

from collections.abc import Iterable
from typing import Final

from summarykit.compose.planning import is_planned
from summarykit.compose.views import Missing, Names, View
from summarykit.model.events import Activity, Aid, Donation
from summarykit.model.vocabulary import ActivityKind, AidKind

_K = AidKind
AID_ORDER: Final[tuple[tuple[str, tuple[AidKind, ...]], ...]] = (
    ("spared", (_K.WAIVED, _K.TEXTBOOKS, _K.REDUCED, _K.DEFERRED)),
    ("granted", (_K.LIVING_ALLOWANCE, _K.BOARDING, _K.MEALS, _K.TRANSPORT)),
    ("given", (_K.SCHOLARSHIP, _K.CASH, _K.IN_KIND)),
    ("insured", (_K.INSURANCE,)),
)
"""免, 减, 缓 first, then 补, 奖助 and insurance: the order in which such paragraphs go."""
_FEW: Final = 3
"""So many kinds of aid need no words that divide them."""


def aid_by_kind(entries: Iterable[View]) -> Names:
    """Return aid in `groups`, each with its `id` and `entries`; `headed` says to name them.

    `policy` is the link of the document that all aid of the record with a basis rests on, if
    it is one; else each entry names its own.
    """
    listed = tuple(entries)
    groups = [
        Names({"id": name, "entries": tuple(found)})
        for name, kinds in AID_ORDER
        if (found := [view for kind in kinds for view in listed if _kind(view) is kind])
    ]
    links = {str(view.policy): view.policy for view in listed if view.policy}
    shared = next(iter(links.values())) if len(links) == 1 else Missing("aid.policy")
    headed = len(groups) > 1 and len(listed) > _FEW
    return Names({"groups": tuple(groups), "headed": headed, "policy": shared})


def _kind(view: View) -> AidKind | None:
    return view.entity.kind if isinstance(view.entity, Aid) else None


def is_bare_aid(aid: View) -> bool:
    """Return whether aid has no figures: its name, and a remark at most."""
    return not any((aid.beneficiaries, aid.per_head, aid.amount, aid.of_whom))


def gifts_of(activity: View, donations: Iterable[View]) -> tuple[View, ...]:
    """Return the donations that were made at an activity: it is told once.

    The giver is one of those who organised or supported it, or is named by it, and the dates
    agree where both have one.
    """
    event = activity.entity
    if not isinstance(event, Activity) or event.kind is not ActivityKind.DONATION:
        return ()
    if is_planned(event):
        return ()
    return tuple(view for view in donations if _is_made_at(view.entity, event))


def _is_made_at(donation: object, event: Activity) -> bool:
    if not isinstance(donation, Donation):
        return False
    there = (event.name, event.organiser or "", *event.co_organisers, *event.sponsors)
    if not any(donation.donor in words for words in there):
        return False
    if donation.date is None or event.date is None:
        return True
    one, other = str(donation.date), str(event.date)
    return one.startswith(other) or other.startswith(one)
