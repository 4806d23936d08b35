"""The example trip that a new folder begins with, as typed: what a field may look like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from generator.resources import data_folder
from generator.tripfiles import yaml_file


def example_at(steps: Sequence[str]) -> object:
    """Return the first value that the example has at a path; of a list, any of its records may have it.

    None when it has none.
    """
    return next((one for one in _values(_example(), steps) if one is not None), None)


@cache
def _example() -> Mapping[str, Any]:
    """Return the example trip as plain data."""
    data = (data_folder() / "starter" / "trip.yaml").read_bytes()
    return yaml_file.read(data, "trip.yaml").data or {}


def _values(data: object, steps: Sequence[str]) -> Iterator[object]:
    """Yield the values at a path, through every record of a list on the way."""
    if not steps:
        yield data
    elif isinstance(data, list):
        for one in data:
            yield from _values(one, steps)
    elif isinstance(data, Mapping):
        yield from _values(data.get(steps[0]), steps[1:])
