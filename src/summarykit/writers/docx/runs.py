"""Inlines as runs of WordprocessingML."""

from typing import assert_never

from summarykit.document import Control, Fact, Inlines, Strong, Text

# With this hint Word takes “ ” …… —— × from the Chinese font, too.
HINT = '<w:rFonts w:hint="eastAsia"/>'
_TEXT = '<w:t xml:space="preserve">'
_BREAK = f"</w:t><w:br/>{_TEXT}"


def escaped(text: str) -> str:
    """Return `text` as it may stand between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Return `text` as it may stand in an attribute, a line break being a blank there."""
    return escaped(text).replace('"', "&quot;").replace("\n", " ")


def opening(properties: str = HINT) -> str:
    """Return what stands before the text of a run with `properties`."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{_TEXT}"


CLOSING = "</w:t></w:r>"
TAB = "<w:r><w:tab/></w:r>"
_PLAIN = opening()


def run(text: str, start: str = _PLAIN) -> str:
    r"""Return a run with `text`, nothing when there is none; `\n` is a line break."""
    if not text:
        return ""
    return f"{start}{words(text)}{CLOSING}"


def words(text: str) -> str:
    r"""Return `text` as it may stand inside a run's text; `\n` is a line break."""
    return escaped(text).replace("\n", _BREAK)


def runs(inlines: Inlines, properties: str = HINT) -> str:
    """Return `inlines` as runs with `properties`, neighbours of the same look in one run."""
    pieces: list[str] = []
    pending = ""
    start = opening(properties)
    for inline in inlines:
        match inline:
            case Fact(control=Control() as control):
                pieces += (run(pending, start), _controlled(control, run(inline.text, start)))
                pending = ""
            case Text() | Fact():
                pending += inline.text
            case Strong():
                strong = f'<w:rStyle w:val="Strong"/>{properties}'
                pieces += (run(pending, start), runs(inline.children, strong))
                pending = ""
            case _:
                assert_never(inline)
    pieces.append(run(pending, start))
    return "".join(pieces)


def _controlled(control: Control, content: str) -> str:
    """Return a run inside a content control.

    It is none of plain text: LibreOffice joins a paragraph that ends in such a one, and ends a
    section, with the next.
    """
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{quoted(control.title)}"/>'
        f'<w:tag w:val="{quoted(control.tag)}"/><w:id w:val="{control.id}"/>'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def field(instruction: str, cached: str, properties: str = HINT) -> str:
    """Return a field as runs, showing `cached` until it is updated."""
    look = f"<w:r><w:rPr>{properties}</w:rPr>"
    return (
        f'{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{look}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(cached, opening(properties))}"
        f'{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
