"""Parts that stand side by side: rows without rules, which hold blocks and not data.

Groups of one shape that follow each other are rows of one grid. Among blocks that are kept on one
page the paragraphs after such a group are rows too, because LibreOffice keeps rows together but
not a grid with the paragraph after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.document.nodes import Block, Paragraph, SideBySide
from generator.theme import SideLook
from generator.writers.docx.flow import Grid, GridCell, GridRow, grid_columns
from generator.writers.docx.markup import NOTHING, Markup, el
from generator.writers.docx.paragraphs import Par
from generator.writers.docx.styles import no_padding
from generator.writers.docx.units import shared_out, twips

_ALIGNMENT = {"top": "top", "middle": "center", "bottom": "bottom"}
_ROW = el("w:trPr", el("w:cantSplit"))


def batches(blocks: Sequence[Block], bound: bool) -> Iterator[Sequence[Block]]:
    """Yield blocks one by one, but those together that make one grid; `bound` if they are kept."""
    start = 0
    while start < len(blocks):
        first = blocks[start]
        end = _end_of_grid(blocks, start, first, bound) if type(first) is SideBySide else start + 1
        yield blocks[start:end]
        start = end


def _end_of_grid(blocks: Sequence[Block], start: int, first: SideBySide, bound: bool) -> int:
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        same = isinstance(block, SideBySide) and _shape(block) == _shape(first)
        if not same and not (bound and isinstance(block, Paragraph)):
            return place
    return len(blocks)


def _shape(block: SideBySide) -> tuple[str, tuple[float, ...]]:
    return block.role, tuple([side.share for side in block.sides])


@lru_cache(maxsize=64)
def side_grid(shares: tuple[float, ...], look: SideLook, width: float) -> SideGrid:
    """Return the grid of groups of such a look in a text so wide, in points."""
    return SideGrid(shares, look, width)


class SideGrid:
    """The measures of grids: their columns, and the room that each leaves for its part."""

    def __init__(self, shares: tuple[float, ...], look: SideLook, width: float) -> None:
        """Take the shares of the parts, the look of the groups, and the width of the text in points."""
        self._look = look
        self._width = twips(width)
        self._last = len(shares) - 1
        available, whole = width - look.gap * self._last, sum(shares)
        self.rooms = [available * share / whole for share in shares]
        paddings = list(map(self._paddings, range(len(shares))))
        wide = [room + sum(padding) for room, padding in zip(self.rooms, paddings, strict=True)]
        self._columns = shared_out(self._width, tuple(wide))
        self._padded = [(twips(left), twips(right)) for left, right in paddings]

    def row(self, contents: Sequence[list[Par | Grid]], *, last: bool) -> GridRow:
        """Return a row of parts; every row but the last has the space after it as its padding."""
        below = 0 if last else twips(self._look.after)
        cells = [GridCell(self._properties(place, below), content) for place, content in enumerate(contents)]
        return GridRow(_ROW, cells)

    def spanning_row(self, par: Par) -> GridRow:
        """Return a paragraph across all columns."""
        span = el("w:gridSpan", val=len(self._columns)) if self._last else NOTHING
        properties = el("w:tcPr", el("w:tcW", w=self._width, type="dxa"), span)
        return GridRow(_ROW, [GridCell(properties, [par])])

    def grid(self, rows: list[GridRow], *, after: float) -> Grid:
        """Return the rows as a grid as wide as the text, with so much space below, in points."""
        return Grid(_grid_properties(self._width), grid_columns(self._columns), rows, after)

    def _properties(self, place: int, below: int) -> Markup:
        """Return the properties of the cell at a place; half of each gap is its padding."""
        left, right = self._padded[place]
        return _cell_properties(self._columns[place], left, below, right, _ALIGNMENT[self._look.align])

    def _paddings(self, place: int) -> tuple[float, float]:
        half = self._look.gap / 2
        return (half if place else 0.0), (half if place < self._last else 0.0)


@lru_cache(maxsize=64)
def _grid_properties(width: int) -> Markup:
    return el(
        "w:tblPr",
        el("w:tblW", w=width, type="dxa"),
        el("w:tblLayout", type="fixed"),
        no_padding(),
        el(
            "w:tblLook",
            val="0000",
            firstRow=0,
            lastRow=0,
            firstColumn=0,
            lastColumn=0,
            noHBand=0,
            noVBand=0,
        ),
    )


@lru_cache(maxsize=256)
def _cell_properties(width: int, left: int, below: int, right: int, align: str) -> Markup:
    margins = (("left", left), ("bottom", below), ("right", right))
    return el(
        "w:tcPr",
        el("w:tcW", w=width, type="dxa"),
        el("w:tcMar", *(el(f"w:{side}", w=margin, type="dxa") for side, margin in margins)),
        el("w:vAlign", val=align),
    )
