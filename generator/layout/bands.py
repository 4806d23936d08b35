"""The parts of a table: rows set cell by cell, in the places that their columns give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count, repeat
from typing import TypeAlias

from generator.document.nodes import Align, Cell, Column, Row
from generator.frozen import dataclass
from generator.layout.boxes import Fill, Owner
from generator.layout.content import Room, content_lines, room_of, text_lines
from generator.layout.grid import bound_rows, spanned_rows
from generator.layout.lines import Line
from generator.layout.paragraphs import BASELINE, SHIFTS, set_line
from generator.layout.runs import Ink
from generator.layout.setting import Setting
from generator.layout.stack import Box, Frame, Part, Thing
from generator.theme import TableLook

SUBTOTAL = "subtotal"
"""The role of a row set in bold."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all parts of a table share: its columns, their edges as measured and as drawn, and its look."""

    columns: Sequence[Column]
    edges: Sequence[float]
    drawn: tuple[float, ...]
    look: TableLook
    setting: Setting


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in its row, and what follows from that for its lines.

    All cells of a column that look alike share one. `room` is their look, `first` and `rest` are the
    measures of the lines, `first_x` and `rest_x` where these begin, `shift` the part of a line's
    slack before it.
    """

    column: int
    columns: int
    rows: int
    room: Room
    first: float
    rest: float
    first_x: float
    rest_x: float
    shift: float
    leading: float


SetCell: TypeAlias = tuple[Cell, Place, Sequence[Line]]
Stretch: TypeAlias = tuple[tuple[float, ...], int]
"""The edges of cells side by side, whole hundredths, and how many rows they go down."""


class Band:
    """One part of a table: the roles of its data and of its headers, and the colour behind them."""

    def __init__(
        self, ground: Ground, rows: Sequence[Row], text: str, header: str, fill: str, column_align: bool
    ) -> None:
        self.ground, self.rows, self.fill = ground, rows, fill
        self.text, self.header, self.column_align = text, header, column_align
        self.spanned = spanned_rows(rows, len(ground.columns))
        self.bound = bound_rows(len(rows), self.spanned)
        self.places: dict[tuple[int, int, int, bool, bool, Align], Place] = {}

    def boxes(self) -> Iterator[Box]:
        """Yield the rows as boxes; rows that a span binds make one box."""
        for rows in self.bound:
            yield self._box(rows)

    def _box(self, rows: range) -> Box:
        cells = [self._set_row(number) for number in rows]
        heights = _heights(cells, self.ground.look)
        parts: list[Part] = []
        top = 0.0
        for index, row in enumerate(cells):
            if self.fill:
                parts += self._fills(row, top, heights, index)
            self._add_texts(parts, row, top + self.ground.look.padding_y)
            if self.ground.look.rule and row:
                stretches = self._stretches(row, rows[index])
                parts += self._frames(stretches, top, heights, index)
            top += heights[index]
        return Box(top, parts)

    # -- cells ----------------------------------------------------------------------------------
    def _set_row(self, number: int) -> list[SetCell]:
        row = self.rows[number]
        bold, numbers, places = row.role == SUBTOTAL, self.ground.setting.numbers, self.places
        cells = []
        for cell, column, columns, rows in self._spots(number, row):
            key = (column, columns, rows, bold, cell.header, cell.align)
            place = places.get(key)
            if place is None:
                place = places[key] = self._place(cell, column, columns, rows, bold)
            lines = text_lines(cell.children, place.room)
            if lines is None:
                lines = content_lines(cell.children, place.room, numbers)
            cells.append((cell, place, lines))
        return cells

    def _spots(self, number: int, row: Row) -> Iterable[tuple[Cell, int, int, int]]:
        """Return the cells of a row, the first column of each, and how many columns and rows it takes."""
        if number in self.spanned:
            return [(slot.cell, slot.column, slot.columns, slot.rows) for slot in self.spanned[number]]
        return zip(row.cells, count(), repeat(1), repeat(1), strict=False)

    def _place(self, cell: Cell, column: int, columns: int, rows: int, bold: bool) -> Place:
        ground, role = self.ground, self.header if cell.header else self.text
        ink = ground.setting.ink(role, cell.at, bold, self._align(cell, column))
        edges = ground.edges
        return place_of(
            ink, column, columns, rows, edges[column], edges[column + columns], ground.look.padding_x
        )

    def _align(self, cell: Cell, column: int) -> Align:
        """Return what overrides the role: the cell's own, or in data cells the column's."""
        if cell.align or not self.column_align:
            return cell.align
        return self.ground.columns[column].align

    # -- parts ----------------------------------------------------------------------------------
    def _add_texts(self, parts: list[Part], row: Sequence[SetCell], start: float) -> None:
        """Add the lines of a row's cells, the first of each with its upper edge at `start`."""
        for cell, place, lines in row:
            if not lines:
                continue
            owner = Owner(cell)
            x, measure, shift, leading = place.first_x, place.first, place.shift, place.leading
            top = start
            for line in lines:
                left = x + (measure - line.width) * shift
                if line.strokes:
                    parts += set_line(line, left, top, leading, owner)
                elif line.fragments:
                    parts.append((top, top + leading, left, top + BASELINE * leading, line, owner))
                x, measure = place.rest_x, place.rest
                top += leading

    def _fills(
        self, row: Sequence[SetCell], top: float, heights: Sequence[float], index: int
    ) -> Iterator[Part]:
        """Yield the grounds of cells that begin in a row."""
        for _, place, _ in row:
            left, right = self.ground.edges[place.column], self.ground.edges[place.column + place.columns]
            height = sum(heights[index : index + place.rows])
            yield Thing(top, top + height, Fill(left, top, right - left, height, self.fill))

    def _frames(
        self, stretches: Iterable[Stretch], top: float, heights: Sequence[float], index: int
    ) -> list[Part]:
        """Return the frames of the cells that begin in a row."""
        rule, color = self.ground.look.rule, self.ground.look.rule_color
        sized = [(edges, sum(heights[index : index + rows])) for edges, rows in stretches]
        return [Thing(top, top + height, Frame(edges, top, height, rule, color)) for edges, height in sized]

    def _stretches(self, row: Sequence[SetCell], number: int) -> list[Stretch]:
        """Return the stretches of a row: neighbours that go down as many rows share one frame."""
        if number not in self.spanned:
            return [(self.ground.drawn, 1)]
        found: list[Stretch] = []
        end = rows = -1
        for _, place, _ in row:
            if (place.column, place.rows) != (end, rows):
                found.append(((self.ground.drawn[place.column],), place.rows))
            end, rows = place.column + place.columns, place.rows
            found[-1] = ((*found[-1][0], self.ground.drawn[end]), rows)
        return found


@lru_cache(maxsize=512)
def place_of(
    ink: Ink, column: int, columns: int, rows: int, left: float, right: float, padding: float
) -> Place:
    """Return the place of cells between two edges: one for all documents, whose tables are the same."""
    look = ink.look
    first, rest = ink.measures(right - left - 2 * padding)
    x, room = left + padding + look.indent_left, room_of(ink, first, rest)
    start, shift = x + look.first_line, SHIFTS[look.align]
    return Place(column, columns, rows, room, first, rest, start, x, shift, look.leading)


def _heights(cells: Sequence[Sequence[SetCell]], look: TableLook) -> list[float]:
    """Return the height of each row; what a spanning cell lacks is added to its last row."""
    padding = 2 * look.padding_y
    heights = []
    for row in cells:
        tallest = 0.0
        for _, place, lines in row:
            if place.rows == 1:
                tallest = max(tallest, (len(lines) or 1) * place.leading)
        heights.append(tallest + padding)
    if len(cells) > 1:
        for number, row in enumerate(cells):
            for _, place, lines in row:
                if (rows := place.rows) > 1:
                    height = (len(lines) or 1) * place.leading + padding
                    lack = height - sum(heights[number : number + rows])
                    heights[number + rows - 1] += max(lack, 0.0)
    return heights
