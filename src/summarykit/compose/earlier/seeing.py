"""What the reader of a document sees of a record, by the place where it stands."""

from collections.abc import Mapping
from typing import Any, cast

from summarykit.compose.situation.rates import rate_of, share_of
from summarykit.compose.views import Missing, Shown, ShownList, View
from summarykit.diagnostics import Path
from summarykit.facts.earlier import RATES
from summarykit.facts.reference import item
from summarykit.model import YearRecord
from summarykit.model.population import Indicator

_NOBODY_SEES: Missing = Missing("")
_LISTS: Mapping[str, str] = {"enrolment_flow": "flows"}
"""What a scope calls otherwise than the record does."""


class Seen:
    """A record as the templates of one report see it: `names` are those of its scope."""

    def __init__(self, record: YearRecord, names: Mapping[str, Any]) -> None:
        self.record = record
        self._names = names
        self._entries: dict[int, tuple[ShownList, dict[str, View]]] = {}

    def entry(self, path: Path) -> View | None:
        """Return the view of the entity at `path`; None where the reader does not see it."""
        entity: Any = self.record
        seen: object = None
        ref = ""
        for depth, step in enumerate(path):
            if isinstance(step, int):
                ref, entity = item(ref, step, entity[step]), entity[step]
                seen = self._of_list(seen).get(ref)
            elif isinstance(entity, Mapping):
                entity = entity[step]
                seen = self._programme(str(step))
            else:
                entity = getattr(entity, step)
                seen = self._field(seen, step) if depth else self._named(step)
            if seen is None or isinstance(seen, Missing):
                return None
            ref = getattr(seen, "ref", ref)
        return seen if isinstance(seen, View) else None

    def figure(self, path: Path) -> Shown | Missing:
        """Return the figure at `path` as shown, a rate computed where it is not stated."""
        *home, name = path
        found = self.entry(tuple(home))
        if found is None:
            return _NOBODY_SEES
        if isinstance(found.entity, Indicator):
            return rate_of(found)
        value = found.template_value(str(name))
        if not value and type(found.entity) in RATES:
            _, part, whole = RATES[type(found.entity)]
            value = share_of(found.template_value(part), found.template_value(whole))
        return value if isinstance(value, Shown) else _NOBODY_SEES

    def _named(self, name: str) -> object:
        """Return what the scope has of a field of the record, cut to the report."""
        called = _LISTS.get(name, name)
        if name == "home_visits":
            return self._names["record"].template_value(name)
        return self._names.get(called, _NOBODY_SEES)

    def _programme(self, key: str) -> object:
        return next((p for p in self._names["programmes"] if p.kind == key), None)

    def _field(self, seen: object, name: str) -> object:
        return seen.template_value(name) if isinstance(seen, View) else None

    def _of_list(self, seen: object) -> Mapping[str, View]:
        """Return the entries of a list by reference; each list is gone through once."""
        if not isinstance(seen, ShownList):
            return {}
        if id(seen) not in self._entries:
            views = cast("tuple[View, ...]", tuple(seen))
            self._entries[id(seen)] = seen, {view.ref: view for view in views}
        return self._entries[id(seen)][1]
