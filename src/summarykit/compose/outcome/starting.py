"""When a work began, as far as a record says it of this work."""

from summarykit.compose.language.fields import value_of
from summarykit.compose.views import Missing, Shown, View
from summarykit.facts.reference import child
from summarykit.model import YearRecord


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
