"""Settings and differences of packs as lines that people read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from summarykit.cli.console import Console
from summarykit.diagnostics import Message, message
from summarykit.packs.tools.comparing import (
    Change,
    Changed,
    OfferedChanged,
    ReportChanged,
    SectionAdded,
    SectionMoved,
    SectionRemoved,
    TemplateChanged,
)
from summarykit.packs.tools.comparing_strips import StripChanged
from summarykit.packs.tools.deriving import Derived
from summarykit.packs.tools.explaining import Explained, TemplateChain
from summarykit.packs.tools.opened import Setting, Step, written
from summarykit.packs.tools.value_names import names_of_values, same, spoken

_FROM = " ← "


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes lines in the language of a console."""

    console: Console

    def explained(self, found: Explained) -> str:
        """Return what something is and where it comes from, the nearest file first."""
        if isinstance(found, Derived):
            deciding = (f"  {self.explained(setting)}" for setting in found.settings)
            return "\n".join((f"{found.name} {self.console.say(found.said)}", *deciding))
        if isinstance(found, TemplateChain):
            return _FROM.join((found.path, *found.sources))
        if found.unsaid:
            value = self._value(found)
            said = self.console.say(message("{value} (no file says it)", value=value))
            return f"{found.name} {value if found.value is None else said}"
        return f"{found.name} {_from(found, found.steps[0])}{self._behind(found)}"

    def origin_of(self, change: Change) -> str:
        """Return what a pack changes, with the line where it does so."""
        match change:
            case Changed(after=after) if after is not None and not after.as_body:
                return self.explained(after)
            case (
                SectionAdded(setting=setting)
                | SectionRemoved(setting=setting)
                | SectionMoved(setting=setting)
            ) if setting is not None:
                return f"{self.changed(change)}{_FROM}{_place(setting.steps[0])}"
            case _:
                return self.changed(change)

    def changed(self, change: Change) -> str:
        """Return one difference."""
        match change:
            case Changed(before=before, after=after, called=name):
                return f"{name}  {self._value(before)} → {self._value(after)}"
            case SectionAdded() | SectionRemoved() | SectionMoved():
                return self.console.say(_of_section(change))
            case StripChanged():
                return self._strip(change)
            case TemplateChanged():
                return self.console.say(_of_template(change))
            case ReportChanged() | OfferedChanged():
                return self.console.say(_of_reports(change))

    def template_lines(self, change: Change) -> Iterator[str]:
        """Yield the lines of a template that differ, as programs show them."""
        if isinstance(change, TemplateChanged):
            yield from change.lines()

    def _strip(self, change: StripChanged) -> str:
        strip = self.console.say(_STRIPS[change.is_header, change.pages])
        before, after = self._read_in(change.before), self._read_in(change.after)
        if change.before != change.after:
            return f"{strip}  {before} → {after}"
        said = message("{words} (the same words, drawn otherwise)", words=after)
        return f"{strip}  {self.console.say(said)}"

    def _read_in(self, texts: tuple[str, ...] | None) -> str:
        if texts is None:
            return self.console.say(message("not there"))
        return "；".join(texts) or self.console.say(message("(no text)"))

    def _behind(self, found: Setting) -> str:
        if found.as_body:
            return self.console.say(message(" (not set of itself: as in body text)"))
        differing = [
            step
            for nearer, step in pairwise(found.steps)
            if not same(found.keys, nearer.value, step.value)
        ]
        was = [_from(found, step) for step in differing]
        if not was:
            return ""
        first, *earlier = was
        said = message("(was {step})", step=first)
        if earlier:
            listed = tuple(earlier)
            said = message("(was {step}; before that {earlier})", step=first, earlier=listed)
        return f" {self.console.say(said)}"

    def _value(self, setting: Setting | None) -> str:
        if setting is None or setting.value is None:
            return self.console.say(message("not there"))
        value = spoken(setting.keys, setting.value) or written(setting.value) or "“”"
        said = message("{value} (as in body text)", value=value)
        return self.console.say(said) if setting.as_body else value


def _of_section(change: SectionAdded | SectionRemoved | SectionMoved) -> Message:
    gaps = {"report": change.name, "section": change.title}
    match change:
        case SectionAdded():
            return message("report {report}: section {section} added", **gaps)
        case SectionRemoved():
            return message("report {report}: section {section} taken out", **gaps)
        case SectionMoved(behind=""):
            return message("report {report}: section {section} moved to the head", **gaps)
        case SectionMoved(behind_title=behind):
            return message(
                "report {report}: section {section} moved behind {behind}",
                behind=behind,
                **gaps,
            )


_STRIPS: Final = MappingProxyType(
    {
        (True, "default"): message("header"),
        (True, "first"): message("header of the first page"),
        (True, "even"): message("header of even pages"),
        (False, "default"): message("footer"),
        (False, "first"): message("footer of the first page"),
        (False, "even"): message("footer of even pages"),
    }
)


def _of_template(change: TemplateChanged) -> Message:
    if change.before is None:
        return message("template {path}: added", path=change.path)
    if change.after is None:
        return message("template {path}: not there", path=change.path)
    return message("template {path}: changed", path=change.path)


def _of_reports(change: ReportChanged | OfferedChanged) -> Message:
    match change:
        case OfferedChanged(names=(before, after)):
            return message("reports offered: {before} → {after}", before=before, after=after)
        case ReportChanged(name=report, added=True):
            return message("report {report}: added", report=report)
        case ReportChanged(name=report):
            return message("report {report}: not there", report=report)


def _from(setting: Setting, step: Step) -> str:
    """Return a value as the file has it, what it is called, and the file."""
    value = written(step.value)
    named = names_of_values(setting.keys).get(value)
    if not isinstance(step.value, str | bool):
        named = spoken(setting.keys, step.value)
    return (
        f"{value}（{named}）{_FROM}{_place(step)}" if named else f"{value}{_FROM}{_place(step)}"
    )


def _place(step: Step) -> str:
    at = step.place
    return f"{at.source}:{at.line}" if at.line else str(at.source)
