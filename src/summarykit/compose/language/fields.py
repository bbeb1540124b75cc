"""Fields of an entity by name, typed; and results of Python that a template can look into."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from summarykit.compose.views import Missing, Shown, View
from summarykit.packs import Visible

_NOT_SO: Final = "0"


def is_listed(kind: object, table: Mapping[Any, object]) -> bool:
    """Return whether a table of `terms.toml` that says 1 or 0 of kinds says 1 of this one.

    An heir cannot take a key out of a table, but it can say 0.
    """
    return table.get(kind, _NOT_SO) != _NOT_SO


def value_of(view: View, name: str) -> Shown | Missing:
    """Return a field that holds one value, or that it is missing.

    Raises:
        KeyError: There is no such field.
        TypeError: It holds something else.
    """
    value = view.template_value(name)
    if not isinstance(value, Shown | Missing):
        msg = f"{name} is no single value"
        raise TypeError(msg)
    return value


def values_of(view: View, name: str) -> tuple[Shown, ...]:
    """Return the values that a field lists, such as links and texts; none where it is empty."""
    values = view.template_value(name)
    return tuple(v for v in values if isinstance(v, Shown)) if isinstance(values, tuple) else ()


def views_of(view: View, name: str) -> tuple[View, ...]:
    """Return the entities that a field lists; none where it is empty."""
    entities = view.template_value(name)
    listed = entities if isinstance(entities, tuple) else ()
    return tuple(v for v in listed if isinstance(v, View))


class Seen(Visible):
    """The ground of a dataclass whose fields a template reads by name."""

    __slots__ = ()

    @property
    def template_names(self) -> frozenset[str]:
        """The names of the fields."""
        return frozenset(field.name for field in fields(self))  # type: ignore[arg-type]  # each subclass is a dataclass

    def template_value(self, name: str) -> object:
        """Return the value of a field; raises KeyError when there is none of that name."""
        if name not in self.template_names:
            raise KeyError(name)
        return object.__getattribute__(self, name)
