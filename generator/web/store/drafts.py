"""Trip files as they are being written: read, changed and taken back, each time whole and by one alone.

A change is made upon the version that its person has seen; upon any other it is refused, and nothing
is written. Threads and processes wait for each other at a lock of the file.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from generator.batch.sources.folders import is_trip
from generator.errors import DataError, OutputError, Place, fault
from generator.frozen import dataclass
from generator.manifest import faults_of, lock, write_file
from generator.model import Trip
from generator.model.records import Project, Record
from generator.tripfiles.editing import Change, edited
from generator.web.store.history import Stack
from generator.web.store.listing import holds_project
from generator.web.store.places import PRIVATE, TRIPS, NotThere, Store, version

PATIENCE: Final = 10.0
"""Seconds that a change waits for another one of the same file."""
_PAUSE: Final = 0.01


class Changed(OutputError):
    """The file is another one than the person has seen; nothing was written."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A trip file or a project file (`root` says which) as it is now.

    `lost` are the comments that went away with what the last change took out.
    """

    key: str
    content: bytes
    root: type[Record]
    undoable: bool = False
    redoable: bool = False
    lost: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """What tells it from any other content."""
        return version(self.content)

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return self.key.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Drafts:
    """The trip files and project files of a store."""

    store: Store

    def of(self, key: str) -> Draft:
        """Return a file as it is now; raises NotThere, or DataError when it cannot be read."""
        path = self._path(key)
        content = _content(path)
        undoable = redoable = False
        if (self.store.root / PRIVATE).is_dir():
            with suppress(OutputError):  # a folder that cannot be written into has no versions
                undoable, redoable = (one.top(version(content)) is not None for one in self._stacks(key))
        return Draft(key, content, _root(path), undoable, redoable)

    def save(self, key: str, seen: str, changes: Sequence[Change]) -> Draft:
        """Make changes upon the version that was seen, and return the file as it is then.

        Raises NotThere, DataError when a change cannot be made, Changed when the file is another
        version, and OutputError; then nothing has been written.
        """
        with self._held(key, seen) as draft:
            result = edited(draft.content, changes, draft.name, draft.root)
            self._replace(draft, result.data)
        now = self.of(key)
        return Draft(key, now.content, now.root, now.undoable, now.redoable, result.lost)

    def undo(self, key: str, seen: str) -> Draft:
        """Take the last change back; without one, nothing happens. Raises as `save` does."""
        undo, redo = self._stacks(key)
        return self._exchanged(key, seen, undo, redo)

    def redo(self, key: str, seen: str) -> Draft:
        """Make the change again that was taken back last. Raises as `save` does."""
        undo, redo = self._stacks(key)
        return self._exchanged(key, seen, redo, undo)

    def _exchanged(self, key: str, seen: str, source: Stack, target: Stack) -> Draft:
        """Put the version on top of one stack in the place of the file, which goes to the other one."""
        with self._held(key, seen) as draft:
            content = source.top(draft.version)
            if content is not None:
                target.push(draft.content, version(content))
                write_file(self.store.path(key), content, self._work(key))
                source.drop()
        return self.of(key)

    def _replace(self, draft: Draft, content: bytes) -> None:
        """Put a new content in the place of a draft, which can be taken back."""
        if content == draft.content:
            return
        undo, redo = self._stacks(draft.key)
        undo.push(draft.content, version(content))
        write_file(self.store.path(draft.key), content, self._work(draft.key))
        redo.clear()

    @contextmanager
    def _held(self, key: str, seen: str) -> Iterator[Draft]:
        """Hold the lock of a file whose version was seen; raises Changed for another version."""
        path = self._path(key)
        with _locked(self._work(key) / "lock", path):
            draft = Draft(key, _content(path), _root(path))
            refuse_other(draft, seen)
            yield draft

    def _path(self, key: str) -> Path:
        """Return the path of a trip file or project file; raises NotThere, also for a workbook."""
        path = self.store.path(key)
        if path.suffix.lower() not in TRIPS:
            raise NotThere(key)
        return path

    def _stacks(self, key: str) -> tuple[Stack, Stack]:
        """Return the versions before the present one, and those after it that were taken back."""
        work = self._work(key)
        return Stack(work / "undo"), Stack(work / "redo")

    def _work(self, key: str) -> Path:
        """Return the folder of the versions of a file."""
        with faults_of(self.store.root):
            return self.store.private("versions", hashlib.sha256(key.encode()).hexdigest()[:16])


def refuse_other(draft: Draft, seen: str) -> None:
    """Raise Changed for a draft that is another version than the one that was seen."""
    if draft.version != seen:
        raise Changed([fault("draft.changed", Place(draft.key))])


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            [fault("file.unreadable", Place(path.name), value=path.name, reason=reason)]
        ) from error


def _root(path: Path) -> type[Record]:
    """Return what a file holds."""
    return Project if not is_trip(path) and holds_project(path) else Trip


@contextmanager
def _locked(path: Path, held: Path) -> Iterator[None]:
    """Hold a lock; raises OutputError `draft.busy` when another one does not let it go."""
    until = time.monotonic() + PATIENCE
    with faults_of(path):
        file = path.open("w")
    with file:
        while not lock(file):
            if time.monotonic() > until:
                raise OutputError([fault("draft.busy", Place(held.name))])
            time.sleep(_PAUSE)
        yield
