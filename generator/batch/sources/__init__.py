"""Where trips come from: trip files, JSON lines, workbooks, folders and ZIPs of these, each as it is met.

Nothing is read before it is needed, so the number of trips does not matter; only a workbook is held whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.batch.sources import archives, folders, lines, workbooks
from generator.batch.sources.archives import SEASON, Bounds
from generator.batch.sources.item import Item, Reader, of_file, refused
from generator.errors import BadValue, Fault, Place, fault
from generator.manifest import output_fault
from generator.settings import FILE_NAME

__all__ = ["READERS", "Item", "items", "items_of"]

READERS: Final[dict[str, Reader]] = {
    ".jsonl": lines.read,
    ".ndjson": lines.read,
    ".xlsx": workbooks.read,
    ".xlsm": workbooks.read,
    ".xls": workbooks.read,
}
"""The reader of every file that holds many trips, by its suffix; any other file is one trip file."""

_ZIP: Final = ".zip"


def items(paths: Iterable[Path], scratch: Path) -> Iterator[Item]:
    """Yield the trips of files, folders and ZIPs, in their order; ZIPs are unpacked in `scratch`.

    A source that cannot be read, or holds no trip, is an item with the fault. The same sources
    give the same items every time.
    """
    for path in paths:
        yield from items_of(path, _shown(path), scratch)


def items_of(path: Path, name: str, scratch: Path, bounds: Bounds = SEASON) -> Iterator[Item]:
    """Yield the trips of one source, called by a name of its own; a ZIP of it has these bounds."""
    found = None
    for found in _source(path, name, scratch, bounds):
        yield found
    if found is None:
        yield refused(path, name, fault("source.no-trips", Place(name)))


def _shown(path: Path) -> str:
    return path.as_posix()


def _source(path: Path, name: str, scratch: Path, bounds: Bounds) -> Iterator[Item]:
    if path.is_dir():
        for inner in folders.files(path, (*READERS, _ZIP)):
            yield from _file(inner, inner.as_posix(), scratch, bounds)
    else:
        yield from _file(path, name, scratch, bounds)


def _file(path: Path, name: str, scratch: Path, bounds: Bounds) -> Iterator[Item]:
    if path.suffix.lower() == _ZIP:
        yield from _archive(path, name, scratch, bounds)
    else:
        yield from READERS.get(path.suffix.lower(), of_file)(path, name)


# -- archives -------------------------------------------------------------------------------------
def _archive(path: Path, name: str, scratch: Path, bounds: Bounds) -> Iterator[Item]:
    """Yield the trips of a ZIP, called by their names in it; a ZIP within it is not opened."""
    try:
        folder = archives.unpacked(path, scratch, bounds)
    except BadValue as bad:
        yield refused(path, name, bad.fault.at(Place(name)))
        return
    except OSError as error:
        yield refused(path, name, _not_unpacked(path, name, scratch, error))
        return
    for inner in folders.files(folder, READERS):
        inside = f"{name}/{inner.relative_to(folder).as_posix()}"
        for item in READERS.get(inner.suffix.lower(), of_file)(inner, inside):
            yield replace(item, home=_home(item.home, folder, path))


def _not_unpacked(path: Path, name: str, scratch: Path, error: OSError) -> Fault:
    """Return why the system let a ZIP not be unpacked: no room for it, or no reading of it."""
    full = output_fault(scratch, error)
    if full.id == "output.full":
        return full
    reason = error.strerror or type(error).__name__
    return fault("file.unreadable", Place(name), value=path.name, reason=reason)


def _home(inner: Path, root: Path, archive: Path) -> Path:
    """Return where settings are looked for: in the ZIP when it has any, else beside it."""
    above = (inner, *inner.parents)
    own = above[: above.index(root) + 1]
    return inner if any((one / FILE_NAME).is_file() for one in own) else archive.parent
