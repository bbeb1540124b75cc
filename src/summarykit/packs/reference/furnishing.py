"""What a layout gets from the `reference.docx` that counts, and where the two disagree."""

from collections.abc import Iterator
from typing import Final

from summarykit.diagnostics import Code, Finding, Severity, message
from summarykit.layout import Furniture
from summarykit.packs.reference.laying import level_of
from summarykit.packs.settings.declared_files import Declaration
from summarykit.packs.settings.merging import Layer

_OF_NUMBER: Final = (("page_number",), ("styles", "footer"))


def overridden(declaration: Declaration) -> Iterator[Finding]:
    """Yield what the layout.toml of the same level says otherwise than its reference.docx."""
    for path, layers in declaration.merged.origins.items():
        at = next((n for n, layer in enumerate(layers) if layer.origin.file), None)
        if at is None or at + 1 == len(layers):
            continue
        drawn, own = layers[at], layers[at + 1]
        differs = not isinstance(own.value, dict) and own.value != drawn.value
        if differs and own.origin.level == drawn.origin.level:
            yield _overridden(declaration, drawn, own, path)


def furniture_of(declaration: Declaration) -> Furniture:
    """Return the headers and footers for a layout; its page number may be the layout's."""
    level = level_of(declaration.lineage)
    data = None if level is None else declaration.lineage.packs[level].reference
    if data is None:
        return Furniture()
    from summarykit.packs.reference.taking import furniture, model_of  # noqa: PLC0415 - as in `laying`

    drawn = (
        layers[-1].origin.file
        for path, layers in declaration.merged.origins.items()
        if path[:-1] in _OF_NUMBER and any(layer.origin.file for layer in layers)
    )
    return furniture(model_of(data), keeps_number=all(drawn))


def _overridden(
    declaration: Declaration, drawn: Layer, own: Layer, path: tuple[str | int, ...]
) -> Finding:
    source = declaration.place_of(drawn, path).source
    said = message(
        "{own} counts here, not {drawn} of {source}",
        own=_shown(own.value),
        drawn=_shown(drawn.value),
        source=source,
    )
    place = declaration.place_of(own, path)
    return Finding(Severity.WARNING, Code.REFERENCE_OVERRIDDEN, said, place)


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
