"""The first clause of a text, to serve as its heading, and what follows it."""

from typing import Final

from summarykit.compose.views import Missing, Shown

CLAUSE_MARKS: Final = "，；。"
UNFINISHED: Final = ("的", "时", "后", "中", "下", "问题")
"""A clause that ends so leads up to the next one and cannot stand alone."""


def lead_of(text: Shown | Missing, most: int = 12) -> Shown | Missing:
    """Return the first clause of a text; nothing if it is longer than `most` or unfinished."""
    clause, _ = _split(text)
    if not clause or len(clause) > most or clause.endswith(UNFINISHED):
        return Missing(text.ref)
    return Shown(clause, f"{text.ref}#lead")


def rest_of(text: Shown | Missing) -> Shown | Missing:
    """Return what stands behind the first clause of a text; nothing if it has one clause."""
    _, rest = _split(text)
    return Shown(rest, f"{text.ref}#rest") if rest else Missing(text.ref)


def _split(text: Shown | Missing) -> tuple[str, str]:
    words = str(text) if text else ""
    at = next((i for i, sign in enumerate(words) if sign in CLAUSE_MARKS), len(words))
    return words[:at], words[at + 1 :]
