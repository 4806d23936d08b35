"""What the model says about a path: its record, and where pictures are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model import Trip
from generator.model.records import Record
from generator.model.values import Kind
from generator.tripfiles.content import item, member

ANY = "[]"
"""Stands for any index in a pattern of a path."""


def record_of(annotation: Any) -> type[Record] | None:
    """Return the record that an annotation is about, directly, as an option or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_of(part))), None)


def is_list(annotation: Any) -> bool:
    """Whether an annotation is about a list, directly or as an option."""
    return get_origin(annotation) is tuple or any(get_origin(part) is tuple for part in get_args(annotation))


def record_at(steps: Sequence[str | int], root: type[Record] = Trip) -> type[Record] | None:
    """Return the record at a path from a root, None when the model has none there."""
    record: type[Record] | None = root
    for step in steps:
        if isinstance(step, str):
            known = record.model_fields.get(step) if record else None
            record = record_of(known.annotation) if known else None
    return record


def names_at(steps: Sequence[str | int], root: type[Record] = Trip) -> tuple[str, ...]:
    """Return the names of the fields that may stand at a path, in their order."""
    if (record := record_at(steps, root)) is not None:
        return tuple(record.model_fields)
    holder = record_at(steps[:-1], root)
    info = holder.model_fields.get(str(steps[-1])) if holder else None
    return keys_of(info.annotation) if info else ()


def keys_of(annotation: Any) -> tuple[str, ...]:
    """Return the names that a mapping of an annotation takes, in their order; none for anything else."""
    if get_origin(annotation) is not Mapping:
        return ()
    return tuple(get_args(get_args(annotation)[0]))


@cache
def picture_patterns() -> tuple[tuple[str, ...], ...]:
    """Return the patterns of the paths that name picture files: ("photos", "[]", "file")."""
    return tuple(_patterns(Trip, (), ()))


def pictures_in(data: object) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every picture file named in plain data."""
    for pattern in picture_patterns():
        yield from _matches(data, pattern, "")


def _patterns(
    record: type[Record], above: tuple[str, ...], holders: tuple[type[Record], ...]
) -> Iterator[tuple[str, ...]]:
    """Yield the patterns of a record; one that holds itself names no pictures further down."""
    if record in holders:
        return
    for name, info in record.model_fields.items():
        inner = record_of(info.annotation)
        if _is_picture(info):
            yield (*above, name)
        elif inner is not None:
            listed = (ANY,) if is_list(info.annotation) else ()
            yield from _patterns(inner, (*above, name, *listed), (*holders, record))


def _is_picture(info: FieldInfo) -> bool:
    kinds = [*info.metadata, *get_args(info.annotation)]
    inner = [part for kind in kinds for part in get_args(kind)]
    return any(isinstance(kind, Kind) and kind.name == "file" for kind in [*kinds, *inner])


def _matches(data: object, pattern: tuple[str, ...], path: str) -> Iterator[tuple[str, str]]:
    if not pattern:
        if isinstance(data, str):
            yield path, data
    elif pattern[0] == ANY and isinstance(data, list):
        for index, value in enumerate(data):
            yield from _matches(value, pattern[1:], item(path, index))
    elif isinstance(data, dict):
        yield from _matches(data.get(pattern[0]), pattern[1:], member(path, pattern[0]))
