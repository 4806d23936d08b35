"""Watched processes: whatever becomes of one, only its trip is lost. Real processes, real kills."""

import os
import signal
import sys
import time
from pathlib import Path

import pebble
import pytest

from generator.batch.order import Order
from generator.batch.processes import Limits, cores
from generator.batch.result import Result, State
from generator.batch.sequence import in_order
from generator.batch.sources import Item, items
from generator.batch.workers import Workers
from tests.batch import units
from tests.batch.seasons import raw_trip, write_trip

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the address space is bounded on Linux")


def season(folder: Path, *names: str) -> list[Item]:
    for name in names:
        write_trip(folder / name, raw_trip(name))
    return list(items([folder / name for name in names], folder / "scratch"))


def done(jobs: list[Item], unit, order: Order = Order(), **more) -> dict[str, Result]:
    size = more.pop("size", 2)
    with Workers(order, size, unit=unit, **more) as crew:
        results = list(in_order(jobs, crew, 100))
    return {Path(one.source).parent.name: one for one in results}


def ids(result: Result) -> list[str]:
    return [one.id for one in result.faults]


@POSIX
def test_processes_that_die_cost_one_trip_each(tmp_path):
    found = done(season(tmp_path, "a", "kill-1", "exit-1", "b", "raise-1", "odd-1", "c"), units.bad)
    assert [name for name, one in found.items() if one.state is State.DONE] == ["a", "b", "c"]
    assert {name: ids(one) for name, one in found.items() if one.state is State.FAILED} == {
        "kill-1": ["batch.died"],
        "exit-1": ["batch.died"],
        "raise-1": ["batch.died"],
        "odd-1": ["batch.died"],
    }
    assert found["kill-1"].faults[0].values["code"] == "SIGKILL"
    assert found["exit-1"].faults[0].values["code"] == "5"


def test_a_process_that_hangs_costs_one_trip_and_its_time(tmp_path):
    jobs = season(tmp_path, "a", "hang-1", "b", "vanish-1", "c")
    found = done(jobs, units.bad, limits=Limits(seconds=3))
    assert [name for name, one in found.items() if one.state is State.DONE] == ["a", "b", "c"]
    assert (ids(found["hang-1"]), ids(found["vanish-1"])) == (["batch.time"], ["batch.time"])
    assert (
        found["hang-1"].faults[0].message.sentence() == "The trip took longer than 3 seconds and was stopped."
    )


@LINUX
def test_a_process_that_eats_memory_costs_one_trip(tmp_path):
    found = done(season(tmp_path, "a", "eat-1", "b"), units.bad, limits=Limits(megabytes=600))
    assert [name for name, one in found.items() if one.state is State.DONE] == ["a", "b"]
    assert ids(found["eat-1"]) == ["batch.memory"]


def test_processes_can_be_started_anew_as_on_windows(tmp_path):
    found = done(season(tmp_path, "a", "b"), units.bad, method="spawn")
    assert [one.state for one in found.values()] == [State.DONE, State.DONE]


def test_workers_see_the_environment_of_today(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    found = done(season(tmp_path, "a"), units.bad, size=1)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    later = done(season(tmp_path, "a"), units.bad, size=1)
    assert found["a"].contents["aktivitates-parskats.pdf"] != later["a"].contents["aktivitates-parskats.pdf"]


@POSIX
@pytest.mark.parametrize("size", [1, 2])
def test_idle_processes_that_are_killed_are_replaced_and_cost_nothing(tmp_path, size):
    jobs = season(tmp_path, "a", "b", "c", "d")
    with Workers(Order(), size, unit=units.echo) as crew:
        first = crew.begin(jobs[0]).result(60)
        time.sleep(0.3)
        for pid in {int(first.id), *_children(crew)}:
            os.kill(pid, signal.SIGKILL)
        rest = list(in_order(jobs[1:], crew, 10))
    assert [one.state for one in rest] == [State.DONE] * 3
    assert first.id not in {one.id for one in rest}


def _children(crew: Workers) -> list[int]:
    return list(crew._processes._pool._pool_manager.worker_manager.workers)


@POSIX
def test_jobs_that_got_lost_on_the_way_begin_again(tmp_path, monkeypatch):
    jobs = season(tmp_path, "a", "b", "c")
    with Workers(Order(), 1, unit=units.slow_echo) as crew:
        crew.patience, begin, lost = 2.0, crew.begin, [pebble.ProcessFuture()]
        monkeypatch.setattr(crew, "begin", lambda job: lost.pop() if lost else begin(job))
        assert [one.state for one in in_order(jobs, crew, 10)] == [State.DONE] * 3


def test_leaving_ends_the_processes_whatever_they_do(tmp_path):
    jobs = season(tmp_path, "hang-1", "hang-2")
    start = time.monotonic()
    with Workers(Order(), 2, unit=units.bad) as crew:
        begun = [crew.begin(job) for job in jobs]
        while not all(one.running() for one in begun):
            time.sleep(0.05)
        pids = _children(crew)
    assert time.monotonic() - start < 30
    assert not any(_alive(pid) for pid in pids)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def test_without_a_number_there_is_a_process_for_each_core():
    with Workers(Order()) as crew:
        assert crew.size == cores() >= 1
