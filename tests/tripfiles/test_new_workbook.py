"""The workbook that a person fills in: headings, lists, formats, comments, and advice."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.messages import translator
from generator.model.records import Record, described
from generator.model.values import Amount, Verbatim
from generator.tripfiles.workbook import write
from generator.tripfiles.workbook.advice import example_of
from generator.tripfiles.workbook.headings import sheet_name
from generator.tripfiles.workbook.looks import cell_value
from generator.tripfiles.workbook.tables import Column, table_of, tables

BOOK = load_workbook(BytesIO(write([])))
COLUMNS = [(table, column) for table in tables() for column in table.columns]
IDS = [f"{sheet_name(table)}: {column.heading(translator('lv'))}" for table, column in COLUMNS]


def lists(sheet: Worksheet) -> dict[str, str]:
    """Return the formula of each list to choose from, by its column."""
    return {
        str(one.sqref).split(":")[0].rstrip("2"): one.formula1
        for one in sheet.data_validations.dataValidation
    }


def test_the_sheets_are_those_of_the_tables_after_the_advice() -> None:
    assert BOOK.sheetnames == ["Kā aizpildīt", *map(sheet_name, tables())]
    assert BOOK.sheetnames[1:7] == [
        "Projekts", "Braucieni", "Dalībnieki", "Programma", "Objekti", "Izmaksas",
    ]  # fmt: skip


@pytest.mark.parametrize("table", tables(), ids=sheet_name)
def test_headings_stay_in_view_and_can_be_filtered(table) -> None:
    sheet = BOOK[sheet_name(table)]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=IDS)
def test_every_heading_says_what_it_is_for_and_whether_it_is_needed(table, column) -> None:
    sheet = BOOK[sheet_name(table)]
    cell = next(one for one in sheet[1] if one.value == column.heading(translator("lv")))
    text = cell.comment.text
    assert text.startswith(translator("lv")(column.description))
    assert ("Jāaizpilda" in text) == column.needed
    assert ("Var atstāt tukšu" in text) != column.needed
    assert sheet.column_dimensions[cell.column_letter].width >= 9


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=IDS)
def test_every_heading_has_an_example_but_for_what_the_example_trip_lacks(table, column) -> None:
    lacking = column.kind in ("pairs", "within", "answer") or table.path[-1:] in (("logos",), ("silenced",))
    lacking |= column.path == ("earlier",)
    assert bool(example_of(table, column, "lv")) or lacking


def test_words_and_ids_are_chosen_from_lists() -> None:
    assert lists(BOOK["Projekts"])["O"] == '"LVL,EUR"'
    assert lists(BOOK["Projekts"])["K"] == '"2007-2013,2014-2020,2021-2027"'
    assert lists(BOOK["Braucieni"])["B"] == "'Projekts'!$A$2:$A$5000"
    assert lists(BOOK["Braucieni"])["M"] == '"ar roku,elektronisks"'
    assert lists(BOOK["Izmaksas"])["A"] == "'Braucieni'!$A$2:$A$5000"
    assert lists(BOOK["Izmaksas"])["C"] == lists(BOOK["Budžets"])["B"] == "'Budžets'!$C$2:$C$5000"
    assert lists(BOOK["Budžets"])["E"] == '"jā,nē"'


def test_columns_have_the_format_of_what_they_hold() -> None:
    formats = {"Vienības cena": "#,##0.00", "Dokuments: datums": r"dd\.mm\.yyyy\.", "Budžeta pozīcija": "@"}
    sheet = BOOK["Izmaksas"]
    found = {cell.value: sheet.column_dimensions[cell.column_letter].number_format for cell in sheet[1]}
    assert {heading: found[heading] for heading in formats} == formats
    assert BOOK["Programma"].column_dimensions["B"].number_format == "hh:mm"


def test_it_can_be_english() -> None:
    book = load_workbook(BytesIO(write([], "en")))
    assert book.sheetnames[:3] == ["How to fill in", "Project", "Trips"]
    assert book["Trips"]["A1"].comment.text.startswith("Short name of ASCII letters")


def test_nobody_and_no_time_is_named_in_it() -> None:
    with ZipFile(BytesIO(write([]))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert "created" not in core
        assert "<dc:creator></dc:creator>" in core
        assert "openpyxl" not in core


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("24415.44", "amount", 24415.44),
        ("12", "count", 12),
        ("0.12345678901234567", "number", "0.12345678901234567"),
        ("exempt", "number", "exempt"),
        ("5 %", "number", "5 %"),
        ("1900-02-28", "date", "1900-02-28"),
        ("12", "text", "12"),
    ],
)
def test_a_text_becomes_a_number_only_where_nothing_is_lost(text, kind, value) -> None:
    assert cell_value(text, Column((), kind, ("",), "")) == value


# -- records of any kind ------------------------------------------------------------------------------
class Paper(Record):
    number: Verbatim = described("Number", "")


class Branch(Record):
    code: Verbatim = described("Code", "")
    sum: Amount | None = described("Sum", "", None)
    paper: Paper | None = described("Paper", "", None)
    papers: tuple[Paper, ...] = described("Papers", "", ())
    branches: tuple["Branch", ...] = described("Branches", "", ())


def test_a_field_of_a_record_is_a_column_without_a_word_being_said_of_it() -> None:
    table = table_of(Branch, ("budget",), "Branches")
    headings = [one.heading(translator("en")) for one in table.columns]
    assert headings == ["Trip id", "Part of", "Code", "Sum", "Paper: number"]
    assert [one.kind for one in table.columns] == ["trip", "within", "text", "amount", "text"]
    assert (table.tree, table.unfit) == ("branches", ("papers",))
    assert table.columns[-1].group == "Paper"
