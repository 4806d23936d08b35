"""The names a template sees, every value of which knows its field: for previews, which lead back to it.

Texts know theirs in any case. Sums, dates and counts are given theirs here and are otherwise as
before, so a preview says the same as a document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, Final

from generator.fields import Fields, Filled, Known, names_of
from generator.model import Trip
from generator.model.money import Money
from generator.model.records import Record

_HOMES: Final = {
    "funding": "project.funding",
    "documents": "costs",
    "participant_count": "participants",
    "implementation_months": "project.implementation",
}
"""Where names that are made from other fields come from; those of the trip come from themselves."""

_FIXED: Final = ("project.planning",)
"""Records that say what is so for every trip of a kind."""

_STEP: Final = re.compile(r"[^.\[\]]+")


def traced(context: Mapping[str, Any], trip: Trip) -> dict[str, Any]:
    """Return the names of a context with values that know their fields, or the nearest that holds them."""
    return {name: _value(value, _HOMES.get(name, name), trip) for name, value in context.items()}


def _value(value: Any, path: str, trip: Trip) -> Any:
    """Return a value that knows its field; what was reckoned belongs to the record it stands in."""
    if isinstance(value, Fields):
        if path in _FIXED:
            return value
        home = _home(value, path)
        return Fields(
            {name: _value(getattr(value, name), f"{home}.{name}", trip) for name in names_of(value)}
        )
    if type(value) is tuple:
        return tuple(_value(one, f"{path}[{at}]", trip) for at, one in enumerate(value))
    know = _KNOWN.get(type(value))
    if know is None:
        return value
    field = _nearest(path, trip)
    return know(value, field) if field else value


def _home(record: Fields, path: str) -> str:
    """Return the path of a record: a row of a table that was reckoned stands where its texts do."""
    texts = (value for name in names_of(record) if isinstance(value := getattr(record, name), Filled))
    first = next(texts, None)
    return path if first is None else first.field.rpartition(".")[0]


def _nearest(path: str, trip: Trip) -> str:
    """Return the path when the trip has such a field, else that of the nearest record with its name or none.

    The figures of a budget line stand in a record of their own: `budget[0].figures.approved` is
    the field `budget[0].approved`.
    """
    name = path.rpartition(".")[2]
    while path:
        if _has(trip, path):
            return path
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        if _has(trip, f"{path}.{name}"):
            return f"{path}.{name}"
    return ""


def _has(trip: Trip, path: str) -> bool:
    """Return whether a trip has a field."""
    value: Any = trip
    for step in _STEP.findall(path):
        if isinstance(value, Record) and step in type(value).model_fields:
            value = getattr(value, step)
        elif isinstance(value, tuple) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return False
    return True


# -- values that know their field -----------------------------------------------------------------
class _Date(Known, date):
    """A day that knows its field."""


class _Time(Known, time):
    """A time of day that knows its field."""


class _Number(Known, Decimal):
    """A number that knows its field."""


class _Count(Known, int):
    """A whole number that knows its field."""


class _Sum(Known, Money):
    """A sum of money that knows its field; it is equal to the same sum of any field."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and (self.amount, self.currency) == (other.amount, other.currency)

    def __hash__(self) -> int:
        return hash((self.amount, self.currency))


def _noted(value: Any, field: str) -> Any:
    object.__setattr__(value, "field", field)  # a sum is frozen
    return value


_KNOWN: Final[Mapping[type, Callable[[Any, str], Any]]] = {
    date: lambda day, field: _noted(_Date(day.year, day.month, day.day), field),
    time: lambda hour, field: _noted(_Time(hour.hour, hour.minute, hour.second), field),
    Decimal: lambda number, field: _noted(_Number(number), field),
    int: lambda count, field: _noted(_Count(count), field),
    Money: lambda money, field: _noted(_Sum(money.amount, money.currency), field),
}
