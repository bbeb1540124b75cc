"""Which measures, activities and other entries are items of 主要措施, in the order they stand.

Leading groups, contracts, aid and the like are kept once in a record. They are told with the
measure they belong to where there is one, and as items of their own where there is none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.compose.happened import twins
from summarykit.compose.items import (
    Hosted,
    Hosts,
    Item,
    Material,
    Planning,
    entities_of,
    is_planned,
    measures_of,
)
from summarykit.compose.views import Missing, View
from summarykit.model.kinds import MeasureGroup
from summarykit.model.plan import Measure
from summarykit.packs import Phrase

_HOSTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
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
_LINES: Final = ("lines", "areas", "chains")
_OF_DUTIES: Final = ("leading_groups", *_LINES, "contracts")
_HOME_OF_AID: Final = "programmes.student_aid"
_HOME_OF_VISITS: Final = "programmes.home_visits"
_G = MeasureGroup
_GROUPS: Final = MappingProxyType({group.value: group for group in MeasureGroup})


def collected(material: Material) -> tuple[Item, ...]:
    """Return the items in the order of the domain: by group, measures before what is beside."""
    measures = tuple(_measures(material))
    hosted = _hosting(measures, material)
    told = [replace(m, hosts=Hosts(hosted.get(m.entity.ref, {}))) for m in measures]
    found = [item for item in told if not item.is_bare or is_planned(item.entity)]
    if material.planning is not Planning.PLANNED or material.is_plan:
        done = {
            name: {v.ref for v in views} for h in hosted.values() for name, views in h.items()
        }
        found += _beside(material, done)
    found += _activities(material, {event.ref for item in found for event in item.events})
    order = {group: place for place, group in enumerate(MeasureGroup)}
    return tuple(sorted(found, key=lambda item: order[item.group]))


def _refs(hosted: Iterable[Hosted]) -> Mapping[str, set[str]]:
    refs: dict[str, set[str]] = defaultdict(set)
    for own in hosted:
        for name, views in own.items():
            refs[name].update(view.ref for view in views)
    return refs


def _measures(material: Material) -> Iterator[Item]:
    activities = material.entries("activities")
    kinds = material.terms["twins"]
    for programme in material.programmes:
        for view in measures_of(programme):
            measure = view.entity
            if isinstance(measure, Measure) and material.planning.tells(view):
                yield Item(
                    entity=view,
                    role="measure",
                    title=view.template_value("name") or view.template_value("kind"),
                    template=f"measures/{measure.kind.value}.md.j2",
                    group=measure.kind.group,
                    phrase=("measures", measure.kind.value),
                    home=programme.ref,
                    events=twins(view, activities, kinds),
                )


def _hosting(measures: Sequence[Item], material: Material) -> Mapping[str, Hosted]:
    """Return the facts that are told with a measure, by the reference of the measure."""
    found: dict[str, dict[str, tuple[View, ...]]] = defaultdict(dict)
    able = [m for m in measures if not material.is_line(m.entity)]
    for name, kinds in _HOSTS.items():
        views = _facts(material, name)
        host = _host(able, kinds, _HOME_OF_AID if name == "aid" else "")
        if views and host is not None:
            found[host.entity.ref][name] = views
    for slogan in material.entries("slogans"):
        host = next((m for m in able if _is_named(m, slogan)), None)
        if host is not None:
            own = found[host.entity.ref]
            own["slogans"] = (*own.get("slogans", ()), slogan)
    return found


def _facts(material: Material, name: str) -> tuple[View, ...]:
    if name in material.lists:
        return material.entries(name)
    duties = material.duties
    return () if isinstance(duties, Missing) else entities_of(duties.template_value(name))


def _host(measures: Sequence[Item], kinds: Iterable[str], home: str) -> Item | None:
    """Return the measure that tells some facts: the first of the fittest kind."""
    for kind in kinds:
        fit = [item for item in measures if item.phrase == ("measures", kind)]
        at_home = [item for item in fit if item.home == home]
        if fit:
            return (at_home or fit)[0]
    return None


def _is_named(item: Item, slogan: View) -> bool:
    """Return whether a measure is called like a slogan: “五自”教育 and 五自教育."""
    one, other = (_bare(view.template_value("name")) for view in (item.entity, slogan))
    return bool(one and other) and (one in other or other in one)


def _bare(name: object) -> str:
    return str(name).translate(_MARKS) if name else ""


_MARKS: Final = str.maketrans("", "", "“”《》")


def _beside(material: Material, done: Mapping[str, set[str]]) -> Iterator[Item]:
    """Yield what no measure tells: duties, aid, donations, rounds of visits, rules, slogans."""
    yield from _duties(material, done)
    yield from _visits(material)
    if "aid" not in done:
        yield from _together(material, "aid", _G.SUPPORT)
    if "donations" not in done:
        for view in material.entries("donations"):
            donor = view.template_value("donor")
            title = Phrase((donor, material.title("donation")))
            yield _alone(material, view, "donation", (_G.SUPPORT, title))
    yield from _together(material, "rules", _G.LAW_SAFETY)
    for view in material.entries("slogans"):
        if view.ref not in done.get("slogans", ()):
            visits = str(view.template_value("name")).endswith("访")
            place = (_G.HOME_SCHOOL if visits else _G.CARE, _slogan_title(view, material))
            yield _alone(material, view, "slogan", place)


def _slogan_title(view: View, material: Material) -> Phrase:
    name, ending = view.template_value("name"), material.title("slogan")
    is_marked = str(name)[:1] in "“《"
    return Phrase((name, ending) if is_marked else ("“", name, "”", ending))


def _alone(
    material: Material, view: View, role: str, place: tuple[MeasureGroup, object]
) -> Item:
    group, title = place
    template, phrase = f"items/{role}.md.j2", ("headings", role)
    return Item(view, role, title, template, group, phrase, material.home_of(view))


def _joint(
    material: Material, role: str, group: MeasureGroup, views: tuple[View, ...], home: str = ""
) -> Item:
    """Return several entities as one item."""
    template, phrase = f"items/{role}.md.j2", ("headings", role)
    title = material.title(role)
    return Item(views[0], role, title, template, group, phrase, home, views)


def _together(material: Material, name: str, group: MeasureGroup) -> Iterator[Item]:
    """Yield the entries of a list as one item, or as one for each programme."""
    homes: dict[str, list[View]] = defaultdict(list)
    several = len(material.programmes) > 1
    for view in material.entries(name):
        homes[material.home_of(view) if several else ""].append(view)
    for home, views in homes.items():
        yield _joint(material, name, group, tuple(views), home)


def _duties(material: Material, done: Mapping[str, set[str]]) -> Iterator[Item]:
    left = {name: _facts(material, name) for name in _OF_DUTIES if name not in done}
    for name in ("leading_groups", "contracts"):
        if left.get(name):
            yield _joint(material, name, _G.ORGANISATION, left[name])
    shared = {name: left[name] for name in _LINES if left.get(name)}
    if shared:
        views = tuple(view for views in shared.values() for view in views)
        yield replace(_joint(material, "duties", _G.ORGANISATION, views), hosts=Hosts(shared))


def _visits(material: Material) -> Iterator[Item]:
    visits = material.visits
    if isinstance(visits, Missing):
        return
    home = next((p.ref for p in material.programmes if p.ref == _HOME_OF_VISITS), "")
    for view in entities_of(visits.template_value("campaigns")):
        place = (_G.HOME_SCHOOL, view.template_value("name"))
        yield replace(_alone(material, view, "campaign", place), home=home)
    singles = entities_of(visits.template_value("visits"))
    if singles:
        yield _joint(material, "visits", _G.HOME_SCHOOL, singles, home)


def _activities(material: Material, told: set[str]) -> Iterator[Item]:
    for view in material.entries("activities"):
        if view.ref in told or not material.planning.tells(view):
            continue
        kind = str(view.template_value("kind").template_value("key"))  # type: ignore[attr-defined]  # a choice
        group = _GROUPS[str(material.terms["activity_groups"][kind])]
        item = _alone(material, view, "activity", (group, view.template_value("name")))
        yield replace(item, phrase=("activity_headings", group.value))
