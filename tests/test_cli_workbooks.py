"""The command line on workbooks: make one, check it, annotate it, convert it, render from it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli import main
from generator.tripfiles import load, load_many
from tests.season import FAULTY, SEASON
from tests.tripfiles.workbooks import at
from tests.trips import EXAMPLE, ROOT, example


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys):
    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def season(tmp_path: Path) -> Path:
    """A copy of the sample season, with the picture that it names."""
    folder = tmp_path / "trips"
    shutil.copytree(SEASON.parent, folder)
    return folder / SEASON.name


# -- init -------------------------------------------------------------------------------------------
def test_a_new_workbook_is_made_and_nothing_is_overwritten(run, tmp_path):
    code, out, _ = run("init", "--excel", "sezona.xlsx")
    assert (code, out) == (0, "sezona.xlsx\nTurpinājumā: parskats check sezona.xlsx\n")
    before = (tmp_path / "sezona.xlsx").read_bytes()
    code, _, err = run("init", "--excel", "sezona.xlsx")
    assert code == 5
    assert "nekas netiek pārrakstīts" in err
    assert (tmp_path / "sezona.xlsx").read_bytes() == before


def test_a_new_workbook_has_to_be_named_as_one(run, tmp_path):
    code, _, err = run("init", "--excel", "sezona")
    assert code == 2
    assert "der šādi: .xlsx" in err
    assert list(tmp_path.iterdir()) == []


def test_a_new_workbook_is_in_the_language_of_the_reader(run, tmp_path):
    assert run("init", "--excel", "season.xlsx", "--lang", "en")[0] == 0
    assert "There are no trips on the sheet “Trips”." in run("check", "season.xlsx", "--lang", "en")[2]


# -- check ------------------------------------------------------------------------------------------
def test_every_fault_of_a_workbook_is_told_at_its_cell(run, season):
    code, out, err = run("check", season)
    assert code == 3
    assert out == "Braucieni: 12. Bez kļūdām: 10.\n"
    for cells in FAULTY.values():
        for cell in cells:
            assert f":{cell}: kļūda: " in err
    assert "Kļūdas: 3." in err


def test_machines_are_told_sheet_and_cell_and_the_checks_of_each_trip(run, season):
    found = json.loads(run("check", season, "--json")[1])
    places = [one["place"] for one in found["faults"] if one["severity"] == "error"]
    assert places[0] == {
        "file": str(season),
        "line": 6,
        "column": 17,
        "field": "journey.start",
        "sheet": "Braucieni",
        "cell": "Q6",
    }
    assert [one["id"] for one in found["trips"] if not one["ok"]] == list(FAULTY)
    assert found["trips"][0]["checks"]["passed"]
    assert [one["id"] for one in found["trips"][8]["checks"]["failed"]] == [
        "cost.amount",
        "cost.over-position",
    ]


def test_some_trips_can_be_checked_alone(run, season):
    assert run("check", season, "--only", "cesis-2012")[0] == 0
    code, _, err = run("check", season, "--only", "cesis-2012,nav")
    assert code == 3
    assert "Nav brauciena „nav”; braucieni ir: cesis-2012, valmiera-2012" in err


def test_faults_that_trips_share_are_told_once(run, season):
    book = load_workbook(season)
    at(book, "Projekts", "Valūta").value = "USD"
    book.save(season)
    _, _, err = run("check", season, "--only", "cesis-2012,talsi-2012")
    assert err.count("Projekts!O2: kļūda") == 1


def test_an_annotated_copy_leaves_the_workbook_as_it_is(run, season, tmp_path):
    before = season.read_bytes()
    code, out, _ = run("check", season, "--annotate", "labojumi.xlsx")
    assert code == 3
    assert out.endswith("labojumi.xlsx\n")
    assert season.read_bytes() == before
    found = [one.id for one in load_many(tmp_path / "labojumi.xlsx") if one.faults]
    assert "jekabpils-2012" in found


def test_of_a_workbook_that_cannot_be_read_there_is_no_annotated_copy(run, tmp_path):
    Path("bojata.xlsx").write_bytes(b"PK\x03\x04")
    code, _, err = run("check", "bojata.xlsx", "--annotate", "labojumi.xlsx", "--lang", "en")
    assert (code, Path("labojumi.xlsx").exists()) == (3, False)
    assert "damaged" in err


def test_an_annotated_copy_overwrites_nothing(run, season, tmp_path):
    before = season.read_bytes()
    code, _, err = run("check", season, "--annotate", season)
    assert code == 5
    assert "nekas netiek pārrakstīts" in err
    assert season.read_bytes() == before


def test_only_a_workbook_can_be_annotated(run):
    code, _, err = run("check", EXAMPLE, "--annotate", "labojumi.xlsx")
    assert code == 2
    assert "trip.yaml" in err


def test_without_a_fault_there_is_no_annotated_copy(run, tmp_path):
    assert run("convert", EXAMPLE, "a.xlsx")[0] == 0
    assert run("check", "a.xlsx", "--annotate", "b.xlsx")[0] == 0
    assert not (tmp_path / "b.xlsx").exists()


def test_a_workbook_of_many_megabytes_is_not_read(run, tmp_path):
    with (tmp_path / "liela.xlsx").open("wb") as file:
        file.truncate(20_000_001)
    code, _, err = run("check", "liela.xlsx")
    assert code == 3
    assert "Darbgrāmata ir lielāka par 20 MB." in err


# -- render -----------------------------------------------------------------------------------------
def test_one_trip_of_a_workbook_is_rendered_by_its_id(run, season, tmp_path):
    assert run("render", season, "--only", "cesis-2012", "-f", "html")[0] == 0
    assert "Cēsīm" in (tmp_path / "output" / "cesis-2012" / "aktivitates-parskats.html").read_text("utf-8")


def test_documents_of_a_workbook_are_verified_against_it(run, season):
    run("render", season, "--only", "cesis-2012", "-f", "html")
    assert run("verify", "output/cesis-2012")[0] == 0
    book = load_workbook(season)
    at(book, "Braucieni", "Vietas izvēle").value = "Cēsis ir tuvu."
    book.save(season)
    code, _, err = run("verify", "output/cesis-2012")
    assert code == 7
    assert "season-2012.xlsx" in err


def test_a_workbook_of_many_trips_asks_which(run, season, tmp_path):
    code, _, err = run("render", season)
    assert code == 3
    assert "Datnē ir vairāki braucieni (12): cesis-2012, valmiera-2012" in err
    assert "parskats batch" in err
    assert run("render", season, "--only", "cesis-2012,talsi-2012")[0] == 2
    assert not (tmp_path / "output").exists()


# -- convert ----------------------------------------------------------------------------------------
def test_a_trip_goes_to_a_workbook_and_back_with_its_pictures(run, tmp_path):
    assert run("convert", EXAMPLE, "excel/a.xlsx")[0] == 0
    assert run("convert", "excel/a.xlsx", "yaml/b.yaml")[0] == 0
    assert load(tmp_path / "yaml" / "b.yaml") == example()
    photos = {path.name: path.read_bytes() for path in (EXAMPLE.parent / "photos").iterdir()}
    for folder in ("excel", "yaml"):
        copied = (tmp_path / folder / "photos").iterdir()
        assert {path.name: path.read_bytes() for path in copied} == photos


@pytest.mark.parametrize("name", ["b.yaml", "b.yml", "b.json", "b.jsonl", "b.xlsx"])
def test_every_format_that_is_written_is_read(run, tmp_path, name):
    assert run("convert", EXAMPLE, name)[0] == 0
    assert load(tmp_path / name) == example()


def test_what_is_there_is_never_overwritten(run, tmp_path):
    (tmp_path / "b.yaml").write_text("mans", encoding="utf-8")
    code, _, err = run("convert", EXAMPLE, "b.yaml")
    assert code == 5
    assert "nekas netiek pārrakstīts" in err
    assert (tmp_path / "b.yaml").read_text(encoding="utf-8") == "mans"
    assert not (tmp_path / "photos").exists()


def test_another_picture_under_the_same_name_stays(run, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "01-koncertzale.jpg").write_bytes(b"cits")
    assert run("convert", EXAMPLE, "b.yaml")[0] == 5
    assert (tmp_path / "photos" / "01-koncertzale.jpg").read_bytes() == b"cits"
    assert not (tmp_path / "b.yaml").exists()


def test_many_trips_do_not_go_into_one_yaml_file(run, season, tmp_path):
    code, _, err = run("convert", season, "b.yaml")
    assert code == 3
    code, _, err = run("convert", season, "b.yaml", "--only", "cesis-2012,talsi-2012")
    assert code == 3
    assert "Vienā .yaml datnē nevar būt tik daudz braucienu: 2." in err
    assert run("convert", season, "b.yaml", "--only", "cesis-2012")[0] == 0


def test_faulty_trips_are_not_converted(run, season, tmp_path):
    code, _, err = run("convert", season, "b.xlsx")
    assert code == 3
    assert "Braucieni!Q6" in err
    assert not (tmp_path / "b.xlsx").exists()


def test_an_unknown_format_is_told(run):
    code, _, err = run("convert", EXAMPLE, "b.docx")
    assert code == 2
    assert "der šādi: .xlsx, .jsonl, .yaml, .yml, .json" in err


# -- speed ------------------------------------------------------------------------------------------
LOADED = """
import sys
from generator.cli import main
main(sys.argv[1:])
print("openpyxl" in sys.modules)
"""


@pytest.mark.parametrize("words", [["--help"], ["check", str(EXAMPLE)]])
def test_without_a_workbook_the_library_for_them_is_not_loaded(words):
    command = [sys.executable, "-c", LOADED, *words]
    out = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8")
    assert out.stdout.endswith("False\n")
