"""The summary that a record was composed to: its text, its figures, its files."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from html import escape
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, get_args

from summarykit.api.arguments import FINDING, needed_path, unknown, wrong_type
from summarykit.api.year_on_year import Beside
from summarykit.diagnostics import (
    Code,
    Finding,
    Path,
    Place,
    Severity,
    SummaryError,
    message,
)
from summarykit.document import Document, characters_of, plain
from summarykit.model import YearRecord

if TYPE_CHECKING:
    from summarykit.compose.completeness.leaving import LeftOut, Telling
    from summarykit.facts import PrintedFigure
    from summarykit.facts.earlier import FollowUp, Taken
    from summarykit.l10n.messages import Language
    from summarykit.layout import Layout
    from summarykit.privacy.audit import Masked


@dataclass(slots=True)
class Account:
    """What a document was to tell, and what it left out once somebody has asked."""

    telling: "Telling"
    left_out: "tuple[LeftOut, ...] | None" = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The records a summary is made of, and what it tells of the earlier one."""

    beside: Beside
    taken: "Taken | None" = None


@dataclass(frozen=True, slots=True, repr=False)
class Summary:
    """A composed summary: what it says, how it looks, and what was found on the way.

    A notebook shows its text and its findings.
    """

    report: str
    """The id of the report it is."""
    record: YearRecord
    """What it tells: the record as its readers may have it."""
    document: Document
    layout: "Layout"
    findings: tuple[Finding, ...] = ()
    """Warnings and remarks; with an error there is no summary."""
    audit: "tuple[Masked, ...]" = ()
    """What is kept from its readers, with its place in the record and why."""
    _account: Account = field(kw_only=True, compare=False)
    _kept: Kept = field(kw_only=True, compare=False)

    @property
    def left_out(self) -> "tuple[LeftOut, ...]":
        """The facts of the record that the document does not print, each with the reason.

        Every other fact is printed. They are looked up when they are first asked for; what the
        reader must not see is listed without its words.
        """
        if self._account.left_out is None:
            from summarykit.compose.completeness.accounting import (  # noqa: PLC0415 - who asks
                left_out,
            )

            self._account.left_out = left_out(self.record, self.document, self._account.telling)
        return self._account.left_out

    @property
    def title(self) -> str:
        """The title in one line."""
        return plain(self.document.title)

    @property
    def characters(self) -> int:
        """How many characters are printed up to the attachments (字数); blanks do not count."""
        return characters_of(self.document)

    @property
    def figures(self) -> "tuple[PrintedFigure, ...]":
        """The figures of the record that are printed: counts, amounts, dates, what is computed.

        Each says where it is printed, where it comes from and how it is computed. The places of
        what is told of the period before begin with `previous`.
        """
        from summarykit import facts  # noqa: PLC0415 - only who asks needs the walk

        return facts.printed_figures(self.document, self.record, self._kept.taken)

    def explain(self, asked: str) -> "tuple[PrintedFigure, ...]":
        """Return the figures that `asked` means: as printed (`87名`, `增加8名`), by name or id.

        Those that are printed come first; a figure of the record that is printed nowhere has no
        `where`.

        Raises:
            SummaryError: There is no such figure.
        """
        from summarykit import facts  # noqa: PLC0415 - as above

        printed = self.figures
        every = (*printed, *facts.unprinted_figures(self.record, printed))
        found = facts.matching(printed, asked) or facts.matching(every, asked)
        if not found:
            said = message("neither summary nor record has the figure {found}", found=asked)
            hint = message("write it as it is printed, or a word of its name")
            raise SummaryError([Finding(Severity.ERROR, Code.UNKNOWN_KEY, said, hint=hint)])
        return found

    @property
    def follow_up(self) -> "tuple[FollowUp, ...]":
        """What became of each next step of the period before, as far as the record says.

        None without the record of that period (`previous`). A guess is not certain, and is not
        told in the document.
        """
        beside = self._kept.beside.year_on_year
        return () if beside is None else beside.follow_up

    def place(self, path: Path) -> Place:
        """Return the line and column of a field, where the record came from a file.

        A path that begins with `previous` is one of the record of the period before.
        """
        return self._kept.beside.place(path)

    def file_name(self, words: str) -> str:
        """Return words for the name of a file, without what its readers must not see.

        Children and their parents are called as in the summary.
        """
        from summarykit.privacy.masking import (  # noqa: PLC0415 - see the package's docstring
            Family,
            masked_words,
        )

        own, before = self._kept.beside.own.record, self._kept.beside.before.record
        family = Family(then=() if before is None else (before,))
        return masked_words(words, own or self.record, self._account.telling.audience, family)

    def __repr__(self) -> str:
        """Return one line: report, title, and how much there is."""
        counts = f"{self.characters} characters, {len(self.findings)} findings"
        return f"<{type(self).__name__} {self.report}: {self.title}, {counts}>"

    def to_bytes(
        self,
        format: str = "docx",  # noqa: A002 - the word people look for
        *,
        sources: bool = False,
    ) -> bytes:
        """Return the summary as a file of that format: `docx`, `md` or `txt`.

        A point before it does no harm. The same summary gives the same bytes. With `sources`,
        the last attachment, 数据来源, says of each figure where it stands, where it comes from
        and how it is computed; a Word file has each figure in a content control besides, whose
        tag is what the fact is called.

        Raises:
            SummaryError: There is no such format.
        """
        from summarykit.writers import WRITERS  # noqa: PLC0415 - see the package's docstring

        asked = str(format)
        writer = WRITERS.get(asked.lower().removeprefix("."))
        if writer is None:
            raise SummaryError([_unknown_format(asked, Place(), WRITERS)])
        summary = self.with_sources() if sources else self
        return writer(summary.document, self.layout)

    def with_sources(self) -> "Summary":
        """Return the summary with 数据来源 in its document, its figures in content controls.

        It is what `to_bytes` and `save` write with `sources`. One that has it stays as it is.
        """
        from summarykit.api.sourcing import (  # noqa: PLC0415 - only who asks needs it
            Telling,
            has_sources,
            with_sources,
        )

        if has_sources(self.document):
            return self
        told = self._account.telling
        telling = Telling.of(_shown(self), told.audience)
        document = with_sources(self.document, self.figures, telling)
        return replace(self, document=document, _account=Account(told))

    def save(self, path: str | os.PathLike[str], *, sources: bool = False) -> FilePath:
        """Return the path once the summary is written there, in the format its suffix names.

        `sources` adds 数据来源, as in `to_bytes`.
        The file is complete or untouched: the bytes go to a new file first, which then takes
        its place. A process that is killed meanwhile may leave `.summarykit-….tmp` beside it.

        Raises:
            SummaryError: The suffix names no format, it is no path, or the file cannot be
                written.
        """
        from summarykit.writers import WRITERS  # noqa: PLC0415 - see the package's docstring
        from summarykit.writers.saving import save  # noqa: PLC0415 - as above

        named = needed_path("path", path)
        target = FilePath(named)
        format_ = target.suffix.removeprefix(".").lower()
        if format_ not in WRITERS:
            place = Place(source=named)
            raise SummaryError([_unknown_format(target.suffix, place, WRITERS)])
        finding = save(self.to_bytes(format_, sources=sources), named)
        if finding is not None:
            raise SummaryError([finding])
        return target

    def _repr_html_(self) -> str:
        """Return the text and the findings for a notebook."""
        # Columns line up where a Chinese character is two wide; no two blanks become one.
        style = "white-space:pre-wrap;font-family:'Noto Sans Mono CJK SC',SimSun,monospace"
        text = f'<pre style="{style}">{escape(self.to_bytes("txt").decode())}</pre>'
        found = "".join(f"<li><pre>{escape(line)}</pre></li>" for line in self._described())
        return f"{text}<ul>{found}</ul>" if found else text

    def _repr_markdown_(self) -> str:
        """Return the text and the findings for a notebook that shows Markdown."""
        # An indented block, in which nothing is markup.
        lines = [f"    {line}" for text in self._described() for line in text.split("\n")]
        return "\n".join([self.to_bytes("md").decode(), *lines])

    def _described(self) -> list[str]:
        return [describe(finding) for finding in self.findings]


def _shown(summary: Summary) -> Callable[[Path], Place]:
    """Return where a field of a summary is, in files whose names tell of nobody."""
    named = cache(summary.file_name)

    def shown(path: Path) -> Place:
        place = summary.place(path)
        file = place.source and named(FilePath(place.source).name)
        return replace(place, source=file)

    return shown


def describe(finding: Finding, lang: "Language" = "zh") -> str:
    """Return a finding as people read it, in Chinese or English: place, sentence and hint.

    Raises:
        SummaryError: It is no finding, or there is no such language.
    """
    from summarykit.l10n import messages  # noqa: PLC0415 - see the package's docstring

    if not isinstance(finding, Finding):
        raise SummaryError([wrong_type("finding", FINDING, finding)])
    languages = get_args(messages.Language)
    if lang not in languages:
        said = message("there is no language {found}", found=str(lang))
        raise SummaryError([unknown(said, languages)])
    return messages.describe(finding, lang)


def _unknown_format(found: str, place: Place, known: Iterable[str]) -> Finding:
    if not found:
        said = message("the name says no format")
        hint = message("add {endings} to it", endings=tuple(f".{name}" for name in known))
        return Finding(Severity.ERROR, Code.WRITER_UNKNOWN, said, place, hint)
    said = message("summaries are not written as {found}", found=found)
    hint = message("there are: {names}", names=tuple(known))
    return Finding(Severity.ERROR, Code.WRITER_UNKNOWN, said, place, hint)
