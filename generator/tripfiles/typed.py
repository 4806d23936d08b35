"""A trip as a person would type it: mappings, lists and texts, from which the same trip is read again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from generator.model import Trip
from generator.model.records import Record
from generator.tripfiles.content import Data


def typed(trip: Trip) -> Data:
    """Return a trip as plain data; what is left out or empty by default is left out again."""
    return _record(trip)


def _record(record: Record) -> Data:
    fields = type(record).model_fields
    said = ((name, value) for name, value in record if not _left_out(value, fields[name].default))
    return {name: _typed(value) for name, value in said}


def _left_out(value: object, default: object) -> bool:
    """Whether a value says nothing: an empty list says something where its absence says another thing."""
    return value is None or (value in ((), {}) and value == default)


def _typed(value: object) -> object:
    """Return one value as text, or as what holds texts."""
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, tuple):
        return [_typed(one) for one in value]
    if isinstance(value, Mapping):
        return {str(name): _typed(one) for name, one in value.items()}
    if isinstance(value, bool):
        return "jā" if value else "nē"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, dt.time):
        return f"{value.hour}.{value.minute:02}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)
