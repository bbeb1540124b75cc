"""Packs that somebody names, and the kinds that they add to those that records may name."""

import os
from typing import TYPE_CHECKING, Final

from summarykit.api.arguments import PACK, path_of, wrong_type
from summarykit.diagnostics import SummaryError
from summarykit.model.added import OUR_OWN, Vocabulary

if TYPE_CHECKING:
    from summarykit.packs import Pack, PackResult

DEFAULT_PACK: Final = "zh"


def load_pack(pack: str | os.PathLike[str] = DEFAULT_PACK) -> "Pack":
    """Return the pack in the folder `pack`, or the one of that name that ships with us.

    Threads may share it; another process loads its own, since compiled templates do not travel.

    Raises:
        SummaryError: It is no name or folder, there is no such pack, or it has errors; all
            findings are in it.
    """
    loaded = pack_of(pack)
    if loaded.pack is None:
        raise SummaryError(loaded.findings)
    return loaded.pack


def vocabulary_of(pack: "Pack | str | os.PathLike[str] | None") -> Vocabulary:
    """Return the kinds that a record for a pack may name; without a pack, our own.

    Raises:
        SummaryError: It is no name or folder, there is no such pack, or it has errors.
    """
    if pack is None:
        return OUR_OWN
    loaded = pack_of(pack)
    if loaded.pack is None:
        raise SummaryError(loaded.findings)
    return loaded.vocabulary


def pack_of(pack: "Pack | str | os.PathLike[str]") -> "PackResult":
    """Return the pack, loaded or given."""
    from summarykit import packs  # noqa: PLC0415 - see the package's docstring

    if isinstance(pack, packs.Pack):
        return packs.PackResult(pack, (), pack.vocabulary)
    folder = path_of(pack)
    if folder is None:
        return packs.PackResult(None, (wrong_type("pack", PACK, pack),))
    return packs.load_pack(folder)
