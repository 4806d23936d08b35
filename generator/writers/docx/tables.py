"""Tables of data: real header rows, spans, widths by share, rows that do not split."""

from __future__ import annotations

from functools import lru_cache

from generator.document.nodes import Align, Column, Row, Table, plain_text
from generator.frozen import dataclass
from generator.layout.grid import Slot, slots_of
from generator.layout.tables import SUBTOTAL
from generator.writers.docx.flow import Grid, grid_columns, keep_row
from generator.writers.docx.markup import NOTHING, Markup, el
from generator.writers.docx.rows import CellLook, DataRow, cell_look
from generator.writers.docx.runs import runs
from generator.writers.docx.story import Story
from generator.writers.docx.units import shared_out, twips

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
    return _plain_rows(band, canvas) if _is_plain(band, canvas) else _spanned_rows(band, canvas)


def _is_plain(band: _Band, canvas: _Canvas) -> bool:
    """Whether every row has a cell for each column."""
    columns = len(canvas.columns)
    for row in band.rows:
        if len(row.cells) != columns or [1 for cell in row.cells if cell.colspan != 1 or cell.rowspan != 1]:
            return False
    return True


def _plain_rows(band: _Band, canvas: _Canvas) -> list[DataRow]:
    """Return rows without spans."""
    known = _Looks(band, canvas)
    story = canvas.story
    rows = []
    for number, row in enumerate(band.rows):
        strong, fill = _kind(number, band)
        cells = row.cells
        looks = [
            known[strong, fill, place, 1, "", cell.header, cell.align] for place, cell in enumerate(cells)
        ]
        texts = [runs(cell.children, story, look.voice) for cell, look in zip(cells, looks, strict=True)]
        rows.append(DataRow(band.properties, looks, texts))
    return rows


def _spanned_rows(band: _Band, canvas: _Canvas) -> list[DataRow]:
    """Return rows some of whose cells cover several; such a cell keeps its rows on one page."""
    known = _Looks(band, canvas)
    rows = []
    reaching: list[Slot] = []
    for number, slots in enumerate(slots_of(band.rows, len(canvas.columns))):
        here = sorted([*reaching, *slots], key=_column)
        looks = [known[*_kind(number, band), *_place(slot, number)] for slot in here]
        texts = [
            runs(slot.cell.children, canvas.story, look.voice) if slot.row == number else NOTHING
            for slot, look in zip(here, looks, strict=True)
        ]
        reaching = [slot for slot in here if slot.row + slot.rows > number + 1]
        rows.append(DataRow(band.properties, looks, texts, kept=bool(reaching)))
    return rows


def _kind(number: int, band: _Band) -> tuple[bool, str]:
    """Return whether the texts of a row of a part are strong, and the ground behind them."""
    return band.rows[number].role == SUBTOTAL, band.fill if number != band.styled else ""


def _column(slot: Slot) -> int:
    return slot.column


def _place(slot: Slot, number: int) -> tuple[int, int, str, bool, Align]:
    """Return what a look depends on in a row: the one where the cell begins, or one it reaches into."""
    merged = "" if slot.rows == 1 else "restart" if slot.row == number else "continue"
    return slot.column, slot.columns, merged, slot.cell.header, slot.cell.align


class _Looks(dict[tuple[bool, str, int, int, str, bool, Align], CellLook]):
    """The looks of the cells of a part, each made when it is first asked for.

    They are known by whether their texts are strong, their ground, their first column, how many
    columns they take, how they are merged with cells above and below, whether they are headers, and
    their own alignment. Below the head a column aligns the cells that do not say otherwise.
    """

    def __init__(self, band: _Band, canvas: _Canvas) -> None:
        self._band = band
        self._canvas = canvas

    def __missing__(self, key: tuple[bool, str, int, int, str, bool, Align]) -> CellLook:
        strong, fill, column, columns, merged, header, own = key
        band, canvas = self._band, self._canvas
        style = canvas.story.style(band.header if header else band.text)
        align = own if own or not band.column_align else canvas.columns[column].align
        width = sum(canvas.widths[column : column + columns])
        self[key] = look = cell_look(style, strong, align, width, columns, merged, fill)
        return look
