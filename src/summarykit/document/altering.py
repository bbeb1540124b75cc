"""A tree with other facts in it: every node around them stays as it is."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from summarykit.document.nodes import Document, Fact

Node = TypeVar("Node")


def with_facts(document: Document, change: Callable[[Fact], Fact]) -> Document:
    """Return `document` with each fact as `change` gives it, in the order of the tree."""
    return _altered(document, change)


def _altered(node: Node, change: Callable[[Fact], Fact]) -> Node:
    found: Any = node
    if isinstance(found, Fact):
        found = change(found)
    elif isinstance(found, tuple):
        inner = tuple(_altered(one, change) for one in found)
        # What nothing changes in stays the same object, also bytes and words.
        found = inner if any(a is not b for a, b in zip(inner, found, strict=True)) else found
    elif is_dataclass(found) and not isinstance(found, type):
        now = {one.name: getattr(found, one.name) for one in fields(found)}
        new = {name: _altered(value, change) for name, value in now.items()}
        others = {name: value for name, value in new.items() if value is not now[name]}
        found = replace(found, **others) if others else found
    altered: Node = found
    return altered
