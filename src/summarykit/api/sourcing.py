"""数据来源: the figures of a summary with where they stand and where they come from.

The attachment is for whoever checks the figures. It says no more than the reader of the summary
may know: a path of a machine never, and to the public neither counts nor names that the text
does not print itself.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Final, TypeAlias

from summarykit.diagnostics import Path, Place
from summarykit.document import (
    Align,
    Attachment,
    AttachmentNote,
    Block,
    Column,
    Document,
    Fact,
    Inlines,
    Paragraph,
    Signature,
    Table,
    Text,
    text_of,
    with_facts,
)
from summarykit.document.lines import ATTACHMENT
from summarykit.facts import Calculation, PrintedFigure
from summarykit.facts.figures import MADE
from summarykit.facts.naming import field_labels
from summarykit.facts.tagging import with_controls
from summarykit.l10n import messages
from summarykit.model.audience import Audience

TITLE: Final = "数据来源"
_ID: Final = "data-sources"
_NOTICE: Final = "内部掌握，不得公开"
_SAID: Final = (
    "下表列出文中各项数据在文中的位置，以及在记录中的出处；由其他数据得出的，列出算法。"
)
_HEADS: Final = (
    *(("数据", 1.0), ("含义", 1.4), ("文中位置", 1.6)),
    *(("记录中的出处", 2.4), ("算法", 1.4)),
)
_Printed: TypeAlias = set[str | Path]
"""What the figures that a text prints are called, and where they stand."""
_EARLIER: Final = "上期的记录"
_SOMEWHERE: Final = "由记录中的数据算出"
"""What is said of a figure whose own figures the reader may not know."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What may be said of the sources: where fields are, to whom, and whether all of it."""

    place: Callable[[Path], Place]
    public: bool
    withholds: bool
    """Whether the readers may not know figures and names that the text does not print."""
    labels: frozenset[str] = frozenset()
    """The words of names that say nothing of anybody: the labels of the fields."""

    @classmethod
    def of(cls, place: Callable[[Path], Place], audience: Audience) -> "Telling":
        """Return what `audience` may be told; `place` says where a field of the record is."""
        withholds = audience.is_public or audience.least > 1
        return cls(place, audience.is_public, withholds, labels())


def labels() -> frozenset[str]:
    """Return the words that names of figures are made of besides those of the record."""
    return field_labels() | frozenset(MADE.values())


def tells_sources(lines: Iterable[str]) -> bool:
    """Return whether a text has the attachment, by the lines of it."""
    return any(line.strip("#* ") == TITLE for line in lines)


def has_sources(document: Document) -> bool:
    """Return whether a document has the attachment already."""
    return any(block.id == _ID for block in document.blocks)


def with_sources(
    document: Document, figures: tuple[PrintedFigure, ...], telling: Telling
) -> Document:
    """Return `document` with 数据来源 as its last attachment, and its figures in controls."""
    controlled = with_controls(document, _named(figures, document, telling))
    return _with_last(controlled, _attachment(_named(figures, document, telling), telling))


def _named(
    figures: tuple[PrintedFigure, ...], document: Document, telling: Telling
) -> tuple[PrintedFigure, ...]:
    """Return the figures by names that the reader may know: of the text, or of a field."""
    if not telling.withholds:
        return figures
    text = "\n".join(text_of(document))

    def known(name: str) -> str:
        words = name.split(" ")
        return " ".join(one for one in words if one in telling.labels or one in text)

    return tuple(replace(figure, name=known(figure.name)) for figure in figures)


def _attachment(figures: tuple[PrintedFigure, ...], telling: Telling) -> Attachment:
    columns = tuple(Column((Text(head),), Align.LEFT, weight) for head, weight in _HEADS)
    # What stands in for a figure of the period before has a name of its own, and its place.
    printed: _Printed = {figure.ref for figure in figures}
    printed |= {one.path for one in figures if one.path}
    rows = tuple(_row(figure, telling, printed) for figure in figures)
    table = Table(f"{_ID}/table", columns, rows, description=TITLE)
    said = Paragraph(f"{_ID}/1", (Text(f"{_SAID}{_file(telling)}"),))
    notice = "" if telling.public else _NOTICE
    return Attachment(_ID, (Text(TITLE),), (said, table), landscape=True, notice=notice)


def _file(telling: Telling) -> str:
    """Return the name of the record, without where it lies on somebody's machine."""
    source = telling.place(("organisation",)).source
    # The name of a file may be that of a child.
    told = source and not telling.public
    return f"记录文件：{FilePath(str(source)).name}。" if told else ""


def _row(figure: PrintedFigure, telling: Telling, printed: _Printed) -> tuple[Inlines, ...]:
    made = figure.calculation
    hidden = telling.withholds and made is not None and not _is_printed(made, printed)
    places = () if hidden else _origins(figure, telling)
    sums = (_SOMEWHERE,) if hidden or not (made or figure.path) else _sums(made, figure.value)
    cells = (
        "、".join(dict.fromkeys(figure.printed)),
        figure.name.replace(" ", "·").replace("…", "……"),
        "；".join(messages.translate(one, "zh") for one in figure.where),
        "；".join(dict.fromkeys(places)),
        "；".join(sums),
    )
    return tuple((Text(cell),) if cell else () for cell in cells)


def _is_printed(made: Calculation, printed: _Printed) -> bool:
    """Return whether the text prints every figure of the record that one is computed of."""
    return all(
        one.ref in printed or bool(one.path and one.path in printed)
        if one.calculation is None
        else _is_printed(one.calculation, printed)
        for one in made.operands
    )


def _origins(figure: PrintedFigure, telling: Telling) -> Iterator[str]:
    """Yield where the record has a figure, or those that it is computed of."""
    if figure.path:
        yield _placed(figure.path, telling)
    elif figure.calculation is not None:
        for path in _paths(figure.calculation):
            yield _placed(path, telling)


def _paths(made: Calculation) -> Iterator[Path]:
    for one in made.operands:
        if one.calculation is not None:
            yield from _paths(one.calculation)
        elif one.path:
            yield one.path


def _sums(made: Calculation | None, printed: str) -> Iterator[str]:
    """Yield how a figure is computed, then how those are of which it is."""
    if made is None:
        return
    noted = made.noted(printed)
    yield made.spelled(printed) if noted is None else messages.translate(noted, "zh")
    for one in made.operands:
        yield from _sums(one.calculation, one.text)


def _placed(path: Path, telling: Telling) -> str:
    """Return where a field stands: `population[1].count（第14行）`, and in which other file.

    The public is told that it is the earlier record, and not what its file is called.
    """
    at, own = telling.place(path), telling.place(("organisation",)).source
    line = "" if at.line is None else f"（第{at.line}行）"
    if not at.source or at.source == own:
        return f"{at.field}{line}"
    other = _EARLIER if telling.public else FilePath(at.source).name
    return f"{other} {at.field}{line}"


def _with_last(document: Document, last: Attachment) -> Document:
    """Return `document` with one more attachment, in its list and in the numbers of all."""
    others = [block for block in document.blocks if isinstance(block, Attachment)]
    numbered = replace(last, number=str(len(others) + 1) if others else "")
    if len(others) == 1:
        document = _first_of_two(document, others[0])
    blocks = (*_listed(document.blocks, last), numbered)
    return replace(document, blocks=blocks)


def _first_of_two(document: Document, only: Attachment) -> Document:
    """Return `document` with its only attachment as 附件1, also where the text names it."""

    def called(fact: Fact) -> Fact:
        is_name = fact.text == ATTACHMENT and fact.ref.endswith("#number")
        return replace(fact, text=f"{ATTACHMENT}1") if is_name else fact

    blocks = tuple(
        replace(block, number="1") if block is only else block for block in document.blocks
    )
    return with_facts(replace(document, blocks=blocks), called)


def _listed(blocks: tuple[Block, ...], last: Attachment) -> Iterator[Block]:
    """Yield the blocks with the attachment in the list; one is made above the signature."""
    noted = any(isinstance(block, AttachmentNote) for block in blocks)
    made = AttachmentNote(f"{_ID}/note", (last.title,))
    for block in blocks:
        if isinstance(block, AttachmentNote):
            yield replace(block, names=(*block.names, last.title))
            continue
        if not noted and isinstance(block, Signature | Attachment):
            noted = True
            yield made
        yield block
    if not noted:
        yield made
