"""A batch that is interrupted or killed goes on, and ends as if nothing had happened."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from generator import images, manifest
from generator.batch.order import Order
from generator.batch.result import Result, State
from generator.batch.run import Plan, run
from generator.batch.sequence import Stopped
from generator.batch.sources import items
from generator.batch.unit import make
from generator.latvian import LatvianStyle
from generator.settings import Settings
from tests.batch.seasons import Seen, make_batch, raw_trip, tree, weighed, write_season, write_trip

ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="groups of processes of POSIX")
KILLS = int(os.environ.get("PARSKATS_TEST_KILLS", "6"))
"""How often the batch is killed; 30 in the long variant: PARSKATS_TEST_KILLS=30."""

HTML = Order(Settings(format=("html",)))
RESUMED = Order(HTML.settings, resume=True)


@pytest.fixture(autouse=True)
def _plain(tmp_path, monkeypatch):
    for name in (*os.environ,):
        if name.startswith("PARSKATS_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def begun(*words: str) -> subprocess.Popen[str]:
    """Begin a batch of the season in a group of processes of its own."""
    command = [sys.executable, "-m", "generator", "batch", "season", "-f", "html,pdf", "-j", "2", *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)


def wait_for(process: subprocess.Popen[str], trips: int) -> None:
    """Wait until so many trips are told, or the batch has ended."""
    assert process.stderr is not None
    for _ in range(trips):
        if not process.stderr.readline():
            return


def finished(*words: str) -> int:
    """Return the exit code of a batch that nothing disturbs."""
    with begun(*words) as process:
        process.communicate(timeout=120)
        return process.returncode


# -- killed ---------------------------------------------------------------------------------------
@POSIX
def test_killed_at_any_moment_and_resumed_the_end_is_as_without_interruption():
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    write_season(Path("season"), 10, faulty=[5])
    assert finished("-o", "straight") == 6
    for _ in range(KILLS):
        with begun("-o", "killed", "--resume", "--zip", "killed.zip") as process:
            wait_for(process, chance.randrange(12))
            time.sleep(chance.random() * 0.15)
            os.killpg(process.pid, signal.SIGKILL)
        if chance.random() < 0.3:
            _damage(Path("killed"), chance)
    assert finished("-o", "killed", "--resume") == 6, f"seed {seed}"
    assert tree(Path("killed")) == tree(Path("straight")), f"seed {seed}"


def _damage(folder: Path, chance: random.Random) -> None:
    """Cut a file in half, as a loss of power can."""
    files = sorted(path for path in folder.glob("trip-*/*") if path.is_file())
    if files:
        path = chance.choice(files)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


# -- a hand on Ctrl-C -----------------------------------------------------------------------------
def to_all(process: subprocess.Popen[str], number: int) -> None:
    """Send a signal as a terminal does, or a service manager: to the batch and to its workers."""
    os.killpg(process.pid, number)


def to_one(process: subprocess.Popen[str], number: int) -> None:
    """Send a signal as a container does: to the batch alone."""
    os.kill(process.pid, number)


@POSIX
@pytest.mark.parametrize(("send", "name"), [(to_all, "SIGINT"), (to_one, "SIGTERM")])
def test_an_interrupt_leaves_whole_trips_and_says_how_to_go_on(send, name):
    write_season(Path("season"), 40)
    with begun("-o", "out", "--lang", "en") as process:
        wait_for(process, 3)
        send(process, getattr(signal, name))
        _, said = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in said) == (130, False), said
    assert "Interrupted; trips that are finished:" in said
    assert "parskats batch season -f html,pdf -j 2 -o out --lang en --resume" in said
    assert gone(process)
    folders = list(Path("out").iterdir())
    assert 3 <= len(folders) < 40
    assert all(not manifest.changed_files(manifest.read_manifest(one), one) for one in folders)
    assert finished("-o", "out", "--resume") == 0
    assert finished("-o", "straight") == 0
    assert tree(Path("out")) == tree(Path("straight"))


def gone(process: subprocess.Popen[str]) -> bool:
    """Whether no process of a batch is left, a few seconds after it has ended."""
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@POSIX
def test_a_second_request_to_end_does_not_disturb_the_first():
    write_season(Path("season"), 40)
    with begun("-o", "out", "--lang", "en") as process:
        wait_for(process, 3)
        for _ in range(3):
            to_all(process, signal.SIGTERM)
            time.sleep(0.01)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in said) == (130, False), said
    assert "Interrupted; trips that are finished:" in said


# -- what is made again, and what is not ----------------------------------------------------------
def made(season: Path, order: Order) -> list[Result]:
    """Make every trip of a season in this process."""
    return [make(item, replace(order, output=Path("out"))) for item in items([season], Path("scratch"))]


def stamps(folder: Path) -> dict[str, int]:
    return {path.as_posix(): path.stat().st_mtime_ns for path in folder.glob("trip-*/*")}


def test_stopped_from_another_thread_and_resumed_the_end_is_as_without_a_stop(tmp_path):
    write_season(Path("season"), 8)
    make_batch(Path("season"), Path("whole"), HTML)
    stop: Future[None] = Future()

    class StopsAtTheThird(Seen):
        def see(self, result):
            super().see(result)
            if len(self.results) == 3:
                stop.set_result(None)

    watch = StopsAtTheThird()
    with pytest.raises(Stopped):
        run(Plan([Path("season")], HTML, Path("stopped"), jobs=2), watch, stop)
    there = tree(Path("stopped"))
    assert {name.partition("/")[0] for name in there} >= {one.folder for one in watch.results}
    assert "summary.html" not in there
    kept = [one.kept for one in make_batch(Path("season"), Path("stopped"), RESUMED)]
    assert kept.count(True) >= 3
    assert tree(Path("stopped")) == tree(Path("whole"))


def test_trips_that_are_the_same_are_left_alone():
    season = write_season(Path("season"), 3)
    made(season, HTML)
    before, whole = stamps(Path("out")), tree(Path("out"))
    results = made(season, RESUMED)
    assert [one.kept for one in results] == [True] * 3
    assert (stamps(Path("out")), tree(Path("out"))) == (before, whole)


def _other_text(season: Path) -> None:
    write_trip(season / "trip-001", raw_trip("trip-001", sample="Cits."))


def _other_settings(season: Path) -> None:
    (season / "parskats.toml").write_text('[latvian]\nquotes = "«»"\n', encoding="utf-8")


def _edited(season: Path) -> None:
    Path("out/trip-001/aktivitates-parskats.html").write_text("edited", encoding="utf-8")


def _gone(season: Path) -> None:
    Path("out/trip-001/aktivitates-parskats.html").unlink()


def _without_manifest(season: Path) -> None:
    Path("out/trip-001/manifest.json").unlink()


def _other_manifest(season: Path) -> None:
    path = Path("out/trip-001/manifest.json")
    path.write_text(path.read_text(encoding="utf-8").replace("  ", " "), encoding="utf-8")


def _other_version(season: Path) -> None:
    path = Path("out/trip-001/manifest.json")
    stored = json.loads(path.read_text(encoding="utf-8")) | {"program": "parskats 0.0.1"}
    path.write_text(json.dumps(stored, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _other_template(season: Path) -> None:
    shutil.copytree(ROOT / "templates" / "shared", season / "trip-001" / "templates" / "shared")
    page = season / "trip-001" / "templates" / "shared" / "page.html"
    page.write_text(page.read_text(encoding="utf-8") + "{# changed #}", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        _other_text,
        _other_settings,
        _edited,
        _gone,
        _without_manifest,
        _other_manifest,
        _other_version,
        _other_template,
    ],
)
def test_a_trip_is_made_again_when_anything_has_changed(change):
    season = write_season(Path("season"), 1)
    order = Order(HTML.settings, resume=True, found_by=({"format": "html"}, {}))
    made(season, order)
    change(season)
    (result,) = made(season, order)
    assert (result.state, result.kept) == (State.DONE, False)
    (again,) = made(season, order)
    assert again.kept


@pytest.mark.parametrize(
    "settings",
    [
        Settings(format=("html", "pdf")),
        Settings(format=("html",), latvian=LatvianStyle(quotes="«»")),
        Settings(format=("html",), document=("activity-report",)),
    ],
)
def test_a_trip_is_made_again_when_something_else_is_asked_for(settings):
    season = write_season(Path("season"), 1)
    made(season, HTML)
    (result,) = made(season, Order(settings, resume=True))
    assert (result.state, result.kept) == (State.DONE, False)


def odd() -> Path:
    """Return a season of one trip that has a warning."""
    planned = {"number": "1", "planned": {"participants": "5"}}
    write_trip(Path("season"), raw_trip("odd", activity=planned, participants=[{"position": "Eksperte"}]))
    return Path("season")


def test_a_trip_with_warnings_tells_them_again_though_it_is_kept():
    first, again = (made(odd(), order)[0] for order in (HTML, RESUMED))
    assert weighed(first) == ["participants.planned"]
    assert (again.faults, again.kept) == (first.faults, True)


def test_under_strict_a_trip_with_warnings_is_not_kept():
    made(odd(), HTML)
    (result,) = made(odd(), Order(replace(HTML.settings, strict=True), resume=True))
    assert (result.state, weighed(result)) == (State.FAILED, ["participants.planned"])


def photographed(id: str) -> Path:
    """Return a season of one trip with a photo."""
    photos = [{"file": "a.jpg", "caption": "A", "alt": "B"}]
    path = write_trip(Path("season"), raw_trip(id, photos=photos))
    shutil.copy(
        next((ROOT / "data" / "trips" / "rezekne-2012" / "photos").glob("*.jpg")), path.parent / "a.jpg"
    )
    return path.parent


def test_a_trip_is_made_again_when_a_photo_was_swapped():
    season = photographed("photo")
    made(season, HTML)
    (kept,) = made(season, RESUMED)
    picture = Path("season/a.jpg")
    picture.write_bytes(picture.read_bytes() + b"\0")
    (again,) = made(season, RESUMED)
    assert (kept.kept, again.kept, again.state) == (True, False, State.DONE)


def test_the_photos_of_a_trip_that_is_kept_are_not_decoded(monkeypatch):
    made(photographed("photo"), HTML)
    monkeypatch.setattr(images, "prepare", lambda data: pytest.fail("decoded"))
    (result,) = made(Path("season"), RESUMED)
    assert result.kept


def test_a_damaged_photo_is_told_with_every_other_fault_though_the_batch_goes_on_from_earlier():
    season = photographed("photo")
    made(season, HTML)
    data = bytearray(Path("season/a.jpg").read_bytes())
    data[len(data) // 2 :] = data[len(data) // 2 : len(data) // 2 + 50]
    Path("season/a.jpg").write_bytes(data)
    trip = Path("season/trip.yaml")
    trip.write_text(trip.read_text(encoding="utf-8").replace("31.08.2012.", "31.02.2012."), encoding="utf-8")
    (result,) = made(season, RESUMED)
    assert [one.id for one in result.faults] == [one.id for one in made(season, HTML)[0].faults]
    assert len(result.faults) == 2
