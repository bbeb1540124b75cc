"""What the parts of a Word file refer to."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from summarykit.ooxml.elements import local
from summarykit.ooxml.opening import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing that a part refers to; `target` is the name of a part, unless it is outside."""

    id: str
    kind: str
    target: str
    outside: bool


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """Return what `part` refers to, by the ids it uses for it."""
    folder, name = posixpath.split(part)
    root = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {relation.id: relation for relation in relations_in(root, folder)}


def relations_in(root: Element | None, folder: str) -> Iterator[Relation]:
    """Yield the relations that a part of them lists, for a part in `folder`."""
    for each in () if root is None else root:
        if not isinstance(each.tag, str) or local(each.tag) != "Relationship":
            continue
        target, outside = str(each.get("Target", "")), each.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = str(each.get("Type", "")).rpartition("/")[2]
        yield Relation(str(each.get("Id", "")), kind, target, outside)
