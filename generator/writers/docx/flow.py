"""What stands in a body, a header or a cell: paragraphs and grids, before they are written.

They are objects for a moment, because what follows decides some of their properties: where a
section ends, what is kept together, which space stands after a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from generator.frozen import dataclass
from generator.writers.docx.markup import NOTHING, Markup, el, joined, toggle
from generator.writers.docx.names import Style
from generator.writers.docx.styles import ALIGNMENT
from generator.writers.docx.units import twips


@dataclass(slots=True)
class Par:
    """A paragraph: its style, its runs, and what it says against its style.

    `keep_next` is None where the style decides; `number` is a list and a level in it; `before` is in
    pt; with `grows` the lines grow with the picture that stands in them.
    """

    style: Style
    runs: Markup = NOTHING
    keep_next: bool | None = None
    keep_lines: bool = False
    page_break: bool = False
    number: tuple[int, int] | None = None
    before: float | None = None
    align: str = ""
    outline: int | None = None
    grows: bool = False
    section: Markup = NOTHING


@dataclass(slots=True)
class GridCell:
    """A cell: its properties and what stands in it, a paragraph last."""

    properties: Markup
    content: list[Par | Grid]


@dataclass(slots=True)
class GridRow:
    """A row: its properties and its cells."""

    properties: Markup
    cells: list[GridCell]


@dataclass(slots=True)
class Grid:
    """A table, of data or of parts that stand side by side; `after` is the space below, in pt."""

    properties: Markup
    columns: Markup
    rows: list[GridRow]
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page."""


Item: TypeAlias = Par | Grid
Flow: TypeAlias = list[Par | Grid | Break]


# -- what keeps together ------------------------------------------------------------------------
def keep_with_next(item: Item | Break) -> None:
    """Keep the end of an item on one page with whatever follows it."""
    if isinstance(item, Par):
        item.keep_next = True
    elif isinstance(item, Grid):
        keep_row(item.rows[-1])


def keep_row(row: GridRow) -> None:
    """Keep a row on one page with what follows it."""
    for cell in row.cells:
        for item in cell.content:
            keep_all(item)


def keep_all(item: Item | Break) -> None:
    """Keep every part of an item on one page, and with whatever follows it."""
    if isinstance(item, Par):
        item.keep_next = item.keep_lines = True
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
    broken = False
    for item in flow:
        if isinstance(item, Break):
            broken = True
            continue
        if isinstance(item, Grid) and (broken or (items and isinstance(items[-1], Grid))):
            between = Par(separator, keep_next=_keeps_next(items))
            items.append(_following(between, items, broken, separator.look.leading))
        items.append(_following(item, items, broken) if isinstance(item, Par) else item)
        broken = False
    return items


def _following(par: Par, items: list[Item], broken: bool, taken: float = 0.0) -> Par:
    """Return a paragraph with the page break, or the space below a grid, that comes before it.

    `taken` is how much of that space the paragraph fills itself.
    """
    above = items[-1] if items else None
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
        last = last.rows[-1].cells[0].content[-1]
    return last.keep_next if last else None


def ended(items: list[Item], separator: Style) -> list[Item]:
    """Return items with a paragraph last, which cells and sections of the format ask for."""
    if items and isinstance(items[-1], Par):
        return items
    return [*items, Par(separator)]


# -- in writing ---------------------------------------------------------------------------------
def written(items: Iterable[Item]) -> Markup:
    """Return items as markup."""
    return joined([_par(item) if isinstance(item, Par) else _grid(item) for item in items])


def _grid(grid: Grid) -> Markup:
    return el("w:tbl", grid.properties, grid.columns, *map(_row, grid.rows))


def _row(row: GridRow) -> Markup:
    return Markup(f"<w:tr>{row.properties}{''.join(map(_cell, row.cells))}</w:tr>")


def _cell(cell: GridCell) -> Markup:
    return Markup(f"<w:tc>{cell.properties}{written(cell.content)}</w:tc>")


def _par(par: Par) -> Markup:
    """Return a paragraph; only what goes against its style is said."""
    look = par.style.look
    properties = _properties(
        par.style.id,
        par.keep_next if par.keep_next != look.keep_with_next else None,
        par.keep_lines and not look.keep_with_next,
        par.page_break,
        par.number,
        par.before if par.before != look.before else None,
        par.grows,
        par.align if par.align != look.align else "",
        par.outline,
    )
    return Markup(f"<w:p><w:pPr>{properties}{par.section}</w:pPr>{par.runs}</w:p>")


@lru_cache(maxsize=1024)
def _properties(
    style: str,
    keep_next: bool | None,
    keep_lines: bool,
    page_break: bool,
    number: tuple[int, int] | None,
    before: float | None,
    grows: bool,
    align: str,
    outline: int | None,
) -> Markup:
    """Return the properties of a paragraph in the order of the schema."""
    parts = [
        el("w:pStyle", val=style),
        toggle("w:keepNext", keep_next) if keep_next is not None else NOTHING,
        el("w:keepLines") if keep_lines else NOTHING,
        el("w:pageBreakBefore") if page_break else NOTHING,
        el("w:numPr", el("w:ilvl", val=number[1]), el("w:numId", val=number[0])) if number else NOTHING,
        _spacing(before, grows),
        el("w:jc", val=ALIGNMENT[align]) if align else NOTHING,
        el("w:outlineLvl", val=outline) if outline is not None else NOTHING,
    ]
    return joined(parts)


def _spacing(before: float | None, grows: bool) -> Markup:
    """Return the spacing that goes against the style; what is not named stays as the style says."""
    spacing: dict[str, str | int] = {}
    if before is not None:
        spacing["before"] = twips(before)
    if grows:
        spacing |= {"line": 240, "lineRule": "auto"}
    return el("w:spacing", **spacing) if spacing else NOTHING
