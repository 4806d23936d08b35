"""What a source yields: one trip that has not been read yet, small enough to be sent to another process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.errors import Fault
from generator.frozen import dataclass
from generator.model import Trip
from generator.tripfiles import TripSource


@dataclass(frozen=True, slots=True)
class Item:
    """One trip of a source, or what is wrong with the part of the source that should hold it.

    `label` is how the summary calls it (`season.jsonl:12`), `name` how places of faults begin.
    Files that the trip names are looked up in `folder`, settings in `home`; `first_line` is where
    the bytes of a `source` begin in their file. With `faults` there is nothing to be read.
    """

    label: str
    name: str
    source: TripSource | Trip
    folder: Path
    home: Path
    first_line: int = 1
    faults: tuple[Fault, ...] = ()


Reader = Callable[[Path, str], Iterator[Item]]
"""Yields the trips of one file; the text is how people call it. Raises nothing."""


def of_file(path: Path, name: str) -> Iterator[Item]:
    """Yield the one trip of a trip file."""
    yield Item(name, name, path, path.parent, path.parent)


def refused(path: Path, name: str, fault: Fault) -> Item:
    """Return the item that tells why a source, or a part of it, holds nothing that can be read."""
    return Item(name, name, b"", path.parent, path.parent, faults=(fault,))
