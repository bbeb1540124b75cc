"""A record beside that of the period before: what changed, what was kept, what was copied."""

from summarykit.facts.earlier.beside import YearOnYear, year_on_year
from summarykit.facts.earlier.comparable import RATES, Comparable
from summarykit.facts.earlier.follow_up import FollowUp, FollowUpStatus
from summarykit.facts.earlier.taken import Standin, Taken

__all__ = [
    "RATES",
    "Comparable",
    "FollowUp",
    "FollowUpStatus",
    "Standin",
    "Taken",
    "YearOnYear",
    "year_on_year",
]
