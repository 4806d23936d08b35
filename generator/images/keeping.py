"""Photos that were reduced once, kept in a folder: for other processes and for the next run.

Each is a file of its own, called by the SHA-256 of the photo and by all that decides how it is
reduced, so that a photo kept is the photo reduced anew, byte for byte. A file takes its place whole;
one that is damaged is passed over and replaced. Whatever the disk refuses only costs time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from PIL import __version__ as pillow
from PIL import features

from generator.images.picture import Picture

MAX_BYTES: Final = 500_000_000
"""How many bytes the photos of a folder may have together: those of about 1200 trips."""
UNUSED: Final = 30 * 24 * 3600
"""Seconds after which a photo that nobody has asked for makes room for others."""

_BEGUN: Final = ".begun-"
_ABANDONED: Final = 3600
_LOOK_EVERY: Final = 50
_DIGEST: Final = 32


@dataclass(slots=True)
class Keep:
    """A folder of reduced photos; `settings` names what decides how they are reduced.

    Each process looks only now and then how full the folder is, so that together they may go a
    few photos above the `limit` in bytes.
    """

    folder: Path
    settings: str
    limit: int = MAX_BYTES
    _used: int = 0
    _until_look: int = 0

    def find(self, digest: bytes) -> Picture | None:
        """Return the reduced photo of a SHA-256, None when there is none that is whole."""
        path = self._path(digest)
        try:
            stored = path.read_bytes()
            picture = _unpacked(stored)
        except (OSError, ValueError):
            return None
        with suppress(OSError):
            os.utime(path)  # asked for today
        return picture

    def add(self, digest: bytes, picture: Picture) -> None:
        """Keep a reduced photo under the SHA-256 of the whole one, where there is room for it."""
        content = _packed(picture)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._has_room(len(content)):
                self._put(self._path(digest), content)
                self._used += len(content)
        except OSError:
            return

    def _path(self, digest: bytes) -> Path:
        settings = hashlib.sha256(f"{self.settings} {_libraries()}".encode()).hexdigest()[:16]
        return self.folder / f"{digest.hex()}-{settings}"

    def _put(self, path: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(prefix=_BEGUN, dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise

    def _has_room(self, size: int) -> bool:
        """Return whether so many bytes more may be kept, after what nobody uses has made room."""
        if self._until_look == 0:
            self._used, self._until_look = self._tidied(size), _LOOK_EVERY
        self._until_look -= 1
        return self._used + size <= self.limit

    def _tidied(self, size: int) -> int:
        """Return how many bytes are kept, when what nobody uses has made room for so many more."""
        entries = sorted(self._entries())
        used = sum(one.size for one in entries)
        now = time.time()
        for one in entries:
            abandoned = one.path.name.startswith(_BEGUN) and now - one.asked > _ABANDONED
            if abandoned or (used + size > self.limit and now - one.asked > UNUSED):
                one.path.unlink(missing_ok=True)
                used -= one.size
        return used

    def _entries(self) -> Iterator[_Entry]:
        with os.scandir(self.folder) as found:
            for one in found:
                with suppress(FileNotFoundError):  # another process was quicker
                    known = one.stat()
                    yield _Entry(known.st_mtime, known.st_size, Path(one.path))


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    """A file of the folder: when it was last asked for, in seconds since 1970, and how large it is."""

    asked: float
    size: int
    path: Path


@cache
def _libraries() -> str:
    """Return the versions of the libraries that reduce and encode."""
    known = [features.version(name) for name in ("jpg", "libjpeg_turbo", "zlib", "littlecms2")]
    return " ".join([pillow, *map(str, known)])


# -- a file of the folder -------------------------------------------------------------------------
def _packed(picture: Picture) -> bytes:
    """Return a picture behind its kind and size, and all of that behind its SHA-256."""
    body = f"{picture.kind} {picture.width} {picture.height}\n".encode() + picture.data
    return hashlib.sha256(body).digest() + body


def _unpacked(stored: bytes) -> Picture:
    """Return a picture as it was packed; raises ValueError for one that is damaged."""
    digest, body = stored[:_DIGEST], stored[_DIGEST:]
    if hashlib.sha256(body).digest() != digest:
        raise ValueError("damaged")
    head, _, data = body.partition(b"\n")
    kind, width, height = head.decode().split()
    return Picture(data, cast(Literal["jpeg", "png"], kind), int(width), int(height))
