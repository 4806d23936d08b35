"""A folder of CSV files as the sheets of a workbook: `Izmaksas.csv` is the sheet Izmaksas."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Final

from generator.errors import BadValue
from generator.tripfiles.workbook.sheets import Row, Sheet
from generator.tripfiles.workbook.survey import MAX_CELLS, MAX_MERGED, MAX_ROWS

_DELIMITERS: Final = (";", ",", "\t")


def read_tables(files: Mapping[str, bytes]) -> list[Sheet]:
    """Return the tables of files by their names without suffix; raises BadValue `workbook.rows`.

    Columns are separated by semicolons, commas or tabs, whichever the first line has most of; the
    text is UTF-8, or else Windows-1257, in which older programs save Latvian.
    """
    sheets = [Sheet(name, dict(_rows(_decoded(data)))) for name, data in files.items()]
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise BadValue("workbook.rows", limit=MAX_ROWS, cells=MAX_CELLS, merged=MAX_MERGED)
    return sheets


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1257", "replace")


def _rows(text: str) -> Iterator[tuple[int, Row]]:
    """Yield the rows that have values, by their number."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        for number, texts in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), 1):
            row: Row = {at: value for at, value in enumerate(texts, 1) if value.strip()}
            if row:
                yield number, row
    except csv.Error as error:
        raise BadValue("workbook.damaged", reason=str(error)) from None
