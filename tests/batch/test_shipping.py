"""Trips made where nothing of them is on the disk: all that is needed is sent along, and nothing shows it."""

import pickle
import shutil
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import pytest

from generator.batch import run as whole
from generator.batch import shipping
from generator.batch.executors import Executing
from generator.batch.order import Order
from generator.batch.result import State
from generator.batch.sequence import in_order
from generator.batch.shipping import Shipping
from generator.batch.sources import items
from generator.settings import Settings
from tests.batch.seasons import faulty_trip, make_batch, raw_trip, tree, weighed, write_lines, write_trip
from tests.trips import EXAMPLE, raw_example

HTML = Settings(format=("html",))


class Elsewhere(Executor):
    """Does the work while the season is out of reach, on copies of what it was sent."""

    _max_workers = 2

    def __init__(self, season: Path) -> None:
        self.season, self.away = season, season.with_name("away")
        self.sent: list[int] = []

    def submit(self, fn, *args, **_):
        future = Future()
        packed = pickle.dumps((fn, args))
        self.sent.append(len(packed))
        self.season.rename(self.away)
        try:
            made, given = pickle.loads(packed)
            future.set_result(pickle.loads(pickle.dumps(made(*given))))
        except Exception as error:
            future.set_exception(error)
        finally:
            self.away.rename(self.season)
        return future


class Broken(Elsewhere):
    """Does no work at all."""

    def submit(self, fn, *args, **_):
        future = Future()
        future.set_exception(RuntimeError("gone"))
        return future


@pytest.fixture
def season(tmp_path, monkeypatch) -> Path:
    """The folder of a season, with the example trip in it; it is named from the folder above it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE.parent, "season/rezekne")
    return Path("season")


@pytest.fixture
def both(season, monkeypatch):
    """Make a batch here and elsewhere; return the folders as they are then, and the results of elsewhere."""

    def made(folder: str, order: Order, crew: type[Executing], executor: Executor):
        monkeypatch.setattr(whole, "crew_for", lambda order, *_: nullcontext(crew(order, executor)))
        results = make_batch(season, Path(folder), order, fresh_photos=True)
        return tree(Path(folder)), results

    def both(order: Order = Order(), executor: type[Executor] = Elsewhere):
        with ThreadPoolExecutor(1) as thread:
            here, _ = made("here", order, Executing, thread)
        return here, *made("there", order, Shipping, executor(season))

    return both


def test_a_batch_is_the_same_byte_for_byte(season, both):
    (season / "projects").mkdir()
    project = season / "projects" / "project.yaml"
    write_trip(season / "shared", raw_trip("shared", project="../projects/project.yaml"))
    write_trip(project.parent, raw_trip("x")["project"], project.name)
    write_trip(season / "faulty", faulty_trip("faulty"))
    write_lines(season / "lines.jsonl", [raw_trip("l-1"), faulty_trip("l-2"), raw_trip("l-3")])
    shutil.copy(EXAMPLE.parents[1] / "season-2012.xlsx", season)
    (season / "parskats.toml").write_text('format = "html,pdf"\n[latvian]\nquotes = "«»"\n', encoding="utf-8")
    here, there, results = both(Order(found_by=({}, {})))
    assert len([one for one in results if one.state is State.DONE]) >= 10
    assert len([one for one in results if one.state is State.FAILED]) >= 4
    assert there == here


def test_photos_and_attached_data_travel(season, both):
    here, there, results = both(Order(Settings(attach_data=True, public=True)))
    assert (there, [one.state for one in results]) == (here, [State.DONE])
    assert "rezekne-2012/aktivitates-parskats.pdf" in here


def test_templates_travel_with_their_pictures(season, both):
    shutil.copytree(EXAMPLE.parents[3] / "templates", season / "rezekne" / "templates")
    report = season / "rezekne" / "templates" / "activity-report" / "template.html"
    picture = next((EXAMPLE.parent / "photos").iterdir())
    shutil.copy(picture, report.parent)
    text = report.read_text(encoding="utf-8")
    image = f'<img src="activity-report/{picture.name}" alt="x">'
    report.write_text(text.replace("</h1>", f"</h1><figure>{image}</figure>", 1), encoding="utf-8")
    here, there, _ = both(Order(HTML))
    assert there == here


def test_a_fault_of_a_template_is_told_at_the_file_it_was_sent_from(season, both):
    template = season / "rezekne" / "templates" / "activity-report" / "template.html"
    shutil.copytree(EXAMPLE.parents[3] / "templates", season / "rezekne" / "templates")
    template.write_text("<p>{{ nothing }}</p>", encoding="utf-8")
    here, there, results = both(Order(HTML))
    assert there == here
    (found,) = results[0].faults
    assert (found.place.file, found.place.line) == (str(template), 1)


def test_damage_inside_a_picture_is_told_at_its_place(season, both):
    trip = season / "rezekne" / "trip.yaml"
    photo = trip.parent / raw_example()["photos"][0]["file"]
    data = bytearray(photo.read_bytes())
    tables = data.index(b"\xff\xc4") + 5
    data[tables : tables + 16] = b"\xff" * 16
    photo.write_bytes(data)
    here, there, results = both(Order(HTML))
    assert there == here
    assert [(one.id, one.place.file) for one in results[0].faults] == [("picture.damaged", str(trip))]


def test_warnings_fail_a_trip_under_strict(season, both):
    raw = raw_trip("odd")
    raw["activity"] |= {"planned": {"start": "31.08.2012.", "participants": "2"}}
    write_trip(season / "odd", raw | {"participants": [{"position": "Vadītājs", "count": 1}]})
    shutil.rmtree(season / "rezekne")
    here, there, results = both(Order(Settings(format=("html",), strict=True)))
    assert there == here
    assert (results[0].state, weighed(results[0])) == (State.FAILED, ["participants.planned"])


def test_trips_that_are_there_already_are_not_sent(season, both):
    both(Order(HTML))
    here, there, results = both(Order(HTML, resume=True), Broken)
    assert (there, [one.kept for one in results]) == (here, [True])


def test_an_executor_that_fails_costs_the_trip(season, both):
    _, _, results = both(Order(HTML), Broken)
    (found,) = results[0].faults
    assert (found.id, found.place.file) == ("run.defect", "season/rezekne/trip.yaml")


def test_without_a_folder_the_bytes_come_back(season):
    crew = Shipping(Order(HTML), Elsewhere(season))
    (result,) = in_order(items([season], Path("scratch")), crew, 10)
    assert set(result.contents) == {"aktivitates-parskats.html", "finansejuma-pielikums.html"}


def test_a_worker_with_another_version_makes_nothing():
    result = shipping.work("parskats 0.0.1", "a.yaml", b"what this version cannot read")
    assert (result.source, [one.id for one in result.faults]) == ("a.yaml", ["cluster.version"])


def test_templates_that_are_too_large_to_be_sent_are_a_fault_of_the_trip(season, monkeypatch):
    shutil.copytree(EXAMPLE.parents[3] / "templates", season / "rezekne" / "templates")
    monkeypatch.setattr(shipping, "MAX_TEMPLATES", 1_000)
    crew = Shipping(Order(HTML), Elsewhere(season))
    (result,) = in_order(items([season], Path("scratch")), crew, 10)
    assert (result.id, [one.id for one in result.faults]) == ("rezekne-2012", ["cluster.templates"])


def test_what_waits_for_the_documents_holds_no_pictures(season):
    crew = Shipping(Order(HTML), Elsewhere(season))
    crew.begin(next(items([season], Path("scratch"))))
    (task,) = crew._begun.values()
    assert (task.trip.source.pictures, task.trip.source.inputs != {}) == ({}, True)


def test_nothing_is_remembered_of_trips_that_are_finished(season):
    for executor in (Elsewhere, Broken):
        crew = Shipping(Order(HTML), executor(season))
        list(in_order(items([season], Path("scratch")), crew, 10))
        assert not crew._begun
