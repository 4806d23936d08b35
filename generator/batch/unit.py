"""The unit of work: one trip in; its files in their folder, its bytes, or its faults out.

It is one plain function of what can be pickled, so that any queue of tasks can call it. Whatever
is wrong with a trip stands in its result. `prepared` is its first half, for those who make the
documents elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from generator import tripfiles
from generator.batch.order import Order
from generator.batch.result import Result, State
from generator.batch.sources import Item
from generator.batch.task import Task
from generator.errors import ParskatsError, Place, fault
from generator.model import Trip
from generator.pipeline import render_trip
from generator.tripfiles import Examined

Given = TypeVar("Given")


def make(item: Item, order: Order) -> Result:
    """Return what became of one trip; raises nothing but MemoryError and what ends a process."""
    return told(item.label, lambda: _made(item, order))


def prepared(item: Item, order: Order) -> Task | Result:
    """Return the task of a trip that is sound but for its pictures, which nobody has decoded yet.

    Of any other trip it is the result, as `make` returns it. Raises as `make`.
    """
    return told(item.label, lambda: _prepared(item, order))


def told(label: str, call: Callable[[], Given], id: str = "") -> Given | Result:
    """Return what a call gives, or the result that tells why nothing comes of the trip with this label."""
    try:
        return call()
    except ParskatsError as error:
        return Result(label, id, faults=error.faults)
    except MemoryError:
        raise
    except Exception as error:
        defect = fault("run.defect", Place(label), kind=type(error).__name__, reason=str(error))
        return Result(label, id, faults=(defect,))


def _made(item: Item, order: Order) -> Result:
    """Return what became of a trip; for one that is there already its pictures are not decoded.

    They were when it was made, and the SHA-256 of each says whether they are the same.
    """
    if item.faults:
        return Result(item.label, faults=item.faults)
    if order.resume or order.only:
        found = examined(item, order, decode=False)
        if (known := _kept_or_left_out(item, order, found)) is not None:
            return known
    found = examined(item, order)
    trip, id = found.trip, _id_of(found)
    if trip is None:
        return Result(item.label, id, faults=found.faults)
    return told(item.label, lambda: _finished(Task.of(item, order, trip)), id)


def _finished(task: Task) -> Result:
    return task.finished(render_trip(task.trip, task.request))


def _prepared(item: Item, order: Order) -> Task | Result:
    found = examined(item, order, decode=False) if not item.faults else None
    if found is None or found.trip is None:
        return _made(item, order)
    if (known := _kept_or_left_out(item, order, found)) is not None:
        return known
    trip = found.trip
    return told(item.label, lambda: Task.of(item, order, trip), _id_of(found))


def _kept_or_left_out(item: Item, order: Order, found: Examined) -> Result | None:
    """Return the result of a trip that is not to be made, because it is there or not asked for."""
    id = _id_of(found)
    asked = not order.only or id in order.only
    kept = None
    if found.trip is not None and (order.resume or not asked):
        with suppress(ParskatsError):  # what is wrong is told when the trip is made
            kept = Task.of(item, order, found.trip).kept()
    return kept if asked else kept or Result(item.label, id, state=State.LEFT_OUT)


def _id_of(found: Examined) -> str:
    return str(found.sound.get("id", ""))


def examined(item: Item, order: Order, *, decode: bool = True) -> Examined:
    """Return what is found in an item; a trip that was loaded before is sound.

    Without `decode` its pictures are only looked at.
    """
    if isinstance(item.source, Trip):
        return Examined(item.source, (), dict(item.source), item.source.source)
    return tripfiles.examine(
        item.source,
        name=item.name,
        folder=item.folder,
        first_line=item.first_line,
        decode=decode,
        within=order.within,
    )
