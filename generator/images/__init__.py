"""Pictures: opened with care, prepared once, as they go into every format."""

from generator.images.opening import MAX_BYTES, MAX_PIXELS, PRINT_WIDTH, Header, inspect
from generator.images.picture import Picture, PictureFile
from generator.images.preparing import LONGER_SIDE, prepare, prepare_ahead

__all__ = [
    "LONGER_SIDE",
    "MAX_BYTES",
    "MAX_PIXELS",
    "PRINT_WIDTH",
    "Header",
    "Picture",
    "PictureFile",
    "inspect",
    "prepare",
    "prepare_ahead",
]
