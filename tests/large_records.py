"""A record of any size: the full example over and over, links and relations kept.

Every list of it is repeated with ids of its own, so that each copy has its own parts, flows,
goals and steps, and nothing in it contradicts another.
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

import yaml

from example_records import FULL, source
from strategies_records import entries_in, link_fields
from summarykit.model import YearRecord

_ONCE: Final = ("organisation", "period", "signature", "summarykit", "addressee")
"""What a record has once, however large it is."""

Data = dict[str, Any]


def large_data(times: int) -> Data:
    """Return the full example, about 2 000 facts, `times` times in one, as a file gives it."""
    known: Data = yaml.load(source(FULL), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    copies = [_renamed(known, f"-{number}" if number else "") for number in range(times)]
    return {
        name: known[name] if name in _ONCE else _together([copy[name] for copy in copies])
        for name in known
    }


def large_record(times: int) -> YearRecord:
    """Return `large_data` as a record."""
    return YearRecord.model_validate(large_data(times))


def _renamed(known: Data, end: str) -> Data:
    """Return `known` with `end` behind every id and every link."""
    data = deepcopy(known)
    for kind, entry in entries_in(YearRecord, data):
        for name in ("id", *(field for field, _ in link_fields(kind))):
            if name in entry:
                entry[name] = _ended(entry[name], end)
    return data


def _ended(link: Any, end: str) -> Any:  # noqa: ANN401 - an id or a list of them
    return [f"{one}{end}" for one in link] if isinstance(link, list) else f"{link}{end}"


def _together(copies: list[Any]) -> Any:  # noqa: ANN401 - plain data
    """Return lists end to end, mappings field by field; words as the first copy has them."""
    first = copies[0]
    if isinstance(first, list):
        return [one for copy in copies for one in copy]
    if isinstance(first, Mapping):
        return {name: _together([copy[name] for copy in copies]) for name in first}
    return first
