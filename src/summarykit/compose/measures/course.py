"""What it consists of and how it goes: contents, steps, channels, what is done in each case."""

from collections.abc import Sequence
from typing import Final

from summarykit.compose.language.matching import listed, told
from summarykit.compose.language.phrasing import going_on
from summarykit.compose.language.sentences import parted
from summarykit.compose.language.weaving import size_of
from summarykit.compose.measures.draft import SLOT, Draft, row
from summarykit.compose.views import Shown, View
from summarykit.packs import Phrase

_ORDINALS: Final[Sequence[Sequence[str]]] = (
    ("先", "再"),
    ("先", "再", "最后"),
    ("先", "再", "然后", "最后"),
    ("先", "再", "接着", "然后", "最后"),
)
"""What leads each step, by how many there are: two to five."""
_THROUGH: Final = ("通过", "还通过")
_SHORT: Final = 8
_MOST_IN_A_ROW: Final = 6
_LONGEST_SENTENCE: Final = 90
_HEADS: Final = ("先", "再", "最后", "然后", "首先", "接着", "其次")
_UNFINISHED: Final = ("的", "时", "后", "之前", "期间")


def contents(d: Draft) -> Phrase:
    """Return the sentences on what it consists of; only the rest of what the practice says.

    Where it says less than half, all of them are told: a word of the practice is no list to go
    on with. A list that would make a sentence too long goes on in the next.
    """
    every, left = d.entries("contents"), d.left("contents", *d.said)
    if not left:
        return Phrase(())
    lead = d.words("contents")
    if len(every) < len(left) + len(left):
        left = every
    if len(left) < len(every):
        return Phrase((lead, "还包括" if len(left) > 1 else "还有", listed(left)))
    if len(left) == 1:
        return Phrase((lead, "是", *left))
    first, *others = parted(left)
    rest = (Phrase(("还包括", listed(some))) for some in others)
    return _between((Phrase((lead, d.words("including"), listed(first))), *rest), "。")


def steps(d: Draft) -> Phrase:
    """Return the sentences on the steps in their order; only those the practice has not."""
    every, left = d.entries("steps"), d.left("steps")
    if not left:
        return Phrase(())
    if len(left) + len(left) < len(every):
        return Phrase(("此外还有", row(left), "等环节" if len(left) > 1 else "这一环节"))
    if len(every) == 1:
        return d.put("step", every[0])
    short = len(every) <= _MOST_IN_A_ROW and all(size_of(step) <= _SHORT for step in every)
    marked = any("、" in str(step) for step in every)
    return d.put("steps", row(every)) if short and not marked else _in_order(every)


def _in_order(every: Sequence[object]) -> Phrase:
    """Return the steps with 先, 再 … before each: one sentence, or several where it is long."""
    heads = _ORDINALS[len(every) - 2] if len(every) <= len(_ORDINALS) + 1 else ()
    if not heads or any(str(step).startswith(_HEADS) for step in every):
        return Phrase(("步骤依次是：", _between(every, "；")))
    led = [Phrase((head, step)) for head, step in zip(heads, every, strict=True)]
    long = sum(map(size_of, led)) > _LONGEST_SENTENCE
    inner = any(mark in str(step) for step in every for mark in "，；")
    return _between(led, "。" if long else "；" if inner else "，")


def _between(values: Sequence[object], mark: str) -> Phrase:
    parts: list[object] = []
    for value in values:
        parts += [mark, value] if parts else [value]
    return Phrase(parts)


def channels(d: Draft) -> Phrase:
    """Return the clause on channels; only the rest of what the practice says.

    A single one is none of several that there are: 通过校讯通联系.
    """
    every = d.entries("channels")
    left = [channel for channel in every if not told(channel, *d.said)]
    if not left:
        return Phrase(())
    name = "more_channels" if len(left) < len(every) else "channels"
    through = tuple(one for one in d.wordings(name) if one.startswith(_THROUGH))
    if len(left) > 1 or not through:
        return d.put(name, listed(left))
    before, _, after = d.chosen(name, through).partition(SLOT)
    return Phrase((before, *left, after))


def triggers(d: Draft) -> Phrase:
    """Return the rules: in which case, by when, what is done; each is a sentence."""
    rules = [_rule(t) for t in d.views("triggers")]
    return _between(rules, "。" if sum(map(size_of, rules)) > _LONGEST_SENTENCE else "；")


def _rule(t: View) -> Phrase:
    condition, action, within = (t.template_value(n) for n in ("condition", "action", "within"))
    text = str(condition)
    said = bool(within) and told(within, action)
    limit = within if within and not said else ""
    if isinstance(limit, Shown):
        rest = going_on(limit, condition)
        if str(rest) != str(limit) and str(rest).startswith(("后", "前")):
            return Phrase((condition, rest, "，", action))
    closed = text.endswith(_UNFINISHED)
    return Phrase((condition, "" if closed else "的", "，", limit, action))
