"""What a template may say in place of the usual wordings, and what is refused."""

from collections.abc import Iterable, Mapping

from summarykit.compose.measures.draft import SLOT
from summarykit.packs import UnknownNameError

_WITH_SLOT = ("limit",)
"""Wordings with a place for a value that have no usual one."""


def refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    """Do nothing where all the names are known.

    Raises:
        UnknownNameError: One is not; the first of them in the alphabet is told.
    """
    every = tuple(known)
    strange = min(set(names).difference(every), default="")
    if strange:
        raise UnknownNameError(f"measures have no {strange}", strange, sorted(every))


def refuse_unfit(wording: Mapping[str, object], usual: Mapping[str, object]) -> None:
    """Do nothing where each wording has as many places for a value as the usual one has.

    Raises:
        UnknownNameError: One has none, and would swallow its value, or has one too many.
    """
    for name, given in wording.items():
        known = _listed(usual.get(name, SLOT if name in _WITH_SLOT else ()))
        if not known:
            continue
        wanted = known[0].count(SLOT)
        for words in _listed(given):
            if words.count(SLOT) != wanted:
                right = [_given(name, one) for one in known]
                raise UnknownNameError(f"{name} cannot be so", _given(name, words), right)


def _given(name: str, words: str) -> str:
    """Return a wording as a template gives it."""
    return f'{name}="{words}"'


def _listed(words: object) -> tuple[str, ...]:
    if isinstance(words, str):
        return (words,) if words else ()
    return tuple(map(str, words)) if isinstance(words, tuple | list) else ()
