"""Where the cells of a table lie: rows and columns with spans resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.document.nodes import Cell, Column, Row
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell in the grid: its first row and column, and how many it takes."""

    cell: Cell
    row: int
    column: int
    rows: int
    columns: int


def column_edges(columns: Sequence[Column], x: float, width: float) -> list[float]:
    """Return the left edges of all columns and the right edge of the last, in pt."""
    total = sum(column.share for column in columns) or 1.0
    edges = [x]
    for column in columns:
        edges.append(edges[-1] + width * column.share / total)
    return edges


def slots_of(rows: Sequence[Row], columns: int) -> list[list[Slot]]:
    """Return the slots of each row; spans never reach beyond the rows and columns there are."""
    spanned = spanned_rows(rows, columns)
    return [
        spanned[number]
        if number in spanned
        else [Slot(cell, number, column, 1, 1) for column, cell in enumerate(row.cells)]
        for number, row in enumerate(rows)
    ]


def spanned_rows(rows: Sequence[Row], columns: int) -> dict[int, list[Slot]]:
    """Return the slots of those rows whose cells do not simply stand one in each column."""
    spanned: dict[int, list[Slot]] = {}
    held = [0] * columns
    for number, row in enumerate(rows):
        if len(row.cells) == columns and not any(held) and _is_plain(row):
            continue
        spanned[number] = _row_slots(row, number, held, len(rows) - number)
        held = [max(count - 1, 0) for count in held]
    return spanned


def _is_plain(row: Row) -> bool:
    """Whether no cell of a row spans another place."""
    return not [cell for cell in row.cells if cell.colspan != 1 or cell.rowspan != 1]


def _row_slots(row: Row, number: int, held: list[int], rows_left: int) -> list[Slot]:
    """Place a row's cells in the columns that no cell from above holds, and note what they hold."""
    slots = []
    column = 0
    for cell in row.cells:
        while column < len(held) and held[column]:
            column += 1
        if column >= len(held):
            break
        columns = min(cell.colspan, len(held) - column)
        rows = min(cell.rowspan, rows_left)
        slots.append(Slot(cell, number, column, rows, columns))
        held[column : column + columns] = [rows] * columns
        column += columns
    return slots


def bound_rows(count: int, spanned: Mapping[int, Sequence[Slot]]) -> list[range]:
    """Return the rows that go on a page together: one alone, or those that spans bind."""
    if not spanned:
        return [range(number, number + 1) for number in range(count)]
    bound: list[range] = []
    start = end = 0
    for number in range(count):
        for slot in spanned.get(number, ()):
            end = max(end, number + slot.rows - 1)
        if end <= number:
            bound.append(range(start, number + 1))
            start = number + 1
    return bound
