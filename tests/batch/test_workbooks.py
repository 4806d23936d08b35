"""A workbook as the source of a batch: each trip is made, told and resumed by itself."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator import manifest
from generator.batch.order import Order
from generator.batch.result import Result, State
from generator.batch.sources import items
from generator.batch.unit import make
from generator.settings import Settings
from generator.tripfiles.workbook import write
from generator.verification import verify_folder
from tests.trips import ROOT, least

IDS = ("pirmais", "otrais", "tresais")


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook of three small trips in the current folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("sezona.xlsx")
    path.write_bytes(write([least(id=id) for id in IDS], "lv"))
    return path


def order(resume: bool = False) -> Order:
    return Order(Settings(format=("html",)), Path("out"), resume=resume)


def made(path: Path, resume: bool = False) -> list[Result]:
    return [make(item, order(resume)) for item in items([path], Path("scratch"))]


def change(path: Path, sheet: str, old: object, new: object) -> None:
    """Change the first cell of a sheet that holds a value."""
    book = load_workbook(path)
    cell = next(cell for row in book[sheet].iter_rows() for cell in row if cell.value == old)
    cell.value = new
    book.save(path)


def test_every_row_of_the_sheet_of_trips_is_a_trip(workbook):
    found = list(items([workbook], Path("scratch")))
    assert [item.label for item in found] == [f"sezona.xlsx:{id}" for id in IDS]


def test_every_trip_gets_its_folder(workbook):
    assert [(result.id, result.state) for result in made(workbook)] == [(id, State.DONE) for id in IDS]
    assert all((Path("out") / id / manifest.FILE_NAME).is_file() for id in IDS)


def test_one_faulty_trip_stops_none_of_the_others(workbook):
    change(workbook, "Braucieni", "otrais", "Otrais!")
    first, second, third = made(workbook)
    assert (first.state, third.state) == (State.DONE, State.DONE)
    assert second.state is State.FAILED
    assert any(one.place.sheet == "Braucieni" for one in second.faults)


def test_after_one_row_was_changed_only_its_trip_is_made_again(workbook):
    made(workbook)
    change(workbook, "Braucieni", "pieredzes apmaiņas brauciens", "mācību brauciens")
    assert [result.kept for result in made(workbook, resume=True)] == [False, True, True]


def test_documents_of_a_workbook_can_be_verified(workbook):
    made(workbook)
    assert verify_folder(Path("out/otrais")) == ()
    change(workbook, "Braucieni", "pieredzes apmaiņas brauciens", "mācību brauciens")
    assert verify_folder(Path("out/otrais")) == ()
    assert [one.id for one in verify_folder(Path("out/pirmais"))] == [
        "verify.input-changed",
        "verify.result-differs",
    ]


def test_a_workbook_in_a_zip_is_read_too(workbook):
    with zipfile.ZipFile("sezona.zip", "w") as archive:
        archive.write(workbook, "mape/sezona.xlsx")
    found = made(Path("sezona.zip"))
    assert [result.id for result in found] == list(IDS)
    assert manifest.read_manifest(Path("out/otrais")).origin.source is None


def test_a_file_that_is_no_workbook_is_told_once(workbook):
    workbook.write_bytes(b"PK\x03\x04 not a workbook")
    (result,) = made(workbook)
    assert result.state is State.FAILED
    assert result.faults


def test_a_row_of_no_trip_is_told_beside_the_trips(workbook):
    book = load_workbook(workbook)
    sheet = book["Dalībnieki"]
    sheet.append(["nav-tada", "Eksperte"])
    book.save(workbook)
    results = made(workbook)
    assert [result.state for result in results[:3]] == [State.DONE] * 3
    assert [result.state for result in results[3:]] == [State.FAILED]


def test_of_the_shipped_season_ten_trips_are_made_and_two_are_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    results = made(ROOT / "data" / "trips" / "season-2012.xlsx")
    assert [result.state for result in results].count(State.DONE) == 10
    assert [result.id for result in results if result.faults and result.state is State.FAILED] == [
        "jekabpils-2012",
        "liepaja-2012",
    ]
