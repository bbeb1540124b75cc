"""The last words of several programmes, joined so that no subject is said twice in a row."""

from collections.abc import Iterable
from typing import Final

from summarykit.compose.language.fields import value_of
from summarykit.compose.views import Shown, View
from summarykit.packs import Phrase

_SUBJECTS: Final = (
    "学校",
    "我校",
    "我们",
    "班级",
    "我班",
    "学区",
    "我学区",
    "各校",
    "全镇",
    "全县",
)
_WILL: Final = "将"
_FROM_NOW_ON: Final = ("今后，", "今后")
MOST_IN_A_SENTENCE: Final = 90


def closings(programmes: Iterable[View]) -> Phrase:
    """Return the closings of programmes as sentences; each is said once.

    Where two in a row say what the same subject will do, or what comes from now on, the second
    goes on in the sentence of the first: 学校将继续……；将坚持……, 今后继续……；把…….
    """
    said = [value for p in programmes if (value := value_of(p, "closing"))]
    parts: list[object] = []
    before, size, seen = "", 0, set()
    for closing in (value for value in said if isinstance(value, Shown)):
        words = str(closing).rstrip("。")
        if words in seen:
            continue
        seen.add(words)
        subject = next((s for s in _SUBJECTS if words.startswith(s + _WILL)), "")
        subject = subject or next((s for s in _FROM_NOW_ON if words.startswith(s)), "")
        goes_on = (
            bool(subject) and subject == before and size + len(words) <= MOST_IN_A_SENTENCE
        )
        if goes_on:
            rest = words.removeprefix(subject)
            parts += ["；", Shown(closing.value, f"{closing.ref}#rest", rest)]
        else:
            bare = Shown(closing.value, f"{closing.ref}#bare", words)
            whole = closing if words == str(closing) else bare
            parts += ["。" if parts else "", whole]
        size = size + len(words) if goes_on else len(words)
        before = subject
    return Phrase([*parts, "。"] if parts else [])
