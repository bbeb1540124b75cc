"""Which measures, activities and other entries are items of 主要措施, in the order they stand.

What a record keeps once is told with the measure it belongs to where there is one (`hosting`),
and as an item of its own where there is none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from summarykit.compose.outline.happened import twins
from summarykit.compose.outline.hosting import (
    facts_called,
    hosted_by_activities,
    hosted_by_measures,
    refs_of,
)
from summarykit.compose.outline.items import (
    Hosted,
    Hosts,
    Item,
    Material,
    Planning,
    entities_of,
    has_words,
    is_wordless,
    measures_of,
)
from summarykit.compose.planning import is_planned
from summarykit.compose.views import Missing, View
from summarykit.compose.work.dated import in_date_order
from summarykit.model.added import AddedMeasure, AnyMeasure
from summarykit.model.events import Activity
from summarykit.model.kinds import MeasureGroup, MeasureKind
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import MeasureStatus
from summarykit.packs import Phrase

_DUTY_ROLES: Final = ("lines", "areas", "chains")
_HOME_OF_VISITS: Final = "programmes.home_visits"
_G = MeasureGroup
_GROUPS: Final = MappingProxyType({group.value: group for group in MeasureGroup})
_ORDER: Final = MappingProxyType({group: place for place, group in enumerate(MeasureGroup)})
_RANKS: Final[Mapping[tuple[MeasureGroup, str], int]] = MappingProxyType(
    {
        (_G.ORGANISATION, "leading_groups"): 0,
        (_G.ORGANISATION, MeasureKind.LEADING_GROUP.value): 0,
        (_G.ORGANISATION, "duties"): 1,
        (_G.ORGANISATION, MeasureKind.DEPLOYMENT_MEETING.value): 2,
        (_G.ORGANISATION, "activity"): 2,
        (_G.ORGANISATION, "measure"): 3,
        (_G.HOME_SCHOOL, "slogan"): 1,
        (_G.HOME_SCHOOL, "campaign"): 2,
        (_G.HOME_SCHOOL, "visits"): 3,
        (_G.HOME_SCHOOL, MeasureKind.HOME_VISIT.value): 0,
        (_G.HOME_SCHOOL, "measure"): 4,
    }
)
"""Who leads stands first, then who answers for what and the meeting that set the work going;
rounds of visits follow the rule of visiting, before what else joins home and school."""
_GENERAL: Final = "items/measure.md.j2"
_MEASURE_RANK: Final = 1
_LAST_RANK: Final = 5


def collected(material: Material) -> tuple[Item, ...]:
    """Return the items in the order of the domain: by group, measures before what is beside."""
    measures = tuple(_measures(material))
    events = {event.ref for item in measures for event in item.events}
    activities = [
        view
        for view in in_date_order(material.entries("activities"))
        if view.ref not in events and material.planning.tells(view)
    ]
    gifts = hosted_by_activities(activities, material)
    hosted = hosted_by_measures(measures, material, refs_of(gifts))
    told = [replace(m, hosts=Hosts(hosted.get(m.entity.ref, {}))) for m in measures]
    found = [item for item in told if not item.is_bare or _is_told_by_title(item.entity)]
    if material.planning is not Planning.PLANNED or material.is_plan:
        found += _beside(material, refs_of(hosted) | refs_of(gifts))
    found += _activities(activities, material, gifts)
    return tuple(sorted(found, key=lambda item: (_ORDER[item.group], _rank(item))))


def _is_told_by_title(measure: View) -> bool:
    """Return whether a title is told alone: of a plan, or where the record has no more.

    What was no more than a title in the source, too, and what has been left without words to
    keep to a length, is not told.
    """
    entity = measure.entity
    titled = getattr(entity, "status", None) is not MeasureStatus.HEADING_ONLY
    return is_planned(entity) or (titled and is_wordless(entity))


def _rank(item: Item) -> int:
    """Return the place of an item within its group; those of one rank keep their order."""
    kind = item.phrase[1] if item.role == "measure" else item.role
    usual = _MEASURE_RANK if item.role == "measure" else _LAST_RANK
    if item.role == "slogan" and not _is_on_visits(item.entity):
        return _LAST_RANK  # what is asked of families stands behind what the school does
    return _RANKS.get((item.group, kind), _RANKS.get((item.group, item.role), usual))


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
                    template=_template(measure.kind),
                    group=measure.kind.group,
                    phrase=("measures", measure.kind.value),
                    home=programme.ref,
                    events=twins(view, activities, kinds),
                )


def _template(kind: AnyMeasure) -> str | tuple[str, ...]:
    """Return the template of a kind; one that a pack adds may leave it to the general one."""
    own = f"measures/{kind.value}.md.j2"
    return (own, _GENERAL) if isinstance(kind, AddedMeasure) else own


def _beside(material: Material, done: set[str]) -> Iterator[Item]:
    """Yield what no measure tells: duties, aid, donations, rounds of visits, rules, slogans."""
    yield from _duties(material, done)
    yield from _visits(material)
    yield from _together(material, "aid", _G.SUPPORT, done)
    yield from _together(material, "donations", _G.SUPPORT, done)
    yield from _together(material, "rules", _G.LAW_SAFETY, done)
    for view in material.entries("slogans"):
        if view.ref not in done:
            group = _G.HOME_SCHOOL if _is_for_homes(view) else _G.CARE
            place = (group, _slogan_title(view, material))
            yield _alone(material, view, "slogan", place)


def _is_for_homes(slogan: View) -> bool:
    """Return whether a slogan is about visits, or asks something of families: 家长五个一."""
    fields = [str(slogan.template_value(field) or "") for field in ("name", "target")]
    asked = any(word in text for word in _FAMILY for text in fields)
    return asked or _is_on_visits(slogan)


def _is_on_visits(slogan: View) -> bool:
    return str(slogan.template_value("name")).endswith("访")


def _slogan_title(view: View, material: Material) -> Phrase:
    """Return the slogan in marks, with what it is: “五必访”要求, “五个一”活动."""
    name, ending = str(view.template_value("name")), material.title("slogan")
    own = any(name.endswith(word) for word in _SLOGANS)
    shown = view.template_value("name")
    return Phrase(
        (shown if name[:1] in "“《" else Phrase(("“", shown, "”")), "" if own else ending)
    )


_FAMILY: Final = ("家长", "监护人", "父母")
_SLOGANS: Final = ("要求", "目标", "教育", "活动", "工作", "行动", "制度")


def _alone(
    material: Material, view: View, role: str, place: tuple[MeasureGroup, object]
) -> Item:
    group, title = place
    template, phrase = f"items/{role}.md.j2", ("headings", role)
    return Item(view, role, title, template, group, phrase, material.home_of(view))


def _joint(
    material: Material, role: str, group: MeasureGroup, views: tuple[View, ...], home: str = ""
) -> Item:
    """Return several entities as one item; a leading group is called by its name.

    One of which nothing but the name is known has the name as its text.
    """
    template, phrase = f"items/{role}.md.j2", ("headings", role)
    single = role == "leading_groups" and len(views) == 1 and has_words(views[0])
    title = views[0].template_value("name") if single else material.title(role)
    return Item(views[0], role, title, template, group, phrase, home, views)


def _together(
    material: Material, name: str, group: MeasureGroup, done: set[str]
) -> Iterator[Item]:
    """Yield the entries of a list as one item, or as one for each programme.

    Those that are told in one line are items by themselves: each has its place in the line.
    """
    role = name.removesuffix("s") if name == "donations" else name
    homes: dict[str, list[View]] = defaultdict(list)
    several = len(material.programmes) > 1
    for view in facts_called(name, material):
        if view.ref in done:
            continue
        if _is_short(view, role, material):
            yield _alone(material, view, role, (group, _name_of(view, role, material)))
        else:
            homes[material.home_of(view) if several else ""].append(view)
    for home, views in homes.items():
        yield _joint(material, role, group, tuple(views), home)


def _is_short(view: View, role: str, material: Material) -> bool:
    return material.is_line(view) or (role == "donation" and _alone_bare(view, role, material))


def _alone_bare(view: View, role: str, material: Material) -> bool:
    return _alone(material, view, role, (_G.SUPPORT, "")).is_bare


def _name_of(view: View, role: str, material: Material) -> object:
    """Return the name of an entity that is told in a line; a kind where it has no name."""
    field = {"donation": "donor", "rules": "condition"}.get(role, "name")
    return view.template_value(field) or (
        view.template_value("kind") if role == "aid" else material.title(role)
    )


def _duties(material: Material, done: set[str]) -> Iterator[Item]:
    for name in ("leading_groups", "contracts"):
        yield from _together(material, name, _G.ORGANISATION, done)
    left = {name: _left(name, material, done) for name in _DUTY_ROLES}
    shared: Hosted = {name: views for name, views in left.items() if views}
    if shared:
        views = tuple(view for views in shared.values() for view in views)
        yield replace(_joint(material, "duties", _G.ORGANISATION, views), hosts=Hosts(shared))


def _left(name: str, material: Material, done: set[str]) -> tuple[View, ...]:
    return tuple(view for view in facts_called(name, material) if view.ref not in done)


def _visits(material: Material) -> Iterator[Item]:
    visits = material.visits
    if isinstance(visits, Missing):
        return
    home = next((p.ref for p in material.programmes if p.ref == _HOME_OF_VISITS), "")
    rounds = in_date_order(entities_of(visits.template_value("campaigns")), "start")
    for turn, view in enumerate(rounds):
        place = (_G.HOME_SCHOOL, view.template_value("name"))
        yield replace(_alone(material, view, "campaign", place), home=home, turn=turn)
    singles = entities_of(visits.template_value("visits"))
    if singles:
        yield _joint(material, "visits", _G.HOME_SCHOOL, singles, home)


def _activities(
    activities: Sequence[View], material: Material, gifts: Mapping[str, Hosted]
) -> Iterator[Item]:
    for turn, view in enumerate(activities):
        kind = _kind_of(view)
        group = _GROUPS[str(material.terms["activity_groups"][kind])]
        item = _alone(material, view, "activity", (group, view.template_value("name")))
        hosts = Hosts(gifts.get(view.ref, {}))
        yield replace(item, phrase=("activity_headings", kind), hosts=hosts, turn=turn)


def _kind_of(view: View) -> str:
    activity = view.entity
    if not isinstance(activity, Activity):
        msg = "an activity is needed"
        raise TypeError(msg)
    return activity.kind.value
