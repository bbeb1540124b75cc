"""Where the files of a pack stand in it."""

from typing import Final

MANIFEST: Final = "pack.toml"
LAYOUT: Final = "layout.toml"
TERMS: Final = "terms.toml"
FIELDS: Final = "fields.toml"
KINDS: Final = "kinds.toml"
AUDIENCES: Final = "audiences.toml"
REFERENCE: Final = "reference.docx"
"""A letterhead from Word, beside the manifest; Word files elsewhere are not read."""
TOML: Final = ".toml"
REPORTS: Final = "reports/"
TEMPLATE_SUFFIX: Final = ".j2"
READ_SUFFIXES: Final = (TOML, TEMPLATE_SUFFIX)


def report_path(report: str) -> str:
    """Return the path of the file that declares a report."""
    return f"{REPORTS}{report}{TOML}"


def report_of(path: str) -> str | None:
    """Return the id of the report that a file of that path declares, if it declares one."""
    report = path.removeprefix(REPORTS).removesuffix(TOML)
    return report if path == report_path(report) else None
