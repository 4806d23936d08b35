"""Many jobs at once: in order, a few at a time, and begun again when they are lost."""

from concurrent.futures import Future
from threading import Timer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.batch.sequence import Stopped, in_order


class Crew:
    """Ends jobs in the order it is told, by their numbers; remembers what it was asked."""

    patience = 0.05

    def __init__(self, size: int, order=None, lost: int = 0) -> None:
        self.size, self.order, self.lost = size, order, lost
        self.open: dict[int, Future] = {}
        self.most_open = self.replaced = 0
        self.began: list[int] = []

    def begin(self, job: int) -> Future:
        self.began.append(job)
        future: Future = Future()
        self.open[job] = future
        self.most_open = max(self.most_open, len(self.open))
        if not self.lost and len(self.open) >= self.size:
            self._end_one()
        return future

    def _end_one(self) -> None:
        job = max(self.open) if self.order is None else min(self.open, key=self.order)
        self.open.pop(job).set_result(job * 10)

    def end(self, job: int, future: Future, tries: int) -> int | None:
        if self.open and not self.lost:
            self._end_one()
        return future.result()

    def replace(self) -> None:
        """Whoever was lost is found again; at the end of the jobs, the rest is done."""
        self.replaced += 1
        self.lost = max(self.lost - 1, 0)
        self.open.clear()
        self.size = 1


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 30), st.integers(1, 5), st.randoms())
def test_results_come_in_the_order_of_the_jobs_whoever_is_quicker(count, size, random):
    ranks = {job: random.random() for job in range(count)}
    crew = Crew(size, ranks.__getitem__)
    assert list(in_order(range(count), crew, 100)) == [job * 10 for job in range(count)]


def test_jobs_are_taken_only_as_there_is_room():
    taken = []
    jobs = (taken.append(number) or number for number in range(1000))
    crew = Crew(2, order=lambda job: job)
    results = in_order(jobs, crew, 100)
    assert next(results) == 0
    assert len(taken) <= 2 * crew.size + 2
    assert crew.most_open <= 2 * crew.size


def test_results_wait_for_a_slow_one_before_them_only_so_many():
    class SlowFirst(Crew):
        patience = None

        def begin(self, job: int) -> Future:
            future: Future = Future()
            Timer(0 if job else 0.5, future.set_result, [job]).start()
            return future

    taken = []
    jobs = (taken.append(number) or number for number in range(1000))
    assert next(in_order(jobs, SlowFirst(2), 20)) == 0
    assert len(taken) == 20


def test_jobs_that_are_lost_begin_again():
    crew = Crew(2, lost=2)
    assert list(in_order(range(3), crew, 10)) == [0, 10, 20]
    assert crew.replaced == 2


def test_a_job_whose_crew_was_lost_begins_again_and_knows_how_often():
    class Once(Crew):
        tries: list[int] = []

        def end(self, job, future, tries):
            self.tries.append(tries)
            return super().end(job, future, tries) if tries == 3 else None

    crew = Once(1)
    assert list(in_order([7], crew, 10)) == [70]
    assert crew.tries == [1, 2, 3]


def test_a_fault_of_the_source_of_jobs_reaches_the_caller():
    def jobs():
        yield 1
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(in_order(jobs(), Crew(1), 10))


def test_who_is_asked_to_stop_waits_for_no_job_that_goes_on():
    class Slow(Crew):
        patience = None

        def begin(self, job: int) -> Future:
            return Future()  # never done

    stop: Future = Future()
    Timer(0.2, stop.set_result, [None]).start()
    with pytest.raises(Stopped):
        list(in_order(range(5), Slow(2), 10, stop))


def test_results_that_were_there_before_the_stop_are_yielded():
    stop: Future = Future()
    results = in_order(range(10), Crew(1), 10, stop)
    assert next(results) == 0
    stop.set_result(None)
    with pytest.raises(Stopped):
        list(results)
