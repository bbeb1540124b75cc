"""The part `word/numbering.xml`: headings that Word counts, anew in every attachment."""

from collections.abc import Iterator
from types import MappingProxyType

from summarykit.layout import Counter, Layout, NumberForm
from summarykit.writers.docx.markup import MAIN, element, part, wide
from summarykit.writers.docx.runs import quoted

MAIN_LIST = 1
"""The list that the headings outside attachments are counted in."""

_COUNTERS = MappingProxyType(
    {
        Counter.CHINESE: "chineseCountingThousand",
        Counter.ARABIC: "decimal",
        Counter.CIRCLED: "decimalEnclosedCircleChinese",
    }
)


def counted(level: int, list_id: int) -> str:
    """Return the paragraph property that counts a heading on `level` 1 to 4 in a list."""
    return element("numPr", element("ilvl", val=level - 1), element("numId", val=list_id))


UNCOUNTED = element("numPr", element("numId", val=0))


def numbering_part(layout: Layout, lists: int) -> bytes:
    """Return the part for the main list and `lists - 1` others that each start again."""
    levels = "".join(_levels(layout))
    head = '<w:multiLevelType w:val="multilevel"/>'
    own = element("abstractNum", head, levels, abstractNumId=0)
    return part("numbering", MAIN, own + "".join(map(_list, range(MAIN_LIST, lists + 1))))


def _list(list_id: int) -> str:
    restart = element("lvlOverride", element("startOverride", val=1), ilvl=0)
    again = "" if list_id == MAIN_LIST else restart
    return element("num", element("abstractNumId", val=0), again, numId=list_id)


def _levels(layout: Layout) -> Iterator[str]:
    for level, form in enumerate(layout.numbering.headings):
        style = layout.styles.heading(level + 1)
        font = quoted(layout.fonts.by_role(style.font).name)
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{_COUNTERS[form.counter]}"/>'
            f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="nothing"/>'
            f'{element("lvlText", val=_pattern(form, level))}<w:lvlJc w:val="left"/>'
            f"<w:pPr>{wide('ind', firstLine=(style.indent, style.size.twips))}</w:pPr>"
            f'<w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="{font}"/></w:rPr></w:lvl>'
        )


def _pattern(form: NumberForm, level: int) -> str:
    return f"{form.before}%{level + 1}{form.after}"
