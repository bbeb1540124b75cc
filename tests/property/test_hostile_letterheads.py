"""Whatever a letterhead holds, it is refused, or the files made with it are sound."""

import random
import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

import pytest

from documents import LAYOUT, TABLES, doc
from reference_docx import field, letterhead, packed, picture
from summarykit.layout import Layout, read_layout
from summarykit.ooxml.opening import opened
from summarykit.packs.places.files import PackFiles
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.reference.laying import with_reference
from summarykit.packs.reference.taking import furniture, model_of
from summarykit.packs.settings.merging import Source, merge
from summarykit.writers.docx import write_docx

TREE: Final = doc("= 题\n# 甲\n## 乙 >> 丙。\n正文。\n[横附件] 表\n| 项\n| 1\n")
PARTS: Final = [name for name in letterhead() if name.endswith((".xml", ".rels"))]
PIECES: Final = (
    "<w:p/>", "<w:tbl/>", "<w:r><w:t>字</w:t></w:r>", "<w:sdt><w:sdtContent/></w:sdt>",
    "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    f"<w:p>{field('PAGE')}</w:p>", field("NUMPAGES"), '<w:fldSimple w:instr="PAGE"/>',
    f"<w:p><w:r>{picture()}</w:r></w:p>", "<w:pPr/>", "<w:rPr><w:b/></w:rPr>",
    '<w:basedOn w:val="2"/>', '<w:pStyle w:val="nowhere"/>', '<w:tblStyle w:val="1"/>',
    '<w:jc w:val="centre"/>', "<w:sectPr/>", "<!-- x -->", "<?x y?>", "<w:pict/>",
)  # fmt: skip
VALUES: Final = (
    "",
    "-1",
    "0",
    "1e9",
    "99999999999999999999",
    "NaN",
    "x" * 300,
    "rId1",
    "auto",
    "1",
)


def _drop(text: str, chance: random.Random) -> str:
    """Take out an element that holds nothing else."""
    found = list(re.finditer(r"<[^<>/?!]*/>", text))
    at = chance.choice(found) if found else None
    return text[: at.start()] + text[at.end() :] if at else text


def _value(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r'(?<!xmlns)="([^"]*)"', text))
    at = chance.choice(found)
    return text[: at.start(1)] + chance.choice(VALUES) + text[at.end(1) :]


def _add(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"(?<=>)", text))
    at = chance.choice(found[2:] or found).start()
    return text[:at] + chance.choice(PIECES) + text[at:]


def _rename(text: str, chance: random.Random) -> str:
    names = sorted(set(re.findall(r"<w:(\w+)", text)))
    old, new = (chance.choice(names or ["p"]) for _ in range(2))
    return re.sub(rf"(</?w:){old}\b", rf"\g<1>{new}", text)


CHANGES: Final[tuple[Callable[[str, random.Random], str], ...]] = (_drop, _value, _add, _rename)


def hostile(seed: int) -> bytes:
    """Return the letterhead with some things in it changed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    parts = letterhead()
    for _ in range(chance.randint(1, 5)):
        name = chance.choice(PARTS)
        parts[name] = chance.choice(CHANGES)(str(parts[name]), chance)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    return packed(parts)


def layout_of(reference: bytes) -> Layout | None:
    lineage = Lineage((PackFiles("county", MappingProxyType({}), reference),))
    tables, findings = with_reference(lineage, [(Source(0), dict(TABLES))])
    assert all(finding.at.source == "county/reference.docx" for finding in findings)
    if len(tables) == 1:
        assert findings
        return None
    # Here it lies on top, so that what it says counts.
    layout, wrong = read_layout(merge([*reversed(tables)]).table, "reference.docx")
    assert layout or wrong
    return layout and layout.furnished(furniture(model_of(reference), keeps_number=True))


@pytest.mark.parametrize("block", range(5))
def test_a_changed_letterhead_is_refused_or_makes_sound_files(block: int) -> None:
    usable = 0
    for seed in range(block * 30, block * 30 + 30):
        reference = hostile(seed)
        layout = layout_of(reference)
        if layout is None:
            continue
        usable += 1
        file = write_docx(TREE, layout)
        package = opened(file)
        assert not hasattr(package, "code"), (seed, package)
        assert file == write_docx(TREE, layout)
    assert usable


def test_the_letterhead_itself_is_usable() -> None:
    layout = layout_of(packed(letterhead()))
    assert layout is not None
    assert layout != LAYOUT
