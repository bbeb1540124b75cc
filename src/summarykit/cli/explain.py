"""`summarykit explain`: where the figures of a summary come from, and where they stand."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from summarykit import api
from summarykit.api import Summary
from summarykit.cli.choices import add_format, add_record, add_wishes, named, wishes_of
from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import Path, in_previous, message

if TYPE_CHECKING:
    from summarykit.facts import Calculation, PrintedFigure

ABOUT = message("say where a figure of a summary comes from and how it is computed")


def declare(parser: Parser, console: Console) -> None:
    """Add what `explain` is told."""
    add_record(parser, console)
    words = console.say(
        message(
            "a figure as it is printed (87名, 14.2%, 增加8名), a word of its name, or its id"
            " (default: a table of all)"
        )
    )
    # In a help text, a per cent sign alone begins a name.
    percent = words.replace("%", "%%")
    parser.add_argument("figure", type=named, nargs="?", metavar="FIGURE", help=percent)
    add_wishes(parser, console, audience="public", length="standard")
    add_format(parser, console)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written what is known of the figures."""
    summary = api.compose(chosen.record, **wishes_of(chosen))
    figures = summary.explain(chosen.figure) if chosen.figure else summary.figures
    if chosen.format == "json":
        console.print_json([_as_json(one, summary, console) for one in figures])
    elif chosen.figure:
        for one in figures:
            _tell(one, summary, console)
    else:
        _print_all(figures, summary, console)
    return DONE


def _tell(figure: "PrintedFigure", summary: Summary, console: Console) -> None:
    """Write one figure: its name, its origin or how it is computed, where it stands."""
    console.print(f"{figure.value}  {figure.name}")
    for line in _lines(figure, summary, console):
        console.print(f"   {line}")


def _lines(figure: "PrintedFigure", summary: Summary, console: Console) -> Iterator[str]:
    made = figure.calculation
    if made is not None:
        yield console.say(message("computed: {sum}", sum=_spelled(made, figure.value, console)))
        yield from (f"   {line}" for line in _operands(made, summary, console))
    elif figure.path:
        yield console.say(message("recorded: {place}", place=summary.place(figure.path)))
    if figure.where:
        yield console.say(message("printed: {places}", places=figure.where))
    else:
        yield console.say(message("this summary does not print it"))


def _spelled(made: "Calculation", printed: str, console: Console) -> str:
    """Return the sum, and how its result is rounded where that needs to be said."""
    noted = made.noted(printed)
    return made.spelled(printed) if noted is None else console.say(noted)


def _operands(made: "Calculation", summary: Summary, console: Console) -> Iterator[str]:
    for one in made.operands:
        if one.calculation is not None:
            yield _spelled(one.calculation, one.text, console)
            yield from (f"   {line}" for line in _operands(one.calculation, summary, console))
        elif one.path:
            yield f"{one.text}  {summary.place(one.path)}"


def _print_all(figures: Sequence["PrintedFigure"], summary: Summary, console: Console) -> None:
    head = (
        *(message("figure"), message("name")),
        *(message("where it comes from"), message("where it is printed")),
    )
    rows = [
        (one.value, one.name, _origin(one, summary, console), _first(one, console))
        for one in figures
    ]
    console.print_table([console.say(word) for word in head], rows)


def _origin(figure: "PrintedFigure", summary: Summary, console: Console) -> str:
    if figure.calculation is not None:
        return _spelled(figure.calculation, figure.value, console)
    if not figure.path:
        return figure.ref
    place = summary.place(figure.path)
    if in_previous(figure.path) is not None:
        return str(place)
    # All others are of one file, which need not be said on each line.
    return str(replace(place, source=None))


def _first(figure: "PrintedFigure", console: Console) -> str:
    """Return the first place, and how many more there are."""
    first, *more = figure.where
    return f"{console.show(first)} +{len(more)}" if more else console.show(first)


def _as_json(figure: "PrintedFigure", summary: Summary, console: Console) -> dict[str, object]:
    made = figure.calculation
    return {
        "ref": figure.ref,
        "name": figure.name,
        "value": figure.value,
        "printed": list(figure.printed),
        "where": [console.show(one) for one in figure.where],
        "source": _source(figure.path, summary),
        "computed": None if made is None else _sum(made, figure.value, summary),
    }


def _sum(made: "Calculation", printed: str, summary: Summary) -> dict[str, object]:
    return {
        "formula": made.formula.value,
        "sum": made.spelled(printed),
        "apportioned": made.is_apportioned,
        "operands": [
            {"ref": one.ref, "value": one.text, "source": _source(one.path, summary)}
            for one in made.operands
        ],
    }


def _source(path: Path, summary: Summary) -> dict[str, object] | None:
    if not path:
        return None
    at = summary.place(path)
    return {"file": at.source, "line": at.line, "column": at.column, "field": at.field}
