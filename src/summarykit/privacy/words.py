"""Names of children that are words as well: 温暖, 阳光; all places of them are changed."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.model import YearRecord
from summarykit.privacy.children import Children, closed
from summarykit.privacy.detecting.names import children as named_children
from summarykit.privacy.detecting.names import known, looks_named
from summarykit.privacy.rosters import listed_names
from summarykit.privacy.texts import texts_of

_LONGEST_WORD: Final = 2
_ANYBODY: Final = "王喜鹊"
"""A name that is certainly one: words that tell a child's name tell this one, too."""
_OF_CHILDREN: Final = ("pupils", "attachments")
_OF_ADULTS: Final = "people"
_POLICIES: Final = "policies"
_TITLES: Final = frozenset(("name", "title", "theme", "short_name"))
"""What work and events are called: no child's name stands there."""
_Texts = Sequence[tuple[Path, str]]


def word_findings(record: YearRecord, children: Children) -> Iterator[Finding]:
    """Yield a warning for each listed name that may be a word, where something was changed.

    A word is what begins with no surname, what `looks_named` knows as another one, and a short
    name that stands in the title of something. Places that say that a child is meant, 温暖同学,
    are certain.
    """
    listed = (pupil.name for pupil in record.pupils if pupil.name)
    names = dict.fromkeys(map(closed, (*listed, *listed_names(record))))
    short = [name for name in names if len(name) <= _LONGEST_WORD]
    if not short:
        return
    texts = [one for one in texts_of(record) if one[0][0] not in _OF_CHILDREN]
    doubtful = _words(short, texts)
    for name, places in _unsaid(doubtful, texts).items():
        if name in children.by_name:
            yield _finding(children.by_name[name], places)


def _words(names: Collection[str], texts: _Texts) -> tuple[str, ...]:
    titles = "\n".join(text for path, text in texts if _is_title(path))
    return tuple(name for name in names if not looks_named(name) or name in titles)


def _is_title(path: Path) -> bool:
    return path[0] == _POLICIES or (path[-1] in _TITLES and path[0] != _OF_ADULTS)


def _unsaid(names: Collection[str], texts: _Texts) -> dict[str, list[Path]]:
    """Return the places where nothing beside those names says that a child is meant."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path, text in texts:
        for span in known(text, names):
            told = text[: span.start] + _ANYBODY + text[span.end :]
            if not any(one.start == span.start for one in named_children(told)):
                found[closed(text[span.start : span.end])].append(path)
    return found


def _finding(alias: str, places: Sequence[Path]) -> Finding:
    said = message(
        "the name of {alias} may be a word as well;"
        " {count} places that do not say that a child is meant were changed, this one first",
        alias=alias,
        count=len(places),
    )
    hint = message("look at them; where the word is meant, use another one")
    place = Place(path=places[0])
    return Finding(Severity.WARNING, Code.NAME_ALSO_A_WORD, said, place, hint)
