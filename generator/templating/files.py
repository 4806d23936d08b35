"""Reading the files of templates: what the system refuses is a fault of the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import splitext
from pathlib import Path
from stat import S_ISREG
from typing import Final, NamedTuple

from generator.errors import Place, TemplateError, fault

_USED: Final = (".html", ".toml")


class Seen(NamedTuple):
    """A file and when it was last changed: what was made of it then is good until it changes."""

    path: str
    changed: int


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


def files_in(folder: str, within: str = "") -> list[tuple[str, str]]:
    """Return the name and the path of every file of templates in a folder, at any depth.

    There are none in what may not be read. A link to a folder is followed at the top only, so that no ring
    is endless; what Python keeps of compiled templates is passed by.
    """
    found: list[tuple[str, str]] = []
    for one in _entries(folder):
        name = within + one.name
        if splitext(one.name)[1] in _USED and not one.is_dir():
            found.append((name, f"{folder}/{one.name}"))
        elif one.name != "__pycache__" and one.is_dir(follow_symlinks=not within):
            found += files_in(f"{folder}/{one.name}", f"{name}/")
    return found


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what lies in a folder; nothing for one that is not there or not to be read."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
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
