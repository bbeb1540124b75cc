"""What a document says, by entity: its facts, the sentences and blocks they stand in."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice
from typing import Final

from summarykit.compose.completeness.standing import Home, Standings
from summarykit.document import Document, Fact, Inlines, Table, blocks_of, plain
from summarykit.document.lines import addressee_line, imprint_lines, letterhead_lines
from summarykit.document.nodes import Attachment, Block, Strong, Text
from summarykit.document.walking import own_lines

TITLE: Final = "title"
"""The place of what the title and the line below it say."""
LETTERHEAD: Final = "letterhead"
"""The place of what the letterhead says."""
IMPRINT: Final = "imprint"
"""The place of what the imprint says."""
_STOPS: Final = ("。", "；", "！", "？")
_MOST_PLACES: Final = 40
"""A name that stands in more sentences than this is a common noun."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of the document, and where: the reference of a fact, or the id of a block."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its words, cell by cell, and the heads of the columns."""

    cells: tuple[str, ...]
    heads: tuple[str, ...]
    place: str


@dataclass(slots=True)
class _Of:
    """What a document prints of one entity."""

    facts: dict[Fact, None] = field(default_factory=dict)
    sentences: list[Saying] = field(default_factory=list)
    blocks: dict[str, None] = field(default_factory=dict)


class Sayings:
    """Many sayings that are searched as one text."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        self._sayings = tuple(sayings)
        self._text = "\n".join(saying.text for saying in self._sayings)
        ends = accumulate(len(saying.text) + 1 for saying in self._sayings)
        self._starts = (0, *ends)

    def saying(self, words: str) -> Iterator[Saying]:
        """Yield those that say `words`, in order."""
        at = self._text.find(words)
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            yield self._sayings[index]
            at = self._text.find(words, self._starts[index + 1])


class Printed:
    """The words of one document, found by fact, by entity, by block and by name."""

    def __init__(self, document: Document, standings: Standings) -> None:
        self._standings = standings
        self._of: dict[str, _Of] = defaultdict(_Of)
        self._sentences: list[Saying] = []
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        self._by_block: dict[str, list[Fact]] = defaultdict(list)
        self.wholes: dict[str, set[str]] = defaultdict(set)
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self._tables: set[str] = set()
        self.title = Saying(f"{plain(document.title)}\n{plain(document.subtitle)}", TITLE)
        self._read(document)
        self._all = Sayings(self._sentences)
        self._owned = self._owners()

    def facts(self, ref: str) -> list[Fact]:
        """Return what is printed of the fact called `ref`, in whole or in part."""
        return self._facts.get(ref, [])

    def blocks(self) -> Iterable[tuple[str, list[Fact]]]:
        """Return the ids of all blocks that print facts, with their facts."""
        return self._by_block.items()

    def facts_in(self, block: str) -> list[Fact]:
        """Return the facts that stand in a block."""
        return self._by_block.get(block, [])

    def of(self, home: Home) -> Iterable[Fact]:
        """Return the facts printed of an entity, each once."""
        return self._of[home.ref].facts if home.ref in self._of else ()

    def sentences_of(self, home: Home) -> list[Saying]:
        """Return the sentences in which a fact of an entity stands."""
        return self._of[home.ref].sentences if home.ref in self._of else []

    def blocks_of(self, home: Home) -> Iterable[str]:
        """Return the ids of the blocks in which a fact of an entity stands."""
        return self._of[home.ref].blocks if home.ref in self._of else ()

    def owned(self, home: Home) -> list[str]:
        """Return the ids of the blocks that take their ids from an entity."""
        return self._owned.get(home.ref, [])

    def owners(self, block: str) -> Iterator[str]:
        """Yield the references of the entities that a block takes its id from."""
        return (part for part in block.split("/")[1:] if part in self._standings.homes)

    def block(self, name: str) -> Saying:
        """Return the words of the block of that id, those of a table included."""
        return Saying("\n".join(self._texts[name]), name)

    def is_table(self, block: str) -> bool:
        """Return whether a block is a table, whose rows are about one thing each."""
        return block in self._tables

    def naming(self, name: str) -> list[Saying]:
        """Return the sentences that say a name; none of a common noun, which stands in many."""
        found = list(islice(self.saying(name), _MOST_PLACES + 1))
        return found if len(found) <= _MOST_PLACES else []

    def saying(self, words: str) -> Iterator[Saying]:
        """Yield the sentences that say `words`, in order."""
        return self._all.saying(words)

    def _read(self, document: Document) -> None:
        for line in letterhead_lines(document):
            self._line(line, LETTERHEAD)
        self._line(document.title, TITLE)
        self._line(document.subtitle, TITLE)
        self._line(addressee_line(document), "")
        self.wholes[""].add(plain(document.addressee))
        for block in blocks_of(document):
            for line in own_lines(block):
                self._line(line, block.id)
            if isinstance(block, Table):
                self._table(block)
            for words in _template_words(block):
                self.wholes[block.id].add(words)
        for line in imprint_lines(document):
            self._line(line, IMPRINT)

    def _line(self, line: Inlines, block: str) -> None:
        self._texts[block].append(plain(line))
        for sentence, facts in _sentences(line):
            saying = Saying(sentence, block)
            self._sentences.append(saying)
            self._by_block[block] += facts
            for fact in facts:
                self._fact(fact, saying)

    def _fact(self, fact: Fact, saying: Saying) -> None:
        ref = fact.ref.partition("#")[0]
        self._facts[ref].append(fact)
        home = self._standings.home_of(ref)
        if home is not None:
            here = self._of[home.ref]
            here.facts[fact] = None
            if not here.sentences or here.sentences[-1] is not saying:
                here.sentences.append(saying)
            here.blocks[saying.place] = None

    def _table(self, table: Table) -> None:
        heads = tuple(plain(column.head) for column in table.columns)
        caption = plain(table.caption) or table.description
        self._tables.add(table.id)
        self._line((Text("；".join(heads)),), table.id)
        about = Text(f"{caption}：")
        for cells in table.rows:
            self._line((about, *_spaced(cells)), table.id)
            row = Row(tuple(plain(cell) for cell in cells), heads, table.id)
            for word in row.cells[:2]:
                self.rows[word].append(row)

    def _owners(self) -> dict[str, list[str]]:
        owned: dict[str, list[str]] = defaultdict(list)
        for block in self._texts:
            for owner in self.owners(block):
                owned[owner].append(block)
        return owned


def _spaced(cells: tuple[Inlines, ...]) -> Iterator[Text | Fact | Strong]:
    for cell in cells:
        yield from cell
        yield Text(" ")


def _template_words(block: Block) -> Iterator[str]:
    """Yield the words that stand in a block by themselves and come from text of the record."""
    match block:
        case Table():
            yield block.unit
            yield from (plain(column.head) for column in block.columns)
        case Attachment():
            yield block.notice
        case _:
            return


def _sentences(line: Inlines) -> Iterator[tuple[str, list[Fact]]]:
    """Yield the sentences of a line with their facts; the text of a fact is never divided."""
    words: list[str] = []
    facts: list[Fact] = []
    for inline in _flat(line):
        pieces = [inline.text] if isinstance(inline, Fact) else _pieces(inline.text)
        if isinstance(inline, Fact):
            facts.append(inline)
        for piece in pieces:
            words.append(piece)
            if piece.endswith(_STOPS):
                yield "".join(words), facts
                words, facts = [], []
    if words:
        yield "".join(words), facts


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for at, sign in enumerate(text, 1):
        if sign in _STOPS:
            yield text[start:at]
            start = at
    yield from filter(None, (text[start:],))


def _flat(line: Inlines) -> Iterator[Text | Fact]:
    for inline in line:
        if isinstance(inline, Strong):
            yield from inline.children
        else:
            yield inline
