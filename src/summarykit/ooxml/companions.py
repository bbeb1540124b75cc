"""The parts that go with the main part of a Word file: styles, settings, theme and so on."""

from lxml.etree import _Element as Element

from summarykit.ooxml.opening import Package
from summarykit.ooxml.relations import relations_of


def companion(package: Package, kind: str) -> Element | None:
    """Return the part of a `kind` that the main part refers to, nothing if there is none.

    Word Online calls them `styles2.xml` and so on; what nobody refers to by a relation is found
    by its usual name.
    """
    relations = relations_of(package, package.main).values()
    named = (r.target for r in relations if r.kind == kind and not r.outside)
    usual = f"word/{kind}.xml" if kind != "theme" else "word/theme/theme1.xml"
    found = (package.part(name) for name in (*named, usual))
    return next((part for part in found if part is not None), None)
