"""Rows of a table of data, whose cells hold one paragraph each.

A cell is two pieces of markup: how it begins, which its place in the table decides, and its runs. So
a row is not made of cells and paragraphs. Whether what follows the table asks its rows to keep with it
is known last, so a cell's beginning is known in both ways.
Measured: 57 -> 40 million instructions for the documents of a trip.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, final

from generator.frozen import dataclass
from generator.writers.docx.markup import NOTHING, Markup, el, encoded
from generator.writers.docx.names import Style
from generator.writers.docx.paragraphs import par_start
from generator.writers.docx.styles import shading
from generator.writers.docx.voices import Voice


class CellLook(NamedTuple):
    """How a cell begins, up to its runs, in a row that is free and in one that is kept; and its voice."""

    free: str
    kept: str
    voice: Voice


class RowLook(NamedTuple):
    """A row without its texts, free and kept: markup with an empty place for the runs of each cell."""

    free: list[bytes]
    kept: list[bytes]
    voices: list[Voice]


@final
@dataclass(slots=True)
class DataRow:
    """A row: how it looks, and the runs of its cells; `kept` on a page with what follows."""

    look: RowLook
    runs: list[bytes]
    kept: bool = False

    def written(self) -> bytes:
        """Return the row as markup in UTF-8."""
        pieces = (self.look.kept if self.kept else self.look.free).copy()
        pieces[1::2] = self.runs
        return b"".join(pieces)


@lru_cache(maxsize=128)
def row_look(properties: Markup, looks: tuple[CellLook, ...]) -> RowLook:
    """Return the look of a row of cells."""
    free = _places(properties, [look.free for look in looks])
    kept = _places(properties, [look.kept for look in looks])
    return RowLook(free, kept, [look.voice for look in looks])


def _places(properties: Markup, starts: list[str]) -> list[bytes]:
    """Return the markup of a row around the runs of its cells, which stand at the odd places."""
    pieces = [f"<w:tr>{properties}"]
    for start in starts:
        pieces[-1] += start
        pieces += "", "</w:p></w:tc>"
    pieces[-1] += "</w:tr>"
    return list(map(encoded, pieces))


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
