"""`kinds.toml`: the kinds of work and of measure that a pack adds to those of the domain."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from summarykit.diagnostics import Path, message
from summarykit.model.added import (
    OF_PUPILS,
    AddedKind,
    AddedMeasure,
    AddedProgramme,
    Vocabulary,
)
from summarykit.model.kinds import MeasureGroup, MeasureKind
from summarykit.model.values import Text
from summarykit.model.vocabulary import Cohort, Labelled, ProgrammeKind
from summarykit.packs.manifest import Declared, Name, ReportSpec, Wording
from summarykit.packs.places.lineage import Lineage
from summarykit.packs.places.paths import KINDS
from summarykit.packs.settings.declarations import declared
from summarykit.packs.settings.declared_files import Declaration, DeclaredFiles

_VERBS: Final = ("落实", "做好", "抓好")
"""What a heading begins with where a kind of measure has no headings of its own."""
_EVERYBODY: Final = Cohort.ENROLLED
_PUPILS: Final = "学生"

_LABEL: Final = re.compile(r"[A-Za-z0-9〇\u3400-\u4dbf\u4e00-\u9fff]{2,20}")
"""A name stands in sentences, titles and headings: stops, blanks and signs would break them."""


def _is_name(name: str) -> str:
    if not _LABEL.fullmatch(name):
        raise PydanticCustomError("no_label", "no name")
    return name


def _listed(said: object) -> object:
    return (said,) if isinstance(said, str) else said


Label = Annotated[Text, AfterValidator(_is_name)]
Headings = Annotated[tuple[Label, ...], BeforeValidator(_listed), Field(min_length=1)]


class DeclaredProgramme(Declared):
    """A kind of work, by its key."""

    label: Label
    """What records and documents call it: 营养改善."""
    about: Text
    """What it is, in one line."""
    short: Label | None = None
    """What people call it in few words, in the post of who is in charge of it: 营养餐."""
    cohorts: tuple[Cohort, ...] = ()
    """Whom it is for, the foremost first; none means all pupils."""


class DeclaredMeasure(Declared):
    """A kind of measure, by its key."""

    label: Label
    """What it is called where a record gives no name: 食堂陪餐."""
    group: MeasureGroup
    """The group of measures that it stands in."""
    headings: Headings | None = None
    """What it is called in a heading, a verb and its object: 落实陪餐制度."""


class DeclaredKinds(Declared):
    """`kinds.toml` as it is written."""

    programmes: Annotated[dict[Name, DeclaredProgramme], Field(default_factory=dict)]
    measures: Annotated[dict[Name, DeclaredMeasure], Field(default_factory=dict)]


NOTHING: Final = DeclaredKinds.model_validate({})


def read_kinds(files: DeclaredFiles) -> DeclaredKinds:
    """Return what a pack adds; it need not add anything.

    `files` reads the other files with it from now on, and keeps what is wrong: a key or a label
    that is the name of something else already.
    """
    if len(files.lineage.packs) > 1:
        files.vocabulary = Vocabulary()  # whose kinds they are is known, be there any or none
    if not files.lineage.levels(KINDS):
        return NOTHING
    read = files.read(KINDS)
    found = declared(files, read, DeclaredKinds)
    if read is None or found is None:
        return NOTHING
    for table, ours in ((found.programmes, ProgrammeKind), (found.measures, MeasureKind)):
        _name_differently(files, read, table, ours)
    files.vocabulary = Vocabulary(
        tuple(
            AddedProgramme(key, one.label, one.about, one.short or "", one.cohorts)
            for key, one in found.programmes.items()
        ),
        tuple(AddedMeasure(key, one.label, one.group) for key, one in found.measures.items()),
    )
    return found


def named_like_reports(
    files: DeclaredFiles, kinds: DeclaredKinds, reports: Iterable[ReportSpec]
) -> None:
    """Keep in `files` what is wrong with kinds that are called like a report.

    A report that tells only that work may have its name.
    """
    specs = tuple(reports)
    for where, table in (("programmes", kinds.programmes), ("measures", kinds.measures)):
        for key, one in table.items():
            alone = (key,) if where == "programmes" else None
            others = [spec for spec in specs if spec.programmes != alone]
            named = {_plain(name): spec for spec in others for name in (spec.id, spec.name)}
            for name, place in _names(where, key, one):
                if spec := named.get(_plain(name)):
                    _report_has(files, name, spec, place)


def known_kinds(lineage: Lineage) -> Vocabulary:
    """Return the kinds that a pack knows, as far as what it adds is sound."""
    files = DeclaredFiles(lineage)
    read_kinds(files)
    return files.vocabulary


def worded(wording: Wording, kinds: DeclaredKinds) -> Wording:
    """Return the wording of a pack, with what its kinds are called where it says nothing."""
    terms = dict(wording.terms)
    for table, words in _words(kinds):
        terms[table] = {**words, **terms.get(table, {})}
    return wording if kinds is NOTHING else wording.model_copy(update={"terms": terms})


def _words(kinds: DeclaredKinds) -> Iterator[tuple[str, Mapping[str, Text | tuple[Text, ...]]]]:
    """Yield the tables of `terms.toml` that have an entry for every kind."""
    headings = {
        key: one.headings or usual_headings(one.label) for key, one in kinds.measures.items()
    }
    foremost = {
        key: one.cohorts[0] if one.cohorts else _EVERYBODY
        for key, one in kinds.programmes.items()
    }
    of_pupils = (key for key, one in kinds.measures.items() if one.group in OF_PUPILS)
    yield "measures", headings
    yield "of_pupils", dict.fromkeys(of_pupils, "1")
    yield "foremost", {key: cohort.value for key, cohort in foremost.items()}
    yield "pupils", {key: _pupils(one.cohorts) for key, one in kinds.programmes.items()}


def _pupils(cohorts: tuple[Cohort, ...]) -> str:
    """Return what the pupils of a work are called; of several cohorts nobody knows which."""
    alone = cohorts[0] if len(cohorts) == 1 else _EVERYBODY
    return _PUPILS if alone is _EVERYBODY else alone.label


def usual_headings(label: str) -> tuple[str, ...]:
    """Return the headings of a kind of measure that has none of its own: 落实食堂陪餐."""
    return tuple(f"{verb}{label}" for verb in _VERBS)


def _name_differently(
    files: DeclaredFiles,
    read: Declaration,
    table: Mapping[str, DeclaredProgramme] | Mapping[str, DeclaredMeasure],
    ours: type[Labelled],
) -> None:
    """Keep what is wrong with names that something else has already."""
    called: dict[str, Labelled | AddedKind] = {
        _plain(name): kind for kind in ours for name in (kind.value, kind.label)
    }
    where = "programmes" if ours is ProgrammeKind else "measures"
    for key, one in table.items():
        own = AddedKind(key, one.label)
        for name, place in _names(where, key, one):
            other = called.setdefault(_plain(name), own)
            if other is not own:
                said = message(
                    "{found} is the name of {kind} ({key}) already",
                    found=name,
                    kind=other,
                    key=other.value,
                )
                files.wrong(said, read.place(place))


def _report_has(files: DeclaredFiles, name: str, spec: ReportSpec, path: Path) -> None:
    said = message(
        "{found} is the name of the report {name} ({key}) already",
        found=name,
        name=spec.name,
        key=spec.id,
    )
    read = DeclaredFiles(files.lineage).read(KINDS)  # what is wrong with it has been said
    if read is not None:
        files.wrong(said, read.place(path))


def _names(
    where: str, key: str, one: DeclaredProgramme | DeclaredMeasure
) -> tuple[tuple[str, Path], ...]:
    """Return the names of a kind, and where they stand."""
    return (key, (where, key)), (one.label, (where, key, "label"))


def _plain(name: str) -> str:
    """Return a name as people compare it: case and blanks do not count."""
    return re.sub(r"[\s_]", "", name).casefold()
