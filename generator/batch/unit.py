"""The unit of work: one trip in; its files in their folder, its bytes, or its faults out.

It is one plain function of what can be pickled, so that any queue of tasks can call it. It raises
nothing: whatever is wrong with a trip is in its result.
"""

from __future__ import annotations

import posixpath
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import checks, manifest, tripfiles
from generator.batch.names import folder_name
from generator.batch.order import Order
from generator.batch.result import Result, State, spent_on
from generator.batch.sources import Item
from generator.errors import BadValue, DataError, Fault, OutputError, ParskatsError, Place, Severity, fault
from generator.model import Trip
from generator.pipeline import Rendered, render_trip
from generator.settings import Settings, template_folders
from generator.settings import inputs as settings_inputs


def make(item: Item, order: Order) -> Result:
    """Return what became of one trip; raises nothing but MemoryError and what ends a process."""
    try:
        return _made(item, order)
    except ParskatsError as error:
        return _failed(item, error.faults)
    except MemoryError:
        raise
    except Exception as error:
        defect = fault("run.defect", Place(item.label), kind=type(error).__name__, reason=str(error))
        return _failed(item, [defect])


def _failed(item: Item, faults: tuple[Fault, ...] | list[Fault], **known: Any) -> Result:
    return Result(item.label, faults=tuple(faults), **known)


@dataclass(frozen=True, slots=True)
class _Read:
    """A trip that was read, with all that decides about its documents."""

    trip: Trip
    settings: Settings
    templates: tuple[Path, ...]
    warnings: tuple[Fault, ...]


def _made(item: Item, order: Order) -> Result:
    if item.faults:
        return _failed(item, item.faults)
    examined = tripfiles.examine(
        item.source, name=item.name, folder=item.folder, first_line=item.first_line
    )
    known = str(examined.sound.get("id", ""))
    if order.only and known not in order.only:
        return _left_out(item, known)
    if examined.trip is None:
        return _failed(item, examined.faults, id=known)
    try:
        return _done(item, order, _read(item, order, examined.trip))
    except ParskatsError as error:
        return _failed(item, error.faults, id=known)
