"""Names in the folder that is served: nothing leaves it, whatever a request asks for."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path, PurePosixPath
from typing import Final

from generator.frozen import dataclass
from generator.portable import is_portable
from generator.tripfiles import READERS

TRIPS: Final = tuple(READERS)
"""Suffixes of files that hold one trip or a project."""
WORKBOOKS: Final = (".xlsx", ".xlsm")
"""Suffixes of files that hold many trips."""
PRIVATE: Final = ".parskats"
"""The folder of the page's own things; it may be removed at any time."""


class NotThere(Exception):
    """Nothing in the folder has this name, or it is no name that could have something."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of trips. Its files are named by keys: POSIX paths seen from it."""

    root: Path
    """The folder with every link followed."""

    @classmethod
    def of(cls, folder: Path) -> Store:
        """Return the store of a folder that exists."""
        return cls(folder.resolve(strict=True))

    def path(self, key: str) -> Path:
        """Return the path of a trip file, project file or workbook; raises NotThere for anything else."""
        path = self.inside(key)
        if path.suffix.lower() not in (*TRIPS, *WORKBOOKS) or not path.is_file():
            raise NotThere(key)
        return path

    def inside(self, key: str) -> Path:
        """Return the path that a key names, whether or not anything is there.

        Raises NotThere for what leaves the folder (absolute paths, `..`, links), for what is hidden
        and for names that not every system takes.
        """
        parts = key.split("/")
        if not all(is_portable(part) and not part.startswith(".") for part in parts):
            raise NotThere(key)
        path = self.root.joinpath(*parts)
        if not self._holds(path):
            raise NotThere(key)
        return path

    def key(self, path: Path) -> str:
        """Return the key of a path in the folder; raises NotThere for one that has none."""
        try:
            key = path.relative_to(self.root).as_posix()
        except ValueError:
            raise NotThere(path.name) from None
        self.inside(key)
        return key

    def told(self, text: str) -> str:
        """Return a text in which nothing says where on the person's machine the folder lies.

        Files in the folder are told as seen from it; the folder itself, and those above it, by name.
        """
        for folder in (self.root, *self.root.parents):
            if len(folder.parts) > 2 or folder == self.root != Path(folder.anchor):  # /home is nobody's
                text = _without(text, folder)
        return text

    def private(self, *names: str) -> Path:
        """Return a folder for things of the page's own, made when it is not there.

        Only the person herself can read it. Raises NotThere for a link in its place, and OSError.
        """
        path = self.root.joinpath(PRIVATE, *names)
        if not self._holds(path):
            raise NotThere(PurePosixPath(PRIVATE, *names).as_posix())
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path

    def _holds(self, path: Path) -> bool:
        """Return whether a path, with every link followed, lies in the folder."""
        try:
            real = Path(os.path.realpath(path))
        except (OSError, ValueError):
            return False
        return real != self.root and real.is_relative_to(self.root)


def _without(text: str, folder: Path) -> str:
    """Return a text with the path of a folder taken away before what lies in it, else put by its name."""
    paths = "|".join(re.escape(one) for one in sorted({str(folder), folder.as_posix()}))
    text = re.sub(rf"(?<![\w.-])(?:{paths})[/\\](?=\w)", "", text)
    return re.sub(rf"(?<![\w.-])(?:{paths})(?![\w-])", lambda _: folder.name, text)


def version(content: bytes) -> str:
    """Return the version of a file: what tells whether it was changed since it was shown."""
    return hashlib.sha256(content).hexdigest()[:16]
