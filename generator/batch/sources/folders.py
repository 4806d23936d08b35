"""Folders: every trip file in them and below them, in the order of their names."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from generator.tripfiles import READERS
from generator.tripfiles.text import MAX_BYTES

TRIP: Final = "trip"
"""What a trip file is called, before its suffix, when it has a folder of its own."""

_TRIP_FIELD: Final = re.compile(rb'^journey[ \t]*:|"journey"\s*:', re.MULTILINE)


def files(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    """Yield the trip files of a folder and its folders, and the files with one of `suffixes`.

    A trip file is called `trip`, or it has the field `journey`, which a project file has not. What
    is hidden is passed over, and links to folders are not followed.
    """
    for above, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        paths = (Path(above, name) for name in sorted(names) if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in suffixes or is_trip(path))


def is_trip(path: Path) -> bool:
    """Return whether a file is a trip file, by its name or by what stands in it."""
    if path.suffix.lower() not in READERS:
        return False
    return path.stem.lower() == TRIP or _has_trip_field(path)


def _has_trip_field(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return bool(_TRIP_FIELD.search(file.read(MAX_BYTES)))
    except OSError:
        return False
