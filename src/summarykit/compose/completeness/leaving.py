"""What was left out of a document and why, and what the document was to tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from summarykit.compose import imprint, letterhead
from summarykit.compose.length.depths import UNSHORTENED, Shortening
from summarykit.compose.scope import Assignment, programmes_of
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.model.audience import Audience
from summarykit.model.vocabulary import Labelled
from summarykit.packs import DocumentKind, ExtraField, ReportSpec
from summarykit.packs.manifest import Wording


class LeftOutReason(Labelled):
    """Why a fact of a record is not in its document; each is looked up, never assumed.

    They go from what somebody may miss to what nobody would.
    """

    UNTOLD = "untold", "漏写"
    LENGTH = "length", "限于篇幅"
    NO_WORDS = "no_words", "没有可写的内容"
    MASKED = "masked", "数字或年份缺失"
    PRIVATE = "private", "不向读者公开"
    OTHER_REPORT = "other_report", "不属于本报告"
    DUPLICATE = "duplicate", "文中别处已说到"
    STRUCTURE = "structure", "只决定怎么写"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that a document does not print, and why."""

    ref: str
    """What the fact is called, as in `facts.index`."""
    text: str
    """The fact as it would be printed; empty where the reader must not see it."""
    reason: LeftOutReason
    said_in: str | None = None
    """What says a duplicate: the reference of a printed fact, or the id of a block."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a document was to tell: which report, in whose words, to whom, and how much."""

    report: ReportSpec
    wording: Wording
    audience: Audience
    programmes: tuple[AnyProgramme, ...] = ()
    """The programmes that were asked for; none means all that the report tells."""
    shortened: frozenset[str] = frozenset()
    """References of the entities that were told in less than full, or not at all."""

    titled: frozenset[AnyProgramme] = frozenset()
    """The programmes that have a report of their own, which is called by their title."""

    fields: Mapping[str, ExtraField] = field(default_factory=dict)
    """What the pack declares of the extra facts of records."""

    official: frozenset[str] = frozenset()
    """The fields of a signature that are printed in a letterhead or an imprint."""

    @classmethod
    def of(cls, assignment: Assignment, shortening: Shortening = UNSHORTENED) -> Self:
        """Return what a document composed so tells; unlike a pack, it can be pickled."""
        return cls(
            report=assignment.report,
            wording=assignment.pack.wording,
            audience=assignment.audience,
            programmes=assignment.programmes,
            shortened=frozenset(shortening.depths),
            titled=_with_own_report(assignment),
            fields=dict(assignment.pack.fields),
            official=_official(assignment),
        )

    def kinds(self, record: YearRecord) -> tuple[AnyProgramme, ...]:
        """Return the programmes of `record` that are told, in the order the report has them."""
        return programmes_of(record, self.report, self.programmes)


def _official(assignment: Assignment) -> frozenset[str]:
    layout, report = assignment.pack.layout, assignment.report
    head = letterhead.printed_fields(layout.letterhead, report)
    return head | imprint.printed_fields(layout, report)


def _with_own_report(assignment: Assignment) -> frozenset[AnyProgramme]:
    others = (spec for spec in assignment.pack.reports.values() if spec != assignment.report)
    return frozenset(
        spec.programmes[0]
        for spec in others
        if len(spec.programmes) == 1 and spec.kind is DocumentKind.SUMMARY
    )
