"""What the texts of a record are: prose, verbatim or a file; and every text of a whole trip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, get_args

from generator.model.records import Record
from generator.model.values import Kind

Written = tuple[str, str, str]
"""A text with its field before it and its kind after it."""

LEAVES: Final = frozenset((type(None), Decimal, int, bool, date, time))
"""The types of values that are neither texts nor hold any."""


@lru_cache(maxsize=64)
def kinds_of(record: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the field names of a record, each with the kind of its texts, or ""."""
    return tuple(
        (name, _kind((info.annotation, info.metadata))) for name, info in record.model_fields.items()
    )


def _kind(annotation: Any) -> str:
    """Return the name of the Kind found anywhere in an annotation, or ""."""
    if isinstance(annotation, Kind):
        return annotation.name
    inner = annotation if isinstance(annotation, (tuple, list)) else get_args(annotation)
    return next((kind for part in inner if (kind := _kind(part))), "")


def texts_of(record: type[Record], sections: Mapping[str, object]) -> list[Written]:
    """Return every text of those sections of a record that are there, as `texts_in` does."""
    found: list[Written] = []
    for name, kind in kinds_of(record):
        _gather(sections.get(name), name, kind, found)
    return found


def texts_in(value: object, path: str, kind: str) -> list[Written]:
    """Return every text of a value with its field (`deviations[0].problem`) and its kind."""
    found: list[Written] = []
    _gather(value, path, kind, found)
    return found


def _gather(value: object, path: str, kind: str, found: list[Written]) -> None:
    """Add every text of a value to those found."""
    if isinstance(value, str):
        found.append((path, value, kind))
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            _gather(one, f"{path}[{at}]", kind, found)
    elif type(value) in LEAVES:
        return  # asked before the questions that take long, as those of abstract classes do
    elif isinstance(value, Record):
        for name, inner in kinds_of(type(value)):
            _gather(getattr(value, name), f"{path}.{name}", inner, found)
    elif isinstance(value, Mapping):
        for name, one in value.items():
            _gather(one, f"{path}.{name}", kind, found)
