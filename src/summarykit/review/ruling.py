"""G07 and G08: the lines of tables, as the tables and their cells draw them (the layout)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from lxml.etree import _Element as Element

from summarykit.diagnostics import Code, Message, Severity, message
from summarykit.layout import TableRule
from summarykit.ooxml.elements import local, number, value, w
from summarykit.review.reading import first_words
from summarykit.review.remarks import INFO, WARNING, Remark, View
from summarykit.review.units import points
from summarykit.review.wordfile import Grid, Spot

_LINE_SLACK: Final = 2  # eighths of a point
_MOST_COLUMNS: Final = 63  # that Word knows
_INNER: Final = ("insideH", "insideV")
_FRAME: Final = ("top", "bottom", "left", "right")
_OPPOSITE: Final = MappingProxyType({"start": "left", "end": "right"})
Edge = tuple[str, int, int]
"""`h` or `v`, and where its upper or left end is: the rows and columns before it."""


def check(grid: Grid, view: View) -> Iterator[Remark]:
    """Yield where the lines of a table are not those of the layout; an imprint has its own.

    A table that neither says of itself nor of a cell what lines it has is not judged: it is
    often there to put pictures side by side.
    """
    rule = view.layout.table
    edges = _Edges.of(grid)
    if grid.is_imprint or not (grid.borders or edges.own):
        return
    due = _due(rule)
    drawn = {side: _drawn(grid.borders.get(side, "")) for side in (*_FRAME, *_INNER)}
    # Lines that only cells draw are those of the table.
    wrong = edges.wrong(due, rule) if edges.own else {}
    if grid.borders and (severity := _difference(drawn, due)):
        if wrong or not edges.own:
            yield Remark(Code.G07, severity, grid.spot, _said(rule))
    elif wrong and not grid.borders:
        yield Remark(Code.G07, max(wrong.values(), key=_weight), grid.spot, _said(rule))
    else:
        yield from _cells(edges, wrong, grid, rule)


def _cells(
    edges: "_Edges", wrong: Mapping[Edge, Severity], grid: Grid, rule: TableRule
) -> Iterator[Remark]:
    """Say which cells draw a line that the table does not have, or leave one out."""
    found: dict[tuple[int, int], Severity] = {}
    for edge, severity in wrong.items():
        for place in edges.own[edge]:
            found[place] = max(severity, found.get(place, severity), key=_weight)
    for (row, column), severity in sorted(found.items()):
        texts = (para.text for para in grid.rows[row].cells[column])
        words = first_words("".join(texts))
        spot = Spot("cell", (*grid.spot.numbers, row + 1, column + 1), words)
        said = message(
            "the lines of the cell are not those of the table: {due}", due=_form(rule)
        )
        yield Remark(Code.G08, severity, spot, said)


def _weight(severity: Severity) -> bool:
    return severity is WARNING


def _form(rule: TableRule) -> Message:
    return message("a full frame") if rule.borders == "full" else message("three lines")


def _said(rule: TableRule) -> Message:
    return message(
        "the lines of the table should be {form} ({frame} outside, {inner} inside)",
        form=_form(rule),
        frame=points(rule.frame.twips),
        inner=points(rule.inner.twips),
    )


def _due(rule: TableRule) -> dict[str, int]:
    """Return the width of each line that the whole table has, 0 where there is none."""
    full = rule.borders == "full"
    frame, inner = _eighths(rule.frame.twips), _eighths(rule.inner.twips)
    sides = {"top": frame, "bottom": frame, "left": frame * full, "right": frame * full}
    return sides | dict.fromkeys(_INNER, inner * full)


def _difference(found: Mapping[str, int], due: Mapping[str, int]) -> Severity | None:
    """Return how much it matters that lines are not those that are due; how wide, hardly."""
    pairs = [(found[side], due[side]) for side in due]
    if any(bool(one) != bool(other) for one, other in pairs):
        return WARNING
    return INFO if any(abs(one - other) > _LINE_SLACK for one, other in pairs) else None


def _eighths(twips: int) -> int:
    """Return the width of a line as Word counts it, in eighths of a point."""
    return max(2, round(twips * 8 / 20))


def _drawn(line: str) -> int:
    """Return the width of a line as it is given, 0 where there is none."""
    kind, _, eighths = line.partition(" ")
    return 0 if kind in {"none", "nil"} else number(eighths)


@dataclass(slots=True)
class _Edges:
    """The edges of the cells of a table: how wide their lines are, and which cells say so."""

    rows: int
    columns: int = 0
    width: dict[Edge, int] = field(default_factory=lambda: defaultdict(int))
    own: dict[Edge, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """The cells, as row and place in the row, that say themselves what an edge is like."""
    inside: set[Edge] = field(default_factory=set)
    """Edges between cells that are merged into one."""

    @classmethod
    def of(cls, grid: Grid) -> "_Edges":
        """Return the edges of `grid`, none where no cell says anything of its lines."""
        edges = cls(len(grid.rows))
        every = [each for row in grid.rows for each in row.properties]
        if not any(
            each is not None and each.find(w("tcBorders")) is not None for each in every
        ):
            return edges
        for at, row in enumerate(grid.rows):
            column = 0
            for place, properties in enumerate(row.properties):
                span = number(_said_of(properties, "gridSpan"), 1)
                span = min(max(1, span), _MOST_COLUMNS)
                last = place == len(row.properties) - 1
                edges._cell((at, place), (column, column + span), properties, grid, last=last)
                column += span
            edges.columns = max(edges.columns, column)
        return edges

    def _cell(
        self,
        cell: tuple[int, int],
        columns: tuple[int, int],
        properties: Element | None,
        grid: Grid,
        *,
        last: bool,
    ) -> None:
        """Add what a cell has at its sides; an edge has a line if a cell at one side has it."""
        row, (start, end) = cell[0], columns
        own = _own(properties)
        sides: dict[str, tuple[str, list[Edge]]] = {
            "top": ("insideH" if row else "top", [("h", row, c) for c in range(start, end)]),
            "bottom": (
                "insideH" if row < self.rows - 1 else "bottom",
                [("h", row + 1, c) for c in range(start, end)],
            ),
            "left": ("insideV" if start else "left", [("v", row, start)]),
            "right": ("right" if last else "insideV", [("v", row, end)]),
        }
        for side, (general, edges) in sides.items():
            line = own.get(side, grid.borders.get(general, "none"))
            for edge in edges:
                self.width[edge] = max(self.width[edge], _drawn(line))
                if side in own:
                    self.own[edge].append(cell)
        if _goes_on(properties):
            self.inside |= set(sides["top"][1])

    def wrong(self, due: Mapping[str, int], rule: TableRule) -> dict[Edge, Severity]:
        """Return the edges whose lines are not as they should be, and how much that matters."""
        found: dict[Edge, Severity] = {}
        for edge, width in self.width.items():
            side = self._side(edge)
            # A style of tables may rule the head and the total, which is not looked at.
            ruled = rule.borders != "full" and edge[0] == "h" and edge[1] in {1, self.rows - 1}
            if edge in self.inside or (ruled and side == "insideH"):
                continue
            severity = _difference({side: width}, {side: due[side]})
            if severity:
                found[edge] = severity
        return found

    def _side(self, edge: Edge) -> str:
        kind, row, column = edge
        if kind == "h":
            return {0: "top", self.rows: "bottom"}.get(row, "insideH")
        return {0: "left", self.columns: "right"}.get(column, "insideV")


def _said_of(properties: Element | None, name: str) -> str:
    return value(None if properties is None else properties.find(w(name)))


def _own(properties: Element | None) -> dict[str, str]:
    """Return the lines that a cell says it has, by side, each as kind and width."""
    borders = None if properties is None else properties.find(w("tcBorders"))
    found: dict[str, str] = {}
    for line in () if borders is None else borders.iterchildren(w("*")):
        side = local(str(line.tag))
        found[_OPPOSITE.get(side, side)] = f"{value(line)} {value(line, 'sz')}"
    return found


def _goes_on(properties: Element | None) -> bool:
    """Return whether the cell is merged into the one above."""
    merged = None if properties is None else properties.find(w("vMerge"))
    return merged is not None and value(merged) in {"", "continue"}
