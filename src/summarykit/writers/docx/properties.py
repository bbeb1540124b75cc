"""The part `docProps/core.xml`: what the file says of itself."""

import re

from summarykit.document import Properties
from summarykit.writers.docx.markup import DECLARATION
from summarykit.writers.docx.runs import escaped

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_part(properties: Properties) -> bytes:
    """Return the properties as a part, dated like the signature or not at all."""
    named = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.creator,
        "cp:keywords": "，".join(properties.keywords),
        "cp:lastModifiedBy": properties.creator,
    }
    told = "".join(
        f"<{name}>{escaped(value)}</{name}>" for name, value in named.items() if value
    )
    return (
        f"{DECLARATION}<cp:coreProperties {_NAMESPACES}>{told}{_dates(properties.date)}"
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    ).encode()


def _dates(day: str) -> str:
    if not _DAY.fullmatch(day):
        return ""
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
