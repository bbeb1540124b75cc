"""Packs looked at and begun: what a setting is and why, what differs, a new pack's folder."""

import os
import re
from pathlib import Path

from summarykit.api.arguments import PACK, path_of, wrong_type
from summarykit.api.composing import load_pack
from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Place,
    Severity,
    SummaryError,
    message,
)
from summarykit.l10n.system_errors import reason_of
from summarykit.packs.comparing import Change, changes
from summarykit.packs.explaining import TemplateChain, explained
from summarykit.packs.loading import trace_pack
from summarykit.packs.manifest import IDENTIFIER
from summarykit.packs.opened import OpenPack, Setting
from summarykit.packs.sources import FolderSource, find_parent
from summarykit.packs.starting import new_files


def explain_pack(
    pack: str | os.PathLike[str], asked: str
) -> tuple[Setting | TemplateChain, ...]:
    """Return the settings that `asked` names, each with the values that all packs gave it.

    It is a key (`layout.page.top`), a Chinese name (`上边距`) or the path of a template; of a
    table, all settings are returned.

    Raises:
        SummaryError: There is no such pack, it has errors, or nothing of it is called so.
    """
    found = explained(open_pack(pack), asked)
    if isinstance(found, Finding):
        raise SummaryError([found])
    return found


def diff_packs(
    first: str | os.PathLike[str], second: str | os.PathLike[str] | None = None
) -> tuple[Change, ...]:
    """Return what is otherwise in `second`; of one pack, what it makes otherwise itself.

    Raises:
        SummaryError: There is no such pack, one has errors, or the only one extends none.
    """
    pack = open_pack(first)
    if second is not None:
        return tuple(changes(pack, open_pack(second)))
    forebear = pack.forebear()
    if forebear is None:
        said = message("the pack {name} extends no other one", name=pack.lineage.name)
        hint = message("name a setting to explain, or a second pack to compare it with")
        raise SummaryError([_error(Code.PACK_INVALID, said, Place(), hint)])
    return tuple(changes(forebear, pack))


def new_pack(
    name: str, extends: str = "zh", folder: str | os.PathLike[str] = "."
) -> tuple[Path, ...]:
    """Return the files of a new pack, written into `folder/name`; nothing is overwritten.

    The pack extends the one called `extends`, beside it or among those that ship with us, and
    is equal to it until somebody changes a line.

    Raises:
        SummaryError: It is no name for a pack, there is no such forebear or it has errors, or
            the folder is there already or cannot be made.
    """
    for word in (name, extends):
        if not re.fullmatch(IDENTIFIER, word):
            said = message("{found} is not a name: small letters, digits and _", found=word)
            raise SummaryError([_error(Code.PACK_INVALID, said, Place())])
    target = Path(folder) / name
    source = find_parent(extends, FolderSource(target.resolve()))
    if source is None:
        said = message("there is no pack {name}", name=extends)
        hint = message("a pack lies beside the one that it extends, unless that ships with us")
        raise SummaryError([_error(Code.PACK_NOT_FOUND, said, Place(), hint)])
    parent = str(source.folder) if isinstance(source, FolderSource) else extends
    texts = new_files(name, open_pack(parent), load_pack(parent).name)
    return _written(target, texts)


def open_pack(pack: str | os.PathLike[str]) -> OpenPack:
    """Return a sound pack laid open.

    Raises:
        SummaryError: There is no such pack, or it has errors.
    """
    folder = path_of(pack)
    if folder is None:
        raise SummaryError([wrong_type("pack", PACK, pack)])
    load_pack(folder)
    found = trace_pack(folder)
    if isinstance(found, Finding):  # taken away meanwhile
        raise SummaryError([found])
    return OpenPack(found.lineage)


def _written(target: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    """Return the files once they are written into a folder that was not there."""
    try:
        target.mkdir(parents=True)
        for path, text in texts.items():
            (target / path).parent.mkdir(exist_ok=True)
            (target / path).write_text(text, "utf-8")
    except FileExistsError as error:
        said = message("the folder is there already; nothing is overwritten")
        hint = message("choose another name, or change the files that are there")
        place = Place(source=str(target))
        raise SummaryError([_error(Code.OUTPUT_UNWRITABLE, said, place, hint)]) from error
    except OSError as error:
        said = message("this folder cannot be made: {reason}", reason=reason_of(error))
        place = Place(source=str(target))
        raise SummaryError([_error(Code.OUTPUT_UNWRITABLE, said, place)]) from error
    return tuple(target / path for path in texts)


def _error(code: Code, said: Message, place: Place, hint: Message | None = None) -> Finding:
    return Finding(Severity.ERROR, code, said, place, hint)
