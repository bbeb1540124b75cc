"""Links between entities: every id stands once, every link leads to the right kind."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, get_args

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, Term, message
from summarykit.facts.survey import Link, Survey
from summarykit.l10n.nearest import nearest
from summarykit.model import YearRecord
from summarykit.model.entity import Entity, term
from summarykit.model.population import Population

# Each search for the nearest id looks at all ids; after these many one sees the pattern.
_SUGGESTIONS: Final = 20
_PART_OF: Final = term(Population, "part_of")
_PUNCTUATION: Final = frozenset(".[]")

Named = Mapping[str, tuple[Path, Entity]]


def check_links(found: Survey) -> Iterator[Finding]:
    """Return what is wrong with the ids of a record and with the fields that refer to them."""
    named: dict[str, tuple[Path, Entity]] = {}
    twice: set[str] = set()
    for path, entity, name in found.named:
        if name in named:
            twice.add(name)
            yield _duplicate(name, path, named[name][0])
        elif _PUNCTUATION & set(name) or name in YearRecord.model_fields:
            yield _unfit(name, path)
        named.setdefault(name, (path, entity))
    yield from _targets(found.links, named, twice)
    yield from _circles(found, named)


def _targets(links: list[Link], named: Named, twice: set[str]) -> Iterator[Finding]:
    suggestions = _SUGGESTIONS
    for link in links:
        if link.target not in named:
            near = _nearest(link, named) if suggestions > 0 else None
            suggestions -= 1
            yield _unknown(link, near)
        elif (
            type(named[link.target][1]).__name__ not in link.kinds and link.target not in twice
        ):
            yield _wrong_kind(link, named[link.target][1])


def _circles(found: Survey, named: Named) -> Iterator[Finding]:
    """Return one finding for each circle of `part_of`, at the first count that closes it."""
    above = {
        entity.id: entity.part_of for _, entity in found.of(Population) if entity.id is not None
    }
    done: set[str] = set()
    for start in above:
        way: set[str] = set()
        here: str | None = start
        while here is not None and here not in done:
            way.add(here)
            done.add(here)
            here = above.get(here)
        if here in way:
            yield _circle(here, named[here][0])


def _duplicate(name: str, path: Path, first: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.DUPLICATE_ID,
        message("the id {found} is taken by {place}", found=name, place=_field(first)),
        Place(path=path),
        message("give each entry an id of its own"),
    )


def _unfit(name: str, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.WRONG_VALUE,
        message("{found} cannot be an id", found=name),
        Place(path=path),
        message(
            "an id holds no dot or square bracket, and is not the name of a record's field"
        ),
    )


def _unknown(link: Link, near: str | None) -> Finding:
    hint = message("did you mean {nearest}?", nearest=near) if near else None
    if any(sign in link.target for sign in "，、"):
        hint = message("write several as [one, two], with ASCII commas")
    return Finding(
        Severity.ERROR,
        Code.UNKNOWN_ID,
        message("no entry has the id {found}", found=link.target),
        Place(path=link.path),
        hint,
    )


def _wrong_kind(link: Link, target: Entity) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.WRONG_LINK,
        message(
            "{found} is the id of one of the {home}; an id from {allowed} belongs here",
            found=link.target,
            home=_homes()[type(target).__name__],
            allowed=tuple(_homes()[kind] for kind in link.kinds),
        ),
        Place(path=link.path),
    )


def _circle(name: str, path: Path) -> Finding:
    return Finding(
        Severity.ERROR,
        Code.WRONG_LINK,
        message("{found} is part of itself", found=name),
        Place(path=(*path[:-1], "part_of")),
        message("follow {field} from entry to entry: one of them leads back", field=_PART_OF),
    )


def _field(path: Path) -> str:
    """Return the path of the entry whose id stands at `path`."""
    return Place(path=path[:-1]).field


def _nearest(link: Link, named: Named) -> str | None:
    fitting = [
        name for name, (_, entity) in named.items() if type(entity).__name__ in link.kinds
    ]
    return nearest(link.target, fitting)


@cache
def _homes() -> dict[str, Term]:
    """Return by the name of a class the field whose entries are of that class."""
    homes: dict[str, Term] = {}
    _collect(YearRecord, homes)
    return homes


def _collect(kind: type[Entity], homes: dict[str, Term]) -> None:
    for name, info in kind.model_fields.items():
        for inner in _classes(info.annotation):
            if inner.__name__ not in homes:
                homes[inner.__name__] = term(kind, name)
                _collect(inner, homes)


def _classes(annotation: Any) -> Iterator[type[Entity]]:  # noqa: ANN401 - a form of typing
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)
