"""ZIP files: looked at before anything is unpacked, unpacked once, and never beyond their folder.

A ZIP is refused by what its directory says, before a byte of its members is read: names that lead
out of the folder, members or sums that no season of trips has, compression that only a bomb has.
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.images import MAX_BYTES

MAX_MEMBERS: Final = 60_000
"""How many files a ZIP may hold."""
MAX_DIRECTORY: Final = 20_000_000
"""How many bytes the directory at the end of a ZIP may have: it is held whole."""
MAX_UNPACKED: Final = 20_000_000_000
"""How many bytes the members may have together."""
MAX_RATIO: Final = 50
"""How many times larger than the ZIP its members may be; pictures do not shrink, text does to a tenth."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many files a ZIP may hold, and how many bytes they may have together."""

    members: int = MAX_MEMBERS
    together: int = MAX_UNPACKED


SEASON: Final = Bounds()
"""The bounds of a season of trips."""

_SMALL: Final = 50_000_000
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MOST_OF_ONE: Final = 1_000  # bytes that the directory says of one file, a long name and all
_END, _LOCATOR, _WIDE_END = 22, 20, 56  # bytes of the records at the end of a ZIP
_ENDS: Final = _WIDE_END + _LOCATOR + _END + 0xFFFF
_DAMAGE: Final = (zipfile.BadZipFile, EOFError, struct.error, zlib.error, NotImplementedError, RuntimeError)


def unpacked(path: Path, scratch: Path, bounds: Bounds = SEASON) -> Path:
    """Return the folder in `scratch` that holds the members of a ZIP; it is unpacked only once.

    Raises BadValue `zip.damaged`, `zip.encrypted`, `zip.name`, `zip.member` or `zip.large`, and
    OSError when the ZIP cannot be read or the folder cannot be written.
    """
    folder = scratch / hashlib.sha256(str(path).encode(errors="surrogateescape")).hexdigest()[:16]
    if folder.is_dir():
        return folder
    begun = folder.with_suffix(".part")
    shutil.rmtree(begun, ignore_errors=True)
    try:
        _refuse_large_directory(path, bounds)
        with zipfile.ZipFile(path) as archive:
            members = _members(archive)
            _refuse(members, path.stat().st_size, bounds)
            for member in members:
                _unpack(archive, member, begun)
    except _DAMAGE:
        raise BadValue("zip.damaged") from None
    begun.mkdir(exist_ok=True)
    begun.rename(folder)
    return folder


def _refuse_large_directory(path: Path, bounds: Bounds) -> None:
    """Raise BadValue for a directory that is too large to be held; it says its size at the very end."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - _ENDS, 0))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) - end < _END:
        raise BadValue("zip.damaged")
    directory = struct.unpack_from("<I", tail, end + 12)[0]
    wide = end - _LOCATOR - _WIDE_END  # a ZIP of more than 4 GB says its sizes in a second record
    if wide >= 0 and tail.startswith(b"PK\x06\x07", end - _LOCATOR):
        directory = max(directory, struct.unpack_from("<Q", tail, wide + 40)[0])
    if directory > min(MAX_DIRECTORY, bounds.members * _MOST_OF_ONE):
        raise BadValue("zip.large")


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of a ZIP, without folders and what systems hide in it."""
    return [one for one in archive.infolist() if not one.is_dir() and not _is_hidden(one.filename)]


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)


def _refuse(members: list[zipfile.ZipInfo], size: int, bounds: Bounds) -> None:
    """Raise BadValue for a ZIP that must not be unpacked, by what its directory says."""
    taken: set[str] = set()
    for one in members:
        if one.compress_type not in _METHODS:
            raise BadValue("zip.damaged")
        if one.flag_bits & 1:
            raise BadValue("zip.encrypted", name=one.filename)
        if _leads_out(one.filename) or one.filename in taken:
            raise BadValue("zip.name", name=one.filename)
        if one.file_size > MAX_BYTES:
            raise BadValue("zip.member", name=one.filename, limit=MAX_BYTES // 1_000_000)
        taken.add(one.filename)
    together = sum(one.file_size for one in members)
    most = min(bounds.together, max(MAX_RATIO * size, _SMALL))
    if len(members) > bounds.members or together > most:
        raise BadValue("zip.large")


def _leads_out(name: str) -> bool:
    """Return whether a name leads out of the folder, on any system."""
    plain = name.replace("\\", "/")
    return "\0" in name or ".." in PurePosixPath(plain).parts or bool(PureWindowsPath(plain).anchor)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    target = folder / member.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, target.open("xb") as file:
        shutil.copyfileobj(packed, file)
