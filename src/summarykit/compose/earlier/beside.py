"""A document beside the record of the period before: what it takes from it and tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from summarykit.compose.earlier.comparing import compared, named_previous
from summarykit.compose.earlier.seeing import Seen
from summarykit.compose.language.phrasing import unstopped
from summarykit.compose.views import Names, Shown
from summarykit.facts.earlier import FollowUp, FollowUpStatus, Taken, YearOnYear
from summarykit.model import YearRecord
from summarykit.packs import Phrase

_INNER: Final = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The record of the period before as the reader of a document sees it."""

    most: int
    """How many figures at most are told side by side, beside those told in sentences."""

    beside: YearOnYear
    seen: Seen
    taken: Taken

    def compared(self, record: YearRecord, names: Mapping[str, Any]) -> tuple[Names, ...]:
        """Return the figures of a document that are told beside their predecessors."""
        found = compared(self.beside.figures, Seen(record, names), self.seen)
        return tuple(islice(found, self.most))

    def followed_up(self) -> tuple[Names, ...]:
        """Return the next steps of the period before, with what became of each.

        `action` are its words, `quoted` the same in quotation marks, `status` is done,
        under_way, planned_again or not_mentioned, and `certain` whether an entry of this record
        says so. Steps that the reader does not see are not among them.
        """
        shown = ((one, self._action(one)) for one in self.beside.follow_up)
        return tuple(
            Names(
                {
                    "action": action,
                    "quoted": _quoted(action),
                    "status": one.status.value,
                    "certain": one.certain and one.status is not FollowUpStatus.NOT_MENTIONED,
                }
            )
            for one, action in shown
            if action is not None
        )

    def _action(self, one: FollowUp) -> Shown | None:
        entry = self.seen.entry(one.path)
        action = None if entry is None else entry.template_value("action")
        named = named_previous(action) if isinstance(action, Shown) else None
        return named if isinstance(named, Shown) else None


def _quoted(words: Shown) -> Phrase:
    """Return words in quotation marks, those within them single ones (GB/T 15834-2011, 4.8)."""
    inner = str(unstopped(words)).translate(_INNER)
    return Phrase(["“", Shown(words.value, f"{words.ref}#quoted", inner), "”"])
