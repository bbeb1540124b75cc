"""The kinds of a record that the pack does not know: it was read with another one."""

from collections.abc import Iterator

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.model import YearRecord
from summarykit.model.added import AnyMeasure, AnyProgramme
from summarykit.packs import Pack


def strange_kinds(record: YearRecord, pack: Pack) -> Iterator[Finding]:
    """Yield an error for each kind of the record that another pack adds, and this one does not.

    Nobody knows how to tell it; without the finding it would be left out or told anyhow.
    """
    programmes, measures = pack.vocabulary.programmes, pack.vocabulary.measures
    for kind, programme in record.programmes.items():
        path: Path = ("programmes", kind.value)
        if kind not in programmes:
            yield _strange(kind, pack, path)
        for index, measure in enumerate(programme.measures):
            if measure.kind not in measures:
                yield _strange(measure.kind, pack, (*path, "measures", index, "kind"))


def _strange(kind: AnyProgramme | AnyMeasure, pack: Pack, path: Path) -> Finding:
    said = message("the pack {name} does not know {kind}", name=pack.id, kind=kind)
    hint = message("compose the record with the pack that it was read with: --pack")
    return Finding(Severity.ERROR, Code.KIND_UNKNOWN, said, Place(path=path), hint)
