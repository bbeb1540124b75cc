"""What a Word file may not hold if parts of it are to go into other files: why it is refused.

Whatever runs, is fetched, or is another file inside this one would travel into every document
that is made; so would changes and comments of persons.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.diagnostics import Message, message
from summarykit.ooxml.elements import RELATED, local, w
from summarykit.ooxml.opening import Package, other_part, parsed
from summarykit.ooxml.relations import Relation, relations_in, relations_of

_TYPES: Final = "[Content_Types].xml"
_LARGEST: Final = 1024 * 1024
_LONGEST_SHOWN: Final = 60
MACROS: Final = message("it holds macros: save it as .docx, not as .docm")
OBJECTS: Final = message("it holds objects of other programs: delete them")
CONTROLS: Final = message("it holds ActiveX controls: delete them")
PIECES: Final = message("it holds pieces of other files: put their content in instead")
LINKS: Final = message("it holds a link: turn the link into plain text")
CHANGES: Final = message("changes are tracked in it: accept or reject all of them")
COMMENTS: Final = message("there are comments in it: delete them")
MISSING: Final = message("a header or footer of it is missing: save it anew in Word")
_ROOTS: Final = MappingProxyType({"header": w("hdr"), "footer": w("ftr")})
_KINDS: Final = MappingProxyType(
    {
        "vbaProject": MACROS,
        "wordVbaData": MACROS,
        "keyMapCustomizations": MACROS,
        "attachedToolbars": MACROS,
        "oleObject": OBJECTS,
        "package": OBJECTS,
        "control": CONTROLS,
        "activeXControlBinary": CONTROLS,
        "aFChunk": PIECES,
        "subDocument": PIECES,
    }
)
"""What a relation of a kind leads to."""
_ELEMENTS: Final = MappingProxyType(
    {
        w("object"): OBJECTS,
        w("control"): CONTROLS,
        w("altChunk"): PIECES,
        w("subDoc"): PIECES,
        w("hyperlink"): LINKS,
        "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkClick": LINKS,
        "{http://schemas.openxmlformats.org/drawingml/2006/main}hlinkHover": LINKS,
        **dict.fromkeys(map(w, ("commentRangeStart", "commentReference")), COMMENTS),
        **dict.fromkeys(
            map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge",
                    "numberingChange", "rPrChange", "pPrChange", "tblPrChange", "trPrChange",
                    "tcPrChange", "tblGridChange", "tblPrExChange")),
            CHANGES,
        ),
    }
)  # fmt: skip


def refusals(package: Package, data: bytes) -> Iterator[Message]:
    """Yield why the file `data` is refused as a whole, whatever of it were used."""
    yield from dict.fromkeys(
        (
            *_by_name(package), *_by_type(data), *_by_relation(package, data),
            *_by_reference(package),
        )
    )  # fmt: skip


def refused_elements(part: Element) -> Iterator[Message]:
    """Yield why a header or footer is refused: what no part of it may be."""
    found = (_ELEMENTS.get(str(each.tag)) for each in part.iter())
    yield from dict.fromkeys(said for said in found if said)


def _by_name(package: Package) -> Iterator[Message]:
    for name in sorted(package.names):
        low = name.lower()
        if low.endswith(("vbaproject.bin", "vbadata.xml")):
            yield MACROS
        elif low.startswith("word/activex/"):
            yield CONTROLS
        elif low.startswith("word/embeddings/"):
            yield OBJECTS


def _by_type(data: bytes) -> Iterator[Message]:
    """Yield what the list of types says of the file, wherever the parts lie."""
    types = other_part(data, _TYPES, _LARGEST)
    root = parsed(types, _TYPES)
    if isinstance(root, Message):
        yield root
        return
    for each in root:
        kind = str(each.get("ContentType", "")).lower()
        if "macroenabled" in kind or "vbaproject" in kind:
            yield MACROS
        elif "oleobject" in kind:
            yield OBJECTS
        elif "activex" in kind:
            yield CONTROLS


def _by_relation(package: Package, data: bytes) -> Iterator[Message]:
    for name in sorted(n for n in package.names if n.endswith(".rels")):
        root = package.part(name)
        if root is None:  # of a part that nobody looks at
            read = parsed(other_part(data, name, _LARGEST), name)
            if isinstance(read, Message):
                yield read
                continue
            root = read
        for relation in relations_in(root, ""):
            if relation.outside and relation.kind == "hyperlink":
                yield LINKS
            elif relation.outside:
                shown = relation.target[:_LONGEST_SHOWN]
                yield message(
                    "it refers to something outside, {target} ({kind})",
                    target=shown,
                    kind=local(relation.kind),
                )
            elif said := _KINDS.get(relation.kind):
                yield said


def _by_reference(package: Package) -> Iterator[Message]:
    """Yield whether the document is none, or its headers and footers are not there.

    Without them it would be used as if nobody had drawn any.
    """
    document = package.parts[package.main]
    if document.tag != w("document") or document.find(w("body")) is None:
        yield message("the part {part} of the file is damaged", part=package.main)
        return
    relations = relations_of(package, package.main)
    for word in _ROOTS:
        for each in document.iter(w(f"{word}Reference")):
            relation = relations.get(str(each.get(f"{RELATED}id", "")))
            if relation is None or not _leads_to(package, relation, word):
                yield MISSING


def _leads_to(package: Package, relation: Relation, word: str) -> bool:
    """Return whether a relation leads to a header, or to a footer, as `word` says."""
    part = package.part(relation.target)
    return relation.kind == word and part is not None and part.tag == _ROOTS[word]
