"""Tables: column widths, row heights, and rows as boxes under a head that repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.document.nodes import Align, Cell, Row, Table
from generator.frozen import dataclass
from generator.layout.boxes import Fill, Owner
from generator.layout.grid import Slot, bands, column_edges, slots_of
from generator.layout.lines import Line
from generator.layout.paragraphs import caption_boxes, content_lines, line_parts
from generator.layout.runs import Ink
from generator.layout.setting import Setting, unknown_role
from generator.layout.stack import Box, Frame, Keep, Part
from generator.theme import TableLook

SUBTOTAL = "subtotal"
"""The role of a row set in bold."""

TALLEST_HEAD = 0.5
"""The part of a page that a head may take and still be repeated on the next."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its lines set, and the height they ask for with the padding."""

    slot: Slot
    ink: Ink
    lines: list[Line]
    height: float


@dataclass(frozen=True, slots=True)
class Band:
    """One part of a table: its cells' role for data and headers, and the colour behind them."""

    rows: tuple[Row, ...]
    text: str
    header: str
    fill: str
    column_align: bool


def table_boxes(node: Table, setting: Setting, x: float, width: float) -> list[Box]:
    """Return caption, head, rows and foot as boxes, with what must not part bound together."""
    look = table_look(node, setting)
    set_band = partial(_band_boxes, node=node, look=look, setting=setting, x=x, width=width)
    head = set_band(Band(node.head, look.head, look.head, look.head_fill, False))
    body = set_band(Band(node.body, look.text, look.row_head, "", True))
    foot = set_band(Band(node.foot, look.foot, look.foot, look.foot_fill, True))
    caption = caption_boxes(node.caption, setting, x, width) if node.caption else []
    first = body[:1] if head and len(body) > 1 else ()  # two rows under a head, as two lines of a text
    for box in (*caption, *head, *first, *foot[:-1], *(body[-1:] if foot else ())):
        box.keep = Keep.BOUND
    if sum(box.height for box in head) <= setting.page_height * TALLEST_HEAD:
        for box in (*body, *foot):
            box.head = tuple(head)
    boxes = [*caption, *head, *body, *foot]
    if boxes:
        boxes[-1].after, boxes[-1].keep = look.after, Keep.FREE
    return boxes


def table_look(node: Table, setting: Setting) -> TableLook:
    """Return the look of a table; raises TemplateError for a role the theme does not have."""
    look = setting.theme.table.get(node.role)
    if look is None:
        raise unknown_role("table", node.role, setting.theme.table, node.at)
    return look


def _band_boxes(
    band: Band, *, node: Table, look: TableLook, setting: Setting, x: float, width: float
) -> list[Box]:
    """Return the rows of one part as boxes; rows that a span binds make one box."""
    edges = column_edges(node.columns, x, width)
    grid = slots_of(band.rows, len(node.columns))
    cells = [[_set_cell(slot, band, node, look, setting, edges) for slot in slots] for slots in grid]
    heights = _heights(cells, look)
    ends = bands(grid)
    boxes = []
    start = 0
    for number, end in enumerate(ends):
        if end == number:
            rows = range(start, number + 1)
            boxes.append(_row_box(rows, cells, heights, band, look, edges))
            start = number + 1
    return boxes


def _set_cell(
    slot: Slot, band: Band, node: Table, look: TableLook, setting: Setting, edges: Sequence[float]
) -> SetCell:
    cell = slot.cell
    role = band.header if cell.header else band.text
    bold = band.rows[slot.row].role == SUBTOTAL
    ink = setting.ink(role, cell.at, bold, _align(cell, slot, band, node))
    measure = edges[slot.column + slot.columns] - edges[slot.column] - 2 * look.padding_x
    lines = content_lines(cell.children, ink, setting.numbers, measure)
    height = max(len(lines), 1) * ink.look.leading + 2 * look.padding_y
    return SetCell(slot, ink, lines, height)


def _align(cell: Cell, slot: Slot, band: Band, node: Table) -> Align:
    """Return what overrides the role: the cell's own, or in data cells the column's."""
    if cell.align or not band.column_align:
        return cell.align
    return node.columns[slot.column].align


def _heights(cells: Sequence[Sequence[SetCell]], look: TableLook) -> list[float]:
    """Return the height of each row; what a spanning cell lacks is added to its last row."""
    empty = 2 * look.padding_y
    heights = [max([cell.height for cell in row if cell.slot.rows == 1], default=empty) for row in cells]
    for row in cells:
        for cell in row:
            first, rows = cell.slot.row, cell.slot.rows
            if rows > 1:
                lack = cell.height - sum(heights[first : first + rows])
                heights[first + rows - 1] += max(lack, 0.0)
    return heights


def _row_box(
    rows: range,
    cells: Sequence[Sequence[SetCell]],
    heights: Sequence[float],
    band: Band,
    look: TableLook,
    edges: Sequence[float],
) -> Box:
    """Return the box of one row, or of rows bound by a span."""
    parts: list[Part] = []
    top = 0.0
    for number in rows:
        for cell in cells[number]:
            slot = cell.slot
            height = heights[number] if slot.rows == 1 else sum(heights[number : number + slot.rows])
            parts += _cell_parts(cell, top, height, band, look, edges)
        if look.rule:
            parts.extend(_frames(cells[number], top, heights, look, edges))
        top += heights[number]
    return Box(top, tuple(parts))


def _frames(
    cells: Sequence[SetCell], top: float, heights: Sequence[float], look: TableLook, edges: Sequence[float]
) -> Iterator[Part]:
    """Yield the frames of the cells that begin in a row: neighbours of one height share one."""
    at = 0
    while at < len(cells):
        slot = cells[at].slot
        sides, end, rows = [edges[slot.column]], slot.column, slot.rows
        while at < len(cells) and (slot := cells[at].slot).column == end and slot.rows == rows:
            end += slot.columns
            sides.append(edges[end])
            at += 1
        height = sum(heights[slot.row : slot.row + rows])
        frame = Frame(tuple([round(x, 2) for x in sides]), top, height, look.rule, look.rule_color)
        yield Part(top, top + height, frame)


def _cell_parts(
    cell: SetCell, top: float, height: float, band: Band, look: TableLook, edges: Sequence[float]
) -> list[Part]:
    """Return a cell's ground and lines."""
    slot = cell.slot
    left, right = edges[slot.column], edges[slot.column + slot.columns]
    parts = []
    if band.fill:
        parts.append(Part(top, top + height, Fill(left, top, right - left, height, band.fill)))
    x, width = left + look.padding_x, right - left - 2 * look.padding_x
    owner = Owner(slot.cell)
    for placed in line_parts(cell.lines, cell.ink.look, x, top + look.padding_y, width, owner):
        parts += placed
    return parts
