"""Texts without what their readers must not see: names of children, numbers, illness."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from summarykit.diagnostics import Path
from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.privacy.aliases import bare
from summarykit.privacy.audit import Masked, kind_of
from summarykit.privacy.children import Children, Told, children_of, closed
from summarykit.privacy.detecting import PrivateKind, PrivateSpan, private_spans
from summarykit.privacy.detecting.guardians import RELATIONS
from summarykit.privacy.detecting.matters import matters_of_one
from summarykit.privacy.detecting.names import known
from summarykit.privacy.detecting.searching import apart
from summarykit.privacy.detecting.surnames import given_name, surname
from summarykit.privacy.omitting import omitted
from summarykit.privacy.rosters import is_secret
from summarykit.privacy.texts import texts_of

_K = PrivateKind
_NAMES: Final = frozenset((_K.CHILD_NAME, _K.GUARDIAN_NAME))
_OF_INSIDERS: Final = frozenset((_K.ILLNESS, _K.FAMILY))
"""What a report upward may tell of a case."""
_PUPIL: Final = "学生"
_PUPILS: Final = ("学生", "儿童", "孩子", "幼儿")
_BEHIND: Final = ("同学", "小朋友", "学生")
_GOES_ON: Final = re.compile("[^\\W0-9A-Za-z_等和与及是为的]")
_SHORT: Final = 2
_BESIDE: Final[Path] = ("file",)
_CASES: Final = "cases"
_ROWS: Final = "rows"
_OF_A_ROW: Final = len(("attachments", 0, _ROWS, 0))
_SINGLE: Final = ("home_visits", "visits")
_WHO: Final = ("id", "pupil", "alias", "speaker", "visitors")
"""What of a case or a visit says who it is of, or who speaks."""
_NO_MORE: Final = re.compile("(?:学生|小?同学|小朋友|[。，！\\s])*")


@dataclass(frozen=True, slots=True)
class MaskedTexts:
    """The texts of a record that change for an audience, by place, and the list of why."""

    texts: Mapping[Path, str | None]
    """What stands there instead; None where it would say nothing but who a case is of."""
    audit: tuple[Masked, ...]
    children: Children


@dataclass(frozen=True, slots=True)
class Family:
    """Records that tell of the same children: those that name them first, and those after."""

    first: tuple[YearRecord, ...] = ()
    then: tuple[YearRecord, ...] = ()


ALONE: Final = Family()


def masked_texts(record: YearRecord, audience: Audience, family: Family = ALONE) -> MaskedTexts:
    """Return which texts of a record an audience reads otherwise, and what is masked.

    All texts are searched at once, in time linear in their length. What stands in a roster
    stays for those who may have it.
    """
    return _masked(record, texts_of(record), audience, family)


def masked_words(
    words: str, record: YearRecord, audience: Audience, family: Family = ALONE
) -> str:
    """Return words beside a record, such as the name of its file, as an audience may read them.

    Children are called as in the record.
    """
    texts = [*texts_of(record), (_BESIDE, words)]
    return _masked(record, texts, audience, family).texts.get(_BESIDE) or words


def _masked(
    record: YearRecord, texts: Sequence[tuple[Path, str]], audience: Audience, family: Family
) -> MaskedTexts:
    page = _Page(texts)
    children = children_of(
        [
            *(_told(one) for one in family.first),
            Told(record, page.text, page.spans),
            *(_told(one) for one in family.then),
        ],
        audience,
    )
    masking = _Masking(record, children, audience)
    changed: dict[Path, str | None] = {}
    audit: list[Masked] = []
    for path, text, spans in page.of_each(masking.spans(page)):
        told = [span for span in spans if masking.is_kept_back(path, span)]
        if told:
            changed[path], found = masking.without(path, text, told)
            if _tells_no_more(path, text, told):
                changed[path], found = None, [replace(one, instead="") for one in found]
            audit += found
    return MaskedTexts(changed, tuple(audit), children)


def _told(record: YearRecord) -> Told:
    page = _Page(texts_of(record))
    return Told(record, page.text, page.spans)


class _Page:
    """All texts in one, a line each, so that each pattern runs once."""

    def __init__(self, texts: Sequence[tuple[Path, str]]) -> None:
        self.texts = texts
        # A line break inside a text is no end of it.
        self._lines = [text.replace("\n", " ") for _, text in texts]
        self.text = "\n".join(self._lines)
        self.starts = [0, *accumulate(len(line) + 1 for line in self._lines)]
        self.spans = private_spans(self.text)
        """What is private of itself, whatever names are known."""

    def of_each(
        self, spans: Iterable[PrivateSpan]
    ) -> Iterator[tuple[Path, str, list[PrivateSpan]]]:
        """Yield the texts in which there are spans, with these by their place in the text."""
        found: dict[int, list[PrivateSpan]] = defaultdict(list)
        for span in spans:
            at = bisect_right(self.starts, span.start) - 1
            start = self.starts[at]
            found[at].append(PrivateSpan(span.start - start, span.end - start, span.kind))
        for at, own in sorted(found.items()):
            yield *self.texts[at], own


class _Masking:
    def __init__(self, record: YearRecord, children: Children, audience: Audience) -> None:
        self._record = record
        self._children = children
        self._is_public = audience.is_public
        self._secret = {index for index, one in enumerate(record.attachments) if is_secret(one)}

    def spans(self, page: _Page) -> list[PrivateSpan]:
        """Return what is private on a page, in order; no two spans meet."""
        names = tuple(self._children.by_name)
        known = private_spans(page.text, names) if names else page.spans
        # A name that reads like a child's may be that of an adult of the record.
        found = [one for one in known if self._is_known(page.text[one.start : one.end], one)]
        found += [*self._by_given_names(page.text), *self._in_own_cases(page)]
        found += self._guardians(page.text)
        if self._is_public:
            places = self._of_one_child(page, found)
            found += _matters_at(page, places)
        return list(apart(found, len(page.text)))

    def _is_known(self, words: str, span: PrivateSpan) -> bool:
        match span.kind:
            case _K.CHILD_NAME:
                return closed(words) in self._children.by_name
            case _K.GUARDIAN_NAME:
                return closed(words) in self._children.guardians
            case _:
                return True

    def _guardians(self, text: str) -> Iterator[PrivateSpan]:
        """Yield where parents and guardians are named without what they are; no short names."""
        long = [name for name in self._children.guardians if len(name) > _SHORT]
        return known(text, long, _K.GUARDIAN_NAME)

    def _of_one_child(self, page: _Page, found: Sequence[PrivateSpan]) -> set[Path]:
        """Return the places of what tells of one child: cases, visits, rows that name one."""
        named = [one for one in found if one.kind is _K.CHILD_NAME]
        rows = {path[:_OF_A_ROW] for path, _, _ in page.of_each(named) if _ROWS in path}
        told = {
            path[:_OF_A_ROW]
            for path, _ in page.texts
            if path[0] == _CASES or path[:2] == _SINGLE
        }
        return rows | told

    def _by_given_names(self, text: str) -> Iterator[PrivateSpan]:
        pattern = self._children.given
        for found in pattern.finditer(text) if pattern else ():
            yield PrivateSpan(*found.span(), _K.CHILD_NAME)

    def _in_own_cases(self, page: "_Page") -> Iterator[PrivateSpan]:
        """Yield the given names of children alone, in the cases that tell of them."""
        pupils = {pupil.id: pupil for pupil in self._record.pupils if pupil.id}
        for (path, text), start in zip(page.texts, page.starts, strict=False):
            if path[0] != _CASES:
                continue
            case = self._record.cases[int(path[1])]
            pupil = pupils.get(case.pupil or "")
            names = (case.alias, pupil and pupil.name, pupil and pupil.alias)
            for name in {self._given(name) for name in names if name} - {""}:
                for found in re.finditer(re.escape(name), text):
                    at = start + found.start()
                    yield PrivateSpan(at, at + len(name), _K.CHILD_NAME)

    def _given(self, name: str) -> str:
        whole = closed(name)
        return given_name(whole) if whole in self._children.by_name else ""

    def is_kept_back(self, path: Path, span: PrivateSpan) -> bool:
        """Return whether the readers must not see what stands there."""
        if self._is_public:
            return True
        inside = path[0] == "attachments" and path[1] in self._secret
        return not inside and span.kind not in _OF_INSIDERS

    def without(
        self, path: Path, text: str, spans: Sequence[PrivateSpan]
    ) -> tuple[str, list[Masked]]:
        """Return a text without what is private in it, and an entry of the list for each."""
        audit: list[Masked] = []
        said: set[str] = set()
        told, at = "", 0
        others = omitted(text, [span for span in spans if span.kind not in _NAMES])
        by_span = {one.span: one for one in others}
        for span in spans:
            one = by_span.get(span)
            start = one.start if one else span.start
            if span.start < at:
                continue
            told += text[at : max(at, start)]
            instead, at = (one.instead, one.end) if one else self._named(text, span, told, said)
            told += instead
            audit.append(Masked(path, kind_of(span.kind), instead))
        return told + text[at:], audit

    def _named(
        self, text: str, span: PrivateSpan, before: str, said: set[str]
    ) -> tuple[str, int]:
        """Return what stands in place of a name, and where the text goes on."""
        words = text[span.start : span.end]
        if span.kind is _K.GUARDIAN_NAME:
            # 父亲高松柏在外务工 is 父亲在外务工; where no sentence goes on, it is 父亲高某某.
            alone = before.endswith(RELATIONS) and _GOES_ON.match(text, span.end)
            return "" if alone else f"{surname(closed(words))}某某", span.end
        alias = self._children.alias_of(words)
        if alias is None:
            raise KeyError(words)  # `spans` finds only those who have one
        shown = bare(alias) if alias in said else alias
        said.add(alias)
        if not alias.startswith(_PUPIL):
            return shown, span.end
        # 学生王… and 王…同学 are 学生A.
        behind = next((w for w in _BEHIND if text.startswith(w, span.end)), "")
        if before.endswith(_PUPILS):
            shown = shown.removeprefix(_PUPIL)
        return shown, span.end + len(behind)


def _tells_no_more(path: Path, text: str, spans: Sequence[PrivateSpan]) -> bool:
    """Return whether a text of what is of one child names the child and says nothing else."""
    if path[0] != _CASES and path[:2] != _SINGLE:
        return False
    if path[-1] in _WHO or [span.kind for span in spans] != [_K.CHILD_NAME]:
        return False
    rest = text[: spans[0].start] + text[spans[0].end :]
    return _NO_MORE.fullmatch(rest) is not None


def _matters_at(page: _Page, places: Collection[Path]) -> Iterator[PrivateSpan]:
    """Yield illness and family matters at places that tell of one child, named there or not."""
    for (path, text), start in zip(page.texts, page.starts, strict=False):
        if path[:_OF_A_ROW] in places:
            for one in matters_of_one(text):
                yield PrivateSpan(start + one.start, start + one.end, one.kind)
