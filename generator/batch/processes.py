"""Watched processes for work that may go wrong: one that dies, hangs or eats memory costs one job.

They are started by a fork server where the system has one, else anew (`spawn`): no lock of a
thread is ever copied into them. pebble stops the one that hangs and replaces the one that is gone.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, TimeoutError
from contextlib import suppress
from typing import Any, Final, TypeVar

import pebble

from generator.collector import seldom
from generator.forkserver import context
from generator.frozen import dataclass

T = TypeVar("T")

OUT_OF_MEMORY: Final = 77
"""The exit code of a process whose job wanted more memory than it may have."""
TRIES: Final = 3
"""How often a job begins that idle processes lost, before it counts as the one that ends them."""

_GRACE: Final = 30.0
_TASKS: Final = 500  # jobs after which a process makes room for a fresh one: no leak can add up


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may take: seconds, and megabytes of memory where the system can bound them."""

    seconds: float = 120.0
    megabytes: int = 1000

    @property
    def patience(self) -> float:
        """How many seconds may pass before a job that nobody has ended counts as lost."""
        return self.seconds + _GRACE


def cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """A few watched processes that do one job each at a time; any thread may hand them jobs."""

    def __init__(self, size: int, limits: Limits = Limits(), method: str | None = None) -> None:
        """Take how many processes, what a job may take, and how they are started."""
        self.size, self.limits = size, limits
        self._context = context(method)
        self._lock = threading.Lock()
        self._stopped = False
        self._pool = self._new_pool()

    def begin(self, function: Callable[..., T], *args: Any) -> Future[T]:
        """Hand a job to the next free process; the first one starts them, which takes a while.

        The function and what it takes and gives must be able to travel. Cancelling the future ends
        the process that has the job. Raises RuntimeError after `stop`.
        """
        with self._lock:
            if self._stopped:
                raise RuntimeError("the processes were stopped")
            if not self._pool.active:
                self._replace()
            job = (function, *args)
            future: Future[T] = self._pool.schedule(_bounded, job, timeout=self.limits.seconds)
        return future

    def replace(self) -> None:
        """End the processes and let others take their places."""
        with self._lock:
            self._replace()

    def stop(self) -> None:
        """End the processes for good; what they have not finished is lost."""
        with self._lock:
            self._stopped = True
            self._end()

    def _replace(self) -> None:
        self._end()
        self._pool = self._new_pool()

    def _end(self) -> None:
        self._pool.stop()
        self._pool.join()

    def _new_pool(self) -> Any:
        start = (self.limits.megabytes, dict(os.environ))
        return pebble.ProcessPool(self.size, _TASKS, _prepare, start, self._context)


def lost(error: Exception, limits: Limits) -> tuple[str, dict[str, object]] | None:
    """Return how a job was lost, `time`, `memory` or `died`, with the values of a sentence about it.

    None for an error that says nothing of the kind.
    """
    if isinstance(error, TimeoutError):
        return "time", {"limit": f"{limits.seconds:g}"}
    if not isinstance(error, pebble.ProcessExpired):
        return None
    if error.exitcode == OUT_OF_MEMORY:
        return "memory", {"limit": limits.megabytes}
    return "died", {"code": _exit(error.exitcode)}


def _exit(code: int) -> str:
    """Return how a process ended: by the name of a signal or by its exit code."""
    with suppress(ValueError):
        return signal.Signals(-code).name if code < 0 else str(code)
    return str(code)


# -- in the process -------------------------------------------------------------------------------
def _prepare(megabytes: int, environ: Mapping[str, str]) -> None:
    """Let a new process see the environment of its parent, bound its memory, and seldom look for garbage."""
    seldom()
    os.environ.clear()
    os.environ.update(environ)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)


def _bounded(function: Callable[..., T], *args: Any) -> T:
    """Do a job; a process that is out of memory ends, since nothing in it can be relied on.

    So does one that is asked to end: what asks for it must not end those who wait for the job.
    """
    try:
        return function(*args)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (KeyboardInterrupt, SystemExit):
        os._exit(1)
    except Exception as error:
        raise _able_to_travel(error) from None


def _able_to_travel(error: Exception) -> Exception:
    """Return an error that the waiting process can read; one that it cannot would end all its jobs."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
