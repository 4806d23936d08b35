"""A folder of results written: whole files or none.

Everything is written to a temporary folder inside the folder first; then each file takes the place
of the earlier one, the manifest last. When any step fails, the earlier files are put back.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.errors import Fault, OutputError, Place, fault
from generator.manifest.record import FILE_NAME, Origin, Produced, as_bytes, describe, is_unchanged
from generator.portable import is_portable


def write_folder(
    folder: Path, trip: str, files: Mapping[str, Produced], origin: Origin | None = None
) -> dict[str, Any]:
    """Write the files and their manifest into a folder, and return the manifest.

    Files appear whole or not at all. Files that an earlier manifest lists, that are no longer made
    and that nobody has changed since, are removed; other files are left alone. Raises OutputError,
    and then every earlier file is as it was.
    """
    manifest = describe(folder, trip, files, origin or Origin())
    contents = {name: file.content for name, file in files.items()} | {FILE_NAME: as_bytes(manifest)}
    _refuse_bad_names(folder, contents)
    with _faults_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        outdated = _outdated(folder, contents)
        _put(folder, contents, outdated)
    return manifest


def _put(folder: Path, contents: Mapping[str, bytes], outdated: Iterable[str]) -> None:
    work = Path(tempfile.mkdtemp(prefix=".parskats-", dir=folder))
    finished, earlier = work / "finished", work / "earlier"
    try:
        finished.mkdir()
        for name, content in contents.items():
            (finished / name).write_bytes(content)
        with _restoring(folder, earlier) as keep:
            for name in contents:
                keep(name)
                with _faults_of(folder / name):
                    os.replace(finished / name, folder / name)
            for name in outdated:
                keep(name)
                with _faults_of(folder / name):
                    (folder / name).unlink()
    finally:
        shutil.rmtree(work, ignore_errors=True)


class _Keeper:
    """Remembers the files that are about to change, so that they can be put back."""

    def __init__(self, folder: Path, store: Path) -> None:
        self.folder, self.store = folder, store
        self.touched: list[str] = []

    def __call__(self, name: str) -> None:
        """Keep a second name of the file, or a copy where the disk has no second names."""
        self.touched.append(name)
        target = self.folder / name
        if not target.is_file():
            return
        try:
            os.link(target, self.store / name)
        except OSError:
            shutil.copy2(target, self.store / name)

    def restore(self) -> None:
        """Put every kept file back, and remove the ones that were not there before."""
        for name in self.touched:
            if (self.store / name).exists():
                os.replace(self.store / name, self.folder / name)
            elif (self.folder / name).is_file():
                (self.folder / name).unlink()


@contextmanager
def _restoring(folder: Path, store: Path) -> Iterator[_Keeper]:
    store.mkdir()
    keeper = _Keeper(folder, store)
    try:
        yield keeper
    except BaseException:
        keeper.restore()
        raise


# -- the earlier manifest -------------------------------------------------------------------------
def _outdated(folder: Path, contents: Mapping[str, bytes]) -> list[str]:
    """Return the names of earlier files that are no longer made and still are as they were made."""
    present = {name.casefold() for name in contents}
    return [
        name
        for name, digest in _earlier(folder).items()
        if name.casefold() not in present and is_unchanged(folder / name, digest)
    ]


def _earlier(folder: Path) -> dict[str, str]:
    """Return the files of the earlier manifest; none when it is absent or not one of ours."""
    try:
        listed = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))["files"]
        return {one["name"]: one["sha256"] for one in listed if is_portable(one["name"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


# -- names and faults -----------------------------------------------------------------------------
def _refuse_bad_names(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Raise OutputError for names that some system refuses or takes for the same."""
    names = [folder.name, *contents]
    folded = [name.casefold() for name in contents]
    bad = [name for name in names if not is_portable(name)]
    bad += [name for name in contents if folded.count(name.casefold()) > 1]
    if bad:
        raise OutputError([fault("output.name", Place(str(folder)), name=name) for name in bad])


_IDS = {
    errno.EACCES: "output.denied",
    errno.EPERM: "output.denied",
    errno.EROFS: "output.denied",
    errno.ENOSPC: "output.full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "output.full",
    errno.ENOTDIR: "output.not-folder",
    errno.EEXIST: "output.not-folder",
    errno.EISDIR: "output.not-file",
}


def output_fault(path: Path, error: OSError) -> Fault:
    """Return the fault that tells why a file or folder could not be written, and how to mend it."""
    id = _IDS.get(error.errno or 0, "output.failed")
    if id == "output.denied" and path.is_dir() and error.filename2 is not None:
        id = "output.not-file"
    return fault(id, Place(str(path)), reason=error.strerror or type(error).__name__)


@contextmanager
def _faults_of(path: Path) -> Iterator[None]:
    """Turn an error of the system into an OutputError that names `path`."""
    try:
        yield
    except OSError as error:
        raise OutputError([output_fault(path, error)]) from error
