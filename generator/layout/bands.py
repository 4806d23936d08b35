"""The parts of a table: rows set cell by cell, in the places that their columns give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import repeat
from operator import attrgetter, mul
from typing import Final, TypeAlias, cast

from generator.document.nodes import Align, Cell, Column, Inline, Row
from generator.frozen import dataclass
from generator.layout.boxes import Fill, TextLine
from generator.layout.content import Room, content_lines, room_of, text_lines
from generator.layout.grid import Slot, bound_rows, spanned_rows
from generator.layout.lines import Line
from generator.layout.paragraphs import BASELINE, SHIFTS, line_parts
from generator.layout.runs import Ink
from generator.layout.setting import Setting
from generator.layout.stack import Box, Frame, Part
from generator.theme import TableLook

SUBTOTAL = "subtotal"
"""The role of a row set in bold."""
_looks_of: Final = attrgetter("header", "align")
"""What makes cells of a column look unlike each other."""


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


Stretch: TypeAlias = tuple[tuple[float, ...], int]
"""The edges of cells side by side, whole hundredths, and how many rows they go down."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """How the cells of a row stand: their places, and the stretches of their edges.

    `leadings` are the line heights by which a cell makes its own row higher, 0 where it goes on in the
    next; `least` is the highest of them.
    """

    places: Sequence[Place]
    stretches: Sequence[Stretch]
    rooms: Sequence[Room]
    leadings: Sequence[float]
    least: float


@dataclass(slots=True)
class SetRow:
    """The cells of a row, how they stand, the lines of each, and the height they take."""

    cells: Sequence[Cell]
    shape: Shape
    lines: Sequence[Sequence[Line]]
    height: float


class Band:
    """One part of a table: the roles of its data and of its headers, and the colour behind them."""

    def __init__(
        self, ground: Ground, rows: Sequence[Row], text: str, header: str, fill: str, column_align: bool
    ) -> None:
        self.ground, self.rows, self.fill = ground, rows, fill
        self.text, self.header, self.column_align = text, header, column_align
        self.spanned = spanned_rows(rows, len(ground.columns))
        self.shapes: dict[tuple[object, ...], Shape] = {}

    def boxes(self) -> list[Box]:
        """Return the rows as boxes; rows that a span binds make one box."""
        return [self._box(rows) for rows in bound_rows(len(self.rows), self.spanned)]

    def _box(self, numbers: range) -> Box:
        rows = tuple([self._set_row(number) for number in numbers])
        if len(rows) > 1:
            _heighten(rows, 2 * self.ground.look.padding_y)
        return Box(sum([row.height for row in rows]), partial(Band._parts, self, rows))

    # -- cells ----------------------------------------------------------------------------------
    def _set_row(self, number: int) -> SetRow:
        row = self.rows[number]
        if number in self.spanned:
            slots = self.spanned[number]
            cells, shape = tuple([slot.cell for slot in slots]), self._spanned_shape(row, slots)
        else:
            cells, shape = row.cells, self._plain_shape(row)
        lines = self._lines([cell.children for cell in cells], shape.rooms)
        height = max([shape.least, *map(mul, map(len, lines), shape.leadings)])
        return SetRow(cells, shape, lines, height + 2 * self.ground.look.padding_y)

    def _lines(
        self, contents: Sequence[tuple[Inline, ...]], rooms: Sequence[Room]
    ) -> Sequence[Sequence[Line]]:
        lines = tuple(map(text_lines, contents, rooms))
        if None not in lines:
            return cast(tuple[Sequence[Line], ...], lines)
        return tuple(map(content_lines, contents, rooms, repeat(self.ground.setting.numbers)))

    # -- shapes ---------------------------------------------------------------------------------
    def _plain_shape(self, row: Row) -> Shape:
        """Return the shape of a row whose cells stand one in each column; most are like another's."""
        bold = row.role == SUBTOTAL
        key = (bold, *map(_looks_of, row.cells))
        shape = self.shapes.get(key)
        if shape is None:
            places = [self._place(cell, column, 1, 1, bold) for column, cell in enumerate(row.cells)]
            shape = self.shapes[key] = _shape(places, [(self.ground.drawn, 1)] if places else [])
        return shape

    def _spanned_shape(self, row: Row, slots: Iterable[Slot]) -> Shape:
        bold = row.role == SUBTOTAL
        places = [self._place(slot.cell, slot.column, slot.columns, slot.rows, bold) for slot in slots]
        return _shape(places, self._stretches(places))

    def _stretches(self, places: Iterable[Place]) -> list[Stretch]:
        """Return the stretches of a row: neighbours that go down as many rows share one frame."""
        found: list[Stretch] = []
        end = rows = -1
        for place in places:
            if (place.column, place.rows) != (end, rows):
                found.append(((self.ground.drawn[place.column],), place.rows))
            end, rows = place.column + place.columns, place.rows
            found[-1] = ((*found[-1][0], self.ground.drawn[end]), rows)
        return found

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
    def _parts(self, rows: Sequence[SetRow], y: float) -> list[Part]:
        """Return what stands in rows, the first with its upper edge at `y`."""
        ground, look, fill = self.ground, self.ground.look, self.fill
        parts: list[Part] = []
        top = 0.0
        for number, row in enumerate(rows):
            upper = top + y
            for place in row.shape.places if fill else ():
                left, right = ground.edges[place.column], ground.edges[place.column + place.columns]
                height = _height(rows, number, place.rows)
                parts.append((upper, upper + height, Fill(left, upper, right - left, height, fill)))
            _add_texts(parts, row, top + look.padding_y, y)
            for edges, count in row.shape.stretches if look.rule else ():
                height = _height(rows, number, count)
                frame = Frame(edges, upper, height, look.rule, look.rule_color)
                parts.append((upper, upper + height, frame))
            top += row.height
        return parts


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


def _shape(places: Sequence[Place], stretches: Sequence[Stretch]) -> Shape:
    """Return the shape of a row with cells in some places."""
    leadings = [place.leading if place.rows == 1 else 0.0 for place in places]
    return Shape(places, stretches, [place.room for place in places], leadings, max(leadings, default=0.0))


def _heighten(rows: Sequence[SetRow], padding: float) -> None:
    """Make the last row of a cell that spans several higher by what the cell lacks."""
    for number, row in enumerate(rows):
        for place, lines in zip(row.shape.places, row.lines, strict=True):
            if place.rows > 1:
                height = (len(lines) or 1) * place.leading + padding
                lack = height - _height(rows, number, place.rows)
                rows[number + place.rows - 1].height += max(lack, 0.0)


def _height(rows: Sequence[SetRow], number: int, count: int) -> float:
    """Return the height of so many rows from the one with a number."""
    if count == 1:
        return rows[number].height
    return sum([row.height for row in rows[number : number + count]])


def _add_texts(parts: list[Part], row: SetRow, start: float, y: float) -> None:
    """Add the lines of a row's cells, the first of each with its upper edge `start` pt below `y`."""
    for cell, place, lines in zip(row.cells, row.shape.places, row.lines, strict=True):
        x, measure, shift, leading = place.first_x, place.first, place.shift, place.leading
        top = start
        for line in lines:
            left = x + (measure - line.width) * shift
            if line.strokes:
                parts += line_parts(line, left, leading, cell, top + y)
            elif line.fragments:
                text = TextLine(left, top + BASELINE * leading + y, line.fragments, line.word_space, cell)
                parts.append((top + y, top + y + leading, text))
            x, measure = place.rest_x, place.rest
            top += leading
