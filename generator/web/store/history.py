"""What a file was before its last changes, so that they can be taken back: two stacks of versions.

A version knows upon which one it may be put; so it is never put upon what somebody else has written
since. Everything is written before the file itself changes, and what a killed program has left half
done is seen to be so the next time: a version that is the present one is passed over.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.frozen import dataclass
from generator.manifest import faults_of, write_file
from generator.web.store.places import version

KEPT: Final = 50
"""How many changes can be taken back."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Versions of a file in a folder, the newest on top; each named by its number and what it goes upon."""

    folder: Path

    def push(self, content: bytes, upon: str) -> None:
        """Put a version on top; the oldest go when there are more than KEPT. Raises OutputError."""
        with faults_of(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            known = self._entries()
            number = int(known[-1].name.partition("-")[0]) + 1 if known else 1
            write_file(self.folder / f"{number:08}-{upon}", content)
            for one in known[: max(0, len(known) + 1 - KEPT)]:
                one.unlink(missing_ok=True)

    def top(self, present: str) -> bytes | None:
        """Return the version that goes upon the present one, None when there is none.

        Those on top that are the present one themselves were left by a change that was cut short; they go.
        """
        for path in reversed(self._entries()):
            try:
                content = path.read_bytes()
            except FileNotFoundError:  # another window has taken it away since
                continue
            if path.name.partition("-")[2] == present:
                return content
            if version(content) != present:
                return None
            path.unlink(missing_ok=True)
        return None

    def drop(self) -> None:
        """Take the newest version away."""
        for path in self._entries()[-1:]:
            path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Take all versions away."""
        for path in self._entries():
            path.unlink(missing_ok=True)

    def _entries(self) -> list[Path]:
        """Return the files of the versions, the newest last."""
        with suppress(OSError):
            return sorted(path for path in self.folder.iterdir() if path.name[:8].isdigit())
        return []
