"""How the sheets look: formats, widths and colours by what a column holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from generator.errors import BadValue
from generator.latvian.reading import read_date, read_decimal, read_time
from generator.tripfiles.workbook.sheets import exact
from generator.tripfiles.workbook.tables import Column, Kind

BLUE: Final = "FF003399"
PALE: Final = "FFDCE6F5"
RED: Final = "FFF8CBCB"
YELLOW: Final = "FFFFF2B3"
WHITE: Final = "FFFFFFFF"

_FORMATS: Final[dict[Kind, str]] = {
    "date": r"dd\.mm\.yyyy\.",
    "time": "hh:mm",
    "count": "0",
    "amount": "#,##0.00",
    "number": "General",
}
_WIDTHS: Final[dict[Kind, int]] = {
    "prose": 48, "lines": 48, "pairs": 30, "text": 28, "file": 30, "date": 13, "time": 9, "count": 11,
    "amount": 14, "number": 11, "answer": 13, "answers": 11, "choice": 16, "trip": 20, "project": 14,
    "within": 12,
}  # fmt: skip

WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
CENTRED: Final = Alignment(wrap_text=True, vertical="center")
BELOW: Final = Border(bottom=Side("medium", color=BLUE))

_FIT: Final = 200
"""The widest sheet, in characters, that is still read easily when it is printed on one page across."""

Typed = str | int | float | dt.date | dt.time


def number_format(column: Column) -> str:
    """Return the format of a column; everything that is not a figure or a day is text."""
    return _FORMATS.get(column.kind, "@")


def width(column: Column) -> int:
    """Return the width of a column in characters."""
    return _WIDTHS[column.kind]


def heading_look(column: Column, table_key: bool) -> tuple[Font, PatternFill]:
    """Return the font and the fill of a heading: dark for what has to be filled in."""
    dark = table_key or (column.needed and not column.group)
    return font(bold=True, color=WHITE if dark else BLUE), filled(BLUE if dark else PALE)


def fits(widths: Iterable[float]) -> bool:
    """Whether columns of these widths are to be printed on one page across."""
    return sum(widths) <= _FIT


def font(size: int = 11, **more: Any) -> Font:
    """Return a font of the workbook."""
    return Font(name="Calibri", size=size, **more)


def filled(colour: str) -> PatternFill:
    """Return a fill of one colour."""
    return PatternFill("solid", fgColor=colour)


def cell_value(text: str, column: Column) -> Typed:
    """Return a text as a cell best holds it: a day, a time or a number when nothing is lost by that.

    >>> cell_value("24415.44", Column((), "amount", ("Summa",), ""))
    24415.44
    """
    try:
        return _read(text, column.kind)
    except (BadValue, ValueError):
        return text


def _read(text: str, kind: Kind) -> Typed:
    if kind == "date":
        day = read_date(text)
        return day if day >= _FIRST_DAY else text
    if kind == "time":
        return read_time(text)
    if kind in ("count", "amount", "number"):
        return _number(read_decimal(text)) if text[-1:] != "%" else text
    return text


_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Before it spreadsheet programs count days differently."""


def _number(number: Decimal) -> int | float:
    """Return a number as spreadsheets hold it; raises ValueError when they would change it."""
    binary = float(number)
    if exact(binary) != number:
        raise ValueError(number)
    return int(number) if number == int(number) else binary
