"""The same work by an executor of others: threads, processes, or a cluster that looks like one."""

from __future__ import annotations

from concurrent.futures import Executor, Future

from generator.batch.order import Order
from generator.batch.processes import cores
from generator.batch.result import Result
from generator.batch.sources import Item
from generator.batch.unit import make
from generator.errors import Place, fault


class Executing:
    """A crew that is an executor; what it promises of lost processes is its own matter."""

    patience = None

    def __init__(self, order: Order, executor: Executor) -> None:
        """Take the order and the executor, which stays the caller's to end."""
        self.order, self.executor = order, executor

    @property
    def size(self) -> int:
        """How many trips the executor makes at once, as far as it can be known."""
        return getattr(self.executor, "_max_workers", None) or cores()

    def begin(self, job: Item) -> Future[Result]:
        """Hand a trip to the executor."""
        return self.executor.submit(make, job, self.order)

    def end(self, job: Item, future: Future[Result], tries: int) -> Result | None:
        """Return the result of a trip, or the fault of an executor that failed over it."""
        try:
            return future.result()
        except Exception as error:
            return self.lost(job, error)

    def lost(self, job: Item, error: Exception) -> Result:
        """Return the result of a trip over which the executor itself has failed."""
        defect = fault("run.defect", Place(job.label), kind=type(error).__name__, reason=str(error))
        return Result(job.label, faults=(defect,))

    def replace(self) -> None:
        """Do nothing: nobody waits in vain for an executor of others."""
