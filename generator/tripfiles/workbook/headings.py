"""Which sheet is which table, and which column is which field: by headings in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cache
from itertools import islice
from typing import Final

from generator.errors import N_, Fault, Place, Severity, column_letters, fault
from generator.frozen import dataclass
from generator.messages import LANGUAGES, translator
from generator.tripfiles.explain import meant, shown
from generator.tripfiles.workbook.cells import plain
from generator.tripfiles.workbook.sheets import Row, Sheet
from generator.tripfiles.workbook.tables import Column, Path, Table, tables

HOW_TO: Final = N_("How to fill in")
FAULTS_FOUND: Final = N_("Faults")
NEEDED: Final[tuple[Path, ...]] = (("project",), ())
"""The tables without which there is no trip."""
_LOOKED_AT: Final = 30
"""In how many rows from the top the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose table is known: the row of its headings, its columns and headings by number."""

    table: Table
    name: str
    row: int
    columns: Mapping[int, Column]
    headings: Mapping[int, str]
    rows: Mapping[int, Row]

    def number(self, kind: str) -> int:
        """Return the number of the first column of a kind, 0 when there is none."""
        return next((number for number, column in self.columns.items() if column.kind == kind), 0)

    def heading(self, column: Column) -> str:
        """Return the heading of a column as the sheet has it, or as it would be in Latvian."""
        typed = next((self.headings[at] for at, one in self.columns.items() if one is column), "")
        return typed or column.heading(translator("lv"))


@dataclass(slots=True)
class Workbook:
    """The sheets of a workbook by the path of their table, and what is to be said of them."""

    file: str
    headed: dict[Path, Headed] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def place(self, sheet: str, row: int | None = None, column: int | None = None, field: str = "") -> Place:
        """Return the place of a cell, of a row's first cell, or of a sheet."""
        return Place(self.file, row, column if row is None or column else 1, field, sheet)


def recognised(sheets: Iterable[Sheet], file: str) -> Workbook:
    """Return the sheets by their tables, and the faults of their names and headings."""
    book = Workbook(file)
    unknown = []
    for sheet in sheets:
        path = _sheet_names().get(plain(sheet.name))
        if path is None:
            unknown.append(sheet)
        elif path in book.headed:
            same = book.headed[path].name
            book.faults.append(fault("sheet.repeated", book.place(sheet.name), name=sheet.name, other=same))
        elif sheet.rows or path in NEEDED:
            _take(book, sheet, next(table for table in tables() if table.path == path))
    for sheet in unknown:
        if sheet.rows and plain(sheet.name) not in _own_sheets():
            _tell_unknown(book, sheet)
    return book


def sheet_name(table: Table, lang: str = "lv") -> str:
    """Return the name of a table's sheet."""
    return translator(lang)(table.name)


@cache
def _sheet_names() -> dict[str, Path]:
    """Return the path of every table by its names in each language, and by the path itself."""
    named = {plain(sheet_name(one, lang)): one.path for lang in LANGUAGES for one in tables()}
    return named | {".".join(one.path): one.path for one in tables() if one.path}


@cache
def _own_sheets() -> frozenset[str]:
    """Return the names of sheets that are for people."""
    return frozenset(plain(translator(lang)(name)) for lang in LANGUAGES for name in (HOW_TO, FAULTS_FOUND))


def _tell_unknown(book: Workbook, sheet: Sheet) -> None:
    """Tell of a sheet that is no table: a slip is a fault when that table is not there."""
    absent = [sheet_name(table) for table in tables() if table.path not in book.headed]
    at, name = book.place(sheet.name), shown(sheet.name)
    close = meant(sheet.name, absent)
    if close:
        book.faults.append(fault("sheet.misspelt", at, name=name, meant=close))
    else:
        known = ", ".join(map(sheet_name, tables()))
        told = fault("sheet.unknown", at, severity=Severity.WARNING, name=name, known=known)
        book.warnings.append(told)


# -- headings -------------------------------------------------------------------------------------
@cache
def aliases(table: Table) -> dict[str, Column]:
    """Return every column of a table by its headings in each language, and by its path."""
    named = {plain(one.heading(translator(lang))): one for lang in LANGUAGES for one in table.columns}
    return named | {".".join(one.path): one for one in table.columns if one.path}


def _take(book: Workbook, sheet: Sheet, table: Table) -> None:
    """Find the headings of a sheet, and take it as its table."""
    known = aliases(table)
    scores = {
        number: sum(plain(str(value)) in known for value in row.values())
        for number, row in islice(sheet.rows.items(), _LOOKED_AT)
    }
    at = max(scores, key=lambda number: (scores[number], -number), default=0)
    if not scores.get(at):
        first = ", ".join(one.heading(translator("lv")) for one in table.columns[:3])
        book.faults.append(fault("sheet.headings", book.place(sheet.name), known=first))
        return
    headings = {number: " ".join(str(value).split()) for number, value in sheet.rows[at].items()}
    rows = {number: row for number, row in sheet.rows.items() if number > at}
    columns = _columns(book, sheet.name, at, headings, known)
    _tell_unnamed(book, sheet.name, at, headings, rows)
    book.headed[table.path] = Headed(table, sheet.name, at, columns, headings, rows)


def _columns(
    book: Workbook, sheet: str, row: int, headings: Mapping[int, str], known: Mapping[str, Column]
) -> dict[int, Column]:
    """Return the columns by number; tell of those that are unknown or there twice."""
    columns: dict[int, Column] = {}
    for number, heading in headings.items():
        column = known.get(plain(heading))
        if column is None:
            continue
        first = next((at for at, one in columns.items() if one is column), None)
        if first is None:
            columns[number] = column
        else:
            at = book.place(sheet, row, number)
            seen = book.place(sheet, row, first).cell
            book.faults.append(fault("column.repeated", at, name=shown(heading), first=seen))
    for number, heading in headings.items():
        if plain(heading) not in known:
            column = _meant(book, book.place(sheet, row, number), heading, columns, known)
            columns |= {} if column is None else {number: column}
    return columns


def _meant(
    book: Workbook, at: Place, heading: str, columns: Mapping[int, Column], known: Mapping[str, Column]
) -> Column | None:
    """Tell of a heading that is no column; it is a slip when one like it is not there, which is returned."""
    there = list(columns.values())
    absent = [name for name, column in known.items() if column not in there and "." not in name]
    close = meant(plain(heading), absent)
    if close is not None:
        ways = [known[close].heading(translator(lang)) for lang in LANGUAGES]
        named = next(one for one in ways if plain(one) == close)
        book.faults.append(fault("column.misspelt", at, name=shown(heading), meant=named))
        return known[close]
    told = fault("column.unknown", at, severity=Severity.WARNING, name=shown(heading))
    book.warnings.append(told)
    return None


def _tell_unnamed(
    book: Workbook, sheet: str, row: int, headings: Mapping[int, str], rows: Mapping[int, Row]
) -> None:
    """Tell of columns that hold values and have no heading."""
    used = {number for values in rows.values() for number in values}
    for number in sorted(used - headings.keys()):
        at = book.place(sheet, row, number)
        told = fault("column.unknown", at, severity=Severity.WARNING, name=column_letters(number))
        book.warnings.append(told)
