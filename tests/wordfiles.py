"""Word files as tests look at them: their parts, and their text as a reader finds it."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = ET.Element


def part(data: bytes, name: str) -> str:
    """Return one part of the file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    """Return the names of the parts in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def body(data: bytes) -> Element:
    """Return the body of the main part."""
    found = ET.fromstring(part(data, "word/document.xml")).find(f"{W}body")  # noqa: S314 - our own
    assert found is not None
    return found


def opened(data: bytes) -> WordDocument:
    """Return the file as python-docx opens it."""
    return docx.Document(io.BytesIO(data))


def lines(data: bytes) -> Iterator[str]:
    """Yield the words of every paragraph in reading order, those in cells included."""
    word = opened(data)
    for element in word.element.body.iter(qn("w:p")):
        yield WordParagraph(element, word._body).text


def paragraph_xml(data: bytes, words: str) -> str:
    """Return the paragraph that holds `words`, as it is written."""
    main = part(data, "word/document.xml")
    at = main.index(words)
    return main[main.rindex("<w:p>", 0, at) : main.index("</w:p>", at) + 6]
