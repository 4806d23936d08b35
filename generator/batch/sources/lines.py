"""JSON lines: a trip on every line, read one after the other, however long the file is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator.batch.sources.item import Item, refused
from generator.errors import Place, fault
from generator.tripfiles.text import MAX_BYTES


def read(path: Path, name: str) -> Iterator[Item]:
    """Yield the trip of every line that is not blank; one too long is refused without being held."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(MAX_BYTES + 1), b""), 1):
                if len(line) > MAX_BYTES:
                    _skip_line(file, line)
                    too_large = fault("file.too-large", Place(name, number), limit=MAX_BYTES // 1_000_000)
                    yield refused(path, f"{name}:{number}", too_large)
                elif line.strip():
                    yield Item(f"{name}:{number}", name, line, path.parent, path.parent, number)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield refused(path, name, fault("file.unreadable", Place(name), value=path.name, reason=reason))


def _skip_line(file: IO[bytes], line: bytes) -> None:
    """Read on to the end of a line, a piece at a time."""
    while line and not line.endswith(b"\n"):
        line = file.readline(MAX_BYTES)
