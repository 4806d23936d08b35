"""What stands in a body, a header or a cell: paragraphs and grids, before they are written.

They are objects for a moment, because what follows decides some of their properties: where a
section ends, what is kept together, which space stands after a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias, final

from generator.frozen import dataclass
from generator.writers.docx.markup import Markup, el, encoded
from generator.writers.docx.names import Style
from generator.writers.docx.paragraphs import Par, written_par
from generator.writers.docx.rows import DataRow


@dataclass(slots=True)
class GridCell:
    """A cell: its properties and what stands in it, a paragraph last."""

    properties: Markup
    content: list[Par | Grid]


@dataclass(slots=True)
class GridRow:
    """A row of parts that stand side by side: its properties and its cells."""

    properties: Markup
    cells: list[GridCell]


@dataclass(slots=True)
class Grid:
    """A table, of data or of parts that stand side by side; `after` is the space below, in pt."""

    properties: Markup
    columns: Markup
    rows: list[GridRow] | list[DataRow]
    after: float = 0.0


@final
@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page."""


Item: TypeAlias = Par | Grid
Flow: TypeAlias = list[Par | Grid | Break]


@lru_cache(maxsize=256)
def grid_columns(widths: tuple[int, ...]) -> Markup:
    """Return the columns of a table that are so wide, in twips."""
    return el("w:tblGrid", *(el("w:gridCol", w=width) for width in widths))


# -- what keeps together ------------------------------------------------------------------------
def keep_with_next(item: Item | Break) -> None:
    """Keep the end of an item on one page with whatever follows it."""
    if isinstance(item, Par):
        item.keep_next = True
    elif isinstance(item, Grid):
        keep_row(item.rows[-1])


def keep_row(row: GridRow | DataRow) -> None:
    """Keep a row on one page with what follows it."""
    if isinstance(row, DataRow):
        row.kept = True
        return
    for cell in row.cells:
        for item in cell.content:
            keep_all(item)


def keep_all(item: Item | Break) -> None:
    """Keep every part of an item on one page, and with whatever follows it."""
    if isinstance(item, Par):
        item.keep()
    elif isinstance(item, Grid):
        for row in item.rows:
            keep_row(row)


def keep_together(items: Sequence[Item | Break]) -> None:
    """Keep items on one page; the last of them is free of what follows."""
    for item in items[:-1]:
        keep_all(item)
    last = items[-1] if items else None
    if isinstance(last, Par):
        last.keep_lines = True
    elif isinstance(last, Grid):
        for row in last.rows[:-1]:
            keep_row(row)


# -- what stands between ------------------------------------------------------------------------
def settled(flow: Flow, separator: Style) -> list[Item]:
    """Return the items with page breaks and the space after grids given to what follows.

    Two grids in a row would become one, and a grid cannot begin a page by itself: there a
    paragraph a tenth of a point high stands between.
    """
    items: list[Item] = []
    above: Item | None = None
    broken = False
    for item in flow:
        if type(item) is Break:
            broken = True
            continue
        if broken or type(above) is Grid:
            if type(item) is Par:
                _following(item, above, broken)
            else:
                between = Par(separator, keep_next=_keeps_next(items))
                items.append(_following(between, above, broken, separator.look.leading))
        items.append(item)
        above, broken = item, False
    return items


def _following(par: Par, above: Item | None, broken: bool, taken: float = 0.0) -> Par:
    """Return a paragraph with the page break, or the space below a grid, that comes before it.

    `taken` is how much of that space the paragraph fills itself.
    """
    if broken:
        par.page_break = above is not None
        par.before = 0.0
    elif isinstance(above, Grid):
        par.before = max(par.style.look.before + above.after - taken, 0.0)
    return par


def at_page_top(items: list[Item]) -> list[Item]:
    """Return the items of a section; its first paragraph stands at the upper edge of the page."""
    if items and isinstance(items[0], Par):
        items[0].before = 0.0
    return items


def _keeps_next(items: list[Item]) -> bool | None:
    """Return whether the last item is kept with what follows it."""
    last = items[-1] if items else None
    while isinstance(last, Grid):
        row = last.rows[-1]
        if isinstance(row, DataRow):
            return True if row.kept else None
        last = row.cells[0].content[-1]
    return last.keep_next if last else None


def ended(items: list[Item], separator: Style) -> list[Item]:
    """Return items with a paragraph last, which cells and sections of the format ask for."""
    if items and isinstance(items[-1], Par):
        return items
    return [*items, Par(separator)]


# -- in writing ---------------------------------------------------------------------------------
def written(items: Iterable[Item]) -> Iterator[bytes]:
    """Yield items as markup in UTF-8, tables row by row: a long one never stands whole in memory."""
    for item in items:
        if type(item) is Par:
            yield encoded(written_par(item))
        else:
            yield encoded(f"<w:tbl>{item.properties}{item.columns}")
            for row in item.rows:
                yield row.written() if type(row) is DataRow else _row(row)
            yield b"</w:tbl>"


def _row(row: GridRow) -> bytes:
    return b"".join([encoded(f"<w:tr>{row.properties}"), *map(_cell, row.cells), b"</w:tr>"])


def _cell(cell: GridCell) -> bytes:
    return b"".join([encoded(f"<w:tc>{cell.properties}"), *written(cell.content), b"</w:tc>"])
