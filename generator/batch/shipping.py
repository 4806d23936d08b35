"""A trip on its way to machines that share nothing with this one: data, pictures and templates as bytes.

The trip is read here and its documents are made there, out of what was sent along; they come back
as bytes and are put into their place here, so that the folder is the one that a batch of this
machine alone would have made. A fault of a template is told at the file from which it was sent.
"""

from __future__ import annotations

import atexit
import pickle
import shutil
import tempfile
from concurrent.futures import Executor, Future
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from generator.batch.executors import Executing
from generator.batch.order import Order
from generator.batch.result import Result
from generator.batch.sources import Item
from generator.batch.task import Task
from generator.batch.unit import prepared, told
from generator.errors import DataError, Fault, ParskatsError, Place, UsageError, fault
from generator.frozen import dataclass
from generator.model import Trip
from generator.pipeline import Rendered, render_trip
from generator.request import Request
from generator.templating.files import bytes_of
from generator.tripfiles import damaged_pictures
from generator.version import PROGRAM

MAX_TEMPLATES: Final = 40_000_000
"""How many bytes a folder of templates may have, since it is sent with every trip."""

Files = tuple[tuple[str, bytes], ...]


# -- here -----------------------------------------------------------------------------------------
class Shipping(Executing):
    """A crew that is an executor on other machines; what it promises of lost ones is its own matter."""

    def __init__(self, order: Order, executor: Executor) -> None:
        """Take the order and the executor, which stays the caller's to end."""
        super().__init__(order, executor)
        self._begun: dict[Future[Any], Task] = {}

    def begin(self, job: Item) -> Future[Any]:
        """Read a trip and send it to the executor; one of which nothing is to be made is known at once."""
        task = prepared(job, self.order)
        payload = told(job.label, lambda: packed(task), task.trip.id) if isinstance(task, Task) else task
        if isinstance(task, Result) or isinstance(payload, Result):
            known: Future[Any] = Future()
            known.set_result(payload)
            return known
        future = self.executor.submit(work, PROGRAM, job.label, payload)
        self._begun[future] = task.without_pictures()
        return future

    def end(self, job: Item, future: Future[Any], tries: int) -> Result | None:
        """Put what was made of a trip into its place; return the result, or the fault of the executor."""
        task = self._begun.pop(future, None)
        try:
            made: Rendered | Result = future.result()
        except Exception as error:
            return self.lost(job, error)
        if isinstance(made, Result):
            return made
        assert task is not None, "documents are made only of what was sent"
        return told(job.label, lambda: task.finished(made), task.trip.id)


@dataclass(frozen=True, slots=True)
class _Shipment:
    """A trip with its pictures, what is asked of it, and every file of its folders of templates."""

    trip: Trip
    request: Request
    templates: tuple[Files, ...]


def packed(task: Task) -> bytes:
    """Return a task as bytes; raises UsageError for templates that are too large, TemplateError."""
    templates = tuple(map(_files, task.request.templates))
    return pickle.dumps(_Shipment(task.trip, task.request, templates), pickle.HIGHEST_PROTOCOL)


def _files(folder: Path) -> Files:
    """Return every file of a folder by its name in it, but for what is hidden."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    seen = {name: path for name, path in found.items() if not any(one[0] == "." for one in name.parts)}
    if sum(path.stat().st_size for path in seen.values()) > MAX_TEMPLATES:
        limit = MAX_TEMPLATES // 1_000_000
        raise UsageError([fault("cluster.templates", Place(str(folder)), limit=limit)])
    return tuple((name.as_posix(), bytes_of(path)) for name, path in seen.items())


# -- there ----------------------------------------------------------------------------------------
def work(program: str, label: str, payload: bytes) -> Rendered | Result:
    """Return the documents of a packed trip, or the result that tells what is wrong with it.

    The sender says which version it is: what it has packed cannot be read by another one.
    """
    if program != PROGRAM:
        return Result(label, faults=(fault("cluster.version", Place(label), here=program, there=PROGRAM),))
    shipment: _Shipment = pickle.loads(payload)
    return told(label, lambda: _rendered(shipment), shipment.trip.id)


def _rendered(shipment: _Shipment) -> Rendered:
    if faults := damaged_pictures(shipment.trip):
        raise DataError(faults)
    theirs = shipment.request.templates
    ours = tuple(map(_unpacked, shipment.templates))
    try:
        return render_trip(shipment.trip, replace(shipment.request, templates=ours))
    except ParskatsError as error:
        raise type(error)(_at_home(one, ours, theirs) for one in error.faults) from error


@lru_cache(maxsize=64)
def _unpacked(files: Files) -> Path:
    """Return a folder that holds the files, once for each content: what is compiled of them stays."""
    folder = Path(tempfile.mkdtemp(prefix="parskats-templates-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _at_home(one: Fault, ours: tuple[Path, ...], theirs: tuple[Path, ...]) -> Fault:
    """Return a fault of an unpacked file at the file it was made from."""
    for here, there in zip(ours, theirs, strict=True):
        if Path(one.place.file).is_relative_to(here):
            return one.at(replace(one.place, file=str(there / Path(one.place.file).relative_to(here))))
    return one
