"""`convert`: the trips of a file written in another format, with the pictures they name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.errors import DataError, Fault, OutputError, Place, fault
from generator.errors.listing import distinct
from generator.model import Trip
from generator.starting import known_suffix, write_new
from generator.tripfiles import load_many
from generator.tripfiles.fields import pictures_in
from generator.tripfiles.folder import normal
from generator.tripfiles.normal import plain_data
from generator.tripfiles.writing import OF_MANY, OF_ONE


def converted(
    read: dict[str, Any], target: Path, only: Sequence[str]
) -> tuple[list[Path], tuple[Fault, ...]]:
    """Write trips to a file, and return the files made and the warnings of reading.

    Raises UsageError for a name that tells no format, DataError for faults of the trips and for
    several trips in a format that holds one, OutputError when a file is there already.
    """
    suffix = known_suffix(target, (*OF_MANY, *OF_ONE))
    found = list(load_many(**read, only=only))
    faults = [one for each in found for one in each.faults]
    trips = [each.trip for each in found if each.trip is not None]
    if suffix in OF_ONE and len(trips) != 1 and not faults:
        place = Place(str(read.get("name") or read["source"]))
        faults.append(fault("trips.one", place, count=len(trips), suffix=suffix))
    if faults:
        raise DataError(distinct(faults))
    content = (OF_MANY | OF_ONE)[suffix](trips)
    made = write_new(target.parent, {Path(target.name): content, **_new_pictures(trips, target.parent)})
    return made, tuple(one for each in found for one in each.source.warnings)


def _new_pictures(trips: Sequence[Trip], folder: Path) -> dict[Path, bytes]:
    """Return the pictures that are not in a folder yet, by their paths in it."""
    pictures: dict[Path, bytes] = {}
    for trip in trips:
        for field, name in pictures_in(plain_data(trip)):
            path, data = Path(normal(name)), trip.source.pictures[field]
            if pictures.setdefault(path, data) != data:
                raise OutputError([fault("output.exists", Place(str(folder / path)))])
    return {path: data for path, data in pictures.items() if not _same(folder / path, data)}


def _same(path: Path, data: bytes) -> bool:
    """Whether a file is there with the same bytes."""
    return path.is_file() and path.read_bytes() == data
