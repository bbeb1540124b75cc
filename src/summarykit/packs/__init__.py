"""Template packs: manifest, wording, layout, and templates in a sandbox."""

from summarykit.packs.loading import load_pack, read_pack
from summarykit.packs.manifest import (
    DocumentKind,
    ExtraField,
    Length,
    ReportSpec,
    SectionKind,
    SectionSpec,
    WhenEmpty,
)
from summarykit.packs.pack import Filled, Pack, PackResult
from summarykit.packs.places.files import bundled
from summarykit.packs.templates.environment import UnknownNameError
from summarykit.packs.templates.printing import (
    MissingValueError,
    Phrase,
    Printable,
    Visible,
    inlines_of,
    words_of,
)

__all__ = [
    "DocumentKind",
    "ExtraField",
    "Filled",
    "Length",
    "MissingValueError",
    "Pack",
    "PackResult",
    "Phrase",
    "Printable",
    "ReportSpec",
    "SectionKind",
    "SectionSpec",
    "UnknownNameError",
    "Visible",
    "WhenEmpty",
    "bundled",
    "inlines_of",
    "load_pack",
    "read_pack",
    "words_of",
]
