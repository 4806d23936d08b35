"""Who does the work of a batch: watched processes of ours, a cluster, or an executor of others."""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext

from generator.batch.cluster import cluster
from generator.batch.executors import Executing
from generator.batch.order import Order
from generator.batch.processes import Limits
from generator.batch.result import Result
from generator.batch.sequence import Crew
from generator.batch.sources import Item
from generator.batch.workers import Workers


def crew_for(
    order: Order,
    scheduler: str | None = None,
    size: int | None = None,
    limits: Limits = Limits(),
    executor: Executor | None = None,
) -> AbstractContextManager[Crew[Item, Result]]:
    """Return the crew of a batch; leaving it ends what it has begun, but for an executor of others.

    `size` and `limits` are those of our own processes. Raises UsageError on entering, for a cluster
    that cannot be used.
    """
    if executor is not None:
        return nullcontext(Executing(order, executor))
    if scheduler is not None:
        return cluster(scheduler, order)
    return Workers(order, size, limits=limits)
