"""What differs between two packs: settings, sections of reports, templates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff

from summarykit.packs.merging import SECTIONS
from summarykit.packs.opened import OpenPack, Setting
from summarykit.packs.paths import TEMPLATE_SUFFIX, report_of, report_path


@dataclass(frozen=True, slots=True)
class Changed:
    """A setting that one pack has and the other has not, or has otherwise."""

    before: Setting | None
    after: Setting | None


@dataclass(frozen=True, slots=True)
class OfferedChanged:
    """The reports that the packs offer, which differ or stand in another order."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportChanged:
    """A report that only one pack has a file for."""

    report: str
    added: bool


@dataclass(frozen=True, slots=True)
class SectionAdded:
    """A section that only the second pack has."""

    report: str
    section: str
    title: str
    setting: Setting


@dataclass(frozen=True, slots=True)
class SectionRemoved:
    """A section that only the first pack has."""

    report: str
    section: str
    title: str


@dataclass(frozen=True, slots=True)
class SectionMoved:
    """A section that stands elsewhere: behind another one, or at the head."""

    report: str
    section: str
    title: str
    behind: str


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
Change = Changed | OfferedChanged | ReportChanged | _SectionChange | TemplateChanged


def changes(first: OpenPack, second: OpenPack) -> Iterator[Change]:
    """Yield what is otherwise in `second`: layout, wording, reports, then templates."""
    if first.offered() != second.offered():
        yield OfferedChanged(first.offered(), second.offered())
    known, new = set(first.files()), set(second.files())
    for file in dict.fromkeys((*first.files(), *second.files())):
        report = report_of(file)
        if report is not None and (file in known) != (file in new):
            yield ReportChanged(report, added=file in new)
            continue
        if report is not None:
            yield from _sections(first, second, report)
        yield from _settings(first, second, file)
    yield from _templates(first, second)


def _settings(first: OpenPack, second: OpenPack, file: str) -> Iterator[Changed]:
    before, after = first.settings(file), second.settings(file)
    for keys in dict.fromkeys((*before, *after)):
        old, new = before.get(keys), after.get(keys)
        if _is_of_one_side(keys, before, after) or (old and new and old.value == new.value):
            continue
        yield Changed(old or first.unset(keys), new or second.unset(keys))


def _is_of_one_side(keys: tuple[str, ...], *sides: object) -> bool:
    """Return whether it belongs to a section that has been added or removed as a whole."""
    section = (SECTIONS, *keys[1:2], "id")
    return keys[0] == SECTIONS and not all(section in side for side in sides)  # type: ignore[operator]  # mappings


def _sections(first: OpenPack, second: OpenPack, report: str) -> Iterator[_SectionChange]:
    file = report_path(report)
    before, after = first.order(file), second.order(file)
    for section in before:
        if section not in after:
            yield SectionRemoved(report, section, _title(first, file, section))
    for section in after:
        if section not in before:
            setting = second.settings(file)[SECTIONS, section, "id"]
            yield SectionAdded(report, section, _title(second, file, section), setting)
    for section in _moved(before, after):
        index = after.index(section)
        behind = after[index - 1] if index else ""
        yield SectionMoved(report, section, _title(second, file, section), behind)


def _title(pack: OpenPack, file: str, section: str) -> str:
    setting = pack.settings(file).get((SECTIONS, section, "title"))
    return str(setting.value) if setting else ""


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
