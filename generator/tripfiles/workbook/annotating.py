"""A copy of a workbook with every fault at its cell: a colour, a comment, and a sheet that lists all."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Final, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.errors import N_, BadValue, Fault, Language, Place, Severity
from generator.messages import translator
from generator.tripfiles.workbook import looks
from generator.tripfiles.workbook.archive import archived
from generator.tripfiles.workbook.book import link, put_text
from generator.tripfiles.workbook.headings import FAULTS_FOUND
from generator.tripfiles.workbook.sheets import UNREADABLE
from generator.tripfiles.workbook.survey import survey

_COLOURS: Final = {Severity.ERROR: looks.RED, Severity.WARNING: looks.YELLOW}
_HEADINGS: Final = (N_("Place"), N_("What is wrong"), N_("How to mend it"))
_WIDTHS: Final = (22, 70, 70)
_AUTHOR: Final = "parskats"


def annotated(data: bytes, faults: Sequence[Fault], lang: str) -> bytes:
    """Return a copy of an .xlsx workbook with its errors and warnings marked.

    Formulas stay formulas, and a spreadsheet program computes them when it opens the copy. Raises
    BadValue, as `read_sheets` does, for a workbook that cannot be read.
    """
    survey(data)
    told = [one for one in faults if one.severity in _COLOURS]
    translate = translator(lang)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl cannot keep
        try:
            book = load_workbook(BytesIO(data), keep_links=False)
        except UNREADABLE as error:
            raise BadValue("workbook.damaged", reason=str(error) or type(error).__name__) from None
        for one in reversed(told):  # the gravest comes first, and its colour wins
            _mark(book, one, translate)
        _list(book, told, translate)
        return archived(book)


def _mark(book: Workbook, one: Fault, translate: Language) -> None:
    """Colour the cell of a fault, and say in a comment what is wrong."""
    place = one.place
    if not place.cell or place.sheet not in book.sheetnames:
        return
    cell = _cell(book[place.sheet], place)
    cell.fill = looks.filled(_COLOURS[one.severity])
    before = f"\n\n{cell.comment.text}" if cell.comment else ""
    text = f"{one.message.sentence(translate)}\n{one.hint.sentence(translate)}{before}"
    cell.comment = Comment(text, _AUTHOR, height=40 + 17 * (len(text) // 45 + text.count("\n")), width=340)


def _cell(sheet: Worksheet, place: Place) -> Cell:
    """Return the cell of a place; of merged ones the first, which is what is seen."""
    within = (one for one in sheet.merged_cells.ranges if place.cell in one)
    row, column = next(((one.min_row, one.min_col) for one in within), (place.line, place.column))
    return cast(Cell, sheet.cell(row or 1, column or 1))


def _list(book: Workbook, told: Sequence[Fault], translate: Language) -> None:
    """Put a sheet in front that lists the faults, each with a link to its cell."""
    name = translate(FAULTS_FOUND)
    if name in book.sheetnames:
        book.remove(book[name])
    sheet = book.create_sheet(name, 0)
    book.active = 0
    for at, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(1, at)
        cell.value, cell.font, cell.fill = translate(heading), looks.font(bold=True), looks.filled(looks.PALE)
        sheet.column_dimensions[get_column_letter(at)].width = width
    for number, one in enumerate(told, 2):
        place = one.place
        where = str(replace(place, file="")) or place.file
        texts = (where, one.message.sentence(translate), one.hint.sentence(translate))
        for at, text in enumerate(texts, 1):
            put_text(sheet.cell(number, at), text)
            sheet.cell(number, at).alignment = looks.WRAPPED
        sheet.cell(number, 1).fill = looks.filled(_COLOURS[one.severity])
        if place.sheet in book.sheetnames:
            link(sheet.cell(number, 1), place.sheet, place.cell or "A1")
    sheet.freeze_panes = "A2"
