"""A pack judged: what is wrong with its files, and with what it makes of records."""

import os
from collections.abc import Callable, Collection, Iterable

from summarykit.api.arguments import PACK, path_of, wrong_type
from summarykit.api.letterhead_privacy import private_numbers
from summarykit.api.pack_trials import tried_out
from summarykit.diagnostics import Finding, Severity
from summarykit.packs.loading import load_pack, sound_reports, trace_pack
from summarykit.packs.tools.affected import affected
from summarykit.packs.tools.finding_words import in_words, of_template
from summarykit.packs.tools.idle_settings import idle_settings
from summarykit.packs.tools.kind_use import unused_kinds
from summarykit.packs.tools.low_margins import low_margins
from summarykit.packs.tools.misnamed import misnamed
from summarykit.packs.tools.opened import OpenPack
from summarykit.packs.tools.overriding import replaced, unprinted
from summarykit.packs.tools.reaching import unused_files
from summarykit.packs.tools.strange_fonts import strange_fonts
from summarykit.packs.tools.two_heads import two_heads

Progress = Callable[[int, int], None]


def check_pack(
    pack: str | os.PathLike[str],
    *,
    installed: Collection[str] | None = None,
    progress: Progress | None = None,
) -> tuple[Finding, ...]:
    """Return all findings about the pack in a folder, or of that name, the errors first.

    `installed` are the fonts of the machine, if they are known; `progress` is told how many of
    the documents are done that the pack is tried out with.
    """
    folder = path_of(pack)
    if folder is None:
        return (wrong_type("pack", PACK, pack),)
    traced = trace_pack(folder)
    if isinstance(traced, Finding):
        return (traced,)
    loaded, opened = load_pack(folder), OpenPack(traced.lineage)
    reports = sound_reports(traced.lineage)
    found = [*in_words(loaded.findings, opened)]
    found += unused_files(traced.lineage, reports) if reports else ()
    found += unprinted(traced.lineage)
    found += replaced(traced.lineage)
    source, _ = traced.stamps[0]
    found += misnamed(source.unread(), source.name)
    found += strange_fonts(opened, installed)
    if loaded.pack is not None:
        found += low_margins(opened, loaded.pack.layout)
        found += two_heads(opened, loaded.pack.layout)
        found += private_numbers(traced.lineage)
        found += idle_settings(opened)
        found += unused_kinds(opened, loaded.pack)
        reach = affected(traced, loaded.pack.reports.values())
        tried = tried_out(loaded.pack, opened, reach, progress or _silent)
        found += (of_template(finding, opened) for finding in tried)
    return _in_order(found)


def _silent(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    severities = list(Severity)

    def place(one: Finding) -> tuple[int, str, int]:
        return severities.index(one.severity), one.at.source or "", one.at.line or 0

    return tuple(sorted(findings, key=place))
