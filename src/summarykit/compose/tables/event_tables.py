"""Lists of what took place and what is to be done, as tables: 一览表, 统计表, 名册."""

from collections.abc import Iterable
from typing import Final, cast

from summarykit.compose.language.matching import told
from summarykit.compose.language.phrasing import months
from summarykit.compose.language.spans import span
from summarykit.compose.situation.rates import share_of
from summarykit.compose.tables.listing import Field, listing
from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.document.nodes import Align, Table
from summarykit.model.values import PartialDate
from summarykit.model.vocabulary import MeasureStatus
from summarykit.packs import Phrase
from summarykit.packs.templates.filters import joined, present

AS_ABOVE: Final = "同上"
"""What a cell says that repeats the one above it."""
_LEAST_ROW: Final = 1


def activity_table(entries: Iterable[View], caption: object = "主要活动一览表") -> Table | None:
    """Return time, name, place, organisers, participants and times of what was held."""
    held = [e for e in entries if e.status != MeasureStatus.PLANNED.value]
    return listing(_in_time(held), _ACTIVITY, caption, _LEAST_ROW)


def _in_time(entries: Iterable[View]) -> list[View]:
    """Return entries by their dates, those that have none behind the others."""
    return sorted(entries, key=lambda entry: _day(entry.date))


def _day(date: object) -> tuple[int, ...]:
    match date:
        case Shown(value=PartialDate(year=int(year)) as day):
            return (0, year, day.month or 0, day.day or 0)
        case _:
            return (1,)


def _when(activity: View) -> object:
    time = (
        months(activity.date, activity.end)
        if activity.recurrence and activity.end
        else span(activity.date, activity.end)
    )
    return _row("，", time, activity.recurrence)


def _event(activity: View) -> object:
    if not activity.theme:
        return activity.name
    return Phrase([activity.name, "（主题：", activity.theme, "）"])


def _organisers(activity: View) -> object:
    partners = _list(activity.co_organisers)
    return _row("；", activity.organiser, Phrase(["协办：", partners]) if partners else "")


def _shares(entry: View) -> object:
    groups = [
        Phrase([g.group, g.count or ""]) for g in cast("tuple[View, ...]", entry.participants)
    ]
    return joined(groups)


_ACTIVITY: Final = (
    Field[View]("时间", _when, 1.4),
    Field[View]("活动名称", _event, 1.8),
    Field[View]("地点", lambda a: a.place),
    Field[View]("组织者", _organisers, 1.4),
    Field[View]("参加对象", _shares, 1.6),
    Field[View]("次数", lambda a: a.count, 0.8),
)


class _Round:
    """One row of the home visits: a campaign and a group, `first` of its campaign or not."""

    def __init__(self, campaign: View, coverage: View | None, *, first: bool) -> None:
        self.campaign = campaign
        self.coverage = coverage
        self.first = first

    def of_campaign(self, value: object) -> object:
        """Return a value of the campaign, which is said once."""
        return value if self.first or not value else AS_ABOVE

    def of_group(self, name: str) -> object:
        """Return a value of the group."""
        return getattr(self.coverage, name) if self.coverage else ""

    def rate(self) -> object:
        """Return the coverage: as stated, else from the counts."""
        group = self.coverage
        return "" if group is None else group.rate or share_of(group.visited, group.total)


def visit_table(entries: Iterable[View], caption: object = "家访情况统计表") -> Table | None:
    """Return the campaigns of home visits, one row a group that was visited."""
    return listing(_rounds(entries), _VISITS, caption, _LEAST_ROW)


def _rounds(campaigns: Iterable[View]) -> Iterable[_Round]:
    for campaign in campaigns:
        groups = list(cast("ShownList", campaign.coverage)) or [None]
        for index, group in enumerate(groups):
            yield _Round(campaign, cast("View | None", group), first=index == 0)


_VISITS: Final = (
    Field[_Round]("家访活动", lambda r: r.campaign.name, 1.6),
    Field[_Round](
        "起止时间", lambda r: r.of_campaign(span(r.campaign.start, r.campaign.end)), 1.4
    ),
    Field[_Round]("家访人员", lambda r: r.of_campaign(r.campaign.visitors), 1.2),
    Field[_Round]("家访教师", lambda r: _once(r, "visitor_count"), 0.8, is_figure=True),
    Field[_Round]("走访家庭", lambda r: _once(r, "households"), 0.8, is_figure=True),
    Field[_Round]("方式", lambda r: r.of_campaign(_list(r.campaign.modes)), 1.2),
    Field[_Round]("对象", lambda r: r.of_group("group"), 1.2),
    Field[_Round]("应访", lambda r: r.of_group("total"), 0.8, is_figure=True),
    Field[_Round]("已访", lambda r: r.of_group("visited"), 0.8, is_figure=True),
    Field[_Round]("覆盖率", _Round.rate, 0.8),
)


def _once(row: _Round, name: str) -> object:
    """Return a count of a campaign in its first row: a count that is repeated looks added."""
    return getattr(row.campaign, name) if row.first else Missing(row.campaign.ref)


def aid_table(entries: Iterable[View], caption: object = "学生资助情况表") -> Table | None:
    """Return what families were given: item, beneficiaries, standard, amount, of whom, note.

    Beneficiaries are not added up, for one pupil may have several kinds of aid.
    """
    return listing(entries, _AID, caption)


def _of_whom(aid: View) -> object:
    shares = cast("tuple[View, ...]", aid.of_whom)
    return joined([Phrase([s.group, s.count or "", s.amount or ""]) for s in shares], "，")


_AID: Final = (
    Field[View]("资助项目", lambda a: a.name or a.kind, 1.8),
    Field[View]("受益人数", lambda a: a.beneficiaries, is_figure=True),
    Field[View]("标准", lambda a: a.per_head, 1.2),
    Field[View]("金额", lambda a: a.amount, is_added=True),
    Field[View]("其中", _of_whom, 1.6),
    Field[View]("说明", lambda a: a.note, 1.4, align=Align.LEFT),
)


def donation_table(entries: Iterable[View], caption: object = "社会捐赠一览表") -> Table | None:
    """Return what others gave: when, who, money, goods, what for, what of it was spent."""
    return listing(_in_time(entries), _DONATION, caption, _LEAST_ROW)


_DONATION: Final = (
    Field[View]("时间", lambda d: d.date, 1.2),
    Field[View]("捐赠方", lambda d: d.donor, 1.4),
    Field[View]("捐款", lambda d: d.amount, is_added=True),
    Field[View]("物资", lambda d: _list(d.goods), 1.4),
    Field[View]("纳入基金", lambda d: d.fund, 1.4),
    Field[View]("用途", lambda d: d.use, 1.6, align=Align.LEFT),
    Field[View]("已支出", lambda d: d.spent, is_added=True),
    Field[View]("受益人数", lambda d: d.beneficiaries),
)


def measure_table(entries: Iterable[View], caption: object = "主要措施一览表") -> Table | None:
    """Return what was done: name, who, for whom, how often, how much; no plans."""
    done = [e for e in entries if e.status != MeasureStatus.PLANNED.value]
    return listing(done, _MEASURE, caption)


def _amounts(measure: View) -> object:
    heads = (("pairs", "结对"), ("reached", "覆盖"), ("count", "共"))
    told_ = ((word, getattr(measure, name)) for name, word in heads)
    return joined([Phrase([word, value]) for word, value in told_ if value], "，")


_MEASURE: Final = (
    Field[View]("措施", lambda m: m.name or m.kind, 1.8),
    Field[View]("负责人", lambda m: m.responsible),
    Field[View]("实施者", lambda m: _list(m.actors), 1.2),
    Field[View]("对象", lambda m: m.target or m.cohort),
    Field[View]("频次", lambda m: m.frequency, 1.2),
    Field[View]("数量", _amounts),
)


def step_table(
    entries: Iterable[View], find: object = None, caption: object = "下一步工作任务清单"
) -> Table | None:
    """Return what is to be done next: task, who, by when, against which difficulty.

    `find` gives the view that a link names.
    """

    def against(step: View) -> object:
        links = cast("ShownList", step.answers)
        named = (find(link) for link in links) if callable(find) else ()
        found = [d.text or d.kind for d in named if isinstance(d, View)]
        return joined(found, "；")

    answered: Field[View] = Field("针对的问题", against, 1.6, align=Align.LEFT)
    fields = (
        Field[View]("任务", lambda s: s.action, 2.0, align=Align.LEFT),
        answered,
        Field[View]("责任人", lambda s: s.actor),
        Field[View]("完成时限", lambda s: s.by),
        Field[View]("提请支持", lambda s: s.appeal_to),
    )
    return listing(entries, fields, caption, _LEAST_ROW)


def duty_table(entries: Iterable[View], caption: object = "工作责任分工表") -> Table | None:
    """Return who answers for which area and line of work."""
    return listing(entries, _DUTY, caption, _LEAST_ROW)


_DUTY: Final = (
    Field[View]("片区或工作", lambda d: _either(d, "area", "line"), 1.2),
    Field[View]("责任人", lambda d: d.holder, 1.2),
    Field[View]("职责", lambda d: d.duty, 2.0, align=Align.LEFT),
)


def pupil_table(entries: Iterable[View], caption: object = "学生名册") -> Table | None:
    """Return the pupils by their aliases; only those inside may see it."""
    return listing(entries, _PUPIL, caption, _LEAST_ROW)


def _class(pupil: View) -> object:
    return Missing(pupil.ref) if told(pupil.class_name, pupil.grade) else pupil.class_name


_PUPIL: Final = (
    Field[View]("化名", lambda p: p.alias),
    Field[View]("性别", lambda p: p.gender),
    Field[View]("年级", lambda p: p.grade),
    Field[View]("班级", _class),
)


def _either(entry: View, *names: str) -> object:
    known = (getattr(entry, n) for n in names if n in entry.template_names)
    return next((value for value in known if value), Missing(entry.ref))


def _list(values: object) -> object:
    return joined(tuple(values)) if isinstance(values, ShownList) else ""


def _row(mark: str, *values: object) -> object:
    return joined(present(values), mark)
