"""Whole batches: what is in the folder afterwards, and that nothing else is."""

import errno
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from generator import load_trip, manifest, render
from generator.batch.order import Order
from generator.batch.result import State
from generator.batch.sources import items
from generator.batch.unit import make
from generator.batch.work import NAME, work_folder
from generator.cli import main
from generator.errors import OutputError
from generator.settings import Settings
from tests.batch.seasons import (
    COST,
    POSITION,
    faulty_trip,
    make_batch,
    raw_trip,
    tree,
    weighed,
    write_lines,
    write_season,
    write_trip,
)

ROOT = Path(__file__).parents[2]
HTML = Order(Settings(format=("html",)))


@pytest.fixture(autouse=True)
def _plain(tmp_path, monkeypatch):
    for name in (*os.environ,):
        if name.startswith("PARSKATS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def states(results) -> dict[str, State]:
    return {one.id: one.state for one in results}


# -- what a batch leaves --------------------------------------------------------------------------
def test_every_trip_gets_the_documents_it_gets_alone(tmp_path):
    season = write_season(Path("season"), 2)
    make_batch(season, Path("out"))
    for id in ("trip-001", "trip-002"):
        path = season / id / "trip.yaml"
        made = {name: content for name, content in tree(Path("out", id)).items() if name != "manifest.json"}
        assert made == render(load_trip(path))
        assert main(["render", str(path), "-o", "alone", "-q"]) == 0
        assert tree(Path("alone", id)) == tree(Path("out", id))


def test_a_bad_trip_is_told_with_all_its_faults_and_the_others_are_made():
    results = make_batch(write_season(Path("season"), 4, faulty=[2]), Path("out"), HTML)
    assert states(results) == {
        "trip-001": State.DONE,
        "trip-002": State.FAILED,
        "trip-003": State.DONE,
        "trip-004": State.DONE,
    }
    assert [one.id for one in results[1].faults] == ["date.impossible"]
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "manifest.json",
        "summary.html",
        "summary.json",
        "trip-001",
        "trip-003",
        "trip-004",
    ]


def test_the_results_do_not_depend_on_how_many_work_or_how_they_start():
    season = write_season(Path("season"), 7, faulty=[3])
    write_trip(season / "zz", raw_trip("trip-005"))
    trees = []
    for jobs in (1, 3):
        make_batch(season, Path(f"out-{jobs}"), HTML, jobs=jobs)
        trees.append(tree(Path(f"out-{jobs}")))
    assert trees[0] == trees[1]


def test_files_lines_folders_and_zips_can_be_given_together():
    write_lines(Path("lines.jsonl"), [raw_trip("line-1"), faulty_trip("line-2")])
    with zipfile.ZipFile("packed.zip", "w") as archive:
        archive.write(write_trip(Path("x"), raw_trip("packed")), "deep/trip.yaml")
    single = write_trip(Path("y"), raw_trip("single"), "one.yaml")
    sources = [single, Path("lines.jsonl"), Path("packed.zip"), write_season(Path("season"), 1)]
    assert states(make_batch(sources, Path("out"), HTML)) == {
        "single": State.DONE,
        "line-1": State.DONE,
        "line-2": State.FAILED,
        "packed": State.DONE,
        "trip-001": State.DONE,
    }


def test_a_trip_in_a_zip_has_its_project_its_pictures_and_its_templates():
    raw = raw_trip(
        "packed", project="../project.yaml", photos=[{"file": "a.jpg", "caption": "A", "alt": "B"}]
    )
    photo = next((ROOT / "data" / "trips" / "rezekne-2012" / "photos").glob("*.jpg"))
    with zipfile.ZipFile("packed.zip", "w") as archive:
        archive.write(write_trip(Path("x"), raw), "season/a/trip.yaml")
        archive.write(write_trip(Path("x"), raw_trip("x")["project"], "project.yaml"), "season/project.yaml")
        archive.write(photo, "season/a/a.jpg")
        template = (ROOT / "templates" / "activity-report" / "template.html").read_text(encoding="utf-8")
        marked = template.replace("</h1>", " (mūsu veidne)</h1>", 1)
        archive.writestr("season/templates/activity-report/template.html", marked)
    (result,) = make_batch(Path("packed.zip"), Path("out"), HTML)
    assert (result.state, [one.id for one in result.faults if one.severity == "error"]) == (State.DONE, [])
    page = Path("out/packed/aktivitates-parskats.html").read_text(encoding="utf-8")
    assert "(mūsu veidne)" in page.replace("\u00a0", " ")
    assert "data:image" in page


def test_the_manifest_of_a_batch_seals_every_trip():
    make_batch(write_season(Path("season"), 2, faulty=[1]), Path("out"), HTML)
    sealed = json.loads(Path("out/manifest.json").read_text(encoding="utf-8"))
    for one in sealed["files"]:
        assert manifest.sha256(Path("out", one["name"]).read_bytes()) == one["sha256"]
    assert [one["folder"] for one in sealed["trips"]] == ["trip-002"]
    content = Path("out/trip-002/manifest.json").read_bytes()
    assert manifest.sha256(content) == sealed["trips"][0]["manifest"]


def test_a_trip_made_in_a_batch_can_be_verified_alone(capsys):
    season = write_season(Path("season"), 1)
    (season / "trip-001" / "parskats.toml").write_text('[latvian]\nquotes = "«»"\n', encoding="utf-8")
    assert main(["batch", "season", "-o", "out", "-q"]) == 0
    assert main(["verify", "out/trip-001"]) == 0
    write_trip(season / "trip-001", raw_trip("trip-001", sample="Cits."))
    assert main(["verify", "out/trip-001"]) == 7


def test_the_zip_has_every_result_and_is_the_same_every_time():
    season = write_season(Path("season"), 2, faulty=[2])
    make_batch(season, Path("out"), HTML, zip=Path("deep/first.zip"))
    Path("out/trip-001/notes.txt").write_text("mine", encoding="utf-8")
    os.utime("out/trip-001/manifest.json", (1, 1))
    make_batch(season, Path("out"), Order(HTML.settings, resume=True), zip=Path("second.zip"))
    assert Path("deep/first.zip").read_bytes() == Path("second.zip").read_bytes()
    with zipfile.ZipFile("second.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    Path("out/trip-001/notes.txt").unlink()
    assert packed == tree(Path("out"))


def test_only_some_trips_are_made_and_the_others_keep_what_they_have():
    season = write_season(Path("season"), 3)
    make_batch(season, Path("out"), HTML)
    before = tree(Path("out"))
    Path("out/trip-001/aktivitates-parskats.html").write_bytes(b"")
    Path("out/trip-003/aktivitates-parskats.html").write_bytes(b"")
    only = Order(HTML.settings, only=frozenset({"trip-001"}))
    assert states(make_batch(season, Path("out"), only)) == {
        "trip-001": State.DONE,
        "trip-002": State.DONE,
        "trip-003": State.LEFT_OUT,
    }
    assert (
        tree(Path("out"))["trip-001/aktivitates-parskats.html"]
        == before["trip-001/aktivitates-parskats.html"]
    )


def test_at_the_first_failure_the_batch_can_stop_and_says_so():
    season = write_season(Path("season"), 30, faulty=[2])
    results = make_batch(season, Path("out"), HTML, fail_fast=True)
    assert [one.state for one in results] == [State.DONE, State.FAILED]
    assert json.loads(Path("out/summary.json").read_text(encoding="utf-8"))["complete"] is False
    assert "apturēta" in Path("out/summary.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in Path("out").iterdir() if path.is_dir()) == ["trip-001"]


# -- names ----------------------------------------------------------------------------------------
def test_of_two_trips_with_one_name_the_first_in_order_is_made_and_the_other_told():
    season = write_season(Path("season"), 1)
    write_trip(season / "a", raw_trip("same", sample="Pirmais."))
    write_trip(season / "b", raw_trip("same", sample="Otrais."))
    results = make_batch(season, Path("out"), HTML)
    assert [one.state for one in results] == [State.DONE, State.FAILED, State.DONE]
    found = results[1].faults[0]
    assert (found.id, dict(found.values)) == (
        "output.taken",
        {"name": "same", "other": "season/a/trip.yaml"},
    )
    assert "Pirmais." in Path("out/same/aktivitates-parskats.html").read_text(encoding="utf-8")


def test_folders_are_called_by_the_pattern():
    write_trip(Path("season"), raw_trip("first"))
    order = Order(HTML.settings, name="{destination} {date}")
    (result,) = make_batch(Path("season"), Path("out"), order)
    assert result.folder == "cesis 2012-08-31"
    assert Path("out", result.folder, "aktivitates-parskats.html").is_file()


def test_a_trip_cannot_take_the_place_of_a_summary():
    write_trip(Path("season"), raw_trip("summary"))
    (result,) = make_batch(Path("season"), Path("out"), Order(HTML.settings, name="{id}.HTML"))
    assert weighed(result) == ["output.taken"]
    assert Path("out/summary.html").is_file()


# -- folders that cannot be written ---------------------------------------------------------------
def test_two_batches_do_not_work_in_one_folder():
    season = write_season(Path("season"), 1)
    with work_folder(Path("out")), pytest.raises(OutputError) as caught:
        make_batch(season, Path("out"), HTML)
    assert [one.id for one in caught.value.faults] == ["batch.busy"]


def test_what_a_killed_batch_has_left_is_cleared():
    left = Path("out", NAME, "abc", "trip-001")
    left.mkdir(parents=True)
    (left / "half.pdf").write_bytes(b"%PDF")
    make_batch(write_season(Path("season"), 1), Path("out"), HTML)
    assert not Path("out", NAME).exists()


def test_a_file_in_place_of_a_trip_fails_that_trip_only():
    Path("out").mkdir()
    Path("out/trip-001").write_text("mine", encoding="utf-8")
    results = make_batch(write_season(Path("season"), 2), Path("out"), HTML)
    assert [one.state for one in results] == [State.FAILED, State.DONE]
    assert weighed(results[0]) == ["output.not-folder"]
    assert Path("out/trip-001").read_text(encoding="utf-8") == "mine"


def test_a_folder_without_the_right_to_write_is_told(monkeypatch, capsys):
    def denied(path, *_, **__):
        raise PermissionError(errno.EROFS, "Read-only file system", str(path))

    season = write_season(Path("season"), 1)
    monkeypatch.setattr(Path, "mkdir", denied)
    assert main(["batch", str(season), "-o", "out", "--lang", "en"]) == 5
    assert capsys.readouterr().err.startswith("out: error: This cannot be written")


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_when_the_disk_takes_no_more_the_trip_fails_and_its_earlier_files_stay():
    script = (
        "import resource, sys; from generator.cli import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1]))); "
        "sys.exit(main(['batch', 'season', '-o', 'out', '-f', 'docx', '-q', '--lang', 'en']))"
    )
    write_season(Path("season"), 1)
    write_trip(Path("season/small"), faulty_trip("small"))

    def run(most: int) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        words = [sys.executable, "-c", script, str(most)]
        return subprocess.run(words, env=env, capture_output=True, text=True, check=False)

    assert run(10_000_000).returncode == 6
    before = tree(Path("out/trip-001"))
    Path("season/trip-001/trip.yaml").write_text(
        json.dumps(raw_trip("trip-001", sample="Cits.")), encoding="utf-8"
    )
    done = run(8_000)
    assert done.returncode == 6, done.stderr
    assert "This cannot be written: File too large." in done.stderr
    assert tree(Path("out/trip-001")) == before
    assert not Path("out", NAME).exists()


# -- sums -----------------------------------------------------------------------------------------
def test_the_summary_adds_up_money_by_project_currency_and_period():
    money = {"budget": [POSITION], "costs": [COST]}
    period = {"date": "05.09.2012.", "period": {"start": "01.08.2012.", "end": "31.08.2012."}}
    in_euro = {**COST, "document": {**COST["document"], "currency": "EUR"}}
    other = {**raw_trip("x")["project"], "agreement": {"number": "2"}, "currency": "EUR"}
    write_lines(
        Path("season.jsonl"),
        [
            raw_trip("a", **money, report=period),
            raw_trip("b", **money, report=period),
            raw_trip("c", **money),
            raw_trip("d", budget=[POSITION], costs=[in_euro], project=other),
            faulty_trip("e") | money,
        ],
    )
    make_batch(Path("season.jsonl"), Path("out"), HTML)
    summary = json.loads(Path("out/summary.json").read_text(encoding="utf-8"))
    assert [(one["currency"], one["period"], one["trips"], one["amount"]) for one in summary["spent"]] == [
        ("LVL", None, 1, "10.00"),
        ("LVL", ["2012-08-01", "2012-08-31"], 2, "20.00"),
        ("EUR", None, 1, "10.00"),
    ]
    page = Path("out/summary.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Ls 20,00" in page
    assert "01.08.2012. – 31.08.2012." in page


def test_a_trip_names_no_file_beyond_the_folder_it_must_stay_within(tmp_path):
    raw = raw_trip("a")
    project = write_trip(tmp_path / "beyond", raw.pop("project"), "project.yaml")
    trip = write_trip(tmp_path / "inside" / "a", {**raw, "project": f"../../beyond/{project.name}"})
    (item,) = items([trip], tmp_path)
    assert make(item, HTML).state is State.DONE
    refused = make(item, replace(HTML, within=tmp_path / "inside"))
    assert [one.id for one in refused.faults] == ["path.outside"]


# -- what belongs to others -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("manifest.json", '{"name": "page", "icons": []}'),
        ("summary.json", '{"format": 1, "program": "other 2", "complete": true}'),
        ("summary.html", "<!DOCTYPE html><title>Mine</title>"),
    ],
)
def test_a_file_of_others_is_not_replaced_by_a_summary(name, text):
    season = write_season(Path("season"), 2)
    make_batch(season, Path("out"), HTML)
    Path("out", name).write_text(text, encoding="utf-8")
    before = tree(Path("out"))
    with pytest.raises(OutputError) as error:
        make_batch(season, Path("out"), HTML)
    assert [(one.id, one.place.file) for one in error.value.faults] == [("output.foreign", f"out/{name}")]
    assert tree(Path("out")) == before


def test_the_folder_of_one_trip_does_not_become_that_of_a_batch():
    season = write_season(Path("season"), 1)
    assert main(["render", "season/trip-001/trip.yaml", "-q", "-f", "html"]) == 0
    before = tree(Path("output"))
    with pytest.raises(OutputError):
        make_batch(season, Path("output/trip-001"), HTML)
    assert tree(Path("output")) == before


def test_the_folder_of_a_batch_does_not_become_that_of_one_trip(capsys):
    make_batch(write_season(Path("season"), 1), Path("trip-001"), HTML)
    before = tree(Path("trip-001"))
    assert main(["render", "season/trip-001/trip.yaml", "-o", ".", "-q", "-f", "html", "--lang", "en"]) == 5
    assert capsys.readouterr().err.startswith("trip-001/manifest.json: error: This file is no earlier result")
    assert tree(Path("trip-001")) == before


def test_a_summary_that_lost_its_content_with_the_power_is_replaced():
    season = write_season(Path("season"), 1)
    make_batch(season, Path("out"), HTML)
    before = tree(Path("out"))
    for name in ("manifest.json", "summary.json", "summary.html"):
        Path("out", name).write_bytes(b"\0" * 700)
    make_batch(season, Path("out"), HTML)
    assert tree(Path("out")) == before


def test_a_trip_in_whose_folder_the_results_would_replace_it_fails_alone():
    season = write_season(Path("season"), 1)
    mine = season / "mine" / "manifest.json"
    mine.parent.mkdir()
    mine.write_text(json.dumps(raw_trip("mine")), encoding="utf-8")
    results = make_batch([season, mine], season, HTML)
    assert states(results) == {"trip-001": State.DONE, "mine": State.FAILED}
    assert {one.id for one in results[0].faults if one.severity == "error"} == {
        "output.foreign",
        "output.input",
    }
    assert json.loads(mine.read_text(encoding="utf-8")) == raw_trip("mine")
    assert Path("season/trip-001/trip.yaml").exists()


@pytest.mark.parametrize(("target", "id"), [("season.zip", "output.input"), ("other.zip", "output.foreign")])
def test_the_zip_of_results_replaces_no_other_file(target, id):
    for name in ("season.zip", "other.zip"):
        with zipfile.ZipFile(name, "w") as archive:
            archive.write(write_trip(Path("x"), raw_trip("packed")), "trip.yaml")
    before = Path(target).read_bytes()
    with pytest.raises(OutputError) as error:
        make_batch(Path("season.zip"), Path("out"), HTML, zip=Path(target))
    assert [(one.id, one.place.file) for one in error.value.faults] == [(id, target)]
    assert (Path(target).read_bytes(), Path("out").exists()) == (before, False)


def test_the_zip_of_an_earlier_batch_is_replaced():
    make_batch(write_season(Path("season"), 1), Path("out"), HTML, zip=Path("all.zip"))
    before = Path("all.zip").read_bytes()
    make_batch(write_season(Path("season"), 2), Path("out"), HTML, zip=Path("all.zip"))
    assert Path("all.zip").read_bytes() != before
