"""`parskats batch`: what is said, and with which code it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.batch.seasons import faulty_trip, raw_trip, write_lines, write_season, write_trip

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _plain(tmp_path, monkeypatch):
    for name in (*os.environ,):
        if name.startswith("PARSKATS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys):
    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


def test_a_season_without_faults_ends_with_nought_and_says_what_there_is(run):
    season = write_season(Path("season"), 2)
    code, out, err = run("batch", season, "-f", "html", "-j", "1")
    assert code == 0
    assert out.splitlines() == [
        "Braucieni: 2. Pabeigti: 2. Neizdevās: 0. Izlaisti: 0.",
        *(f"output/{name}" for name in ("summary.html", "summary.json", "manifest.json")),
    ]
    assert err.splitlines() == [f"{n}. season/trip-00{n}/trip.yaml: pabeigts" for n in (1, 2)]


def test_a_failed_trip_ends_with_six_and_its_faults_are_told_with_their_places(run):
    write_lines(Path("season.jsonl"), [raw_trip("one"), faulty_trip("two")])
    code, out, err = run("batch", "season.jsonl", "-f", "html", "-j", "1", "--lang", "en")
    assert (code, out.splitlines()[0]) == (6, "Trips: 2. Done: 1. Failed: 1. Left out: 0.")
    lines = err.splitlines()
    assert lines[:2] == ["1. season.jsonl:1: done", "2. season.jsonl:2: failed"]
    assert lines[2].startswith("season.jsonl:2:")
    assert lines[2].endswith("error: There is no such day in the calendar: “31.02.2012.”.")


def test_under_json_there_is_one_object_and_nothing_else(run):
    write_season(Path("season"), 2, faulty=[2])
    code, out, err = run("batch", "season", "-f", "html", "-j", "1", "--json", "--zip", "all.zip")
    told = json.loads(out)
    assert (code, err, told["exit_code"], told["command"]) == (6, "", 6, "batch")
    assert [one["id"] for one in told["faults"]] == ["date.impossible"]
    assert [one["path"] for one in told["files"]][-1] == "all.zip"
    assert told["batch"]["counts"]["done"] == 1
    assert told["batch"]["kept"] == 0


def test_kept_trips_are_counted(run):
    write_season(Path("season"), 2)
    run("batch", "season", "-f", "html", "-j", "1")
    _, out, _ = run("batch", "season", "-f", "html", "-j", "1", "--resume", "--lang", "en")
    assert "Already there and the same: 2." in out


def test_an_id_that_no_trip_has_is_told(run):
    write_season(Path("season"), 1)
    code, _, err = run("batch", "season", "-f", "html", "-j", "1", "--only", "trip-1", "--lang", "en", "-q")
    assert code == 6
    assert err.startswith("--only: error: There is no trip with the id “trip-1”.")


def test_sources_that_are_not_there_are_told_together_before_anything_is_made(run):
    write_season(Path("season"), 1)
    code, _, err = run("batch", "season", "sesaon", "x.zip", "--lang", "en")
    assert (code, Path("output").exists()) == (2, False)
    assert "There is no file or folder “sesaon”." in err
    assert "There is no file or folder “x.zip”." in err


def test_without_a_source_the_command_is_not_whole(run):
    code, _, err = run("batch")
    assert code == 2
    assert "Nav norādīts arguments AVOTS..." in err


def test_every_trip_follows_the_settings_that_are_nearest_to_it(run):
    for name, quotes in (("one", "«»"), ("two", "„”")):
        project = {**raw_trip("x")["project"], "title": 'Projekts "A"'}
        write_trip(Path(name), raw_trip(name, project=project, sample='Teksts "B".'))
        settings = f'format = "html"\n[latvian]\nquotes = "{quotes}"\n'
        Path(name, "parskats.toml").write_text(settings, encoding="utf-8")
    code, _, _ = run("batch", "one", "two", "-o", "out", "-q")
    assert code == 0
    pages = [
        Path(f"out/{name}/aktivitates-parskats.html").read_text(encoding="utf-8") for name in ("one", "two")
    ]
    assert ["«B»" in page for page in pages] == [True, False]
    assert ["„B”" in page for page in pages] == [False, True]


def test_settings_that_are_wrong_beside_one_trip_fail_that_trip(run):
    write_season(Path("season"), 2)
    Path("season/trip-002/parskats.toml").write_text("formt = 1", encoding="utf-8")
    code, _, err = run("batch", "season", "-f", "html", "-q", "--lang", "en")
    assert code == 6
    assert err.splitlines()[0] == "season/trip-002/parskats.toml:1:1: error: There is no setting “formt”."


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
def test_on_a_terminal_there_is_a_bar_with_rate_and_failures():
    import pty

    write_season(Path("season"), 3, faulty=[3])
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "batch", "season", "-f", "html", "-j", "1", "--lang", "en"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"}
    done = subprocess.run(command, env=env, stderr=theirs, stdout=subprocess.PIPE, check=False)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # the end, on Linux
        pass
    finally:
        os.close(ours)
    assert done.returncode == 6
    assert b"3/3" in shown
    assert b"a second, failed: 1" in shown
    assert b"There is no such day" in shown
