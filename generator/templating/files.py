"""Reading the files of templates: what the system refuses is a fault of the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from generator.errors import Place, TemplateError, fault


def text_of(path: Path) -> str:
    """Return the text of a template file; raises TemplateError."""
    try:
        with _readable(path):
            return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateError([fault("template.encoding", Place(str(path)))]) from error


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a template file; raises TemplateError."""
    with _readable(path):
        return path.read_bytes()


def names_in(folder: Path) -> list[str]:
    """Return the names of what lies in a folder; nothing for one that is not there or not to be read."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def changed(path: str) -> int | None:
    """Return when a file was last changed, in nanoseconds; None for what is no file."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # not there, or no name for a file
        return None
    return found.st_mtime_ns if S_ISREG(found.st_mode) else None


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn an error of the system into a fault of the file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TemplateError([fault("template.unreadable", Place(str(path)), reason=reason)]) from error
