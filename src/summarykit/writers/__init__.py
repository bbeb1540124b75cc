"""From tree and layout to the bytes of a file: one function a format, no clock in any."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from summarykit.document import Document
from summarykit.layout import Layout

Writer = Callable[[Document, Layout], bytes]


def _docx(document: Document, layout: Layout) -> bytes:
    from summarykit.writers.docx import write_docx  # noqa: PLC0415 - imported when it is used

    return write_docx(document, layout)


def _markdown(document: Document, layout: Layout) -> bytes:
    from summarykit.writers.markdown import write_markdown  # noqa: PLC0415 - as above

    return write_markdown(document, layout)


def _text(document: Document, layout: Layout) -> bytes:
    from summarykit.writers.plain import write_text  # noqa: PLC0415 - as above

    return write_text(document, layout)


WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "md": _markdown, "txt": _text})

__all__ = ["WRITERS", "Writer"]
