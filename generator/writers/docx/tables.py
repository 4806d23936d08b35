"""Tables of data: real header rows, spans, widths by share, rows that do not split."""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from typing import TypeAlias

from generator.document.nodes import Align, Column, Row, Table, plain_text
from generator.frozen import dataclass
from generator.layout.grid import Slot, slots_of
from generator.layout.tables import SUBTOTAL
from generator.writers.docx.flow import Grid, grid_columns, keep_row
from generator.writers.docx.markup import NOTHING, Markup, el
from generator.writers.docx.names import Style
from generator.writers.docx.rows import CellLook, DataRow, RowLook, cell_look, row_look
from generator.writers.docx.runs import all_runs
from generator.writers.docx.story import Story
from generator.writers.docx.units import shared_out, twips

_Shape: TypeAlias = tuple[tuple[int, int, bool, Align], ...]
"""Of each cell of a row: columns and rows that it takes, whether it is a header, its own alignment."""

_ROW = el("w:trPr", el("w:cantSplit"))
_HEADER_ROW = el("w:trPr", el("w:cantSplit"), el("w:tblHeader"))


@dataclass(frozen=True, slots=True)
class _Band:
    """One part of a table: the roles of its data and header cells, and the ground behind them.

    `styled` is the row whose ground the table style gives already.
    """

    rows: tuple[Row, ...]
    text: str
    header: str
    properties: Markup = _ROW
    fill: str = ""
    styled: int = 0
    column_align: bool = True


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What all cells of a table share; `widths` are those of the columns in twips."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    story: Story


def table_grid(table: Table, story: Story) -> Grid:
    """Return a table as wide as the text; the head keeps its first two rows and the foot its last.

    LibreOffice loses the rows after a page break that stands right behind the first one.
    """
    style = story.call.styles.table[table.role]
    look = style.look
    widths = shared_out(twips(story.width), tuple([column.share for column in table.columns]))
    canvas = _Canvas(table.columns, widths, story)
    head = _rows(_Band(table.head, look.head, look.head, _HEADER_ROW, look.head_fill, 0, False), canvas)
    body = _rows(_Band(table.body, look.text, look.row_head), canvas)
    foot = _rows(_Band(table.foot, look.foot, look.foot, _ROW, look.foot_fill, len(table.foot) - 1), canvas)
    first = body[:1] if head and len(body) > 1 else ()
    for row in (*head, *first, *foot[:-1], *(body[-1:] if foot else ())):
        keep_row(row)
    title = plain_text(table.caption.children) if table.caption else ""
    shape = bool(table.head), bool(table.foot), _has_header_column(table)
    properties = _properties(style.id, sum(widths), *shape, title, table.summary)
    return Grid(properties, grid_columns(widths), [*head, *body, *foot], look.after - look.rule)


@lru_cache(maxsize=128)
def _properties(
    style: str, width: int, first: bool, last: bool, column: bool, title: str, summary: str
) -> Markup:
    return el(
        "w:tblPr",
        el("w:tblStyle", val=style),
        el("w:tblW", w=width, type="dxa"),
        el("w:tblLayout", type="fixed"),
        _table_look(first, last, column),
        el("w:tblCaption", val=title) if title else NOTHING,
        el("w:tblDescription", val=summary) if summary else NOTHING,
    )


def _table_look(first: bool, last: bool, column: bool) -> Markup:
    """Return which parts of the table style apply: its head, its foot, its column of headers."""
    bits = first * 0x20 | last * 0x40 | column * 0x80 | 0x600
    return el(
        "w:tblLook",
        val=f"{bits:04X}",
        firstRow=int(first),
        lastRow=int(last),
        firstColumn=int(column),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


def _has_header_column(table: Table) -> bool:
    return bool(table.body) and all(row.cells and row.cells[0].header for row in table.body)


# -- rows and cells -----------------------------------------------------------------------------
def _rows(band: _Band, canvas: _Canvas) -> list[DataRow]:
    """Return the rows of a part."""
    shapes = [_shape(row) for row in band.rows]
    columns = len(canvas.columns)
    if all(_is_plain(shape, columns) for shape in set(shapes)):
        return _plain_rows(band, canvas, shapes)
    return _spanned_rows(band, canvas)


def _shape(row: Row) -> _Shape:
    """Return all that decides how the cells of a row look, but their places: most rows are like another."""
    return tuple([(cell.colspan, cell.rowspan, cell.header, cell.align) for cell in row.cells])


@lru_cache(maxsize=256)
def _is_plain(shape: _Shape, columns: int) -> bool:
    """Whether a row has a cell for each column."""
    return len(shape) == columns and all(cell[0] == cell[1] == 1 for cell in shape)


def _plain_rows(band: _Band, canvas: _Canvas, shapes: list[_Shape]) -> list[DataRow]:
    """Return rows without spans."""
    story = canvas.story
    styles = story.style(band.header), story.style(band.text)
    aligns = tuple([column.align for column in canvas.columns]) if band.column_align else ()
    rows = []
    for number, row in enumerate(band.rows):
        kind = _kind(number, band)
        look = _plain_look(shapes[number], band.properties, *styles, aligns, canvas.widths, *kind)
        texts = all_runs([cell.children for cell in row.cells], story, look.voices)
        rows.append(DataRow(look, texts))
    return rows


@lru_cache(maxsize=256)
def _plain_look(
    shape: _Shape,
    properties: Markup,
    header: Style,
    text: Style,
    aligns: tuple[Align, ...],
    widths: tuple[int, ...],
    strong: bool,
    fill: str,
) -> RowLook:
    """Return how the cells of a row without spans begin, which is known for most rows of a season."""
    looks = []
    for (_, _, is_header, own), width, align in zip(shape, widths, aligns or repeat(""), strict=False):
        style = header if is_header else text
        looks.append(cell_look(style, strong, own or align, width, 1, "", fill))
    return row_look(properties, tuple(looks))


def _spanned_rows(band: _Band, canvas: _Canvas) -> list[DataRow]:
    """Return rows some of whose cells cover several; such a cell keeps its rows on one page."""
    rows = []
    reaching: list[Slot] = []
    for number, slots in enumerate(slots_of(band.rows, len(canvas.columns))):
        here = sorted([*reaching, *slots], key=_column)
        kind = _kind(number, band)
        look = row_look(band.properties, tuple([_look(slot, number, kind, band, canvas) for slot in here]))
        contents = [slot.cell.children if slot.row == number else () for slot in here]
        reaching = [slot for slot in here if slot.row + slot.rows > number + 1]
        rows.append(DataRow(look, all_runs(contents, canvas.story, look.voices), kept=bool(reaching)))
    return rows


def _kind(number: int, band: _Band) -> tuple[bool, str]:
    """Return whether the texts of a row of a part are strong, and the ground behind them."""
    return band.rows[number].role == SUBTOTAL, band.fill if number != band.styled else ""


def _column(slot: Slot) -> int:
    return slot.column


def _look(slot: Slot, number: int, kind: tuple[bool, str], band: _Band, canvas: _Canvas) -> CellLook:
    """Return the look of a cell in a row: the one where it begins, or one that it reaches into.

    Below the head a column aligns the cells that do not say otherwise.
    """
    strong, fill = kind
    merged = "" if slot.rows == 1 else "restart" if slot.row == number else "continue"
    style = canvas.story.style(band.header if slot.cell.header else band.text)
    own = slot.cell.align
    align = own if own or not band.column_align else canvas.columns[slot.column].align
    width = sum(canvas.widths[slot.column : slot.column + slot.columns])
    return cell_look(style, strong, align, width, slot.columns, merged, fill)
