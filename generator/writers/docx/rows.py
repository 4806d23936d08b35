"""Rows of a table of data, whose cells hold one paragraph each.

A cell is two pieces of markup: how it begins, which its place in the table decides, and its runs. So
a row is not made of cells and paragraphs. Whether what follows the table asks its rows to keep with it
is known last, so a cell's beginning is known in both ways.
Measured: 57 -> 40 million instructions for the documents of a trip.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.frozen import dataclass
from generator.writers.docx.markup import NOTHING, Markup, el
from generator.writers.docx.names import Style
from generator.writers.docx.paragraphs import par_start
from generator.writers.docx.styles import shading
from generator.writers.docx.voices import Voice


class CellLook(NamedTuple):
    """How a cell begins, up to its runs, in a row that is free and in one that is kept; and its voice."""

    free: str
    kept: str
    voice: Voice


@dataclass(slots=True)
class DataRow:
    """A row: its properties, how its cells begin, and their runs; `kept` on a page with what follows."""

    properties: Markup
    looks: list[CellLook]
    runs: list[Markup]
    kept: bool = False

    def written(self) -> Markup:
        """Return the row as markup."""
        cells = zip(self.looks, self.runs, strict=True)
        if self.kept:
            pieces = [f"{look.kept}{runs}</w:p></w:tc>" for look, runs in cells]
        else:
            pieces = [f"{look.free}{runs}</w:p></w:tc>" for look, runs in cells]
        return Markup(f"<w:tr>{self.properties}{''.join(pieces)}</w:tr>")


@lru_cache(maxsize=1024)
def cell_look(
    style: Style, strong: bool, align: str, width: int, columns: int, merged: str, fill: str
) -> CellLook:
    """Return how a cell begins that is so wide, in twips, and takes so many columns."""
    properties = el(
        "w:tcPr",
        el("w:tcW", w=width, type="dxa"),
        el("w:gridSpan", val=columns) if columns > 1 else NOTHING,
        el("w:vMerge", val=merged) if merged else NOTHING,
        shading(fill) if fill else NOTHING,
    )
    free = f"<w:tc>{properties}{par_start(style, None, False, align)}"
    kept = f"<w:tc>{properties}{par_start(style, True, True, align)}"
    return CellLook(free, kept, style.strong if strong else style.voice)
