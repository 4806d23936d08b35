"""What lies in the folder: its trips, workbooks and project files, found within bounds."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import Final

from generator.batch.sources.folders import is_trip
from generator.frozen import dataclass
from generator.tripfiles.text import MAX_BYTES
from generator.web.store.places import TRIPS, WORKBOOKS, NotThere, Store

MAX_DEPTH: Final = 4
"""How many folders below the one that is served are looked into."""
MAX_FILES: Final = 20_000
"""How many files are looked at: somebody may serve a whole disk."""
MAX_TRIPS: Final = 500
"""How many trips are listed."""

_PROJECT: Final = re.compile(rb'^agreement[ \t]*:|"agreement"\s*:', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Listed:
    """The keys of what was found; `cut` when there was more than is looked at."""

    trips: list[str] = field(default_factory=list)
    workbooks: list[str] = field(default_factory=list)
    projects: list[str] = field(default_factory=list)
    cut: bool = False


def listed(store: Store, output: Path) -> Listed:
    """Return what lies in the folder, in the order of names.

    Passed over are the folder of results, what is hidden, links to folders, and names that cannot
    be keys.
    """
    found = Listed()
    for number, path in enumerate(_files(store.root, output)):
        if number >= MAX_FILES or len(found.trips) > MAX_TRIPS:
            return Listed(found.trips[:MAX_TRIPS], found.workbooks, found.projects, cut=True)
        kind = _kind(path, found)
        if kind is not None:
            with suppress(NotThere):
                kind.append(store.key(path))
    return found


def _kind(path: Path, found: Listed) -> list[str] | None:
    """Return the list that a file belongs to."""
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        return found.workbooks
    if suffix not in TRIPS:
        return None
    return found.trips if is_trip(path) else found.projects if holds_project(path) else None


def holds_project(path: Path) -> bool:
    """Return whether a file holds a project: it names the agreement on its first level."""
    with suppress(OSError), path.open("rb") as file:
        return bool(_PROJECT.search(file.read(MAX_BYTES)))
    return False


def _files(root: Path, output: Path) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, not too deep."""
    for above, below, names in os.walk(root):
        folder = Path(above)
        deep = len(folder.relative_to(root).parts) >= MAX_DEPTH
        below[:] = (
            [] if deep else sorted(one for one in below if one[0] not in ".~" and folder / one != output)
        )
        yield from (folder / name for name in sorted(names) if name[0] not in ".~")
