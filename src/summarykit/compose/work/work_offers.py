"""The functions that templates of what was done can call: duties, visits, aid, rules, lines."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.sentences import flowing, parted
from summarykit.compose.outcome.citing import terms
from summarykit.compose.work.dated import in_date_order
from summarykit.compose.work.duties import contracts_of, duties_of, signers
from summarykit.compose.work.giving import aid_by_kind, is_bare_aid
from summarykit.compose.work.rounds import about_child, coverage_of, visits_in_all
from summarykit.compose.work.rules import shared_basis
from summarykit.compose.work.slogans import slogan_items

WORK_OFFERS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "about_child": about_child,
        "aid_by_kind": aid_by_kind,
        "contracts_of": contracts_of,
        "coverage_of": coverage_of,
        "duties_of": duties_of,
        "flowing": flowing,
        "in_date_order": in_date_order,
        "is_bare_aid": is_bare_aid,
        "parted": parted,
        "shared_basis": shared_basis,
        "short_names_of": terms,
        "signers": signers,
        "slogan_items": slogan_items,
        "visits_in_all": visits_in_all,
    }
)
"""By the names they have in templates."""
