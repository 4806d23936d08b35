"""What the `manifest.json` of a whole batch says: its summaries, and the manifest of every trip's folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.frozen import dataclass
from generator.manifest.record import FILE_NAME, read_stored
from generator.portable import is_portable


@dataclass(frozen=True, slots=True)
class ListedTrip:
    """A trip of a batch: the name of its folder, its id, and the SHA-256 of its manifest."""

    folder: str
    trip: str
    manifest: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The manifest of a batch that was read back; `files` has the SHA-256 of each summary by its name."""

    program: str
    files: Mapping[str, str]
    trips: tuple[ListedTrip, ...]


def read_listing(folder: Path) -> Listing | None:
    """Return the manifest of a batch, or None where the folder holds the results of one trip.

    Raises DataError when there is no manifest, or none of ours.
    """
    return read_stored(folder, _listing)


def _listing(stored: Mapping[str, Any], _: Path) -> Listing | None:
    if "trips" not in stored:
        return None
    files = {_name(one["name"]): str(one["sha256"]) for one in stored["files"]}
    trips = tuple(ListedTrip(**one) for one in stored["trips"])
    for one in trips:
        _name(one.folder)
    return Listing(str(stored["program"]), files, trips)


def _name(value: Any) -> str:
    """Return a name that leads nowhere else; raises ValueError."""
    if not is_portable(value) or value == FILE_NAME:
        raise ValueError(value)
    return str(value)
