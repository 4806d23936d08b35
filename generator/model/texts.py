"""What the texts of a record are: prose, verbatim or a file; and every text of a whole trip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from generator.model.records import Record
from generator.model.values import Kind


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


def texts_of(record: type[Record], sections: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Yield every text of those sections of a record that are there, as `texts_in` does."""
    for name, kind in kinds_of(record):
        yield from texts_in(sections.get(name), name, kind)


def texts_in(value: object, path: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield every text of a value with its field (`deviations[0].problem`) and its kind."""
    if isinstance(value, str):
        yield path, value, kind
    elif isinstance(value, Record):
        for name, inner in kinds_of(type(value)):
            yield from texts_in(getattr(value, name), f"{path}.{name}", inner)
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from texts_in(one, f"{path}[{at}]", kind)
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from texts_in(one, f"{path}.{name}", kind)
