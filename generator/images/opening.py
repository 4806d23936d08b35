"""Picture files opened: by their first bytes, no further than their header, within limits."""

from __future__ import annotations

import struct
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from generator.errors import BadValue
from generator.frozen import dataclass
from generator.images.containers import is_whole

MAX_BYTES: Final = 40_000_000
"""The largest picture file that is read."""
MAX_PIXELS: Final = 64_000_000
"""The largest picture that is decoded; the header tells its size before."""
PRINT_WIDTH: Final = 590
"""Pixels below which a photo of 15 cm has fewer than 100 dpi."""

DAMAGE: Final = (
    OSError, SyntaxError, ValueError, ArithmeticError, EOFError, LookupError, TypeError, struct.error,
)  # fmt: skip
"""What Pillow raises for files that are not what they say."""

_TURNED: Final = (5, 6, 7, 8)
_HEADER_LOCK: Final = threading.Lock()

Opener = Callable[[BytesIO], ImageFile.ImageFile]
_OPENERS: Final[dict[bytes, Opener]] = {
    b"\xff\xd8\xff": JpegImagePlugin.JpegImageFile,
    b"\x89PNG\r\n\x1a\n": PngImagePlugin.PngImageFile,
    b"GIF87a": GifImagePlugin.GifImageFile,
    b"GIF89a": GifImagePlugin.GifImageFile,
    b"II*\0": TiffImagePlugin.TiffImageFile,
    b"MM\0*": TiffImagePlugin.TiffImageFile,
    b"RIFF": WebPImagePlugin.WebPImageFile,
    b"BM": BmpImagePlugin.BmpImageFile,
}


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a picture file says: its format, its size when upright, its colours."""

    format: str
    width: int
    height: int
    mode: str

    @property
    def cmyk(self) -> bool:
        """Whether the colours are those of a printing press, so that conversion may change them."""
        return self.mode == "CMYK"

    @property
    def small(self) -> bool:
        """Whether it has fewer than 100 dpi when it is printed 15 cm wide."""
        return self.width < PRINT_WIDTH

    @property
    def dpi(self) -> int:
        """Dots per inch when it is printed 15 cm wide."""
        return round(self.width / 15 * 2.54)


def inspect(data: bytes) -> Header:
    """Return what the header says, without decoding the picture.

    Raises BadValue `picture.bytes`, `picture.unreadable`, `picture.pixels` or `picture.truncated`.
    """
    if len(data) > MAX_BYTES:
        raise BadValue("picture.bytes", megabytes=_millions(len(data)), limit=_millions(MAX_BYTES))
    image = opened(data)
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise BadValue(
            "picture.pixels", width=width, height=height,
            megapixels=_millions(width * height), limit=_millions(MAX_PIXELS),
        )  # fmt: skip
    if not is_whole(data):
        raise BadValue("picture.truncated")
    if orientation(image) in _TURNED:
        width, height = height, width
    return Header(image.format or "", width, height, image.mode)


def opened(data: bytes) -> ImageFile.ImageFile:
    """Return a picture with its header read, or raise BadValue `picture.unreadable`.

    The reader is chosen by the first bytes: Pillow's own choice measures the picture against a
    limit of the whole process and warns, and the limit here is stricter.
    """
    opener = next((opener for magic, opener in _OPENERS.items() if data.startswith(magic)), None)
    if opener is None:
        raise BadValue("picture.unreadable")
    with quietly():
        try:
            return opener(BytesIO(data))
        except DAMAGE:
            raise BadValue("picture.unreadable") from None


@contextmanager
def quietly() -> Iterator[None]:
    """Silence Pillow's remarks on odd headers, one thread at a time."""
    with _HEADER_LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 when there is none that can be read."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # asking for it would decode the picture
    with quietly():
        try:
            found = image.getexif().get(ExifTags.Base.Orientation, 1)
        except DAMAGE:
            return 1
    return found if isinstance(found, int) else 1


def _millions(number: int) -> int:
    """Return a number in whole millions."""
    return round(number / 1_000_000)
