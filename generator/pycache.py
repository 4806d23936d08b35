"""What was made of a shipped file, kept beside it as Python keeps its own modules: in `__pycache__`.

A file that cannot be written is as one that is not there: whatever the disk refuses only costs time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source


def kept_at(shipped: str) -> str:
    """Return where to keep what is made of a file; nowhere (empty) when the interpreter keeps no code."""
    with suppress(NotImplementedError):
        return cache_from_source(shipped)
    return ""


def keep(path: str, content: bytes) -> None:
    """Write a file whole or not at all; not at all where Python is told to write no code."""
    if not path or sys.dont_write_bytecode:
        return
    import tempfile

    with suppress(OSError):
        folder = os.path.dirname(path)
        os.makedirs(folder, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=folder)
        try:
            with open(handle, "wb") as file:
                file.write(content)
            os.chmod(made, 0o644)
            os.replace(made, path)
        except OSError:
            os.unlink(made)


def dated(paths: Iterable[str]) -> str:
    """Return what tells files from those of another day; raises OSError for one that is not there."""
    found = map(os.stat, paths)
    return ",".join(f"{one.st_mtime_ns}:{one.st_size}" for one in found)
