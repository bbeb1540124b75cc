"""Which headers and footers two packs have drawn differently in Word, and what they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarykit.layout import Furniture, Pages, Strip
from summarykit.packs.places.paths import LAYOUT
from summarykit.packs.reference.furnishing import furniture_of
from summarykit.packs.reference.strip_texts import texts_of
from summarykit.packs.settings.declared_files import DeclaredFiles
from summarykit.packs.tools.opened import OpenPack

_PAGES: tuple[Pages, ...] = ("default", "first", "even")


@dataclass(frozen=True, slots=True)
class StripChanged:
    """A header or footer that looks otherwise, or that only one pack has."""

    is_header: bool
    pages: Pages
    before: tuple[str, ...] | None
    """What can be read in it, paragraph by paragraph; None where there is none."""
    after: tuple[str, ...] | None


def strips_changed(first: OpenPack, second: OpenPack) -> Iterator[StripChanged]:
    """Yield the headers, then the footers that differ: of all pages, of the first, of even."""
    before, after = _furniture(first), _furniture(second)
    for is_header in (True, False):
        for pages in _PAGES:
            old, new = (_strip(one, pages, is_header=is_header) for one in (before, after))
            if _drawn(old, before) != _drawn(new, after):
                yield StripChanged(is_header, pages, _texts(old), _texts(new))


def _furniture(pack: OpenPack) -> Furniture:
    read = DeclaredFiles(pack.lineage).read(LAYOUT)
    return Furniture() if read is None else furniture_of(read)


def _strip(furniture: Furniture, pages: Pages, *, is_header: bool) -> Strip | None:
    strips = furniture.headers if is_header else furniture.footers
    return next((strip for of, strip in strips if of == pages), None)


def _drawn(strip: Strip | None, furniture: Furniture) -> object:
    """Return all that makes a strip look as it does."""
    if strip is None:
        return None
    pictures = tuple(furniture.pictures[index].data for index in strip.pictures)
    return strip.before, strip.number, strip.after, pictures


def _texts(strip: Strip | None) -> tuple[str, ...] | None:
    return None if strip is None else tuple(texts_of(strip))
