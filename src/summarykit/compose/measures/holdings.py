"""What is kept and where it is done: registers with their fields, rooms with what they have."""

from collections.abc import Iterator
from itertools import groupby
from types import MappingProxyType
from typing import Final, cast

from summarykit.compose.language.matching import listed, made, named, told
from summarykit.compose.measures.draft import Draft, clauses, entries_of, row, views_of
from summarykit.compose.views import Shown, ShownList, View
from summarykit.packs import Phrase

_PLANNED: Final = MappingProxyType({"建有": "建立", "设有": "设立", "留存": "建立"})
_CAME_BACK: Final = ("收回", "回收", "发放")
_LONGEST_ROW: Final = 60
_OWNERS: Final = ("学生", "监护人", "家长", "父母", "教师")
"""Those whose name or address a register has a field for."""
_LEAST: Final = 2


def registers(d: Draft) -> Phrase:
    """Return the sentences on registers, the last without its stop.

    Those with fields have a sentence each, so that no field seems to belong to a neighbour;
    the others stand in a row.
    """
    kept = [r for r in d.views("registers") if _is_worth_telling(d, r)]
    rows = {some[0].ref: some for some in _rows(kept)}
    sentences: list[Phrase] = []
    for register in kept:
        lead = _more(d) if sentences else _verb(d, register)
        if register.template_value("fields"):
            sentences.append(_detailed(d, register, lead))
        elif register.ref in rows:
            some = rows[register.ref]
            sentences.append(Phrase((lead, row(map(_named, some), _mark(some)))))
    return _full_stops(sentences)


def _rows(kept: list[View]) -> list[list[View]]:
    """Return registers without fields in rows: those that came back apart from those kept."""
    plain = [r for r in kept if not r.template_value("fields")]
    came = [r for r in plain if _came_back(r)]
    return [some for some in (came, [r for r in plain if r not in came]) if some]


def _came_back(register: View) -> bool:
    return str(register.template_value("name")).startswith(_CAME_BACK)


def _more(d: Draft) -> str:
    return f"另{d.will}建立" if d.is_planned else "另有"


def _is_worth_telling(d: Draft, register: View) -> bool:
    """Return whether a register says more than that there is one, or has not been named yet.

    It is named by the practice, or by a measure that is called just so; a title that only has
    its name in it (档案和联系卡) does not tell it.
    """
    name = register.template_value("name")
    known = register.template_value("count") or register.template_value("fields")
    return bool(known) or not (made(name, d.practice) or name == d.value("name"))


def _detailed(d: Draft, register: View, lead: str) -> Phrase:
    entries = entries_of(register, "fields")
    name, fields = _named(register), d.put("fields", _by_owner(entries) or listed(entries))
    bare = not (d.is_planned or register.template_value("count"))
    if bare and made(register.template_value("name"), d.practice):
        return Phrase((name, fields))  # 逐人制卡。联系卡登记家长的电话
    return clauses((Phrase((lead, name)), fields))


def _by_owner(fields: ShownList) -> Phrase | None:
    """Return fields with those whose they are said once: 学生的姓名、性别，家长的姓名、电话.

    None where they do not all say whose they are, each of at least two in a row of its own.
    """
    owners = [next((o for o in _OWNERS if str(field).startswith(o)), "") for field in fields]
    rows = [(owner, len(list(some))) for owner, some in groupby(owners)]
    if len(rows) < _LEAST or any(not owner or size < _LEAST for owner, size in rows):
        return None
    if len({owner for owner, _ in rows}) < len(rows) or any("的" in str(f) for f in fields):
        return None
    values = iter(fields)
    led = (
        Phrase((owner, "的", row(_without(next(values), owner) for _ in range(size))))
        for owner, size in rows
    )
    return clauses(tuple(led))


def _without(field: object, owner: str) -> object:
    shown = cast("Shown", field)
    return Shown(shown.value, f"{shown.ref}#rest", str(shown).removeprefix(owner))


def _verb(d: Draft, register: View) -> str:
    return d.will if _came_back(register) else _kept(d, d.words("registers"))


def _kept(d: Draft, verb: str) -> str:
    """Return the verb; of what is planned, one that does not say it is there: 拟建立."""
    return f"{d.will}{_PLANNED.get(verb, verb)}" if d.is_planned else verb


def _named(register: View) -> Phrase:
    return Phrase((register.template_value("name"), register.template_value("count") or ""))


def _mark(plain: list[View]) -> str:
    """Return what stands before the last of a row: names that hold 、 want another mark."""
    return "和" if any("、" in str(r.template_value("name")) for r in plain) else "、"


def facilities(d: Draft) -> Phrase:
    """Return the sentences on rooms and grounds, the last without its stop."""
    known = [f for f in d.views("facilities") if _has_more(f)]
    others = [f for f in d.views("facilities") if f not in known]
    bare = [f.template_value("name") for f in others if not _is_said(d, f)]
    verb = _kept(d, d.words("facilities"))
    # 建成阅览室。阅览室1间，位于二楼
    sentences = [Phrase(("" if _is_built(d, f) else verb, _room(f))) for f in known]
    if bare:
        where = "planned_places" if d.is_planned else "places"
        sentences.append(Phrase((d.will, d.put(where, row(bare, "和")))))
    return _full_stops(sentences)


def _has_more(f: View) -> bool:
    names = ("place", "area", "opened", "hours", "inventory", "count")
    return any(f.template_value(name) for name in names)


def _is_said(d: Draft, f: View) -> bool:
    return named(f.template_value("name"), *d.said)


def _is_built(d: Draft, f: View) -> bool:
    """Return whether the practice says that there is such a room, which is not planned."""
    return not d.is_planned and told(f.template_value("name"), d.practice)


def _room(f: View) -> Phrase:
    name, count = f.template_value("name"), f.template_value("count")
    return clauses((Phrase((name, count or "")), *_about(f)))


def _about(f: View) -> Iterator[object]:
    for name, before, after in (
        ("place", "位于", ""),
        ("area", "面积", ""),
        ("opened", "", "启用"),
        ("hours", "", "开放"),
    ):
        value = f.template_value(name)
        if value:
            yield Phrase((before, value, after))
    things = views_of(f, "inventory")
    if things:
        yield Phrase(("配备", row(map(_named, things))))


def _full_stops(sentences: list[Phrase]) -> Phrase:
    parts: list[object] = []
    for sentence in sentences:
        parts += ["。", sentence] if parts else [sentence]
    return Phrase(parts)
