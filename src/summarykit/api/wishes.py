"""What somebody asks for beside the record, and what of it there is not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from summarykit.api.arguments import REPORT, WORK, names_in, unknown, wrong_type
from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.model.vocabulary import ProgrammeKind

if TYPE_CHECKING:
    import os

    from summarykit.packs import Pack, ReportSpec

_PROGRAMMES: Final = {name: kind for kind in ProgrammeKind for name in (kind.value, kind.label)}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; nothing of it has been looked at yet."""

    report: object
    pack: "Pack | str | os.PathLike[str]"
    audience: str
    length: str
    programmes: object
    names: tuple[str, ...] | None = field(init=False)
    """The programmes, which may be such that they can be gone through only once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", names_in(self.programmes))


def wrong_wishes(wish: Wish) -> Iterator[Finding]:
    """Yield an error for each wish that is none of those there are."""
    from summarykit.compose import Audience  # noqa: PLC0415 - see the package's docstring
    from summarykit.packs import Length  # noqa: PLC0415 - as above

    if wish.report is not None and not isinstance(wish.report, str):
        yield wrong_type("report", REPORT, wish.report)
    if wish.audience not in tuple(Audience):
        said = message("there is no audience {found}", found=str(wish.audience))
        yield unknown(said, Audience)
    if wish.length not in tuple(Length):
        yield unknown(message("there is no length {found}", found=str(wish.length)), Length)
    if wish.names is None:
        yield wrong_type("programmes", WORK, wish.programmes)
    yield from (_unknown_work(name) for name in wish.names or () if name not in _PROGRAMMES)


def kinds_of(wish: Wish) -> tuple[ProgrammeKind, ...]:
    """Return the kinds of work that are asked for, once they are known to be there."""
    return tuple(_PROGRAMMES[name] for name in wish.names or ())


def _unknown_work(found: str) -> Finding:
    from summarykit.l10n.nearest import nearest  # noqa: PLC0415 - see the package's docstring

    said = message("there is no kind of work {found}", found=found)
    if near := nearest(found, _PROGRAMMES):
        hint = message("did you mean {name}?", name=near)
        return Finding(Severity.ERROR, Code.WRONG_VALUE, said, hint=hint)
    return unknown(said, tuple(f"{kind.value}（{kind.label}）" for kind in ProgrammeKind))


def told_elsewhere(
    asked: tuple[ProgrammeKind, ...], spec: "ReportSpec | None"
) -> list[Finding]:
    """Return an error when the report tells none of the work that is asked for."""
    if not asked or spec is None or not spec.programmes or set(asked) & set(spec.programmes):
        return []
    said = message("the report {name} does not tell of {names}", name=spec.name, names=asked)
    hint = message("choose a report that tells of it: `summarykit reports` lists them")
    return [Finding(Severity.ERROR, Code.PROGRAMME_MISSING, said, hint=hint)]
