"""The items of a numbered slogan as phrases: what, in which case, how often."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from summarykit.compose.language.matching import named
from summarykit.compose.language.numerals import stands
from summarykit.compose.language.weaving import words_of
from summarykit.compose.views import Missing, Names, Shown, View
from summarykit.l10n import numerals
from summarykit.model.plan import Slogan
from summarykit.model.values import Frequency
from summarykit.packs import Phrase

MUST: Final = "必"
_LONGEST_MUST: Final = 3
"""必访, 必家访: the duty a slogan is made of stands at the end of its items."""
_BOUNDS: Final = ("至少", "最少", "至多", "最多")
_MARKS: Final = "，、；：。"
_TIMELY: Final = ("时", "后", "前", "中", "期间", "当天", "当日", "时候")
_LONGEST_FOLDED: Final = 14
"""A longer text does not stand between a period and its number: 每月……一次."""
_LONGEST_ROW: Final = 40
_LONGEST_SENTENCE: Final = 96
_LONGEST_WORD: Final = 8
_MOST_ORDINALS: Final = 10


def slogan_items(slogan: View, *said: object) -> Names:
    """Return the items of a slogan for its sentence: `items`, and how they are joined.

    `form` is `words` for a few short ones that need a mere 、 (自尊、自爱), `clauses` for one
    sentence and `sentences` for more; `numbered` says whether 一是 … 十是 can count them.
    Items that a text of `said` tells already are left out, unless they say more than that.
    `declared` says whether the number of items has to be told: it is not in the name.
    """
    entity = slogan.entity
    if not isinstance(entity, Slogan):
        msg = "slogan_items needs a slogan"
        raise TypeError(msg)
    listed = cast("Sequence[View]", slogan.items)
    entries = [i for i in listed if _has_more(i) or not named(i.text, *said)]
    items = tuple(map(_item, entries))
    form = _form(items)
    return Names(
        {
            "items": items,
            "form": form,
            "numbered": form != "words" and 1 < len(items) <= _MOST_ORDINALS,
            "declared": bool(slogan.declared) and not _counts(entity),
            "whole": len(entries) == len(entity.items),
        }
    )


def says_more(slogan: View) -> bool:
    """Return whether there is something to say of a slogan beside its name."""
    return bool(slogan.items or slogan.target or slogan_items(slogan).declared)


def _has_more(item: View) -> bool:
    return bool(item.frequency or item.trigger)


def _form(items: Sequence[Phrase]) -> str:
    texts = [words_of(item) for item in items]
    plain = not any(mark in text for text in texts for mark in _MARKS)
    size = sum(map(len, texts)) + len(texts)
    if plain and size <= _LONGEST_ROW and all(len(text) <= _LONGEST_WORD for text in texts):
        return "words"
    return "clauses" if size <= _LONGEST_SENTENCE else "sentences"


def _counts(slogan: Slogan) -> bool:
    """Return whether the name says how many items there are: 五必访, 5个一."""
    number = slogan.declared.number if slogan.declared else None
    if number is None or number != int(number):
        return False
    forms = (str(int(number)), numerals.to_counting(int(number)), numerals.to_chinese(number))
    return any(stands(form, slogan.name) for form in forms)


def _item(item: View) -> Phrase:
    """Return an item: 每周谈一次心; 缺课的学生，发现当天必访; 每年至少回家一次."""
    trigger, text = _when(item), cast("Shown", item.text)
    often = cast("Shown | Missing", item.frequency)
    if isinstance(often, Missing) or not often or str(often) in str(text):
        return _timed(trigger, text)
    around = None if trigger else _folded(text, often)
    return Phrase(around or (*_timed(trigger, text).parts, "，", often))


def _when(item: View) -> Phrase | None:
    if not item.trigger or str(item.trigger) in str(item.text):
        return None
    return Phrase((item.trigger, "" if str(item.trigger).endswith(_TIMELY) else "时"))


def _timed(trigger: Phrase | None, text: Shown) -> Phrase:
    if trigger is None:
        return Phrase((text,))
    words = str(text)
    at = words.rfind(MUST)
    if at > 0 and len(words) - at <= _LONGEST_MUST and words[at - 1] not in _MARKS:
        head, duty = _cut(text, words[:at], "whom"), _cut(text, words[at:], "duty")
        return Phrase((head, "，", trigger, duty))
    return Phrase((trigger, "，", text))


def _cut(text: Shown, words: str, part: str) -> Shown:
    return Shown(text.value, f"{text.ref}#{part}", words)


def _folded(text: Shown, often: Shown) -> list[object] | None:
    """Return the frequency around what is done, where that reads well; else None."""
    value, words = often.value, str(text)
    if not isinstance(value, Frequency) or any(mark in words for mark in _MARKS):
        return None
    if value.action and value.action in (words, words.removeprefix("开展")):
        return [often]
    if value.count is None:
        return [often, text]
    times = str(value.count)
    alone = str(often) == times  # 两次 has no period to stand in front
    if alone or value.action or len(words) > _LONGEST_FOLDED or MUST in words:
        return None
    bound = next((word for word in _BOUNDS if times.startswith(word)), "")
    times = times.removeprefix(bound)
    front = _cut(often, f"{replace(value, count=None)}{bound}", "period")
    if times in words:  # 谈一次心, 每周一次
        return [front, text]
    return [front, text, _cut(often, times, "times")]
