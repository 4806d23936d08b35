"""A trip as it may be published: without what the records mark as personal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.records import Record
from generator.model.trip import Trip
from generator.model.values import PERSONAL


def public(trip: Trip) -> Trip:
    """Return the trip without participants' names, phones and e-mail addresses.

    It knows where it came from as the trip does. Texts that people wrote are as they were; see
    `generator.checks.privacy` for what may stand in them.
    """
    made: Trip = _without(trip)
    return made.sourced(trip.source)


def personal_values(value: object) -> Iterator[str]:
    """Yield every personal value of a record, at any depth, in the order of the model."""
    if isinstance(value, tuple):
        for one in value:
            yield from personal_values(one)
    elif isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            inner = getattr(value, name)
            if PERSONAL not in info.metadata:
                yield from personal_values(inner)
            elif inner is not None:
                yield str(inner)


def _without(value: Any) -> Any:
    """Return a value with its personal fields left out, at any depth."""
    if isinstance(value, tuple):
        return tuple(map(_without, value))
    if not isinstance(value, Record):
        return value
    kept = {
        name: info.get_default() if PERSONAL in info.metadata else _without(getattr(value, name))
        for name, info in type(value).model_fields.items()
    }
    return value.model_copy(update=kept)
