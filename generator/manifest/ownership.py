"""Whose a file is: an earlier result, which the next one replaces, or a person's, which nothing may touch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.errors import Fault, OutputError, Place, fault
from generator.manifest.record import FILE_NAME, Origin
from generator.version import PROGRAM

_HEAD: Final = re.compile(rb'\{\s*"format":\s*[0-9]+,\s*"program":\s*"parskats [^"]*",\s*"(\w+)"')
_READ: Final = 500
_TEMPLATES: Final = "templates/"  # how the inputs of a trip name the files of template folders


def refuse_others(folder: Path, names: Iterable[str], origin: Origin) -> None:
    """Raise OutputError when results with these names would replace a file that is not an earlier result.

    That is a `manifest.json` that is no manifest of a trip, and whatever the results are made from.
    Other files of these names are earlier results, though perhaps of a run that was killed.
    """
    manifest = folder / FILE_NAME
    faults = [] if is_ours(manifest, "trip") else [foreign(manifest)]
    known = {os.path.realpath(path) for path in _read(origin)}
    targets = (folder / name for name in names)
    faults += [read_from(path) for path in targets if os.path.realpath(path) in known and path.is_file()]
    if faults:
        raise OutputError(faults)


def is_ours(path: Path, key: str) -> bool:
    """Whether a file is absent, or JSON that this program writes, with `key` after format and program.

    So is one that was cut short or emptied by a loss of power.
    """
    begins = beginning(path)
    if begins is None:
        return True
    if found := _HEAD.match(begins):
        return found[1] == key.encode()
    return f'{{\n  "format": 1,\n  "program": "{PROGRAM}",\n  "{key}"'.encode().startswith(begins)


def beginning(path: Path) -> bytes | None:
    """Return how a file begins, without the empty bytes a loss of power leaves; None when it is not there."""
    try:
        with path.open("rb") as file:
            return file.read(_READ).strip(b"\0")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:  # what cannot be read cannot be replaced either: the system says why
        return b""


def foreign(path: Path) -> Fault:
    """Return the fault of a file that would be replaced though it is no earlier result."""
    return fault("output.foreign", Place(str(path)))


def read_from(path: Path) -> Fault:
    """Return the fault of a file that would be replaced by what is made from it."""
    return fault("output.input", Place(str(path)))


def _read(origin: Origin) -> Iterator[Path]:
    """Yield where the files lie that an origin was read from, as far as their names tell it."""
    home = origin.source.parent if origin.source else Path()
    if origin.source:
        yield origin.source
    for name in origin.inputs:
        yield home / name
        if name.startswith(_TEMPLATES):
            yield from (folder / name.removeprefix(_TEMPLATES) for folder in origin.request.templates)
