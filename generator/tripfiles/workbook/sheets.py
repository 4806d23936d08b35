"""The sheets of a workbook as rows of values, read by openpyxl after the survey has let it pass."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.tripfiles.workbook.survey import Part, survey

MAX_COLUMNS: Final = 400
"""Columns further to the right are not looked at."""


UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, BadZipFile)
"""What openpyxl raises for parts that are missing or make no sense."""


@dataclass(frozen=True, slots=True)
class Percent:
    """A number that is shown with a percent sign: 0.85 is 85 %."""

    points: Decimal


@dataclass(frozen=True, slots=True)
class Unusable:
    """A cell whose value cannot be used, by the id of the fault that says why."""

    id: str
    value: str = ""


Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | Percent | Unusable
Row = dict[int, Value]
"""The values of a row by the number of their column, from 1; empty cells are not in it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, and its rows by their number, those without values left out."""

    name: str
    rows: dict[int, Row]


def read_sheets(data: bytes) -> list[Sheet]:
    """Return the sheets of an .xlsx workbook, hidden ones too; raises BadValue as `survey` does.

    A cell merged over several rows says the same in each of them.
    """
    seen = survey(data)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out is of no use here
        try:
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            with_parts = [(sheet, _part(sheet, seen)) for sheet in book.worksheets]
            return [Sheet(sheet.title, dict(_rows(sheet, part))) for sheet, part in with_parts]
        except UNREADABLE as error:
            raise BadValue("workbook.damaged", reason=str(error) or type(error).__name__) from None


def _part(sheet: Any, seen: Mapping[str, Part]) -> Part:
    """Return what the survey has seen in the part of a sheet."""
    return seen.get(str(sheet._worksheet_path).lstrip("/"), Part())


def _rows(sheet: Any, part: Part) -> Iterator[tuple[int, Row]]:
    """Yield the rows that have values."""
    sheet.reset_dimensions()  # they may be wrong, and every row would be filled up to them
    above = _spans(part)
    carried: dict[int, tuple[int, Value]] = {}
    for number, cells in enumerate(sheet.iter_rows(), 1):
        seen = ((cell, _value(cell, part)) for cell in cells[:MAX_COLUMNS])
        row = {cell.column: value for cell, value in seen if value is not None}
        for column, last in above.get(number, ()):
            if column in row:
                carried[column] = last, row[column]
        if row:
            carried = {column: one for column, one in carried.items() if one[0] >= number}
            yield number, {column: value for column, (_, value) in carried.items()} | row


def _spans(part: Part) -> dict[int, list[tuple[int, int]]]:
    """Return by row the column and the last row of each merged range that begins there."""
    from openpyxl.utils import range_boundaries

    spans: dict[int, list[tuple[int, int]]] = {}
    for ref in part.merged:
        first, top, _, bottom = range_boundaries(ref)
        if first and top and bottom and bottom > top:
            spans.setdefault(top, []).append((first, bottom))
    return spans


def _value(cell: Any, part: Part) -> Value | None:
    """Return the value of a cell, None for an empty one."""
    value = cell.value
    if part.formulas and (id := part.formulas.get(getattr(cell, "coordinate", ""))):
        return Unusable(id)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "e":
        return Unusable("cell.error", str(value))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Percent(exact(value) * 100) if _shown_as_percent(cell.number_format) else value
    return str(value) if isinstance(value, str) else value


def _shown_as_percent(number_format: str) -> bool:
    """Whether a format multiplies by 100; a percent sign in quotes is only a word."""
    return "%" in number_format and "%" in re.sub(r'"[^"]*"|\\.', "", number_format)


def exact(number: int | float) -> Decimal:
    """Return a number as a spreadsheet shows it: 15 digits, without the noise of binary fractions.

    >>> exact(0.1 + 0.2)
    Decimal('0.3')
    """
    return Decimal(number) if isinstance(number, int) else Decimal(format(number, ".15g"))
