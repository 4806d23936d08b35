"""Many jobs at once, their results in the order of the jobs, and never more than a few at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import Any, Generic, Protocol, TypeVar

from generator.frozen import dataclass

Job = TypeVar("Job")
Taken = TypeVar("Taken", contravariant=True)
Result = TypeVar("Result")


class Crew(Protocol[Taken, Result]):
    """Whoever does the jobs: a pool of processes of ours, or an executor of others."""

    @property
    def size(self) -> int:
        """How many jobs are done at once."""

    @property
    def patience(self) -> float | None:
        """How many seconds may pass without any job ending before they count as lost."""

    def begin(self, job: Taken) -> Future[Result]:
        """Begin a job."""

    def end(self, job: Taken, future: Future[Result], tries: int) -> Result | None:
        """Return the result of a job that ended, whatever its end; None when it is to begin again.

        `tries` is how often it has begun.
        """

    def replace(self) -> None:
        """Let others take the places of those who have lost their jobs."""


class Stopped(Exception):
    """Someone has asked that no more jobs be done."""


@dataclass(slots=True, eq=False)
class _Begun(Generic[Job, Result]):
    """A job that was begun, and its result when it has one."""

    job: Job
    future: Future[Result]
    tries: int = 1
    result: Result | None = None


def in_order(
    jobs: Iterable[Job], crew: Crew[Job, Result], ahead: int, stop: Future[None] | None = None
) -> Iterator[Result]:
    """Yield the result of every job, in the order of the jobs.

    Jobs are taken only as there is room: a few more than are done at once, and results at most
    `ahead` of the first one that is missing. Raises Stopped as soon as `stop` is done.
    """
    coming = iter(jobs)
    line: deque[_Begun[Job, Result]] = deque()
    while _fill(line, coming, crew, ahead):
        _wait(line, crew, stop)
        while line and (result := line[0].result) is not None:
            line.popleft()
            yield result


def _fill(
    line: deque[_Begun[Job, Result]], coming: Iterator[Job], crew: Crew[Job, Result], ahead: int
) -> bool:
    """Begin as many jobs as there is room for; return whether there is anything to wait for."""
    running = sum(one.result is None for one in line)
    for _ in range(min(2 * crew.size - running, ahead - len(line))):
        job = next(coming, None)
        if job is None:
            break
        line.append(_Begun(job, crew.begin(job)))
    return bool(line)


def _wait(line: Iterable[_Begun[Job, Result]], crew: Crew[Job, Result], stop: Future[None] | None) -> None:
    """Wait until a job ends, and note the results of all that have ended; begin again what was lost."""
    running = [one for one in line if one.result is None]
    awaited: list[Future[Any]] = [one.future for one in running]
    ended, _ = wait([*awaited, stop] if stop else awaited, crew.patience, FIRST_COMPLETED)
    if stop in ended:
        raise Stopped
    if not ended:
        crew.replace()
    for one in running:
        if one.future in ended:
            one.result = crew.end(one.job, one.future, one.tries)
        if one.result is None and (one.future in ended or not ended):
            one.future, one.tries = crew.begin(one.job), one.tries + 1
