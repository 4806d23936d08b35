"""Trips to a workbook: the sheets with their headings, lists to choose from, comments and advice."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.errors import DataError, Language
from generator.messages import translator
from generator.model import Trip
from generator.tripfiles.workbook import advice, looks
from generator.tripfiles.workbook.archive import archived
from generator.tripfiles.workbook.cells import escaped, shown_word
from generator.tripfiles.workbook.headings import HOW_TO, NEEDED, sheet_name
from generator.tripfiles.workbook.rows import Texts, rows_of
from generator.tripfiles.workbook.tables import Column, Path, Table, tables

_AUTHOR: Final = "parskats"
_LISTED: Final = 5000
"""The last row of the columns that are chosen from."""
_CODES: Final[dict[tuple[Path, Path], tuple[Path, Path]]] = {
    (("costs",), ("position",)): (("budget",), ("code",))
}
"""Columns whose values are chosen from a column of another sheet."""


def write(trips: Sequence[Trip], lang: str = "lv") -> bytes:
    """Return a workbook that holds trips, or none; headings and comments are in a language.

    Raises DataError for what a workbook cannot hold.
    """
    found = rows_of(trips, lang)
    if found.faults:
        raise DataError(found.faults)
    book, translate = Workbook(), translator(lang)
    first = book.worksheets[0]
    _advise(first, lang, translate)
    for table in tables():
        sheet = book.create_sheet(sheet_name(table, lang))
        _head(sheet, table, lang, translate)
        _choices(sheet, table, lang)
        for number, texts in enumerate(found.rows[table.path], 2):
            _fill(sheet, number, table, texts)
    book.active = 1
    return archived(book)


# -- a sheet --------------------------------------------------------------------------------------
def _head(sheet: Worksheet, table: Table, lang: str, translate: Language) -> None:
    """Write the row of headings, and set how the sheet looks."""
    for number, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, number)
        put_text(cell, column.heading(translate))
        cell.font, cell.fill = looks.heading_look(column, not column.path)
        cell.alignment, cell.border = looks.CENTRED, looks.BELOW
        cell.comment = _comment(advice.comment(table, column, lang, translate))
        whole = sheet.column_dimensions[get_column_letter(number)]
        whole.width = looks.width(column)
        whole.number_format, whole.alignment = looks.number_format(column), looks.WRAPPED
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}1"
    sheet.sheet_properties.tabColor = looks.BLUE if table.path in NEEDED else looks.PALE
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    _print(sheet, fits=looks.fits(map(looks.width, table.columns)))


def _print(sheet: Worksheet, *, fits: bool) -> None:
    """Let a sheet be printed on A4, on one page across when it fits."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=fits)


def _comment(text: str) -> Comment:
    lines = sum(1 + len(line) // 45 for line in text.split("\n"))
    return Comment(text, _AUTHOR, height=24 + 17 * lines, width=340)


def _fill(sheet: Worksheet, number: int, table: Table, texts: Texts) -> None:
    """Write one row."""
    for at, column in enumerate(table.columns, 1):
        if column in texts:
            cell = sheet.cell(number, at)
            value = looks.cell_value(texts[column], column)
            if isinstance(value, str):
                put_text(cell, value)
            else:
                cell.value = value
            cell.number_format, cell.alignment = looks.number_format(column), looks.WRAPPED


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text that stays one, also when it looks like a formula or an error."""
    cell.value = escaped(text)
    if cell.data_type != "s":
        cell.data_type = "s"
        cell.quotePrefix = True


# -- lists to choose from -------------------------------------------------------------------------
def _choices(sheet: Worksheet, table: Table, lang: str) -> None:
    """Give the columns of a sheet their lists; other values are let through, for `check` to judge."""
    for number, column in enumerate(table.columns, 1):
        if source := _source(table, column, lang):
            letter = get_column_letter(number)
            chosen = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
            chosen.add(f"{letter}2:{letter}{_LISTED}")
            sheet.add_data_validation(chosen)


def _source(table: Table, column: Column, lang: str) -> str:
    """Return the formula of the list of a column, empty when it has none."""
    if column.choices:
        return f'"{",".join(shown_word(word, lang) for word in column.choices)}"'
    if column.kind in ("answer", "answers"):
        return '"jā,nē"'
    if column.kind == "trip":
        return _range((), 1, lang)
    if column.kind == "project" and table.path != ("project",):
        return _range(("project",), 1, lang)
    path, code = (
        (table.path, _code(table))
        if column.kind == "within"
        else _CODES.get((table.path, column.path), ((), ()))
    )
    return _range(path, _number(path, code), lang) if code else ""


def _code(table: Table) -> Path:
    """Return the path of the column by which the rows of a table are called."""
    return next(column.path for column in table.columns if column.path)


def _number(path: Path, column: Path) -> int:
    columns = next(table for table in tables() if table.path == path).columns
    return [one.path for one in columns].index(column) + 1


def _range(path: Path, number: int, lang: str) -> str:
    """Return the cells of a column of a table's sheet."""
    name = quote_sheetname(sheet_name(next(table for table in tables() if table.path == path), lang))
    letter = get_column_letter(number)
    return f"{name}!${letter}$2:${letter}${_LISTED}"


# -- the sheet of advice --------------------------------------------------------------------------
_ADVICE_WIDTH: Final = 100
"""The width of the column of advice, in digits; letters are narrower, so that a line holds more of them."""
_LETTERS: Final = 110
_LINE_HEIGHT: Final = 15


def _advise(sheet: Worksheet, lang: str, translate: Language) -> None:
    """Write how the workbook is filled in, and what its sheets are."""
    sheet.title = translate(HOW_TO)
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, _ADVICE_WIDTH
    sheet.row_dimensions[1].height = 26
    _print(sheet, fits=True)
    title = sheet.cell(1, 1)
    title.value, title.font = translate(advice.TITLE), looks.font(16, bold=True, color=looks.BLUE)
    for number, step in enumerate(advice.STEPS, 3):
        _line(sheet, number, f"{number - 2}.", translate(step))
    below = len(advice.STEPS) + 4
    heading = sheet.cell(below, 1)
    heading.value, heading.font = translate(advice.SHEETS), looks.font(13, bold=True, color=looks.BLUE)
    for number, table in enumerate(tables(), below + 1):
        name = sheet_name(table, lang)
        _line(sheet, number, name, advice.needed(table, translate))
        link(sheet.cell(number, 1), name, "A1")


def link(cell: Cell | MergedCell, sheet: str, to: str) -> None:
    """Let a cell lead to another one."""
    cell.hyperlink = Hyperlink(cell.coordinate, location=f"{quote_sheetname(sheet)}!{to}")
    cell.font = looks.font(color=looks.BLUE, underline="single")


def _line(sheet: Worksheet, number: int, first: str, second: str) -> None:
    """Write a line of advice; not every program makes room for a text that takes several."""
    sheet.row_dimensions[number].height = _LINE_HEIGHT * ceil(len(second) / _LETTERS)
    for at, text in enumerate((first, second), 1):
        cell = sheet.cell(number, at)
        cell.value, cell.alignment = text, looks.WRAPPED
