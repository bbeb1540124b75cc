"""Text in is text out, for the two formats that are text."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from documents import LAYOUT
from strategies_documents import documents
from summarykit.document import Document, number, text_of
from summarykit.writers.markdown import write_markdown
from summarykit.writers.plain import write_text

READER = MarkdownIt("commonmark").enable("table")


def words_of(token: Token) -> str:
    """Return what a reader of the page sees of an inline token."""
    seen = ""
    for child in token.children or ():
        if child.type == "html_inline":
            assert child.content in {"<br>", "<strong>", "</strong>"}
            seen += "\n" if child.content == "<br>" else ""
        else:
            assert child.type in {
                "text",
                "softbreak",
                "hardbreak",
                "strong_open",
                "strong_close",
            }
            assert child.type != "softbreak"
            seen += "\n" if child.type == "hardbreak" else child.content
    return seen


def lines_read_from(data: bytes) -> Iterator[str]:
    for token in READER.parse(data.decode()):
        assert token.type not in {"html_block", "code_block", "fence", "blockquote_open"}
        assert token.type not in {"bullet_list_open", "ordered_list_open"}
        if token.type == "inline" and not token.content.startswith("!["):
            yield words_of(token)


@settings(max_examples=100, deadline=None)
@given(documents())
def test_a_commonmark_reader_gives_back_the_text_of_the_tree(drawn: Document) -> None:
    document = number(drawn)
    lines = lines_read_from(write_markdown(document, LAYOUT))
    assert tuple(line for line in lines if line.strip()) == text_of(document)


@settings(max_examples=100, deadline=None)
@given(documents())
def test_plain_text_holds_every_line_of_the_tree_in_order(drawn: Document) -> None:
    document = number(drawn)
    # A line break inside a cell becomes a blank, so breaks and blanks count as one here.
    rest = write_text(document, LAYOUT).decode().replace("\n", " ")
    for line in text_of(document):
        _, found, rest = rest.partition(line.replace("\n", " "))
        assert found


@settings(max_examples=30, deadline=None)
@given(documents())
def test_the_same_tree_gives_the_same_bytes(drawn: Document) -> None:
    again = replace(drawn)
    assert write_text(drawn, LAYOUT) == write_text(again, LAYOUT)
    assert write_markdown(drawn, LAYOUT) == write_markdown(again, LAYOUT)
