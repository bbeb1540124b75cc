"""Elements of WordprocessingML as text."""

from summarykit.layout import Length
from summarykit.writers.docx.runs import quoted

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(name: str, namespaces: str, *content: str) -> bytes:
    """Return a whole part whose root is `w:name`, with `content` in it."""
    start = f"{DECLARATION}<w:{name} {namespaces}>"
    return "".join((start, *content, f"</w:{name}>")).encode()


def element(tag: str, /, *children: str, **attributes: str | int) -> str:
    """Return `w:tag` with its attributes in order; those that are empty text are left out."""
    shown = "".join(
        f' w:{key}="{quoted(str(value))}"' for key, value in attributes.items() if value != ""
    )
    if not children:
        return f"<w:{tag}{shown}/>"
    return f"<w:{tag}{shown}>{''.join(children)}</w:{tag}>"


def wide(name: str, **lengths: tuple[Length, int]) -> str:
    """Return an indent with each length twice: in characters and, for renderers, in twips.

    Each length comes with the width of one character.
    """
    attributes: dict[str, int] = {}
    for side, (length, cell) in lengths.items():
        attributes[f"{side}Chars"] = length.hundredths
        attributes[side] = length.over(cell)
    return element(name, **attributes)
