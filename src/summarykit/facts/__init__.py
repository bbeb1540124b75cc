"""The figures of a record: an index by reference, rates, and relations that must hold."""

from summarykit.facts.calculating import Calculation, Formula, Operand, calculation
from summarykit.facts.checking import check
from summarykit.facts.figures import (
    PrintedFigure,
    matching,
    printed_figures,
    unprinted_figures,
)
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
from summarykit.facts.units import with_units
from summarykit.facts.weak_links import weak_links

__all__ = [
    "Calculation",
    "FactEntry",
    "FactIndex",
    "FactKind",
    "Formula",
    "Operand",
    "PrintedFigure",
    "calculation",
    "check",
    "child",
    "content_fields",
    "declared_value",
    "index",
    "item",
    "matching",
    "printed_figures",
    "rate",
    "share",
    "unprinted_figures",
    "value_of",
    "weak_links",
    "with_units",
]
