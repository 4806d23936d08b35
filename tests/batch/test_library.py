"""The batch as a library."""

import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator import load_trip, render, render_all, render_one
from generator.batch.result import State
from generator.errors import OutputError, UsageError
from tests.batch.seasons import faulty_trip, raw_trip, tree, write_lines, write_season, write_trip


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def threads():
    with ThreadPoolExecutor(2) as executor:
        yield executor


# -- one trip -------------------------------------------------------------------------------------
def test_one_trip_comes_back_as_bytes():
    result = render_one(raw_trip("one"), format=("docx", "html"))
    assert (result.state, result.id) == (State.DONE, "one")
    assert dict(result.contents) == render(load_trip(raw_trip("one")), ("docx", "html"))


def test_one_trip_is_written_with_its_manifest():
    path = write_trip(Path("trip"), raw_trip("one"))
    for given in (path, str(path), load_trip(path)):
        result = render_one(given, "out", format=["html"])
        assert result.state is State.DONE
        assert set(tree(Path("out"))) == {"one/aktivitates-parskats.html", "one/manifest.json"}
    assert render_one(path, "out", format=["html"], resume=True).kept is False  # the last one had no file
    assert render_one(path, "out", format=["html"], resume=True).kept is True


def test_what_is_wrong_with_a_trip_is_in_its_result():
    path = write_trip(Path("trip"), faulty_trip("one"))
    result = render_one(path, "out")
    assert (result.state, [one.id for one in result.faults]) == (State.FAILED, ["date.impossible"])
    assert [one.id for one in render_one("nowhere.yaml").faults] == ["file.missing"]
    assert not Path("out").exists()


def test_a_result_can_travel():
    results = [render_one(raw_trip("one"), format=["html"]), render_one(faulty_trip("one"))]
    assert pickle.loads(pickle.dumps(results)) == results


@pytest.mark.parametrize(
    "options", [{"format": ("odt",)}, {"name": "x"}, {"templates": "nowhere", "strict": "?"}]
)
def test_an_option_that_cannot_be_is_refused_before_anything_is_made(options):
    with pytest.raises(UsageError):
        render_one(raw_trip("one"), **options)


def test_a_word_that_is_no_option_is_a_type_error():
    with pytest.raises(TypeError, match="formats"):
        render_one(raw_trip("one"), formats=("pdf",))


# -- many trips -----------------------------------------------------------------------------------
def test_many_trips_come_in_their_order(threads):
    trips = [raw_trip("a"), load_trip(raw_trip("b")), faulty_trip("c"), raw_trip("d")]
    results = list(render_all(trips, executor=threads, format=["html"]))
    assert [(one.id, one.state) for one in results] == [
        ("a", State.DONE),
        ("b", State.DONE),
        ("c", State.FAILED),
        ("d", State.DONE),
    ]
    assert [one.source for one in results] == ["[1]", "[2]", "[3]", "[4]"]


def test_paths_may_hold_many_trips(threads):
    lines = write_lines(Path("lines.jsonl"), [raw_trip("x"), raw_trip("y")])
    paths = [write_season(Path("season"), 2), lines, str(write_trip(Path("z"), raw_trip("z")))]
    results = list(render_all(paths, "out", executor=threads, format=["html"]))
    assert [one.id for one in results] == ["trip-001", "trip-002", "x", "y", "z"]
    assert sorted(path.name for path in Path("out").iterdir()) == ["trip-001", "trip-002", "x", "y", "z"]


def test_results_come_while_trips_are_still_to_come(threads):
    taken = []
    trips = (taken.append(n) or raw_trip(f"t-{n}") for n in range(500))
    results = render_all(trips, executor=threads, format=["html"])
    next(results)
    assert len(taken) < 20
    results.close()


def test_the_second_of_two_trips_with_one_name_fails(threads):
    results = list(render_all([raw_trip("a"), raw_trip("a")], "out", executor=threads, format=["html"]))
    assert [one.state for one in results] == [State.DONE, State.FAILED]


def test_processes_of_our_own_do_it_without_an_executor():
    results = list(render_all([raw_trip("a"), raw_trip("b")], workers=2, format=["html"]))
    assert [one.contents.keys() for one in results] == [{"aktivitates-parskats.html"}] * 2


def test_the_executor_may_be_processes_of_others():
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        results = list(render_all([raw_trip("a")], "out", executor=executor, format=["html"]))
    assert [one.state for one in results] == [State.DONE]


def test_a_folder_that_cannot_be_written_is_told_at_once(threads):
    Path("out").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError):
        next(render_all([raw_trip("a")], "out", executor=threads))


def test_a_trip_made_in_a_program_is_made_again_when_it_is_another(threads):
    options = {"executor": threads, "format": ["html"], "resume": True}
    kept = []
    for text in ("Viens.", "Viens.", "Cits."):
        for trip in (raw_trip("a", sample=text), load_trip(raw_trip("b", sample=text))):
            kept += [one.kept for one in render_all([trip], "out", **options)]
    assert kept == [False, False, True, True, False, False]
