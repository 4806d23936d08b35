"""Workbooks for the tests: made from trips, changed by hand as a person would, and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from generator.errors import Fault
from generator.model import Trip
from generator.tripfiles import Examined, examine, load, load_many
from generator.tripfiles.workbook import write
from tests.trips import EXAMPLE, LEAST, changed, example

FOLDER = EXAMPLE.parent
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
"""How a file of the old format begins, and one with a password."""
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def made(*trips: Trip, lang: str = "lv") -> Workbook:
    """Return the workbook of trips, by default of the example, as a person opens it."""
    return load_workbook(BytesIO(write(trips, lang) if trips else _of_example(lang)))


@cache
def _of_example(lang: str) -> bytes:
    return write((example(),), lang)


def with_part(data: bytes, part: str, content: str | bytes) -> bytes:
    """Return a workbook with another content of one part."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
        target.writestr(part, content)
    return file.getvalue()


def sheet_of(rows: str, rest: str = "") -> str:
    """Return the XML of a sheet."""
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData>{rest}</worksheet>'


def edited(data: bytes, part: str, replaced: Mapping[str, str]) -> bytes:
    """Return a workbook in which texts of one part are replaced by others."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                for old, new in replaced.items():
                    assert old.encode() in content
                    content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return file.getvalue()


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook that openpyxl has written."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def least(id: str = "mazais", **more: Any) -> Trip:
    """Return a small trip with an id."""
    return load({**LEAST, "id": id, **more})


def example_as(id: str) -> Trip:
    """Return the example under another id."""
    return load(changed_example("id", id), folder=FOLDER)


def changed_example(path: str, value: Any) -> dict[str, Any]:
    """Return the example as typed with one field changed."""
    from tests.trips import raw_example

    return changed(raw_example(), path, value)


def at(book: Workbook, sheet: str, heading: str, row: int = 2) -> Cell:
    """Return the cell of a row under a heading."""
    return book[sheet].cell(row, column(book[sheet], heading))


def column(sheet: Worksheet, heading: str) -> int:
    """Return the number of the column that has a heading in the first row."""
    return next(cell.column for cell in sheet[1] if cell.value == heading)


def read(book: Workbook | bytes) -> Examined:
    """Return what is found in a workbook of one trip."""
    data = book if isinstance(book, bytes) else saved(book)
    return examine(data, name="b.xlsx", folder=FOLDER)


def read_all(book: Workbook | bytes) -> list[Examined]:
    """Return what is found of every trip of a workbook."""
    data = book if isinstance(book, bytes) else saved(book)
    return list(load_many(data, name="b.xlsx", folder=FOLDER))


def told(faults: Sequence[Fault]) -> list[tuple[str, str]]:
    """Return the id and the place of faults, without the name of the workbook."""
    return [(one.id, str(one.place).removeprefix("b.xlsx:")) for one in faults]


def grid(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Workbook:
    """Return a workbook of plain sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book
