"""A season: the documents of many trips made in a thread of their own, while the page tells how far it is.

One season runs at a time. It belongs to the folder, not to a window: whoever opens the page sees the
one that runs, and may stop it. Trips that are finished stay; resumed, the others follow.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from enum import StrEnum
from typing import Final

from generator.batch.result import Result, State
from generator.batch.run import Plan, run
from generator.batch.sequence import Stopped
from generator.errors import Fault, ParskatsError, Severity, UsageError, fault
from generator.frozen import dataclass

TOLD: Final = 100
"""How many failed trips are told while the season runs; the summary has all of them."""
_FAULTS: Final = 5
_RECENT: Final = 40
_LOG: Final = logging.getLogger("parskats.web")


class Stage(StrEnum):
    """Where a season is."""

    NONE = "none"
    COUNTING = "counting"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def runs(self) -> bool:
        """Whether something is being done."""
        return self in (Stage.COUNTING, Stage.RUNNING, Stage.STOPPING)


@dataclass(frozen=True, slots=True)
class FailedTrip:
    """A trip of which nothing was made: where it came from, its first errors, and how many there are."""

    source: str
    faults: tuple[Fault, ...]
    errors: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a season is: numbers of trips, trips a second, seconds that are left, what failed.

    `change` grows with every change, also from one season to the next. `total` is None until the
    trips are counted, `left` as long as nothing can be said. `faults` are those of the whole season,
    such as a folder that cannot be written.
    """

    change: int = 0
    stage: Stage = Stage.NONE
    total: int | None = None
    seen: int = 0
    done: int = 0
    failed: int = 0
    kept: int = 0
    rate: float = 0.0
    left: float | None = None
    trips: tuple[FailedTrip, ...] = ()
    faults: tuple[Fault, ...] = ()


class Season:
    """The one season of a page. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._progress = Progress()
        self._plan: Plan | None = None
        self._stop: Future[None] = Future()
        self._thread: threading.Thread | None = None
        self._times: deque[float] = deque(maxlen=_RECENT)

    # -- what can be asked of it ------------------------------------------------------------------
    def progress(self) -> Progress:
        """Return how far it is at this moment."""
        with self._lock:
            return self._timed(self._progress)

    @property
    def plan(self) -> Plan | None:
        """What was begun last, if anything was."""
        return self._plan

    def start(self, plan: Plan) -> None:
        """Begin a season in a thread of its own; raises UsageError `season.running` beside another one."""
        with self._lock:
            if self._progress.stage.runs:
                raise UsageError([fault("season.running")])
            self._plan, self._stop = plan, Future()
            self._times.clear()
            self._progress = Progress(self._progress.change + 1, Stage.COUNTING)
            self._thread = threading.Thread(target=self._run, args=(plan, self._stop), daemon=True)
            self._thread.start()

    def resume(self) -> None:
        """Begin the last season again, leaving alone what is there and is the same.

        Raises UsageError `season.none` when there was none, `season.running` when it runs.
        """
        plan = self._plan
        if plan is None:
            raise UsageError([fault("season.none")])
        self.start(replace(plan, order=replace(plan.order, resume=True)))

    def stop(self) -> None:
        """Ask the season to stop; trips that are finished stay. Nothing happens when none runs."""
        with self._lock:
            if self._progress.stage.runs and not self._stop.done():
                self._stop.set_result(None)
                self._change(stage=Stage.STOPPING)

    def close(self) -> None:
        """Stop the season and wait for its end: the page is being stopped."""
        self.stop()
        if self._thread is not None:
            self._thread.join()

    # -- in its thread ----------------------------------------------------------------------------
    def _run(self, plan: Plan, stop: Future[None]) -> None:
        try:
            run(plan, _Watch(self), stop)
            self._end(Stage.DONE)
        except Stopped:
            self._end(Stage.STOPPED)
        except ParskatsError as error:
            self._end(Stage.FAILED, error.faults)
        except Exception as error:
            _LOG.error("a season failed", exc_info=error)
            self._end(Stage.FAILED, (fault("run.defect", kind=type(error).__name__, reason=str(error)),))

    def _end(self, stage: Stage, faults: tuple[Fault, ...] = ()) -> None:
        with self._lock:
            self._progress = self._timed(self._progress)
            self._change(stage=stage, faults=faults)

    def counted(self, total: int) -> None:
        """Note how many trips there are."""
        with self._lock:
            going = self._progress.stage is Stage.COUNTING
            self._change(total=total, stage=Stage.RUNNING if going else self._progress.stage)
            self._times.append(time.monotonic())

    def seen(self, result: Result) -> None:
        """Note what became of a trip."""
        with self._lock:
            now = self._progress
            self._times.append(time.monotonic())
            self._change(
                seen=now.seen + 1,
                done=now.done + (result.state is State.DONE),
                failed=now.failed + (result.state is State.FAILED),
                kept=now.kept + result.kept,
                trips=(*now.trips, *_failed(result))[:TOLD],
            )

    # -- under the lock ---------------------------------------------------------------------------
    def _change(self, **values: object) -> None:
        values["change"] = self._progress.change + 1
        self._progress = replace(self._progress, **values)  # type: ignore[arg-type]

    def _timed(self, now: Progress) -> Progress:
        """Return progress with the rate of the last trips, and what is left at that rate."""
        if not now.stage.runs or len(self._times) < 2:
            return now
        rate = (len(self._times) - 1) / max(time.monotonic() - self._times[0], 0.001)
        return replace(now, rate=rate, left=max((now.total or 0) - now.seen, 0) / rate)


class _Watch:
    """Watches the batch for the season."""

    def __init__(self, season: Season) -> None:
        self._season = season

    def begin(self, count: Callable[[], int]) -> None:
        self._season.counted(count())

    def see(self, result: Result) -> None:
        self._season.seen(result)


def _failed(result: Result) -> tuple[FailedTrip, ...]:
    if result.state is not State.FAILED:
        return ()
    errors = [one for one in result.faults if one.severity is Severity.ERROR]
    return (FailedTrip(result.source, tuple(errors[:_FAULTS]), len(errors)),)
