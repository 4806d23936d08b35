"""Workbooks: a trip on every row of the sheet of trips, with the rows of the other sheets that are its."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.batch.sources.item import Item
from generator.errors import Severity
from generator.tripfiles import id_of, read_many


def read(path: Path, name: str) -> Iterator[Item]:
    """Yield the trips of a workbook, which is held whole; then what is wrong with rows of no trip."""
    for content in read_many(path, name):
        label = f"{name}:{id_of(content)}"
        if content.data is not None:
            yield Item(label, name, content, path.parent, path.parent)
        elif any(one.severity is Severity.ERROR for one in content.faults):
            yield Item(name, name, b"", path.parent, path.parent, faults=content.faults)
