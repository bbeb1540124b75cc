"""What somebody asks for beside the record, and what of it there is not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from summarykit.api.arguments import (
    RECORD,
    REPORT,
    WORK,
    is_record_or_path,
    names_in,
    unknown,
    wrong_type,
)
from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.model.added import AnyProgramme, Vocabulary

if TYPE_CHECKING:
    import os

    from summarykit.model.audience import Audience
    from summarykit.packs import Pack, ReportSpec

# What people call the choices, who may write either name.
AUDIENCES: Final = MappingProxyType({"内部": "internal", "公开": "public"})
LENGTHS: Final = MappingProxyType({"简短": "short", "标准": "standard", "详细": "long"})
REPORTS: Final = MappingProxyType(dict.fromkeys(("全面总结", "年度总结", "综合总结"), "annual"))


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; nothing of it has been looked at yet."""

    report: object
    pack: "Pack | str | os.PathLike[str]"
    audience: str
    length: str
    programmes: object
    previous: object = None
    """The record of the period before, or its file."""
    names: tuple[str, ...] | None = field(init=False)
    """The programmes, which may be such that they can be gone through only once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", names_in(self.programmes))
        object.__setattr__(self, "length", _chosen(self.length, LENGTHS))


def audience_of(wish: Wish, audiences: "Mapping[str, Audience]") -> "Audience | None":
    """Return which of the audiences of a pack is asked for, by its id or its name."""
    asked = _chosen(wish.audience, AUDIENCES)
    called = (one for one in audiences.values() if asked in (one.id, one.name))
    return next(called, None)


def wrong_wishes(
    wish: Wish, vocabulary: Vocabulary, audiences: "Mapping[str, Audience]"
) -> Iterator[Finding]:
    """Yield an error for each wish that is none of those there are.

    What kinds of work and which audiences there are, the pack says.
    """
    if wish.report is not None and not isinstance(wish.report, str):
        yield wrong_type("report", REPORT, wish.report)
    if audience_of(wish, audiences) is None:
        yield _unknown_audience(str(wish.audience), audiences)
    if wish.length not in LENGTHS.values():
        said = message("there is no length {found}", found=str(wish.length))
        yield unknown(said, _both(LENGTHS))
    if wish.previous is not None and not is_record_or_path(wish.previous):
        yield wrong_type("previous", RECORD, wish.previous)
    if wish.names is None:
        yield wrong_type("programmes", WORK, _no_name_in(wish.programmes))
    known = _programmes(vocabulary)
    for name in wish.names or ():
        if name not in known:
            yield _unknown_work(name, vocabulary)


def _unknown_audience(found: str, audiences: "Mapping[str, Audience]") -> Finding:
    from summarykit.l10n.nearest import nearest  # noqa: PLC0415 - see the package's docstring

    said = message("there is no audience {found}", found=found)
    names = (name for one in audiences.values() for name in (one.id, one.name))
    if near := nearest(found, (*names, *AUDIENCES)):
        hint = message("did you mean {name}?", name=near)
        return Finding(Severity.ERROR, Code.WRONG_VALUE, said, hint=hint)
    return unknown(said, tuple(f"{one.id}（{one.name}）" for one in audiences.values()))


def kinds_of(wish: Wish, vocabulary: Vocabulary) -> tuple[AnyProgramme, ...]:
    """Return the kinds of work that are asked for, once they are known to be there."""
    known = _programmes(vocabulary)
    return tuple(known[name] for name in wish.names or ())


def _programmes(vocabulary: Vocabulary) -> Mapping[str, AnyProgramme]:
    return {name: kind for kind in vocabulary.programmes for name in (kind.value, kind.label)}


def _chosen(found: object, names: Mapping[str, str]) -> object:
    """Return the English name of a choice; what is none of them stays as it is."""
    return names.get(found, found) if isinstance(found, str) else found


def _both(names: Mapping[str, str]) -> Iterable[str]:
    return tuple(f"{english}（{chinese}）" for chinese, english in names.items())


def _no_name_in(programmes: object) -> object:
    """Return what is no name: one of several, where they can be gone through again."""
    several = programmes if isinstance(programmes, (list, tuple)) else ()
    return next((name for name in several if not isinstance(name, str)), programmes)


def _unknown_work(found: str, vocabulary: Vocabulary) -> Finding:
    from summarykit.l10n.nearest import nearest  # noqa: PLC0415 - see the package's docstring

    said = message("there is no kind of work {found}", found=found)
    if near := nearest(found, _programmes(vocabulary)):
        hint = message("did you mean {name}?", name=near)
        return Finding(Severity.ERROR, Code.WRONG_VALUE, said, hint=hint)
    return unknown(
        said, tuple(f"{kind.value}（{kind.label}）" for kind in vocabulary.programmes)
    )


def told_elsewhere(asked: tuple[AnyProgramme, ...], spec: "ReportSpec | None") -> list[Finding]:
    """Return an error when the report tells none of the work that is asked for."""
    if not asked or spec is None or not spec.programmes or set(asked) & set(spec.programmes):
        return []
    said = message("the report {name} does not tell of {names}", name=spec.name, names=asked)
    hint = message("choose a report that tells of it: `summarykit reports` lists them")
    return [Finding(Severity.ERROR, Code.PROGRAMME_MISSING, said, hint=hint)]
