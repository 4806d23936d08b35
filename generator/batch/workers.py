"""The crew of a batch: watched processes that make a trip each, so that a lost one costs one trip."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Self

from generator.batch.order import Order
from generator.batch.processes import TRIES, Limits, Processes, cores, lost
from generator.batch.result import Result
from generator.batch.sources import Item
from generator.batch.unit import make
from generator.errors import Fault, Place

Unit = Callable[[Item, Order], Result]


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
        self.patience = limits.patience
        self._processes = Processes(self.size, limits, method)

    def __enter__(self) -> Self:
        """Return itself; the processes begin with the first job."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; what they have not finished is lost."""
        self._processes.stop()

    def begin(self, job: Item) -> Future[Result]:
        """Hand a trip to the next free process."""
        return self._processes.begin(self.unit, job, self.order)

    def end(self, job: Item, future: Future[Result], tries: int) -> Result | None:
        """Return the result of a trip, or the fault of a process that was lost over it."""
        try:
            return future.result()
        except BrokenProcessPool:  # idle processes were killed from outside: not for this trip
            return None if tries < TRIES else self._lost(job, "batch.died", code="?")
        except Exception as error:
            if (found := lost(error, self.limits)) is not None:
                return self._lost(job, f"batch.{found[0]}", **found[1])
            # a result that cannot travel
            return self._lost(job, "run.defect", kind=type(error).__name__, reason=str(error))

    def replace(self) -> None:
        """End the processes and let others take their places."""
        self._processes.replace()

    def _lost(self, job: Item, id: str, **values: object) -> Result:
        return Result(job.label, faults=(Fault(id, values, Place(job.label)),))
