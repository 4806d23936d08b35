"""The batch as a library: one trip, or all of them as an iterator of results."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict, Unpack

from generator.batch.crews import crew_for
from generator.batch.order import Order
from generator.batch.places import placed
from generator.batch.processes import Limits
from generator.batch.result import Result
from generator.batch.run import AHEAD
from generator.batch.sequence import in_order
from generator.batch.sources import Item, items
from generator.batch.unit import make
from generator.batch.work import work_folder
from generator.errors import BadValue, Place, UsageError
from generator.latvian import LatvianStyle
from generator.model import Trip
from generator.settings import OPTIONS, Settings

TripLike = Trip | Mapping[str, Any] | str | Path

_AHEAD_IN_MEMORY = 8


class Options(TypedDict, total=False):
    """What may be asked for every trip, by the words of the settings: see docs/settings.md.

    `name` is the pattern of the folders' names; with `resume` a folder that holds what its trip
    would become stays as it is.
    """

    format: Sequence[str]
    document: Sequence[str] | None
    templates: str | Path | None
    latvian: LatvianStyle
    attach_data: bool
    public: bool
    strict: bool
    name: str
    resume: bool


def render_one(trip: TripLike, output: str | Path | None = None, **options: Unpack[Options]) -> Result:
    """Return what became of one trip: a file, a mapping of the same shape, or one that is loaded.

    With `output` its files and their manifest are written into a folder there, whole or not at all;
    without it their bytes are in `contents`. Whatever is wrong with the trip is in `faults`. Raises
    UsageError for an option that cannot be.
    """
    return make(_item(trip, 1), _order(options, output))


def render_all(
    trips: Iterable[TripLike],
    output: str | Path | None = None,
    *,
    executor: Executor | None = None,
    scheduler: str | None = None,
    workers: int | None = None,
    limits: Limits = Limits(),
    **options: Unpack[Options],
) -> Iterator[Result]:
    """Yield what became of every trip, in the order of the trips, as soon as it is known.

    A path may also be a folder, a ZIP or JSON lines, and then holds many trips. Trips are taken
    only as there is room for them, and the batch waits while nobody takes its results. Without an
    `executor` the work is done in `workers` watched processes, by default one a core, and no trip
    may take more than `limits`; an executor must be able to pickle, and to reach trips and `output`.
    With a `scheduler` a Dask cluster does the work (`tcp://10.0.0.5:8786`), which need reach neither.
    With `output`, the second of two trips that would get one folder fails. Raises UsageError for
    an option that cannot be, OutputError when `output` cannot be written.
    """
    order = _order(options, output)
    address = str(_read("scheduler", scheduler)) if scheduler else None
    with _room(order.output) as work:
        staged = replace(order, work=work if order.output else None)
        with crew_for(staged, address, workers, limits, executor) as crew:
            ahead = AHEAD if order.output else _AHEAD_IN_MEMORY * crew.size
            results = in_order(_all_items(trips, work), crew, ahead)
            yield from placed(results, order.output) if order.output else results


def _order(options: Options, output: str | Path | None) -> Order:
    """Return the order of options, read as those of a command line are."""
    if unknown := options.keys() - Options.__annotations__:
        raise TypeError(f"there is no option {', '.join(sorted(unknown))}")
    given: dict[str, Any] = {name: value for name, value in options.items() if value is not None}
    name, resume, latvian = given.pop("name", None), given.pop("resume", False), given.pop("latvian", None)
    read: dict[str, Any] = {key: _read(key, value) for key, value in given.items()}
    settings = Settings(**read, **({"latvian": latvian} if latvian else {}))
    pattern = str(_read("name", name)) if name else settings.name
    return Order(settings, Path(output) if output is not None else None, pattern, resume)


def _read(name: str, value: object) -> object:
    """Return the value of an option; raises UsageError."""
    plain = list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Path) else value
    try:
        return OPTIONS[name].read(plain)
    except BadValue as bad:
        raise UsageError([bad.fault.at(Place(field=name))]) from bad


# -- trips ----------------------------------------------------------------------------------------
def _all_items(trips: Iterable[TripLike], work: Path) -> Iterator[Item]:
    for number, trip in enumerate(trips, 1):
        if isinstance(trip, (str, Path)):
            yield from items([Path(trip)], work)
        else:
            yield _item(trip, number)


def _item(trip: TripLike, number: int) -> Item:
    """Return one trip as the unit of work takes it; one from a program is called by its number."""
    if isinstance(trip, (str, Path)):
        path = Path(trip)
        return Item(path.as_posix(), str(path), path, path.parent, path.parent)
    label = (trip.source.file if isinstance(trip, Trip) else "") or f"[{number}]"
    home = Path(label).parent
    return Item(label, label, trip, home, home)


# -- who does it, and where -----------------------------------------------------------------------
@contextmanager
def _room(output: Path | None) -> Iterator[Path]:
    """Give a folder to work in: beside the results, or a passing one when there are none."""
    if output is not None:
        with work_folder(output) as folder:
            yield folder
    else:
        with tempfile.TemporaryDirectory(prefix="parskats-") as name:
            yield Path(name)
