"""The account of a record: each of its facts is told, or left out for a reason."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from summarykit.compose.completeness.classifying import decides, needed_figure
from summarykit.compose.completeness.hollow import is_hollow
from summarykit.compose.completeness.leaving import LeftOut, LeftOutReason, Telling
from summarykit.compose.completeness.outside import Outside
from summarykit.compose.completeness.printed import Printed
from summarykit.compose.completeness.repeating import Repetition
from summarykit.compose.completeness.standing import REFERRED, Home, Standing, Standings
from summarykit.compose.completeness.unprinted import left_out_photographs, untold_measures
from summarykit.compose.extra_fields import declared_as
from summarykit.compose.tables.annexes import has_cells, has_content
from summarykit.compose.tables.columns import over
from summarykit.compose.views import Shown, View
from summarykit.diagnostics import Path
from summarykit.document import Document
from summarykit.facts import child
from summarykit.model import YearRecord
from summarykit.model.organisation import Person
from summarykit.model.record import Attachment
from summarykit.model.values.reading import Value

COMPUTED: Final = ("change", "count", "more", "share", "sum")
"""What is computed from a figure, or from several, does not tell it."""
MOST_LOST: Final = 4
"""A text may lose the words that its sentence says before it: 开学初, or a pair of brackets."""
_OF_A_TABLE: Final = ("columns", "unit")
_MARKS: Final = frozenset("，。；：、！？（）“”《》 \n")

_R = LeftOutReason


def left_out(record: YearRecord, document: Document, telling: Telling) -> tuple[LeftOut, ...]:
    """Return the facts of `record` that `document` does not print, in the order of the record.

    The document is what was made of the record by `telling`. A fact is one of `facts.index`;
    each is told or left out, none is both. The time is linear in the number of facts.
    """
    return tuple(_Account(record, document, telling).left())


class _Account:
    def __init__(self, record: YearRecord, document: Document, telling: Telling) -> None:
        self._record = record
        self._document = document
        self._telling = telling
        self._standings = Standings(record)
        self._printed = Printed(document, self._standings)
        self._outside = Outside(self._standings, telling)
        self._repetition = Repetition(self._standings, self._printed, telling)

    def left(self) -> Iterator[LeftOut]:
        """Yield what is left out."""
        for fact in self._standings.facts:
            if not self._is_told(fact):
                reason = self._reason(fact)
                place = self._repetition.place(fact) if reason is None else None
                if reason is None and place is None:
                    reason = self._last_reason(fact)
                yield self._entry(fact, reason or _R.DUPLICATE, place)

    def _entry(self, fact: Standing, reason: LeftOutReason, place: str | None) -> LeftOut:
        public = self._telling.audience.is_public
        hidden = public and reason is _R.PRIVATE
        return LeftOut(fact.ref, "" if hidden else fact.text, reason, place)

    def _is_told(self, fact: Standing) -> bool:
        facts = self._printed.facts(fact.ref)
        hows = {one.ref.partition("#")[2] for one in facts}
        hows = {how for how in hows if not how.startswith(COMPUTED)}
        if "" in hows or type(fact.value) is not str:
            return bool(hows)
        whole = bool(hows) and _covers([one.text for one in facts], fact.text)
        return whole or self._stands(fact)

    def _stands(self, fact: Standing) -> bool:
        """Return whether a text stands by itself where no fact can: a head, the addressee."""
        blocks = self._printed.owned(fact.home) if fact.home.ref else [""]
        forms = (fact.text, over(fact.text), fact.text.rstrip("。"))
        return any(form in self._printed.wholes[block] for block in blocks for form in forms)

    def _reason(self, fact: Standing) -> LeftOutReason | None:
        """Return why the document need not say a fact; None where it must."""
        if self._outside.is_private(fact):
            return _R.PRIVATE
        if self._outside.is_elsewhere(fact):
            return _R.OTHER_REPORT
        if self._is_masked(fact):
            return _R.MASKED
        if decides(fact, self._is_said) or self._finds_a_field(fact):
            return _R.STRUCTURE
        is_empty = self._is_wordless(fact.path) or _heads_nothing(fact)
        return _R.NO_WORDS if is_empty else None

    def _finds_a_field(self, fact: Standing) -> bool:
        """Return whether a name only finds what the pack knows, and tells in its own words."""
        entity = fact.holder.entity
        is_known = fact.field == "name" and declared_as(entity, self._telling.fields)
        return bool(is_known) and self._is_said(child(fact.holder.ref, "value"))

    def _is_said(self, ref: str) -> bool:
        """Return whether a fact is printed, or said by something else; no fact is neither."""
        fact = self._standings.fact(ref)
        if fact is None:
            return False
        return self._is_told(fact) or self._repetition.place(fact) is not None

    def _is_due(self, ref: str) -> bool:
        """Return whether the document has to say a fact."""
        fact = self._standings.fact(ref)
        return fact is not None and self._reason(fact) is None

    def _last_reason(self, fact: Standing) -> LeftOutReason:
        if self._is_cut(fact):
            return _R.LENGTH
        hollow = is_hollow(fact, self._standings, self._is_due)
        return _R.NO_WORDS if hollow else _R.UNTOLD

    def _is_cut(self, fact: Standing) -> bool:
        """Return whether a fact is left out for length, or belongs to what is told in less."""
        shortened, home = self._telling.shortened, fact.home
        if isinstance(home.entity, Person) and home.entity.name in self._cut_words:
            return True
        refs = self._standings.linked.get(home.ref, ()) if _is_referred(home) else ()
        return bool(shortened) and not shortened.isdisjoint(
            (*self._standings.above(fact), *refs)
        )

    @cached_property
    def _cut_words(self) -> str:
        """Return the words of the entities that are told in less: some of them name people."""
        return "\n".join(
            fact.text
            for fact in self._standings.facts
            if type(fact.value) is str
            and not self._telling.shortened.isdisjoint(self._standings.above(fact))
        )

    def _is_masked(self, fact: Standing) -> bool:
        """Return whether a value is masked or lost, or is what an entity is there to say."""
        figure = child(fact.holder.ref, needed_figure(type(fact.holder.entity)) or "")
        return any(
            isinstance(value, Value) and not Shown(value, fact.ref)
            for value in (fact.value, self._standings.value(figure))
        )

    def _is_wordless(self, path: Path) -> bool:
        return any(path[:size] in self._wordless for size in range(1, len(path) + 1))

    @cached_property
    def _wordless(self) -> frozenset[Path]:
        """Return the places of what the composer warns of: it has nothing to be told by."""
        kinds = self._telling.kinds(self._record)
        found = [
            *untold_measures(self._record, kinds, self._document),
            *left_out_photographs(self._record, kinds),
        ]
        told = frozenset(finding.at.path for finding in found)
        return told.union(self._empty_attachments())

    def _empty_attachments(self) -> Iterator[Path]:
        """Yield the places of attachments that have nothing to attach, or are not attached."""
        for home in self._standings.homes.values():
            is_left = isinstance(home.entity, Attachment) and not self._printed.owned(home)
            if is_left and not has_content(View(home.entity, home.ref)):
                yield home.path


def _heads_nothing(fact: Standing) -> bool:
    """Return whether a fact is a head or the unit of a table that has no cells."""
    entity = fact.home.entity
    is_bare = isinstance(entity, Attachment) and not has_cells(entity)
    return is_bare and fact.field in _OF_A_TABLE


def _is_referred(home: Home) -> bool:
    return isinstance(home.entity, REFERRED)


def _covers(parts: list[str], text: str) -> bool:
    """Return whether the printed parts of a text are all of it, or all but its first words."""
    lost = (Counter(text) - Counter("".join(parts))).items()
    count = sum(count for sign, count in lost if sign not in _MARKS)
    whole = any(text.endswith(part) for part in parts)
    return count == 0 or (whole and count <= MOST_LOST)
