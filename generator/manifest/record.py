"""What `manifest.json` says of a folder of results: its files, and what they were made from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from generator.errors import BadValue, DataError, Place, fault
from generator.frozen import dataclass
from generator.portable import is_portable
from generator.request import Request, seen_from
from generator.version import PROGRAM

FILE_NAME: Final = "manifest.json"
Read = TypeVar("Read")

FORMAT: Final = 1
"""The format of manifests that this version writes and reads."""


class Produced(Protocol):
    """A finished file, as the pipeline gives it."""

    @property
    def content(self) -> bytes:
        """The bytes of the file."""

    @property
    def document(self) -> str:
        """The kind of document, such as `activity-report`."""

    @property
    def format(self) -> str:
        """The file format, such as `docx`."""

    @property
    def pages(self) -> int | None:
        """How many pages it has, where that is known."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the files were made from: the trip file, what was asked for, the SHA-256 of all inputs.

    `source` is None for a trip that came from no file; `inputs` has every file read by its name.
    """

    source: Path | None = None
    request: Request = field(default_factory=Request)
    inputs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the folder as it was made; `size` in bytes, `pages` None where there are none."""

    name: str
    document: str
    format: str
    size: int
    sha256: str
    pages: int | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read back; paths in `origin` are those of today."""

    program: str
    trip: str
    origin: Origin
    files: tuple[Listed, ...]


def sha256(content: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def describe(folder: Path, trip: str, files: Mapping[str, Produced], origin: Origin) -> dict[str, Any]:
    """Return the manifest of finished files: sorted by name, without any time of the run.

    Paths stand in it as seen from `folder`, so that the whole tree can be moved.
    """
    inputs = origin.inputs
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "trip": trip,
        "source": seen_from(folder, origin.source) if origin.source else None,
        "request": origin.request.as_json(folder),
        "files": [_described(name, files[name]) for name in sorted(files)],
        "inputs": [{"name": name, "sha256": inputs[name]} for name in sorted(inputs)],
    }


def _described(name: str, file: Produced) -> dict[str, Any]:
    return {
        "name": name,
        "document": file.document,
        "format": file.format,
        "size": len(file.content),
        "sha256": sha256(file.content),
        "pages": file.pages,
    }


def as_bytes(manifest: Mapping[str, Any]) -> bytes:
    """Return a manifest as it stands in its file; names of files need not be UTF-8."""
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return text.encode(errors="backslashreplace")


# -- read back ------------------------------------------------------------------------------------
def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder; raises DataError when there is none, or none of ours."""
    return read_stored(folder, _manifest)


def read_stored(folder: Path, read: Callable[[Mapping[str, Any], Path], Read]) -> Read:
    """Return what `read` makes of the `manifest.json` of a folder; it may raise what damaged data raise.

    Raises DataError when there is no such file, or none of ours.
    """
    path = folder / FILE_NAME
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT:
            at = Place(str(path), field="format")
            raise DataError([fault("manifest.format", at, value=stored["format"], known=FORMAT)])
        return read(stored, folder)
    except FileNotFoundError:
        raise DataError([fault("manifest.missing", Place(str(folder)))]) from None
    except OSError as error:
        found = fault("file.unreadable", Place(str(path)), value=FILE_NAME, reason=error.strerror)
        raise DataError([found]) from error
    except (ValueError, KeyError, TypeError, AttributeError, BadValue) as error:
        raise DataError([fault("manifest.unreadable", Place(str(path)))]) from error


def _manifest(stored: Mapping[str, Any], folder: Path) -> Manifest:
    inputs = {one["name"]: one["sha256"] for one in stored["inputs"]}
    source = None if stored["source"] is None else Path(os.path.normpath(folder / stored["source"]))
    origin = Origin(source, Request.from_json(stored["request"], folder), inputs)
    return Manifest(str(stored["program"]), str(stored["trip"]), origin, tuple(map(_listed, stored["files"])))


def _listed(stored: Mapping[str, Any]) -> Listed:
    if not is_portable(stored["name"]):
        raise ValueError(stored["name"])
    return Listed(**stored)


def changed_files(manifest: Manifest, folder: Path) -> dict[str, bool]:
    """Return the listed files that are not as they were made: True for one that is still there."""
    found = {}
    for one in manifest.files:
        path = folder / one.name
        if not is_unchanged(path, one.sha256):
            found[one.name] = path.is_file()
    return found


def is_unchanged(path: Path, digest: str) -> bool:
    """Return whether a path is a file of its own, no link, whose bytes have this SHA-256."""
    return path.is_file() and not path.is_symlink() and sha256(path.read_bytes()) == digest


def is_current(manifest: Manifest, folder: Path, trip: str, origin: Origin) -> bool:
    """Return whether a folder holds just what this version would make of a trip from this origin."""
    expected = describe(folder, trip, {}, origin) | {"files": [asdict(one) for one in manifest.files]}
    stored = (folder / FILE_NAME).read_bytes()
    return stored == as_bytes(expected) and not changed_files(manifest, folder)
