"""The functions that templates write measures with."""

from collections.abc import Mapping
from typing import Any

from summarykit.compose.measures.basis import Citing
from summarykit.compose.measures.draft import Around, Terms
from summarykit.compose.measures.telling import Telling
from summarykit.compose.offers import Offer
from summarykit.model import YearRecord
from summarykit.packs import DocumentKind


def measure_offers(
    record: YearRecord, names: Mapping[str, Any], terms: Terms
) -> Mapping[str, Offer]:
    """Return the functions that tell the measures of a document, by name.

    `names` are the others that its templates can use.
    """
    voice = names["voice"]
    members = voice.members if "members" in voice.template_names else ""
    around = Around(
        record=record,
        terms=terms,
        find=names["linked"],
        ours=(record.organisation.name, members),
        cohorts=names["report"].cohorts,
        programmes=names["programmes"],
        is_plan=names["report"].kind == DocumentKind.PLAN.value,
    )
    telling = Telling(around, Citing(around))
    return {
        "measure_told": Offer(telling.measure_told),
        "planned_told": Offer(telling.planned_told),
    }
