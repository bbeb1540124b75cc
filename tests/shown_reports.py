"""For every key of reports, facts, kinds and readers, another value and what it changes.

A sign is something that a pack makes: it is that of the old value before a pack says another
one, and that of the new value afterwards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import summarykit as sk
import template_packs
from summarykit.compose import Audience, Composed, Extent, compose
from summarykit.diagnostics import SummaryError
from summarykit.document import Document, characters_of, plain
from summarykit.model.page import fields_page
from summarykit.packs import Length, Pack, load_pack
from summarykit.privacy.protecting import Protected, protected

BASE: Final[Mapping[str, str]] = {
    "kinds.toml": """\
[programmes.meals]
label = "营养改善"
about = "学校供餐"

[measures.sharing]
label = "食堂陪餐"
group = "care"
""",
    "audiences.toml": '[audiences.parents]\nname = "家长版"\n',
    "fields.toml": '[fields.canteens]\nname = "食堂"\nrequired = true\n',
    "reports/plan.toml": 'id = "plan"\nname = "计划"\ntitle = "计划"\n'
    'programmes = ["safety"]\n'
    'sections = [{id = "people", template = "sections/people.md.j2"}]\n',
    "reports/summary.toml": """\
id = "summary"
name = "工作"
title = "{{ organisation.name }}总结"
lengths = {short = 150}
sections = [
  {id = "opening", title = "开头", template = "sections/opening.md.j2"},
  {id = "work", title = "做法", template = "sections/measured.md.j2"},
  {id = "events", title = "活动", template = "sections/none.md.j2"},
  {id = "end", title = "结尾", template = "sections/end.md.j2"},
]
""",
    "sections/opening.md.j2": """\
{{ organisation.name }}。
{% for p in programmes %}
{{ p.label }}{% if p.background %}：{{ p.background }}{% endif %}。
{% endfor %}
{% for one in population %}{{ one.cohort }}{{ one.count }}。{% endfor %}
{% if fields.canteens %}食堂有{{ fields.canteens }}。{% endif %}
{% set first = total_of(population, terms.foremost.meals) %}
{% if first %}面向{{ first.count }}。{% endif %}
""",
    "sections/measured.md.j2": """\
{% for p in programmes %}{% for group in grouped(p.measures) %}
## {{ group.title }}

{% for m in group.measures %}
{{ at(m) }}
{{ m.kind }}{% if m.practice %}：{{ m.practice }}{% endif %}。

{% endfor %}
{% endfor %}{% endfor %}
小标题是{{ choose("heading", terms.measures.sharing) }}。
""",
    "sections/people.md.j2": """\
{{ organisation.name }}。
{% for one in assigned(record.people, record.responsibilities, programmes) %}
{{ one.who }}{{ one.part }}。
{% endfor %}
""",
    "sections/none.md.j2": "{% if slogans %}口号。{% endif %}\n",
    "sections/end.md.j2": "到此为止。\n",
    "sections/other.md.j2": "另写一段。\n",
}
"""The forebear: what of the plain pack is otherwise."""
_YES: Final = True
_MOST: Final = 160
_PRACTICE: Final = (
    "按照安排逐项落实到人，遇到情况随时处理，办完以后记录在册，交接的时候逐项说明"
)
_RECORD: Final[Mapping[str, Any]] = {
    "organisation": {"name": "青石小学", "level": "school"},
    "period": {"kind": "school_year"},
    "population": [
        {"id": "all", "cohort": "enrolled", "count": "612名"},
        {"id": "left", "cohort": "left_behind", "count": "87名"},
        {"id": "boarding", "cohort": "boarding", "count": "45名"},
    ],
    "people": [{"id": "head", "name": "周明远", "role": "负责营养餐"}],
    "extra": [{"name": "食堂", "value": "两处"}],
    "programmes": {
        "meals": {
            "background": "学校新建了食堂",
            "measures": [
                {"id": "m1", "kind": "sharing", "practice": f"{_PRACTICE}甲"},
                {"id": "m2", "kind": "heart_talk", "practice": f"{_PRACTICE}乙"},
            ],
        },
        "safety": {"background": "学校临近公路"},
    },
}


@dataclass(frozen=True)
class Made:
    """What the pack in a folder makes; each is made when it is looked at."""

    folder: Path

    @property
    def pack(self) -> Pack:
        """The pack."""
        return template_packs.ready(load_pack(str(self.folder)))

    @cache  # noqa: B019 - as long as the tests of a module
    def composed(self, report: str = "summary", length: str = "long") -> Composed:
        """Return what a report makes of the record, at a length."""
        record = sk.parse_record(_RECORD, pack=self.pack)
        return compose(record, self.pack, report, Audience.INTERNAL, Extent(Length(length)))

    def document(self, length: str = "long") -> Document:
        """Return the document."""
        made = self.composed("summary", length).document
        assert made is not None
        return made

    def text(self, length: str = "long") -> str:
        """Return all that the document says."""
        return template_packs.all_text(self.document(length))

    def codes(self, *names: str) -> set[str]:
        """Return which of some findings there are."""
        return {f"{f.severity.value} {f.code.value}" for f in self.composed().findings} & {
            *names
        }

    def reads(self, **changed: object) -> bool:
        """Return whether a record is read for the pack."""
        try:
            sk.parse_record({**_RECORD, **changed}, pack=self.pack)
        except SummaryError:
            return False
        return True


@dataclass(frozen=True, eq=False)
class Shown:
    """A key, what an heir says for it, and the sign that it has."""

    key: str
    """As it is asked for."""
    file: str
    head: str
    """What stands before it in the heir's file, such as the head of its table."""
    value: object
    sign: Callable[[Made], object]
    before: object
    after: object
    was: object = None
    """What the forebear has, also where it says nothing."""


def _reported(key: str, value: object, sign: Callable[[Made], object], *signs: object) -> Shown:
    before, after, *was = signs
    head = "[lengths]\n" if key.startswith("lengths.") else ""
    if key.startswith("sections."):
        head = f'[[sections]]\nid = "{key.split(".")[1]}"\n'
    file = "reports/summary.toml"
    return Shown(f"reports.summary.{key}", file, head, value, sign, before, after, *was)


def _says(*words: str, length: str = "long") -> Callable[[Made], object]:
    return lambda made: [word in made.text(length) for word in words]


def _order(made: Made) -> str:
    """Return the first characters of the sections, in order."""
    places = {name: made.text().find(name) for name in ("开头", "做法", "结尾")}
    return "".join(
        name[0] for name in sorted(places, key=lambda n: places[n]) if places[name] >= 0
    )


def _found_as(made: Made) -> list[bool]:
    """Return under which names the report is found."""
    return [
        name in {spec.name for spec in made.pack.reports.values()} for name in ("工作", "全年")
    ]


def _told(made: Made) -> list[bool]:
    """Return which of two measures a short document tells of."""
    return [f"逐项说明{turn}" in made.text("short") for turn in "甲乙"]


def _is_within(made: Made) -> list[bool]:
    return [characters_of(made.document()) <= _MOST]


def _is_short(made: Made) -> list[bool]:
    return [characters_of(made.document("standard")) < characters_of(made.document())]


REPORT: Final[tuple[Shown, ...]] = (
    _reported("name", "全年", _found_as, [True, False], [False, True], "工作"),
    _reported(
        "title",
        "{{ organisation.name }}年报",
        lambda made: plain(made.document().title),
        "青石小学总结",
        "青石小学年报",
        "{{ organisation.name }}总结",
    ),
    _reported("subtitle", "内部资料", _says("内部资料"), [False], [True], ""),
    _reported(
        "kind",
        "report",
        lambda made: made.codes("warning section-empty"),
        set(),
        {"warning section-empty"},
        "summary",
    ),
    _reported("most", _MOST, _is_within, [False], [True]),
    _reported("lengths.short", 900, _told, [True, False], [True, True], 150),
    _reported("lengths.standard", 170, _is_short, [False], [True]),
    _reported("emphasis", ["heart_talk"], _told, [True, False], [False, True], ()),
    _reported("leaves_out", ["background"], _says("新建了食堂"), [True], [False], ()),
    _reported(
        "programmes", ["safety"], _says("营养改善", "安全教育"), [True, True], [False, True], ()
    ),
    _reported(
        "cohorts", ["left_behind"], _says("87名", "45名"), [True, True], [True, False], ()
    ),
    _reported(
        "sections.end.title",
        "收尾",
        _says("结尾", "收尾"),
        [True, False],
        [False, True],
        "结尾",
    ),
    _reported(
        "sections.end.template",
        "sections/other.md.j2",
        _says("到此为止", "另写一段"),
        [True, False],
        [False, True],
        "sections/end.md.j2",
    ),
    _reported("sections.end.kind", "signature", _says("到此为止"), [True], [False], "text"),
    _reported(
        "sections.events.when_empty",
        "warn",
        lambda made: made.codes("warning section-empty"),
        set(),
        {"warning section-empty"},
        "omit",
    ),
    _reported("sections.end.after", "opening", _order, "开做结", "开结做"),
    _reported("sections.end.before", "opening", _order, "开做结", "结开做"),
    _reported("sections.end.remove", _YES, _order, "开做结", "开做"),
)


def _fact(key: str, value: object, sign: Callable[[Made], object], *signs: object) -> Shown:
    before, after, *was = signs
    head = "[fields.canteens]\n"
    return Shown(
        f"fields.canteens.{key}", "fields.toml", head, value, sign, before, after, *was
    )


def _missed(made: Made, report: str = "summary") -> list[bool]:
    """Return whether the fact is asked for where the record has none."""
    record = sk.parse_record({**_RECORD, "extra": []}, pack=made.pack)
    found = compose(record, made.pack, report, Audience.INTERNAL).findings
    return ["extra-missing" in {finding.code.value for finding in found}]


def _missed_elsewhere(made: Made) -> list[bool]:
    """Return whether a report on other work asks for the fact."""
    return _missed(made, "plan")


def _public(made: Made) -> list[bool]:
    """Return whether the public reads the fact."""
    record = sk.parse_record(_RECORD, pack=made.pack)
    document = compose(record, made.pack, "summary", Audience.PUBLIC).document
    assert document is not None
    return ["食堂有两处" in template_packs.all_text(document)]


FACTS: Final[tuple[Shown, ...]] = (
    _fact("name", "厨房", _says("食堂有两处"), [True], [False], "食堂"),
    _fact(
        "type",
        "money",
        lambda made: made.codes("error wrong-value"),
        set(),
        {"error wrong-value"},
        "text",
    ),
    _fact("required", not _YES, _missed, [True], [False], _YES),
    _fact("internal", _YES, _public, [True], [False], not _YES),
    _fact("programmes", ["meals"], _missed_elsewhere, [True], [False], ()),
)


def _kind(key: str, value: object, sign: Callable[[Made], object], *signs: object) -> Shown:
    before, after, *was = signs
    head = f"[{key.rpartition('.')[0]}]\n"
    return Shown(f"kinds.{key}", "kinds.toml", head, value, sign, before, after, *was)


def _labels(made: Made) -> list[bool]:
    """Return which names a record may have for the work."""
    told = _RECORD["programmes"]["meals"]
    return [made.reads(programmes={name: told}) for name in ("营养改善", "膳食改善")]


def _page(made: Made) -> str:
    """Return the page on the fields of a record."""
    return fields_page(made.pack.vocabulary)


def _in_charge(made: Made) -> list[bool]:
    """Return whether a report on other work tells who is in charge of this one."""
    document = made.composed("plan").document
    assert document is not None
    return ["周明远" in template_packs.all_text(document)]


KINDS: Final[tuple[Shown, ...]] = (
    _kind(
        "programmes.meals.label", "膳食改善", _labels, [True, False], [False, True], "营养改善"
    ),
    _kind(
        "programmes.meals.about",
        "食堂和膳食",
        lambda made: ["学校供餐" in _page(made), "食堂和膳食" in _page(made)],
        [True, False],
        [False, True],
        "学校供餐",
    ),
    _kind(
        "programmes.meals.short",
        "营养餐",
        _in_charge,
        [True],
        [False],
        "营养改善",
    ),
    _kind(
        "programmes.meals.cohorts",
        ["boarding"],
        _says("面向612名", "面向45名"),
        [True, False],
        [False, True],
        (),
    ),
    _kind(
        "measures.sharing.label",
        "师生同餐",
        _says("食堂陪餐：", "师生同餐："),
        [True, False],
        [False, True],
        "食堂陪餐",
    ),
    _kind("measures.sharing.group", "teaching", _says("教育教学"), [False], [True], "care"),
    _kind(
        "measures.sharing.headings",
        ["坚持同桌吃饭"],
        _says("坚持同桌吃饭"),
        [False],
        [True],
        ("落实食堂陪餐", "做好食堂陪餐", "抓好食堂陪餐"),
    ),
)


def _readers(key: str, value: object, sign: Callable[[Made], object], *signs: object) -> Shown:
    before, after, *was = signs
    name = f"audiences.parents.{key}"
    head = "[audiences.parents]\n"
    return Shown(name, "audiences.toml", head, value, sign, before, after, *was)


_PRIVATE: Final[dict[str, Any]] = {
    "pupils": [{"alias": "小禾（化名）"}],
    "attachments": [{"name": "方案", "text": "方案", "confidential": True}],
    "population": [{"cohort": "orphan", "grade": "一年级", "count": "4名"}],
}


def _protected(made: Made) -> Protected:
    """Return what parents get of a record that has something private."""
    record = sk.parse_record({**_RECORD, **_PRIVATE}, pack=made.pack)
    return protected(record, made.pack.audiences["parents"])


def _asked(made: Made) -> list[bool]:
    """Return by which names the version for parents can be asked for."""
    found = (sk.check(_RECORD, pack=made.pack, audience=name) for name in ("家长版", "家长会"))
    return ["wrong-value" not in {one.code.value for one in each} for each in found]


AUDIENCES: Final[tuple[Shown, ...]] = (
    _readers("name", "家长会", _asked, [True, False], [False, True], "家长版"),
    _readers(
        "sees",
        "internal",
        lambda made: [one.kind.value for one in _protected(made).audit],
        ["roster"],
        [],
        "public",
    ),
    _readers(
        "aliases",
        "letter",
        lambda made: _protected(made).record.pupils[0].alias,
        "小禾（化名）",
        "学生A",
        "recorded",
    ),
    _readers(
        "least",
        5,
        lambda made: str(_protected(made).record.population[0].count),
        "4名",
        "若干名",
        3,
    ),
)


def _pack(key: str, value: object, sign: Callable[[Made], object], *signs: object) -> Shown:
    before, after, *was = signs
    return Shown(f"pack.{key}", "pack.toml", "", value, sign, before, after, *was)


PACK: Final[tuple[Shown, ...]] = (
    _pack(
        "reports",
        ["plan"],
        lambda made: list(made.pack.reports),
        ["summary", "plan"],
        ["plan"],
        ["summary", "plan"],
    ),
)
