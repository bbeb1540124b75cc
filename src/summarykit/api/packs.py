"""Packs looked at and begun: what a setting is and why, what differs, a new pack's folder."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from summarykit.api.arguments import PACK, path_of, wrong_type
from summarykit.api.loading import DEFAULT_PACK, load_pack
from summarykit.diagnostics import (
    Code,
    Finding,
    Message,
    Place,
    Severity,
    SummaryError,
    message,
)
from summarykit.l10n.nearest import nearest
from summarykit.l10n.system_errors import reason_of
from summarykit.packs.loading import trace_pack
from summarykit.packs.manifest import IDENTIFIER
from summarykit.packs.places.paths import MANIFEST
from summarykit.packs.places.sources import FolderSource, find_parent
from summarykit.packs.tools.comparing import Change, changes
from summarykit.packs.tools.explaining import Explained, explained
from summarykit.packs.tools.finding_words import in_words
from summarykit.packs.tools.naming import suggested
from summarykit.packs.tools.opened import OpenPack
from summarykit.packs.tools.starting import new_files, report_files


def explain_pack(pack: str | os.PathLike[str], asked: str) -> tuple[Explained, ...]:
    """Return the settings that `asked` names, each with the values that all packs gave it.

    It is a key (`layout.page.top`), a Chinese name (`上边距`, `每页行数`), a report, a section
    or the path of a template; of a table, all settings are returned.

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
    name: str,
    extends: str | None = None,
    folder: str | os.PathLike[str] = ".",
    reports: Sequence[str] = (),
) -> tuple[Path, ...]:
    """Return the files of a new pack, written into `folder/name`; nothing is overwritten.

    The pack extends the one called `extends` (by default the one that ships), beside it or
    among those that ship with us, and is equal to it until somebody changes a line. `reports`,
    by id or name, are those whose files are begun; a pack that is there already gets them.

    Raises:
        SummaryError: It is no name for a pack, there is no such forebear or report, or one has
            errors, or the folder is there already or cannot be made.
    """
    for word in (name, extends or DEFAULT_PACK):
        if not re.fullmatch(IDENTIFIER, word):
            said = message(
                "{found} is not a name: small letters, digits, - and _, a letter first",
                found=word,
            )
            hint = message("for example {name}", name=suggested(word))
            raise SummaryError([_error(Code.PACK_INVALID, said, Place(), hint)])
    target = Path(folder) / name
    if reports and extends is None and (target / MANIFEST).is_file():
        return _added(target, reports)
    parent = _forebear(extends or DEFAULT_PACK, target)
    wanted = [_report_called(report, parent) for report in reports]
    made = load_pack(parent)
    texts = new_files(name, open_pack(parent), made.name, wanted, made.audiences.values())
    return _written(target, texts)


def _added(target: Path, reports: Sequence[str]) -> tuple[Path, ...]:
    """Return the files of reports, written into a pack that has none for them."""
    opened = open_pack(target)
    forebear = opened.forebear() or opened
    wanted = [_report_called(report, str(target)) for report in reports]
    texts = report_files(forebear, wanted)
    for path in texts:
        if (target / path).exists():
            said = message("the file is there already; nothing is overwritten")
            place = Place(source=str(target / path))
            raise SummaryError([_error(Code.OUTPUT_UNWRITABLE, said, place)])
    return _filled(target, texts)


def _forebear(extends: str, target: Path) -> str:
    """Return where the pack lies that a new one in `target` extends.

    Raises:
        SummaryError: There is none.
    """
    source = find_parent(extends, FolderSource(target.resolve()))
    if source is None:
        said = message("there is no pack {name}", name=extends)
        hint = message("a pack lies beside the one that it extends, unless that ships with us")
        raise SummaryError([_error(Code.PACK_NOT_FOUND, said, Place(), hint)])
    return str(source.folder) if isinstance(source, FolderSource) else extends


def _report_called(wanted: str, pack: str) -> str:
    """Return the id of the report of that id or name.

    Raises:
        SummaryError: There is none.
    """
    reports = load_pack(pack).reports.values()
    ids = {name: spec.id for spec in reports for name in (spec.name, spec.id)}
    if wanted.strip() in ids:
        return ids[wanted.strip()]
    near = nearest(wanted, ids)
    said = message("the pack has no report {name}", name=wanted)
    names = tuple(f"{spec.id}（{spec.name}）" for spec in reports)
    hint = message("there are: {names}", names=names)
    if near:
        hint = message("did you mean {name}?", name=near)
    raise SummaryError([_error(Code.REPORT_UNKNOWN, said, Place(), hint)])


def open_pack(pack: str | os.PathLike[str]) -> OpenPack:
    """Return a sound pack laid open.

    Raises:
        SummaryError: There is no such pack, or it has errors.
    """
    folder = path_of(pack)
    if folder is None:
        raise SummaryError([wrong_type("pack", PACK, pack)])
    found = trace_pack(folder)
    if isinstance(found, Finding):
        raise SummaryError([found])
    opened = OpenPack(found.lineage)
    try:
        load_pack(folder)
    except SummaryError as error:
        raise SummaryError([*in_words(error.findings, opened)]) from error
    return opened


def _written(target: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    """Return the files once they are written into a folder that was not there."""
    try:
        target.mkdir(parents=True)
    except FileExistsError as error:
        said = message("the folder is there already; nothing is overwritten")
        hint = message(
            "choose another name, or add a report to the pack that is there: --report NAME"
        )
        place = Place(source=str(target))
        raise SummaryError([_error(Code.OUTPUT_UNWRITABLE, said, place, hint)]) from error
    except OSError as error:
        raise _unwritable(target, error) from error
    return _filled(target, texts)


def _filled(target: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    """Return the files once they are written into a folder."""
    try:
        for path, text in texts.items():
            (target / path).parent.mkdir(exist_ok=True)
            (target / path).write_text(text, "utf-8")
    except OSError as error:
        raise _unwritable(target, error) from error
    return tuple(target / path for path in texts)


def _unwritable(target: Path, error: OSError) -> SummaryError:
    said = message("this folder cannot be made: {reason}", reason=reason_of(error))
    return SummaryError([_error(Code.OUTPUT_UNWRITABLE, said, Place(source=str(target)))])


def _error(code: Code, said: Message, place: Place, hint: Message | None = None) -> Finding:
    return Finding(Severity.ERROR, code, said, place, hint)
