"""`verify` of a whole batch: every trip, the summaries and the manifest; one difference hides no other."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from generator import load_trip
from generator.cli import main
from generator.errors import DataError, Severity
from generator.manifest import read_listing
from generator.tripfiles.workbook import write
from generator.verification import verify_batch
from generator.version import PROGRAM
from tests.batch.seasons import faulty_trip, raw_trip, write_lines, write_season, write_trip

OUT = Path("out")


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def batch(*sources: object) -> None:
    """Make a batch in this process's folder."""
    main(["batch", *map(str, sources), "-o", str(OUT), "-f", "html", "-j", "1", "-q"])


def verified(source: Path | None = None) -> list[tuple[str, str]]:
    """Return the ids of what differs, with the place of each."""
    listing = read_listing(OUT)
    assert listing is not None
    return [(one.id, one.place.file) for one in verify_batch(OUT, listing, source)]


@pytest.fixture
def season() -> Path:
    """Three trips in folders, one of them faulty, and their results."""
    batch(write_season(Path("season"), 3, faulty=[2]))
    return Path("season")


def test_a_batch_left_alone_is_the_same(season):
    assert verified() == []


def test_every_difference_is_told(season):
    (OUT / "summary.html").write_text("edited", encoding="utf-8")
    (OUT / "summary.json").unlink()
    (OUT / "trip-001" / "aktivitates-parskats.html").write_text("edited", encoding="utf-8")
    write_trip(season / "trip-003", raw_trip("trip-003", sample="Cits."))
    assert verified() == [
        ("verify.file-changed", "out/summary.html"),
        ("verify.file-missing", "out/summary.json"),
        ("verify.file-changed", "out/trip-001/aktivitates-parskats.html"),
        ("verify.input-changed", "season/trip-003/trip.yaml"),
        ("verify.result-differs", "out/trip-003/aktivitates-parskats.html"),
    ]


def test_a_trip_that_can_no_longer_be_read_hides_no_other(season):
    shutil.rmtree(season / "trip-001")
    shutil.rmtree(OUT / "trip-003")
    assert verified() == [
        ("file.missing", "season/trip-001/trip.yaml"),
        ("verify.file-missing", "out/trip-003/manifest.json"),
        ("manifest.missing", "out/trip-003"),
    ]


def test_a_manifest_of_a_trip_that_was_edited_is_told(season):
    path = OUT / "trip-001" / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert verified() == [("verify.file-changed", "out/trip-001/manifest.json")]


def test_a_trip_that_has_become_faulty_tells_its_faults(season):
    write_trip(season / "trip-001", faulty_trip("trip-001"))
    assert verified() == [("date.impossible", "season/trip-001/trip.yaml")]


def test_another_version_is_noted_once(season, monkeypatch):
    monkeypatch.setattr("generator.verification.results.PROGRAM", "parskats 99")
    (found,) = verify_batch(OUT, read_listing(OUT))
    assert (found.id, found.severity, found.values["made"]) == (
        "verify.program",
        Severity.INFORMATION,
        PROGRAM,
    )


# -- trips that share a file ----------------------------------------------------------------------
def test_lines_are_compared_each_with_its_own():
    lines = [raw_trip("one"), faulty_trip("bad"), raw_trip("two"), raw_trip("three")]
    batch(write_lines(Path("season.jsonl"), lines))
    assert verified() == []
    lines[2] = raw_trip("two", sample="Cits.")
    write_lines(Path("season.jsonl"), lines)
    assert verified() == [
        ("verify.input-changed", "season.jsonl"),
        ("verify.result-differs", "out/two/aktivitates-parskats.html"),
    ]


def test_trips_of_a_workbook_are_compared_and_one_that_is_gone_is_told():
    one, two, three = (load_trip(raw_trip(name)) for name in ("one", "two", "three"))
    Path("season.xlsx").write_bytes(write([one, two]))
    batch("season.xlsx")
    assert verified() == []
    Path("season.xlsx").write_bytes(write([one, three]))
    assert verified() == [("trips.none", "season.xlsx")]


def test_a_file_of_trips_is_read_once(monkeypatch):
    from generator import tripfiles

    read = []
    many = tripfiles.load_many
    batch(write_lines(Path("season.jsonl"), [raw_trip(f"t-{n}") for n in range(4)]))
    monkeypatch.setattr(tripfiles, "load_many", lambda source, **more: read.append(source) or many(source))
    assert (verified(), read) == ([], [Path("season.jsonl")])


def test_trips_that_came_in_a_zip_are_known_by_their_files_and_a_note_says_so():
    write_season(Path("season"), 2)
    with zipfile.ZipFile("season.zip", "w") as archive:
        for path in sorted(Path("season").rglob("trip.yaml")):
            archive.write(path)
    batch("season.zip")
    assert verified() == [("verify.unpacked", "out/trip-001"), ("verify.unpacked", "out/trip-002")]
    (OUT / "trip-001" / "aktivitates-parskats.html").unlink()
    assert ("verify.file-missing", "out/trip-001/aktivitates-parskats.html") in verified()


def test_a_workbook_that_has_moved_is_named():
    Path("season.xlsx").write_bytes(write([load_trip(raw_trip("one"))]))
    batch("season.xlsx")
    Path("elsewhere").mkdir()
    shutil.move("season.xlsx", "elsewhere/season.xlsx")
    assert verified(Path("elsewhere/season.xlsx")) == []


# -- the manifest, and the command ----------------------------------------------------------------
@pytest.mark.parametrize(
    "changed",
    [
        {"trips": [{"folder": "../trip-001", "trip": "trip-001", "manifest": ""}]},
        {"trips": [{"folder": "trip-001"}]},
        {"trips": None},
        {"files": [{"name": "../summary.html", "sha256": ""}]},
    ],
)
def test_a_manifest_that_is_not_ours_is_refused(season, changed):
    path = OUT / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changed), encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_listing(OUT)
    assert [one.id for one in error.value.faults] == ["manifest.unreadable"]


def test_the_folder_of_one_trip_is_no_batch(season):
    assert read_listing(OUT / "trip-001") is None


def test_the_command_ends_with_seven_for_a_difference_and_tells_them_all(season, capsys):
    assert main(["verify", "out", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing has changed: out\n"
    for number in (1, 3):
        (OUT / f"trip-00{number}" / "aktivitates-parskats.html").unlink()
    assert main(["verify", "out", "--lang", "en"]) == 7
    assert capsys.readouterr().err.count("error: This file was made, and is no longer here.") == 2
