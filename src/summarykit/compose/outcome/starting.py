"""What the works of a record are called in a row, and when each began."""

from collections.abc import Iterable
from typing import Final

from summarykit.compose.language.fields import value_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.facts.reference import child
from summarykit.model import YearRecord

_WORK: Final = "工作"


def work_names(programmes: Iterable[View]) -> tuple[object, ...]:
    """Return the names of programmes as a row has them: 工作 stands behind the last only."""
    return tuple(_bare(value_of(p, "name")) or p.template_value("label") for p in programmes)


def _bare(name: Shown | Missing) -> Shown | Missing:
    words = str(name)
    if isinstance(name, Missing) or not words.endswith(_WORK) or words == _WORK:
        return name
    return Shown(name.value, f"{name.ref}#bare", words.removesuffix(_WORK))


def start_of(programme: View, record: View) -> Shown | Missing:
    """Return when a programme began: its own date, else the one of the record's period.

    The period says when 本项工作 began, which is clear where a record has one programme only.
    """
    own = value_of(programme, "start")
    whole = record.entity
    if own or not isinstance(whole, YearRecord) or len(whole.programmes) > 1:
        return own
    start, ref = whole.period.programme_start, child("period", "programme_start")
    return Missing(ref) if start is None else Shown(start, ref)
