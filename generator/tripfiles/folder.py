"""Files that a trip names: found from its folder, read whole, and never from anywhere else."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import field
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.images import PictureFile
from generator.tripfiles.explain import meant, shown

_ROOTED: Final = re.compile(r"/|~[^/]*/|[A-Za-z][A-Za-z0-9+.-]*:")
_LISTED: Final = 2000


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose files may be named: relative paths inside it, or a few levels above.

    With a `root` nothing beyond that is read, by whatever way it is named.
    """

    path: Path
    inputs: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    root: Path | None = None

    def at(self, below: PurePosixPath) -> Folder:
        """Return a folder seen from this one; what it reads is noted together."""
        return Folder(self.path / below, self.inputs, posixpath.join(self.prefix, str(below)), self.root)

    def read(self, name: str, *, up: int = 0, limit: int, too_large: str = "file.bytes") -> bytes:
        """Return the bytes of a file that the data name, and note its SHA-256.

        Raises BadValue `path.absolute`, `path.outside`, `file.missing`, `file.misspelt`,
        `file.not-a-file`, `file.unreadable`, or `too_large` for more than `limit` bytes.
        """
        data = self._bytes(self._found(name, up), name, limit, too_large)
        self.note(normal(name), data)
        return data

    def picture(self, name: str, *, limit: int) -> PictureFile:
        """Return a picture file that the data name, and note its SHA-256; raises BadValue as `read`."""
        data = PictureFile(self._bytes(self._found(name, 0), name, limit, "file.bytes"))
        self._note(normal(name), data.digest.hex())
        return data

    def read_given(self, path: Path, *, limit: int, too_large: str) -> bytes:
        """Return the bytes of a file that a person gave, wherever it lies; raises BadValue as `read`."""
        if not os.path.lexists(path):
            self._missing(path.name)
        data = self._bytes(path, path.name, limit, too_large)
        self.note(normal(path.name), data)
        return data

    def lines_given(self, path: Path, *, limit: int) -> Iterator[tuple[bytes, Folder]]:
        """Yield each line of a file that a person gave, with a folder in which that line alone is noted.

        A line longer than `limit` comes cut, one byte longer than that. Raises BadValue as `read`.
        """
        if not os.path.lexists(path):
            self._missing(path.name)
        if not path.is_file():
            raise BadValue("file.not-a-file", value=shown(path.name))
        try:
            with path.open("rb") as file:
                for number, line in enumerate(iter(lambda: file.readline(limit + 1), b""), 1):
                    home = Folder(self.path, dict(self.inputs), self.prefix, self.root)
                    home.note(f"{path.name}:{number}", line)
                    yield line, home
        except OSError as error:
            raise BadValue("file.unreadable", value=shown(path.name), reason=error.strerror or "") from None

    def _bytes(self, path: Path, name: str, limit: int, too_large: str) -> bytes:
        """Return the bytes of a file that exists."""
        try:
            if not path.is_file():
                raise BadValue("file.not-a-file", value=shown(name))
            if path.stat().st_size > limit:
                raise BadValue(too_large, value=shown(name), limit=limit // 1_000_000)
            return path.read_bytes()
        except OSError as error:
            raise BadValue("file.unreadable", value=shown(name), reason=error.strerror or "") from None

    def note(self, name: str, data: bytes) -> None:
        """Note the SHA-256 of a file by its name seen from the folder."""
        self._note(name, hashlib.sha256(data).hexdigest())

    def _note(self, name: str, digest: str) -> None:
        self.inputs[posixpath.normpath(posixpath.join(self.prefix, name))] = digest

    def _found(self, name: str, up: int) -> Path:
        """Return the path of an existing file that the folder may name."""
        plain = normal(name)
        if _ROOTED.match(plain):
            raise BadValue("path.absolute", value=shown(name))
        levels = PurePosixPath(plain).parts.count("..")
        base = self.path.resolve()
        above = base.parents[levels - 1] if 0 < levels <= len(base.parents) else base
        path = _existing(base / plain)
        real = _real(path, name)
        beyond = self.root is not None and not real.is_relative_to(self.root.resolve())
        if levels > up or beyond or not real.is_relative_to(above):
            raise BadValue("path.outside", value=shown(name), levels=up)
        if not os.path.lexists(path):
            self._missing(plain)
        return path

    def _missing(self, plain: str) -> None:
        """Raise BadValue for a file that is not there, with the one that was probably meant."""
        folder, wanted = PurePosixPath(plain).parent, PurePosixPath(plain).name
        near = {str(folder / one): one for one in _names(self.path / folder)}
        close = _like(wanted, list(near.values()))
        if close is not None:
            raise BadValue("file.misspelt", value=shown(plain), meant=str(folder / close))
        elsewhere = {PurePosixPath(one).name: one for one in _tree(self.path)}
        if (close := _like(wanted, list(elsewhere))) is not None:
            raise BadValue("file.misspelt", value=shown(plain), meant=elsewhere[close])
        raise BadValue("file.missing", value=shown(plain))


def normal(name: str) -> str:
    """Return a relative path in one way of writing, with slashes."""
    return posixpath.normpath(name.strip().replace("\\", "/"))


def _real(path: Path, name: str) -> Path:
    """Return the path with its links followed; a link to itself leads to no file."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        raise BadValue("file.not-a-file", value=shown(name)) from None


def _existing(path: Path) -> Path:
    """Return the path as it is written on disk: letters with marks have two spellings there."""
    spellings = [path, *(path.with_name(unicodedata.normalize(form, path.name)) for form in ("NFC", "NFD"))]
    return next((one for one in spellings if os.path.lexists(one)), path)


def _like(wanted: str, names: list[str]) -> str | None:
    """Return the name that was probably meant: other letters' case, another suffix, a slip."""
    by_stem = {PurePosixPath(one).stem: one for one in sorted(names, reverse=True)}
    stem = PurePosixPath(wanted).stem
    same = next((one for one in by_stem if one.casefold() == stem.casefold()), None) or meant(
        stem, list(by_stem)
    )
    return None if same is None else by_stem[same]


def _names(folder: Path) -> list[str]:
    """Return the names of the files in a folder, none when it cannot be listed."""
    try:
        return sorted(one.name for one in islice(folder.iterdir(), _LISTED) if one.is_file())
    except OSError:
        return []


def _tree(folder: Path) -> Iterator[str]:
    """Yield the paths of the files in the folders of a folder."""
    try:
        below = [one for one in sorted(folder.iterdir()) if one.is_dir() and not one.is_symlink()]
    except OSError:
        return
    for one in below:
        yield from (f"{one.name}/{name}" for name in _names(one))
