"""Processes that do the work, watched: one that dies, hangs or eats memory costs one trip.

They are started by a fork server where the system has one, else anew (`spawn`): no lock of a
thread is ever copied into them. pebble stops the one that hangs and replaces the one that is gone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import Future, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

import pebble

from generator.batch.order import Order
from generator.batch.result import Result
from generator.batch.sources import Item
from generator.batch.unit import make
from generator.errors import Fault, Place

Unit = Callable[[Item, Order], Result]

OUT_OF_MEMORY: Final = 77
"""The exit code of a worker whose trip wanted more memory than it may have."""

_PRELOADED: Final = ["generator.batch.warm", "generator.batch.unit"]
_GRACE: Final = 30.0
_TASKS: Final = 500  # trips after which a worker makes room for a fresh one: no leak can add up
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What one trip may take: seconds, and megabytes of memory where the system can bound them."""

    seconds: float = 120.0
    megabytes: int = 1000


def cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers:
    """A crew of watched processes; leaving `with` ends them, whatever they do."""

    def __init__(
        self,
        order: Order,
        size: int | None = None,
        *,
        limits: Limits = Limits(),
        method: str | None = None,
        unit: Unit = make,
    ) -> None:
        """Take the order, how many processes (by default one a core), and how they are started."""
        self.order, self.limits, self.unit = order, limits, unit
        self.size = size or cores()
        self.patience = limits.seconds + _GRACE
        self._context = _context(method)
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        """Return itself; the processes begin with the first job."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; what they have not finished is lost."""
        self._pool.stop()
        self._pool.join()

    def begin(self, job: Item) -> Future[Result]:
        """Hand a trip to the next free process."""
        if not self._pool.active:
            self.replace()
        task = (self.unit, job, self.order)
        future: Future[Result] = self._pool.schedule(_bounded, task, timeout=self.limits.seconds)
        return future

    def end(self, job: Item, future: Future[Result], tries: int) -> Result | None:
        """Return the result of a trip, or the fault of a process that was lost over it."""
        try:
            return future.result()
        except TimeoutError:
            return self._lost(job, "batch.time", limit=f"{self.limits.seconds:g}")
        except pebble.ProcessExpired as error:
            if error.exitcode == OUT_OF_MEMORY:
                return self._lost(job, "batch.memory", limit=self.limits.megabytes)
            return self._lost(job, "batch.died", code=_exit(error.exitcode))
        except BrokenProcessPool:  # idle processes were killed from outside: not for this trip
            return None if tries < _TRIES else self._lost(job, "batch.died", code="?")
        except Exception as error:  # a result that cannot travel
            return self._lost(job, "run.defect", kind=type(error).__name__, reason=str(error))

    def replace(self) -> None:
        """End the processes and let others take their places."""
        self._pool.stop()
        self._pool.join()
        self._pool = self._new_pool()

    def _new_pool(self) -> Any:
        start = (self.limits.megabytes, dict(os.environ))
        return pebble.ProcessPool(self.size, _TASKS, _prepare, start, self._context)

    def _lost(self, job: Item, id: str, **values: object) -> Result:
        return Result(job.label, faults=(Fault(id, values, Place(job.label)),))


def _context(method: str | None) -> Any:
    """Return how processes are started; a fork server has the program loaded once for all."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context(method or ("forkserver" if "forkserver" in methods else "spawn"))
    context.set_forkserver_preload(_PRELOADED)
    return context


def _exit(code: int) -> str:
    """Return how a process ended: by the name of a signal or by its exit code."""
    with suppress(ValueError):
        return signal.Signals(-code).name if code < 0 else str(code)
    return str(code)


# -- in the worker --------------------------------------------------------------------------------
def _prepare(megabytes: int, environ: Mapping[str, str]) -> None:
    """Let a new process see the environment of its parent, and bound its memory."""
    os.environ.clear()
    os.environ.update(environ)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)


def _bounded(unit: Unit, job: Item, order: Order) -> Result:
    """Do a job; a process that is out of memory ends, since nothing in it can be relied on.

    So does one that is asked to end: what asks for it must not end the batch.
    """
    try:
        return unit(job, order)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (KeyboardInterrupt, SystemExit):
        os._exit(1)
