"""The tables that set this period beside the one before."""

from collections.abc import Iterable

from summarykit.compose.tables.columns import cell, head
from summarykit.compose.views import Names
from summarykit.document.nodes import Align, Column, Inlines, Table, Text
from summarykit.packs import Phrase, inlines_of


def compared_table(
    entries: Iterable[Names],
    words: Names,
    caption: object = "与上期数据对比表",
    then: object = "上期",
    this: object = "本期",
) -> Table | None:
    """Return what is compared, the figures of both periods and the change, a row each.

    `entries` are those of `compared`, `words` says what each of their figures is called, `then`
    and `this` head the columns.
    """
    rows = tuple(
        (
            inlines_of(Phrase([one.of, _word(words, one.what)])),
            cell(one.before),
            cell(one.now),
            _moved(one),
        )
        for one in entries
    )
    periods = (Column(inlines_of(then)), Column(inlines_of(this)))
    columns = (head("项目", weight=2), *periods, head("增减"))
    return Table("", columns, rows, caption=inlines_of(caption)) if rows else None


def _word(words: Names, what: object) -> object:
    """Return what a figure is called beside its owner; many need no more than the owner."""
    name = str(what)
    return words.template_value(name) if name in words.template_names else ""


def _moved(one: Names) -> Inlines:
    """Return by how much a figure has changed, in words that say which way."""
    ways = ("提高", "下降") if one.rate else ("增加", "减少")
    return (Text(ways[0] if one.up else ways[1]), *cell(one.amount))


def followed_table(
    entries: Iterable[Names], words: Names, caption: object = "上期打算落实情况表"
) -> Table | None:
    """Return each next step of the period before and what became of it, a row each.

    `entries` are those of `followed_up`, `words` has a word for each status.
    """
    rows = tuple(
        (cell(one.action), (Text(str(words.template_value(str(one.status)))),))
        for one in entries
    )
    columns = (head("打算", Align.LEFT, weight=3), head("落实情况"))
    return Table("", columns, rows, caption=inlines_of(caption)) if rows else None
