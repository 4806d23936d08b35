"""A Dask cluster as the crew of a batch: needs the extra `dask` here, and the same parskats on every worker.

What becomes of lost workers is Dask's matter: a trip whose worker ends is made by another one, until
the scheduler finds that this trip has ended too many (its setting `allowed-failures`, three by default).
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from generator.batch.order import Order
from generator.batch.result import Result
from generator.batch.shipping import Shipping
from generator.batch.sources import Item
from generator.errors import Fault, Place, UsageError, fault
from generator.version import PROGRAM

if TYPE_CHECKING:
    from distributed import Client

_CONNECT: Final = 10
_FIRST_WORKER: Final = 60
_RETRIES: Final = 2


@contextmanager
def cluster(address: str, order: Order) -> Iterator[Cluster]:
    """Give the crew of a scheduler such as `tcp://10.0.0.5:8786`; leaving it forgets what is not finished.

    Raises UsageError when Dask is not installed, the scheduler does not answer, no worker comes
    within a minute, or a worker has another version of parskats.
    """
    with _quiet(), _connected(address) as client:
        _refuse_other_versions(client, address)
        yield Cluster(order, client, address)


class Cluster(Shipping):
    """The workers of a scheduler: as many at once as they have threads, whoever comes and goes."""

    def __init__(self, order: Order, client: Client, address: str) -> None:
        """Take the order and a client of the scheduler, which stays the caller's to close."""
        super().__init__(order, client.get_executor(pure=False, retries=_RETRIES))
        self.client, self.address = client, address

    @property
    def size(self) -> int:
        """How many threads the workers have today."""
        return max(_threads(self.client, self.address), 1)

    def lost(self, job: Item, error: Exception) -> Result:
        """Return the result of a trip that no worker has survived; raises UsageError for a lost scheduler."""
        from distributed import KilledWorker

        if isinstance(error, CancelledError):
            raise UsageError([fault("cluster.lost", Place(self.address))]) from error
        if isinstance(error, KilledWorker):
            return Result(job.label, faults=(fault("cluster.died", Place(job.label)),))
        return super().lost(job, error)


def program() -> str:
    """Return which version a worker has."""
    return PROGRAM


# -- the way to the scheduler ---------------------------------------------------------------------
@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError([fault("cluster.library", Place(field="--scheduler"))]) from None
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False, name="parskats")
    except (OSError, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise UsageError([fault("cluster.unreachable", Place(address), reason=reason)]) from error
    with client:
        yield client


@contextmanager
def _quiet() -> Iterator[None]:
    """Silence what Dask says on its own: that a trip is large, that a scheduler is gone."""
    loggers = [logging.getLogger(name) for name in ("distributed.client", "distributed.core")]
    before = [one.disabled for one in loggers]
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")
        try:
            for one in loggers:
                one.disabled = True
            yield
        finally:
            for one, state in zip(loggers, before, strict=True):
                one.disabled = state


def _threads(client: Client, address: str) -> int:
    try:
        return sum(client.nthreads().values())
    except (OSError, ValueError) as error:
        raise UsageError([fault("cluster.lost", Place(address))]) from error


def _refuse_other_versions(client: Client, address: str) -> None:
    """Raise UsageError for workers with another parskats, or none; later ones tell it by a trip."""
    _await_worker(client, address)
    found = client.run(program, on_error="return")
    others = {worker: said for worker, said in found.items() if said != PROGRAM}
    if others:
        raise UsageError(_other(worker, said) for worker, said in sorted(others.items()))


def _await_worker(client: Client, address: str) -> None:
    """Wait for the first worker; a cluster that grows on demand has none before it has a task."""
    task = client.submit(int, pure=False)
    try:
        task.result(timeout=_FIRST_WORKER)
    except TimeoutError as error:
        found = fault("cluster.empty", Place(address), seconds=_FIRST_WORKER, scheduler=address)
        raise UsageError([found]) from error


def _other(worker: str, said: object) -> Fault:
    """Return the fault of a worker that has another version, or could not say which."""
    if isinstance(said, str):
        return fault("cluster.version", Place(worker), here=PROGRAM, there=said)
    return fault("cluster.without", Place(worker), here=PROGRAM, reason=said)
