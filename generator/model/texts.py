"""What the texts of a record are: prose, verbatim or a file; and every text of a whole trip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import cached_property, lru_cache
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


class Texts(list[Written]):
    """Every text of a trip. What is in none of them is known by one look at all: a tenth of one at each."""

    @cached_property
    def joined(self) -> str:
        """All texts, a line each, with plain spaces."""
        return "\n".join([text for _, text, _ in self]).replace("\u00a0", " ")

    @cached_property
    def small(self) -> str:
        """All texts in small letters: words that are not here are in no text, in letters of any size.

        What patterns blind to case take for an i or an s in other alphabets is one here.
        """
        return self.joined.casefold().replace("i\u0307", "i").replace("ı", "i")


def texts_of(record: type[Record], sections: Mapping[str, object]) -> Texts:
    """Return every text of those sections of a record that are there, as `texts_in` does."""
    found = Texts()
    for name, kind in kinds_of(record):
        _gather(sections.get(name), name, kind, found)
    return found


def texts_in(value: object, path: str, kind: str) -> Texts:
    """Return every text of a value with its field (`deviations[0].problem`) and its kind."""
    found = Texts()
    _gather(value, path, kind, found)
    return found


def _gather(value: object, path: str, kind: str, found: Texts) -> None:
    """Add every text of a value to those found."""
    if isinstance(value, str):
        found.append((path, value, kind))
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            _gather(one, f"{path}[{at}]", kind, found)
    elif isinstance(value, Record):
        _gather_fields(value, path, found)
    elif isinstance(value, Mapping) and value:
        for name, one in value.items():
            _gather(one, f"{path}.{name}", kind, found)


def _gather_fields(record: Record, path: str, found: Texts) -> None:
    """Add every text of a record; its texts and leaves are asked for here, as they are nine of ten fields."""
    values = record.__dict__
    for name, kind in kinds_of(type(record)):
        value = values[name]
        known = type(value)
        if known is str:
            found.append((f"{path}.{name}", value, kind))
        elif known not in LEAVES and value:
            _gather(value, f"{path}.{name}", kind, found)
