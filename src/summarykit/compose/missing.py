"""What is asked for and not there: a report of the pack, a programme of the record."""

from summarykit.diagnostics import Code, Finding, Place, Severity, Term, message
from summarykit.l10n.nearest import nearest
from summarykit.model import YearRecord
from summarykit.model.added import AnyProgramme
from summarykit.packs import Pack


def unknown_report(report: str, pack: Pack) -> Finding:
    """Return the error that a pack has no report of that name, with the nearest one it has."""
    names = [name for spec in pack.reports.values() for name in (spec.id, spec.name)]
    near = nearest(report, names)
    known = tuple(f"{spec.id}（{spec.name}）" for spec in pack.reports.values())
    said = message("the pack has no report {name}", name=report)
    hint = (
        message("did you mean {name}?", name=near)
        if near
        else message("there are: {names}", names=known)
    )
    return Finding(Severity.ERROR, Code.REPORT_UNKNOWN, said, hint=hint)


def no_programme(wanted: tuple[AnyProgramme, ...], pack: Pack) -> Finding:
    """Return the error that a record has none of the work that a report tells."""
    said = (
        message("the record has no programme {names}", names=wanted)
        if wanted
        else message("the record has no programme at all")
    )
    hint = message(
        "add to {field}: {names}",
        field=Term("programmes", str(YearRecord.model_fields["programmes"].alias)),
        names=wanted or pack.vocabulary.programmes,
    )
    return Finding(
        Severity.ERROR, Code.PROGRAMME_MISSING, said, Place(path=("programmes",)), hint
    )
