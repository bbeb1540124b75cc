"""What children are called instead of by their names: in one style, each always alike."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice, product
from string import ascii_uppercase
from typing import Final

from summarykit.model.audience import AliasStyle
from summarykit.privacy.detecting.surnames import surname

_OF_ONE_SURNAME: Final = "甲乙丙丁戊己庚辛壬癸"
_MADE_UP: Final = "禾川林雨石云溪竹枫岚澄桐荷蓝峰苗松谷舟帆"
_MARK: Final = "（化名）"
_BARE: Final = re.compile("[（(][^）)]*化名[）)]")
_FORMS: Final[Mapping[AliasStyle, re.Pattern[str]]] = {
    AliasStyle.SURNAME: re.compile(f".{{1,2}}(?:某某?|某[{_OF_ONE_SURNAME}])"),
    AliasStyle.PSEUDONYM: re.compile(".*化名.*|[小阿大].{1,2}|.{1,2}[×xX*＊]{1,2}"),
    AliasStyle.LETTER: re.compile(
        f"(?:学生|儿童|孩子|幼儿)?(?:[A-ZＡ-Ｚ]{{1,3}}|[A-Z]{{0,2}}\\d{{1,3}}|[{_OF_ONE_SURNAME}])(?:同学|生)?"
        "|某(?:同学|生|男|女|学生)|(?:学生|儿童|孩子|幼儿).?"
    ),
}


@dataclass(frozen=True, slots=True)
class Child:
    """One child of a record: its real name, what it is called there, or both.

    `also` is what it is called by mistake: an alias that reads like a real name.
    """

    name: str | None = None
    alias: str | None = None
    also: str | None = None
    entry: str | None = None
    """The id of its entry, where the record says nothing else of it."""

    @property
    def key(self) -> str:
        """By what it is told from other children: its name, else its alias, else its entry."""
        return self.name or self.alias or self.entry or ""


def style_of(alias: str) -> AliasStyle | None:
    """Return the style of an alias; None where it may be a real name."""
    return next((style for style, form in _FORMS.items() if form.fullmatch(alias)), None)


def bare(alias: str) -> str:
    """Return an alias without its （化名）."""
    return _BARE.sub("", alias)


def style_for(children: Iterable[Child], wanted: AliasStyle) -> AliasStyle:
    """Return the style of a document: the one wanted, or the one that its record mostly has.

    A surname can only be told of those whose name is known; else all are called by letters.
    """
    known = list(children)
    if wanted is AliasStyle.SURNAME:
        nameless = any(
            child.name is None and style_of(child.alias or "") is not wanted for child in known
        )
        return AliasStyle.LETTER if nameless else wanted
    if wanted is not AliasStyle.RECORDED:
        return wanted
    styles = Counter(style for child in known if (style := style_of(child.alias or "")))
    return styles.most_common(1)[0][0] if styles else AliasStyle.LETTER


def called(children: Sequence[Child], wanted: AliasStyle, taken: str = "") -> tuple[str, ...]:
    """Return what each of several children is called; no two are called alike.

    What a record calls them stays where no style is wanted. A made-up name stands nowhere in
    `taken`, the text of the record.
    """
    style = style_for(children, wanted)
    given: set[str] = set()
    kept: list[str | None] = []
    for child in children:
        stays = child.alias and child.alias not in given and _stays(child.alias, style, wanted)
        kept.append(child.alias if stays else None)
        given |= {child.alias} if child.alias else set()
    missing = [child for child, alias in zip(children, kept, strict=True) if alias is None]
    used = {bare(alias) for alias in kept if alias}
    made = iter(_made(missing, style, used, taken))
    return tuple(alias or next(made) for alias in kept)


def _stays(alias: str, style: AliasStyle, wanted: AliasStyle) -> bool:
    return wanted is AliasStyle.RECORDED or style_of(alias) is style


def _made(
    children: Sequence[Child], style: AliasStyle, used: set[str], taken: str
) -> Iterator[str]:
    match style:
        case AliasStyle.SURNAME:
            yield from _by_surname(children, used)
        case AliasStyle.PSEUDONYM:
            names = _pseudonyms(used, taken)
            yield from (f"{name}{_MARK}" for name in islice(names, len(children)))
        case _:
            free = (name for name in _letters() if name not in used and name not in taken)
            yield from islice(free, len(children))


def _pseudonyms(used: set[str], taken: str) -> Iterator[str]:
    for size in count(1):
        for sign in _MADE_UP:
            name = f"小{sign * size}"
            if name not in used and name not in taken:
                yield name


def _letters() -> Iterator[str]:
    for size in count(1):
        for signs in product(ascii_uppercase, repeat=size):
            yield f"学生{''.join(signs)}"


def _by_surname(children: Sequence[Child], used: set[str]) -> Iterator[str]:
    surnames = [surname(child.name or child.alias or "") for child in children]
    shared = Counter([*surnames, *(alias[:-2] for alias in used)])
    place: Counter[str] = Counter()
    for own in surnames:
        if shared[own] == 1:
            yield f"{own}某某"
            continue
        while True:
            more, sign = divmod(place[own], len(_OF_ONE_SURNAME))
            place[own] += 1
            alias = f"{own}某{_OF_ONE_SURNAME[sign]}{more + 1 if more else ''}"
            if alias not in used:
                yield alias
                break
