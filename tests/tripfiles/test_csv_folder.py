"""A folder of CSV files is a workbook: one file a sheet."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from generator.tripfiles import load, load_many
from tests.tripfiles.workbooks import least, made

TRIPS = [least("a", sites=[{"name": "Ēka; „liela”", "note": "divas\nrindas"}]), least("b")]


def write_tables(folder: Path, delimiter: str, encoding: str) -> None:
    """Write the sheets of two trips as a spreadsheet program exports them."""
    for sheet in made(*TRIPS).worksheets[1:]:
        file = StringIO(newline="")
        writer = csv.writer(file, delimiter=delimiter)
        for row in sheet.iter_rows(values_only=True):
            writer.writerow(["" if one is None else str(one).removesuffix(" 00:00:00") for one in row])
        (folder / f"{sheet.title}.csv").write_bytes(file.getvalue().encode(encoding))


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), (",", "cp1257"), ("\t", "utf-8")])
def test_a_folder_of_tables_reads_as_the_workbook_would(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    write_tables(tmp_path, delimiter, encoding)
    assert [one.trip for one in load_many(tmp_path)] == TRIPS


def test_sums_may_have_a_decimal_comma(tmp_path: Path) -> None:
    write_tables(tmp_path, ";", "utf-8")
    path = tmp_path / "Projekts.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(";5000;", ";5 000,00;"), encoding="utf-8")
    assert ";5 000,00;" in path.read_text(encoding="utf-8")
    assert load(tmp_path, only="a") == TRIPS[0]


def test_a_fault_has_its_table_and_cell_and_the_rows_of_a_trip_are_its_input(tmp_path: Path) -> None:
    write_tables(tmp_path, ";", "utf-8")
    path = tmp_path / "Braucieni.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2012-08-31", "31.02.2012."), encoding="utf-8")
    found = list(load_many(tmp_path, name="sezona"))
    assert [str(one.place) for each in found for one in each.faults] == [
        "sezona:Braucieni!Q2",
        "sezona:Braucieni!Q3",
    ]
    assert list(found[0].source.inputs) == [tmp_path.name]
