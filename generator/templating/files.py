"""Reading the files of templates: what the system refuses is a fault of the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn an error of the system into a fault of the file."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TemplateError([fault("template.unreadable", Place(str(path)), reason=reason)]) from error
