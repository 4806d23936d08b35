"""Watched processes for what is heavy or not trusted: uploads, pictures of pages, downloads.

A function that dies, hangs or eats memory gives a fault, and the page goes on. At most so many
functions run at once as there are processes; a few more wait, and beyond that the page is busy.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from functools import partial
from types import TracebackType
from typing import Final, ParamSpec, Self, TypeVar
from weakref import WeakKeyDictionary

from generator.batch.processes import TRIES, Limits, Processes, cores, lost
from generator.errors import Fault, ParskatsError, fault

P = ParamSpec("P")
T = TypeVar("T")

WAITING: Final = 50
"""How many functions may wait for a process."""
LIMITS: Final = Limits(seconds=60, megabytes=1000)


class Lost(ParskatsError):
    """The process that did some work is gone: its time or its memory was at an end, or it died."""


class Busy(ParskatsError):
    """Too much work waits already; nothing of this one was begun."""


class Crew:
    """Watched processes of one page; leaving `with` ends them, whatever they do."""

    def __init__(
        self,
        size: int | None = None,
        limits: Limits = LIMITS,
        *,
        waiting: int = WAITING,
        method: str | None = None,
    ) -> None:
        """Take how many processes (by default one a core), and what a function may take."""
        self.size, self.limits = size or cores(), limits
        self._most = self.size + waiting
        self._taken = 0
        self._rooms: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()
        self._processes = Processes(self.size, limits, method)

    def __enter__(self) -> Self:
        """Return itself; the processes begin with the first function."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; what they have not finished is lost."""
        self.close()

    def close(self) -> None:
        """End the processes; what they have not finished is lost."""
        self._processes.stop()

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function returns, called in another process.

        The function, what it takes and what it returns must be able to travel. Raises what the
        function raises, Lost (`work.time`, `work.memory`, `work.died`) when its process is gone, and
        Busy (`work.busy`) when too much waits already. When the caller is cancelled, so is the function.
        """
        async with self._place():
            return await self._done(partial(function, *args, **kwargs))

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        """Wait for a free process; raises Busy."""
        if self._taken >= self._most:
            raise Busy([fault("work.busy")])
        self._taken += 1
        try:
            async with self._room():
                yield
        finally:
            self._taken -= 1

    def _room(self) -> asyncio.Semaphore:
        """Return what lets as many in as there are processes; each loop of events has its own."""
        return self._rooms.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(self.size))

    async def _done(self, job: Callable[[], T]) -> T:
        """Return what a job returns; idle processes that were killed from outside are not its end."""
        for _ in range(TRIES):
            future = await asyncio.to_thread(self._processes.begin, job)
            try:
                return await self._result(future)
            except BrokenProcessPool:
                continue
        raise Lost([fault("work.died", code="?")])

    async def _result(self, future: Future[T]) -> T:
        """Return the result of a job; one that nobody ends, though its time is over, is lost."""
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self.limits.patience)
        except Exception as error:
            if not future.done():
                await asyncio.to_thread(self._processes.replace)
            found = lost(error, self.limits)
            if found is None:
                raise
            how, values = found
            raise Lost([Fault(f"work.{how}", values)]) from None


def ready() -> None:
    """Do nothing: whoever calls it knows afterwards that a process has begun."""
