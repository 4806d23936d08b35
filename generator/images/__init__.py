"""Pictures: opened with care, prepared once, as they go into every format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.images.picture import Picture, PictureFile

if TYPE_CHECKING:
    from generator.images.opening import MAX_BYTES, MAX_PIXELS, PRINT_WIDTH, Header, inspect
    from generator.images.preparing import LONGER_SIDE, keep_in, prepare, prepare_ahead

__all__ = [
    "LONGER_SIDE",
    "MAX_BYTES",
    "MAX_PIXELS",
    "PRINT_WIDTH",
    "Header",
    "Picture",
    "PictureFile",
    "inspect",
    "keep_in",
    "prepare",
    "prepare_ahead",
]

_ELSEWHERE = {
    **dict.fromkeys(("MAX_BYTES", "MAX_PIXELS", "PRINT_WIDTH", "Header", "inspect"), "opening"),
    **dict.fromkeys(("LONGER_SIDE", "keep_in", "prepare", "prepare_ahead"), "preparing"),
}


def __getattr__(name: str) -> Any:
    """Import what opens pictures only when it is asked for: most trips have none.

    Measured: Pillow and its formats are 90 of the 2438 million instructions of a cold start.
    """
    if name not in _ELSEWHERE:
        raise AttributeError(name)
    return getattr(import_module(f"generator.images.{_ELSEWHERE[name]}"), name)
