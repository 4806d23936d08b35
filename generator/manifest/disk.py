"""Single files on the disk: written whole or not at all, and held by one at a time."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from generator.manifest.folder import faults_of

PART: Final = ".part"
"""How the names of files end that are not whole yet."""


def write_file(path: Path, content: bytes, work: Path | None = None) -> None:
    """Put a file in the place of an earlier one: it is there whole, also after a loss of power.

    It is written in the folder `work` first when that lies on the same disk, else beside its place;
    its permissions stay. A link leads to what is replaced. Raises OutputError, and then the earlier
    file is as it was.
    """
    path = Path(os.path.realpath(path))
    with faults_of(path):
        folder = work if work is not None and _on_one_disk(work, path.parent) else path.parent
        _replace(path, content, folder)


def _replace(path: Path, content: bytes, folder: Path) -> None:
    number, name = tempfile.mkstemp(prefix=".", suffix=PART, dir=folder)
    try:
        with open(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        else:
            os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _on_one_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def _umask() -> int:
    """Return what new files of this process are not allowed; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def lock(file: IO[str]) -> bool:
    """Lock a file until it is closed or this process ends in whatever way; False when another has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
