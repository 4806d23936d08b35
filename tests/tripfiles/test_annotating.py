"""A copy of a workbook with every fault marked at its cell, and listed in front."""

import datetime as dt
from io import BytesIO

from openpyxl import load_workbook

from generator.errors import Fault, Place, Severity
from generator.tripfiles.workbook.annotating import annotated
from tests.tripfiles.workbooks import at, made, read, saved


def faults() -> tuple[bytes, list[Fault]]:
    """Return a faulty workbook, and its faults with a warning at a cell that is at fault, too."""
    book = made()
    at(book, "Izmaksas", "Vienības cena", 3).value = "daudz"
    at(book, "Braucieni", "Sākums").value = dt.date(1899, 1, 1)
    at(book, "Braucieni", "Beigas").value = "=Q2"
    data = saved(book)
    found = list(read(data).faults)
    place = Place("b.xlsx", 3, 6, "costs[1].unit_price", "Izmaksas")
    return data, [
        *found,
        Fault("cost.duplicate", {"item": "Dienas nauda", "row": 1}, place, Severity.WARNING),
    ]


def test_faulty_cells_are_coloured_and_explained() -> None:
    data, found = faults()
    book = load_workbook(BytesIO(annotated(data, found, "lv")))
    cell = book["Izmaksas"]["F3"]
    assert cell.fill.fgColor.rgb == "FFF8CBCB"
    assert "„daudz” nav naudas summa." in cell.comment.text
    assert "„Dienas nauda”" in cell.comment.text
    assert book["Izmaksas"]["F4"].comment is None


def test_all_faults_are_listed_in_front_with_links_to_their_cells() -> None:
    data, found = faults()
    book = load_workbook(BytesIO(annotated(data, found, "lv")))
    sheet = book.worksheets[0]
    assert sheet.title == "Kļūdas"
    assert [cell.value for cell in sheet["A"]] == [
        "Vieta", "Braucieni!Q2", "Braucieni!R2", "Izmaksas!F3", "Izmaksas!F3",
    ]  # fmt: skip
    assert sheet["A4"].hyperlink.location == "'Izmaksas'!F3"


def test_the_copy_keeps_everything_else_and_can_be_mended_and_read() -> None:
    data, found = faults()
    book = load_workbook(BytesIO(annotated(data, found, "lv")))
    assert book["Braucieni"]["R2"].value == "=Q2"
    assert "Piemērs: Autobusa noma" in book["Izmaksas"]["B1"].comment.text
    book["Izmaksas"]["F3"].value = 4
    book["Braucieni"]["Q2"].value = "31.08.2012."
    book["Braucieni"]["R2"].value = None
    assert read(book).faults == ()


def test_a_copy_of_a_copy_lists_its_faults_once() -> None:
    data, found = faults()
    twice = load_workbook(BytesIO(annotated(annotated(data, found, "lv"), found[:1], "lv")))
    assert twice.sheetnames.count("Kļūdas") == 1
    assert twice["Kļūdas"].max_row == 2


def test_a_fault_within_merged_cells_is_marked_where_it_is_seen() -> None:
    book = made()
    book["Objekti"].merge_cells("C2:C4")
    book["Objekti"]["C2"].value = "a_x0007_b"
    data = saved(book)
    copy = load_workbook(BytesIO(annotated(data, read(data).faults, "en")))
    assert "U+0007" in copy["Objekti"]["C2"].comment.text


def test_the_same_faults_give_the_same_bytes() -> None:
    data, found = faults()
    assert annotated(data, found, "lv") == annotated(data, found, "lv")
