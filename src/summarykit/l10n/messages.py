"""Findings and messages in the reader's language; the English sentence is the key."""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from summarykit.diagnostics import Finding, Message, Severity, Term

Language = Literal["zh", "en"]

_CATALOGUES = MappingProxyType({"zh": "locale/zh_CN/LC_MESSAGES/summarykit.po"})
_SEVERITIES = MappingProxyType(
    {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
)
_LISTED = MappingProxyType({"zh": "、", "en": ", "})
_HINT = MappingProxyType({"zh": "   提示：", "en": "   hint: "})


class _Gaps(dict[str, str]):
    """What fills the gaps of a sentence; a gap that nothing fills stays visible."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def translate(message: Message, lang: Language) -> str:
    """Return the sentence of `message` in a language, English where it has no translation."""
    sentence = _catalogue(lang).get(message.text, message.text)
    if not message.values:
        return sentence
    gaps = {name: shown(value, lang) for name, value in message.values.items()}
    return sentence.format_map(_Gaps(gaps))


def describe(finding: Finding, lang: Language) -> str:
    """Return a finding as people read it: place, severity, code and sentence, then the hint."""
    severity = _SEVERITIES[finding.severity] if lang == "zh" else finding.severity.value
    sentence = translate(finding.message, lang)
    parts = (str(finding.at), f"{severity} {finding.code}", sentence)
    lines = ["  ".join(part for part in parts if part)]
    if finding.hint:
        lines.append(hint(finding.hint, lang))
    return "\n".join(lines)


def hint(message: Message, lang: Language) -> str:
    """Return the line that says what to do, as it stands below the sentence."""
    return _HINT[lang] + translate(message, lang)


def as_json(finding: Finding, lang: Language) -> dict[str, object]:
    """Return a finding as JSON holds it: names as they are, sentences translated."""
    at = finding.at
    return {
        "severity": finding.severity.value,
        "code": finding.code.value,
        "message": translate(finding.message, lang),
        "hint": translate(finding.hint, lang) if finding.hint else None,
        "source": at.source,
        "line": at.line,
        "column": at.column,
        "field": at.field,
        "path": list(at.path),
    }


def shown(value: object, lang: Language) -> str:
    """Return a value as a sentence in that language names it."""
    if isinstance(value, Message):
        return translate(value, lang)
    if isinstance(value, tuple):
        return _LISTED[lang].join(shown(item, lang) for item in value)
    if isinstance(value, Term):
        return f"{value.label}（{value.name}）" if lang == "zh" else value.name
    if isinstance(value, Enum | str):  # a member of a list, or what a pack adds to one
        label = getattr(value, "label", None)
        return str(label) if lang == "zh" and label else str(getattr(value, "value", value))
    return str(value)


@cache
def _catalogue(lang: Language) -> Mapping[str, str]:
    """Return the translations of a language, none for English, which the messages are in."""
    if lang not in _CATALOGUES:
        return {}
    # Only a run that has something to say needs babel, whose import takes longer than reading.
    from babel.messages.pofile import read_po  # noqa: PLC0415

    path = Path(__file__).parent / _CATALOGUES[lang]
    with path.open("rb") as file:
        catalogue = read_po(file, locale="zh_CN", abort_invalid=True)
    return {
        str(entry.id): str(entry.string)
        for entry in catalogue
        if entry.id and entry.string and not entry.fuzzy
    }
