"""Which facts that a record keeps once are told with which measure or activity.

Leading groups, contracts, aid and the like belong to no measure in a record. A text tells them
where the measure is told that they are part of, and a gift where its handing over is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from summarykit.compose.outline.items import Hosted, Item, Material, entities_of
from summarykit.compose.views import Missing, View
from summarykit.compose.work.giving import gifts_of
from summarykit.model.events import Donation
from summarykit.model.kinds import MeasureKind
from summarykit.model.plan import Contract, Measure

HOSTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "leading_groups": ("leading_group",),
        "lines": ("leading_group",),
        "areas": ("zone_contracting",),
        "chains": ("zone_contracting",),
        "contracts": ("responsibility_contract",),
        "aid": ("financial_aid",),
        "donations": ("social_mobilisation", "fundraising"),
    }
)
"""The kinds of measure that such facts are told with, the fittest first."""
_HOME_OF_AID: Final = "programmes.student_aid"
_PROMISE: Final = "承诺书"
_MARKS: Final = str.maketrans("", "", "“”《》")

Found = defaultdict[str, dict[str, tuple[View, ...]]]


def hosted_by_measures(
    measures: Sequence[Item], material: Material, given: set[str]
) -> Mapping[str, Hosted]:
    """Return the facts that are told with a measure, by the reference of the measure.

    A measure that is told in one line has no room for them, and what was `given` at an activity
    is told there.
    """
    found: Found = defaultdict(dict)
    able = [m for m in measures if not material.is_line(m.entity)]
    events = [(item.entity, event) for item in able for event in item.events]
    for measure, event in events:
        for view in _gifts(event, material):
            _add(found, measure, "donations", view)
    told = given | refs_of(found)
    for name in HOSTS:
        for view in facts_called(name, material):
            host = None if view.ref in told else _host(view, name, able)
            if host is not None:
                _add(found, host.entity, name, view)
    _add_slogans(found, able, material)
    return found


def _add_slogans(found: Found, measures: Sequence[Item], material: Material) -> None:
    for slogan in material.entries("slogans"):
        host = next((m for m in measures if _is_named(m, slogan, material)), None)
        if host is not None:
            _add(found, host.entity, "slogans", slogan)


def hosted_by_activities(
    activities: Iterable[View], material: Material
) -> Mapping[str, Hosted]:
    """Return the donations that are told with the activity where they were made."""
    found: Found = defaultdict(dict)
    for activity in activities:
        for view in () if material.is_line(activity) else _gifts(activity, material):
            if view.ref not in refs_of(found):
                _add(found, activity, "donations", view)
    return found


def facts_called(name: str, material: Material) -> tuple[View, ...]:
    """Return the facts of a record that are kept under a name: leading groups, aid."""
    if name in material.lists:
        return material.entries(name)
    duties = material.duties
    return () if isinstance(duties, Missing) else entities_of(duties.template_value(name))


def refs_of(hosted: Mapping[str, Hosted]) -> set[str]:
    """Return the references of all facts that are told with something."""
    return {view.ref for own in hosted.values() for views in own.values() for view in views}


def _gifts(activity: View, material: Material) -> tuple[View, ...]:
    return gifts_of(activity, material.entries("donations"))


def _add(found: Found, host: View, name: str, view: View) -> None:
    own = found[host.ref]
    if view not in own.get(name, ()):
        own[name] = (*own.get(name, ()), view)


def _host(view: View, name: str, measures: Sequence[Item]) -> Item | None:
    """Return the measure that tells a fact: its own, else the first of the fittest kind."""
    entity = view.entity
    if isinstance(entity, Donation):
        raised = next((item for item in measures if _raised(item, entity)), None)
        if raised is not None:
            return raised
    kinds = HOSTS[name]
    if isinstance(entity, Contract) and entity.name.endswith(_PROMISE):
        kinds = ("parent_commitment", *kinds)
    for kind in kinds:
        fit = [item for item in measures if item.phrase == ("measures", kind)]
        at_home = [item for item in fit if name == "aid" and item.home == _HOME_OF_AID]
        if fit:
            return (at_home or fit)[0]
    return None


def _raised(item: Item, donation: Donation) -> bool:
    """Return whether a donation was raised on the day of a collection: it is part of it."""
    measure = item.entity.entity
    if not isinstance(measure, Measure) or measure.kind is not MeasureKind.FUNDRAISING:
        return False
    return donation.date is not None and measure.date == donation.date


def _is_named(item: Item, slogan: View, material: Material) -> bool:
    """Return whether a measure is called like a slogan: “五自”教育 and 五自教育."""
    home = material.home_of(slogan)
    if home and item.home != home:
        return False
    one, other = (_bare(view.template_value("name")) for view in (item.entity, slogan))
    return bool(one and other) and (one in other or other in one)


def _bare(name: object) -> str:
    return str(name).translate(_MARKS) if name else ""
