"""What a pack makes of the kinds that it adds: which no report tells, or in general words."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Finding, Place, Severity, message
from summarykit.packs.pack import Pack
from summarykit.packs.places.paths import KINDS
from summarykit.packs.tools.opened import OpenPack


def unused_kinds(opened: OpenPack, pack: Pack) -> Iterator[Finding]:
    """Yield a warning for each kind of work that no report tells of, with its file and line.

    A kind of measure without a template is a remark: it is told in the general wording.
    """
    reports = pack.reports.values()
    for kind in pack.vocabulary.added_programmes:
        if all(report.programmes and kind not in report.programmes for report in reports):
            said = message("no report tells of {kind}", kind=kind)
            hint = message("name it among the programmes of a report: {key}", key=kind.value)
            place = _place(opened, ("programmes", kind.value, "label"))
            yield Finding(Severity.WARNING, Code.KIND_UNUSED, said, place, hint)
    for measure in pack.vocabulary.added_measures:
        template = f"measures/{measure.value}.md.j2"
        if not opened.lineage.levels(template):
            said = message("{kind} has no template: the general wording tells it", kind=measure)
            hint = message("for words of its own, write {path}", path=template)
            place = _place(opened, ("measures", measure.value, "label"))
            yield Finding(Severity.INFO, Code.TEMPLATE_MISSING, said, place, hint)


def _place(opened: OpenPack, keys: tuple[str, ...]) -> Place:
    return opened.settings(KINDS)[keys].steps[0].place
