"""What no finished text may hold: the seams where a template and a value meet badly."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final

from summarykit.compose import Audience, Composed, Extent, compose
from summarykit.document import (
    Document,
    Inlines,
    Paragraph,
    Strong,
    Table,
    Text,
    blocks_of,
    plain,
    repeated_ids,
    text_of,
)
from summarykit.document.nodes import Block, Heading, Section
from summarykit.model import YearRecord
from summarykit.packs import Length, Pack, load_pack

SEAMS: Final[Mapping[str, str]] = {
    "two marks in a row": r"[，、；：。][，、；：。]|[，、；：][！？]",
    "a mark after an opening one": r"[（“《][，、；：。]",
    "a mark before a closing one": r"[，、；：][）”》]",
    "empty brackets or marks": r"（）|“”|《》|〔〕",
    "a word of the program": r"None|Undefined|True|False|\{|\}|<|>",
    "a clause without its noun": (
        # 自由, 理由, 行为 and 认为 are words of their own.
        r"(?<![自理缘])由(?=负责|具体实施|参与实施|[，。；])"
        r"|(?<![行作认])为(?=[，。；])|(?<!公)共(?=[，。；])"
    ),
    "the same pronoun twice": r"(我[校班镇县乡园]|我学区)[^，。；]{0,4}我[校班镇县乡园学]",
    "a half-width mark": r"(?<=[\u4e00-\u9fff])[,;:?!()](?=[\u4e00-\u9fff])",
    "a blank": r"[ \t]",
    "markup": r"\*\*|##",
}
DOUBLED: Final = tuple("将拟的等自起共于由了在时为有前后")
PAIRS: Final = ("（）", "“”", "《》", "〔〕")
UNPAIRED: Final = "brackets that do not pair"
ENDS: Final = ("。", "。”", "？", "？”", "！", "！”", "…")
BEGINNINGS: Final = "，、；：。！？）”》"


BASE: dict[str, Any] = {
    "organisation": {"name": "青石镇中心小学", "level": "school"},
    "period": {"kind": "school_year"},
    "population": [{"id": "people", "cohort": "disabled", "count": "60名"}],
    "policies": [
        {"id": "rule", "title": "样例办法", "kind": "school_rule"},
        {"id": "terms", "title": "样例政策", "kind": "programme"},
        {"id": "law", "title": "样例法", "kind": "law", "number": "样例〔2020〕1号"},
    ],
}
REPORTS: Final = (
    "left_behind_care",
    "migrant_enrolment",
    "dropout_prevention",
    "home_visits",
    "annual",
)


@cache
def pack() -> Pack:
    """Return the pack that ships with us."""
    loaded = load_pack("zh")
    assert loaded.pack is not None, loaded.findings
    return loaded.pack


def composed(
    data: YearRecord | Mapping[str, Any],
    report: str,
    audience: Audience = Audience.INTERNAL,
    length: Length = Length.STANDARD,
) -> Composed:
    """Return what `report` of the pack that ships with us makes of a record."""
    record = data if isinstance(data, YearRecord) else YearRecord.model_validate(data)
    return compose(record, pack(), report, audience, Extent(length))


def document_of(
    data: YearRecord | Mapping[str, Any], report: str, length: Length = Length.STANDARD
) -> Document:
    """Return the document; errors are shown."""
    made = composed(data, report, length=length)
    assert made.document is not None, [str(finding) for finding in made.findings]
    return made.document


def paragraphs(document: Document) -> Iterator[Inlines]:
    """Yield the words of each paragraph and of each heading with what runs in."""
    for block in blocks_of(document):
        match block:
            case Paragraph():
                yield block.children
            case Heading():
                yield (*block.children, *block.run_in)
            case _:
                continue


def seams(document: Document) -> list[str]:
    """Return every seam of the text, with the line that has it."""
    return [
        f"{what}: {plain(words)}"
        for words in paragraphs(document)
        for what in (*_wrong(plain(words)), *(["a word doubled at a joint"] * _doubled(words)))
    ] + _unfinished(document)


def _doubled(words: Inlines) -> bool:
    """Return whether a word stands on both sides of where a value meets a template: 的的."""
    texts = [plain((word,)) for word in words]
    return any(doubled_at(a, b) for a, b in pairwise(texts))


def doubled_at(before: str, after: str) -> bool:
    """Return whether one small word ends what stands before a joint and begins what follows."""
    return before[-1:] == after[:1] and before[-1:] in DOUBLED


def _wrong(line: str) -> Iterator[str]:
    yield from dict.fromkeys(what for what, _, _ in faults(line))


def faults(line: str) -> Iterator[tuple[str, int, int]]:
    """Yield what is wrong with a line, each with where it begins and ends.

    What is found by what stands beside it takes its neighbours in.
    """
    for what, form in SEAMS.items():
        wide = 1 if "(?" in form else 0
        for found in re.finditer(form, line):
            yield what, max(0, found.start() - wide), found.end() + wide
    if line[:1] in BEGINNINGS:
        yield "a paragraph that begins with a mark", 0, 1
    if any(line.count(pair[0]) != line.count(pair[1]) for pair in PAIRS):
        yield UNPAIRED, 0, len(line)


def _unfinished(document: Document) -> list[str]:
    """Return the paragraphs of the text that do not end as a sentence does."""
    sections = (b for b in document.blocks if isinstance(b, Section))
    found = (what for s in sections for block in s.blocks for what in _open_end(block))
    return list(found)


def _open_end(block: Block) -> Iterator[str]:
    words = block.children if isinstance(block, Paragraph) else ()
    if isinstance(block, Heading):
        words = block.run_in
        if not words and plain(block.children).endswith("。"):
            yield f"a heading with nothing after it: {plain(block.children)}"
    if words and not plain(words).endswith(ENDS):
        yield f"a sentence without its end: {plain(words)}"


def template_words(document: Document) -> str:
    """Return what the templates say, without the values of the record; `·` stands for each."""
    return "\n".join(_own(words) for words in paragraphs(document))


def _own(words: Inlines) -> str:
    flat = (i for w in words for i in (w.children if isinstance(w, Strong) else (w,)))
    return "".join(i.text if isinstance(i, Text) else "·" for i in flat)


def of(level: str = "school", **programme: object) -> dict[str, Any]:
    """Return a small record whose one programme holds these fields."""
    organisation = BASE["organisation"] | {"level": level}
    programmes = {"left_behind_care": programme}
    return BASE | {"organisation": organisation, "programmes": programmes}


def check(data: YearRecord | Mapping[str, Any], report: str = "left_behind_care") -> str:
    """Return the text of a report, which has no seams and no id twice."""
    document = document_of(data, report)
    assert seams(document) == []
    assert repeated_ids(document) == ()
    return "\n".join(text_of(document))


def said(text: str, *ways: str) -> bool:
    """Return whether one of several wordings stands in a text, which is shown if none does."""
    found = any(way in text for way in ways)
    assert found, text
    return found


def tables(document: Document) -> list[list[str]]:
    """Return the tables of a document, each as its caption and its lines."""
    return [
        [
            plain(table.caption),
            " ".join(plain(column.head) for column in table.columns),
            *(" ".join(plain(cell) for cell in row) for row in table.rows),
        ]
        for table in blocks_of(document)
        if isinstance(table, Table)
    ]
