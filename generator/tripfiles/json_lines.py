"""JSON lines: a trip on every line, read one by one, so that a file may be larger than memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.errors import Place
from generator.tripfiles import yaml_file
from generator.tripfiles.content import Content


def read_line(line: bytes, number: int, name: str) -> Content | None:
    """Return the content of a line, its places on that line of the file; None for an empty line."""
    if not line.strip():
        return None
    content = yaml_file.read(line.rstrip(b"\r\n"), name)
    return replace(
        content,
        values=_lower(content.values, number),
        keys=_lower(content.keys, number),
        faults=tuple(one.at(_at(one.place, number)) for one in content.faults),
    )


def _lower(places: Mapping[str, Place], number: int) -> dict[str, Place]:
    return {path: _at(place, number) for path, place in places.items()}


def _at(place: Place, number: int) -> Place:
    """Return a place of the line by itself as a place of the file."""
    return replace(place, line=number)
