"""How a document looks: lengths with units, page, fonts, styles, numbering scheme."""

from summarykit.layout.furniture import Furniture, Pages, Picture, Strip
from summarykit.layout.last_lines import spacing_change
from summarykit.layout.lengths import Length
from summarykit.layout.models import Font, Fonts, Layout, Page, Style, Styles
from summarykit.layout.parts import Alignment, FontRole
from summarykit.layout.pitches import SINGLE, Pitch
from summarykit.layout.presence import missing_fonts
from summarykit.layout.reading import judged_with, read_layout
from summarykit.layout.rules import (
    CoverRule,
    FigureRule,
    ImprintRule,
    LastLineRule,
    LetterheadRule,
    Numbering,
    PageNumber,
    SignatureRule,
    TableRule,
    TitleRule,
)
from summarykit.layout.scheme import Counter, NumberForm
from summarykit.layout.signatures import (
    SignatureBlock,
    is_signed_by_name,
    printed_date,
    signature_block,
)
from summarykit.layout.titles import break_title
from summarykit.layout.widths import text_width

__all__ = [
    "SINGLE",
    "Alignment",
    "Counter",
    "CoverRule",
    "FigureRule",
    "Font",
    "FontRole",
    "Fonts",
    "Furniture",
    "ImprintRule",
    "LastLineRule",
    "Layout",
    "Length",
    "LetterheadRule",
    "NumberForm",
    "Numbering",
    "Page",
    "PageNumber",
    "Pages",
    "Picture",
    "Pitch",
    "SignatureBlock",
    "SignatureRule",
    "Strip",
    "Style",
    "Styles",
    "TableRule",
    "TitleRule",
    "break_title",
    "is_signed_by_name",
    "judged_with",
    "missing_fonts",
    "printed_date",
    "read_layout",
    "signature_block",
    "spacing_change",
    "text_width",
]
