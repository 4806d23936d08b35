"""Trip files: bytes to a trip, or every fault with its place. One file per format and a registry."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.errors import BadValue, DataError, Fault, Place
from generator.model import Source, Trip
from generator.tripfiles import plain, yaml_file
from generator.tripfiles.content import Content, Reader
from generator.tripfiles.earlier import Chain, with_earlier
from generator.tripfiles.folder import Folder
from generator.tripfiles.pictures import read_pictures
from generator.tripfiles.project_file import with_project
from generator.tripfiles.schema import schema
from generator.tripfiles.signs import other_signs
from generator.tripfiles.structure import sections, structured
from generator.tripfiles.text import MAX_BYTES

__all__ = ["READERS", "Examined", "examine", "load", "schema"]

READERS: Final[dict[str, Reader]] = {
    ".yaml": yaml_file.read,
    ".yml": yaml_file.read,
    ".json": yaml_file.read,
}
"""The reader of every format by the suffix of its files; a new format is one file and one line."""

TripSource = Path | bytes | Mapping[str, object] | Content


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a trip file: the trip or its faults, and the sections that are sound."""

    trip: Trip | None
    faults: tuple[Fault, ...]
    sound: Mapping[str, object]
    source: Source


def load(
    source: TripSource, *, name: str = "", folder: Path | None = None, pictures: bytes | None = None
) -> Trip:
    """Return the trip of a file, of its bytes, of a plain mapping, or of content that was read before.

    `name` is how places call the source; `folder` is where the files it names are looked up: by
    default the folder of the file, or the current one. `pictures` stands in for every picture, so
    that none is looked up. Raises DataError holding every fault with
    its place; warnings are in `trip.source.warnings`.
    """
    examined = examine(source, name=name, folder=folder, pictures=pictures)
    if examined.trip is None:
        raise DataError(examined.faults)
    return examined.trip


def examine(
    source: TripSource,
    *,
    name: str = "",
    folder: Path | None = None,
    pictures: bytes | None = None,
    first_line: int = 1,
    decode: bool = True,
) -> Examined:
    """Return what is found in a source, as `load` takes it; raises nothing for faults of the data.

    `first_line` is where the bytes of a source begin in the file that `name` calls. Without `decode`
    damage inside a picture stays unseen, and the reading of large ones is quick.
    """
    name = name or (str(source) if isinstance(source, Path) else "")
    home = Folder(folder or (source.parent if isinstance(source, Path) else Path()))
    joined, project = with_project(_content(source, name, home).below(first_line - 1), home, READERS)
    here = (Path(os.path.realpath(source)),) if isinstance(source, Path) else ()
    content = with_earlier(joined, home, Chain(READERS, here))
    found = read_pictures(content, home, project, pictures, decode=decode)
    trip, refused = structured(content)
    signs = other_signs(trip, content)
    faults = _sorted([*content.faults, *refused, *signs, *found.faults], name)
    known = Source(name, content.values, found.data, dict(home.inputs), _sorted(found.warnings, name))
    sound = sections(trip, content, faults)
    return Examined(None if faults or trip is None else trip.sourced(known), faults, sound, known)


def _content(source: TripSource, name: str, home: Folder) -> Content:
    """Return the plain data of a source and the faults of its writing."""
    if isinstance(source, Content):
        return source
    if isinstance(source, Mapping):
        return plain.read(source, name)
    if isinstance(source, bytes):
        home.note(Path(name).name or "-", source)
        return yaml_file.read(source, name)
    read = READERS.get(source.suffix.lower(), yaml_file.read)
    try:
        return read(home.read_given(source, limit=MAX_BYTES, too_large="file.too-large"), name)
    except BadValue as bad:
        return Content(None, faults=(bad.fault.at(Place(name)),))


def _sorted(faults: list[Fault] | tuple[Fault, ...], name: str) -> tuple[Fault, ...]:
    """Return faults in the order of their places, those of the trip file first."""

    def order(one: Fault) -> tuple[bool, str, int, int]:
        return one.place.file != name, one.place.file, one.place.line or 0, one.place.column or 0

    return tuple(sorted(faults, key=order))
