"""The one room that knows where shipped files lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent


@cache
def _folder(name: str) -> Path:
    """Return a shipped folder: inside the package when installed, beside it in a checkout."""
    return next(path for path in (HERE / name, HERE.parent / name) if path.is_dir())


def templates_folder() -> Path:
    """Return the folder of the shipped templates, theme and fonts."""
    return _folder("templates")


def fonts_folder() -> Path:
    """Return the folder of the shipped fonts."""
    return templates_folder() / "fonts"


def data_folder() -> Path:
    """Return the folder of the shipped data: example trips and dated tables."""
    return _folder("data")


def locale_folder() -> Path:
    """Return the folder of the message catalogues."""
    return HERE / "locale"
