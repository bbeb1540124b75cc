"""What is kept and where it is done: registers with their fields, rooms with what they have."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.matching import listed, named, told
from summarykit.compose.measures.draft import Draft, clauses, entries_of, row, views_of
from summarykit.compose.views import View
from summarykit.packs import Phrase

_PLANNED: Final = MappingProxyType({"建有": "建立", "设有": "设立", "留存": "建立"})
_CAME_BACK: Final = ("收回", "回收", "发放")
_LONGEST_ROW: Final = 60


def registers(d: Draft) -> Phrase:
    """Return the sentences on registers, the last without its stop.

    Those with fields have a sentence each, so that no field seems to belong to a neighbour;
    the others stand in a row.
    """
    kept = [r for r in d.views("registers") if _is_worth_telling(d, r)]
    plain = [r for r in kept if not r.template_value("fields")]
    sentences: list[Phrase] = []
    for register in kept:
        lead = _more(d) if sentences else _verb(d, register)
        if register not in plain:
            sentences.append(_detailed(d, register, lead))
        elif register == plain[0]:
            sentences.append(Phrase((lead, row(map(_named, plain), _mark(plain)))))
    return _full_stops(sentences)


def _more(d: Draft) -> str:
    return "另拟建立" if d.is_planned else "另有"


def _is_worth_telling(d: Draft, register: View) -> bool:
    """Return whether a register says more than that there is one, or has not been named yet.

    It is named by the practice, or by a measure that is called just so; a title that only has
    its name in it (档案和联系卡) does not tell it.
    """
    name = register.template_value("name")
    known = register.template_value("count") or register.template_value("fields")
    return bool(known) or not (told(name, d.practice) or name == d.value("name"))


def _detailed(d: Draft, register: View, lead: str) -> Phrase:
    fields = listed(entries_of(register, "fields"))
    return clauses((Phrase((lead, _named(register))), d.put("fields", fields)))


def _verb(d: Draft, register: View) -> str:
    came = str(register.template_value("name")).startswith(_CAME_BACK)
    return d.will if came else _kept(d, d.words("registers"))


def _kept(d: Draft, verb: str) -> str:
    """Return the verb; of what is planned, one that does not say it is there: 拟建立."""
    return f"拟{_PLANNED.get(verb, verb)}" if d.is_planned else verb


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
    sentences = [Phrase((verb, _room(f))) for f in known]
    if bare:
        sentences.append(d.put("planned_places" if d.is_planned else "places", row(bare, "和")))
    return _full_stops(sentences)


def _has_more(f: View) -> bool:
    names = ("place", "area", "opened", "hours", "inventory", "count")
    return any(f.template_value(name) for name in names)


def _is_said(d: Draft, f: View) -> bool:
    return named(f.template_value("name"), *d.said)


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
