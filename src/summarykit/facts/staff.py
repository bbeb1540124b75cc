"""Counts of staff: teachers are among the staff, those in charge of classes among teachers."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Path
from summarykit.facts.comparing import Comparison
from summarykit.facts.rates import is_more
from summarykit.facts.survey import Survey
from summarykit.model.organisation import StaffCount

_STAFF: Final = frozenset({"教职工", "教职员工", "教职员"})
_TEACHERS: Final = frozenset({"教师", "专任教师", "全体教师"})
# 专任教师 are counted without those who also do something else.
_AMONG_TEACHERS: Final = frozenset({"女教师", "男教师", "党员教师", "青年教师", "骨干教师"})
_AMONG_STAFF: Final = _TEACHERS | _AMONG_TEACHERS | {"班主任", "在编教师", "女教职工"}


def check_staff(found: Survey) -> Iterator[Finding]:
    """Return every count of staff that is more than all of those it is part of."""
    counted = found.of(StaffCount)
    for wholes, parts in ((_STAFF, _AMONG_STAFF), (frozenset({"教师"}), _AMONG_TEACHERS)):
        whole = [(path, one) for path, one in counted if one.kind in wholes]
        if len(whole) == 1:
            for path, part in counted:
                if part.kind in parts:
                    yield from _more(path, part, *whole[0])


def _more(path: Path, part: StaffCount, other: Path, whole: StaffCount) -> Iterator[Finding]:
    if is_more(part.count, whole.count):
        told = Comparison(
            (*path, "count"), part.kind, part.count, (*other, "count"), whole.kind, whole.count
        )
        yield told.exceeds(Code.SUBSET_EXCEEDS_WHOLE)
