"""The search for garbage: put off while somebody asks for it, and as it was before afterwards."""

import gc
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from generator import load_trip, render
from generator.collector import paused
from tests.trips import EXAMPLE


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_is_off_within_and_on_afterwards() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), paused():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off() -> None:
    gc.disable()
    with paused():
        pass
    assert not gc.isenabled()


def test_the_last_of_many_threads_turns_it_on() -> None:
    inside, seen = Barrier(8), []

    def work() -> None:
        with paused():
            inside.wait()
            seen.append(gc.isenabled())

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [False] * 8
    assert gc.isenabled()


def test_a_trip_leaves_nothing_that_only_the_search_finds() -> None:
    for _ in range(2):  # what is kept for the next trip is there after the first
        render(load_trip(EXAMPLE), ("docx", "pdf", "html"))
    with paused():
        gc.collect()
        render(load_trip(EXAMPLE), ("docx", "pdf", "html"))
        assert not gc.collect()
