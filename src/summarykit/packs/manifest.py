"""What the TOML files of a pack say: its identity, its wording, its reports, their sections."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from summarykit.model import YearRecord
from summarykit.model.added import OneMeasure, OneProgramme
from summarykit.model.entity import Entity
from summarykit.model.record import ExtraType, Programme
from summarykit.model.values import Text
from summarykit.model.vocabulary import Cohort, Level
from summarykit.packs.places.paths import report_path

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
"""What a template can write behind a dot."""
IDENTIFIER: Final = r"^[a-z][a-z0-9_-]*$"
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]
Characters = Annotated[int, Field(gt=0, strict=True)]
E = TypeVar("E")


class Declared(BaseModel):
    """The ground of what a pack declares: frozen, and nothing that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _once(entries: tuple[E, ...], ids: Iterable[str]) -> tuple[E, ...]:
    for name, count in Counter(ids).items():
        if count > 1:
            raise PydanticCustomError("id_twice", "twice", {"name": name})
    return entries


def _is_field(name: str, kinds: Iterable[type[Entity]]) -> bool:
    """Return whether one of `kinds` has that field, or the fields that lead to it."""
    first, _, rest = name.partition(".")
    fields = [kind.model_fields[first] for kind in kinds if first in kind.model_fields]
    below = [inner for field in fields for inner in _entities(field.annotation)]
    return _is_field(rest, below) if rest else bool(fields)


def _entities(annotation: object) -> Iterator[type[Entity]]:
    """Yield the entities that a field may hold, be they one, many or none."""
    if isinstance(annotation, type) and issubclass(annotation, Entity):
        yield annotation
    for inner in get_args(annotation):
        yield from _entities(inner)


class Manifest(Declared):
    """`pack.toml`: who the pack is, what it extends, and which reports it offers, in order.

    A pack that extends another one offers the same reports, and its own, if it names none.
    """

    format: Literal[1, 2]
    extends: Identifier | None = None
    id: Identifier
    name: Text
    version: Text
    description: str = ""
    reports: Annotated[tuple[Identifier, ...], Field(min_length=1)] | None = None

    @field_validator("format", mode="before")
    @classmethod
    def _is_a_number(cls, said: object) -> object:
        # true and 1.0 are equal to 1, and are no formats all the same.
        if type(said) is not int:
            raise PydanticCustomError("int_type", "no number")
        return said

    @field_validator("reports")
    @classmethod
    def _reports_differ(cls, reports: tuple[str, ...] | None) -> tuple[str, ...] | None:
        return None if reports is None else _once(reports, reports)


class Length(StrEnum):
    """How long a document is to be; `long` tells everything, whatever a report says."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"


class WhenEmpty(StrEnum):
    """What happens when the record has nothing for a section."""

    OMIT = "omit"
    WARN = "warn"
    ERROR = "error"


class SectionKind(StrEnum):
    """How a section is made: from a template, or by rule from the record."""

    TEXT = "text"
    ATTACHMENT_NOTE = "attachment_note"
    SIGNATURE = "signature"
    ATTACHMENTS = "attachments"


class DocumentKind(StrEnum):
    """What kind of document a report is: what happened, what is planned, or news of it."""

    SUMMARY = "summary"
    PLAN = "plan"
    REPORT = "report"
    BRIEFING = "briefing"


class SectionSpec(Declared):
    """One section of a report: a few lines of TOML and a template."""

    id: Identifier
    title: Text | Literal[""] = ""
    """The heading; none when empty (导语, 结语)."""
    kind: SectionKind = SectionKind.TEXT
    template: str = ""
    when_empty: WhenEmpty = WhenEmpty.OMIT


class ReportSpec(Declared):
    """One report: its title, the programmes it tells and its sections in order."""

    id: Identifier
    name: Text
    title: Text
    """Template of the title."""
    subtitle: str = ""
    kind: DocumentKind = DocumentKind.SUMMARY
    most: Characters | None = None
    """How many characters it may have and no more (a briefing)."""
    lengths: dict[Length, Characters] = {}
    """About how many characters it has at a length; without a number all is told."""
    emphasis: tuple[OneMeasure, ...] = ()
    """The measures that it is about: they stay longest in a short document."""
    leaves_out: tuple[str, ...] = ()
    """Fields of the record or of a programme that it does not tell, whatever they hold.

    A field of an entity is called with the fields above it: `period.as_of`.
    """
    programmes: tuple[OneProgramme, ...] = ()
    """The programmes it tells; none means all that the record has."""
    cohorts: tuple[Cohort, ...] = ()
    """The cohorts it is about, the foremost first; none means all."""
    sections: tuple[SectionSpec, ...]

    @field_validator("sections")
    @classmethod
    def _ids_differ(cls, sections: tuple[SectionSpec, ...]) -> tuple[SectionSpec, ...]:
        # Blocks are called after their section.
        return _once(sections, (section.id for section in sections))

    @field_validator("lengths")
    @classmethod
    def _lengths_grow(
        cls, lengths: dict[Length, int], info: ValidationInfo
    ) -> dict[Length, int]:
        most = info.data.get("most")
        declared = [(length, lengths[length]) for length in Length if length in lengths]
        for (less, shorter), (more, longer) in pairwise(declared):
            if shorter >= longer:
                told = {"less": less, "few": shorter, "more": more, "many": longer}
                raise PydanticCustomError("lengths_shrink", "", told)
        for length, many in declared:
            if most is not None and many > most:
                told = {"length": length, "many": many, "limit": most}
                raise PydanticCustomError("length_exceeds", "", told)
        return lengths

    @field_validator("leaves_out")
    @classmethod
    def _are_fields(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if not _is_field(name, (YearRecord, Programme)):
                raise PydanticCustomError("no_field", "no field", {"name": name})
        return names

    @field_validator("sections")
    @classmethod
    def _titles_are_words(cls, sections: tuple[SectionSpec, ...]) -> tuple[SectionSpec, ...]:
        for section in sections:
            if "{{" in section.title or "{%" in section.title:
                raise PydanticCustomError("title_template", "", {"name": section.title})
        return sections

    @property
    def path(self) -> str:
        """The file of a pack that declares the report."""
        return report_path(self.id)

    @property
    def title_template(self) -> str:
        """The name under which the title is compiled."""
        return f"{self.path}#title"

    @property
    def subtitle_template(self) -> str:
        """The name under which the line below the title is compiled."""
        return f"{self.path}#subtitle"


class Wording(Declared):
    """`terms.toml`: how each level speaks of itself, and the words sentences are made with."""

    voice: dict[Level, dict[Name, Text]]
    terms: dict[Name, dict[Name, Text | tuple[Text, ...]]] = {}
    """Words by name; a list holds wordings of the same that a template may choose from."""

    @field_validator("voice")
    @classmethod
    def _every_level_speaks(
        cls, voice: dict[Level, dict[str, str]]
    ) -> dict[Level, dict[str, str]]:
        silent = [level.value for level in Level if level not in voice]
        if silent:
            raise PydanticCustomError("silent_levels", "silent", {"levels": tuple(silent)})
        return voice


class ExtraField(Declared):
    """A fact of the record's `extra` that a pack knows by name: what it is called, its type."""

    name: Text
    """How the record names it; the key that templates use will do, too."""
    type: ExtraType = "text"
    required: StrictBool = False
    internal: StrictBool = False
    """Whether it is for the bureau alone: what the public reads does not have it."""
    programmes: tuple[OneProgramme, ...] = ()
    """The programmes whose reports tell and need it, where the record does not say; none means
    all.
    """


class ExtraFields(Declared):
    """`fields.toml`: the facts beyond the model that a pack knows, and its reports tell."""

    fields: dict[Name, ExtraField] = {}

    @field_validator("fields")
    @classmethod
    def _names_differ(cls, fields: dict[str, ExtraField]) -> dict[str, ExtraField]:
        _once((), (name for key, one in fields.items() for name in {key, one.name}))
        return fields
