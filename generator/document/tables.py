"""Tables: rows, cells, columns, and whether they fit together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from generator.document.inlines import inlines_in, read_inlines
from generator.document.marks import without_marks
from generator.document.markup import Chars, Element
from generator.document.nodes import Caption, Cell, Column, Row, Table
from generator.document.notes import Notes, role
from generator.errors import fault


def read_caption(element: Element, notes: Notes, default: str) -> Caption:
    """Return the caption of a table or a figure; `default` is its role."""
    return Caption(read_inlines(element, notes), role(element, default), at=element.at)


def read_table(element: Element, notes: Notes) -> Table:
    """Return a table; rows that do not fill its columns are faults."""
    parts: dict[str, list[Element]] = {}
    for child in notes.children(element, "caption colgroup thead tbody tfoot"):
        parts.setdefault(child.name, []).append(child)
    caption = next(iter(parts.get("caption", ())), None)
    head, body, foot = (_rows(parts.get(name, ()), notes) for name in ("thead", "tbody", "tfoot"))
    table = Table(
        _columns(parts.get("colgroup", ()), head + body, notes),
        head,
        body,
        foot,
        role(element, "grid"),
        read_caption(caption, notes, "table-caption") if caption else None,
        without_marks(element.attributes.get("summary", "")),
        at=element.at,
    )
    _check(table, element, notes)
    return table


def _rows(parts: Iterable[Element], notes: Notes) -> tuple[Row, ...]:
    return tuple([_row(row, notes) for part in parts for row in notes.children(part, "tr")])


def _row(element: Element, notes: Notes) -> Row:
    cells = tuple([_cell(child, notes) for child in notes.children(element, "th td")])
    return Row(cells, role(element, ""), element.at)


def _cell(element: Element, notes: Notes) -> Cell:
    """Return a cell; that of a leaf is the very same wherever it stands, but once in a document."""
    children = element.children
    kept: Cell | None = element.made
    if kept is None:
        before = len(notes.faults)
        kept = _read_cell(element, children, notes)
        if not element.leaf or len(notes.faults) != before:
            return kept
        element.keep(kept)
    if kept in notes.cells:
        return Cell(kept.children, kept.header, kept.scope, kept.colspan, kept.rowspan, kept.align, kept.at)
    notes.cells.add(kept)
    return kept


def _read_cell(element: Element, children: Sequence[Element | Chars], notes: Notes) -> Cell:
    header = element.name == "th"
    if not element.attributes and not header:
        return Cell(inlines_in(element, children, notes), False, "", 1, 1, "", element.at)
    scope = notes.choice(element, "scope", "")
    if header and not scope:
        notes.note("markup.scope-missing", element)
    return Cell(
        inlines_in(element, children, notes),
        header,
        cast(Any, scope),
        int(notes.number(element, "colspan", 1)),
        int(notes.number(element, "rowspan", 1)),
        cast(Any, notes.choice(element, "align", "")),
        element.at,
    )


def _columns(groups: Iterable[Element], rows: tuple[Row, ...], notes: Notes) -> tuple[Column, ...]:
    columns = tuple(_column(col, notes) for group in groups for col in notes.children(group, "col"))
    if columns or not rows:
        return columns
    return (Column(1),) * sum(cell.colspan for cell in rows[0].cells)


def _column(element: Element, notes: Notes) -> Column:
    if element.made is not None:
        return cast(Column, element.made)
    before = len(notes.faults)
    notes.check_attributes(element)
    column = Column(notes.number(element, "share", 1), cast(Any, notes.choice(element, "align", "")))
    if element.leaf and len(notes.faults) == before:
        element.keep(column)
    return column


def _check(table: Table, element: Element, notes: Notes) -> None:
    if not table.rows:
        notes.note("markup.table-empty", element)
        return
    columns = len(table.columns)
    for row, width in zip(table.rows, _widths(table), strict=True):
        if width != columns:
            notes.faults.append(fault("markup.row-width", row.at, width=width, columns=columns))


def _widths(table: Table) -> list[int]:
    """Return how many columns each row fills, counting the cells that reach down from above."""
    widths: list[int] = []
    hanging: list[int] = []
    for row in table.rows:
        width = len(hanging)
        hanging = [left - 1 for left in hanging if left > 1] if hanging else []
        for cell in row.cells:
            width += cell.colspan
            if cell.rowspan > 1:
                hanging += [cell.rowspan - 1] * cell.colspan
        widths.append(width)
    return widths
