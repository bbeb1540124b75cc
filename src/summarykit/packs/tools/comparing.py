"""What differs between two packs: settings, sections of reports, templates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, unified_diff

from summarykit.packs.places.paths import LAYOUT, TEMPLATE_SUFFIX, report_of, report_path
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.tools.comparing_strips import StripChanged, strips_changed
from summarykit.packs.tools.opened import OpenPack, Setting
from summarykit.packs.tools.value_names import same


@dataclass(frozen=True, slots=True)
class Changed:
    """A setting that one pack has and the other has not, or has otherwise."""

    before: Setting | None
    after: Setting | None
    called: str = field(default="", compare=False)
    """Its name as somebody reads it aloud."""


@dataclass(frozen=True, slots=True)
class OfferedChanged:
    """The reports that the packs offer, which differ or stand in another order."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    names: tuple[tuple[str, ...], tuple[str, ...]] = field(default=((), ()), compare=False)
    """What they are called."""


@dataclass(frozen=True, slots=True)
class ReportChanged:
    """A report that only one pack has a file for."""

    report: str
    added: bool
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class _OfSection:
    """What has become of a section of a report; `name` is what the report is called."""

    report: str
    section: str
    title: str
    name: str = field(default="", compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class SectionAdded(_OfSection):
    """A section that only the second pack has."""

    setting: Setting


@dataclass(frozen=True, slots=True)
class SectionRemoved(_OfSection):
    """A section that only the first pack has."""

    setting: Setting | None = field(default=None, compare=False)
    """What removes it."""


@dataclass(frozen=True, slots=True)
class SectionMoved(_OfSection):
    """A section that stands elsewhere: behind another one, or at the head."""

    behind: str
    behind_title: str = field(default="", compare=False)
    setting: Setting | None = field(default=None, compare=False)
    """What moves it, unless others moved and it did not."""


@dataclass(frozen=True, slots=True)
class TemplateChanged:
    """A template of which the packs have different texts, or only one has any."""

    path: str
    before: str | None
    after: str | None

    def lines(self) -> tuple[str, ...]:
        """Return the unified diff."""
        before, after = (self.before or "").splitlines(), (self.after or "").splitlines()
        return tuple(unified_diff(before, after, self.path, self.path, lineterm=""))


_SectionChange = SectionAdded | SectionRemoved | SectionMoved
Change = (
    Changed | OfferedChanged | ReportChanged | _SectionChange | StripChanged | TemplateChanged
)


def changes(first: OpenPack, second: OpenPack) -> Iterator[Change]:
    """Yield what is otherwise in `second`: layout, wording, reports, then templates."""
    if first.offered() != second.offered():
        before, after = first.offered(), second.offered()
        names = (tuple(map(first.report_name, before)), tuple(map(second.report_name, after)))
        yield OfferedChanged(before, after, names)
    known, new = set(first.files()), set(second.files())
    for file in dict.fromkeys((*first.files(), *second.files())):
        report = report_of(file)
        if report is not None and (file in known) != (file in new):
            name = (second if file in new else first).report_name(report)
            yield ReportChanged(report, added=file in new, name=name)
            continue
        if report is not None:
            yield from _sections(first, second, report)
        yield from _settings(first, second, file)
        if file == LAYOUT:
            yield from strips_changed(first, second)
    yield from _templates(first, second)


def _settings(first: OpenPack, second: OpenPack, file: str) -> Iterator[Changed]:
    before, after = first.settings(file), second.settings(file)
    for keys in dict.fromkeys((*before, *after)):
        old, new = before.get(keys), after.get(keys)
        if _is_of_one_side(keys, before, after):
            continue
        old, new = old or first.unset(file, keys), new or second.unset(file, keys)
        if old and new and same(keys, old.value, new.value):
            continue
        called = first.called(old) if old else second.called(new) if new else ""
        yield Changed(old, new, called)


def _is_of_one_side(keys: tuple[str, ...], *sides: object) -> bool:
    """Return whether it belongs to a section that has been added or removed as a whole."""
    section = (SECTIONS, *keys[1:2], "id")
    return keys[0] == SECTIONS and not all(section in side for side in sides)  # type: ignore[operator]  # mappings


def _sections(first: OpenPack, second: OpenPack, report: str) -> Iterator[_SectionChange]:
    file = report_path(report)
    name = second.report_name(report)
    before, after = first.order(file), second.order(file)
    for section in before:
        if section not in after:
            title = first.section_name(file, section)
            said = next(iter(second.placed(file, section)), None)
            yield SectionRemoved(report, section, title, name=name, setting=said)
    for section in after:
        if section not in before:
            setting = second.settings(file)[SECTIONS, section, "id"]
            title = second.section_name(file, section)
            yield SectionAdded(report, section, title, setting, name=name)
    for section in _moved(before, after):
        index = after.index(section)
        behind = after[index - 1] if index else ""
        title, before_it = (second.section_name(file, s) for s in (section, behind))
        said = next(iter(second.placed(file, section)), None)
        yield SectionMoved(report, section, title, behind, before_it, name=name, setting=said)


def _moved(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Yield those in both that do not keep their order."""
    old = [section for section in before if section in after]
    new = [section for section in after if section in before]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {section for block in blocks for section in new[block.b : block.b + block.size]}
    yield from (section for section in new if section not in kept)


def _templates(first: OpenPack, second: OpenPack) -> Iterator[TemplateChanged]:
    paths = sorted({*first.lineage.paths(), *second.lineage.paths()})
    for path in (path for path in paths if path.endswith(TEMPLATE_SUFFIX)):
        before, after = _text(first, path), _text(second, path)
        if before != after:
            yield TemplateChanged(path, before, after)


def _text(pack: OpenPack, path: str) -> str | None:
    levels = pack.lineage.levels(path)
    return pack.lineage.packs[levels[-1]].texts[path] if levels else None
