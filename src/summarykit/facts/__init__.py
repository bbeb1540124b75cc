"""The figures of a record: an index by reference, rates, and relations that must hold."""

from summarykit.facts.checking import check
from summarykit.facts.indexing import (
    FactEntry,
    FactIndex,
    FactKind,
    declared_value,
    index,
    value_of,
)
from summarykit.facts.rates import rate, share
from summarykit.facts.reference import child, item
from summarykit.facts.survey import content_fields
from summarykit.facts.weak_links import weak_links

__all__ = [
    "FactEntry",
    "FactIndex",
    "FactKind",
    "check",
    "child",
    "content_fields",
    "declared_value",
    "index",
    "item",
    "rate",
    "share",
    "value_of",
    "weak_links",
]
