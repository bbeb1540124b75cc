"""The part `word/theme/theme1.xml`: Word wants one, and no style here refers to it."""

from summarykit.layout import Layout
from summarykit.writers.docx.markup import DECLARATION
from summarykit.writers.docx.runs import quoted

_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(layout: Layout) -> bytes:
    """Return the plainest theme that is valid, its fonts those of titles and of the text."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    fonts = f"{_fonts(layout, 'major')}{_fonts(layout, 'minor')}"
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_NAMESPACE}" name="summarykit"><a:themeElements>'
        f'<a:clrScheme name="summarykit">{colours}</a:clrScheme>'
        f'<a:fontScheme name="summarykit">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="summarykit"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    ).encode()


def _fonts(layout: Layout, kind: str) -> str:
    style = layout.styles.title if kind == "major" else layout.styles.body
    latin, chinese = (layout.fonts.by_role(role).name for role in (style.latin, style.font))
    return (
        f'<a:{kind}Font><a:latin typeface="{quoted(latin)}"/>'
        f'<a:ea typeface="{quoted(chinese)}"/><a:cs typeface=""/></a:{kind}Font>'
    )
